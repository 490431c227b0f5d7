import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextReportDue } from './reportDue.ts';

const FRIDAY = 5;

test('the first report is due on the agreed weekday, today included', () => {
  expect(nextReportDue({ frequency: 'weekly', weekday: FRIDAY }, null, '2026-11-21')).toBe('2026-11-27');
  expect(nextReportDue({ frequency: 'weekly', weekday: FRIDAY }, null, '2026-11-27')).toBe('2026-11-27');
});

test('weekly, fortnightly and monthly reports follow the last covered day', () => {
  const due = (frequency: 'weekly' | 'biweekly' | 'monthly', covered: string) =>
    nextReportDue({ frequency, weekday: FRIDAY }, covered, '2026-11-21');
  expect(due('weekly', '2026-11-20')).toBe('2026-11-27');
  expect(due('biweekly', '2026-11-20')).toBe('2026-12-04');
  expect(due('monthly', '2026-01-30')).toBe('2026-03-06');
});

test('no agreed rhythm means no due day', () => {
  expect(nextReportDue({ frequency: 'none', weekday: FRIDAY }, '2026-11-20', '2026-11-21')).toBeNull();
});

test('the due day always has the agreed weekday and lies after what was covered', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('weekly' as const, 'biweekly' as const, 'monthly' as const),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 0, max: 50_000 }),
      (frequency, weekday, days) => {
        const covered = new Date(Date.UTC(1990, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
        const due = nextReportDue({ frequency, weekday }, covered, covered) ?? '';
        expect(due > covered).toBe(true);
        expect(((new Date(`${due}T00:00:00Z`).getUTCDay() + 6) % 7) + 1).toBe(weekday);
      },
    ),
  );
});
