import { ELAPSED_CALENDAR } from '../calendar/compile.ts';
import type { Instant } from '../calendar/instant.ts';
import { AFTER_TIME, BEFORE_TIME, type Timeline } from '../calendar/timeline.ts';
import type { CpmTask, CpmWorkPart, TaskId } from './model.ts';

/*
 * Calendar arithmetic of one task (semantics §2, §3). A calendar that has no more working time leaves an instant
 * where it is: the dates are then not right, but the pass ends, and the caller has reported the calendar.
 */
type Task = CpmTask<TaskId>;

const ELAPSED = ELAPSED_CALENDAR.timeline;
const within = (found: Instant, otherwise: Instant) =>
  found <= BEFORE_TIME || found >= AFTER_TIME ? otherwise : found;

/** Earliest (amount > 0) or latest (amount < 0) instant with so much work between it and t. */
export function addWork(clock: Timeline, t: Instant, amount: number): Instant {
  if (amount === 0 || !clock.hasWork) return t;
  const w = clock.work(t) + amount;
  return within(amount > 0 ? clock.finishAt(w) : clock.startAt(w), t);
}

export const nextStart = (clock: Timeline, t: Instant): Instant =>
  clock.hasWork ? within(clock.startAt(clock.work(t)), t) : t;

export const prevEnd = (clock: Timeline, t: Instant): Instant =>
  clock.hasWork ? within(clock.finishAt(clock.work(t)), t) : t;

/** The clock of the task's own duration and slack. */
export const clockOf = (task: Task): Timeline => (task.elapsed ? ELAPSED : task.calendar.timeline);

/** The clock of a lag before this successor. */
export const lagClock = (successor: Task, elapsed: boolean): Timeline =>
  elapsed ? ELAPSED : successor.calendar.timeline;

/** Earliest / latest over the parts; without spreading, as a task can have very many assignments. */
const earliest = (task: Task, value: (part: CpmWorkPart) => Instant): Instant =>
  task.parts.reduce((least, part) => Math.min(least, value(part)), Number.POSITIVE_INFINITY);
const latest = (task: Task, value: (part: CpmWorkPart) => Instant): Instant =>
  task.parts.reduce((most, part) => Math.max(most, value(part)), Number.NEGATIVE_INFINITY);

/** Runs on the calendars of people. */
export const hasParts = (task: Task): boolean => task.parts.length > 0 && !task.elapsed;

/** Where a task may start at or after t. A milestone may stay at the end of a working period. */
export function startAtOrAfter(task: Task, t: Instant): Instant {
  const clock = clockOf(task);
  if (task.duration === 0) {
    const next = nextStart(clock, t);
    return next > t && prevEnd(clock, t) === t ? t : next;
  }
  return hasParts(task)
    ? earliest(task, (part) => nextStart(part.calendar.timeline, t))
    : nextStart(clock, t);
}

/** Finish from a start; with assignments it is the finish of the last one. */
export function finishFrom(task: Task, start: Instant): Instant {
  if (task.duration === 0) return start;
  if (!hasParts(task)) return addWork(clockOf(task), start, task.duration);
  return latest(task, ({ calendar: { timeline }, delay, length }) =>
    addWork(timeline, addWork(timeline, start, delay), length),
  );
}

/** Finish of `amount` of remaining work from an instant. */
export function finishRemaining(task: Task, start: Instant, amount: number): Instant {
  if (!hasParts(task)) return addWork(clockOf(task), start, amount);
  return latest(task, ({ calendar }) => addWork(calendar.timeline, start, amount));
}

/** Latest start for a finish. */
export function startFor(task: Task, finish: Instant): Instant {
  if (task.duration === 0) return finish;
  if (!hasParts(task)) return addWork(clockOf(task), finish, -task.duration);
  return earliest(task, ({ calendar, length }) => addWork(calendar.timeline, finish, -length));
}

/** Latest start for a finish by the duration alone: a task scheduled by hand does not follow the hours of people. */
export const startOfDuration = (task: Task, finish: Instant): Instant =>
  addWork(clockOf(task), finish, -task.duration);

/** Latest start of `amount` of remaining work for a finish. */
export function startRemaining(task: Task, finish: Instant, amount: number): Instant {
  if (!hasParts(task)) return addWork(clockOf(task), finish, -amount);
  return earliest(task, ({ calendar }) => addWork(calendar.timeline, finish, -amount));
}

/** Late finish moved back to the end of a working period; that of a milestone stays. */
export function normaliseFinish(task: Task, finish: Instant): Instant {
  if (task.duration === 0 && task.milestone) return finish;
  if (hasParts(task)) return latest(task, ({ calendar }) => prevEnd(calendar.timeline, finish));
  return prevEnd(clockOf(task), finish);
}

/** Elapsed shift, for levelling delays. */
export const addElapsed = (t: Instant, amount: number): Instant => addWork(ELAPSED, t, amount);

/** Working time from early to late, on the clock of the task itself. */
export function slackBetween(task: Task, early: Instant, late: Instant): number {
  const clock = clockOf(task);
  return clock.work(late) - clock.work(early);
}
