/** I6, I7, N7: buffers of a project and what was taken from them. */
import type { Database } from 'better-sqlite3';
import { bufferFigures } from '#shared/domain/tracking/buffer.ts';
import { passedShare } from '#shared/domain/tracking/progress.ts';
import type { BufferRow } from '#shared/ipc/channels/milestones.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { type Instant, parseDate, TENTHS_PER_DAY } from '#shared/schedule/calendar/instant.ts';
import { prepared } from '../engine/statements.ts';
import { projectCalendars } from './plan.ts';
import { endOfDay, instantOf, statusOf } from './tracking.ts';

interface BufferTask {
  readonly id: string;
  readonly name: string;
  readonly buffer_kind: BufferRow['kind'];
  readonly notes: string | null;
  readonly start_at: string | null;
  readonly finish_at: string | null;
  readonly duration_tenths: number | null;
}

interface UseRow {
  readonly id: string;
  readonly task_id: string;
  readonly used_on: string;
  readonly tenths: number;
  readonly reason: string;
  readonly risk_id: string | null;
  readonly risk: string | null;
}

/** What was taken from a buffer, in working tenths. */
export function takenFrom(db: Database, taskId: string): number[] {
  return (
    prepared(db, 'SELECT tenths FROM buffer_use WHERE task_id = ? AND deleted_at IS NULL').all(taskId) as {
      tenths: number;
    }[]
  ).map(({ tenths }) => tenths);
}

function usesOf(db: Database, projectId: string): Map<string, UseRow[]> {
  const rows = prepared(
    db,
    `SELECT u.id, u.task_id, u.used_on, u.tenths, u.reason, u.risk_id, r.title AS risk
     FROM buffer_use u JOIN task x ON x.id = u.task_id LEFT JOIN risk r ON r.id = u.risk_id
     WHERE x.project_id = ? AND u.deleted_at IS NULL ORDER BY u.used_on, u.id`,
  ).all(projectId) as UseRow[];
  const out = new Map<string, UseRow[]>();
  for (const row of rows) out.set(row.task_id, [...(out.get(row.task_id) ?? []), row]);
  return out;
}

/** Begin of the work a buffer protects: the project's start, or that of its first task. */
function projectStart(db: Database, project: RecordOf<'project'>): Instant | null {
  if (project.start_on !== null) {
    const day = parseDate(project.start_on);
    if (day !== null) return day * TENTHS_PER_DAY;
  }
  const { first } = prepared(
    db,
    'SELECT min(start_at) AS first FROM task WHERE project_id = ? AND deleted_at IS NULL AND blank = 0',
  ).get(project.id) as { first: string | null };
  return instantOf(first);
}

/** Buffers in the order of their dates. @param today `YYYY-MM-DD` */
export function buffersOf(db: Database, project: RecordOf<'project'>, today: string): BufferRow[] {
  const tasks = prepared(
    db,
    `SELECT id, name, buffer_kind, notes, start_at, finish_at, duration_tenths FROM task
     WHERE project_id = ? AND buffer_kind IS NOT NULL AND deleted_at IS NULL AND active = 1 AND blank = 0
     ORDER BY finish_at, id`,
  ).all(project.id) as BufferTask[];
  const uses = usesOf(db, project.id);
  const calendar = projectCalendars(db, project.id).of(null);
  const begin = projectStart(db, project);
  const status = endOfDay(statusOf(project, today));
  return tasks.map((row) => {
    const own = uses.get(row.id) ?? [];
    const finish = instantOf(row.finish_at);
    const passed = begin === null || finish === null ? 0 : passedShare(calendar, begin, finish, status);
    const taken = own.map(({ tenths }) => tenths);
    return {
      id: row.id,
      name: row.name,
      kind: row.buffer_kind,
      reason: row.notes,
      startOn: row.start_at?.slice(0, 10) ?? null,
      finishOn: row.finish_at?.slice(0, 10) ?? null,
      ...bufferFigures(row.duration_tenths ?? 0, taken, passed),
      uses: own.map(({ id, used_on: on, tenths, reason, risk_id: riskId, risk }) => ({
        id,
        on,
        tenths,
        reason,
        riskId,
        risk,
      })),
    };
  });
}
