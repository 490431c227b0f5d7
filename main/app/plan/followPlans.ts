import { prepared } from '#db/engine/statements.ts';
import type { Tx } from '#db/log/tx.ts';
import { CREATION } from '#db/log/types.ts';
import { accepts } from '#main/ipc/consent.ts';
import { TOMBSTONE } from '#shared/model/entity.ts';
import type { EntityType } from '#shared/model/registry.ts';
import type { AppContext } from '../context.ts';
import { schedulesOf } from './schedules.ts';
import { refuseBroken, settle } from './settle.ts';

const PROJECT_OF: Partial<Record<EntityType, string>> = {
  project: 'SELECT id FROM project WHERE id = ? AND deleted_at IS NULL',
  calendar: 'SELECT project_id AS id FROM calendar WHERE id = ?',
  task: 'SELECT project_id AS id FROM task WHERE id = ?',
  link: 'SELECT project_id AS id FROM link WHERE id = ?',
  resource: 'SELECT project_id AS id FROM resource WHERE id = ?',
  assignment: 'SELECT t.project_id AS id FROM assignment a JOIN task t ON t.id = a.task_id WHERE a.id = ?',
};

/** Writers that give tasks dates themselves mean those dates. */
const SETS_DATES = [CREATION, 'schedule'] as const;

function touchedProjects(tx: Tx): Set<string> {
  const out = new Set<string>();
  for (const [entity, ids] of tx.touched()) {
    const sql = PROJECT_OF[entity];
    if (sql === undefined) continue;
    for (const id of ids) {
      const row = prepared(tx.db, sql).get(id) as { id: string } | undefined;
      if (row) out.add(row.id);
    }
  }
  return out;
}

const setsDates = (tx: Tx): boolean =>
  [...(tx.touched().get('task') ?? [])].some((id) => SETS_DATES.some((name) => tx.changed(id, name)));

/**
 * Dates follow also from what is changed outside the plan: assignments, calendars, the dates of the project, progress.
 * A plan whose dates did not follow before is left alone, and so is one whose dates the transaction sets itself.
 * In all of them nothing that was promised comes late unasked (I3).
 * @throws AppError LINK_CYCLE, COMMITMENT_BROKEN
 */
export function followPlans(ctx: Pick<AppContext, 'log' | 'store'>, tx: Tx): void {
  const schedules = schedulesOf(ctx);
  if (schedules.isSettled(tx)) return;
  const projects = touchedProjects(tx);
  const isLeftAlone = setsDates(tx);
  for (const projectId of projects) {
    // A project that is new or comes back brings its dates with it, and one that goes needs none.
    if (tx.changed(projectId, CREATION) || tx.changed(projectId, TOMBSTONE)) continue;
    if (tx.exists('project', projectId) !== 'yes') continue;
    const taken = schedules.take(ctx.store.read, projectId);
    const follows = !isLeftAlone && taken.schedule.moves().size === 0;
    const before = taken.schedule.snapshot();
    if (!follows && before.owed.size === 0) continue;
    schedules.absorb(taken, tx, projectId);
    if (follows) settle(tx, before, taken.schedule);
    else if (!accepts('COMMITMENT_BROKEN')) refuseBroken(tx, before, taken.schedule.snapshot());
    schedules.giveAfter(projectId, taken, tx);
  }
}
