/** Goals and delays of a project as the screens read them. */
import type { Database } from 'better-sqlite3';
import type { LateMilestone } from '#shared/domain/agreement/delayNotice.ts';
import { referenceBaseline } from '#shared/domain/tracking/reference.ts';
import type { ConformityEntry } from '#shared/ipc/channels/agreement.ts';
import { prepared } from '../engine/statements.ts';
import { milestonesOf } from './milestones.ts';
import { baselineRows, baselinesOf } from './tracking.ts';

/** G19: judgements of the goals of a project by day; of one day, the one given last comes last. */
export function conformityEntries(db: Database, projectId: string): ConformityEntry[] {
  return prepared(
    db,
    `SELECT s.id, s.goal_id, s.judged_on, s.conformity, s.note FROM goal_status s JOIN goal g ON g.id = s.goal_id
     WHERE g.project_id = ? AND g.deleted_at IS NULL AND s.deleted_at IS NULL
     ORDER BY s.judged_on, s.created_at, s.id`,
  ).all(projectId) as ConformityEntry[];
}

/** A milestone and the words it has for the client. */
export interface MilestoneDates extends LateMilestone {
  readonly clientVisible: boolean;
  readonly clientText: string | null;
}

/** Milestones with the day they were promised or planned for: the promise first, else the agreed baseline. */
export function milestoneDates(db: Database, projectId: string): MilestoneDates[] {
  const reference = referenceBaseline(baselinesOf(db, projectId));
  const planned = new Map(
    (reference === null ? [] : baselineRows(db, reference.id)).map((row) => [row.task_id, row.finish_at]),
  );
  return milestonesOf(db, projectId).flatMap((row) => {
    const plannedOn = row.promised_on ?? planned.get(row.id)?.slice(0, 10);
    if (plannedOn === undefined) return [];
    return [
      {
        id: row.id,
        name: row.name,
        plannedOn,
        expectedOn: row.finish_at.slice(0, 10),
        done: row.percent >= 100,
        clientVisible: row.client_visible === 1,
        clientText: row.client_text,
      },
    ];
  });
}

/** The last notice about each milestone. */
export function noticesOf(db: Database, projectId: string): ReadonlyMap<string, string> {
  const rows = prepared(
    db,
    `SELECT id, task_id FROM delay_notice
     WHERE project_id = ? AND task_id IS NOT NULL AND deleted_at IS NULL ORDER BY no`,
  ).all(projectId) as { id: string; task_id: string }[];
  return new Map(rows.map(({ id, task_id }) => [task_id, id]));
}
