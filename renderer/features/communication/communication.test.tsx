import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { request } from '#renderer/client/wire.ts';
import type { SectionOf } from '#renderer/state/sections.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { PlanScreen } from '../plan/public.ts';
import { RiskScreen } from '../risks/public.ts';
import { ScopeScreen } from '../scope/public.ts';
import { CommunicationScreen } from './CommunicationScreen.tsx';

let ask: typeof request;
let projectId: string;
let clientId: string;

beforeEach(async () => {
  ask = await startCore();
  ({ projectId, clientId } = await ask('project.createWithCalendar', {
    client: { name: '云栖医院' },
    values: { name: '门诊楼改造', start_on: '2026-11-02', stage: 'execution' },
    calendar: 'standard',
    calendarName: '五天工作制',
  }));
  await ask('contact.create', { values: { client_id: clientId, name: '王总' } });
});
afterEach(stopCore);

const show = (
  section: SectionOf<'communication'>,
  locale: Locale = 'zh-CN',
  theme: 'light' | 'dark' = 'light',
) => showScreen(<CommunicationScreen projectId={projectId} section={section} />, locale, theme);
const button = (name: string | RegExp) => page.getByRole('button', { name });

async function findings(): Promise<string[]> {
  const { violations } = await axe.run(document.body);
  return violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}

const entry = (summary: string) =>
  ask('comm_log.create', {
    values: {
      client_id: clientId,
      project_id: projectId,
      channel: 'phone',
      happened_at: '2026-11-20T09:00:00',
      summary,
    },
  });

describe('the glossary', () => {
  it('O7: teaches, takes a term in one line, and offers its words where the client is written to', async () => {
    await show('glossary');
    await expect.element(page.getByText(/术语表把行话变成客户听得懂的话/)).toBeVisible();
    const line = page.getByRole('textbox', { name: /添加专业用语/ });
    await line.fill('新风机组');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('rowheader', { name: '新风机组' })).toBeVisible();
    expect(await findings()).toEqual([]);
    const [term] = await ask('glossary_term.list', {});
    expect(term?.project_id).toBe(projectId);
    await ask('glossary_term.update', { id: term?.id ?? '', patch: { client_term: '换气设备' } });
    const other = await ask('project.create', { values: { client_id: clientId, name: '食堂' } });
    await ask('glossary_term.create', {
      values: { project_id: other.id, term: '机组', client_term: '机器' },
    });
    const risk = await ask('risk.create', { values: { project_id: projectId, title: '新风机组晚到两周' } });
    const atRisk = await showScreen(<RiskScreen projectId={projectId} itemId={risk.id} />);
    const offered = page.getByText('对客户可以说：新风机组 → 换气设备', { exact: true });
    await expect.element(offered).toBeVisible();
    const item = await ask('scope.add', { projectId, side: 'in', text: '更换新风机组' });
    expect(item.id).toMatch(/^scp_/);
    await atRisk.unmount();
    const atScope = await showScreen(<ScopeScreen projectId={projectId} />);
    await button('“更换新风机组”的命令').click();
    await page
      .getByRole('menuitem', { name: /客户用语和备注/ })
      .first()
      .click();
    await expect.element(offered).toBeVisible();
    const place = { where: 'end', id: null } as const;
    const task = await ask('plan.addTask', { projectId, place, name: '安装新风机组' });
    await atScope.unmount();
    await showScreen(<PlanScreen projectId={projectId} taskId={task.id} />);
    await expect.element(page.getByRole('treegrid')).toHaveAttribute('aria-busy', 'false');
    await page.getByText('安装新风机组').first().click();
    await userEvent.keyboard('{Shift>}{F2}{/Shift}');
    await expect.element(offered).toBeVisible();
  });
});

describe('the communication plan', () => {
  it('O1, O8: teaches, adds its usual rows, and says who owns which (C2)', async () => {
    await ask('project.update', { id: projectId, patch: { communication_owner: '李工' } });
    await show('plan');
    await expect.element(page.getByText(/沟通计划写明/)).toBeVisible();
    await button(/加入常用项/)
      .first()
      .click();
    await expect.element(page.getByRole('rowheader', { name: '项目进展报告' })).toBeVisible();
    await page.getByText('成员的沟通职责').click();
    await expect.element(page.getByText('李工', { exact: true }).first()).toBeVisible();
    expect(await findings()).toEqual([]);
  });
});

