/**
 * J3: when a material or machine has to be there, and whether it will be. A need without a date of its own follows
 * the start of its task: if the task moves, so does the need. Dates are `YYYY-MM-DD`. Pure.
 */
export interface Need {
  readonly status: 'planned' | 'ordered' | 'delivered' | 'cancelled';
  readonly needed_on: string | null;
  readonly expected_on: string | null;
}

/**
 * - `missing`: the day has passed and it is not there
 * - `late`: the supplier's date lies after the day it is needed
 * - `afterTask`: its own date lies after the start of its task, which has moved earlier since
 */
export const NEED_WARNINGS = ['missing', 'late', 'afterTask'] as const;
export type NeedWarning = (typeof NEED_WARNINGS)[number];

/** The day it has to be there: its own date, else the start of its task, else null. */
export function neededOn(need: Pick<Need, 'needed_on'>, taskStart: string | null): string | null {
  return need.needed_on ?? taskStart?.slice(0, 10) ?? null;
}

/** What the user is warned of, the most urgent first. @param taskStart day or moment the task starts */
export function needWarnings(need: Need, taskStart: string | null, today: string): readonly NeedWarning[] {
  if (need.status === 'delivered' || need.status === 'cancelled') return [];
  const start = taskStart?.slice(0, 10) ?? null;
  const on = neededOn(need, start);
  // The task decides when both dates are there and it begins first.
  const latest = on !== null && start !== null && start < on ? start : on;
  const found: NeedWarning[] = [];
  if (latest !== null && latest < today) found.push('missing');
  if (latest !== null && need.expected_on !== null && need.expected_on > latest) found.push('late');
  if (need.needed_on !== null && start !== null && start < need.needed_on) found.push('afterTask');
  return found;
}
