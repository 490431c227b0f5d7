import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCalendar } from '#shared/schedule/calendar/compile.ts';
import { formatLocal, parseLocal } from '#shared/schedule/calendar/instant.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import { type ProgressLineRow, progressLine } from '#shared/schedule/layout/progressLine.ts';
import { bufferFigures } from './buffer.ts';
import { comparePlans, type TaskState } from './compare.ts';
import { checkState, confirmationDue } from './premilestone.ts';

const week = compileCalendar(presetCalendar('standard', 'c', ''), new Map());
const at = (text: string): number => parseLocal(text) ?? 0;

describe('two states of a plan compared', () => {
  const state = (id: string, start: string, finish: string, values: Partial<TaskState> = {}): TaskState => ({
    id,
    name: id,
    summary: false,
    start: at(start),
    finish: at(finish),
    duration: 4800,
    cost: null,
    percent: 0,
    ...values,
  });
  const options = { calendarOf: () => week, minutesPerDay: 480, withProgress: true };
  const compare = (before: TaskState[], after: TaskState[], withProgress = true) =>
    comparePlans(before, after, week, { ...options, withProgress });
  const friday = state('a', '2026-11-06T08:00', '2026-11-06T17:00');
  const monday = state('a', '2026-11-09T08:00', '2026-11-09T17:00');

  test('a task that moved over the weekend is one working day late, not three', () => {
    const found = compare([friday], [monday]);
    expect(found.changes).toMatchObject([{ id: 'a', kinds: ['moved'], startDays: 1, finishDays: 1 }]);
    expect(found.finishDays).toBe(1);
    expect(compare([monday], [friday]).changes[0]).toMatchObject({ finishDays: -1 });
  });

  test('the end of Friday and the start of Monday are the same moment', () => {
    const milestone = (text: string) => ({ ...state('m', text, text), duration: 0 });
    const found = compare([milestone('2026-11-06T17:00')], [milestone('2026-11-09T08:00')]);
    expect(found.changes).toEqual([]);
    expect(found.unchanged).toBe(1);
  });

  test('says what came, what went, and what it costs', () => {
    const found = compare(
      [friday, state('gone', '2026-11-02T08:00', '2026-11-02T17:00', { cost: 500 })],
      [
        { ...friday, cost: 300, duration: 7200, percent: 40 },
        state('new', '2026-11-10T08:00', '2026-11-10T17:00', { cost: 70 }),
      ],
    );
    expect(found.changes.map(({ id, kinds, costChange }) => [id, kinds, costChange])).toEqual([
      ['a', ['duration', 'cost', 'progress'], 300],
      ['new', ['added'], 70],
      ['gone', ['removed'], -500],
    ]);
    expect(found).toMatchObject({ costBefore: 500, costAfter: 370, finishDays: 2 });
    expect(found.changes[0]?.durationDays).toBe(0.5);
  });

  test('progress is left out where a baseline is compared with today', () => {
    expect(compare([friday], [{ ...friday, percent: 60 }], false).changes).toEqual([]);
  });

  test('a plan compared with itself has no changes, and the way back is the negative', () => {
    const any = fc.record({
      day: fc.integer({ min: 0, max: 300 }),
      days: fc.integer({ min: 0, max: 30 }),
      cost: fc.option(fc.integer({ min: 0, max: 1e6 })),
    });
    const plan = (list: { day: number; days: number; cost: number | null }[]) =>
      list.map(({ day, days, cost }, i): TaskState => {
        const start = at('2026-01-01T08:00') + day * 14_400;
        return { ...friday, id: `t${i}`, start, finish: start + days * 14_400, cost };
      });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), fc.array(any, { maxLength: 6 }), (a, b) => {
        expect(compare(plan(a), plan(a)).changes).toEqual([]);
        const there = compare(plan(a), plan(b));
        const back = compare(plan(b), plan(a));
        expect(back.changes.length).toBe(there.changes.length);
        const days = new Map(back.changes.map((change) => [change.id, change.finishDays]));
        for (const { id, finishDays } of there.changes)
          if (finishDays !== null) expect((days.get(id) ?? 0) + finishDays).toBe(0);
      }),
    );
  });
});

