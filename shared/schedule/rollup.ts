import { ELAPSED_CALENDAR } from './calendar/compile.ts';
import type { Instant } from './calendar/instant.ts';
import type { WorkCalendar } from './calendar/workCalendar.ts';

/** What roll-up and comparison need of a row. Durations in tenths of a minute. */
export interface PlanRow {
  readonly uid: number;
  readonly parentUid: number | null;
  readonly start: Instant | null;
  readonly finish: Instant | null;
  readonly duration: number | null;
  /** The duration runs round the clock. */
  readonly elapsed: boolean;
  readonly actualDuration: number | null;
  /** 0–100 */
  readonly percentComplete: number;
  readonly manual: boolean;
  /** Inactive and blank rows have no effect on anything. */
  readonly counts: boolean;
}

export interface SummaryValues {
  readonly start: Instant | null;
  readonly finish: Instant | null;
  readonly duration: number | null;
  readonly percentComplete: number;
}

interface Sum {
  start: Instant | null;
  finish: Instant | null;
  duration: number;
  done: number;
  leaves: number;
  complete: number;
}

const earlier = (a: Instant | null, b: Instant | null) => (a === null || (b !== null && b < a) ? b : a);
const later = (a: Instant | null, b: Instant | null) => (a === null || (b !== null && b > a) ? b : a);

function addLeaf(sum: Sum, row: PlanRow): void {
  const duration = row.duration ?? 0;
  sum.start = earlier(sum.start, row.start);
  sum.finish = later(sum.finish, row.finish);
  sum.duration += duration;
  sum.done += row.actualDuration ?? (duration * row.percentComplete) / 100;
  sum.leaves++;
  if (row.percentComplete >= 100) sum.complete++;
}

function percentOf(sum: Sum): number {
  // Only milestones below: there is no duration to weigh with.
  if (sum.duration === 0) return sum.leaves > 0 && sum.complete === sum.leaves ? 100 : 0;
  return Math.min(100, Math.round((100 * sum.done) / sum.duration));
}

/**
 * Values of every row that has rows below it (semantics §5): start = earliest, finish = latest of the leaves,
 * duration = working time between them on the calendar of the summary, percent = 100 · Σ actual / Σ duration.
 * A manual summary keeps its own dates; its percentage is rolled up all the same.
 * @param calendarOf calendar of a row (its own or the project's)
 */
export function rollUp(
  rows: readonly PlanRow[],
  calendarOf: (uid: number) => WorkCalendar,
): ReadonlyMap<number, SummaryValues> {
  const byUid = new Map(rows.map((row) => [row.uid, row]));
  const parents = new Set(rows.map(({ parentUid }) => parentUid));
  const sums = new Map<number, Sum>();
  for (const row of rows) {
    if (parents.has(row.uid) || !row.counts) continue;
    const passed = new Set<number>();
    for (let uid = row.parentUid; uid !== null && !passed.has(uid); uid = byUid.get(uid)?.parentUid ?? null) {
      passed.add(uid);
      const sum = sums.get(uid) ?? {
        start: null,
        finish: null,
        duration: 0,
        done: 0,
        leaves: 0,
        complete: 0,
      };
      sums.set(uid, sum);
      addLeaf(sum, row);
    }
  }
  const values = new Map<number, SummaryValues>();
  for (const [uid, sum] of sums) {
    const row = byUid.get(uid);
    const { start, finish } = row?.manual ? row : sum;
    const rolled = start === null || finish === null ? null : calendarOf(uid).workBetween(start, finish);
    const duration = row?.manual ? row.duration : rolled;
    values.set(uid, { start, finish, duration, percentComplete: percentOf(sum) });
  }
  return values;
}

/**
 * Why the finish of the source is not start + duration on the calendar of the task.
 * - manual: the dates were typed; nobody claims that they fit
 * - resources: the work of the assignments, on the calendars of the people, sets the finish
 * - interrupted: work was or will be stopped and resumed, or is split
 * - noDates, noCalendar: cannot be compared
 * - arithmetic: none of these; the source is stale, uses another calendar, or was damaged
 */
export type DateDifferenceReason =
  | 'manual'
  | 'resources'
  | 'interrupted'
  | 'noDates'
  | 'noCalendar'
  | 'arithmetic';

export interface ComparedRow extends PlanRow {
  /** Has assignments of people and is not of fixed duration. */
  readonly resourceDriven: boolean;
  /** Stopped and resumed, or split. */
  readonly interrupted: boolean;
}

export interface DateDifference {
  readonly uid: number;
  readonly finish: Instant | null;
  /** Start + duration on the task's calendar; null if it cannot be told. */
  readonly expectedFinish: Instant | null;
  readonly reason: DateDifferenceReason;
}

function reasonFor(row: ComparedRow): DateDifferenceReason {
  if (row.manual) return 'manual';
  if (row.interrupted) return 'interrupted';
  return row.resourceDriven ? 'resources' : 'arithmetic';
}

function compareRow(row: ComparedRow, calendar: WorkCalendar): DateDifference | null {
  const { uid, start, finish, duration } = row;
  if (start === null || finish === null || duration === null)
    return { uid, finish, expectedFinish: null, reason: row.manual ? 'manual' : 'noDates' };
  const clock = row.elapsed ? ELAPSED_CALENDAR : calendar;
  const expectedFinish = clock.addWork(start, duration);
  if (expectedFinish === null) return { uid, finish, expectedFinish, reason: 'noCalendar' };
  // Friday 17:00 and Monday 08:00 are one working moment; which of them is shown is no difference.
  if (expectedFinish === finish || clock.workBetween(expectedFinish, finish) === 0) return null;
  return { uid, finish, expectedFinish, reason: reasonFor(row) };
}

/**
 * Tasks whose stored dates do not follow from start, duration and calendar. Arithmetic of single rows only: links
 * and constraints are not looked at, so it says nothing about early, late or critical.
 */
export function compareDates(
  rows: readonly ComparedRow[],
  calendarOf: (uid: number) => WorkCalendar,
): readonly DateDifference[] {
  const parents = new Set(rows.map(({ parentUid }) => parentUid));
  return rows.flatMap((row) => {
    if (!row.counts || parents.has(row.uid)) return [];
    const difference = compareRow(row, calendarOf(row.uid));
    return difference ? [difference] : [];
  });
}
