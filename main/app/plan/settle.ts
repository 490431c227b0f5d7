import type { Tx } from '#db/log/tx.ts';
import { accepts } from '#main/ipc/consent.ts';
import type { PlanEffect } from '#shared/ipc/channels/plan.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { formatDate, formatLocal, type Instant } from '#shared/schedule/calendar/instant.ts';
import { finishDay } from '#shared/schedule/edit.ts';
import { NETWORK_FLAGS } from '#shared/schedule/network/columns.ts';
import type { PlanSchedule, Snapshot } from './schedule.ts';

function refuseCycle(tx: Tx, schedule: PlanSchedule): void {
  const { cycle } = schedule;
  const names = [...cycle, ...cycle.slice(0, 1)].map((id) => tx.find('task', id)?.name ?? id);
  throw new AppError('LINK_CYCLE', { path: names.join(' → ') }, { field: 'link.to_id' });
}

/** Tasks that lay elsewhere before; new ones do not count. */
function movedTasks(before: Snapshot, after: Snapshot): number {
  const sameRows = before.rowOf === after.rowOf;
  const ids = sameRows ? [] : [...after.rowOf.keys()];
  let moved = 0;
  for (const [index, now] of after.rows.entries()) {
    const then = before.rows[sameRows ? index : (before.rowOf.get(ids[index] ?? '') ?? -1)];
    if (!then || now === then || (now.flags & NETWORK_FLAGS.summary) !== 0) continue;
    if (now.start !== then.start || now.finish !== then.finish) moved += 1;
  }
  return moved;
}

/**
 * What was in time and now is not, the day it was due being the same: a contract milestone or a promise does not
 * break by the way, whatever command moves it; the request has to say that this is accepted.
 * @throws AppError COMMITMENT_BROKEN with the first in time and how many
 */
export function refuseBroken(tx: Tx, before: Snapshot, after: Snapshot): void {
  const broken: { id: string; due: Instant; finish: Instant }[] = [];
  for (const [id, { due, finish }] of after.owed) {
    const then = before.owed.get(id);
    if (finish === null || finish <= due || then?.due !== due) continue;
    if (then.finish !== null && then.finish <= due) broken.push({ id, due, finish });
  }
  broken.sort((a, b) => a.due - b.due);
  const [first] = broken;
  if (!first) return;
  const dayOn = (instant: Instant) => formatDate(finishDay(null, instant));
  throw new AppError(
    'COMMITMENT_BROKEN',
    {
      id: first.id,
      name: tx.get('task', first.id).name.slice(0, 80),
      promised: dayOn(first.due),
      finish: dayOn(first.finish),
      count: broken.length,
    },
    { field: 'task.finish_at' },
  );
}

/**
 * The one place where dates follow from the rest of a plan: after each command, inside its commit. Only dates that
 * differ are written.
 * @param before the plan before the command
 * @param schedule the plan with what the command wrote
 * @param mayBreak whether what was promised may now come late; the request says so
 * @throws AppError LINK_CYCLE if the command closed a circle, COMMITMENT_BROKEN
 */
export function settle(
  tx: Tx,
  before: Snapshot,
  schedule: PlanSchedule,
  mayBreak = accepts('COMMITMENT_BROKEN'),
): PlanEffect {
  if (schedule.cycle.length > 0 && !before.hasCycle) refuseCycle(tx, schedule);
  const moves = schedule.moves();
  // Calculated, so there is no input to check; a long chain is thousands of these.
  for (const [id, { start, finish }] of moves)
    tx.setRegister('task', id, 'schedule', { start_at: formatLocal(start), finish_at: formatLocal(finish) });
  schedule.settle(moves);
  const after = schedule.snapshot();
  if (!mayBreak) refuseBroken(tx, before, after);
  return { moved: movedTasks(before, after), finishBefore: before.finish, finishAfter: after.finish };
}
