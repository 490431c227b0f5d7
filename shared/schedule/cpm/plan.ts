import type { Instant } from '../calendar/instant.ts';
import { END_INSTANT, FIRST_INSTANT, type Timeline } from '../calendar/timeline.ts';
import { wholeTenths } from '../tenths.ts';
import { addWork, clockOf, hasParts, lagClock } from './arithmetic.ts';
import type { CpmInput, CpmOptions, CpmTask, TaskId } from './model.ts';
import { LAG_ELAPSED, LAG_PERCENT, type Network } from './network.ts';

/**
 * A plan as columns by row, and the dates calculated for it. Instants are 32-bit tenths of a minute. A row is
 * `plain` if a duration on one calendar and links between tasks say all about it; the passes have a short way for
 * such rows, and the full rules for the others.
 */
export interface Plan<Id extends TaskId> {
  options: CpmOptions;
  readonly tasks: CpmTask<Id>[];
  readonly network: Network<Id>;
  /** Leaves, predecessors first, and the place of each row in it (−1). */
  readonly order: Int32Array;
  readonly place: Int32Array;
  readonly duration: Int32Array;
  /** Calendar of the row's lags; of a plain row also that of its duration. */
  readonly clocks: Timeline[];
  readonly plain: Uint8Array;
  readonly done: Uint8Array;
  readonly milestone: Uint8Array;
  /** Not before: the project start, raised by the summaries above. */
  readonly base: Int32Array;
  /** Leaves below each summary that has links. */
  readonly leavesBelow: ReadonlyMap<number, readonly number[]>;
  /** Their early spans, and what their leaves leave to each link from a predecessor; kept for one pass. */
  readonly spans: Map<number, Span>;
  readonly rooms: Map<number, Room>;

  readonly earlyStart: Int32Array;
  readonly earlyFinish: Int32Array;
  /** Coordinate of the early start on the row's clock; plain rows only. */
  readonly earlyWork: Int32Array;
  /** Late start of the work that remains; the late start itself while nothing has begun. */
  readonly lateStart: Int32Array;
  readonly lateFinish: Int32Array;
  /** Nothing but the end of the project bounds the late finish. */
  readonly open: Uint8Array;
  readonly totalSlack: Int32Array;
  /** Lies at its late dates although the plan does not, or the other way round: no slack is left. */
  readonly atOther: Uint8Array;
  start: Instant;
  finish: Instant;
}

export interface Span {
  readonly start: Instant;
  readonly finish: Instant;
}

/** Latest and earliest instant at the predecessor's end of a link; past the end of time: not bounded. */
export interface Room {
  readonly late: Instant;
  readonly need: Instant;
}

export const clampInstant = (t: Instant): Instant =>
  t >= FIRST_INSTANT && t <= END_INSTANT ? t : Math.min(Math.max(t, FIRST_INSTANT), END_INSTANT);

const isPlain = (task: CpmTask<TaskId>, clock: Timeline): boolean =>
  task.constraint === 'ASAP' &&
  task.actualStart === null &&
  task.actualFinish === null &&
  !task.fixedDates &&
  !task.elapsed &&
  task.deadline === null &&
  task.levelingDelay === 0 &&
  (task.parts.length === 0 || !hasParts(task)) &&
  clock.hasWork;

/** Latest of the project start and the "start no earlier than" of the summaries above; null: only the project. */
export function inheritedStart<Id extends TaskId>(
  plan: Plan<Id>,
  row: number,
): { on: number; date: Instant } | null {
  let found: { on: number; date: Instant } | null = null;
  const { parent } = plan.network;
  for (let up = parent[row] as number; up >= 0; up = parent[up] as number) {
    const summary = plan.tasks[up] as CpmTask<Id>;
    if (summary.constraint !== 'SNET' || summary.constraintDate === null) continue;
    if (found === null || summary.constraintDate > found.date)
      found = { on: up, date: summary.constraintDate };
  }
  return found;
}

/** Earliest "finish no later than" of the summaries above: it bounds the late dates of what is below. */
export function inheritedFinish<Id extends TaskId>(
  plan: Plan<Id>,
  row: number,
): { on: number; date: Instant } | null {
  let found: { on: number; date: Instant } | null = null;
  const { parent } = plan.network;
  for (let up = parent[row] as number; up >= 0; up = parent[up] as number) {
    const summary = plan.tasks[up] as CpmTask<Id>;
    if (summary.constraint !== 'FNLT' || summary.constraintDate === null) continue;
    if (found === null || summary.constraintDate < found.date)
      found = { on: up, date: summary.constraintDate };
  }
  return found;
}

/** Has a link of its own or of a summary above, on the given side. A summary with nothing inside follows nobody. */
export function isLinked<Id extends TaskId>(
  { network, leavesBelow }: Pick<Plan<Id>, 'network' | 'leavesBelow'>,
  row: number,
  side: 'incoming' | 'outgoing',
): boolean {
  const { first, row: others } = network[side];
  for (let up = row; up >= 0; up = network.parent[up] as number) {
    const end = first[up + 1] as number;
    for (let edge = first[up] as number; edge < end; edge++) {
      const other = others[edge] as number;
      if (side === 'incoming' || network.isLeaf[other] === 1 || leavesBelow.has(other)) return true;
    }
  }
  return false;
}

