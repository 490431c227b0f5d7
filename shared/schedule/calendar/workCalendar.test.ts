import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar, createCalendarSet, ELAPSED_CALENDAR } from './compile.ts';
import { addWorkingDays, workingDaysBetween } from './days.ts';
import { type CalendarDef, calendarSchema } from './definition.ts';
import {
  dayToCivil,
  formatDate,
  formatLocal,
  parseDate,
  parseLocal,
  TENTHS_PER_DAY,
  weekdayOf,
} from './instant.ts';
import { PRESET_KINDS, presetCalendar } from './presets.ts';
import { expandException } from './recurrence.ts';
import { intersectCalendars, type WorkCalendar } from './workCalendar.ts';

const at = (text: string) => {
  const instant = parseLocal(text);
  if (instant === null) throw new Error(text);
  return instant;
};
const show = (instant: number | null) => (instant === null ? null : formatLocal(instant));
const none = new Map<string, CalendarDef>();
const preset = (kind: (typeof PRESET_KINDS)[number]) =>
  compileCalendar(presetCalendar(kind, kind, kind), none);
const holidays: CalendarDef = {
  ...presetCalendar('standard', 'h', 'with exceptions'),
  exceptions: [
    {
      name: 'National Day',
      from: '2026-10-01',
      to: '2026-10-07',
      intervals: [],
      recurrence: null,
      occurrences: null,
    },
    {
      name: 'make-up',
      from: '2026-10-10',
      to: '2026-10-10',
      intervals: [[4800, 7200]],
      recurrence: null,
      occurrences: null,
    },
    {
      name: 'every Monday off',
      from: '2026-01-01',
      to: '2027-12-31',
      intervals: [],
      recurrence: { kind: 'weekly', every: 2, weekdays: [1] },
      occurrences: 20,
    },
  ],
};
const odd = compileCalendar(holidays, none);

describe('instants', () => {
  it('round-trips every day and tenth of a minute, without a time zone', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300_000_000, max: 1_200_000_000 }), (t) => {
        expect(parseLocal(formatLocal(t))).toBe(t);
      }),
    );
  });
  it('agrees with the platform calendar on dates and weekdays', () => {
    for (let day = -30_000; day < 90_000; day += 17) {
      const date = new Date(day * 86_400_000);
      expect(formatDate(day)).toBe(date.toISOString().slice(0, 10));
      expect(weekdayOf(day)).toBe(date.getUTCDay());
      expect(dayToCivil(day).day).toBe(date.getUTCDate());
    }
  });
  it('refuses what is no date', () => {
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '',
      'x',
      '2026-01-01T25:00',
      '2026-01-01T24:01',
      '2026-01-01T08:00:00Z',
    ])
      expect(parseLocal(text)).toBeNull();
    expect(show(at('2026-01-01T24:00:00'))).toBe('2026-01-02T00:00:00');
    expect(show(at('2026-01-01T08:00:54'))).toBe('2026-01-01T08:00:54');
  });
});

describe('boundaries (semantics §3)', () => {
  const standard = preset('standard');
  it('finishes at the end of a period and starts at the next start', () => {
    expect(show(standard.addWork(at('2026-11-20T08:00'), 4800))).toBe('2026-11-20T17:00:00');
    expect(show(standard.nextWorkStart(at('2026-11-20T17:00')))).toBe('2026-11-23T08:00:00');
    expect(show(standard.prevWorkEnd(at('2026-11-23T08:00')))).toBe('2026-11-20T17:00:00');
    expect(show(standard.nextWorkStart(at('2026-11-20T12:00')))).toBe('2026-11-20T13:00:00');
    expect(show(standard.prevWorkEnd(at('2026-11-20T13:00')))).toBe('2026-11-20T12:00:00');
    expect(show(standard.nextWorkStart(at('2026-11-20T10:06')))).toBe('2026-11-20T10:06:00');
  });
  it('adds nothing without moving and subtracts to the latest start', () => {
    expect(show(standard.addWork(at('2026-11-21T03:00'), 0))).toBe('2026-11-21T03:00:00');
    expect(show(standard.subtractWork(at('2026-11-23T17:00'), 4800))).toBe('2026-11-23T08:00:00');
    expect(show(standard.subtractWork(at('2026-11-23T08:00'), 4800))).toBe('2026-11-20T08:00:00');
    expect(show(standard.subtractWork(at('2026-11-23T17:00'), 2400))).toBe('2026-11-23T13:00:00');
  });
  it('runs the night shift over midnight', () => {
    const night = preset('nightShift');
    expect(show(night.addWork(at('2026-11-23T23:00'), 4800))).toBe('2026-11-24T08:00:00');
    expect(show(night.nextWorkStart(at('2026-11-28T08:00')))).toBe('2026-11-30T23:00:00');
  });
  it('runs round the clock without a gap at midnight', () => {
    expect(show(ELAPSED_CALENDAR.addWork(at('2026-11-21T00:00'), TENTHS_PER_DAY))).toBe(
      '2026-11-22T00:00:00',
    );
    expect(ELAPSED_CALENDAR.workBetween(at('2026-01-01T00:00'), at('2027-01-01T00:00'))).toBe(
      365 * TENTHS_PER_DAY,
    );
  });
});

