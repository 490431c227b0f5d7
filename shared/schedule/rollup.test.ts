import { describe, expect, it } from 'vitest';
import { compileCalendar } from './calendar/compile.ts';
import { parseLocal } from './calendar/instant.ts';
import { presetCalendar } from './calendar/presets.ts';
import { type ComparedRow, compareDates, rollUp } from './rollup.ts';

const at = (text: string) => parseLocal(text) ?? Number.NaN;
const standard = compileCalendar(presetCalendar('standard', 's', 's'), new Map());
const calendarOf = () => standard;
const row = (uid: number, changes: Partial<ComparedRow> = {}): ComparedRow => ({
  uid,
  parentUid: null,
  start: at('2026-11-23T08:00'),
  finish: at('2026-11-23T17:00'),
  duration: 4800,
  elapsed: false,
  actualDuration: null,
  percentComplete: 0,
  manual: false,
  counts: true,
  resourceDriven: false,
  interrupted: false,
  ...changes,
});

describe('roll-up', () => {
  it('spans the leaves and measures working time, not a sum', () => {
    const rows = [
      row(1),
      row(2, { parentUid: 1 }),
      row(3, { parentUid: 1, start: at('2026-11-20T08:00'), finish: at('2026-11-20T17:00') }),
      row(4, { parentUid: 1, start: at('2026-11-23T08:00'), finish: at('2026-11-24T17:00'), duration: 9600 }),
    ];
    expect(rollUp(rows, calendarOf).get(1)).toEqual({
      start: at('2026-11-20T08:00'),
      finish: at('2026-11-24T17:00'),
      duration: 3 * 4800,
      percentComplete: 0,
    });
  });
  it('weighs percent by duration and rounds', () => {
    const rows = [
      row(1),
      row(2, { parentUid: 1, actualDuration: 4800, percentComplete: 100 }),
      row(3, { parentUid: 1, duration: 9600 }),
    ];
    expect(rollUp(rows, calendarOf).get(1)?.percentComplete).toBe(33);
  });
  it('reaches every level and ignores what does not count', () => {
    const rows = [
      row(1),
      row(2, { parentUid: 1 }),
      row(3, { parentUid: 2 }),
      row(4, { parentUid: 2, counts: false, finish: at('2027-01-01') }),
    ];
    const values = rollUp(rows, calendarOf);
    expect(values.get(1)).toEqual(values.get(2));
    expect(values.get(1)?.finish).toBe(at('2026-11-23T17:00'));
  });
  it('leaves the dates of a manual summary alone', () => {
    const rows = [
      row(1, { manual: true, finish: at('2026-12-01T17:00'), duration: 1 }),
      row(2, { parentUid: 1, percentComplete: 50 }),
    ];
    expect(rollUp(rows, calendarOf).get(1)).toMatchObject({
      finish: at('2026-12-01T17:00'),
      duration: 1,
      percentComplete: 50,
    });
  });
  it('is complete when only finished milestones are below', () => {
    expect(
      rollUp([row(1), row(2, { parentUid: 1, duration: 0, percentComplete: 100 })], calendarOf).get(1)
        ?.percentComplete,
    ).toBe(100);
  });
});

describe('comparison of dates', () => {
  it('is silent where start + duration gives the finish, on either side of a boundary', () => {
    expect(compareDates([row(1), row(2, { finish: at('2026-11-24T08:00') })], calendarOf)).toEqual([]);
    expect(
      compareDates([row(1, { elapsed: true, duration: 14_400, finish: at('2026-11-24T08:00') })], calendarOf),
    ).toEqual([]);
  });
  it.each([
    [{}, 'arithmetic'],
    [{ manual: true }, 'manual'],
    [{ resourceDriven: true }, 'resources'],
    [{ interrupted: true }, 'interrupted'],
    [{ start: null }, 'noDates'],
  ] as const)('%j is told as %s', (changes, reason) => {
    const [difference] = compareDates([row(1, { finish: at('2026-11-25T17:00'), ...changes })], calendarOf);
    expect(difference?.reason).toBe(reason);
  });
});
