import type { Instant } from '#shared/schedule/calendar/instant.ts';
import type { CpmInput, CpmTask } from '#shared/schedule/cpm/model.ts';
import {
  addElapsed,
  applyLag,
  finishFrom,
  finishRemaining,
  slackBetween,
  startAtOrAfter,
  startFor,
} from './arithmetic.ts';
import type { Network, Relation } from './network.ts';

/** Early dates by position; NaN where not (yet) known. */
export interface EarlyDates {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** Earliest start / latest finish of the leaves of a row that are known. */
  spanStart(row: number): Instant | null;
  spanFinish(row: number): Instant | null;
  /** What a percent lag counts: the duration of a task, the working time of a summary's span. */
  lengthOf(row: number): number;
}

function createEarlyDates({ tasks, leaves }: Network): EarlyDates {
  const start = new Float64Array(tasks.length).fill(Number.NaN);
  const finish = new Float64Array(tasks.length).fill(Number.NaN);
  const spans = new Map<number, { start: number; finish: number }>();
  const spanOf = (row: number) => {
    // Asked only when all leaves below are done, as the order guarantees; so it can be kept.
    let span = spans.get(row);
    if (!span) {
      span = { start: Number.POSITIVE_INFINITY, finish: Number.NEGATIVE_INFINITY };
      for (const leaf of leaves[row] ?? []) {
        span.start = Math.min(span.start, start[leaf] ?? Number.NaN);
        span.finish = Math.max(span.finish, finish[leaf] ?? Number.NaN);
      }
      spans.set(row, span);
    }
    return span;
  };
  const known = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    start,
    finish,
    spanStart: (row) => known(spanOf(row).start),
    spanFinish: (row) => known(spanOf(row).finish),
    lengthOf(row) {
      const task = tasks[row];
      if (!task) return 0;
      const span = spanOf(row);
      if (leaves[row]?.[0] === row || !Number.isFinite(span.start)) return task.duration;
      return slackBetween(task, span.start, span.finish);
    },
  };
}

/** Start of a task in progress or done is what happened; the rest follows from the remainder (semantics §4.6). */
function startedDates(task: CpmTask, actualStart: Instant): { start: Instant; finish: Instant } {
  if (task.actualFinish !== null) return { start: actualStart, finish: task.actualFinish };
  const { resume, stop, remainingDuration } = task;
  const rescheduled = resume !== null && stop !== null && remainingDuration !== null && resume > actualStart;
  if (!rescheduled) return { start: actualStart, finish: finishFrom(task, actualStart) };
  return {
    start: actualStart,
    finish: finishRemaining(task, startAtOrAfter(task, resume), remainingDuration),
  };
}

/** What one relation asks of the start; FF and SF also name the finish they drive. */
function demandOf(
  relation: Relation,
  task: CpmTask,
  network: Network,
  early: EarlyDates,
): { start: Instant; drives: Instant | null } | null {
  const { link, predecessor, successor } = relation;
  const from = network.tasks[predecessor];
  const to = network.tasks[successor];
  if (!from || !to) return null;
  const fromStart = early.spanStart(predecessor) ?? from.start;
  const fromFinish = early.spanFinish(predecessor) ?? from.finish;
  const base = link.type === 'FS' || link.type === 'FF' ? fromFinish : fromStart;
  if (base === null) return null;
  const instant = applyLag(link, task, early.lengthOf(predecessor), base, 1);
  if (link.type === 'FS' || link.type === 'SS') return { start: instant, drives: null };
  return { start: startFor(task, instant), drives: instant };
}

/** Constraints; SNLT and FNLT pull earlier even against a predecessor (semantics §4.4). */
function constrain(task: CpmTask, start: Instant, isFromFinish: boolean): Instant {
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

function inheritedStart(row: number, network: Network, projectStart: Instant): Instant {
  let start = projectStart;
  const own = network.tasks[row];
  if (own && own.constraintDate !== null && network.incoming(row).length === 0) {
    if (own.constraint === 'SNET') start = Math.min(start, own.constraintDate);
  }
  for (let up = network.parent[row] ?? -1; up >= 0; up = network.parent[up] ?? -1) {
    const summary = network.tasks[up];
    if (summary?.constraint === 'SNET' && summary.constraintDate !== null)
      start = Math.max(start, summary.constraintDate);
  }
  return start;
}

function plannedDates(
  row: number,
  task: CpmTask,
  network: Network,
  early: EarlyDates,
  projectStart: Instant,
  isFromFinish: boolean,
) {
  let start = inheritedStart(row, network, projectStart);
  let drives: Instant | null = null;
  // From the outermost summary inwards, so that of equal demands the nearest is the last.
  const levels = Map.groupBy(network.incoming(row), ({ successor }) => successor);
  for (const relation of [...levels.values()].reverse().flat()) {
    const demand = demandOf(relation, task, network, early);
    if (!demand) continue;
    if (demand.start > start || (demand.start === start && demand.drives !== null)) {
      start = demand.start;
      drives = demand.drives;
    }
  }
  start = startAtOrAfter(task, start);
  if (task.levelingDelay !== 0) start = startAtOrAfter(task, addElapsed(start, task.levelingDelay));
  start = constrain(task, start, isFromFinish);
  let finish = finishFrom(task, start);
  // The instant that drives an FF or SF stays the finish, even at the start of a day (semantics §3).
  if (drives !== null && startFor(task, drives) === start) finish = drives;
  if (task.constraint === 'MFO' && task.constraintDate !== null) finish = task.constraintDate;
  return { start, finish };
}

/** Early dates of all leaves in order (semantics §4). */
export function forwardPass(
  input: CpmInput,
  network: Network,
  order: readonly number[],
  projectStart: Instant,
  drag: (row: number, dates: { start: Instant; finish: Instant }) => { start: Instant; finish: Instant } = (
    _,
    dates,
  ) => dates,
): EarlyDates {
  const early = createEarlyDates(network);
  for (const row of order) {
    const task = network.tasks[row];
    if (!task) continue;
    const dates = task.fixedDates
      ? { start: task.start ?? input.start, finish: task.finish ?? input.start }
      : task.actualStart !== null
        ? startedDates(task, task.actualStart)
        : drag(row, plannedDates(row, task, network, early, projectStart, input.scheduleFrom === 'finish'));
    early.start[row] = dates.start;
    early.finish[row] = dates.finish;
  }
  return early;
}
