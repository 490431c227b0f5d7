/** Differences of moments as people count them: in working days. */
import type { Instant } from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';

/** Working tenths in days of the project, to a tenth of a day. */
export function inDays(tenths: number, minutesPerDay: number): number {
  const days = Math.round(tenths / minutesPerDay) / 10;
  return days === 0 ? 0 : days;
}

/**
 * Working days from one moment to another, to a tenth; negative if the second is earlier. Friday evening and Monday
 * morning are the same working moment. Null where a moment is missing.
 */
export function workingDaysLate(
  calendar: WorkCalendar,
  from: Instant | null,
  to: Instant | null,
  minutesPerDay: number,
): number | null {
  return from === null || to === null ? null : inDays(calendar.workBetween(from, to), minutesPerDay);
}
