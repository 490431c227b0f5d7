import type { Tx } from '#db/log/tx.ts';
import { PlanSchedule } from '../plan/schedule.ts';
import { settle } from '../plan/settle.ts';

/** Dates of a plan at once, for code that has to read them before its commit ends. */
export function settleNow(tx: Tx, projectId: string): void {
  const schedule = PlanSchedule.of(tx.db, tx.get('project', projectId));
  settle(tx, schedule.snapshot(), schedule, true);
}
