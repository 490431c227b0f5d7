import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { request } from '#renderer/client/wire.ts';
import type { SectionOf } from '#renderer/state/sections.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { TrackingScreen } from './TrackingScreen.tsx';

let ask: typeof request;
let projectId: string;
let clientId: string;

beforeEach(async () => {
  ask = await startCore();
  ({ projectId, clientId } = await ask('project.createWithCalendar', {
    client: { name: '华成建设' },
    values: { name: '冷库改造', start_on: '2026-11-02', status_on: '2026-11-13' },
    calendar: 'standard',
    calendarName: '五天工作制',
  }));
});
afterEach(stopCore);

async function addTask(name: string, patch: object): Promise<string> {
  const { id } = await ask('plan.addTask', { projectId, place: { where: 'end', id: null }, name });
  await ask('plan.editTask', { id, patch });
  return id;
}

async function seed() {
  const a = await addTask('拆除旧保温层', { start: '2026-11-02', duration: '10d', responsible: '张工' });
  await addTask('安装冷媒管道', { start: '2026-11-09', duration: '10d', responsible: '李工', percent: 50 });
  const shown = await addTask('竣工验收', { milestone: true, start: '2026-11-27', client_visible: true });
  await ask('task.update', { id: a, patch: { cost_minor: 1_250_000 } });
  await ask('contact.create', { values: { client_id: clientId, name: '周敏' } });
  return { a, shown };
}

const show = (section: SectionOf<'tracking'>, locale: Locale = 'zh-CN', theme: 'light' | 'dark' = 'light') =>
  showScreen(<TrackingScreen projectId={projectId} section={section} />, locale, theme);
const button = (name: string | RegExp) => page.getByRole('button', { name });

async function findings(): Promise<string[]> {
  const { violations } = await axe.run(document.body);
  return violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}

describe('deviations', () => {
  it('a long name of a task stays in one line of its row', async () => {
    const name = 'Measured survey, condition of slab and risers, photographs and a signed record '.repeat(3);
    await addTask(name.trim(), { start: '2026-11-02', duration: '10d' });
    await show('deviations');
    const cell = page.getByRole('rowheader', { name: name.trim() });
    await expect.element(cell).toBeVisible();
    const { scrollHeight, clientHeight } = cell.element();
    expect(scrollHeight).toBeLessThanOrEqual(clientHeight);
  });

  it('W1: show planned and actual progress, and the record that the alarm opened', async () => {
    const { a } = await seed();
    await ask('plan.editTask', { id: a, patch: { percent: 80 } });
    await show('deviations');
    await expect.element(page.getByText('−20.0%').first()).toBeInTheDocument();
    await page.getByText('偏差记录', { exact: true }).click();
    await expect.element(page.getByRole('rowheader', { name: '拆除旧保温层' })).toBeInTheDocument();
    expect(await findings()).toEqual([]);
  });

  it('the status date is set here, and measured anew', async () => {
    await seed();
    await show('deviations');
    await expect.element(page.getByText('100.0%').first()).toBeInTheDocument();
    await ask('tracking.setStatusDate', { projectId, statusOn: '2026-11-06' });
    await expect.element(page.getByText('50.0%').first()).toBeInTheDocument();
  });
});

describe('baselines', () => {
  it('are taken by keyboard, renamed in place, and compared with the plan of today', async () => {
    const { a } = await seed();
    await show('baselines');
    await button('建立基线').click();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    const name = page.getByRole('textbox', { name: /的名称$/ });
    await expect.element(name).toBeInTheDocument();
    await name.fill('开工基线');
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await ask('plan.baselines', { projectId }))[0]?.name).toBe('开工基线');
    await ask('plan.editTask', { id: a, patch: { start: '2026-11-04' } });
    await expect.element(page.getByRole('rowheader', { name: '拆除旧保温层' })).toBeInTheDocument();
    await expect.element(page.getByText('+2', { exact: true })).toBeInTheDocument();
    expect(await findings()).toEqual([]);
  });

  it('Enter that belongs to the input method renames nothing', async () => {
    await seed();
    await ask('tracking.takeBaseline', { projectId, name: '合同', kind: 'contract' });
    await show('baselines');
    const name = page.getByRole('textbox', { name: /的名称$/ });
    await name.fill('ti');
    const key = { key: 'Enter', bubbles: true, isComposing: true } as const;
    name.element().dispatchEvent(new KeyboardEvent('keydown', key));
    expect((await ask('plan.baselines', { projectId }))[0]?.name).toBe('合同');
  });
});

describe('G20 confirmations', () => {
  it('are given with the contact who confirmed', async () => {
    await seed();
    await show('checks');
    await button('确认').click();
    await expect.element(page.getByRole('dialog')).toBeInTheDocument();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText('请选择联系人或填写姓名。')).toBeInTheDocument();
    await page.getByRole('textbox', { name: '确认人' }).fill('周敏');
    expect(await findings()).toEqual([]);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText(/^周敏，/)).toBeInTheDocument();
    expect(await findings()).toEqual([]);
  });
});

describe('what must happen', () => {
  it('is grouped by who is responsible', async () => {
    await seed();
    await show('must');
    await expect.element(page.getByRole('heading', { name: /^张工/ })).toBeInTheDocument();
    await expect.element(page.getByRole('heading', { name: /^未指定负责人/ })).toBeInTheDocument();
    expect(await findings()).toEqual([]);
  });
});

describe('milestone trend', () => {
  it('is a picture and a table of the same points', async () => {
    const { shown } = await seed();
    await ask('tracking.recordForecast', { projectId });
    await ask('tracking.setStatusDate', { projectId, statusOn: '2026-11-20' });
    await ask('plan.editTask', { id: shown, patch: { start: '2026-12-11' } });
    await show('trend');
    await button(/^记录/).click();
    await expect.element(page.getByRole('img', { name: /里程碑趋势图/ })).toBeInTheDocument();
    await expect.element(page.getByRole('cell', { name: '+14' })).toBeInTheDocument();
    expect(document.querySelectorAll('svg tspan')).toHaveLength(1);
    expect(await findings()).toEqual([]);
  });
});

describe('buffers', () => {
  it('are added, used with a reason, and a use can be taken back', async () => {
    await seed();
    await show('buffers');
    await button('新建缓冲').click();
    await page.getByRole('textbox', { name: '预留原因' }).fill('雨季');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await button('占用或归还…').click();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText('请填写原因。')).toBeInTheDocument();
    await page.getByRole('textbox', { name: '原因' }).fill('暴雨停工');
    expect(await findings()).toEqual([]);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText('已占用 20%')).toBeInTheDocument();
    expect(await findings()).toEqual([]);
    await button('撤销此次占用：暴雨停工').click();
    await expect.element(page.getByText('已占用 0%')).toBeInTheDocument();
  });
});

it.each(['deviations', 'must', 'checks', 'trend', 'buffers', 'baselines'] as const)(
  'the empty tab %s says what it is for, in a dark window too',
  async (section) => {
    await show(section, 'en', 'dark');
    await expect.element(page.getByRole('tab', { selected: true })).toBeInTheDocument();
    expect(await findings()).toEqual([]);
  },
);
