import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { request } from '#renderer/client/wire.ts';
import { selectRoute, useRouteStore } from '#renderer/state/route.ts';
import type { SectionOf } from '#renderer/state/sections.ts';
import type { Locale } from '#shared/i18n/index.ts';
import type { CreateInput } from '#shared/model/registry.ts';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { ExpectationsScreen } from './ExpectationsScreen.tsx';

let ask: typeof request;
let projectId: string;

beforeEach(async () => {
  ask = await startCore();
  ({ projectId } = await ask('project.createWithCalendar', {
    client: { name: '华成建设' },
    values: { name: '泵站改造', start_on: '2026-01-01' },
    calendar: 'standard',
    calendarName: '五天工作制',
  }));
});
afterEach(stopCore);

const expecting = async (text: string, values: Partial<CreateInput<'expectation'>> = {}) =>
  (await ask('expectation.create', { values: { project_id: projectId, text, ...values } })).id;
const show = (
  section: SectionOf<'expectations'>,
  itemId?: string,
  locale: Locale = 'zh-CN',
  theme: 'light' | 'dark' = 'light',
) =>
  showScreen(<ExpectationsScreen projectId={projectId} section={section} itemId={itemId} />, locale, theme);
const list = () => ask('expectation.list', { where: { project_id: projectId } });

async function findings(): Promise<string[]> {
  const { violations } = await axe.run(document.body);
  return violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}

describe('the register', () => {
  it('G1, G2: takes one line with its aspect, class and channel', async () => {
    await show('register');
    const quick = page.getByRole('textbox', { name: /新期望/ });
    await expect.element(quick).toBeVisible();
    await quick.fill('汛期前运行 #时间 #基本型 @会议');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(list)
      .toMatchObject([
        { text: '汛期前运行', aspect: 'time', kano: 'basic', channel: 'meeting', stage: 'presales' },
      ]);
    await expect.element(page.getByRole('complementary', { name: /EX-1 汛期前运行/ })).toBeVisible();
    expect(await findings()).toEqual([]);
  });

  it('X8: says what keeps an expectation from its next status, and leads there', async () => {
    const id = await expecting('汛期前运行');
    await show('register', id);
    const next = page.getByRole('button', { name: /已分析/ });
    await expect.element(next).toBeVisible();
    await next.click();
    await expect.element(page.getByText(/马斯洛层次、KANO 类型/)).toBeVisible();
    await ask('expectation.update', { id, patch: { maslow: 'safety' } });
    await expect.element(page.getByText(/马斯洛层次、KANO 类型/)).not.toBeInTheDocument();
    await next.click();
    await expect.poll(list).toMatchObject([{ status: 'analysed' }]);
  });

  it('G6: the class follows from the answers of a respondent, entered in the panel', async () => {
    const id = await expecting('低噪声');
    await show('register', id);
    const add = page.getByRole('button', { name: '添加受访人的答案' });
    await expect.element(add).toBeVisible();
    await add.click();
    await page.getByRole('textbox', { name: '受访人' }).fill('李工');
    await page.getByRole('button', { name: /如果具备，您觉得/ }).click();
    await page
      .getByRole('option', { name: /很喜欢/ })
      .first()
      .click();
    await page.getByRole('button', { name: /如果不具备，您觉得/ }).click();
    await page.getByRole('option', { name: /无所谓/ }).click();
    await page.getByRole('button', { name: '添加', exact: true }).click();
    await expect.element(page.getByText(/1 份答案：兴奋型。Better 1.00，Worse 0.00/)).toBeVisible();
    expect(await findings()).toEqual([]);
  });

  it('G10, C8, G13: a capability check in one press, a reply and guidance as lists of its own', async () => {
    const id = await expecting('两个月完工');
    await show('register', id);
    const all = page.getByRole('button', { name: '都具备', exact: true });
    await expect.element(all).toBeVisible();
    await all.click();
    await expect
      .poll(() => ask('capability_check.list', { where: { expectation_id: id } }))
      .toMatchObject([{ result: 'can', skills: 'yes' }]);
    await ask('guidance.create', {
      values: { project_id: projectId, expectation_id: id, before: '两个月', after: '先行两台泵' },
    });
    await expect.element(page.getByRole('button', { name: /两个月/ }).first()).toBeVisible();
  });
});