describe('progress line', () => {
  const status = at('2026-11-11T00:00');
  const row = (start: string, finish: string, percent: number): ProgressLineRow => ({
    summary: false,
    counts: true,
    start: at(start),
    finish: at(finish),
    percent,
  });
  const line = (...rows: ProgressLineRow[]) => progressLine(rows, status, () => week);
  const early = row('2026-11-02T08:00', '2026-11-06T17:00', 100);
  const running = row('2026-11-09T08:00', '2026-11-13T17:00', 40);

  test('stands on the status date for what is over, what is on time and what lies ahead', () => {
    const ahead = row('2026-11-16T08:00', '2026-11-20T17:00', 0);
    expect(line(early, running, ahead).map(({ state, at: x }) => [state, x])).toEqual([
      ['on', status],
      ['on', status],
      ['on', status],
    ]);
  });

  test('bends left to the progress of late work and to the start of work that should have begun', () => {
    const points = line({ ...running, percent: 20 }, { ...running, percent: 0 }, { ...early, percent: 0 });
    expect(points.map(({ state, at: x }) => [state, formatLocal(x)])).toEqual([
      ['behind', '2026-11-09T17:00:00'],
      ['behind', '2026-11-09T08:00:00'],
      ['behind', '2026-11-02T08:00:00'],
    ]);
  });

  test('bends right where work is ahead, and passes summaries and undated rows by', () => {
    const points = line(
      { ...running, summary: true },
      { ...running, percent: 80 },
      { ...running, start: null },
      { ...running, percent: 100 },
    );
    expect(points.map(({ row: index, state, at: x }) => [index, state, formatLocal(x)])).toEqual([
      [1, 'ahead', '2026-11-12T17:00:00'],
      [3, 'ahead', '2026-11-13T17:00:00'],
    ]);
  });

  test('a recorded stop is believed before the percentage', () => {
    const stop = at('2026-11-09T12:00');
    expect(line({ ...running, stop })[0]).toMatchObject({ at: stop, state: 'behind' });
  });
});

describe('G20, WF5 confirmation before a milestone', () => {
  test('is due five working days before, over the weekend', () => {
    expect(confirmationDue(week, '2026-11-20', 5)).toBe('2026-11-13');
    expect(confirmationDue(week, '2026-11-18', 5)).toBe('2026-11-11');
    expect(confirmationDue(week, '2026-11-18', 0)).toBe('2026-11-18');
  });
  test('counts from the working day before a milestone on a day off', () => {
    expect(confirmationDue(week, '2026-11-22', 1)).toBe('2026-11-20');
    expect(confirmationDue(week, '2026-11-22', 5)).toBe('2026-11-16');
  });
  test('survives a move of the milestone and says that it was given for another day', () => {
    const facts = { dueOn: '2026-11-13', milestoneOn: '2026-11-20', done: false };
    const open = { ...facts, confirmedOn: null, confirmedFor: null };
    const given = { ...facts, confirmedOn: '2026-11-12', confirmedFor: '2026-11-20' };
    expect(checkState(open, '2026-11-12')).toBe('later');
    expect(checkState(open, '2026-11-13')).toBe('due');
    expect(checkState(open, '2026-11-14')).toBe('overdue');
    expect(checkState({ ...open, done: true }, '2026-11-30')).toBe('missed');
    expect(checkState(given, '2026-11-14')).toBe('confirmed');
    expect(checkState({ ...given, milestoneOn: '2026-11-27' }, '2026-11-14')).toBe('moved');
    expect(checkState({ ...given, milestoneOn: '2026-11-27', done: true }, '2026-11-30')).toBe('confirmed');
  });
});

describe('I6, I7, N7 buffers', () => {
  test('use is told against the time that has passed', () => {
    expect(bufferFigures(4800, [], 0.5)).toMatchObject({ total: 4800, used: 0, light: 'untouched' });
    expect(bufferFigures(2400, [2400], 0.5)).toMatchObject({ usedPercent: 50, light: 'calm' });
    expect(bufferFigures(2400, [2400], 0.4)).toMatchObject({ light: 'watch' });
    expect(bufferFigures(2400, [2400], 0.29)).toMatchObject({ light: 'act' });
    expect(bufferFigures(0, [4800], 1)).toMatchObject({ usedPercent: 100, light: 'empty' });
    expect(bufferFigures(0, [], 0)).toMatchObject({ usedPercent: null, light: 'empty' });
  });
  test('what is given back is no longer used, and the total never depends on the order', () => {
    const amounts = fc.array(fc.integer({ min: -5000, max: 5000 }), { maxLength: 8 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 9000 }), (taken, left) => {
        const figures = bufferFigures(left, taken, 0.5);
        expect(figures).toEqual(bufferFigures(left, [...taken].reverse(), 0.5));
        expect(figures.used + figures.left).toBe(figures.total);
        expect(figures.used).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
