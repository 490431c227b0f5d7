import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { canRun, runCommand, useRegistry } from '#renderer/commands/registry.ts';
import { closeDialog, useDialog } from '#renderer/state/dialogs.ts';
import { PLAN_FLAGS, type PlanAnswer } from '#shared/ipc/channels/plan.ts';
import { parseLocal } from '#shared/schedule/calendar/instant.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import { compose } from '#test/support/compose.ts';
import { type FakeHost, installFakeHost } from '#test/support/fakeHost.ts';
import { plainColumns } from '#test/support/planColumns.ts';
import { networkOf } from '#test/support/planNetwork.ts';
import { findings, show } from '#test/support/screens.tsx';
import { MilestoneGantt, PlanScreen } from './public.ts';

let core: FakeHost;
let ids: string[];
const project = 'prj_00000000-0000-7000-8000-000000000001';

interface Row {
  readonly name: string;
  readonly depth?: number;
  readonly flags?: number;
  readonly days?: number;
}

const ROWS: readonly Row[] = [
  { name: '基础', flags: PLAN_FLAGS.summary, days: 4 },
  { name: '开挖', depth: 2, days: 2 },
  { name: '浇筑', depth: 2, days: 2 },
  { name: '验收', flags: PLAN_FLAGS.milestone | PLAN_FLAGS.clientVisible, days: 0 },
];

function answer(rows: readonly Row[]): PlanAnswer {
  const start = parseLocal('2026-11-23T08:00:00') ?? 0;
  const numbers: string[] = [];
  let top = 0;
  let inner = 0;
  for (const { depth = 1 } of rows) {
    if (depth === 1) inner = 0;
    numbers.push(depth === 1 ? `${++top}` : `${top}.${++inner}`);
  }
  const column = <V,>(value: (row: Row) => V): V[] => rows.map(value);
  return {
    project: {
      id: project,
      name: '厂房',
      start_on: null,
      finish_on: null,
      status_on: null,
      minutes_per_day: 480,
      minutes_per_week: 2400,
      days_per_month: 20,
      scheduling: 'automatic',
      schedule_from: 'start',
    },
    today: '2026-11-21',
    statusAt: null,
    calendars: [presetCalendar('standard', 'c', 'c')],
    calendarId: 'c',
    rows: {
      id: rows.map(
        (_, i) => ids[i] ?? `tsk_00000000-0000-7000-8000-${String(900_000 + i).padStart(12, '0')}`,
      ),
      depth: column((row) => row.depth ?? 1),
      number: numbers,
      name: column((row) => row.name),
      flags: column((row) => row.flags ?? 0),
      start: column(() => start),
      finish: column(({ days = 1 }) => (days === 0 ? start : start + (days - 1) * 14_400 + 5400)),
      duration: column(({ days = 1 }) => days * 4800),
      unit: column(() => 'd'),
      percent: column(() => 0),
      deadline: column(() => null),
      responsible: column(() => null),
      calendar: column(() => null),
      ...plainColumns(rows.length),
    },
    links:
      rows.length > 2
        ? {
            id: ['lnk_1'],
            from: [1],
            to: [2],
            type: ['FS'],
            lagKind: ['working'],
            lagValue: [0],
            lagUnit: ['d'],
          }
        : { id: [], from: [], to: [], type: [], lagKind: [], lagValue: [], lagUnit: [] },
  };
}

beforeEach(() => {
  core = installFakeHost();
  core.answers['plan.baseline'] = () => null;
  ids = ROWS.map((row) => core.put('task', { project_id: project, name: row.name }));
  core.answers['plan.get'] = () => answer(ROWS);
  core.answers['plan.network'] = () => networkOf(answer(ROWS));
  core.answers['history.of'] = () => [];
  for (const channel of ['shiftTasks', 'indent', 'linkChain', 'removeTasks', 'moveTask'])
    core.answers[`plan.${channel}`] = () => ({ count: 1 });
  core.answers['plan.editTask'] = () => ({ changed: true });
  core.answers['plan.resizeTask'] = () => ({ changed: true });
  core.answers['plan.setPredecessors'] = () => ({ changed: true });
});

const cell = (row: number, column: number) =>
  document.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) ?? document.body;

async function open(locale: 'en' | 'zh-CN' | 'zh-TW' = 'en', theme: 'light' | 'dark' = 'light') {
  const screen = await show(<PlanScreen projectId={project} />, locale, theme);
  await expect.element(page.getByRole('treegrid')).toHaveAttribute('aria-busy', 'false');
  return screen;
}

