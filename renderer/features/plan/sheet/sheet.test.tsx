import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setPreferences } from '#renderer/state/preferences.ts';
import { PLAN_FLAGS, type PlanAnswer } from '#shared/ipc/channels/plan.ts';
import { parseLocal } from '#shared/schedule/calendar/instant.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import { compose } from '#test/support/compose.ts';
import { type FakeHost, installFakeHost } from '#test/support/fakeHost.ts';
import { plainColumns } from '#test/support/planColumns.ts';
import { networkOf } from '#test/support/planNetwork.ts';
import { findings, show } from '#test/support/screens.tsx';
import { PlanScreen } from '../public.ts';
import { COLUMN_WIDTHS } from './view.ts';

let core: FakeHost;
let ids: string[];
const project = 'prj_00000000-0000-7000-8000-000000000001';

const ROWS = [
  { name: '基础', depth: 1, flags: PLAN_FLAGS.summary, days: 4, who: null },
  { name: '开挖', depth: 2, flags: 0, days: 3, who: '王工' },
  { name: '浇筑', depth: 2, flags: 64, days: 1, who: '李工' },
  { name: '验收', depth: 1, flags: PLAN_FLAGS.milestone | PLAN_FLAGS.clientVisible, days: 0, who: null },
] as const;

function answer(): PlanAnswer {
  const start = parseLocal('2026-11-23T08:00:00') ?? 0;
  const column = <V,>(value: (row: (typeof ROWS)[number]) => V): V[] => ROWS.map(value);
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
      id: ids,
      depth: column((row) => row.depth),
      number: ['1', '1.1', '1.2', '2'],
      name: column((row) => row.name),
      flags: column((row) => row.flags),
      start: column(() => start),
      finish: column(({ days }) => (days === 0 ? start : start + (days - 1) * 14_400 + 5400)),
      duration: column(({ days }) => days * 4800),
      unit: column(() => 'd'),
      percent: column(() => 0),
      deadline: column(() => null),
      responsible: column((row) => row.who),
      calendar: column(() => null),
      ...plainColumns(ROWS.length),
    },
    links: {
      id: ['lnk_1'],
      from: [1],
      to: [2],
      type: ['FS'],
      lagKind: ['working'],
      lagValue: [0],
      lagUnit: ['d'],
    },
  };
}

beforeEach(() => {
  core = installFakeHost();
  core.answers['plan.baseline'] = () => null;
  ids = ROWS.map((row) => core.put('task', { project_id: project, name: row.name }));
  core.answers['plan.get'] = answer;
  core.answers['plan.network'] = () => networkOf(answer());
  core.answers['plan.fields'] = ({ fields }: { fields: readonly string[] }) =>
    fields.map((field) => ({ field, id: [ids[1]], value: [field === 'wbs' ? 'K-7' : '说明'] }));
  core.answers['plan.editTask'] = () => ({ changed: true });
  core.answers['history.of'] = () => [];
  core.answers['plan.pasteRows'] = () => ({ ids: [] });
});

async function open(locale: 'en' | 'zh-CN' | 'zh-TW' = 'en', theme: 'light' | 'dark' = 'light') {
  const screen = await show(<PlanScreen projectId={project} />, locale, theme);
  await expect.element(page.getByRole('treegrid')).toHaveAttribute('aria-busy', 'false');
  return screen;
}

const heads = () => [...document.querySelectorAll('[role="columnheader"]')].map((head) => head.textContent);
const rowNames = () => [...document.querySelectorAll('[role="rowheader"]')].map((cell) => cell.textContent);
const cell = (row: number, column: number) =>
  document.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) ?? document.body;
const choose = async (menu: string, ...items: readonly string[]) => {
  await userEvent.click(page.getByRole('button', { name: menu, exact: true }));
  for (const name of items) await userEvent.click(page.getByRole('menuitem', { name, exact: true }));
};

