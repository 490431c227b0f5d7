import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useHiddenProjects } from '#renderer/state/keptViews.ts';
import { resetRoute, selectRoute, useRouteStore } from '#renderer/state/route.ts';
import type { MilestoneRow, PortfolioRow } from '#shared/ipc/channels/portfolio.ts';
import { parseLocal } from '#shared/schedule/calendar/instant.ts';
import { type FakeHost, installFakeHost } from '#test/support/fakeHost.ts';
import { findings, show } from '#test/support/screens.tsx';
import { MilestonesScreen, PortfolioScreen } from './public.ts';

const COLD = 'prj_00000000-0000-7000-8000-000000000001';
const HALL = 'prj_00000000-0000-7000-8000-000000000002';
const tsk = (n: number) => `tsk_00000000-0000-7000-8000-00000000000${n}`;

const milestone = (id: string, name: string, due_on: string | null, part: Partial<MilestoneRow> = {}) => ({
  id,
  name,
  project_id: COLD,
  project: '冷库改造',
  client_id: 'cli_1',
  client: '华成建设',
  due_on,
  promised_on: null,
  planned_on: null,
  commitment: null,
  payment_stage: null,
  responsible: null,
  client_visible: false,
  ...part,
});

const row = (
  id: string,
  kind: PortfolioRow['kind'],
  depth: number,
  name: string,
  from: string,
  to: string,
) => ({
  id,
  project_id: depth === 1 ? id : COLD,
  kind,
  depth,
  name,
  start: parseLocal(from),
  finish: parseLocal(to),
  percent: 40,
  deadline: null,
  promised: null,
  commitment: null,
  responsible: null,
  client_visible: false,
});

let core: FakeHost;

beforeEach(() => {
  resetRoute();
  useHiddenProjects.setState({ ids: [] });
  core = installFakeHost();
  core.answers['milestones.list'] = () => ({
    today: '2026-11-21',
    cut: false,
    rows: [
      milestone(tsk(1), '设备到场', '2026-11-18', {
        client_id: 'cli_2',
        client: '宏达物流',
        project_id: HALL,
        project: '分拣大厅',
      }),
      milestone(tsk(2), '竣工验收', '2026-12-20', { promised_on: '2026-12-15', planned_on: '2026-12-01' }),
      milestone(tsk(3), '待定', null),
    ],
  });
  core.answers['portfolio.get'] = () => ({
    today: '2026-11-21',
    projects: [
      { id: COLD, name: '冷库改造', client: '华成建设' },
      { id: HALL, name: '分拣大厅', client: '宏达物流' },
    ],
    rows: [
      row(COLD, 'project', 1, '冷库改造', '2026-11-02T08:00:00', '2026-12-20T17:00:00'),
      row(tsk(4), 'phase', 2, '土建', '2026-11-02T08:00:00', '2026-11-27T17:00:00'),
      row(tsk(5), 'milestone', 3, '基础验收', '2026-11-27T17:00:00', '2026-11-27T17:00:00'),
      row(HALL, 'project', 1, '分拣大厅', '2026-11-16T08:00:00', '2026-12-04T17:00:00'),
    ],
  });
});

const names = () => [...document.querySelectorAll('[role="rowheader"]')].map((cell) => cell.textContent);
const place = () => selectRoute(useRouteStore.getState());

describe.each([
  ['zh-CN', 'light'],
  ['zh-TW', 'dark'],
  ['en', 'light'],
] as const)('in %s, %s', (locale, theme) => {
  it('both screens pass axe', async () => {
    const list = await show(<MilestonesScreen />, locale, theme);
    await expect.poll(names).toHaveLength(3);
    expect(await findings()).toEqual([]);
    await list.unmount();
    await show(<PortfolioScreen />, locale, theme);
    await expect.poll(names).toHaveLength(4);
    expect(await findings()).toEqual([]);
  });
});

describe('milestones of all projects', () => {
  it('I3: say how late each is, what is overdue, and lead to the plan with Enter', async () => {
    await show(<MilestonesScreen />);
    await expect.poll(names).toEqual(['设备到场', '竣工验收', '待定']);
    await expect.element(page.getByText('5 days late')).toBeVisible();
    await expect.element(page.getByRole('row', { name: /设备到场/ }).getByText('Overdue')).toBeVisible();
    await userEvent.click(page.getByText('设备到场'));
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(place()).toEqual({ name: 'plan', projectId: COLD, itemId: tsk(2) });
  });

  it('are narrowed by client and period, and nothing left is told from nothing there', async () => {
    await show(<MilestonesScreen />);
    await userEvent.click(page.getByRole('button', { name: /Client/ }));
    await userEvent.click(page.getByRole('option', { name: '华成建设' }));
    await expect.poll(names).toEqual(['竣工验收', '待定']);
    await userEvent.click(page.getByRole('button', { name: /Period/ }));
    await userEvent.click(page.getByRole('option', { name: 'Overdue' }));
    await expect.element(page.getByText('No milestone fits these filters.')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Clear filters' }));
    await expect.poll(names).toHaveLength(3);
  });
});

describe('the portfolio', () => {
  it('shows projects, phases and milestones as far as wanted, and opens the plan of a row', async () => {
    await show(<PortfolioScreen />);
    await expect.poll(names).toEqual(['冷库改造', '土建', '基础验收', '分拣大厅']);
    await expect
      .element(page.getByRole('row', { name: /土建, 2026-11-02 to 2026-11-27/ }))
      .toHaveAttribute('aria-level', '2');
    await userEvent.click(page.getByText('Projects', { exact: true }));
    await expect.poll(names).toEqual(['冷库改造', '分拣大厅']);
    await userEvent.click(page.getByText('分拣大厅'));
    await userEvent.keyboard('{Enter}');
    expect(place()).toEqual({ name: 'plan', projectId: HALL });
  });

  it('is for looking only: the calculation behind a drag is never asked for', async () => {
    await show(<PortfolioScreen />);
    await expect.poll(names).toHaveLength(4);
    // The plan asks for it in the first idle moment after its picture.
    for (let n = 0; n < 3; n++) await new Promise((done) => requestIdleCallback(done, { timeout: 1000 }));
    expect(core.asked('plan.network')).toEqual([]);
  });

  it('leaves out the projects that were not chosen', async () => {
    await show(<PortfolioScreen />);
    await userEvent.click(page.getByRole('button', { name: 'Choose projects' }));
    await userEvent.click(page.getByText('冷库改造 · 华成建设'));
    await userEvent.click(page.getByRole('button', { name: 'Apply' }));
    await expect.poll(names).toEqual(['分拣大厅']);
    await expect.element(page.getByText('1 project', { exact: true })).toBeVisible();
  });
});
