import { formatDate, parseDate } from './instant.ts';
import type { WorkCalendar } from './workCalendar.ts';

/**
 * Working days from `start` to `finish` (`YYYY-MM-DD`, both included); 0 if finish lies before start.
 * null if one of them is no date.
 */
export function workingDaysBetween(calendar: WorkCalendar, start: string, finish: string): number | null {
  const from = parseDate(start);
  const to = parseDate(finish);
  return from === null || to === null ? null : calendar.workingDaysBetween(from, to);
}

/**
 * The n-th working day after (n > 0) or before (n < 0) a date; n = 0 gives the date itself, also on a day off.
 * A task of n days that starts on working day s ends on `addWorkingDays(s, n - 1)`.
 * null if it is no date or the calendar has no such day between 1900 and 2200.
 */
export function addWorkingDays(calendar: WorkCalendar, date: string, n: number): string | null {
  const day = parseDate(date);
  const result = day === null ? null : calendar.addWorkingDays(day, n);
  return result === null ? null : formatDate(result);
}
