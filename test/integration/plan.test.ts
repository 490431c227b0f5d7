import { afterEach, beforeEach, expect, test } from 'vitest';
import { PLAN_FLAGS } from '#shared/ipc/channels/plan.ts';
import type { InputOf, OutputOf } from '#shared/ipc/contract.ts';
import { formatLocal } from '#shared/schedule/calendar/instant.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let project: string;
beforeEach(async () => {
  t = await startTestApp();
  const { id: client } = await t.request('client.create', { values: { name: '华成建设' } });
  project = (
    await t.request('project.create', {
      values: { client_id: client, name: '三期厂房', start_on: '2026-11-23' },
    })
  ).id;
});
afterEach(() => t.close());

type Patch = InputOf<'plan.editTask'>['patch'];
const add = async (
  name: string,
  patch: Patch = {},
  place: InputOf<'plan.addTask'>['place'] = { where: 'end', id: null },
) => {
  const { id } = await t.request('plan.addTask', { projectId: project, place, name });
  if (Object.keys(patch).length > 0) await t.request('plan.editTask', { id, patch });
  return id;
};
const plan = () => t.request('plan.get', { projectId: project });
const show = (p: OutputOf<'plan.get'>) =>
  p.rows.id.map((_, i) => {
    const at = (value: number | null | undefined) => (value == null ? '—' : formatLocal(value).slice(5, 16));
    return `${p.rows.number[i]} ${p.rows.name[i]} ${at(p.rows.start[i])} ${at(p.rows.finish[i])} ${p.rows.percent[i]}%`;
  });
const row = async (name: string) => {
  const rows = show(await plan());
  return rows.find((line) => line.split(' ')[1] === name);
};
const steps = async () => (await t.request('history.recent', { limit: 500 })).length;

test('a new task takes one working day at the start of the project, and the project gets a calendar', async () => {
  const before = await steps();
  await t.request('plan.addTask', { projectId: project, place: { where: 'end', id: null } });
  expect(await steps()).toBe(before + 1);
  const p = await plan();
  expect(show(p)).toEqual(['1 新任务 11-23T08:00 11-23T17:00 0%']);
  expect(p.calendarId).toMatch(/^cal_/);
  expect(p.calendars.map((c) => c.id)).toContain(p.calendarId);
  await t.request('undo.undo', {});
  expect((await plan()).rows.id).toEqual([]);
});

test('I2: start keeps the duration, duration moves the finish, finish changes the duration, over the weekend', async () => {
  const id = await add('安装', { duration: '3d' });
  expect(await row('安装')).toBe('1 安装 11-23T08:00 11-25T17:00 0%');
  await t.request('plan.editTask', { id, patch: { start: '2026-11-26' } });
  expect(await row('安装')).toBe('1 安装 11-26T08:00 11-30T17:00 0%');
  await t.request('plan.editTask', { id, patch: { duration: '4h' } });
  expect(await row('安装')).toBe('1 安装 11-26T08:00 11-26T12:00 0%');
  await t.request('plan.editTask', { id, patch: { finish: '2026-12-02' } });
  expect((await t.request('task.get', { id }))?.duration_tenths).toBe(5 * 4800);
  await t.request('plan.editTask', { id, patch: { duration: '2 周' } });
  expect(await row('安装')).toBe('1 安装 11-26T08:00 12-09T17:00 0%');
  await t.request('plan.editTask', { id, patch: { start: '2026-11-28', duration: '1d' } });
  expect(await row('安装')).toBe('1 安装 11-30T08:00 11-30T17:00 0%');
  await t.request('plan.editTask', { id, patch: { duration: '2ed' } });
  expect(await row('安装')).toBe('1 安装 11-30T08:00 12-02T08:00 0%');
});

test('refused dates and durations name the field and change nothing', async () => {
  const id = await add('安装');
  const before = await steps();
  await expect(t.request('plan.editTask', { id, patch: { finish: '2026-11-20' } })).rejects.toMatchObject({
    err: { code: 'RULE_BROKEN', field: 'task.finish_at', reason: 'DATES_REVERSED' },
  });
  await expect(t.request('plan.editTask', { id, patch: { duration: 'soon' } })).rejects.toMatchObject({
    err: { code: 'PLAN_TEXT_UNREADABLE', args: { text: 'soon' } },
  });
  await expect(t.request('plan.editTask', { id, patch: { percent: 101 } })).rejects.toThrow('VALIDATION');
  await expect(t.request('plan.editTask', { id, patch: { start: '2026-02-30' } })).rejects.toThrow(
    'VALIDATION',
  );
  await expect(t.request('plan.editTask', { id, patch: { rank: 'a0' } as never })).rejects.toThrow(
    'VALIDATION',
  );
  await expect(t.request('plan.shiftTasks', { ids: [id], days: 20_000 * 5 })).rejects.toThrow('VALIDATION');
  expect(await steps()).toBe(before);
});

