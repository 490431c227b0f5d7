import type { Database } from 'better-sqlite3';
import type { PrintSource } from '#shared/ipc/channels/planPrint.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { type Instant, parseDate, parseLocal, TENTHS_PER_DAY } from '#shared/schedule/calendar/instant.ts';
import { prepared } from '../engine/statements.ts';
import { readPlan } from './plan.ts';
import { getRecord, listRecords } from './records.ts';

interface BaselineRow {
  readonly task_id: string;
  readonly start_at: string | null;
  readonly finish_at: string | null;
}

const instantOf = (local: string | null | undefined): Instant | null =>
  local === null || local === undefined ? null : parseLocal(local);

/** The baseline with the highest number: what is compared with when nothing else is said. */
function newestBaseline(db: Database, projectId: string, ids: readonly string[]): PrintSource['baseline'] {
  const newest = prepared(
    db,
    'SELECT id, name FROM baseline WHERE project_id = ? AND deleted_at IS NULL ORDER BY number DESC, id DESC LIMIT 1',
  ).get(projectId) as { id: string; name: string } | undefined;
  if (!newest) return null;
  const rows = prepared(
    db,
    'SELECT task_id, start_at, finish_at FROM baseline_task WHERE baseline_id = ? AND deleted_at IS NULL',
  ).all(newest.id) as BaselineRow[];
  const byTask = new Map(rows.map((row) => [row.task_id, row]));
  return {
    name: newest.name,
    start: ids.map((id) => instantOf(byTask.get(id)?.start_at)),
    finish: ids.map((id) => instantOf(byTask.get(id)?.finish_at)),
  };
}

interface MarkRow {
  readonly id: string;
  readonly buffer_kind: string | null;
  readonly promised_on: string | null;
}

/** End of a day: a promise is kept until midnight. */
function endOf(date: string | null | undefined): Instant | null {
  const day = date === null || date === undefined ? null : parseDate(date);
  return day === null ? null : (day + 1) * TENTHS_PER_DAY;
}

/** Everything a chart of the project on paper shows. @param today `YYYY-MM-DD` @throws AppError NOT_FOUND */
export function printSource(db: Database, projectId: string, today: string): PrintSource {
  const project = getRecord(db, 'project', projectId);
  const client = project && getRecord(db, 'client', project.client_id);
  if (!project || !client) throw new AppError('NOT_FOUND', { entity: 'project' });
  const plan = readPlan(db, project, today);
  const ids = plan.rows.id;
  const rows = prepared(
    db,
    `SELECT id, buffer_kind, promised_on FROM task
     WHERE project_id = ? AND deleted_at IS NULL AND (buffer_kind IS NOT NULL OR promised_on IS NOT NULL)`,
  ).all(projectId) as MarkRow[];
  const marked = new Map(rows.map((row) => [row.id, row]));
  return {
    plan,
    client: client.name,
    company: listRecords(db, 'company')[0]?.name ?? '',
    baseline: newestBaseline(db, projectId, ids),
    buffer: ids.map((id) => (marked.get(id)?.buffer_kind ?? null) !== null),
    promise: ids.map((id) => endOf(marked.get(id)?.promised_on)),
  };
}
