import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { request } from '#renderer/client/wire.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { RiskScreen } from './RiskScreen.tsx';

let ask: typeof request;
let project: string;

beforeEach(async () => {
  ask = await startCore();
  const client = await ask('client.create', { values: { name: '华成建设' } });
  project = (await ask('project.create', { values: { client_id: client.id, name: '冷库改造' } })).id;
});
afterEach(stopCore);

const addRisk = async (values: object) =>
  (await ask('risk.create', { values: { project_id: project, title: '断供', ...values } })).id;

async function seed() {
  const id = await addRisk({
    title: '冷媒管道供货延迟',
    category: 'supply',
    cause: '供应商产能不足',
    event: '管道晚到两周',
    effect: '安装停工',
    probability: 4,
    impact: 4,
    residual_probability: 2,
    residual_impact: 3,
    owner: '张工',
    client_visible: true,
    review_on: '2026-11-20',
  });
  const action = { risk_id: id, text: '提前一周催货', owner: '李工', due_on: '2026-11-19' };
  await ask('risk_action.create', { values: action });
  await ask('risk_action.create', { values: { risk_id: id, kind: 'contingency', text: '启用第二供应商' } });
  await addRisk({ title: '设计变更', category: 'design_change', probability: 3, impact: 3 });
  await addRisk({ title: '恶劣天气', category: 'weather' });
  await addRisk({ title: '关键人员离开', category: 'resource', probability: 5, impact: 4, owner: '王工' });
  return id;
}

const show = (locale: Locale = 'zh-CN', theme: 'light' | 'dark' = 'light', itemId?: string) =>
  showScreen(<RiskScreen projectId={project} itemId={itemId} />, locale, theme);