describe('exceptions', () => {
  it('one-off beats recurring; make-up days work', () => {
    expect(workingDaysBetween(odd, '2026-10-01', '2026-10-11')).toBe(3);
    expect(odd.intervalsOn(parseDate('2026-10-10') ?? 0)).toEqual([[4800, 7200]]);
    expect(expandException(holidays.exceptions[2]!)).toHaveLength(20);
  });
  it('inherits the week and the exceptions of the base', () => {
    const derived: CalendarDef = {
      id: 'd',
      name: 'd',
      baseId: 'h',
      week: [null, null, null, null, null, [[4800, 7200]], null],
      exceptions: [],
      workWeeks: [],
    };
    const calendar = createCalendarSet([holidays, derived])('d');
    expect(calendar?.isWorkingDay(parseDate('2026-10-02') ?? 0)).toBe(false);
    expect(calendar?.intervalsOn(parseDate('2026-10-09') ?? 0)).toEqual([[4800, 7200]]);
    expect(calendar?.intervalsOn(parseDate('2026-10-08') ?? 0)).toHaveLength(2);
  });
  it('uses an alternate week in its range only', () => {
    const def: CalendarDef = {
      ...presetCalendar('standard', 'w', 'w'),
      workWeeks: [
        {
          name: 'sprint',
          from: '2026-11-02',
          to: '2026-11-08',
          week: [null, null, null, null, null, null, [[4800, 7200]]],
        },
      ],
    };
    const calendar = compileCalendar(def, none);
    expect(calendar.isWorkingDay(parseDate('2026-11-07') ?? 0)).toBe(true);
    expect(calendar.isWorkingDay(parseDate('2026-11-14') ?? 0)).toBe(false);
  });
  it('survives a loop of base calendars', () => {
    const a: CalendarDef = {
      id: 'a',
      name: 'a',
      baseId: 'b',
      week: [null, null, null, null, null, null, null],
      exceptions: [],
      workWeeks: [],
    };
    expect(createCalendarSet([a, { ...a, id: 'b', baseId: 'a' }])('a')?.hasWorkingTime).toBe(true);
  });
});

describe('a calendar without working time', () => {
  it('is told, and every search ends', () => {
    const empty = compileCalendar(
      { ...presetCalendar('standard', 'e', 'e'), week: [[], [], [], [], [], [], []] },
      none,
    );
    expect(empty.hasWorkingTime).toBe(false);
    expect(empty.addWork(0, 10)).toBeNull();
    expect(empty.subtractWork(0, 10)).toBeNull();
    expect(empty.nextWorkStart(0)).toBeNull();
    expect(empty.addWorkingDays(0, 1)).toBeNull();
    expect(empty.workBetween(0, 1_000_000)).toBe(0);
  });
  it('ends when the work left does not fit before the horizon', () => {
    const once: CalendarDef = {
      ...presetCalendar('standard', 'o', 'o'),
      week: [[], [], [], [], [], [], []],
      exceptions: [
        {
          name: 'x',
          from: '2020-01-06',
          to: '2020-01-07',
          intervals: [[4800, 7200]],
          recurrence: null,
          occurrences: null,
        },
      ],
    };
    const calendar = compileCalendar(once, none);
    expect(calendar.hasWorkingTime).toBe(true);
    expect(show(calendar.addWork(at('2019-01-01'), 4800))).toBe('2020-01-07T12:00:00');
    expect(calendar.addWork(at('2019-01-01'), 4801)).toBeNull();
    expect(calendar.nextWorkStart(at('2021-01-01'))).toBeNull();
  });
});

