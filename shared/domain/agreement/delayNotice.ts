/** G15: a delay is told with its cause, the measures, the expected recovery date and the dates that follow from it. */
import { daysBetween } from '../deadline/dates.ts';

export const DELAY_FIELDS = ['cause', 'measures', 'recovery_on', 'revised_dates'] as const;
export type DelayField = (typeof DELAY_FIELDS)[number];

export type DelayFacts = { readonly [F in DelayField]: string | null };

/** G15: the mandatory fields that are still empty, in their order. */
export function delayGaps(notice: DelayFacts): readonly DelayField[] {
  return DELAY_FIELDS.filter((field) => notice[field] === null || notice[field].trim() === '');
}

/** A milestone with the day it was promised or planned for, and the day the plan now says. */
export interface LateMilestone {
  readonly id: string;
  readonly name: string;
  readonly plannedOn: string;
  readonly expectedOn: string;
  readonly done: boolean;
}

/** Calendar days by which a milestone is late; 0 when it is not. */
export function lateBy(milestone: Pick<LateMilestone, 'plannedOn' | 'expectedOn'>): number {
  return Math.max(0, daysBetween(milestone.plannedOn, milestone.expectedOn));
}

/** Milestones that are not reached and will be late, the worst first, then by day. */
export function lateMilestones<M extends LateMilestone>(all: readonly M[]): M[] {
  return all
    .filter((milestone) => !milestone.done && lateBy(milestone) > 0)
    .sort((a, b) => lateBy(b) - lateBy(a) || (a.expectedOn < b.expectedOn ? -1 : 1));
}

/** What follows on a late milestone and moves with it: open, not before it, and late itself. By new day. */
export function followingMoves<M extends LateMilestone>(late: M, all: readonly M[]): M[] {
  return all
    .filter(
      (other) =>
        other.id !== late.id &&
        !other.done &&
        other.expectedOn >= late.expectedOn &&
        other.plannedOn !== other.expectedOn,
    )
    .sort((a, b) => (a.expectedOn < b.expectedOn ? -1 : a.expectedOn > b.expectedOn ? 1 : 0));
}