test('a milestone has no length; one put on a day off waits for the next working day', async () => {
  const id = await add('验收', { duration: '3d' });
  await t.request('plan.editTask', { id, patch: { milestone: true } });
  expect((await t.request('task.get', { id }))?.duration_tenths).toBe(0);
  await t.request('plan.editTask', { id, patch: { finish: '2026-11-29' } });
  expect(await row('验收')).toBe('1 验收 11-30T08:00 11-30T08:00 0%');
  expect((await t.request('task.get', { id }))?.constraint_at).toBe('2026-11-29T08:00:00');
  await t.request('plan.editTask', { id, patch: { milestone: false } });
  expect(await row('验收')).toBe('1 验收 11-30T08:00 11-30T17:00 0%');
  await t.request('plan.editTask', { id, patch: { duration: '0' } });
  expect((await t.request('task.get', { id }))?.milestone).toBe(true);
});

test('I2: progress and actual dates agree', async () => {
  const id = await add('安装', { duration: '4d' });
  await t.request('plan.editTask', { id, patch: { percent: 25 } });
  expect(await t.request('task.get', { id })).toMatchObject({
    actual_start_at: '2026-11-23T08:00:00',
    actual_finish_at: null,
    remaining_tenths: 3 * 4800,
  });
  await t.request('plan.editTask', { id, patch: { percent: 100 } });
  expect(await t.request('task.get', { id })).toMatchObject({
    actual_finish_at: '2026-11-26T17:00:00',
    remaining_tenths: 0,
  });
  await t.request('plan.shiftTasks', { ids: [id], days: 1 });
  expect(await t.request('task.get', { id })).toMatchObject({
    actual_start_at: '2026-11-24T08:00:00',
    actual_finish_at: '2026-11-27T17:00:00',
  });
  await t.request('plan.editTask', { id, patch: { percent: 0 } });
  expect(await t.request('task.get', { id })).toMatchObject({
    actual_start_at: null,
    actual_finish_at: null,
  });
});

test('I1: a summary takes dates and progress from its subtasks and cannot be edited', async () => {
  const phase = await add('基础');
  const a = await add('开挖', { duration: '2d', percent: 100 }, { where: 'child', id: phase });
  await add('浇筑', { start: '2026-11-30', duration: '6d' }, { where: 'child', id: phase });
  expect(show(await plan())).toEqual([
    '1 基础 11-23T08:00 12-07T17:00 25%',
    '1.1 开挖 11-23T08:00 11-24T17:00 100%',
    '1.2 浇筑 11-30T08:00 12-07T17:00 0%',
  ]);
  expect((await plan()).rows.flags[0]! & PLAN_FLAGS.summary).toBe(PLAN_FLAGS.summary);
  for (const patch of [{ start: '2026-11-24' }, { duration: '1d' }, { percent: 5 }, { milestone: true }])
    await expect(t.request('plan.editTask', { id: phase, patch })).rejects.toThrow('SUMMARY_COMPUTED');
  await expect(t.request('plan.resizeTask', { id: phase, edge: 'finish', days: 1 })).rejects.toThrow(
    'SUMMARY_COMPUTED',
  );
  await t.request('plan.editTask', { id: phase, patch: { name: '地基', responsible: '王工' } });
  const before = await steps();
  await t.request('plan.shiftTasks', { ids: [phase, a], days: -1 });
  expect(await steps()).toBe(before + 1);
  expect(show(await plan())[0]).toBe('1 地基 11-20T08:00 12-04T17:00 25%');
});

test('an end that is dragged stops at the other end', async () => {
  const id = await add('安装', { duration: '3d' });
  await t.request('plan.resizeTask', { id, edge: 'finish', days: 2 });
  expect(await row('安装')).toBe('1 安装 11-23T08:00 11-27T17:00 0%');
  await t.request('plan.resizeTask', { id, edge: 'finish', days: -9 });
  expect(await row('安装')).toBe('1 安装 11-23T08:00 11-23T17:00 0%');
  await t.request('plan.resizeTask', { id, edge: 'start', days: -1 });
  expect(await row('安装')).toBe('1 安装 11-20T08:00 11-23T17:00 0%');
  await t.request('plan.resizeTask', { id, edge: 'start', days: 9 });
  expect(await row('安装')).toBe('1 安装 11-23T08:00 11-23T17:00 0%');
});