describe('the channel of a row', () => {
  it('B16, O6: says which channel the client and an open matter ask for, until it is chosen', async () => {
    await ask('client.update', { id: clientId, patch: { tier: 'key' } });
    await ask('issue.create', { values: { project_id: projectId, title: '漏水', severity: 'high' } });
    const row = { project_id: projectId, audience: '业主', purpose: '通报整改', channel: 'email' } as const;
    const { id } = await ask('comm_plan_item.create', { values: row });
    const team = { ...row, audience: '项目部', purpose: '内部通气', audience_kind: 'team' } as const;
    await ask('comm_plan_item.create', { values: team });
    await show('plan');
    await page.getByRole('rowheader', { name: '通报整改' }).click();
    const hint = page.getByText(/建议用会议.*漏水/);
    await expect.element(hint).toBeVisible();
    await ask('comm_plan_item.update', { id, patch: { channel: 'site_visit' } });
    await expect.element(hint).not.toBeInTheDocument();
    await page.getByRole('rowheader', { name: '内部通气' }).click();
    await expect.element(page.getByRole('button', { name: /邮件/ }).first()).toBeVisible();
    await expect.element(hint).not.toBeInTheDocument();
  });
});

describe('the log', () => {
  it('B3: a note is saved with Ctrl+Enter, never while an input method composes', async () => {
    await show('log');
    const summary = page.getByRole('textbox', { name: /摘要|内容/ }).first();
    await expect.element(summary).toBeVisible();
    await summary.fill('王总问石材到货');
    const box = summary.element();
    box.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, isComposing: true, bubbles: true }),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await ask('comm_log.list', { where: { project_id: projectId } })).toEqual([]);
    await userEvent.click(box);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect
      .element(page.getByRole('list', { name: '沟通记录' }).getByText('王总问石材到货'))
      .toBeVisible();
    expect(await findings()).toEqual([]);
  });

  it('B3: one key makes of an entry what it asks for', async () => {
    await entry('想要隔音更好的门');
    await show('log');
    const menu = button('由“想要隔音更好的门”新建');
    await expect.element(menu).toBeVisible();
    (menu.element() as HTMLElement).focus();
    await userEvent.keyboard('i');
    await expect.element(page.getByText('已新建：问题')).toBeVisible();
    expect(await ask('issue.list', { where: { project_id: projectId } })).toMatchObject([
      { title: '想要隔音更好的门' },
    ]);
  });

  it('O12: a pasted chat is read, and kept word for word', async () => {
    await show('log');
    await button('粘贴聊天或邮件').click();
    const pasted = '王总 2026/11/20 14:03\n石材什么时候到？\n\n李工 2026/11/20 14:05\n下周三到现场。';
    await page.getByRole('textbox', { name: '原文' }).fill(pasted);
    await expect.element(page.getByText('识别为聊天：2 条消息，王总')).toBeVisible();
    await button('记入沟通记录').click();
    await expect.element(page.getByText('已记入沟通记录')).toBeVisible();
    expect(await ask('comm_log.list', { where: { project_id: projectId } })).toMatchObject([
      {
        channel: 'im',
        excerpt: pasted,
        next_step: '下周三到现场。',
        due_on: '2026-11-25',
        imported_from: 'chat',
      },
    ]);
  });
});

describe('the agenda', () => {
  it('O2: lines are put in order with the keys, with buttons and by dragging', async () => {
    const meeting = await ask('meeting.create', {
      values: { project_id: projectId, title: '例会', held_at: '2026-11-23T10:00:00' },
    });
    for (const text of ['进度', '样板', '付款'])
      await ask('meeting_item.create', { values: { meeting_id: meeting.id, text } });
    const order = async () =>
      (await ask('meeting_item.list', { where: { meeting_id: meeting.id } })).map(({ text }) => text);
    await show('meetings');
    await page.getByText('例会', { exact: true }).first().click();
    const lines = page.getByRole('list', { name: '会议事项' });
    const line = (name: RegExp) => lines.getByRole('button', { name });
    await expect.element(line(/^付款/)).toBeVisible();
    (line(/^付款/).element() as HTMLElement).focus();
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');
    await expect.poll(order).toEqual(['进度', '付款', '样板']);
    await expect.element(line(/^付款/)).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await button('上移').click();
    await expect.poll(order).toEqual(['付款', '进度', '样板']);
    (line(/^付款/).element() as HTMLElement).click();
    await expect.element(button('上移')).not.toBeInTheDocument();
    const items = lines.getByRole('listitem');
    await userEvent.dragAndDrop(
      items.first().element().querySelector('[draggable]') as Element,
      items.last(),
    );
    await expect.poll(order).toEqual(['进度', '样板', '付款']);
    expect(await findings()).toEqual([]);
  });
});

