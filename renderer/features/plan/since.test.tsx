/** The layer that shows what moved since the client was last told, on a real core. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { request } from '#renderer/client/wire.ts';
import { usePlanMemories } from '#renderer/state/planMemory.ts';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { findings } from '#test/support/screens.tsx';
import { PlanScreen } from './public.ts';

let ask: typeof request;
let projectId: string;

beforeEach(async () => {
  usePlanMemories.setState({ all: [] });
  ask = await startCore();
  ({ projectId } = await ask('project.createWithCalendar', {
    client: { name: '华成建设' },
    values: { name: '冷库改造', start_on: '2026-11-23' },
    calendar: 'standard',
    calendarName: '五天工作制',
  }));
  const add = async (name: string, patch: object) => {
    const { id } = await ask('plan.addTask', { projectId, place: { where: 'end', id: null }, name });
    await ask('plan.editTask', { id, patch });
    return id;
  };
  const [first, second, third, last] = [
    await add('拆除旧保温层', { duration: '3d', responsible: '张工' }),
    await add('安装冷媒管道', { duration: '4d' }),
    await add('刷漆', { start: '2026-12-07', duration: '3d' }),
    await add('竣工验收', { milestone: true }),
  ];
  await ask('plan.linkChain', { ids: [first, second, last] });
  await ask('tracking.takeBaseline', { projectId, name: '合同版', kind: 'contract' });
  await ask('plan.editTask', { id: first, patch: { duration: '5d' } });
  await ask('plan.editTask', { id: third, patch: { start: '2026-12-03', duration: '5d' } });
});
afterEach(stopCore);

async function switchOn(label: string): Promise<void> {
  await userEvent.click(page.getByText(label, { exact: true }));
  await userEvent.keyboard('{Escape}');
}

describe('changes since the last report', () => {
  it('are told in words for each row, with what they are compared with', async () => {
    await showScreen(<PlanScreen projectId={projectId} />, 'zh-CN');
    await expect.element(page.getByRole('treegrid')).toHaveAttribute('aria-busy', 'false');
    expect(page.getByText(/尚未发出报告/).elements()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: '显示' }));
    await switchOn('上次报告以来的变化');
    await expect.element(page.getByText(/尚未发出报告。与基准“合同版”.*3 项推迟，1 项提前。/)).toBeVisible();
    await expect
      .element(page.getByRole('row', { name: /安装冷媒管道.*上次报告以来：晚 2 天/ }))
      .toBeVisible();
    await expect.element(page.getByRole('row', { name: /刷漆.*上次报告以来：早 2 天开始/ })).toBeVisible();
    await expect.element(page.getByRole('row', { name: /竣工验收.*上次报告以来：晚 2 天/ })).toBeVisible();
    expect(await findings()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: '隐藏变化' }));
    await expect.element(page.getByText(/尚未发出报告/)).not.toBeInTheDocument();
  });

  it('without a report or a baseline there is nothing to compare with, and that is said', async () => {
    const { projectId: other } = await ask('project.createWithCalendar', {
      client: { name: '启元' },
      values: { name: '展厅', start_on: '2026-11-23' },
      calendar: 'standard',
      calendarName: '5',
    });
    await ask('plan.addTask', { projectId: other, place: { where: 'end', id: null }, name: 'Survey' });
    await showScreen(<PlanScreen projectId={other} />, 'en', 'dark');
    await userEvent.click(page.getByRole('button', { name: 'Show', exact: true }));
    await switchOn('Changes since the last report');
    await expect.element(page.getByText(/there is nothing to compare with/)).toBeVisible();
  });
});
