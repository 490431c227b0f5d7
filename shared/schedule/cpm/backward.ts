import type { Instant } from '../calendar/instant.ts';
import { AFTER_TIME, type Timeline } from '../calendar/timeline.ts';
import {
  finishFrom,
  normaliseFinish,
  slackBetween,
  startFor,
  startOfDuration,
  startRemaining,
} from './arithmetic.ts';
import type { CpmTask, TaskId } from './model.ts';
import { FROM_START, LAG, TO_FINISH } from './network.ts';
import { clampInstant, inheritedFinish, isLinked, moveByLag, type Plan, type Room, spanOf } from './plan.ts';

const UNBOUNDED = AFTER_TIME;

/** What the early dates of one leaf need a link before it to keep, at the predecessor's end. */
function needAt<Id extends TaskId>(plan: Plan<Id>, edge: number, from: number, leaf: number): Instant {
  const { outgoing } = plan.network;
  const code = outgoing.code[edge] as number;
  const need = ((code & TO_FINISH) === 0 ? plan.earlyStart[leaf] : plan.earlyFinish[leaf]) as number;
  return code < LAG ? need : moveByLag(plan, code, outgoing.lag[edge] as number, from, leaf, need, -1);
}

/** What one unfinished leaf leaves to a link before it, at the predecessor's end and before its duration. */
function roomAt<Id extends TaskId>(plan: Plan<Id>, edge: number, from: number, leaf: number): Room {
  const { outgoing } = plan.network;
  const code = outgoing.code[edge] as number;
  const late = ((code & TO_FINISH) === 0 ? plan.lateStart[leaf] : plan.lateFinish[leaf]) as number;
  return {
    late: code < LAG ? late : moveByLag(plan, code, outgoing.lag[edge] as number, from, leaf, late, -1),
    need: needAt(plan, edge, from, leaf),
  };
}

const NO_ROOM_LIMIT: Room = { late: UNBOUNDED, need: UNBOUNDED };

/** The same over all leaves the link leads to; kept, as many leaves of a predecessor ask. */
export function roomOf<Id extends TaskId>(plan: Plan<Id>, edge: number, from: number): Room {
  const to = plan.network.outgoing.row[edge] as number;
  if (plan.network.isLeaf[to] === 1)
    return plan.done[to] === 1 ? NO_ROOM_LIMIT : roomAt(plan, edge, from, to);
  const known = plan.rooms.get(edge);
  if (known) return known;
  let late = UNBOUNDED;
  let need = UNBOUNDED;
  for (const leaf of plan.leavesBelow.get(to) ?? []) {
    if (plan.done[leaf] === 1) continue;
    const room = roomAt(plan, edge, from, leaf);
    late = Math.min(late, room.late);
    need = Math.min(need, room.need);
  }
  const room = { late, need };
  plan.rooms.set(edge, room);
  return room;
}

/** The early dates a link leads to, at the predecessor's end; past the end of time if there are none. */
function needOf<Id extends TaskId>(plan: Plan<Id>, edge: number, from: number): Instant {
  const to = plan.network.outgoing.row[edge] as number;
  if (plan.network.isLeaf[to] !== 1) return roomOf(plan, edge, from).need;
  return plan.done[to] === 1 ? UNBOUNDED : needAt(plan, edge, from, to);
}

/** Visit the outgoing links of a leaf: its own and those of the summaries above. */
export function eachOutgoing<Id extends TaskId>(
  { network }: Plan<Id>,
  row: number,
  visit: (edge: number, from: number) => void,
): void {
  for (let from = row; from >= 0; from = network.hasSummaryLinks ? (network.parent[from] as number) : -1) {
    const end = network.outgoing.first[from + 1] as number;
    for (let edge = network.outgoing.first[from] as number; edge < end; edge++) visit(edge, from);
  }
}

