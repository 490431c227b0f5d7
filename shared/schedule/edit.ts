/**
 * What happens to the dates of one task when a person changes one of them. Pure arithmetic on its working
 * calendar; links are not looked at. Null as a result: the calendar has no such moment (1900–2200).
 */

import { dayOf, type EpochDay, type Instant, TENTHS_PER_DAY, timeOf } from './calendar/instant.ts';
import type { WorkCalendar } from './calendar/workCalendar.ts';

export interface TaskDates {
  readonly start: Instant | null;
  readonly finish: Instant | null;
  /** Tenths of working time (of wall clock for elapsed durations). */
  readonly duration: number | null;
}

export interface KnownDates {
  readonly start: Instant;
  readonly finish: Instant;
  readonly duration: number;
}

const EIGHT_HOURS = 4800;

/** First working moment on or after a day. A milestone stays on its day, also on a day off: contracts do not ask. */
export function startOn(calendar: WorkCalendar, day: EpochDay, milestone: boolean): Instant | null {
  const midnight = day * TENTHS_PER_DAY;
  if (!milestone) return calendar.nextWorkStart(midnight);
  const first = calendar.intervalsOn(day)[0];
  return midnight + (first ? first[0] : EIGHT_HOURS);
}

/** Last working moment on or before a day; never next day's morning (semantics §3). */
export function finishOn(calendar: WorkCalendar, day: EpochDay, milestone: boolean): Instant | null {
  if (milestone) return startOn(calendar, day, true);
  return calendar.prevWorkEnd((day + 1) * TENTHS_PER_DAY);
}

/** Day a person would name for a finish: 24:00 belongs to the day that ends. */
export function finishDay(start: Instant | null, finish: Instant): EpochDay {
  return timeOf(finish) === 0 && (start === null || finish > start) ? dayOf(finish) - 1 : dayOf(finish);
}

/** Working time a task really spans: imported tasks can be longer than their duration (splits, people's calendars). */
function spanOf(calendar: WorkCalendar, dates: TaskDates, fallback: number): number {
  if (dates.start === null || dates.finish === null) return dates.duration ?? fallback;
  return Math.max(0, calendar.workBetween(dates.start, dates.finish));
}

/** A new start keeps the duration and moves the finish. `oneDay` is used where no duration is known. */
export function withStart(
  calendar: WorkCalendar,
  dates: TaskDates,
  start: Instant,
  oneDay: number,
): KnownDates | null {
  const finish = calendar.addWork(start, spanOf(calendar, dates, oneDay));
  return finish === null ? null : { start, finish, duration: dates.duration ?? oneDay };
}

/** A new finish keeps the start and changes the duration; without a start the task ends there. */
export function withFinish(
  calendar: WorkCalendar,
  dates: TaskDates,
  finish: Instant,
  oneDay: number,
): KnownDates | 'reversed' | null {
  const { start } = dates;
  if (start === null) {
    const duration = dates.duration ?? oneDay;
    const begin = calendar.subtractWork(finish, duration);
    return begin === null ? null : { start: begin, finish, duration };
  }
  if (finish < start) return 'reversed';
  return { start, finish, duration: calendar.workBetween(start, finish) };
}

/** A new duration keeps the start and moves the finish. Without a start only the duration is known. */
export function withDuration(calendar: WorkCalendar, dates: TaskDates, duration: number): TaskDates | null {
  if (dates.start === null) return { ...dates, duration };
  const start = duration > 0 ? calendar.nextWorkStart(dates.start) : dates.start;
  const finish = start === null ? null : calendar.addWork(start, duration);
  return start === null || finish === null ? null : { start, finish, duration };
}

/** Moves a task by working days and keeps the time of day and the length. */
export function shiftDates(
  calendar: WorkCalendar,
  dates: TaskDates,
  days: number,
  milestone: boolean,
): KnownDates | null {
  if (dates.start === null) return null;
  if (days === 0 && dates.finish !== null)
    return { start: dates.start, finish: dates.finish, duration: dates.duration ?? 0 };
  const day = calendar.addWorkingDays(dayOf(dates.start), days);
  if (day === null) return null;
  const same = day * TENTHS_PER_DAY + timeOf(dates.start);
  // A milestone may sit at the end of a period; a task begins where work can go on.
  const start = milestone ? same : calendar.nextWorkStart(same);
  return start === null ? null : withStart(calendar, dates, start, 0);
}

/**
 * Moves one end of a task by working days. The task stays at least one working moment long: an end that would
 * pass the other stops at it.
 */
export function resizeDates(
  calendar: WorkCalendar,
  dates: KnownDates,
  edge: 'start' | 'finish',
  days: number,
): KnownDates | null {
  if (edge === 'finish') {
    const day = calendar.addWorkingDays(finishDay(dates.start, dates.finish), days);
    if (day === null) return null;
    const firstDay = dayOf(dates.start);
    const wanted = finishOn(calendar, Math.max(day, firstDay), false);
    const finish = wanted === null || wanted <= dates.start ? finishOn(calendar, firstDay, false) : wanted;
    if (finish === null || finish <= dates.start) return dates;
    return { ...dates, finish, duration: calendar.workBetween(dates.start, finish) };
  }
  const day = calendar.addWorkingDays(dayOf(dates.start), days);
  if (day === null) return null;
  const start = startOn(calendar, Math.min(day, finishDay(dates.start, dates.finish)), false);
  if (start === null || start >= dates.finish) return dates;
  return { start, finish: dates.finish, duration: calendar.workBetween(start, dates.finish) };
}

export interface Progress {
  readonly percent: number;
  readonly actualStart: Instant | null;
  readonly actualFinish: Instant | null;
  readonly remaining: number | null;
}

/**
 * Actual dates and remaining duration that agree with a percentage: nothing done has no actuals, anything done
 * has a start, only all done has a finish. An actual start that is known stays.
 */
export function progressFor(percent: number, dates: TaskDates, known: Instant | null): Progress {
  const remaining = dates.duration === null ? null : Math.round(dates.duration * (1 - percent / 100));
  if (percent <= 0) return { percent: 0, actualStart: null, actualFinish: null, remaining };
  return {
    percent: Math.min(100, percent),
    actualStart: known ?? dates.start,
    actualFinish: percent >= 100 ? dates.finish : null,
    remaining,
  };
}
