import type { Instant } from '../calendar/instant.ts';
import { BEFORE_TIME, type Timeline } from '../calendar/timeline.ts';
import { addElapsed, finishFrom, finishRemaining, startAtOrAfter, startFor } from './arithmetic.ts';
import type { CpmTask, TaskId } from './model.ts';
import { FROM_START, LAG, TO_FINISH } from './network.ts';
import { clampInstant, inheritedStart, isLinked, moveByLag, type Plan, spanOf } from './plan.ts';

const NOTHING = BEFORE_TIME - 1;

/** What one link asks of a leaf: its start, and the finish it names if it leads to the finish. */
export interface Demand {
  readonly start: Instant;
  readonly drives: Instant | null;
}

/** The demand of the incoming link `edge` of row `to` on the leaf `row` (`to` itself or below it). */
export function demandOf<Id extends TaskId>(plan: Plan<Id>, edge: number, row: number): Demand | null {
  const { incoming, isLeaf } = plan.network;
  const from = incoming.row[edge] as number;
  const code = incoming.code[edge] as number;
  const task = plan.tasks[from] as CpmTask<Id>;
  let base: Instant | null;
  if (isLeaf[from] === 1)
    base = ((code & FROM_START) === 0 ? plan.earlyFinish[from] : plan.earlyStart[from]) as number;
  else {
    const span = spanOf(plan, from) ?? task;
    base = (code & FROM_START) === 0 ? span.finish : span.start;
  }
  if (base === null) return null;
  const date = code < LAG ? base : moveByLag(plan, code, incoming.lag[edge] as number, from, row, base, 1);
  if ((code & TO_FINISH) === 0) return { start: date, drives: null };
  return { start: startFor(plan.tasks[row] as CpmTask<Id>, date), drives: date };
}

/** Visit the incoming links of a leaf: its own and those of the summaries above. */
export function eachIncoming<Id extends TaskId>(
  { network }: Plan<Id>,
  row: number,
  visit: (edge: number, to: number) => void,
): void {
  for (let to = row; to >= 0; to = network.hasSummaryLinks ? (network.parent[to] as number) : -1) {
    const end = network.incoming.first[to + 1] as number;
    for (let edge = network.incoming.first[to] as number; edge < end; edge++) visit(edge, to);
  }
}

/** Start of a task in progress or done is what happened; the rest follows from the remainder (semantics §4.6). */
function startedDates(task: CpmTask<TaskId>, actualStart: Instant): [Instant, Instant] {
  if (task.actualFinish !== null) return [actualStart, task.actualFinish];
  const { resume, stop, remainingDuration } = task;
  const isMoved = resume !== null && stop !== null && remainingDuration !== null && resume > actualStart;
  const finish = isMoved
    ? finishRemaining(task, startAtOrAfter(task, resume), remainingDuration)
    : finishFrom(task, actualStart);
  return [actualStart, finish];
}

/**
 * Where the links begin to count. A task without predecessors may begin before the project if its own "start no
 * earlier than" says so, as a file of Project shows.
 */
function floorOf<Id extends TaskId>(plan: Plan<Id>, row: number, task: CpmTask<Id>): Instant {
  const { constraint, constraintDate } = task;
  const isEarly = constraint === 'SNET' && constraintDate !== null && constraintDate < plan.start;
  if (!isEarly || isLinked(plan, row, 'incoming')) return plan.base[row] as number;
  return Math.max(constraintDate, inheritedStart(plan, row)?.date ?? constraintDate);
}

/** Constraints; SNLT and FNLT pull earlier even against a predecessor (semantics §4.4). */
export function constrain(task: CpmTask<TaskId>, start: Instant, isFromFinish: boolean): Instant {
  const date = task.constraintDate;
  if (date === null) return start;
  switch (task.constraint) {
    case 'SNET':
      return startAtOrAfter(task, Math.max(start, date));
    case 'FNET':
      return Math.max(start, startFor(task, date));
    case 'MSO':
      return date;
    case 'MFO':
      return startFor(task, date);
    case 'SNLT':
      return isFromFinish ? start : Math.min(start, date);
    case 'FNLT':
      return !isFromFinish && finishFrom(task, start) > date ? startFor(task, date) : start;
    default:
      return start;
  }
}

