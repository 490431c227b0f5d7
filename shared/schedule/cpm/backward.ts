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

/** What one unfinished leaf leaves to a link before it, at the predecessor's end and before its duration. */
function roomAt<Id extends TaskId>(plan: Plan<Id>, edge: number, from: number, leaf: number): Room {
  const { outgoing } = plan.network;
  const code = outgoing.code[edge] as number;
  const toFinish = (code & TO_FINISH) !== 0;
  const late = (toFinish ? plan.lateFinish[leaf] : plan.lateStart[leaf]) as number;
  const need = (toFinish ? plan.earlyFinish[leaf] : plan.earlyStart[leaf]) as number;
  if (code < LAG) return { late, need };
  const lag = outgoing.lag[edge] as number;
  return {
    late: moveByLag(plan, code, lag, from, leaf, late, -1),
    need: moveByLag(plan, code, lag, from, leaf, need, -1),
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

function fullSlack<Id extends TaskId>(plan: Plan<Id>, row: number): void {
  const task = plan.tasks[row] as CpmTask<Id>;
  const start = plan.earlyStart[row] as number;
  const finish = plan.earlyFinish[row] as number;
  const finishSlack = slackBetween(task, finish, plan.lateFinish[row] as number);
  // As late as possible has none: it lies at its late dates, or would if there were room (semantics §5).
  const isAtLate = task.constraint === 'ALAP' && plan.options.scheduleFrom !== 'finish' && !task.fixedDates;
  const total =
    task.actualFinish !== null || isAtLate
      ? 0
      : task.actualStart !== null
        ? finishSlack
        : Math.min(slackBetween(task, start, plan.lateStart[row] as number), finishSlack);
  plan.totalSlack[row] = total;
  if (task.actualFinish !== null || isAtLate) {
    plan.freeSlack[row] = 0;
    return;
  }
  let free = UNBOUNDED;
  eachOutgoing(plan, row, (edge, from) => {
    const { need } = roomOf(plan, edge, from);
    if (need >= UNBOUNDED) return;
    const fromStart = ((plan.network.outgoing.code[edge] as number) & FROM_START) !== 0;
    free = Math.min(free, slackBetween(task, fromStart ? start : finish, need));
  });
  plan.freeSlack[row] = Math.max(0, free >= UNBOUNDED ? total : free);
}

/** Late dates and slack of a leaf from its successors (semantics §5). True if its late dates are other than before. */
export function backwardRow<Id extends TaskId>(plan: Plan<Id>, row: number): boolean {
  if (plan.plain[row] === 0) {
    const isNew = fullLate(plan, row);
    fullSlack(plan, row);
    return isNew;
  }
  const { first, row: to, code: codes } = plan.network.outgoing;
  const begin = first[row] as number;
  const end = first[row + 1] as number;
  const clock = plan.clocks[row] as Timeline;
  const duration = plan.duration[row] as number;
  const projectFinish =
    plan.options.multipleCriticalPaths && begin === end ? (plan.earlyFinish[row] as number) : plan.finish;
  let finish = projectFinish;
  let needOfFinish = UNBOUNDED;
  let needOfStart = UNBOUNDED;
  for (let e = begin; e < end; e++) {
    const s = to[e] as number;
    if (plan.done[s] === 1) continue;
    const code = codes[e] as number;
    const toFinish = (code & TO_FINISH) !== 0;
    let late = (toFinish ? plan.lateFinish[s] : plan.lateStart[s]) as number;
    let need = (toFinish ? plan.earlyFinish[s] : plan.earlyStart[s]) as number;
    if (code >= LAG) {
      const lag = plan.network.outgoing.lag[e] as number;
      late = moveByLag(plan, code, lag, row, s, late, -1);
      need = moveByLag(plan, code, lag, row, s, need, -1);
    }
    if ((code & FROM_START) === 0) {
      if (need < needOfFinish) needOfFinish = need;
    } else {
      if (need < needOfStart) needOfStart = need;
      if (duration > 0) late = clock.finishAt(clock.work(late) + duration);
    }
    if (late < finish) finish = late;
  }
  plan.open[row] = finish === projectFinish ? 1 : 0;
  return setPlainLate(plan, row, clock, finish, needOfStart, needOfFinish);
}

function setPlainLate<Id extends TaskId>(
  plan: Plan<Id>,
  row: number,
  clock: Timeline,
  limit: Instant,
  needOfStart: Instant,
  needOfFinish: Instant,
): boolean {
  const duration = plan.duration[row] as number;
  const earlyWork = plan.earlyWork[row] as number;
  const period = clock.seek(limit);
  const w = clock.workIn(period, limit);
  const finish = duration === 0 && plan.milestone[row] === 1 ? limit : clock.prevEndIn(period, limit);
  const start = duration === 0 ? finish : clock.startAt(w - duration);
  const total = w - duration - earlyWork;
  plan.totalSlack[row] = total;
  let free = UNBOUNDED;
  // A successor right behind leaves nothing; that is the usual case and needs no look-up.
  if (needOfFinish === plan.earlyFinish[row]) free = 0;
  else if (needOfFinish < UNBOUNDED) free = clock.work(needOfFinish) - earlyWork - duration;
  if (needOfStart < UNBOUNDED && free > 0) free = Math.min(free, clock.work(needOfStart) - earlyWork);
  plan.freeSlack[row] = free === UNBOUNDED ? total : free > 0 ? free : 0;
  return setLate(plan, row, start, finish);
}
