/** O1, O8: how often somebody is told something, and when it is due again. */
import type { RecordOf } from '#shared/model/registry.ts';
import { addDays, addMonths } from '../deadline/dates.ts';

export type Frequency = RecordOf<'comm_plan_item'>['frequency'];

const STEP: Readonly<Record<Frequency, ((date: string) => string) | null>> = {
  once: null,
  daily: (date) => addDays(date, 1),
  // Twice a week leaves three or four days between; the stricter of the two.
  twice_weekly: (date) => addDays(date, 3),
  weekly: (date) => addDays(date, 7),
  biweekly: (date) => addDays(date, 14),
  monthly: (date) => addMonths(date, 1),
  quarterly: (date) => addMonths(date, 3),
  per_stage: null,
  event: null,
};

const DAYS: Readonly<Record<Frequency, number | null>> = {
  once: null,
  daily: 1,
  twice_weekly: 3,
  weekly: 7,
  biweekly: 14,
  monthly: 31,
  quarterly: 92,
  per_stage: null,
  event: null,
};

/** Calendar days between two turns; null if the rhythm is none of days. */
export const periodDays = (frequency: Frequency): number | null => DAYS[frequency];

/** Day on which it is due after having been done on a day; null if no day follows from that. */
export function dueAfter(frequency: Frequency, doneOn: string): string | null {
  return STEP[frequency]?.(doneOn) ?? null;
}

export interface PlanTurn {
  readonly frequency: Frequency;
  readonly next_due_on: string | null;
  readonly last_done_on: string | null;
}

/**
 * O1: what a row of the communication plan says after it was done on a day. A contact entered late never moves the
 * plan backwards, and a first date further ahead that was set by hand stays.
 */
export function afterDone(row: PlanTurn, doneOn: string): Pick<PlanTurn, 'next_due_on' | 'last_done_on'> {
  const { frequency, next_due_on, last_done_on } = row;
  if (last_done_on !== null && doneOn <= last_done_on) return { next_due_on, last_done_on };
  const next = dueAfter(frequency, doneOn);
  const isFurther = next !== null && next_due_on !== null && next_due_on > next;
  return { next_due_on: isFurther ? next_due_on : next, last_done_on: doneOn };
}

export type PlanState = 'overdue' | 'today' | 'planned' | 'waiting';

/** How a row stands on a day; `waiting`: it depends on an event or is done for good. */
export function planState(row: Pick<PlanTurn, 'next_due_on'>, today: string): PlanState {
  if (row.next_due_on === null) return 'waiting';
  if (row.next_due_on === today) return 'today';
  return row.next_due_on < today ? 'overdue' : 'planned';
}