test('I1: rows are indented, outdented and moved, several in one step', async () => {
  const [a, b, c, d] = [await add('a'), await add('b'), await add('c'), await add('d')];
  const numbers = async () => {
    const { rows } = await plan();
    return rows.id.map((_, i) => `${rows.number[i]}${rows.name[i]}`).join(' ');
  };
  const before = await steps();
  expect(await t.request('plan.indent', { ids: [b, c] })).toMatchObject({ count: 2 });
  expect(await numbers()).toBe('1a 1.1b 1.2c 2d');
  expect(await t.request('plan.indent', { ids: [a] })).toMatchObject({ count: 0 });
  expect(await steps()).toBe(before + 1);
  await t.request('plan.outdent', { ids: [b] });
  expect(await numbers()).toBe('1a 2b 2.1c 3d');
  await t.request('plan.moveTask', { ids: [d], parentId: null, beforeId: a });
  expect(await numbers()).toBe('1d 2a 3b 3.1c');
  await expect(t.request('plan.moveTask', { ids: [b], parentId: c, beforeId: null })).rejects.toThrow(
    'TASK_CYCLE',
  );
  await expect(t.request('plan.moveTask', { ids: [b], parentId: a, beforeId: c })).rejects.toThrow(
    'NOT_FOUND',
  );
  expect(await t.request('plan.removeTasks', { ids: [b, c] })).toMatchObject({ count: 2 });
  expect(await numbers()).toBe('1d 2a');
  for (let i = 0; i < 4; i++) await t.request('undo.undo', {});
  expect(await numbers()).toBe('1a 2b 3c 4d');
});

test('links are made, changed, removed; loops and links into the own summary are refused', async () => {
  const [a, b, c] = [await add('甲'), await add('乙'), await add('丙')];
  await t.request('plan.linkChain', { ids: [c, a, b] });
  const links = (await plan()).links;
  expect(links.from.map((from, i) => `${from}→${links.to[i]}`)).toEqual(['0→1', '1→2']);
  await expect(t.request('plan.addLink', { fromId: c, toId: a })).rejects.toMatchObject({
    err: { code: 'LINK_CYCLE', args: { path: expect.stringContaining('甲') } },
  });
  await expect(t.request('plan.addLink', { fromId: a, toId: b })).rejects.toThrow('LINK_EXISTS');
  await t.request('plan.editLink', {
    id: links.id[0]!,
    type: 'SS',
    lag: { lag_kind: 'working', lag_value: 9600, lag_unit: 'd' },
  });
  await t.request('plan.setPredecessors', { id: c, text: '1FF-1d；2' });
  expect((await plan()).links).toMatchObject({ type: ['SS', 'FF', 'FS'], lagValue: [9600, -4800, 0] });
  await t.request('plan.setPredecessors', { id: c, text: '' });
  expect((await plan()).links.id).toHaveLength(1);
  await expect(t.request('plan.setPredecessors', { id: c, text: '9' })).rejects.toThrow('NOT_FOUND');
  await expect(t.request('plan.setPredecessors', { id: c, text: 'abc' })).rejects.toThrow(
    'PLAN_TEXT_UNREADABLE',
  );
  await t.request('plan.addLink', { fromId: b, toId: c });
  await expect(t.request('plan.indent', { ids: [c] })).rejects.toThrow('LINK_OWN_SUMMARY');
  await t.request('plan.setPredecessors', { id: c, text: '' });
  await t.request('plan.indent', { ids: [c] });
  await expect(t.request('plan.addLink', { fromId: b, toId: c })).rejects.toThrow('LINK_OWN_SUMMARY');
  expect(await t.request('plan.unlink', { ids: [a] })).toMatchObject({ count: 1 });
  const { id } = await t.request('plan.addLink', { fromId: a, toId: b, type: 'FF' });
  await t.request('plan.removeLink', { id });
  await expect(t.request('plan.removeLink', { id })).rejects.toThrow('NOT_FOUND');
});

