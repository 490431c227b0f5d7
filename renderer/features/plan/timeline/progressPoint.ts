import type { Instant } from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import type { PlanRow } from '../model.ts';
import type { Span } from './dates.ts';

/**
 * Where the progress line passes a task: how far its work has come. What is over, and what lies ahead and has not
 * begun, is neither behind nor ahead.
 * @param status the moment up to which progress is recorded
 */
export function progressPoint(
  row: Pick<PlanRow, 'percent'>,
  { start, finish }: Span,
  status: Instant,
  calendar: WorkCalendar,
): Instant {
  if (row.percent >= 100) return Math.max(status, finish);
  if (row.percent <= 0) return start >= status ? status : start;
  const work = calendar.workBetween(start, finish);
  const done = Math.round((work * row.percent) / 100);
  const reached = done <= 0 ? start : (calendar.addWork(start, done) ?? start);
  // Friday evening and Monday morning are one working moment.
  return calendar.workBetween(Math.min(reached, status), Math.max(reached, status)) === 0 ? status : reached;
}