/** Put the data of a task into the columns of its row. */
export function fillRow<Id extends TaskId>(plan: Plan<Id>, row: number, task: CpmTask<Id>): void {
  const clock = task.calendar.timeline;
  plan.tasks[row] = task;
  plan.duration[row] = Math.max(0, task.duration);
  plan.clocks[row] = clock;
  plan.done[row] = task.actualFinish === null ? 0 : 1;
  plan.milestone[row] = task.milestone ? 1 : 0;
  const isSimple =
    !plan.network.hasSummaryLinks && isPlain(task, clock) && inheritedFinish(plan, row) === null;
  plan.plain[row] = isSimple ? 1 : 0;
}

/** Columns that depend on the anchor of the project and on the rows above. */
export function fillContext<Id extends TaskId>(plan: Plan<Id>, projectStart: Instant): void {
  const start = clampInstant(projectStart);
  plan.start = start;
  plan.base.fill(start);
  const hasSummaries = plan.order.length < plan.network.size;
  if (!hasSummaries) return;
  for (const row of plan.order) {
    const above = inheritedStart(plan, row);
    if (above && above.date > start) plan.base[row] = clampInstant(above.date);
  }
}

function collectLeaves(network: Network<TaskId>, order: Int32Array): Map<number, number[]> {
  const below = new Map<number, number[]>();
  if (!network.hasSummaryLinks) return below;
  const { parent, incoming, outgoing } = network;
  const isLinkEnd = (row: number) =>
    (incoming.first[row + 1] as number) > (incoming.first[row] as number) ||
    (outgoing.first[row + 1] as number) > (outgoing.first[row] as number);
  for (const leaf of order)
    for (let up = parent[leaf] as number; up >= 0; up = parent[up] as number) {
      if (!isLinkEnd(up)) continue;
      const list = below.get(up);
      if (list) list.push(leaf);
      else below.set(up, [leaf]);
    }
  return below;
}

/** Columns for a network in order; nothing is calculated yet. */
export function createPlan<Id extends TaskId>(
  input: CpmInput<Id>,
  network: Network<Id>,
  order: Int32Array,
): Plan<Id> {
  const { size } = network;
  const place = new Int32Array(size).fill(-1);
  for (let k = 0; k < order.length; k++) place[order[k] as number] = k;
  const numbers = () => new Int32Array(size);
  const flags = () => new Uint8Array(size);
  const plan: Plan<Id> = {
    options: input,
    tasks: input.tasks.slice(),
    network,
    order,
    place,
    duration: numbers(),
    clocks: new Array<Timeline>(size),
    plain: flags(),
    done: flags(),
    milestone: flags(),
    base: numbers(),
    leavesBelow: collectLeaves(network, order),
    spans: new Map(),
    rooms: new Map(),
    earlyStart: numbers(),
    earlyFinish: numbers(),
    earlyWork: numbers(),
    lateStart: numbers(),
    lateFinish: numbers(),
    open: flags(),
    totalSlack: numbers(),
    atOther: flags(),
    start: input.start,
    finish: input.start,
  };
  for (let row = 0; row < size; row++) fillRow(plan, row, input.tasks[row] as CpmTask<Id>);
  return plan;
}

/** Length of what a percent lag counts: the duration of a task, the span of a summary. */
export function lengthOf<Id extends TaskId>(plan: Plan<Id>, row: number): number {
  const span = spanOf(plan, row);
  const task = plan.tasks[row] as CpmTask<Id>;
  if (!span) return task.duration;
  const clock = clockOf(task);
  return clock.work(span.finish) - clock.work(span.start);
}

/** Early dates of what is below a summary with links; null for a task or if nothing is below. */
export function spanOf<Id extends TaskId>(plan: Plan<Id>, row: number): Span | null {
  const leaves = plan.leavesBelow.get(row);
  if (!leaves) return null;
  const known = plan.spans.get(row);
  if (known) return known;
  let start = END_INSTANT;
  let finish = FIRST_INSTANT;
  for (const leaf of leaves) {
    start = Math.min(start, plan.earlyStart[leaf] as number);
    finish = Math.max(finish, plan.earlyFinish[leaf] as number);
  }
  const span = { start, finish };
  plan.spans.set(row, span);
  return span;
}

/** An instant moved by a lag, forward (+1) or back (−1), on the calendar of the successor (semantics §4). */
export function moveByLag<Id extends TaskId>(
  plan: Plan<Id>,
  code: number,
  lag: number,
  predecessor: number,
  successor: number,
  t: Instant,
  sign: 1 | -1,
): Instant {
  // Lags of time are whole 32-bit numbers; to say so keeps the passes free of floating point.
  if ((code & (LAG_PERCENT | LAG_ELAPSED)) === 0)
    return addWork(plan.clocks[successor] as Timeline, t, (sign * lag) | 0);
  const amount = (code & LAG_PERCENT) === 0 ? lag : wholeTenths((lengthOf(plan, predecessor) * lag) / 100);
  const clock =
    (code & LAG_ELAPSED) === 0
      ? (plan.clocks[successor] as Timeline)
      : lagClock(plan.tasks[successor] as CpmTask<Id>, true);
  return addWork(clock, t, sign * amount);
}