const row = (name: string) => page.getByRole('rowheader', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const titles = () => [...document.querySelectorAll('[role="rowheader"]')].map((cell) => cell.textContent);
const register = () => ask('risk.register', { project_id: project });
const risk = async (id: string) => (await register()).risks.find((found) => found.id === id);

/** Check boxes and radios are hidden behind their drawing; the keyboard reaches them as people do. */
async function pressSpace(name: string | RegExp, role: 'checkbox' | 'radio') {
  const box = page.getByRole(role, { name });
  await expect.element(box).toBeInTheDocument();
  (box.element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
}

async function findings(): Promise<string[]> {
  const { violations } = await axe.run(document.body);
  return violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}

describe('the tabs', () => {
  it('keep the focus when the next one has to wait for its data', async () => {
    await seed();
    await show();
    await expect.element(row('设计变更')).toBeVisible();
    (page.getByRole('tab', { name: '风险', exact: true }).element() as HTMLElement).focus();
    for (const name of ['问题', '待客户决策']) {
      await userEvent.keyboard('{ArrowRight}');
      await expect.element(page.getByPlaceholder(/^快速添加/)).toBeVisible();
      await expect.element(page.getByRole('tab', { name, exact: true })).toHaveFocus();
    }
  });
});

describe('the risk register', () => {
  it.each([
    ['zh-CN', 'light'],
    ['zh-TW', 'dark'],
    ['en', 'light'],
  ] as const)('is accessible in %s, %s, with matrix, list, panel and history', async (locale, theme) => {
    const id = await seed();
    await ask('risk.review', { id, probability: 4, impact: 4, note: '供应商已确认排产' });
    await ask('risk.review', { id, probability: 3, impact: 4, note: null });
    await show(locale, theme, id);
    await expect.element(row('冷媒管道供货延迟')).toBeVisible();
    expect(await findings()).toEqual([]);
  });

  it('teaches when it is empty, and typical risks join it in one step', async () => {
    await show('en');
    await button('Choose from typical risks').last().click();
    await pressSpace('Design change', 'checkbox');
    await pressSpace('Severe weather', 'checkbox');
    // The dialog fades in: colours are judged once it is there.
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
    expect(await findings()).toEqual([]);
    await button('Add 2 risks').click();
    await expect.element(row('Design change')).toBeVisible();
    await ask('undo.undo', {});
    expect((await register()).risks).toEqual([]);
  });

  it('takes a risk by title and Enter, but not the Enter that ends a composition', async () => {
    await show();
    const field = page.getByRole('textbox', { name: /快速添加/ });
    await field.click();
    const session = cdp() as unknown as {
      send(method: string, params: object): Promise<unknown>;
    };
    await session.send('Input.imeSetComposition', { text: '断供', selectionStart: 2, selectionEnd: 2 });
    const input = field.element() as HTMLInputElement;
    input.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true }),
    );
    await session.send('Input.insertText', { text: '断供' });
    expect((await register()).risks).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.element(row('断供')).toBeVisible();
    expect((await register()).risks).toMatchObject([{ title: '断供', review_on: '2026-12-05' }]);
    await expect.element(field).toHaveValue('');
  });

  it('is filtered by a matrix cell with the keyboard, and shown whole again', async () => {
    await seed();
    await show();
    await expect.element(row('恶劣天气')).toBeVisible();
    const cell = page.getByRole('button', { name: '概率 5，影响 1：0 条风险，中' });
    (cell.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
    await expect.poll(titles).toEqual(['关键人员离开']);
    await expect
      .element(page.getByRole('button', { name: /概率 5，影响 4：1 条/ }))
      .toHaveAttribute('aria-pressed', 'true');
    await userEvent.keyboard('{Enter}');
    await expect.poll(titles).toHaveLength(4);
    await pressSpace(/残余/, 'radio');
    await expect.element(page.getByRole('button', { name: '概率 2，影响 3：1 条风险，中' })).toBeVisible();
  });

  it('sorts by score, finds by words and says when the filters leave nothing', async () => {
    await seed();
    await show();
    await expect.poll(titles).toEqual(['关键人员离开', '冷媒管道供货延迟', '设计变更', '恶劣天气']);
    await page.getByRole('searchbox').fill('产能');
    await expect.poll(titles).toEqual(['冷媒管道供货延迟']);
    await page.getByRole('searchbox').fill('没有这个');
    await expect.element(page.getByText('没有符合筛选条件的记录。')).toBeVisible();
    await button('清除筛选').last().click();
    await expect.poll(titles).toHaveLength(4);
  });

  it('opens with Enter, follows the cursor and closes with Esc', async () => {
    await seed();
    await show();
    await row('关键人员离开').click();
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('complementary', { name: /R-4/ })).toBeVisible();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('complementary', { name: /R-1/ })).toBeVisible();
  });

  it('says what an open high risk still needs and leads to the missing field (K7)', async () => {
    const id = await addRisk({ probability: 5, impact: 4, strategy: 'mitigate', status: 'planned' });
    await show('zh-CN', 'light', id);
    await button(/进入下一步/).click();
    await expect.element(page.getByText('高风险必须有责任人')).toBeVisible();
    await expect.element(page.getByText('高风险必须至少有一条措施')).toBeVisible();
    await button('去填写').first().click();
    await userEvent.keyboard('张工{Enter}');
    await expect.element(page.getByText('高风险必须有责任人')).not.toBeInTheDocument();
    await button('去填写').click();
    await userEvent.keyboard('备选供应商{Enter}');
    await expect.element(page.getByText('高风险必须至少有一条措施')).not.toBeInTheDocument();
    await button(/进入下一步/).click();
    await expect.poll(async () => (await risk(id))?.status).toBe('open');
    expect((await register()).actions).toMatchObject([{ text: '备选供应商', kind: 'preventive' }]);
  });

  it('saves a text on leaving the field and takes it back with Esc', async () => {
    const id = await addRisk({});
    await show('zh-CN', 'light', id);
    const cause = page.getByRole('textbox', { name: '原因' });
    await cause.fill('停产');
    await userEvent.keyboard('{Escape}');
    await expect.element(cause).toHaveValue('');
    await cause.fill('供应商停产');
    await page.getByRole('textbox', { name: '事件' }).click();
    await expect.poll(async () => (await risk(id))?.cause).toBe('供应商停产');
    await expect.element(page.getByText(/由于供应商停产，可能发生［事件］/)).toBeVisible();
  });

  it('turns into an issue when it occurs, which the message opens (K12)', async () => {
    const id = await seed();
    await show('zh-CN', 'light', id);
    await button('风险已发生').click();
    await expect.element(page.getByText(/启动 1 条应急措施/)).toBeVisible();
    await button('记为已发生').click();
    await button('打开问题').click();
    await expect.element(page.getByRole('complementary', { name: 'I-1 冷媒管道供货延迟' })).toBeVisible();
    expect((await risk(id))?.status).toBe('occurred');
  });

  it('records a review with its scores and the next date (K9)', async () => {
    const id = await seed();
    await show('zh-CN', 'light', id);
    await button('立即评审').click();
    await page.getByRole('textbox', { name: '评审记录' }).fill('已备库存');
    await button('记录评审').click();
    await expect.element(page.getByRole('cell', { name: '已备库存' })).toBeInTheDocument();
    expect(await risk(id)).toMatchObject({ probability: 4, impact: 4, review_on: '2026-12-05' });
  });

  it('deletes with the Delete key and brings back with the message', async () => {
    await seed();
    await show();
    await row('设计变更').click();
    await userEvent.keyboard('{Delete}');
    await expect.poll(titles).toHaveLength(3);
    await button('撤销').click();
    await expect.poll(titles).toHaveLength(4);
  });
});

describe('issues and decisions', () => {
  it('an issue is explained only with measure and reason (L2)', async () => {
    const { id } = await ask('issue.create', { values: { project_id: project, title: '漏水' } });
    await show('zh-CN', 'light', id);
    await button(/进入下一步：/).click();
    await expect.poll(async () => (await ask('issue.get', { id }))?.status).toBe('responded');
    await button(/进入下一步：/).click();
    await expect.element(page.getByRole('listitem').filter({ hasText: '解决措施' })).toBeVisible();
    await button('去填写').first().click();
    await expect.element(page.getByRole('textbox', { name: '解决措施' })).toHaveFocus();
    expect((await ask('issue.get', { id }))?.status).toBe('responded');
    expect(await findings()).toEqual([]);
  });

  it('a decision is decided only with its outcome', async () => {
    const { id } = await ask('decision.create', { values: { project_id: project, question: '墙面颜色' } });
    await show('en', 'dark', id);
    await button('Next step: Decided').click();
    await expect.element(page.getByText('the decision taken')).toBeVisible();
    expect((await ask('decision.get', { id }))?.status).toBe('open');
    expect(await findings()).toEqual([]);
  });
});
