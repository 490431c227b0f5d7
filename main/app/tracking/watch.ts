/**
 * W1 alarm (I9): recording progress or a status date opens the deviation records that follow from it, in the same
 * step of the undo history, so that undoing the mistake takes its alarm back too.
 */
import { prepared } from '#db/engine/statements.ts';
import type { Tx } from '#db/log/tx.ts';
import { type Measured, measurePlan, type TrackPlan, trackPlan } from '#db/queries/tracking.ts';
import { nextNumber } from '#main/app/numbers.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { type AlarmRow, alarmsToOpen } from '#shared/domain/tracking/alarms.ts';
import type { RowProgress } from '#shared/domain/tracking/progress.ts';

/** Largest amount the record holds; a plan of a millionth of a percent is exceeded without end. */
const MAX_PERCENT = 1_000_000;

/** Task ids (null: the project) with a record that is not closed. */
export function openRecords(db: Tx['db'], projectId: string): Map<string | null, string> {
  const rows = prepared(
    db,
    "SELECT id, task_id FROM deviation WHERE project_id = ? AND status <> 'closed' AND deleted_at IS NULL ORDER BY no",
  ).all(projectId) as { id: string; task_id: string | null }[];
  return new Map(rows.map(({ id, task_id }) => [task_id, id]));
}

/** Opens one record with the figures as they are. `index` null: the project as a whole. */
export function openRecord(tx: Tx, plan: TrackPlan, found: Measured, index: number | null): string {
  const { project } = plan;
  const entry = index === null ? undefined : plan.outline[index];
  const figures: RowProgress = (index === null ? undefined : found.rows[index]) ?? found.total;
  const name = entry === undefined ? project.name : entry.row.name.trim() || entry.number;
  return tx.create('deviation', {
    project_id: project.id,
    no: nextNumber(tx, 'deviation', project.id),
    task_id: entry?.row.id ?? null,
    title: clipped(name, 300),
    opened_on: found.statusOn,
    planned_percent: figures.planned ?? 0,
    actual_percent: figures.actual ?? 0,
    deviation_percent: Math.min(MAX_PERCENT, Math.max(-MAX_PERCENT, figures.value ?? 0)),
    threshold_percent: project.deviation_threshold,
    weighting: project.deviation_weight,
    owner: clipped(entry?.row.responsible ?? project.manager ?? '', 120).trim() || null,
  });
}

function alarmRows(plan: TrackPlan, found: Measured): (AlarmRow & { readonly index: number })[] {
  return plan.outline.map(({ row, depth, summary }, index) => {
    const { planned = null, actual = null, value = null, abnormal = false } = found.rows[index] ?? {};
    return { id: row.id, depth, summary, planned, actual, value, abnormal, index };
  });
}

/** The tasks and everything above them. */
function withAncestors(plan: TrackPlan, ids: ReadonlySet<string>): Set<string> {
  const out = new Set<string>();
  for (const start of plan.outline)
    if (ids.has(start.row.id))
      for (let entry: typeof start | undefined = start; entry; entry = plan.outline[entry.parent])
        out.add(entry.row.id);
  return out;
}

/** Opens what has become abnormal. Returns how many records. @param recorded tasks whose progress was just entered */
export function watchDeviations(
  tx: Tx,
  projectId: string,
  recorded: ReadonlySet<string>,
  today: string,
): number {
  const plan = trackPlan(tx.db, tx.get('project', projectId));
  const found = measurePlan(tx.db, plan, today);
  const open = openRecords(tx.db, projectId);
  const openTasks = new Set([...open.keys()].flatMap((id) => id ?? []));
  const due = alarmsToOpen(alarmRows(plan, found), withAncestors(plan, recorded), openTasks);
  const whole = found.total.abnormal && !open.has(null);
  if (whole) openRecord(tx, plan, found, null);
  for (const { index } of due) openRecord(tx, plan, found, index);
  return due.length + (whole ? 1 : 0);
}