describe('promises', () => {
  it('MS-5: a day in words counts once it is confirmed; a warning has to be overruled', async () => {
    await show('promises');
    await button('新承诺').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /承诺/ }).first().fill('昨天答应的：2026-11-20 给报价');
    await expect.element(dialog.getByText(/就是/)).toBeVisible();
    await button('采用').click();
    await expect.element(dialog.getByText('承诺之前请看')).toBeVisible();
    expect(await findings()).toEqual([]);
    await button('仍然承诺').click();
    await expect.element(page.getByText('承诺已记下')).toBeVisible();
    const [promise] = await ask('promise.list', { where: { project_id: projectId } });
    expect(promise).toMatchObject({ due_on: '2026-11-20' });
    expect(promise?.guard_note).toContain('2026-11-20');
  });

  it('MS-5: the quick line says the day it read, and asks the guard as the dialog does', async () => {
    await show('promises');
    const line = page.getByRole('textbox', { name: '快速添加：输入承诺，按回车', exact: true });
    await line.fill('下周三到现场');
    await expect.element(page.getByText('“下周三”就是 2026-11-25 周三')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('rowheader', { name: '下周三到现场' })).toBeVisible();
    await line.fill('2026-11-20 给报价');
    await userEvent.keyboard('{Enter}');
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText('承诺之前请看')).toBeVisible();
    await expect
      .element(dialog.getByRole('textbox', { name: /^承诺/ }).first())
      .toHaveValue('2026-11-20 给报价');
    expect(await ask('promise.list', { where: { project_id: projectId } })).toHaveLength(1);
    await dialog.getByRole('textbox', { name: '仍然承诺的理由' }).fill('客户等着开会');
    await button('仍然承诺').click();
    await expect.poll(() => ask('promise.list', { where: { project_id: projectId } })).toHaveLength(2);
    const [made, anyway] = [...(await ask('promise.list', { where: { project_id: projectId } }))].sort(
      (left, right) => left.no - right.no,
    );
    expect(made).toMatchObject({ due_on: '2026-11-25', guard_note: null });
    expect(anyway).toMatchObject({ due_on: '2026-11-20', reason: '客户等着开会' });
    expect(anyway?.guard_note).toContain('2026-11-20');
  });

  it('X7, P4: are kept with one press, and the rate follows', async () => {
    await ask('promise.make', {
      values: {
        client_id: clientId,
        project_id: projectId,
        text: '周五前报价',
        made_on: '2026-11-21',
        due_on: '2026-11-27',
      },
      anyway: true,
      language: 'zh-CN',
    });
    await show('promises');
    await page.getByRole('rowheader', { name: '周五前报价' }).click();
    await button('已兑现').click();
    await expect.element(page.getByText('兑现率 100%')).toBeVisible();
    expect(await findings()).toEqual([]);
  });
});

describe('meetings', () => {
  it('O3, demand 27: get their agenda, and the client version leaves internal lines out', async () => {
    await ask('issue.create', { values: { project_id: projectId, title: '内部返工' } });
    await ask('decision.create', { values: { project_id: projectId, question: '选哪种石材？' } });
    await ask('meeting.create', {
      values: { project_id: projectId, title: '第一次进度会', held_at: '2026-11-21T10:00:00' },
    });
    await show('meetings');
    await page.getByRole('rowheader', { name: '第一次进度会' }).click();
    await button('填入议程').click();
    await expect.element(page.getByText('议程增加了 2 项')).toBeVisible();
    await button('查看纪要').click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText('待决定：选哪种石材？')).toBeVisible();
    expect(dialog.getByText(/内部返工/).query()).toBeNull();
    await dialog.getByText('内部版').click();
    await expect.element(dialog.getByText('问题：内部返工')).toBeVisible();
    expect(await findings()).toEqual([]);
  });
});

describe('what the client does not know yet', () => {
  it('O14: is listed, and marked as told', async () => {
    await ask('issue.create', {
      values: { project_id: projectId, title: '漏水', client_visible: true, client_text: '三楼漏水' },
    });
    await show('untold');
    await expect.element(page.getByText('三楼漏水')).toBeVisible();
    expect(await findings()).toEqual([]);
    await page.getByText('全部选择').click();
    await button('标记为已告知（1）').click();
    await expect.element(page.getByText(/该告诉客户的都已经告诉了/)).toBeVisible();
  });
});