describe('the analysis', () => {
  it('G5, G6: shows classes, coefficients and needs, each with a way to the expectation', async () => {
    const id = await expecting('用电安全', { kano: 'basic', maslow: 'safety', actual_percent: 50 });
    await ask('kano_answer.create', {
      values: { expectation_id: id, respondent: '李工', functional: 2, dysfunctional: 5 },
    });
    await expecting('刻名铜牌', { kano: 'excitement', maslow: 'esteem' });
    await show('analysis');
    const table = page.getByRole('table', { name: 'KANO 答案统计' });
    await expect.element(table.getByText('−1.00')).toBeVisible();
    await expect
      .element(page.getByRole('region', { name: '基本型' }).getByRole('button', { name: /用电安全/ }))
      .toBeVisible();
    await expect.element(page.getByText(/先解决“安全需求”/)).toBeVisible();
    expect(await findings()).toEqual([]);
  });
});

it.each(['analysis', 'gap'] as const)(
  '%s of nothing says what will be seen, and leads to where it begins',
  async (tab) => {
    await show(tab);
    await userEvent.click(page.getByRole('button', { name: '登记期望' }));
    expect(selectRoute(useRouteStore.getState())).toMatchObject({
      name: 'expectations',
      section: 'register',
    });
  },
);

describe('the gap', () => {
  async function seed() {
    const { id: task } = await ask('task.create', {
      values: {
        project_id: projectId,
        name: '通水',
        milestone: true,
        start_at: '2026-05-06T17:00:00',
        finish_at: '2026-05-06T17:00:00',
        percent: 100,
      },
    });
    await expecting('四月十一日通水', { aspect: 'time', task_id: task, key_date_on: '2026-04-11' });
    await expecting('用电安全', {
      aspect: 'quality',
      kano: 'basic',
      actual_percent: 60,
      agreed_percent: 100,
    });
  }

  it('MS-4: draws the radar, says the same in a table, and names what is unmet, late and unagreed', async () => {
    await seed();
    await show('gap');
    const table = page.getByRole('table', { name: /期望、约定、计划与实际/ });
    await expect
      .element(table.getByRole('row', { name: /时间/ }))
      .toHaveTextContent('时间1100—8080−20低于期望—');
    await expect.element(page.getByRole('img', { name: /雷达图/ })).toBeVisible();
    await expect.element(page.getByText(/平均值再高也判为红色/)).toBeVisible();
    await expect.element(page.getByText(/晚 25 天/)).toBeVisible();
    await expect.element(page.getByRole('region', { name: '客户期望、无人确认（1）' })).toBeVisible();
    expect(await findings()).toEqual([]);
  });

  it.each(['zh-TW', 'en'] as const)('reads in %s, also in the dark', async (locale) => {
    await seed();
    await show('gap', undefined, locale, 'dark');
    await expect.element(page.getByRole('img').first()).toBeVisible();
    expect(await findings()).toEqual([]);
  });
});

