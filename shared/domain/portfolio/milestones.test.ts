import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../deadline/dates.ts';
import { inPeriod, PERIODS, slipOf } from './milestones.ts';

describe('milestones of several projects', () => {
  it('slip against the promise, else against the baseline, else against nothing', () => {
    const dates = { due_on: '2026-12-05', promised_on: '2026-12-01', planned_on: '2026-11-20' };
    expect(slipOf(dates)).toBe(4);
    expect(slipOf({ ...dates, promised_on: null })).toBe(15);
    expect(slipOf({ ...dates, promised_on: '2026-12-10' })).toBe(-5);
    expect(slipOf({ ...dates, promised_on: null, planned_on: null })).toBeNull();
    expect(slipOf({ ...dates, due_on: null })).toBeNull();
  });

  it('fall into periods that grow from day to day, with what is overdue in each of them', () => {
    const today = '2026-11-21';
    expect(PERIODS.filter((period) => inPeriod('2026-11-20', period, today))).toEqual([
      'all',
      'overdue',
      'days30',
      'days90',
      'year',
    ]);
    expect(PERIODS.filter((period) => inPeriod(null, period, today))).toEqual(['all', 'undated']);
    expect(inPeriod(today, 'overdue', today)).toBe(false);
    fc.assert(
      fc.property(fc.integer({ min: -900, max: 900 }), (days) => {
        const due = addDays(today, days);
        if (inPeriod(due, 'days30', today)) expect(inPeriod(due, 'days90', today)).toBe(true);
        if (inPeriod(due, 'days90', today)) expect(inPeriod(due, 'year', today)).toBe(true);
        expect(inPeriod(due, 'days30', today)).toBe(days <= 30);
      }),
    );
  });
});
