import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locales } from '#shared/i18n/index.ts';
import type { InputOf, OutputOf } from '#shared/ipc/contract.ts';
import { requireSharedData } from '#test/support/sharedData.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

type Options = InputOf<'table.preview'>['options'];
type Into = InputOf<'table.import'>['into'];

let t: TestApp;
beforeEach(async () => {
  t = await startTestApp({ now: '2026-03-02T04:00:00.000Z' });
});
afterEach(() => t.close());

async function upload(name: string, content: string | Uint8Array): Promise<string> {
  const bytes = Buffer.from(content);
  const { token } = await t.request('file.begin', { name, size: bytes.length });
  for (let at = 0; at < bytes.length; at += 900_000)
    await t.request('file.chunk', { token, base64: bytes.subarray(at, at + 900_000).toString('base64') });
  return token;
}

const real = (name: string): Promise<string> =>
  upload(name, readFileSync(join(requireSharedData(), 'tables', name)));

const preview = (token: string, options: Options = {}): Promise<OutputOf<'table.preview'>> =>
  t.task('table.preview', { token, options });

const NEW: Into = { client: { name: 'Client' }, name: 'List' };

const take = (token: string, options: Options = {}, leaveOut = false, into: Into = NEW) =>
  t.task('table.import', { token, options, leaveOut, into });

const tasksOf = (projectId: string) => t.request('task.list', { where: { project_id: projectId } });

async function planOf(projectId: string) {
  const { rows, links } = await t.request('plan.get', { projectId });
  const day = (at: number | null | undefined) =>
    at === null || at === undefined ? null : new Date(at * 6000).toISOString().slice(0, 16);
  return {
    rows: rows.id.map((_, i) => ({
      number: rows.number[i],
      name: rows.name[i],
      start: day(rows.start[i]),
      finish: day(rows.finish[i]),
      percent: rows.percent[i],
    })),
    links: links.from.map(
      (from, i) => `${rows.number[from]} ${links.type[i]} ${rows.number[links.to[i] ?? 0]}`,
    ),
  };
}

const titles = ({ mapping, columns }: OutputOf<'table.preview'>) =>
  Object.fromEntries(Object.entries(mapping).map(([field, column]) => [field, columns[column ?? 0]?.title]));

