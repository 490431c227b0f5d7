import { ELAPSED_CALENDAR } from '#shared/schedule/calendar/compile.ts';
import type { Instant } from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import type { CpmLink, CpmTask, CpmWorkPart } from '#shared/schedule/cpm/model.ts';

/*
 * Calendar arithmetic of one task (semantics §2, §3). A calendar that has no more working time leaves an instant
 * where it is: the dates are then not right, but the pass ends, and the caller has reported the calendar.
 */
const clockOf = (task: CpmTask): WorkCalendar => (task.elapsed ? ELAPSED_CALENDAR : task.calendar);
const add = (calendar: WorkCalendar, t: Instant, amount: number): Instant => calendar.addWork(t, amount) ?? t;
const nextStart = (calendar: WorkCalendar, t: Instant): Instant => calendar.nextWorkStart(t) ?? t;
const prevEnd = (calendar: WorkCalendar, t: Instant): Instant => calendar.prevWorkEnd(t) ?? t;

/** Earliest / latest over the parts; without spreading, as a task can have very many assignments. */
const earliest = (task: CpmTask, value: (part: CpmWorkPart) => Instant): Instant =>
  task.parts.reduce((least, part) => Math.min(least, value(part)), Number.POSITIVE_INFINITY);
const latest = (task: CpmTask, value: (part: CpmWorkPart) => Instant): Instant =>
  task.parts.reduce((most, part) => Math.max(most, value(part)), Number.NEGATIVE_INFINITY);

const hasParts = (task: CpmTask) => task.parts.length > 0 && !task.elapsed;

/** Where a task may start at or after t. A milestone may stay at the end of a working period. */
export function startAtOrAfter(task: CpmTask, t: Instant): Instant {
  const clock = clockOf(task);
  if (task.duration === 0) {
    const next = nextStart(clock, t);
    return next > t && prevEnd(clock, t) === t ? t : next;
  }
  return hasParts(task) ? earliest(task, (part) => nextStart(part.calendar, t)) : nextStart(clock, t);
}

/** Finish from a start; with assignments it is the finish of the last one. */
export function finishFrom(task: CpmTask, start: Instant): Instant {
  if (task.duration === 0) return start;
  if (!hasParts(task)) return add(clockOf(task), start, task.duration);
  return latest(task, ({ calendar, delay, length }) => add(calendar, add(calendar, start, delay), length));
}

/** Finish of `amount` of remaining work from an instant. */
export function finishRemaining(task: CpmTask, start: Instant, amount: number): Instant {
  if (amount === 0) return start;
  if (!hasParts(task)) return add(clockOf(task), start, amount);
  return latest(task, ({ calendar }) => add(calendar, start, amount));
}

/** Latest start for a finish. */
export function startFor(task: CpmTask, finish: Instant): Instant {
  if (task.duration === 0) return finish;
  if (!hasParts(task)) return add(clockOf(task), finish, -task.duration);
  return earliest(task, ({ calendar, length }) => add(calendar, finish, -length));
}

/** Latest start of `amount` of remaining work for a finish. */
export function startRemaining(task: CpmTask, finish: Instant, amount: number): Instant {
  if (amount === 0) return finish;
  if (!hasParts(task)) return add(clockOf(task), finish, -amount);
  return earliest(task, ({ calendar }) => add(calendar, finish, -amount));
}

/** Late finish moved back to the end of a working period; that of a milestone stays. */
export function normaliseFinish(task: CpmTask, finish: Instant): Instant {
  if (task.duration === 0 && task.milestone) return finish;
  if (hasParts(task)) return latest(task, ({ calendar }) => prevEnd(calendar, finish));
  return prevEnd(clockOf(task), finish);
}

/** Whole tenths; of two that are equally near, the even one. */
function evenTenths(amount: number): number {
  const near = [Math.floor(amount), Math.ceil(amount)];
  const far = near.map((each) => Math.abs(each - amount));
  if (far[0] === far[1]) return near.find((each) => each % 2 === 0) ?? amount;
  return Math.round(amount);
}

/** An instant moved by the lag of a link (sign +1) or back (−1), on the calendar of the successor. */
export function applyLag(
  link: CpmLink,
  successor: CpmTask,
  predecessorLength: number,
  t: Instant,
  sign: 1 | -1,
): Instant {
  if (link.lag === 0) return t;
  const amount = link.percent ? evenTenths((predecessorLength * link.lag) / 100) : link.lag;
  return add(link.elapsed ? ELAPSED_CALENDAR : successor.calendar, t, sign * amount);
}

/** Elapsed shift, for levelling delays. */
export const addElapsed = (t: Instant, amount: number): Instant => add(ELAPSED_CALENDAR, t, amount);

/** Working time from early to late, on the clock of the task itself. */
export const slackBetween = (task: CpmTask, early: Instant, late: Instant): number =>
  clockOf(task).workBetween(early, late);
