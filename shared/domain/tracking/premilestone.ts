/** G20, WF5: some working days before a milestone the expectation of what it delivers is confirmed. */
import { type EpochDay, formatDate, parseDate } from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';

/** Day of the confirmation: N working days before the milestone's day. @param on `YYYY-MM-DD` of the milestone */
export function confirmationDue(calendar: WorkCalendar, on: string, workingDays: number): string {
  const day: EpochDay | null = parseDate(on);
  if (day === null) return on;
  // A milestone on a day off counts from the working day before it.
  const anchor = calendar.isWorkingDay(day) ? day : (calendar.addWorkingDays(day, -1) ?? day);
  const back = calendar.isWorkingDay(day) ? workingDays : workingDays - 1;
  const due = back <= 0 ? anchor : calendar.addWorkingDays(anchor, -back);
  return due === null ? on : formatDate(Math.min(due, day));
}

export const CHECK_STATES = ['confirmed', 'moved', 'overdue', 'due', 'later', 'missed'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export interface CheckFacts {
  readonly dueOn: string;
  /** Day of the milestone. */
  readonly milestoneOn: string;
  readonly done: boolean;
  readonly confirmedOn: string | null;
  /** Day the milestone had when it was confirmed. */
  readonly confirmedFor: string | null;
}

/**
 * How a confirmation stands. A confirmation survives when the milestone moves; what was agreed for another day is
 * shown as `moved`, because the client agreed to that day. A milestone that was reached unconfirmed was `missed`.
 * @param today `YYYY-MM-DD`
 */
export function checkState(facts: CheckFacts, today: string): CheckState {
  if (facts.confirmedOn !== null)
    return facts.confirmedFor !== null && facts.confirmedFor !== facts.milestoneOn && !facts.done
      ? 'moved'
      : 'confirmed';
  if (facts.done) return 'missed';
  if (facts.dueOn < today) return 'overdue';
  return facts.dueOn === today ? 'due' : 'later';
}