describe('whole days', () => {
  it('counts and adds working days', () => {
    const standard = preset('standard');
    expect(workingDaysBetween(standard, '2026-11-20', '2026-11-23')).toBe(2);
    expect(workingDaysBetween(standard, '2026-11-23', '2026-11-20')).toBe(0);
    expect(addWorkingDays(standard, '2026-11-20', 1)).toBe('2026-11-23');
    expect(addWorkingDays(standard, '2026-11-23', -1)).toBe('2026-11-20');
    expect(addWorkingDays(standard, '2026-11-21', 1)).toBe('2026-11-23');
    expect(addWorkingDays(standard, '2026-11-21', 0)).toBe('2026-11-21');
    expect(addWorkingDays(standard, 'soon', 1)).toBeNull();
  });
});

const calendars: readonly WorkCalendar[] = [
  ...PRESET_KINDS.map(preset),
  odd,
  intersectCalendars(preset('sixDay'), odd),
];
const anyCalendar = fc.constantFrom(...calendars);
const instant = fc.integer({ min: at('1990-01-01'), max: at('2060-01-01') });
const amount = fc.integer({ min: 1, max: 400_000 });

describe('laws', () => {
  it('presets are valid definitions', () => {
    for (const kind of PRESET_KINDS)
      expect(calendarSchema.safeParse(presetCalendar(kind, kind, kind)).success).toBe(true);
    expect(calendarSchema.safeParse(holidays).success).toBe(true);
  });
  it('the added work is the work between, and the result ends a period', () => {
    fc.assert(
      fc.property(anyCalendar, instant, amount, (calendar, t, n) => {
        const end = calendar.addWork(t, n) ?? 0;
        expect(calendar.workBetween(t, end)).toBe(n);
        expect(calendar.prevWorkEnd(end)).toBe(end);
        const start = calendar.subtractWork(t, n) ?? 0;
        expect(calendar.workBetween(start, t)).toBe(n);
        expect(calendar.nextWorkStart(start)).toBe(start);
        expect(calendar.workBetween(t, start)).toBe(-n);
      }),
      { numRuns: 500 },
    );
  });
  it('subtracting undoes adding from a working start', () => {
    fc.assert(
      fc.property(anyCalendar, instant, amount, (calendar, t, n) => {
        const start = calendar.nextWorkStart(t) ?? 0;
        expect(calendar.subtractWork(calendar.addWork(start, n) ?? 0, n)).toBe(start);
      }),
      { numRuns: 500 },
    );
  });
  it('is monotonic and additive', () => {
    fc.assert(
      fc.property(anyCalendar, instant, instant, instant, amount, (calendar, a, b, c, n) => {
        expect(calendar.workBetween(a, b) + calendar.workBetween(b, c)).toBe(calendar.workBetween(a, c));
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(calendar.addWork(early, n) ?? 0).toBeLessThanOrEqual(calendar.addWork(late, n) ?? 0);
        expect(calendar.addWork(a, n) ?? 0).toBeLessThan(calendar.addWork(a, n + 1) ?? 0);
      }),
      { numRuns: 500 },
    );
  });
  it('agrees with counting day by day', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        fc.integer({ min: 20_000, max: 21_500 }),
        fc.integer({ min: 0, max: 900 }),
        (calendar, day, n) => {
          let count = 0;
          for (let d = day; d <= day + n; d++) if (calendar.isWorkingDay(d)) count++;
          expect(calendar.workingDaysBetween(day, day + n)).toBe(count);
          if (count > 0) {
            const nth = calendar.addWorkingDays(day - 1, count) ?? 0;
            expect(calendar.workingDaysBetween(day, nth)).toBe(count);
            expect(calendar.isWorkingDay(nth)).toBe(true);
            expect(calendar.addWorkingDays(nth + 1, -count)).toBe(calendar.addWorkingDays(day - 1, 1));
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
