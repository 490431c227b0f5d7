import { END_INSTANT, FIRST_INSTANT } from '../calendar/timeline.ts';
import { STEP_ROWS, type Steps } from '../steps.ts';
import { backwardPlace, backwardSweep } from './backward.ts';
import { forwardPlace, forwardSweep } from './forward.ts';
import type { CpmTask, TaskId } from './model.ts';
import { fillContext, type Plan } from './plan.ts';

const isFree = (task: CpmTask<TaskId>) =>
  task.actualStart === null && task.actualFinish === null && !task.fixedDates;

/** Rows that lie at the other end of their slack than the plan as a whole does. */
export function findContrary<Id extends TaskId>(plan: Plan<Id>): Int32Array {
  const isFromFinish = plan.options.scheduleFrom === 'finish';
  const contrary = isFromFinish ? 'ASAP' : 'ALAP';
  const rows: number[] = [];
  const { order, plain } = plan;
  for (let k = 0; k < order.length; k++) {
    const row = order[k] as number;
    // Plain rows are as soon as possible.
    if (plain[row] === 1 && !isFromFinish) continue;
    const task = plan.tasks[row] as CpmTask<Id>;
    if (task.constraint === contrary && isFree(task)) rows.push(row);
  }
  return Int32Array.from(rows);
}

/** Early dates of the places [from, to) of the order. */
function forwardPlaces<Id extends TaskId>(
  plan: Plan<Id>,
  dragged: Uint8Array | null,
  from: number,
  to: number,
): void {
  if (dragged === null) {
    forwardSweep(plan, from, to);
    return;
  }
  const { order } = plan;
  for (let k = from; k < to; k++) {
    const row = order[k] as number;
    forwardPlace(plan, k);
    // As late as possible: its late dates push what follows (semantics §4.5). Links win if there is no room.
    if (dragged[row] === 1 && (plan.lateStart[row] as number) > (plan.earlyStart[row] as number)) {
      plan.earlyStart[row] = plan.lateStart[row] as number;
      plan.earlyFinish[row] = plan.lateFinish[row] as number;
    }
  }
}

function forwardAll<Id extends TaskId>(plan: Plan<Id>, dragged: Uint8Array | null): void {
  plan.spans.clear();
  forwardPlaces(plan, dragged, 0, plan.order.length);
}

/** Late dates and slack of the places [from, to) of the order, from the last. */
function backwardPlaces<Id extends TaskId>(
  plan: Plan<Id>,
  dragged: Uint8Array | null,
  from: number,
  to: number,
): void {
  if (dragged === null) {
    backwardSweep(plan, from, to);
    return;
  }
  const { order } = plan;
  for (let k = to - 1; k >= from; k--) {
    const row = order[k] as number;
    backwardPlace(plan, k);
    if (dragged[row] !== 1) continue;
    plan.totalSlack[row] = 0;
    plan.atOther[row] = 1;
    if ((plan.lateStart[row] as number) < (plan.earlyStart[row] as number)) continue;
    plan.lateStart[row] = plan.earlyStart[row] as number;
    plan.lateFinish[row] = plan.earlyFinish[row] as number;
  }
}

/** Late dates and slack of every leaf. */
export function backwardAll<Id extends TaskId>(plan: Plan<Id>, dragged: Uint8Array | null): void {
  plan.rooms.clear();
  plan.atOther.fill(0);
  backwardPlaces(plan, dragged, 0, plan.order.length);
}

/** The latest early finish; the start of the plan if there is nothing. */
export function lastFinish<Id extends TaskId>(plan: Plan<Id>): number {
  const { order, earlyFinish } = plan;
  let finish = FIRST_INSTANT;
  for (let k = 0; k < order.length; k++) {
    const at = earlyFinish[order[k] as number] as number;
    if (at > finish) finish = at;
  }
  return Math.max(finish, plan.start);
}

/** The earliest instant anything that is not yet fixed has to begin. */
function firstLateStart<Id extends TaskId>(plan: Plan<Id>): number {
  let start = END_INSTANT;
  for (const row of plan.order) {
    const dates = isFree(plan.tasks[row] as CpmTask<Id>) ? plan.lateStart : plan.earlyStart;
    start = Math.min(start, dates[row] as number);
  }
  return Math.min(start, plan.finish);
}

function flagsOf<Id extends TaskId>(plan: Plan<Id>, rows: Int32Array): Uint8Array {
  const flags = new Uint8Array(plan.network.size);
  for (const row of rows) flags[row] = 1;
  return flags;
}

/**
 * From the finish: late dates first, back from the finish date; the earliest of them is where the project begins,
 * and early dates follow from there. What is as soon as possible then pulls its predecessors with it.
 */
function calculateFromFinish<Id extends TaskId>(plan: Plan<Id>, finish: number): void {
  fillContext(plan, plan.options.start);
  forwardAll(plan, null);
  plan.finish = finish;
  backwardAll(plan, null);
  fillContext(plan, firstLateStart(plan));
  forwardAll(plan, null);
  backwardAll(plan, flagsOf(plan, findContrary(plan)));
}

/** All dates of a plan. */
export function calculate<Id extends TaskId>(plan: Plan<Id>): void {
  const { scheduleFrom, finish } = plan.options;
  if (scheduleFrom === 'finish' && finish !== undefined && finish !== null) {
    calculateFromFinish(plan, finish);
    return;
  }
  fillContext(plan, plan.options.start);
  forwardAll(plan, null);
  plan.finish = lastFinish(plan);
  backwardAll(plan, null);
  const late = findContrary(plan);
  if (late.length === 0) return;
  forwardAll(plan, flagsOf(plan, late));
  backwardAll(plan, null);
}

/** The same in steps. What needs several passes, from the finish or as late as possible, is one step. */
export function* calculateInSteps<Id extends TaskId>(plan: Plan<Id>): Steps<void> {
  if (plan.options.scheduleFrom === 'finish' || findContrary(plan).length > 0) {
    calculate(plan);
    return;
  }
  const { length } = plan.order;
  fillContext(plan, plan.options.start);
  plan.spans.clear();
  plan.rooms.clear();
  for (let from = 0; from < length; from += STEP_ROWS) {
    yield;
    forwardPlaces(plan, null, from, Math.min(length, from + STEP_ROWS));
  }
  plan.finish = lastFinish(plan);
  for (let to = length; to > 0; to -= STEP_ROWS) {
    yield;
    backwardPlaces(plan, null, Math.max(0, to - STEP_ROWS), to);
  }
}
