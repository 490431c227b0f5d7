import type { CalendarException } from '#shared/schedule/calendar/definition.ts';

const FROM = '2020-01-01';
const TO = '2045-12-31';

/** The same date every year. */
export function everyYear(name: string, month: number, day: number): CalendarException {
  const recurrence = { kind: 'yearlyDate', month, day } as const;
  return { name, from: FROM, to: TO, intervals: [], recurrence, occurrences: null };
}

/** First (0) or last (4) Monday of a month. */
export function everyMonday(name: string, month: number, position: 0 | 4): CalendarException {
  const recurrence = { kind: 'yearlyPosition', month, item: 1, position } as const;
  return { name, from: FROM, to: TO, intervals: [], recurrence, occurrences: null };
}

/** Days off around the lunar new year, first to last. The moon is not computed: these are the years people see. */
const NEW_YEARS = [
  ['2024-02-09', '2024-02-14'],
  ['2025-01-28', '2025-02-02'],
  ['2026-02-16', '2026-02-21'],
  ['2027-02-05', '2027-02-10'],
  ['2028-01-25', '2028-01-30'],
  ['2029-02-12', '2029-02-17'],
  ['2030-02-02', '2030-02-07'],
  ['2031-01-22', '2031-01-27'],
  ['2032-02-10', '2032-02-15'],
  ['2033-01-30', '2033-02-04'],
  ['2034-02-18', '2034-02-23'],
  ['2035-02-07', '2035-02-12'],
  ['2036-01-27', '2036-02-01'],
] as const;

export function lunarNewYears(name: string): CalendarException[] {
  return NEW_YEARS.map(([from, to]) => ({
    name,
    from,
    to,
    intervals: [],
    recurrence: null,
    occurrences: null,
  }));
}