/** The start before constraints: floor, links, working time, levelling. */
export function linkedStart<Id extends TaskId>(
  plan: Plan<Id>,
  row: number,
): { start: Instant; asked: Instant; drives: Instant | null; edge: number; to: number } {
  const task = plan.tasks[row] as CpmTask<Id>;
  let asked = floorOf(plan, row, task);
  let drives: Instant | null = null;
  let driver = -1;
  let at = -1;
  eachIncoming(plan, row, (edge, to) => {
    const demand = demandOf(plan, edge, row);
    if (!demand) return;
    // Of two that ask for the same start the finish of the nearer one is driven, the task's own before its summary's.
    const isNearer = driver < 0 || (demand.drives !== null && (drives === null || to === at));
    if (demand.start > asked || (demand.start === asked && isNearer)) {
      asked = demand.start;
      drives = demand.drives;
      driver = edge;
      at = to;
    }
  });
  let start = startAtOrAfter(task, asked);
  if (task.levelingDelay !== 0) start = startAtOrAfter(task, addElapsed(start, task.levelingDelay));
  return { start, asked, drives, edge: driver, to: at };
}

function plannedDates<Id extends TaskId>(plan: Plan<Id>, row: number): [Instant, Instant] {
  const task = plan.tasks[row] as CpmTask<Id>;
  const linked = linkedStart(plan, row);
  const { drives } = linked;
  const start = constrain(task, linked.start, plan.options.scheduleFrom === 'finish');
  let finish = finishFrom(task, start);
  // The instant that drives an FF or SF stays the finish, even at the start of a day (semantics §3).
  if (drives !== null && startFor(task, drives) === start) finish = drives;
  if (task.constraint === 'MFO' && task.constraintDate !== null) finish = task.constraintDate;
  return [start, finish];
}

/** By the full rules. */
function fullDates<Id extends TaskId>(plan: Plan<Id>, row: number): [Instant, Instant] {
  const task = plan.tasks[row] as CpmTask<Id>;
  if (task.fixedDates) return [task.start ?? plan.options.start, task.finish ?? plan.options.start];
  return task.actualStart === null ? plannedDates(plan, row) : startedDates(task, task.actualStart);
}

function setEarly<Id extends TaskId>(plan: Plan<Id>, row: number, start: Instant, finish: Instant): boolean {
  const isNew = plan.earlyStart[row] !== start || plan.earlyFinish[row] !== finish;
  plan.earlyStart[row] = start;
  plan.earlyFinish[row] = finish;
  return isNew;
}

/** Early dates of the leaf at one place of the order (semantics §4). True if they are other than before. */
export const forwardPlace = <Id extends TaskId>(plan: Plan<Id>, place: number): boolean =>
  forwardSweep(plan, place, place + 1);

/**
 * Early dates of the leaves at the places [from, to) of the order from those of their predecessors. True if any are
 * other than before. One loop for all plain rows, so that what it reads is looked up once and not for every row.
 */
export function forwardSweep<Id extends TaskId>(plan: Plan<Id>, from: number, to: number): boolean {
  const { order, plain, clocks, base, earlyStart, earlyFinish, earlyWork } = plan;
  const { first, row: sources, code: codes, lag: lags } = plan.network.incoming;
  let isNew = false;
  for (let k = from; k < to; k++) {
    const row = order[k] as number;
    if (plain[row] === 0) {
      const [start, finish] = fullDates(plan, row);
      if (setEarly(plan, row, clampInstant(start), clampInstant(finish))) isNew = true;
      continue;
    }
    const clock = clocks[row] as Timeline;
    const duration = plan.duration[row] as number;
    let asked = base[row] as number;
    let drives = NOTHING;
    const end = first[row + 1] as number;
    for (let e = first[row] as number; e < end; e++) {
      const code = codes[e] as number;
      const p = sources[e] as number;
      let t = ((code & FROM_START) === 0 ? earlyFinish[p] : earlyStart[p]) as number;
      if (code >= LAG) t = moveByLag(plan, code, lags[e] as number, p, row, t, 1);
      if ((code & TO_FINISH) === 0) {
        if (t > asked) {
          asked = t;
          drives = NOTHING;
        }
      } else {
        const s = duration === 0 ? t : startOf(clock, t, duration);
        if (s >= asked) {
          asked = s;
          drives = t;
        }
      }
    }
    const period = clock.seek(asked);
    const w = clock.workIn(period, asked);
    earlyWork[row] = w;
    let start = clock.nextStartIn(period, asked);
    let finish = start;
    // A start any link asks for becomes a working one; a milestone may stay at the end of a working period.
    if (duration > 0)
      finish =
        drives !== NOTHING && startOf(clock, drives, duration) === start
          ? drives
          : clock.finishAt(w + duration);
    else if (start > asked && clock.prevEndIn(period, asked) === asked) {
      start = asked;
      finish = asked;
    }
    if (earlyStart[row] !== start || earlyFinish[row] !== finish) isNew = true;
    earlyStart[row] = start;
    earlyFinish[row] = finish;
  }
  return isNew;
}

/** Latest start of a duration that ends at t. */
const startOf = (clock: Timeline, t: Instant, duration: number): Instant =>
  clock.startAt(clock.work(t) - duration);
