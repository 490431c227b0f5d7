import { planLinks } from '#db/queries/plan.ts';
import { formatLocal, type Instant } from '#shared/schedule/calendar/instant.ts';
import type { PlanEdit, PlanOutline } from './planCommit.ts';

/** What a scheduling engine reads of a plan. */
export interface SchedulePlan {
  readonly outline: PlanOutline;
  readonly links: ReturnType<typeof planLinks>;
  readonly calendars: PlanEdit['calendars'];
}

/** Dates of the tasks that have to move, by id. `read` is called only by an engine that needs the plan. */
export type Scheduler = (
  read: () => SchedulePlan,
) => ReadonlyMap<string, { readonly start: Instant; readonly finish: Instant }>;

/** Dates are as entered or imported; none follows from another. An engine takes this one's place. */
const enteredDates: Scheduler = () => new Map();

/** The one place where dates follow from the rest of a plan: after each command, inside its commit. */
export function settle(edit: PlanEdit, schedule: Scheduler = enteredDates): void {
  const { tx, project, calendars } = edit;
  const dates = schedule(() => ({ outline: edit.outline(), links: planLinks(tx.db, project.id), calendars }));
  for (const [id, { start, finish }] of dates)
    tx.update('task', id, { start_at: formatLocal(start), finish_at: formatLocal(finish) });
}