/** The late finish one link leaves to a leaf; past the end of time if it does not bound it. */
export function boundOf<Id extends TaskId>(plan: Plan<Id>, edge: number, from: number, row: number): Instant {
  const task = plan.tasks[row] as CpmTask<Id>;
  const code = plan.network.outgoing.code[edge] as number;
  const { late } = roomOf(plan, edge, from);
  if (late >= UNBOUNDED) return UNBOUNDED;
  if ((code & FROM_START) === 0) return late;
  // Only the leaf that gives a summary its start is held by a link from that start.
  if (from !== row && plan.options.scheduleFrom !== 'finish' && (code & TO_FINISH) === 0) {
    const span = spanOf(plan, from);
    if (span && span.start !== plan.earlyStart[row]) return UNBOUNDED;
  }
  return finishFrom(task, late);
}

/** Late finish after the constraint of the task, the "finish no later than" above it and its deadline. */
export function limitByConstraint<Id extends TaskId>(plan: Plan<Id>, row: number, finish: Instant): Instant {
  const task = plan.tasks[row] as CpmTask<Id>;
  const date = task.constraintDate;
  let latest = Math.min(finish, inheritedFinish(plan, row)?.date ?? finish);
  if (date !== null && !task.manual) {
    if (task.constraint === 'MSO') latest = finishFrom(task, date);
    else if (task.constraint === 'MFO') latest = date;
    else if (task.constraint === 'SNLT') latest = Math.min(latest, finishFrom(task, date));
    else if (task.constraint === 'FNLT') latest = Math.min(latest, date);
    else if (plan.options.scheduleFrom === 'finish') {
      if (task.constraint === 'SNET') latest = Math.max(latest, finishFrom(task, date));
      else if (task.constraint === 'FNET') latest = Math.max(latest, date);
    }
  }
  return task.deadline === null ? latest : Math.min(latest, task.deadline);
}

/** The late finish of a row nothing follows. */
export function openFinish<Id extends TaskId>(plan: Plan<Id>, row: number): Instant {
  if (plan.options.multipleCriticalPaths && !isLinked(plan, row, 'outgoing'))
    return plan.earlyFinish[row] as number;
  return plan.finish;
}

function setLate<Id extends TaskId>(plan: Plan<Id>, row: number, start: Instant, finish: Instant): boolean {
  const isNew = plan.lateStart[row] !== start || plan.lateFinish[row] !== finish;
  plan.lateStart[row] = start;
  plan.lateFinish[row] = finish;
  return isNew;
}

/** Late dates by the full rules. */
function fullLate<Id extends TaskId>(plan: Plan<Id>, row: number): boolean {
  const task = plan.tasks[row] as CpmTask<Id>;
  if (task.actualFinish !== null) {
    const finish = clampInstant(task.actualFinish);
    return setLate(plan, row, finish, finish);
  }
  let latest = openFinish(plan, row);
  const end = latest;
  eachOutgoing(plan, row, (edge, from) => {
    latest = Math.min(latest, boundOf(plan, edge, from, row));
  });
  plan.open[row] = latest === end ? 1 : 0;
  const finish = normaliseFinish(task, limitByConstraint(plan, row, latest));
  const start =
    task.actualStart !== null && task.remainingDuration !== null
      ? startRemaining(task, finish, task.remainingDuration)
      : task.manual && task.actualStart === null
        ? startOfDuration(task, finish)
        : startFor(task, finish);
  return setLate(plan, row, clampInstant(start), clampInstant(finish));
}

/** What is shown as late start: of a task in progress or done it is what happened. */
export function shownLateStart<Id extends TaskId>(plan: Plan<Id>, row: number): Instant {
  const task = plan.tasks[row] as CpmTask<Id>;
  if (task.actualFinish !== null) return task.actualStart ?? task.start ?? task.actualFinish;
  return task.actualStart ?? (plan.lateStart[row] as number);
}

/** As late as possible has no slack: it lies at its late dates, or would if there were room (semantics §5). */
const isAtLate = <Id extends TaskId>({ options }: Plan<Id>, task: CpmTask<Id>): boolean =>
  task.constraint === 'ALAP' && options.scheduleFrom !== 'finish' && !task.fixedDates;