test('rows pasted from a spreadsheet become tasks with outline, dates and links in one step', async () => {
  await add('已有');
  const before = await steps();
  await t.request('plan.pasteRows', {
    projectId: project,
    place: { where: 'end', id: null },
    columns: ['name', 'duration', 'start', 'finish', 'percent', 'predecessors', 'responsible'],
    cells: [
      ['主体', '', '', '', '', '', ''],
      ['  一层', '3d', '2026-11-30', '', '50%', '', '王工'],
      ['  二层', '', '2026/12/3', '12/7', '', '2.1', ''],
      ['', '', '', '', '', '', ''],
      ['收尾', '2 天', '', '', '', '', ''],
    ],
  });
  expect(await steps()).toBe(before + 1);
  expect(show(await plan())).toEqual([
    '1 已有 11-23T08:00 11-23T17:00 0%',
    '2 主体 11-30T08:00 12-07T17:00 25%',
    '2.1 一层 11-30T08:00 12-02T17:00 50%',
    '2.2 二层 12-03T08:00 12-07T17:00 0%',
    '3 收尾 11-23T08:00 11-24T17:00 0%',
  ]);
  await expect(
    t.request('plan.pasteRows', {
      projectId: project,
      place: { where: 'end', id: null },
      columns: ['name', 'start'],
      cells: [
        ['好', '12/1'],
        ['坏', 'someday'],
      ],
    }),
  ).rejects.toMatchObject({ err: { code: 'PLAN_TEXT_UNREADABLE', args: { line: 2 } } });
  expect((await plan()).rows.id).toHaveLength(5);
});

test('the calendar of the project is changed, refused without working time, and moves the plan', async () => {
  const id = await add('安装', { duration: '3d' });
  const calendar = await t.request('plan.calendar.get', { projectId: project });
  const day = calendar.week[1];
  await t.request('plan.calendar.set', {
    projectId: project,
    week: [[], day, day, day, day, day, day] as never,
    exceptions: [
      {
        name: '停电',
        from: '2026-11-24',
        to: '2026-11-24',
        intervals: [],
        recurrence: null,
        occurrences: null,
      },
    ],
  });
  expect(await row('安装')).toBe('1 安装 11-23T08:00 11-26T17:00 0%');
  await t.request('plan.editTask', { id, patch: { duration: '5d' } });
  expect(await row('安装')).toBe('1 安装 11-23T08:00 11-28T17:00 0%');
  const nothing = [[], [], [], [], [], [], []] as never;
  await expect(
    t.request('plan.calendar.set', { projectId: project, week: nothing, exceptions: [] }),
  ).rejects.toThrow('CALENDAR_WITHOUT_WORK');
  await t.request('undo.undo', {});
  await t.request('undo.undo', {});
  expect((await t.request('plan.calendar.get', { projectId: project })).exceptions).toEqual([]);
});

test('a start that was chosen is kept as a constraint, and fields of the client are stored', async () => {
  const id = await add('安装');
  await t.request('plan.editTask', { id, patch: { start: '2026-12-01' } });
  expect(await t.request('task.get', { id })).toMatchObject({
    constraint_type: 'snet',
    constraint_at: '2026-12-01T08:00:00',
  });
  await t.request('plan.editTask', {
    id,
    patch: { deadline_on: '2026-12-10', client_visible: true, client_text: '设备安装', mode: 'manual' },
  });
  await t.request('plan.editTask', { id, patch: { constraint_type: 'fnlt', constraint_on: '2026-12-09' } });
  expect(await t.request('task.get', { id })).toMatchObject({
    deadline_at: '2026-12-10T17:00:00',
    client_text: '设备安装',
    constraint_at: '2026-12-09T17:00:00',
  });
  await t.request('plan.editTask', { id, patch: { constraint_type: 'asap' } });
  expect((await t.request('task.get', { id }))?.constraint_at).toBeNull();
});

test('unknown projects and tasks of two projects are refused', async () => {
  const a = await add('甲');
  const { client_id } = (await t.request('project.get', { id: project }))!;
  const other = await t.request('project.create', { values: { client_id, name: '别的' } });
  const b = await t.request('plan.addTask', { projectId: other.id, place: { where: 'end', id: null } });
  await expect(t.request('plan.shiftTasks', { ids: [a, b.id], days: 1 })).rejects.toThrow('OTHER_PROJECT');
  await expect(t.request('plan.addLink', { fromId: a, toId: b.id })).rejects.toThrow('OTHER_PROJECT');
  await expect(t.request('plan.moveTask', { ids: [a], parentId: b.id, beforeId: null })).rejects.toThrow(
    'OTHER_PROJECT',
  );
  await expect(t.request('plan.get', { projectId: a.replace('tsk', 'prj') })).rejects.toThrow('NOT_FOUND');
});