describe.each([
  ['zh-CN', 'light'],
  ['zh-TW', 'dark'],
  ['en', 'light'],
] as const)('in %s, %s', (locale, theme) => {
  it('the table passes axe filtered, grouped and with the dialog of columns', async () => {
    await open(locale, theme);
    await userEvent.click(page.getByText(/^(关键路径|要徑|Critical path)$/));
    expect(await findings()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: /^(列|欄位|Columns)$/ }));
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(await findings()).toEqual([]);
  });
});

describe('columns', () => {
  it('grow with the text size, so that a date that fits at 100 % fits at 130 %', async () => {
    setPreferences({ textSize: 130 });
    try {
      await open();
      const { width } = cell(1, heads().indexOf('Start')).getBoundingClientRect();
      expect(width).toBeCloseTo(COLUMN_WIDTHS.start * 1.3, 0);
    } finally {
      setPreferences({ textSize: 100 });
    }
  });

  it('are shown, hidden, widened and put in order by keyboard alone in the dialog', async () => {
    await open();
    await userEvent.click(page.getByRole('button', { name: 'Columns', exact: true }));
    await userEvent.click(page.getByText('Successors', { exact: true }));
    await userEvent.click(page.getByText('WBS code', { exact: true }));
    document.querySelector<HTMLElement>('[data-column="successors"] input[type="checkbox"]')?.focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
    document.querySelector<HTMLElement>('[data-column="wbs"] input[type="checkbox"]')?.focus();
    await userEvent.keyboard(' ');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect
      .poll(heads)
      .toEqual([
        'Task',
        'Duration',
        'Start',
        'Finish',
        '% done',
        'Successors',
        'Predecessors',
        'Responsible',
        'WBS code',
      ]);
    await expect.element(page.getByText('K-7')).toBeInTheDocument();
    expect(cell(1, 5).textContent).toBe('1.2');
  });

  it('have a menu on their head, opened by key, that sorts, moves and hides', async () => {
    await open();
    await userEvent.click(cell(0, 2));
    await userEvent.keyboard('{ArrowUp}');
    expect(document.activeElement?.getAttribute('data-cell')).toBe('-1:2');
    const menu = async (item: string) => {
      cell(-1, 2).dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
      await userEvent.click(page.getByRole('menuitem', { name: item, exact: true }));
    };
    await menu('Sort descending');
    await expect.poll(rowNames).toEqual(['基础', '开挖', '浇筑', '验收']);
    expect(cell(-1, 2).getAttribute('aria-sort')).toBe('descending');
    await menu('Sort ascending');
    await expect.poll(rowNames).toEqual(['验收', '基础', '浇筑', '开挖']);
    await menu('Sort as one list (tasks only)');
    await expect.poll(rowNames).toEqual(['验收', '浇筑', '开挖']);
    await menu('Order of the outline');
    await expect.poll(rowNames).toEqual(['基础', '开挖', '浇筑', '验收']);
    await menu('Hide column');
    await expect.poll(() => heads().includes('Duration')).toBe(false);
  });

  it('take what is typed into their own fields, and refuse what they cannot read', async () => {
    await open();
    await userEvent.click(page.getByRole('button', { name: 'Columns', exact: true }));
    for (const name of ['WBS code', 'Party', 'Cost'])
      await userEvent.click(page.getByText(name, { exact: true }));
    await userEvent.click(page.getByRole('button', { name: 'Apply' }));
    await expect.poll(() => heads().length).toBe(11);
    await userEvent.click(cell(1, 1));
    await userEvent.keyboard('{End}{ArrowLeft}sup{Enter}{ArrowUp}{ArrowRight}12.5万{Enter}');
    await userEvent.keyboard('{ArrowUp}{ArrowLeft}{ArrowLeft}');
    const ime = await compose('tujian', '土建-1');
    await ime.press('Enter');
    await ime.finish();
    await userEvent.keyboard('{Enter}');
    expect(core.asked('task.update')).toEqual([
      { id: ids[1], patch: { party: 'supplier' } },
      { id: ids[1], patch: { cost_minor: 12_500_000 } },
      { id: ids[1], patch: { wbs: '土建-1' } },
    ]);
    await userEvent.keyboard('{ArrowRight}nobody I know{Enter}');
    await expect
      .element(page.getByRole('textbox', { name: 'Party' }))
      .toHaveAttribute('aria-invalid', 'true');
  });
});