function fullTotalSlack<Id extends TaskId>(plan: Plan<Id>, row: number): number {
  const task = plan.tasks[row] as CpmTask<Id>;
  if (task.actualFinish !== null || isAtLate(plan, task)) return 0;
  const finishSlack = slackBetween(task, plan.earlyFinish[row] as number, plan.lateFinish[row] as number);
  if (task.actualStart !== null) return finishSlack;
  return Math.min(
    slackBetween(task, plan.earlyStart[row] as number, plan.lateStart[row] as number),
    finishSlack,
  );
}

/**
 * Free slack of a leaf from the early dates of its successors (semantics §5), in tenths of working time. Nothing else
 * is calculated from it: it is worked out for the rows that are read, not in every pass.
 */
export function freeSlackOf<Id extends TaskId>(plan: Plan<Id>, row: number): number {
  const task = plan.tasks[row] as CpmTask<Id>;
  if (task.actualFinish !== null || plan.atOther[row] === 1 || isAtLate(plan, task)) return 0;
  const start = plan.earlyStart[row] as number;
  const finish = plan.earlyFinish[row] as number;
  let free = UNBOUNDED;
  eachOutgoing(plan, row, (edge, from) => {
    const need = needOf(plan, edge, from);
    if (need >= UNBOUNDED) return;
    const fromStart = ((plan.network.outgoing.code[edge] as number) & FROM_START) !== 0;
    free = Math.min(free, slackBetween(task, fromStart ? start : finish, need));
  });
  return Math.max(0, free >= UNBOUNDED ? (plan.totalSlack[row] as number) : free);
}

/** Late dates and slack of the leaf at one place of the order (semantics §5). True if the dates are other than before. */
export const backwardPlace = <Id extends TaskId>(plan: Plan<Id>, place: number): boolean =>
  backwardSweep(plan, place, place + 1);

/**
 * Late dates and total slack of the leaves at the places [from, to) of the order, from the last, from those of their
 * successors. True if any late dates are other than before. One loop, as in `forwardSweep`.
 */
export function backwardSweep<Id extends TaskId>(plan: Plan<Id>, from: number, to: number): boolean {
  const { order, plain, clocks, done, open, lateStart, lateFinish, totalSlack } = plan;
  const { first, row: targets, code: codes, lag: lags } = plan.network.outgoing;
  const { multipleCriticalPaths } = plan.options;
  let isNew = false;
  for (let k = to - 1; k >= from; k--) {
    const row = order[k] as number;
    if (plain[row] === 0) {
      if (fullLate(plan, row)) isNew = true;
      totalSlack[row] = fullTotalSlack(plan, row);
      continue;
    }
    const begin = first[row] as number;
    const end = first[row + 1] as number;
    const clock = clocks[row] as Timeline;
    const duration = plan.duration[row] as number;
    const unbound = multipleCriticalPaths && begin === end ? (plan.earlyFinish[row] as number) : plan.finish;
    let limit = unbound;
    for (let e = begin; e < end; e++) {
      const s = targets[e] as number;
      if (done[s] === 1) continue;
      const code = codes[e] as number;
      let late = ((code & TO_FINISH) === 0 ? lateStart[s] : lateFinish[s]) as number;
      if (code >= LAG) late = moveByLag(plan, code, lags[e] as number, row, s, late, -1);
      if ((code & FROM_START) !== 0 && duration > 0) late = clock.finishAt(clock.work(late) + duration);
      if (late < limit) limit = late;
    }
    open[row] = limit === unbound ? 1 : 0;
    const period = clock.seek(limit);
    const w = clock.workIn(period, limit);
    const finish = duration === 0 && plan.milestone[row] === 1 ? limit : clock.prevEndIn(period, limit);
    const start = duration === 0 ? finish : clock.startAt(w - duration);
    totalSlack[row] = w - duration - (plan.earlyWork[row] as number);
    if (lateStart[row] !== start || lateFinish[row] !== finish) isNew = true;
    lateStart[row] = start;
    lateFinish[row] = finish;
  }
  return isNew;
}
