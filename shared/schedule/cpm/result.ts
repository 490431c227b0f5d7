import { freeSlackOf, shownLateStart } from './backward.ts';
import type { CpmDates, CpmSummary, CpmTask, TaskId } from './model.ts';
import type { Plan } from './plan.ts';

/** Dates of a leaf as an object. */
export function datesOf<Id extends TaskId>(plan: Plan<Id>, row: number): CpmDates {
  const earlyStart = plan.earlyStart[row] as number;
  const earlyFinish = plan.earlyFinish[row] as number;
  const lateFinish = plan.lateFinish[row] as number;
  const totalSlack = plan.totalSlack[row] as number;
  const isPlain = plan.plain[row] === 1;
  const lateStart = isPlain ? (plan.lateStart[row] as number) : shownLateStart(plan, row);
  const isLate =
    plan.options.scheduleFrom === 'finish' && (isPlain || !(plan.tasks[row] as CpmTask<Id>).fixedDates);
  return {
    start: isLate ? lateStart : earlyStart,
    finish: isLate ? lateFinish : earlyFinish,
    earlyStart,
    earlyFinish,
    lateStart,
    lateFinish,
    totalSlack,
    freeSlack: freeSlackOf(plan, row),
    critical: plan.done[row] === 0 && totalSlack <= plan.options.criticalSlackLimit,
  };
}

/** Dates of all leaves by id. */
export function allDates<Id extends TaskId>(plan: Plan<Id>): Map<Id, CpmDates> {
  const dates = new Map<Id, CpmDates>();
  const { isLeaf, size } = plan.network;
  for (let row = 0; row < size; row++)
    if (isLeaf[row] === 1) dates.set((plan.tasks[row] as CpmTask<Id>).uid, datesOf(plan, row));
  return dates;
}

interface Gathered {
  start: number;
  finish: number;
  earlyStart: number;
  earlyFinish: number;
  lateStart: number;
  lateFinish: number;
  free: number;
  started: boolean;
  done: boolean;
}

const EMPTY: Gathered = {
  start: Number.POSITIVE_INFINITY,
  finish: Number.NEGATIVE_INFINITY,
  earlyStart: Number.POSITIVE_INFINITY,
  earlyFinish: Number.NEGATIVE_INFINITY,
  lateStart: Number.POSITIVE_INFINITY,
  lateFinish: Number.NEGATIVE_INFINITY,
  free: Number.POSITIVE_INFINITY,
  started: false,
  done: true,
};

function gather<Id extends TaskId>(plan: Plan<Id>): Map<number, Gathered> {
  const found = new Map<number, Gathered>();
  const { parent } = plan.network;
  for (const row of plan.order) {
    if ((parent[row] as number) < 0) continue;
    const dates = datesOf(plan, row);
    const isStarted = (plan.tasks[row] as CpmTask<Id>).actualStart !== null;
    for (let up = parent[row] as number; up >= 0; up = parent[up] as number) {
      let sum = found.get(up);
      if (!sum) {
        sum = { ...EMPTY };
        found.set(up, sum);
      }
      sum.start = Math.min(sum.start, dates.start);
      sum.finish = Math.max(sum.finish, dates.finish);
      sum.earlyStart = Math.min(sum.earlyStart, dates.earlyStart);
      sum.earlyFinish = Math.max(sum.earlyFinish, dates.earlyFinish);
      sum.lateStart = Math.min(sum.lateStart, dates.lateStart);
      sum.lateFinish = Math.max(sum.lateFinish, dates.lateFinish);
      sum.free = Math.min(sum.free, dates.freeSlack);
      if (isStarted) sum.started = true;
      if (plan.done[row] === 0) sum.done = false;
    }
  }
  return found;
}

function toSummary(task: CpmTask<TaskId>, sum: Gathered, limit: number): CpmSummary {
  const { timeline } = task.calendar;
  const between = (from: number, to: number) => timeline.work(to) - timeline.work(from);
  // A deadline on a summary lowers the slack of the summary alone.
  const lateFinish = Math.min(sum.lateFinish, task.deadline ?? sum.lateFinish);
  const finishSlack = between(sum.earlyFinish, lateFinish);
  // A file can say so of the summary alone.
  const isStarted = sum.started || task.actualStart !== null;
  const startSlack = between(sum.earlyStart, sum.lateStart);
  const totalSlack = sum.done ? 0 : isStarted ? finishSlack : Math.min(startSlack, finishSlack);
  return {
    start: sum.start,
    finish: sum.finish,
    earlyStart: sum.earlyStart,
    earlyFinish: sum.earlyFinish,
    lateStart: sum.lateStart,
    lateFinish,
    totalSlack,
    freeSlack: sum.free,
    critical: !sum.done && totalSlack <= limit,
    duration: between(sum.start, sum.finish),
  };
}

/** Summary rows, rolled up from the leaves below them (semantics §5). */
export function allSummaries<Id extends TaskId>(plan: Plan<Id>): Map<Id, CpmSummary> {
  const summaries = new Map<Id, CpmSummary>();
  for (const [row, sum] of gather(plan)) {
    const task = plan.tasks[row] as CpmTask<Id>;
    summaries.set(task.uid, toSummary(task, sum, plan.options.criticalSlackLimit));
  }
  return summaries;
}
