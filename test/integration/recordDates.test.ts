/** Tasks, links, assignments, calendars and project dates written through the channels every entity has. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CalendarDef } from '#shared/schedule/calendar/definition.ts';
import { liveState } from '#test/support/storeState.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let projectId: string;
beforeEach(async () => {
  t = await startTestApp();
  const { id: client } = await t.request('client.create', { values: { name: '甲' } });
  const values = { client_id: client, name: 'Dates', start_on: '2026-03-02' };
  projectId = (await t.request('project.create', { values })).id;
});
afterEach(() => t.close());

const create = async (name: string, values: object = {}): Promise<string> =>
  (await t.request('task.create', { values: { project_id: projectId, name, ...values } })).id;
const link = (from: string, to: string) =>
  t.request('link.create', { values: { project_id: projectId, from_id: from, to_id: to, type: 'FS' } });
const spanOf = async (id: string): Promise<string> => {
  const task = await t.request('task.get', { id });
  return `${task?.start_at} ${task?.finish_at}`;
};
const state = (): string => {
  const context = t.app.context();
  if (!context) throw new Error('not open');
  return liveState(context.store);
};
/** What the calculation would still move: nothing, if all dates are settled. */
const unsettled = async (): Promise<string[]> => {
  const { rows } = await t.request('plan.differences', { projectId });
  return rows.map(({ id }) => id);
};

test('a new task lies where the calculation puts it, and is a day long unless somebody says', async () => {
  expect(await spanOf(await create('A'))).toBe('2026-03-02T08:00:00 2026-03-02T17:00:00');
  const held = await create('B', { start_at: '2026-03-04T08:00:00', finish_at: '2026-03-05T17:00:00' });
  expect(await spanOf(held)).toBe('2026-03-04T08:00:00 2026-03-05T17:00:00');
  expect(await t.request('task.get', { id: held })).toMatchObject({
    constraint_type: 'snet',
    duration_tenths: 9600,
  });
  // A start on a day off is a start on the next working day.
  const weekend = await create('C', { start_at: '2026-03-07T08:00:00', duration_tenths: 4800 });
  expect(await spanOf(weekend)).toBe('2026-03-09T08:00:00 2026-03-09T17:00:00');
  expect(await unsettled()).toEqual([]);
});

test('what follows is moved in the same step, and undo brings all of it back', async () => {
  const first = await create('A', { duration_tenths: 4800 });
  const second = await create('B', { duration_tenths: 4800 });
  await link(first, second);
  expect(await spanOf(second)).toBe('2026-03-03T08:00:00 2026-03-03T17:00:00');
  const before = state();
  await t.request('task.update', { id: first, patch: { duration_tenths: 9600 } });
  expect(await spanOf(first)).toBe('2026-03-02T08:00:00 2026-03-03T17:00:00');
  expect(await spanOf(second)).toBe('2026-03-04T08:00:00 2026-03-04T17:00:00');
  await t.request('undo.undo', {});
  expect(state()).toBe(before);
  await t.request('task.update', { id: first, patch: { start_at: '2026-03-09T08:00:00' } });
  expect(await spanOf(second)).toBe('2026-03-10T08:00:00 2026-03-10T17:00:00');
  await t.request('undo.undo', {});
  expect(state()).toBe(before);
  await t.request('task.update', { id: first, patch: { finish_at: '2026-03-04T17:00:00' } });
  expect(await t.request('task.get', { id: first })).toMatchObject({ duration_tenths: 14_400 });
  expect(await spanOf(second)).toBe('2026-03-05T08:00:00 2026-03-05T17:00:00');
  expect(await unsettled()).toEqual([]);
});

test('a task set by hand stays where it is put, and pushes what follows', async () => {
  const first = await create('A', { duration_tenths: 4800 });
  const second = await create('B', { duration_tenths: 4800 });
  await link(first, second);
  await t.request('task.update', {
    id: first,
    patch: { mode: 'manual', start_at: '2026-03-07T08:00:00', finish_at: '2026-03-08T17:00:00' },
  });
  expect(await spanOf(first)).toBe('2026-03-07T08:00:00 2026-03-08T17:00:00');
  expect(await spanOf(second)).toBe('2026-03-09T08:00:00 2026-03-09T17:00:00');
});

