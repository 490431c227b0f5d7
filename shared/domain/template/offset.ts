/** Moments of a project as working-day offsets from its first day, and back. Pure. */
import {
  dayOf,
  type EpochDay,
  formatDate,
  formatLocal,
  type Instant,
  parseDate,
  parseLocal,
  TENTHS_PER_DAY,
  timeOf,
} from '../../schedule/calendar/instant.ts';
import type { WorkCalendar } from '../../schedule/calendar/workCalendar.ts';
import type { Moment } from './definition.ts';

/** First working day on or after a day; the day itself where the calendar has none. */
export function firstWorkingDay(calendar: WorkCalendar, day: EpochDay): EpochDay {
  const start = calendar.nextWorkStart(day * TENTHS_PER_DAY);
  return start === null ? day : dayOf(start);
}

/**
 * Working days from `anchor`, itself a working day, to `day`; negative before it. A day off counts as the next
 * working day, so that nothing ends up earlier than it was.
 */
export function workdayOffset(calendar: WorkCalendar, anchor: EpochDay, day: EpochDay): number {
  if (day >= anchor) return calendar.workingDaysBetween(anchor, day - 1);
  return -calendar.workingDaysBetween(day, anchor - 1);
}

/** A stored moment (`YYYY-MM-DDTHH:MM:SS`) or day (`YYYY-MM-DD`, time 0) as an offset; null for null. */
export function toMoment(calendar: WorkCalendar, anchor: EpochDay, stored: string | null): Moment | null {
  const at = stored === null ? null : parseLocal(stored);
  if (at === null) return null;
  // 24:00 belongs to the day that ends, and 00:00 after work to the day before.
  return { day: workdayOffset(calendar, anchor, dayOf(at)), time: timeOf(at) };
}

/** The day an offset falls on with this first day; null where the calendar ends. */
export function dayAt(calendar: WorkCalendar, anchor: EpochDay, offset: number): EpochDay | null {
  return calendar.addWorkingDays(anchor, offset);
}

export function instantAt(calendar: WorkCalendar, anchor: EpochDay, moment: Moment): Instant | null {
  const day = dayAt(calendar, anchor, moment.day);
  return day === null ? null : day * TENTHS_PER_DAY + moment.time;
}

/** As it is stored, `YYYY-MM-DDTHH:MM:SS`. */
export function localAt(calendar: WorkCalendar, anchor: EpochDay, moment: Moment | null): string | null {
  const at = moment === null ? null : instantAt(calendar, anchor, moment);
  return at === null ? null : formatLocal(at);
}

/** As it is stored, `YYYY-MM-DD`. */
export function dateAt(calendar: WorkCalendar, anchor: EpochDay, moment: Moment | null): string | null {
  const day = moment === null ? null : dayAt(calendar, anchor, moment.day);
  return day === null ? null : formatDate(day);
}

/**
 * First day of a plan that spans `days` working days and ends on `deadline` or, if that is a day off, before it.
 * null if one of them is no date of the calendar.
 */
export function anchorForFinish(calendar: WorkCalendar, deadline: string, days: number): EpochDay | null {
  const day = parseDate(deadline);
  const end = day === null ? null : calendar.prevWorkEnd((day + 1) * TENTHS_PER_DAY);
  return end === null ? null : calendar.addWorkingDays(dayOf(end - 1), 1 - Math.max(1, days));
}
