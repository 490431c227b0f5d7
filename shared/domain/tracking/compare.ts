/** Demand 8: what is different between two states of a plan. */
import type { Instant } from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import { inDays, workingDaysLate } from './workDays.ts';

/** A task as it stands in a baseline or now. */
export interface TaskState {
  readonly id: string;
  readonly name: string;
  readonly summary: boolean;
  readonly start: Instant | null;
  readonly finish: Instant | null;
  /** Working tenths. */
  readonly duration: number | null;
  /** Minor units. */
  readonly cost: number | null;
  readonly percent: number | null;
}

export const CHANGE_KINDS = ['added', 'removed', 'moved', 'duration', 'cost', 'progress'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface TaskChange {
  readonly id: string;
  readonly name: string;
  readonly summary: boolean;
  readonly kinds: readonly ChangeKind[];
  readonly before: TaskState | null;
  readonly after: TaskState | null;
  /** Working days, to a tenth; positive is later, negative earlier. */
  readonly startDays: number | null;
  readonly finishDays: number | null;
  /** Days of the project, to a tenth. */
  readonly durationDays: number | null;
  /** Minor units; what is added or gone counts whole. */
  readonly costChange: number | null;
}

export interface PlanChanges {
  readonly changes: readonly TaskChange[];
  /** Finish of everything, in working days; null if one of the states has no dates. */
  readonly finishDays: number | null;
  readonly finishBefore: Instant | null;
  readonly finishAfter: Instant | null;
  /** Sums over what is no summary; null where nothing has a cost. */
  readonly costBefore: number | null;
  readonly costAfter: number | null;
  readonly unchanged: number;
}

export interface CompareOptions {
  readonly calendarOf: (id: string) => WorkCalendar;
  readonly minutesPerDay: number;
  /** Progress is a difference between two baselines, but says nothing new about a baseline and today. */
  readonly withProgress: boolean;
}

const difference = (a: number | null, b: number | null): number | null =>
  a === null && b === null ? null : (b ?? 0) - (a ?? 0);

function changed(before: TaskState, after: TaskState, options: CompareOptions): TaskChange | null {
  const calendar = options.calendarOf(after.id);
  const days = (from: Instant | null, to: Instant | null): number | null =>
    workingDaysLate(calendar, from, to, options.minutesPerDay);
  const startDays = days(before.start, after.start);
  const finishDays = days(before.finish, after.finish);
  const durationDays =
    before.duration === null || after.duration === null
      ? null
      : inDays(after.duration - before.duration, options.minutesPerDay);
  // A summary's money and progress are those of the tasks below it.
  const costChange = after.summary ? null : difference(before.cost, after.cost);
  const dated = (state: TaskState): boolean => state.start !== null || state.finish !== null;
  const kinds: ChangeKind[] = [];
  if ((startDays ?? 0) !== 0 || (finishDays ?? 0) !== 0 || dated(before) !== dated(after))
    kinds.push('moved');
  if (!after.summary && (durationDays ?? 0) !== 0) kinds.push('duration');
  if ((costChange ?? 0) !== 0) kinds.push('cost');
  if (options.withProgress && !after.summary && (before.percent ?? 0) !== (after.percent ?? 0))
    kinds.push('progress');
  if (kinds.length === 0) return null;
  const { id, name, summary } = after;
  return { id, name, summary, kinds, before, after, startDays, finishDays, durationDays, costChange };
}

function alone(state: TaskState, kind: 'added' | 'removed'): TaskChange {
  const { id, name, summary } = state;
  const none = { startDays: null, finishDays: null, durationDays: null };
  const cost = summary || state.cost === null ? null : kind === 'added' ? state.cost : -state.cost;
  return {
    id,
    name,
    summary,
    kinds: [kind],
    before: kind === 'added' ? null : state,
    after: kind === 'added' ? state : null,
    ...none,
    costChange: cost,
  };
}

function lastFinish(states: readonly TaskState[]): Instant | null {
  let last: Instant | null = null;
  for (const { finish } of states) if (finish !== null && (last === null || finish > last)) last = finish;
  return last;
}

function costOf(states: readonly TaskState[]): number | null {
  let sum: number | null = null;
  for (const { cost, summary } of states) if (cost !== null && !summary) sum = (sum ?? 0) + cost;
  return sum;
}

const byStart = (a: TaskState, b: TaskState): number =>
  (a.start ?? Number.POSITIVE_INFINITY) - (b.start ?? Number.POSITIVE_INFINITY) || (a.id < b.id ? -1 : 1);

/**
 * Tasks that are different, in the order of the later state, with what is gone at the end.
 * @param projectCalendar measures by how much the whole plan ends later
 */
export function comparePlans(
  before: readonly TaskState[],
  after: readonly TaskState[],
  projectCalendar: WorkCalendar,
  options: CompareOptions,
): PlanChanges {
  const old = new Map(before.map((state) => [state.id, state]));
  const kept = new Set(after.map(({ id }) => id));
  const changes: TaskChange[] = [];
  for (const state of after) {
    const known = old.get(state.id);
    const change = known ? changed(known, state, options) : alone(state, 'added');
    if (change) changes.push(change);
  }
  const gone = before.filter(({ id }) => !kept.has(id)).sort(byStart);
  for (const state of gone) changes.push(alone(state, 'removed'));
  const finishBefore = lastFinish(before);
  const finishAfter = lastFinish(after);
  return {
    changes,
    finishBefore,
    finishAfter,
    finishDays: workingDaysLate(projectCalendar, finishBefore, finishAfter, options.minutesPerDay),
    costBefore: costOf(before),
    costAfter: costOf(after),
    unchanged: after.length + gone.length - changes.length,
  };
}
