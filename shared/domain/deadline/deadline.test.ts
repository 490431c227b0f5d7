import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueBucket } from './bucket.ts';
import { addDays, addMonths, daysBetween, weekdayOf } from './dates.ts';
import { nextReportDue } from './reportDue.ts';

const day = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays('1990-01-01', n));

describe('calendar days', () => {
  it('add across months, leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-11-15', 2)).toBe('2027-01-15');
  });

  it('know their ISO weekday, also before 1970', () => {
    expect(weekdayOf('2026-11-21')).toBe(6);
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(weekdayOf('1969-12-29')).toBe(1);
  });

  it('count back what was added', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, n) => {
        expect(daysBetween(from, addDays(from, n))).toBe(n);
      }),
    );
  });
});

describe('groups of what is due', () => {
  it('change at today, one week and two weeks', () => {
    const today = '2026-11-21';
    const of = (n: number) => dueBucket(addDays(today, n), today);
    expect([-1, 0, 1, 7, 8, 14, 15].map(of)).toEqual([
      'overdue',
      'today',
      'week',
      'week',
      'fortnight',
      'fortnight',
      null,
    ]);
  });
});

describe('the next report (R3)', () => {
  const rule = { frequency: 'weekly', weekday: 5, lastSentOn: null, anchorOn: null } as const;

  it('is due on the report weekday one period after the last', () => {
    expect(nextReportDue({ ...rule, lastSentOn: '2026-11-20' })).toBe('2026-11-27');
    expect(nextReportDue({ ...rule, frequency: 'biweekly', lastSentOn: '2026-11-20' })).toBe('2026-12-04');
    expect(nextReportDue({ ...rule, frequency: 'monthly', lastSentOn: '2026-11-20' })).toBe('2026-12-18');
  });

  it('neither skips nor doubles a turn when a report went out a day early or late', () => {
    expect(nextReportDue({ ...rule, lastSentOn: '2026-11-19' })).toBe('2026-11-27');
    expect(nextReportDue({ ...rule, lastSentOn: '2026-11-23' })).toBe('2026-11-27');
  });

  it('counts from the start of the work when none was sent, and is not due without one', () => {
    expect(nextReportDue({ ...rule, anchorOn: '2026-11-16' })).toBe('2026-11-20');
    expect(nextReportDue(rule)).toBeNull();
    expect(nextReportDue({ ...rule, frequency: 'none', lastSentOn: '2026-11-20' })).toBeNull();
  });

  it('always falls on the weekday, after the last report, at most three days off the period', () => {
    const frequency = fc.constantFrom('weekly', 'biweekly', 'monthly' as const);
    fc.assert(
      fc.property(day, frequency, fc.integer({ min: 1, max: 7 }), (lastSentOn, frequency, weekday) => {
        const due = nextReportDue({ frequency, weekday, lastSentOn, anchorOn: null })!;
        expect(weekdayOf(due)).toBe(weekday);
        expect(due > lastSentOn).toBe(true);
        const days = { weekly: [4, 10], biweekly: [11, 17], monthly: [25, 34] }[frequency]!;
        expect(daysBetween(lastSentOn, due)).toBeGreaterThanOrEqual(days[0]!);
        expect(daysBetween(lastSentOn, due)).toBeLessThanOrEqual(days[1]!);
      }),
    );
  });
});
