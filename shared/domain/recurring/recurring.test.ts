import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../schedule/calendar/compile.ts';
import type { CalendarDef } from '../../schedule/calendar/definition.ts';
import { formatDate } from '../../schedule/calendar/instant.ts';
import { PRESET_KINDS, presetCalendar } from '../../schedule/calendar/presets.ts';
import { occurrencesOf } from './occurrences.ts';
import { mapRuleDates, type Pattern, type RecurrenceRule, ruleOf } from './rule.ts';

const holiday = (from: string, to: string) => ({
  name: '春节',
  from,
  to,
  intervals: [],
  recurrence: null,
  occurrences: null,
});
const calendarOf = (def: CalendarDef) => compileCalendar(def, new Map([[def.id, def]]));
const standard = presetCalendar('standard', 'c', '');
const calendar = calendarOf({ ...standard, exceptions: [holiday('2027-02-06', '2027-02-12')] });

const rule = (pattern: Pattern, values: Partial<RecurrenceRule> = {}): RecurrenceRule => ({
  pattern,
  from: '2027-01-01',
  until: null,
  count: 4,
  duration: '2h',
  time: null,
  onDayOff: 'next',
  ...values,
});
const days = (wanted: RecurrenceRule) =>
  occurrencesOf(wanted, calendar).list.map(({ day }) => formatDate(day));
const mondays: Pattern = { kind: 'weeks', every: 1, weekdays: [1] };

describe('the days of a recurring task', () => {
  it('come every n weeks on weekdays, from the first day on', () => {
    expect(days(rule(mondays))).toEqual(['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25']);
    const second: Pattern = { kind: 'weeks', every: 2, weekdays: [5, 2] };
    expect(days(rule(second))).toEqual(['2027-01-01', '2027-01-12', '2027-01-15', '2027-01-26']);
  });

  it('come every n days, and on a day or weekday of the month', () => {
    expect(days(rule({ kind: 'days', every: 10 }))).toEqual([
      '2027-01-01',
      '2027-01-11',
      '2027-01-21',
      // The 31st is a Sunday.
      '2027-02-01',
    ]);
    expect(days(rule({ kind: 'months', every: 1, day: 31 }, { onDayOff: 'previous' }))).toEqual([
      '2027-01-29',
      '2027-02-26',
      '2027-03-31',
      '2027-04-30',
    ]);
    expect(days(rule({ kind: 'monthWeekday', every: 1, nth: 5, weekday: 5 }))).toEqual([
      '2027-01-29',
      '2027-02-26',
      '2027-03-26',
      '2027-04-30',
    ]);
    expect(days(rule({ kind: 'monthWeekday', every: 3, nth: 2, weekday: 3 }))[1]).toBe('2027-04-14');
  });

  it('move to a working day or are left out where there is a holiday, as wanted', () => {
    const spring = { from: '2027-02-01', until: '2027-02-22', count: null };
    expect(days(rule(mondays, spring))).toEqual(['2027-02-01', '2027-02-15', '2027-02-22']);
    expect(days(rule(mondays, { ...spring, onDayOff: 'previous' }))).toEqual([
      '2027-02-01',
      '2027-02-05',
      '2027-02-15',
      '2027-02-22',
    ]);
    expect(occurrencesOf(rule(mondays, { ...spring, onDayOff: 'skip' }), calendar)).toMatchObject({
      skipped: 1,
      list: { length: 3 },
    });
  });

  it('end, also where every day is a day off or nobody says how often', () => {
    const sundays: Pattern = { kind: 'weeks', every: 1, weekdays: [7] };
    expect(days(rule(sundays, { onDayOff: 'skip' }))).toEqual([]);
    expect(days(rule(mondays, { count: null }))).toEqual([]);
    const long = rule({ kind: 'days', every: 1 }, { count: null, until: '2036-01-01' });
    expect(occurrencesOf(long, calendar)).toMatchObject({ cut: true, list: { length: 500 } });
  });

  it('are working days in order, each once, no more than wanted', () => {
    const pattern = fc.oneof(
      fc.record({ kind: fc.constant('days' as const), every: fc.integer({ min: 1, max: 40 }) }),
      fc.record({
        kind: fc.constant('weeks' as const),
        every: fc.integer({ min: 1, max: 8 }),
        weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      }),
      fc.record({
        kind: fc.constant('months' as const),
        every: fc.integer({ min: 1, max: 6 }),
        day: fc.integer({ min: 1, max: 31 }),
      }),
      fc.record({
        kind: fc.constant('monthWeekday' as const),
        every: fc.integer({ min: 1, max: 6 }),
        nth: fc.integer({ min: 1, max: 5 }),
        weekday: fc.integer({ min: 1, max: 7 }),
      }),
    );
    fc.assert(
      fc.property(
        pattern,
        fc.constantFrom(...PRESET_KINDS),
        fc.constantFrom('next', 'previous', 'skip'),
        fc.integer({ min: 1, max: 40 }),
        (wanted, kind, onDayOff, count) => {
          const clock = calendarOf(presetCalendar(kind, 'c', ''));
          const { list } = occurrencesOf(rule(wanted, { count, onDayOff }), clock);
          const found = list.map(({ day }) => day);
          expect(found.length).toBeLessThanOrEqual(count);
          expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
          expect(found.filter((day) => !clock.isWorkingDay(day))).toEqual([]);
          for (const { on, day, moved } of list) expect(moved).toBe(formatDate(day) !== on);
        },
      ),
    );
  });
});

describe('a stored rule', () => {
  it('is read back, and anything else is none', () => {
    expect(ruleOf(JSON.parse(JSON.stringify(rule(mondays))))).toEqual(rule(mondays));
    expect(ruleOf({ on: '2027-01-04' })).toBeNull();
    expect(ruleOf(null)).toBeNull();
  });

  it('moves its days and nothing else', () => {
    const moved = mapRuleDates(
      { ...rule(mondays, { until: '2027-02-01', count: null }) },
      (on: string) => `${on}!`,
    );
    expect(moved).toMatchObject({
      from: '2027-01-01!',
      until: '2027-02-01!',
      duration: '2h',
      pattern: mondays,
    });
  });
});