test('links, assignments, calendars and the dates of the project are followed as well', async () => {
  const first = await create('A', { duration_tenths: 4800 });
  const second = await create('B', { duration_tenths: 4800 });
  const { id: between } = await link(first, second);
  await t.request('link.update', {
    id: between,
    patch: { lag_kind: 'working', lag_value: 4800, lag_unit: 'd' },
  });
  expect(await spanOf(second)).toBe('2026-03-04T08:00:00 2026-03-04T17:00:00');
  await t.request('project.update', { id: projectId, patch: { start_on: '2026-03-03' } });
  expect(await spanOf(second)).toBe('2026-03-05T08:00:00 2026-03-05T17:00:00');
  const project = await t.request('project.get', { id: projectId });
  const calendar = await t.request('calendar.get', { id: project?.calendar_id ?? '' });
  const stored = calendar?.definition as unknown as CalendarDef;
  const week = stored.week.map((day, index) => (index === 4 ? [] : day));
  await t.request('calendar.update', {
    id: project?.calendar_id ?? '',
    patch: { definition: { ...stored, week } as never },
  });
  // Thursday is off now.
  expect(await spanOf(second)).toBe('2026-03-06T08:00:00 2026-03-06T17:00:00');
  await t.request('link.remove', { id: between });
  expect(await spanOf(second)).toBe('2026-03-03T08:00:00 2026-03-03T17:00:00');
  expect(await unsettled()).toEqual([]);
});

test('refused: a project that is not there, a task that is not there, dates the wrong way round', async () => {
  const before = state();
  const nowhere = 'prj_00000000-0000-7000-8000-000000000000';
  await expect(
    t.request('task.create', { values: { project_id: nowhere, name: 'X' } }),
  ).rejects.toMatchObject({ err: { code: 'NOT_FOUND' } });
  await expect(
    t.request('task.update', {
      id: 'tsk_00000000-0000-7000-8000-000000000000',
      patch: { duration_tenths: 10 },
    }),
  ).rejects.toMatchObject({ err: { code: 'NOT_FOUND' } });
  await expect(
    create('X', { start_at: '2026-03-05T08:00:00', finish_at: '2026-03-02T17:00:00' }),
  ).rejects.toMatchObject({ err: { code: 'RULE_BROKEN', reason: 'DATES_REVERSED' } });
  expect(state()).toBe(before);
});

test('a milestone is settled like any task: held at its date, in the same step, and the plan stays calculated', async () => {
  const work = await create('A', { duration_tenths: 9600 });
  const named = await create('M', { milestone: true, finish_at: '2026-03-05T17:00:00' });
  expect(await spanOf(named)).toBe('2026-03-05T17:00:00 2026-03-05T17:00:00');
  expect(await t.request('task.get', { id: named })).toMatchObject({
    constraint_type: 'snet',
    constraint_at: '2026-03-05T17:00:00',
    duration_tenths: 0,
  });
  // Nobody knows its date yet: it follows from the plan.
  const open = await create('N', { milestone: true });
  expect(await spanOf(open)).toBe('2026-03-02T08:00:00 2026-03-02T08:00:00');
  await link(work, open);
  expect(await spanOf(open)).toBe('2026-03-03T17:00:00 2026-03-03T17:00:00');
  expect(await unsettled()).toEqual([]);
  expect(await t.request('project.get', { id: projectId })).toMatchObject({ scheduling: 'automatic' });
});

test('a new date of a milestone moves it and what follows, whichever end is named, and undo brings it back', async () => {
  const milestone = await create('M', { milestone: true, start_at: '2026-03-05T17:00:00' });
  const after = await create('B', { duration_tenths: 4800 });
  await link(milestone, after);
  const before = state();
  for (const end of ['start_at', 'finish_at']) {
    await t.request('task.update', { id: milestone, patch: { [end]: '2026-03-10T17:00:00' } });
    expect(await spanOf(milestone)).toBe('2026-03-10T17:00:00 2026-03-10T17:00:00');
    expect(await spanOf(after)).toBe('2026-03-11T08:00:00 2026-03-11T17:00:00');
    await t.request('undo.undo', {});
    expect(state()).toBe(before);
  }
});

test('a task that becomes a milestone takes no time, and one that no longer is takes a day', async () => {
  const task = await create('A', { duration_tenths: 9600 });
  const after = await create('B', { duration_tenths: 4800 });
  await link(task, after);
  await t.request('task.update', { id: task, patch: { milestone: true } });
  expect(await spanOf(task)).toBe('2026-03-02T08:00:00 2026-03-02T08:00:00');
  expect(await spanOf(after)).toBe('2026-03-02T08:00:00 2026-03-02T17:00:00');
  await t.request('task.update', { id: task, patch: { milestone: false } });
  expect(await spanOf(task)).toBe('2026-03-02T08:00:00 2026-03-02T17:00:00');
  expect(await spanOf(after)).toBe('2026-03-03T08:00:00 2026-03-03T17:00:00');
  expect(await unsettled()).toEqual([]);
});