describe.each([
  ['zh-CN', 'light'],
  ['zh-TW', 'dark'],
  ['en', 'dark'],
] as const)('in %s, %s', (locale, theme) => {
  it('passes axe with rows, with the details open, and empty', async () => {
    const screen = await open(locale, theme);
    expect(await findings()).toEqual([]);
    await userEvent.click(cell(1, 1));
    await userEvent.keyboard('{Shift>}{F2}{/Shift}');
    await expect.element(page.getByRole('complementary')).toBeVisible();
    expect(await findings()).toEqual([]);
    await screen.unmount();
    core.answers['plan.get'] = () => answer([]);
    await open(locale, theme);
    expect(await findings()).toEqual([]);
  });
});

it('says above the rows, not in their place, that the dates are kept', async () => {
  const kept = answer(ROWS);
  core.answers['plan.get'] = () => ({ ...kept, project: { ...kept.project, scheduling: 'kept' } });
  core.answers['plan.differences'] = () => ({
    count: 2,
    circle: [],
    rows: [],
    imported: false,
  });
  await open();
  await expect.element(page.getByRole('button', { name: /differences/i })).toBeVisible();
  await expect.element(page.getByText(/Dates stay as they were entered/)).toBeVisible();
  await expect.element(page.getByText('浇筑', { exact: true })).toBeVisible();
  expect(page.getByRole('treegrid').element().clientHeight).toBeGreaterThan(200);
});

describe('commands of the app', () => {
  const offered = () => useRegistry.getState().commands.filter(({ id }) => id.startsWith('plan.'));

  it('has the tools of the plan while it is shown, as far as the choice allows, and none afterwards', async () => {
    const screen = await open();
    await userEvent.click(cell(1, 0));
    expect(offered().map(({ id }) => id)).toEqual(
      expect.arrayContaining(['plan.add', 'plan.indent', 'plan.link', 'plan.zoomIn', 'plan.today']),
    );
    const link = offered().find(({ id }) => id === 'plan.link');
    expect(link && canRun(link)).toBe(false);
    await runCommand('plan.indent', { onFailed: (_, error) => expect.unreachable(String(error)) });
    await expect.poll(() => core.asked('plan.indent')).toEqual([{ ids: [ids[1]] }]);
    await screen.unmount();
    expect(offered()).toEqual([]);
  });

  it('makes a recurring task also in a plan without rows, from its toolbar and by name', async () => {
    core.answers['plan.get'] = () => answer([]);
    await show(<PlanScreen projectId={project} />);
    const asked = { name: 'recurring', projectId: project, afterId: null };
    await userEvent.click(page.getByRole('button', { name: 'Recurring task…' }));
    expect(useDialog.getState().shown).toEqual(asked);
    closeDialog();
    await runCommand('plan.recurring', { onFailed: (_, error) => expect.unreachable(String(error)) });
    expect(useDialog.getState().shown).toEqual(asked);
    closeDialog();
  });
});