describe('task lists of real programs', () => {
  it('reads the hand-made list of a house: depth by signs, states, predecessors by name', async () => {
    const token = await real('task-list-house-construction.xlsx');
    const seen = await preview(token);
    expect(titles(seen)).toEqual({
      name: 'House-1025-Phase1==',
      percent: 'Status',
      finish: 'Planned End Date',
      duration: 'Duration',
      cost: 'Cost',
      predecessors: 'Dependency',
    });
    expect(seen.hierarchy).toBe('indent');
    expect(seen.reference).toBe('name');
    expect(seen.percentForm).toBe('state');
    expect(seen.problemCount).toBe(0);
    expect(seen.counts).toMatchObject({ tasks: 82, links: 1 });
    const { projectId } = await take(token);
    const { rows, links } = await planOf(projectId);
    expect(rows.slice(0, 3)).toMatchObject([
      { number: '1', name: 'Architecture & Design' },
      { number: '1.1', name: 'House Layout Design', percent: 100, start: '2026-03-02T08:00' },
      { number: '1.2', name: 'Foundation Layout Design', percent: 100 },
    ]);
    expect(rows.find(({ name }) => name === 'Bricks')).toMatchObject({ number: '2.1.1' });
    // Bricks wait for the layout of the foundation.
    expect(links).toEqual(['1.2 FS 2.1.1']);
  });

  it('reads the delay register of a site: expected finish before baseline finish, dates of the workbook', async () => {
    const seen = await preview(await real('delay-register-construction.xlsx'));
    expect(titles(seen)).toEqual({
      id: 'S.N',
      name: 'Activity',
      finish: 'Anticipated / Actual finish as per current progress',
      percent: 'Status',
      notes: 'Remarks',
    });
    expect(seen.counts.tasks).toBe(49);
    expect(seen.rows[0]?.reads).toContainEqual({ column: 3, kind: 'date', value: '2021-09-30' });
    expect(seen.dates).toMatchObject([{ column: 3, order: 'ymd', decidedBy: 'form' }]);
    expect(seen.sheets.map(({ name }) => name)).toEqual(['Delay Register', 'Status', 'Type of Delay']);
  });

  it('V1: reads a Jira export: 67 columns, dates with the month in words', async () => {
    const seen = await preview(await real('jira-cloud-export.csv'));
    expect(seen.columns).toHaveLength(67);
    expect(titles(seen)).toMatchObject({
      name: 'Summary',
      start: 'Custom field (Start date)',
      finish: 'Due date',
      responsible: 'Assignee',
    });
    const { projectId } = await take(await real('jira-cloud-export.csv'));
    expect((await planOf(projectId)).rows).toMatchObject([
      { name: 'SUMMARY2', start: '2024-01-09T08:00', finish: '2024-01-10T17:00' },
      { name: 'summary1', start: '2024-01-08T08:00', finish: '2024-01-08T17:00' },
    ]);
  });

  it('reads a TickTick backup: titles in row 7, subtasks by the id of their parent, times of another zone', async () => {
    const seen = await preview(await real('ticktick-export.csv'));
    expect(seen.headerRow).toBe(7);
    expect(seen.hierarchy).toBe('parent');
    expect(seen.counts).toMatchObject({ tasks: 11 });
    // 23:00 in Greenwich is the next morning in Shanghai.
    expect(seen.rows[1]?.reads).toContainEqual({ column: 7, kind: 'date', value: '2018-12-12T07:00:00' });
    const { projectId } = await take(await real('ticktick-export.csv'));
    const { rows } = await planOf(projectId);
    expect(rows.slice(1, 4)).toMatchObject([
      { number: '2', name: 'Task with reminder and dates' },
      { number: '2.1', name: 'Subtask example' },
      { number: '2.2', name: 'Another subtask' },
    ]);
  });

  it('V1: reads an Asana export: a subtask cannot wait for the task it lies in, and nothing is written until that is settled', async () => {
    const token = await real('constructed-asana-export.csv');
    const seen = await preview(token);
    expect(titles(seen)).toMatchObject({
      name: 'Name',
      start: 'Start Date',
      finish: 'Due Date',
      parent: 'Parent task',
      predecessors: 'Blocked By (Dependencies)',
    });
    expect(seen.problems).toMatchObject([
      { row: 4, column: 14, code: 'PREDECESSOR_OWN_SUMMARY', text: 'Excavation' },
    ]);
    await expect(take(token)).rejects.toThrow('TABLE_PROBLEMS');
    expect(await t.request('project.list', {})).toEqual([]);
    const { projectId } = await take(token, {}, true);
    const { rows, links } = await planOf(projectId);
    expect(rows.map(({ number, name }) => `${number} ${name}`)).toEqual([
      '1 Survey',
      '2 Excavation',
      '2.1 Blinding',
    ]);
    expect(links).toEqual(['1 FS 2']);
    // Grouped by section instead, the same list has no such knot.
    const { mapping } = seen;
    const grouped = await preview(await real('constructed-asana-export.csv'), {
      mapping,
      hierarchy: 'group',
    });
    expect(grouped.problemCount).toBe(0);
    expect(grouped.counts).toMatchObject({ tasks: 5, summaries: 2, links: 2 });
  });

  it('reads 1000 phases of 100 projects, one summary for each project', async () => {
    const token = await real('erp-project-phases.csv');
    const seen = await preview(token);
    expect(titles(seen)).toMatchObject({
      name: 'phase_name',
      start: 'planned_start',
      finish: 'planned_end',
      percent: 'progress_pct',
      cost: 'budget_aed',
      group: 'project_id',
    });
    expect(seen).toMatchObject({ hierarchy: 'group', problemCount: 0, calendar: 'sevenDay', daysOff: 0 });
    expect(seen.counts).toMatchObject({ tasks: 1100, summaries: 100 });
    const { projectId } = await take(token);
    const { rows } = await planOf(projectId);
    expect(rows.slice(0, 2)).toMatchObject([
      { number: '1', name: 'PRJ-001', start: '2023-12-14T08:00' },
      {
        number: '1.1',
        name: 'Enabling Works',
        start: '2023-12-14T08:00',
        finish: '2024-02-10T17:00',
        percent: 100,
      },
    ]);
    const costs = (await tasksOf(projectId)).map(({ cost_minor }) => cost_minor);
    expect(costs).toContain(1_107_851_100);
  });

  it('reads the list of projects: duration beside dates is compared with the calendar', async () => {
    const seen = await preview(await real('erp-projects.csv'));
    expect(titles(seen)).toMatchObject({ name: 'project_name', start: 'start_date', finish: 'end_date' });
    expect(seen.counts.tasks).toBe(100);
    expect(seen.durationsDiffer).toBeGreaterThan(50);
  });
});

const AMBIGUOUS = 'Task,Start,Finish\nA,05/04/25,06/04/25\nB,07/04/25,08/04/25\n';