describe('a fishbone (G7, L4, L5)', () => {
  const causes = async (fishbone: string) =>
    (await ask('cause.list', { where: { fishbone_id: fishbone } })).map(({ text }) => text);
  const parentOf = async (fishbone: string, text: string) => {
    const rows = await ask('cause.list', { where: { fishbone_id: fishbone } });
    const row = rows.find((cause) => cause.text === text);
    return rows.find(({ id }) => id === row?.parent_id)?.text ?? null;
  };

  it('is written, nested, moved and marked by keyboard alone', async () => {
    const { id } = await ask('fishbone.create', {
      values: { project_id: projectId, problem: '到货延迟', branches: 'production' },
    });
    await show('fishbones', id);
    const material = page.getByRole('region', { name: '料', exact: true });
    const line = material.getByRole('textbox', { name: '添加原因' });
    await expect.element(line).toBeVisible();
    line.element().focus();
    await userEvent.keyboard('涨价{Enter}');
    await expect.poll(() => causes(id)).toEqual(['涨价']);
    const first = material.getByRole('textbox', { name: '原因，第 1 层' });
    await expect.element(first).toBeVisible();
    first.element().focus();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await userEvent.keyboard('厂家压单{Enter}');
    await expect.poll(() => parentOf(id, '厂家压单')).toBe('涨价');
    // The next line is offered right away, on the same level.
    await userEvent.keyboard('排产已满{Enter}{Escape}');
    await expect.poll(() => parentOf(id, '排产已满')).toBe('涨价');
    const deep = material.getByRole('textbox', { name: '原因，第 2 层' });
    await expect.element(deep.nth(1)).toHaveValue('排产已满');
    (deep.nth(1).element() as HTMLElement).focus();
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    await expect.poll(() => parentOf(id, '排产已满')).toBe('厂家压单');
    const moved = material.getByRole('textbox', { name: '原因，第 3 层' });
    await expect.element(moved).toHaveFocus();
    await userEvent.keyboard('{Shift>}{Tab}{/Shift} ');
    await expect
      .poll(async () => (await ask('cause.list', { where: { fishbone_id: id } })).filter((c) => c.is_root))
      .toMatchObject([{ text: '排产已满' }]);
    await expect.element(page.getByText('★ 排产已满')).toBeInTheDocument();
    expect(await findings()).toEqual([]);
  });

  it('adds nothing with the Enter of an input method', async () => {
    const { id } = await ask('fishbone.create', { values: { project_id: projectId, problem: '到货延迟' } });
    await show('fishbones', id);
    const line = page.getByRole('textbox', { name: '添加原因' }).first();
    await expect.element(line).toBeVisible();
    await line.fill('gongqi');
    line
      .element()
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    await new Promise((done) => setTimeout(done, 100));
    expect(await causes(id)).toEqual([]);
  });

  it('changes its branches without losing a cause', async () => {
    const { id } = await ask('fishbone.create', {
      values: { project_id: projectId, problem: '到货延迟', branches: 'production' },
    });
    await ask('cause.create', { values: { fishbone_id: id, text: '泵老化', branch: 'machine' } });
    await show('fishbones', id);
    await expect.element(page.getByRole('region', { name: '机', exact: true })).toBeVisible();
    await page.getByText('人员／技术／资源／流程／外部环境').click();
    const technology = page.getByRole('region', { name: '技术', exact: true });
    await expect.element(technology.getByRole('textbox', { name: '原因，第 1 层' })).toHaveValue('泵老化');
  });
});

describe('around expectations', () => {
  it('F8: closed projects suggest what to ask for', async () => {
    const project = await ask('project.get', { id: projectId });
    const past = await ask('project.create', {
      values: { client_id: project?.client_id ?? '', name: '一期', stage: 'closed' },
    });
    await ask('expectation.create', { values: { project_id: past.id, text: '每周五清场' } });
    await show('register');
    const open = page.getByRole('button', { name: '以往的期望' }).first();
    await expect.element(open).toBeVisible();
    await open.click();
    await page.getByText('每周五清场').click();
    await page.getByRole('button', { name: '登记 1 条' }).click();
    await expect.poll(list).toMatchObject([{ text: '每周五清场' }]);
  });

  it('G25: names the delights and whether they were delivered', async () => {
    await expecting('刻名铜牌', { kano: 'excitement', actual_percent: 120 });
    await expecting('夜景照片', { kano: 'excitement' });
    await show('values');
    await expect.element(page.getByText('超出期望的服务（1/2）')).toBeVisible();
    await expect.element(page.getByText('已做到 120%')).toBeVisible();
    expect(await findings()).toEqual([]);
  });

  it('G4, G12, G13, G16, U8: demonstrations, rectifications, values and cases are captured in one line', async () => {
    await show('demos');
    const quick = page.getByRole('textbox', { name: '新展示：主题' });
    await expect.element(quick).toBeVisible();
    await quick.fill('一号泵试运行');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => ask('demo.list', { where: { project_id: projectId } }))
      .toMatchObject([{ topic: '一号泵试运行' }]);
    await page.getByRole('tab', { name: '案例库' }).click();
    const own = page.getByRole('button', { name: '由本项目写案例' });
    await expect.element(own).toBeVisible();
    await own.click();
    await expect
      .poll(() => ask('case_study.list', {}))
      .toMatchObject([{ title: '泵站改造', source_project_id: projectId }]);
  });
});