describe('the sheet', () => {
  it('reads each row in one sentence', async () => {
    await open();
    const row = page.getByRole('row', { name: /1\.2 浇筑, 2026-11-23 to 2026-11-24, 2 d, 0%, follows 1\.1/ });
    await expect.element(row).toBeVisible();
    await expect
      .element(page.getByRole('row', { name: /^1 基础.*summary task/ }))
      .toHaveAttribute('aria-expanded', 'true');
  });

  it('edits a duration by typing, says at once what cannot be read, and leaves summaries alone', async () => {
    await open();
    await userEvent.click(cell(1, 2));
    await userEvent.keyboard('soon{Enter}');
    await expect
      .element(page.getByRole('textbox', { name: 'Duration' }))
      .toHaveAttribute('aria-invalid', 'true');
    expect(core.asked('plan.editTask')).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('3d{Enter}');
    expect(core.asked('plan.editTask')).toEqual([{ id: ids[1], patch: { duration: '3d' } }]);
    await userEvent.click(cell(0, 2));
    await userEvent.keyboard('9d{Enter}');
    expect(core.asked('plan.editTask')).toHaveLength(1);
  });

  it('reads dates as people say them and sends calendar days', async () => {
    await open();
    await userEvent.click(cell(1, 3));
    await userEvent.keyboard('+3d{Enter}');
    expect(core.asked('plan.editTask')).toEqual([{ id: ids[1], patch: { start: '2026-11-24' } }]);
  });

  it('takes a name from an input method without acting on its Enter', async () => {
    await open();
    await userEvent.click(cell(1, 1));
    const ime = await compose('wajue', '挖掘');
    await ime.press('Enter');
    expect(core.asked('plan.editTask')).toEqual([]);
    await ime.finish();
    await userEvent.keyboard('{Enter}');
    expect(core.asked('plan.editTask')).toEqual([{ id: ids[1], patch: { name: '挖掘' } }]);
  });

  it('has a key for every drag', async () => {
    await open();
    await userEvent.click(cell(1, 1));
    await userEvent.keyboard(']');
    await userEvent.keyboard('[[');
    await userEvent.keyboard('{Shift>}]{/Shift}');
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await userEvent.keyboard('{Control>}{F2}{/Control}');
    expect(core.asked('plan.shiftTasks')).toEqual([
      { ids: [ids[1]], days: 1 },
      { ids: [ids[1]], days: -1 },
    ]);
    expect(core.asked('plan.resizeTask')).toEqual([{ id: ids[1], edge: 'finish', days: 1 }]);
    expect(core.asked('plan.indent')).toEqual([{ ids: [ids[1]] }]);
    expect(core.asked('plan.moveTask')).toEqual([{ ids: [ids[1]], parentId: ids[0], beforeId: null }]);
    expect(core.asked('plan.linkChain')).toEqual([{ ids: [ids[1], ids[2]] }]);
  });

  it('tells why a command was refused', async () => {
    core.answers['plan.indent'] = () => {
      throw { code: 'LINK_OWN_SUMMARY', args: { inner: '开挖', outer: '基础' } };
    };
    await open();
    await userEvent.click(cell(1, 1));
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    await expect.element(page.getByText(/“开挖” lies inside “基础”/)).toBeVisible();
  });

  it('tells a filter without results from an empty plan', async () => {
    await open();
    await userEvent.fill(page.getByRole('searchbox'), 'nothing like this');
    await expect.element(page.getByText('No task matches the filters.')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Clear filters' }).first());
    await expect.element(page.getByRole('row', { name: /验收/ })).toBeVisible();
  });
});

it('prints the milestone chart with vector text of 7 pt or more and a name', async () => {
  await show(
    <MilestoneGantt
      title="Milestones"
      today="2026-11-21"
      fontSize={4}
      items={[
        { id: 'a', name: '结构封顶', kind: 'milestone', planned: { start: null, finish: '2026-12-10' } },
        { id: 'b', name: 'Fit-out', kind: 'phase', planned: { start: '2026-12-10', finish: '2027-02-01' } },
      ]}
    />,
  );
  await expect.element(page.getByRole('img', { name: 'Milestones' })).toBeVisible();
  const sizes = [...document.querySelectorAll('svg [font-size]')].map((e) =>
    Number(e.getAttribute('font-size')),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(7);
  expect(document.querySelector('svg')?.getAttribute('width')).toBe('510pt');
  expect(await findings()).toEqual([]);
});

describe('a long plan', () => {
  it('draws the cells in view while it is scrolled, and the rest of each row once that is over', async () => {
    core.answers['plan.get'] = () =>
      answer(Array.from({ length: 2000 }, (_, i) => ({ name: `Task ${i}`, days: 1 + (i % 9) })));
    await open();
    const box = document.querySelector('[role="treegrid"]');
    const all = document.querySelectorAll('[role="columnheader"]').length;
    const rowOf = (at: number) => document.querySelector(`[role="row"][aria-rowindex="${at + 2}"]`);
    // As it is when it comes: a moment later the rest is there.
    const first: { cells: number; label: boolean; around: boolean }[] = [];
    const observer = new MutationObserver(() => {
      const row = rowOf(1004);
      if (!row) return;
      const around = rowOf(996) !== null;
      first.push({ cells: row.childElementCount, label: row.hasAttribute('aria-label'), around });
    });
    observer.observe(document.body, { subtree: true, childList: true });
    box?.scrollTo({ top: 1000 * 32 });
    await expect.poll(() => first.length).toBeGreaterThan(0);
    expect(first[0]?.cells).toBeLessThan(all);
    expect(first[0]?.label).toBe(false);
    // After a jump those in view come before the room around them.
    expect(first[0]?.around).toBe(false);
    await expect.poll(() => rowOf(1004)?.getAttribute('aria-label')).toContain('Task 1004');
    expect(rowOf(1004)?.childElementCount).toBe(all);
    expect(rowOf(996)?.childElementCount).toBe(all);
    observer.disconnect();
  });
});
