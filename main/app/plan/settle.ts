import type { Tx } from '#db/log/tx.ts';
import type { PlanEffect } from '#shared/ipc/channels/plan.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { formatLocal } from '#shared/schedule/calendar/instant.ts';
import { NETWORK_FLAGS } from '#shared/schedule/network/columns.ts';
import type { PlanSchedule, Snapshot } from './schedule.ts';

function refuseCycle(tx: Tx, schedule: PlanSchedule): void {
  const { cycle } = schedule;
  const names = [...cycle, ...cycle.slice(0, 1)].map((id) => tx.find('task', id)?.name ?? id);
  throw new AppError('LINK_CYCLE', { path: names.join(' → ') }, { field: 'link.to_id' });
}

/** Tasks that lay elsewhere before; new ones do not count. */
function movedTasks(before: Snapshot, after: Snapshot): number {
  let moved = 0;
  for (const [id, index] of after.rowOf) {
    const now = after.rows[index];
    const then = before.rows[before.rowOf.get(id) ?? -1];
    if (!now || !then || now === then || (now.flags & NETWORK_FLAGS.summary) !== 0) continue;
    if (now.start !== then.start || now.finish !== then.finish) moved += 1;
  }
  return moved;
}

/**
 * The one place where dates follow from the rest of a plan: after each command, inside its commit. Only dates that
 * differ are written.
 * @param before the plan before the command
 * @param schedule the plan with what the command wrote
 * @throws AppError LINK_CYCLE if the command closed a circle
 */
export function settle(tx: Tx, before: Snapshot, schedule: PlanSchedule): PlanEffect {
  if (schedule.cycle.length > 0 && !before.hasCycle) refuseCycle(tx, schedule);
  const moves = schedule.moves();
  for (const [id, { start, finish }] of moves)
    tx.update('task', id, { start_at: formatLocal(start), finish_at: formatLocal(finish) });
  schedule.settle(moves);
  const after = schedule.snapshot();
  return { moved: movedTasks(before, after), finishBefore: before.finish, finishAfter: after.finish };
}
