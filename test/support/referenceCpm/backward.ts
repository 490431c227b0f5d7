import type { Instant } from '#shared/schedule/calendar/instant.ts';
import type { CpmInput, CpmTask } from '#shared/schedule/cpm/model.ts';
import { applyLag, finishFrom, normaliseFinish, startFor, startRemaining } from './arithmetic.ts';
import type { EarlyDates } from './forward.ts';
import type { Network, Relation } from './network.ts';

export interface LateDates {
  readonly start: Float64Array;
  readonly finish: Float64Array;
}

interface Pass {
  readonly network: Network;
  readonly early: EarlyDates;
  readonly late: LateDates;
  /** Late start of the work that remains; differs from the late start once a task has begun. */
  readonly remaining: Float64Array;
  /** Per relation: the earliest late instant its successors ask for, kept because a summary has many leaves. */
  readonly bounds: Map<Relation, number>;
  readonly isFromFinish: boolean;
  /** Pull a row to its early dates. */
  readonly pull: (row: number) => boolean;
}

/** Earliest late instant over the unfinished leaves of the successor, before the predecessor's own duration. */
function boundOf(relation: Relation, { network, early, late, remaining, bounds }: Pass): number {
  const known = bounds.get(relation);
  if (known !== undefined) return known;
  const { link, predecessor, successor } = relation;
  let bound = Number.POSITIVE_INFINITY;
  for (const leaf of network.leaves[successor] ?? []) {
    const task = network.tasks[leaf];
    if (!task || task.actualFinish !== null) continue;
    const isStart = link.type === 'FS' || link.type === 'SS';
    const target = (isStart ? remaining[leaf] : late.finish[leaf]) ?? Number.NaN;
    bound = Math.min(bound, applyLag(link, task, early.lengthOf(predecessor), target, -1));
  }
  bounds.set(relation, bound);
  return bound;
}

function limitBySuccessors(row: number, task: CpmTask, finish: Instant, pass: Pass): Instant {
  let latest = finish;
  for (const relation of pass.network.outgoing(row)) {
    const bound = boundOf(relation, pass);
    if (!Number.isFinite(bound)) continue;
    const { type } = relation.link;
    const fromStart = type === 'SS' || type === 'SF';
    // Only the leaf that gives a summary its start is held by a link from that start.
    if (
      type === 'SS' &&
      !pass.isFromFinish &&
      relation.predecessor !== row &&
      pass.early.spanStart(relation.predecessor) !== pass.early.start[row]
    )
      continue;
    latest = Math.min(latest, fromStart ? finishFrom(task, bound) : bound);
  }
  return latest;
}

function limitByConstraint(row: number, task: CpmTask, finish: Instant, pass: Pass): Instant {
  const date = task.constraintDate;
  let latest = finish;
  for (let up = pass.network.parent[row] ?? -1; up >= 0; up = pass.network.parent[up] ?? -1) {
    const summary = pass.network.tasks[up];
    if (summary?.constraint === 'FNLT' && summary.constraintDate !== null)
      latest = Math.min(latest, summary.constraintDate);
  }
  if (date !== null && !task.manual) {
    if (task.constraint === 'MSO') latest = finishFrom(task, date);
    else if (task.constraint === 'MFO') latest = date;
    else if (task.constraint === 'SNLT') latest = Math.min(latest, finishFrom(task, date));
    else if (task.constraint === 'FNLT') latest = Math.min(latest, date);
    else if (task.constraint === 'SNET' && pass.isFromFinish)
      latest = Math.max(latest, finishFrom(task, date));
    else if (task.constraint === 'FNET' && pass.isFromFinish) latest = Math.max(latest, date);
  }
  return task.deadline === null ? latest : Math.min(latest, task.deadline);
}

function setLate(row: number, task: CpmTask, openFinish: Instant, pass: Pass): void {
  const { late, remaining } = pass;
  if (task.actualFinish !== null) {
    late.finish[row] = task.actualFinish;
    late.start[row] = task.actualStart ?? task.start ?? task.actualFinish;
    remaining[row] = task.actualFinish;
    return;
  }
  const limited = limitByConstraint(row, task, limitBySuccessors(row, task, openFinish, pass), pass);
  const finish = normaliseFinish(task, limited);
  late.finish[row] = finish;
  // The hours of people do not count for what is scheduled by hand.
  const isByHand = task.manual && task.actualStart === null;
  const start = startFor(isByHand ? { ...task, parts: [] } : task, finish);
  late.start[row] = task.actualStart ?? start;
  remaining[row] =
    task.actualStart !== null && task.remainingDuration !== null
      ? startRemaining(task, finish, task.remainingDuration)
      : start;
  if (!pass.pull(row) || start <= (pass.early.start[row] ?? start)) return;
  late.start[row] = pass.early.start[row] ?? start;
  late.finish[row] = pass.early.finish[row] ?? finish;
  remaining[row] = late.start[row] ?? start;
}

/** Late dates of all leaves (semantics §5). `finish` is the latest early finish of the project. */
export function backwardPass(
  input: CpmInput,
  network: Network,
  order: readonly number[],
  early: EarlyDates,
  finish: Instant,
  pull: (row: number) => boolean = () => false,
): LateDates {
  const size = network.tasks.length;
  const late = {
    start: new Float64Array(size).fill(Number.NaN),
    finish: new Float64Array(size).fill(Number.NaN),
  };
  const pass: Pass = {
    network,
    early,
    late,
    remaining: new Float64Array(size).fill(Number.NaN),
    bounds: new Map(),
    isFromFinish: input.scheduleFrom === 'finish',
    pull,
  };
  for (let i = order.length - 1; i >= 0; i--) {
    const row = order[i] ?? 0;
    const task = network.tasks[row];
    if (!task) continue;
    const isFollowed = network.outgoing(row).some(({ successor }) => network.leaves[successor]?.length);
    const isOpenEnd = input.multipleCriticalPaths && !isFollowed;
    setLate(row, task, isOpenEnd ? (early.finish[row] ?? finish) : finish, pass);
  }
  return late;
}
