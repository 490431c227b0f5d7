/** The alarm of the sample: measured by the same rule as every other, so that record and table agree. */
import type { Tx } from '#db/log/tx.ts';
import { measurePlan, trackPlan } from '#db/queries/tracking.ts';
import { openRecord } from '#main/app/tracking/watch.ts';
import type { SampleDeviation } from '#shared/sample/sample.ts';
import { idOf, type SampleIds } from './create.ts';

/** Opens the deviation record of one task (W1, I9). @param today `YYYY-MM-DD` */
export function openSampleDeviation(tx: Tx, ids: SampleIds, planned: SampleDeviation, today: string): void {
  const plan = trackPlan(tx.db, tx.get('project', idOf(ids, 'project')));
  const taskId = idOf(ids, planned.task);
  const index = plan.outline.findIndex(({ row }) => row.id === taskId);
  if (index < 0) throw new Error(`the plan of the sample has no ${planned.task}`);
  const id = openRecord(tx, plan, measurePlan(tx.db, plan, today), index);
  tx.update('deviation', id, { owner: planned.owner, due_on: planned.due, notes: planned.notes });
}
