/** D3: contract days on which nobody works. */
import { projectCalendars } from '#db/queries/plan.ts';
import type { AppContext } from '#main/app/context.ts';
import { dayOf, formatDate, parseDate, TENTHS_PER_DAY } from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';

/** Working days before and after a day off; null for a working day, and where a calendar has none around it. */
export function aroundDay(calendar: WorkCalendar, date: string): { before: string; after: string } | null {
  const day = parseDate(date);
  if (day === null || calendar.intervalsOn(day).length > 0) return null;
  const end = calendar.prevWorkEnd(day * TENTHS_PER_DAY);
  const start = calendar.nextWorkStart((day + 1) * TENTHS_PER_DAY);
  if (end === null || start === null) return null;
  // A shift may end at midnight: the moment before belongs to the day worked.
  return { before: formatDate(dayOf(end - 1)), after: formatDate(dayOf(start)) };
}

export const aroundProjectDay = (ctx: AppContext, projectId: string, date: string) =>
  aroundDay(projectCalendars(ctx.store.read, projectId).of(null), date);
