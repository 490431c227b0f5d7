import { afterEach, beforeEach, expect, test } from 'vitest';
import { PLAN_FLAGS } from '#shared/ipc/channels/plan.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let project: string;
beforeEach(async () => {
  t = await startTestApp();
  const made = await t.request('project.createWithCalendar', {
    client: { name: '华成建设' },
    values: { name: '泵站', start_on: '2026-11-23' },
    calendar: 'standard',
    calendarName: '五天制',
  });
  project = made.projectId;
});
afterEach(() => t.close());

const weekly = (values: object = {}) => ({
  pattern: { kind: 'weeks' as const, every: 1, weekdays: [1] },
  from: '2026-11-23',
  until: null,
  count: 3,
  duration: '2h',
  time: 14 * 600,
  onDayOff: 'next' as const,
  ...values,
});
const add = (rule = weekly()) =>
  t.request('recurring.add', { projectId: project, place: { where: 'end', id: null }, name: '例会', rule });
const rows = async () => {
  const { name, flags, start, number } = (await t.request('plan.get', { projectId: project })).rows;
  const day = (at: number | null) => (at === null ? null : new Date(at * 6000).toISOString().slice(0, 16));
  return name.map((text, i) => ({
    name: text,
    flags: flags[i] ?? 0,
    start: day(start[i] ?? null),
    number: number[i],
  }));
};

test('a recurring task is a summary with a subtask for each day, made in one step', async () => {
  const { id, count } = await add();
  expect(count).toBe(3);
  const found = await rows();
  expect(found.map(({ name, start, number }) => [number, name, start])).toEqual([
    ['1', '例会', '2026-11-23T14:00'],
    ['1.1', '例会 1', '2026-11-23T14:00'],
    ['1.2', '例会 2', '2026-11-30T14:00'],
    ['1.3', '例会 3', '2026-12-07T14:00'],
  ]);
  expect((found[0]?.flags ?? 0) & PLAN_FLAGS.summary).toBe(PLAN_FLAGS.summary);
  expect((found[0]?.flags ?? 0) & PLAN_FLAGS.recurring).toBe(PLAN_FLAGS.recurring);
  await t.request('undo.undo', {});
  expect(await rows()).toEqual([]);
  expect(await t.request('task.get', { id })).toBeNull();
});

test('holidays of the project move an occurrence or leave it out', async () => {
  const { week } = await t.request('plan.calendar.get', { projectId: project });
  const holiday = { name: '停工', from: '2026-11-30', to: '2026-11-30', intervals: [], recurrence: null };
  const { id } = await add();
  await t.request('plan.calendar.set', {
    projectId: project,
    week,
    exceptions: [{ ...holiday, occurrences: null }],
  } as never);
  const preview = (onDayOff: 'next' | 'previous' | 'skip') =>
    t.request('recurring.preview', { projectId: project, rule: weekly({ onDayOff }) });
  expect((await preview('next')).days[1]).toEqual({ on: '2026-11-30', day: '2026-12-01', moved: true });
  expect((await preview('previous')).days[1]?.day).toBe('2026-11-27');
  expect(await preview('skip')).toMatchObject({ skipped: 1, days: { length: 3 } });
  await t.request('recurring.change', { id, rule: weekly({ onDayOff: 'next' }) });
  expect((await rows())[2]).toMatchObject({ name: '例会 2', start: '2026-12-01T14:00' });
});

test('a new rule keeps what has begun and what a person named, and moves or replaces the rest', async () => {
  const { id } = await add();
  const [first, second] = (await t.request('task.list', { where: { parent_id: id } })).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  await t.request('plan.editTask', { id: first?.id ?? '', patch: { percent: 100 } });
  await t.request('plan.editTask', { id: second?.id ?? '', patch: { name: '开工例会' } });
  const fridays = weekly({
    pattern: { kind: 'weeks', every: 1, weekdays: [5] },
    from: '2026-11-27',
    count: 2,
  });
  const { created, kept, removed } = await t.request('recurring.change', { id, rule: fridays });
  expect({ created, kept, removed }).toEqual({ created: 2, kept: 1, removed: 2 });
  expect((await rows()).map(({ name, start }) => [name, start])).toEqual([
    ['例会', '2026-11-23T14:00'],
    ['例会 1', '2026-11-23T14:00'],
    ['例会 2', '2026-11-27T14:00'],
    ['例会 3', '2026-12-04T14:00'],
  ]);
  await t.request('undo.undo', {});
  expect((await rows()).map(({ name }) => name)).toEqual(['例会', '例会 1', '开工例会', '例会 3']);
  await t.request('recurring.change', { id, name: '周会', rule: weekly({ count: 4 }) });
  expect((await rows()).map(({ name }) => name)).toEqual(['周会', '周会 1', '开工例会', '周会 3', '周会 4']);
});

test('a rule without an end, without a day or for a plain task is refused', async () => {
  await expect(add(weekly({ count: null }))).rejects.toThrow('RECURRENCE_ENDLESS');
  await expect(add(weekly({ count: null, until: '2026-11-01' }))).rejects.toThrow('DATES_REVERSED');
  const sundays = { pattern: { kind: 'weeks' as const, every: 1, weekdays: [7] }, onDayOff: 'skip' as const };
  await expect(add(weekly(sundays))).rejects.toThrow('RECURRENCE_EMPTY');
  const place = { where: 'end', id: null } as const;
  const { id } = await t.request('plan.addTask', { projectId: project, place, name: '安装' });
  await expect(t.request('recurring.change', { id, rule: weekly() })).rejects.toThrow('NOT_RECURRING');
});