describe('what the user has to decide', () => {
  it('asks for the order of 05/04/25 and writes nothing before it is said', async () => {
    const token = await upload('list.csv', AMBIGUOUS);
    const seen = await preview(token);
    expect(seen.dates).toMatchObject([
      { column: 1, order: null, ambiguous: 2, example: { text: '05/04/25' } },
      { column: 2, order: null, ambiguous: 2 },
    ]);
    expect(seen.dates[0]?.example?.readings).toEqual({
      ymd: '2005-04-25',
      dmy: '2025-04-05',
      mdy: '2025-05-04',
    });
    expect(seen.rows[0]?.reads).toEqual([
      { column: 1, kind: 'undecided', value: null },
      { column: 2, kind: 'undecided', value: null },
    ]);
    await expect(take(token, {}, true)).rejects.toMatchObject({
      err: { code: 'TABLE_DATES_UNDECIDED', args: { count: 4 } },
    });
    expect(await t.request('project.list', {})).toEqual([]);
    expect(seen).toMatchObject({ start: null, finish: null });
    // One answer is enough: a file is written in one way.
    const dateOrders = [{ column: 1, order: 'dmy' as const }];
    const decided = await preview(token, { dateOrders });
    expect(decided.rows[0]?.reads).toContainEqual({ column: 1, kind: 'date', value: '2025-04-05' });
    // 5 April 2025 is a Saturday, 6 April a Sunday.
    expect(decided.calendar).toBe('sevenDay');
    const { projectId } = await take(token, { dateOrders });
    expect((await planOf(projectId)).rows[0]).toMatchObject({
      start: '2025-04-05T08:00',
      finish: '2025-04-06T17:00',
    });
  });

  it('one 5/13/25 decides for all columns of the file', async () => {
    const seen = await preview(
      await upload('a.csv', 'Task,Start,Finish\nA,05/04/25,06/04/25\nB,5/12/25,5/13/25\n'),
    );
    expect(seen.dates).toMatchObject([
      { column: 1, order: 'mdy', decidedBy: 'otherColumn' },
      { column: 2, order: 'mdy', decidedBy: 'values' },
    ]);
  });

  it('lists every cell that cannot be read with its place, and takes the rest if asked to', async () => {
    const list =
      'No,任务名称,开始日期,完成日期,工期,完成百分比,前置任务,成本\n' +
      '1,挖土,2026-03-02,2026-03-06,五天左右,40%,,1.250.000\n' +
      '2,,2026-03-09,,,,,\n' +
      '3,垫层,2026-03-10,2026-03-09,,120,9,三千\n';
    const token = await upload('清单.csv', list);
    const seen = await preview(token);
    expect(seen.problems.map(({ row, column, code, text }) => [row, column, code, text])).toEqual([
      [2, 4, 'DURATION_UNREADABLE', '五天左右'],
      [3, 1, 'NAME_MISSING', ''],
      [4, 3, 'DATES_REVERSED', '2026-03-09'],
      [4, 5, 'PERCENT_RANGE', '120'],
      [4, 6, 'PREDECESSOR_UNKNOWN', '9'],
      [4, 7, 'MONEY_UNREADABLE', '三千'],
    ]);
    await expect(take(token)).rejects.toMatchObject({ err: { code: 'TABLE_PROBLEMS', args: { count: 6 } } });
    const { projectId } = await take(token, {}, true);
    expect(
      (await tasksOf(projectId)).map(({ name, cost_minor, percent }) => [name, cost_minor, percent]),
    ).toEqual([
      ['挖土', 125_000_000, 40],
      ['垫层', null, 0],
    ]);
  });

  it('refuses a list without a column of names, and one without tasks', async () => {
    const token = await upload('a.csv', 'Start,Finish\n2026-03-02,2026-03-06\n2026-03-03,2026-03-07\n');
    await expect(take(token)).rejects.toThrow('TABLE_NO_NAME');
    const empty = await upload('b.csv', 'Task,Start,Finish\n');
    await expect(take(empty)).rejects.toThrow('TABLE_NO_TASKS');
    await expect(preview(token, { sheet: 7 })).rejects.toThrow('NOT_FOUND');
  });
});