describe('filter and groups', () => {
  it('shows conditions as chips with the count, keeps summaries, and takes them off one by one', async () => {
    await open();
    await choose('Filter', 'Milestones');
    await expect.poll(rowNames).toEqual(['验收']);
    await expect.element(page.getByText('1 of 4 shown')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Remove filter “Milestones”' }));
    await choose('Filter', 'Critical');
    await expect.poll(rowNames).toEqual(['基础', '浇筑']);
    await expect.element(page.getByRole('row', { name: /浇筑.*0%, critical, follows 1\.1/ })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Clear filters' }));
    await expect.poll(rowNames).toEqual(['基础', '开挖', '浇筑', '验收']);
  });

  it('groups by the responsible into rows that fold and cannot be edited', async () => {
    await open();
    await choose('Group', 'By responsible');
    await expect.poll(rowNames).toEqual(['李工 (1)', '浇筑', '王工 (1)', '开挖', '(nobody) (1)', '验收']);
    const head = page.getByRole('row', { name: /^王工 \(1\), 2026-11-23 to 2026-11-25/ });
    await expect.element(head).toHaveAttribute('aria-expanded', 'true');
    await expect.element(head).toHaveAttribute('aria-level', '1');
    await userEvent.click(cell(2, 1));
    await userEvent.keyboard('X{Enter}');
    expect(core.asked('plan.editTask')).toEqual([]);
    await userEvent.keyboard('{ArrowUp}{ArrowDown}{ArrowLeft}');
    await expect.poll(rowNames).toHaveLength(5);
    expect(await findings()).toEqual([]);
  });
});

describe('saved views', () => {
  it('keep columns, filter and groups under a name, show what was changed, and go back', async () => {
    await open();
    await choose('Filter', 'Milestones');
    await userEvent.click(page.getByRole('button', { name: 'Save as view…' }));
    await userEvent.keyboard('验收清单{Enter}');
    await expect.element(page.getByRole('radio', { name: '验收清单' })).toBeChecked();
    expect(core.asked('saved_view.create')).toMatchObject([
      { values: { screen: 'plan', name: '验收清单', project_id: project } },
    ]);
    await expect.element(page.getByRole('button', { name: 'Reset view' })).not.toBeInTheDocument();
    await choose('Group', 'By party');
    await expect.element(page.getByRole('button', { name: 'Reset view' })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Reset view' }));
    await expect.poll(rowNames).toEqual(['验收']);
    await userEvent.click(page.getByText('Standard', { exact: true }));
    await expect.poll(rowNames).toHaveLength(4);
  });

  it('can be renamed and deleted, but not those that every plan has; names are not given twice', async () => {
    core.put('saved_view', {
      project_id: null,
      screen: 'plan',
      name: '本周',
      definition: { columns: [{ id: 'name', width: 200 }], filter: {}, sort: null, group: 'none' },
    });
    await open();
    await userEvent.click(page.getByText('本周'));
    await expect.poll(heads).toEqual(['Task']);
    await choose('View actions', 'Rename view…');
    await userEvent.clear(page.getByRole('textbox', { name: 'Name of the view' }));
    await userEvent.keyboard('Standard{Enter}');
    await expect.element(page.getByText('There is already a view of this name.')).toBeVisible();
    await userEvent.clear(page.getByRole('textbox', { name: 'Name of the view' }));
    await userEvent.keyboard('下周{Enter}');
    await expect.element(page.getByText('下周')).toBeVisible();
    await choose('View actions', 'Delete view');
    await expect.element(page.getByRole('radio', { name: 'Standard' })).toBeChecked();
    await userEvent.click(page.getByRole('button', { name: 'View actions' }));
    await expect
      .element(page.getByRole('menuitem', { name: 'Delete view' }))
      .toHaveAttribute('aria-disabled', 'true');
  });
});
