import type { Database } from 'better-sqlite3';
import { referenceBaseline } from '#shared/domain/tracking/reference.ts';
import type { PlanAnswer } from '#shared/ipc/channels/plan.ts';
import type { PrintSource } from '#shared/ipc/channels/planPrint.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { type Instant, parseLocal } from '#shared/schedule/calendar/instant.ts';
import { getRecord, listRecords } from './records.ts';
import { baselineRows, baselinesOf } from './tracking.ts';

const instantOf = (local: string | null | undefined): Instant | null =>
  local === null || local === undefined ? null : parseLocal(local);

/** A baseline row by row; one that is not there any more gives way to the one the plan is measured against. */
function baselineOf(
  db: Database,
  projectId: string,
  ids: readonly string[],
  wanted: string | null,
): PrintSource['baseline'] {
  const all = baselinesOf(db, projectId);
  const reference = all.find(({ id }) => id === wanted) ?? referenceBaseline(all);
  if (!reference) return null;
  const byTask = new Map(baselineRows(db, reference.id).map((row) => [row.task_id, row]));
  return {
    name: reference.name,
    start: ids.map((id) => instantOf(byTask.get(id)?.start_at)),
    finish: ids.map((id) => instantOf(byTask.get(id)?.finish_at)),
  };
}

/** What a chart on paper shows beside the plan itself. @param plan of the same state of the store */
export function printSource(
  db: Database,
  project: RecordOf<'project'>,
  plan: PlanAnswer,
  baselineId: string | null = null,
): PrintSource {
  return {
    plan,
    client: getRecord(db, 'client', project.client_id)?.name ?? '',
    company: listRecords(db, 'company')[0]?.name ?? '',
    baseline: baselineOf(db, project.id, plan.rows.id, baselineId),
  };
}