describe('where a list goes', () => {
  async function project(): Promise<string> {
    const { projectId } = await t.request('project.createWithCalendar', {
      client: { name: 'C' },
      values: { name: 'P', start_on: '2026-03-02' },
      calendar: 'standard',
      calendarName: 'Standard',
    });
    return projectId;
  }

  it('adds to a plan inside the chosen task or at its end, and one undo takes all of it back', async () => {
    const projectId = await project();
    const end = { where: 'end', id: null } as const;
    const { id: phase } = await t.request('plan.addTask', { projectId, place: end, name: 'Phase' });
    const list = 'WBS,Task,Duration,Predecessors\n1,Works,,\n1.1,Dig,2d,\n1.2,Pour,3d,1.1\n';
    await take(await upload('a.csv', list), {}, false, { projectId, place: { where: 'child', id: phase } });
    const { rows, links } = await planOf(projectId);
    expect(rows.map(({ number, name, start, finish }) => [number, name, start, finish])).toEqual([
      ['1', 'Phase', '2026-03-02T08:00', '2026-03-06T17:00'],
      ['1.1', 'Works', '2026-03-02T08:00', '2026-03-06T17:00'],
      ['1.1.1', 'Dig', '2026-03-02T08:00', '2026-03-03T17:00'],
      ['1.1.2', 'Pour', '2026-03-04T08:00', '2026-03-06T17:00'],
    ]);
    expect(links).toEqual(['1.1.1 FS 1.1.2']);
    const { undo } = await t.request('undo.state', {});
    expect(undo?.label).toEqual({ key: 'importTable', args: { count: 3, name: 'P' } });
    await t.request('undo.undo', {});
    expect((await planOf(projectId)).rows.map(({ name }) => name)).toEqual(['Phase']);
  });

  it('holds a start that nothing else explains, and leaves a start that follows from links free', async () => {
    const list =
      'ID,Task,Start,Finish,Predecessors\n1,A,2026-03-02,2026-03-03,\n2,B,2026-03-04,2026-03-05,1\n3,C,2026-03-12,2026-03-12,2\n';
    const { projectId } = await take(await upload('a.csv', list));
    const held = (await tasksOf(projectId)).map(({ name, constraint_type, constraint_at }) => [
      name,
      constraint_type,
      constraint_at,
    ]);
    expect(held).toEqual([
      ['A', 'asap', null],
      ['B', 'asap', null],
      ['C', 'snet', '2026-03-12T08:00:00'],
    ]);
  });

  it('does not import into a project that is gone', async () => {
    const token = await upload('a.csv', 'Task,Start\nA,2026-03-02\nB,2026-03-03\n');
    const place = { where: 'end', id: null } as const;
    await expect(take(token, {}, false, { projectId: 'prj_none', place })).rejects.toThrow();
  });
});

describe('templates and export', () => {
  for (const language of locales)
    for (const format of ['xlsx', 'csv'] as const)
      it(`the template in ${language} as ${format} is imported without a word about its columns`, async () => {
        const saved = await t.request('table.template', { language, format });
        const token = await upload(saved?.name ?? '', readFileSync(join(t.dir, saved?.name ?? '')));
        const seen = await preview(token);
        expect(Object.keys(seen.mapping)).toHaveLength(12);
        expect(seen).toMatchObject({ problemCount: 0, durationsDiffer: 0, beforeLinks: 0, hierarchy: 'wbs' });
        expect(seen.counts).toEqual({ tasks: 7, summaries: 2, milestones: 1, links: 4 });
        const { projectId } = await take(token);
        const { rows, links } = await planOf(projectId);
        expect(rows.map(({ number }) => number)).toEqual(['1', '1.1', '1.2', '2', '2.1', '2.2', '2.3']);
        expect(rows.at(-1)).toMatchObject({ start: '2026-03-27T17:00' });
        expect(links).toHaveLength(4);
      });

  it('a plan that is exported and imported again is the same plan', async () => {
    const first = await take(await real('erp-project-phases.csv'));
    const before = await planOf(first.projectId);
    for (const format of ['xlsx', 'csv'] as const) {
      const saved = await t.task('table.export', { projectId: first.projectId, language: 'zh-TW', format });
      const token = await upload(saved?.name ?? '', readFileSync(join(t.dir, saved?.name ?? '')));
      const { projectId } = await take(token);
      expect(await planOf(projectId)).toEqual(before);
    }
  });

  it('text that looks like a formula is neither run nor lost', async () => {
    const { projectId } = await take(
      await upload(
        'a.csv',
        'Task,Start\n"\'=HYPERLINK(""http://x"")",2026-03-02\n\'+1,2026-03-02\nB,2026-03-03\n',
      ),
    );
    const names = (await planOf(projectId)).rows.map(({ name }) => name);
    expect(names).toEqual(['=HYPERLINK("http://x")', '+1', 'B']);
    const saved = await t.task('table.export', { projectId, language: 'en', format: 'csv' });
    const text = readFileSync(join(t.dir, saved?.name ?? ''), 'utf8');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text).not.toMatch(/(?:^|,|")[=+@]/m);
    const again = await take(await upload('b.csv', text));
    expect((await planOf(again.projectId)).rows.map(({ name }) => name)).toEqual(names);
  });
});
