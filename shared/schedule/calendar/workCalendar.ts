import type { Intervals } from './definition.ts';
import { dayOf, type EpochDay, type Instant } from './instant.ts';
import { AFTER_TIME, BEFORE_TIME, type DaySource, FIRST_DAY, LAST_DAY, Timeline } from './timeline.ts';

export { type DaySource, FIRST_DAY, LAST_DAY } from './timeline.ts';

/**
 * Working time on the wall clock. Boundaries as in Microsoft Project (semantics §3): the end of one period and
 * the start of the next are different instants of the same working moment. All amounts are tenths of a minute.
 * A search that leaves 1900–2200 answers null.
 */
export interface WorkCalendar {
  /** The tables behind it, for code that calculates very much. */
  readonly timeline: Timeline;
  /** False: no working time at all; every search answers null. */
  readonly hasWorkingTime: boolean;
  /** Working periods of a day in tenths since midnight; empty on a day off. */
  intervalsOn(day: EpochDay): Intervals;
  isWorkingDay(day: EpochDay): boolean;
  /** Earliest instant ≥ t at which work can go on (inside a period or at its start; never at its end). */
  nextWorkStart(t: Instant): Instant | null;
  /** Latest instant ≤ t up to which work was possible (inside a period or at its end; never at its start). */
  prevWorkEnd(t: Instant): Instant | null;
  /** Earliest instant with `tenths` of work after t; 0 gives t itself; negative goes back. */
  addWork(t: Instant, tenths: number): Instant | null;
  /** Latest instant with `tenths` of work between it and t; 0 gives t itself; negative goes forward. */
  subtractWork(t: Instant, tenths: number): Instant | null;
  /** Work from a to b, negative if b lies before a. */
  workBetween(a: Instant, b: Instant): number;
  /** Number of working days from start to finish, both included; 0 if finish lies before start. */
  workingDaysBetween(start: EpochDay, finish: EpochDay): number;
  /** n = 0: the day itself; n > 0: the n-th working day after it; n < 0: before it. */
  addWorkingDays(day: EpochDay, n: number): EpochDay | null;
}

const inRange = (day: EpochDay) => day >= FIRST_DAY && day <= LAST_DAY;
const isBound = (t: Instant) => t === BEFORE_TIME || t === AFTER_TIME;

function createDayCount(timeline: Timeline): Pick<WorkCalendar, 'workingDaysBetween' | 'addWorkingDays'> {
  return {
    workingDaysBetween(start, finish) {
      const from = Math.max(start, FIRST_DAY);
      const to = Math.min(finish, LAST_DAY);
      if (to < from) return 0;
      const isLastDay = timeline.intervalsOn(to).length > 0 ? 1 : 0;
      // Asked for the last day first, so that the tables hold both.
      return timeline.workdaysBefore(to) + isLastDay - timeline.workdaysBefore(from);
    },
    addWorkingDays(day, n) {
      if (n === 0) return day;
      if (!timeline.hasWork || !inRange(day)) return null;
      const before = timeline.workdaysBefore(day);
      if (n < 0) return timeline.workdayAt(before + n);
      return timeline.workdayAt(before + n - (timeline.intervalsOn(day).length > 0 ? 0 : 1));
    },
  };
}

/** A calendar over a day source. Days outside 1900–2200 are days off. */
export function createWorkCalendar(source: DaySource): WorkCalendar {
  const timeline = new Timeline(source);
  const isOut = (t: Instant) => !timeline.hasWork || !inRange(dayOf(t));
  const startAt = (w: number): Instant | null => {
    const t = timeline.startAt(w);
    return isBound(t) ? null : t;
  };
  const finishAt = (w: number): Instant | null => {
    const t = timeline.startAt(w - 1);
    return isBound(t) ? null : t + 1;
  };
  const addWork = (t: Instant, tenths: number): Instant | null => {
    if (tenths === 0) return t;
    if (isOut(t)) return null;
    const w = timeline.work(t) + tenths;
    return tenths > 0 ? finishAt(w) : startAt(w);
  };
  return {
    timeline,
    hasWorkingTime: timeline.hasWork,
    intervalsOn: (day) => timeline.intervalsOn(day),
    isWorkingDay: (day) => timeline.intervalsOn(day).length > 0,
    nextWorkStart: (t) => (isOut(t) ? null : startAt(timeline.work(t))),
    prevWorkEnd: (t) => (isOut(t) ? null : finishAt(timeline.work(t))),
    addWork,
    subtractWork: (t, tenths) => addWork(t, tenths === 0 ? 0 : -tenths),
    workBetween: (a, b) => timeline.work(b) - timeline.work(a),
    ...createDayCount(timeline),
  };
}

/** Time that is working in both calendars (task calendar and resource calendar). */
export function intersectCalendars(a: WorkCalendar, b: WorkCalendar): WorkCalendar {
  const common = (left: Intervals, right: Intervals): Intervals => {
    const result: [number, number][] = [];
    for (const [from, to] of left)
      for (const [start, end] of right)
        if (Math.max(from, start) < Math.min(to, end))
          result.push([Math.max(from, start), Math.min(to, end)]);
    return result;
  };
  return createWorkCalendar((first, count) =>
    Array.from({ length: count }, (_, i) => common(a.intervalsOn(first + i), b.intervalsOn(first + i))),
  );
}
