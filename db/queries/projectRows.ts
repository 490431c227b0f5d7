/** Everything a project file says, read at once: the rows belong to one moment. */
import type { Database } from 'better-sqlite3';
import { entityOf, type RecordOf } from '#shared/model/registry.ts';
import { prepared } from '../engine/statements.ts';
import { rowDecoder } from '../schema/codec.ts';
import { listRecords } from './records.ts';

type Row = Record<string, unknown>;

export interface ProjectRows {
  readonly project: RecordOf<'project'>;
  readonly tasks: readonly RecordOf<'task'>[];
  readonly links: readonly RecordOf<'link'>[];
  readonly calendars: readonly RecordOf<'calendar'>[];
  readonly baselines: readonly RecordOf<'baseline'>[];
  readonly baselineTasks: readonly RecordOf<'baseline_task'>[];
  readonly resources: readonly RecordOf<'resource'>[];
  readonly assignments: readonly RecordOf<'assignment'>[];
  /** Nothing of the plan was changed since it was imported: computed values of the file still hold. */
  readonly untouched: boolean;
}

function ofTasks<T extends 'assignment' | 'baseline_task'>(
  db: Database,
  type: T,
  projectId: string,
): RecordOf<T>[] {
  const rows = prepared(
    db,
    `SELECT x.* FROM ${type} x JOIN task t ON t.id = x.task_id
     WHERE t.project_id = ? AND t.deleted_at IS NULL AND x.deleted_at IS NULL ORDER BY x.id`,
  ).all(projectId) as Row[];
  const decode = rowDecoder(entityOf(type));
  for (const row of rows) decode(row);
  return rows as unknown as RecordOf<T>[];
}

/** Is there a row that was made, changed or deleted after the project was? */
function isUntouched(db: Database, project: RecordOf<'project'>): boolean {
  return (['task', 'link', 'calendar'] as const).every(
    (type) =>
      prepared(
        db,
        `SELECT 1 FROM ${type} WHERE project_id = ? AND
         (deleted_at IS NOT NULL OR created_at <> ? OR updated_at <> ?) LIMIT 1`,
      ).get(project.id, project.created_at, project.created_at) === undefined,
  );
}

/** Rows of a project, without those in the trash. */
export function readRows(db: Database, project: RecordOf<'project'>): ProjectRows {
  const where = { project_id: project.id };
  return {
    project,
    tasks: listRecords(db, 'task', where),
    links: listRecords(db, 'link', where),
    calendars: listRecords(db, 'calendar', where),
    baselines: listRecords(db, 'baseline', where),
    baselineTasks: ofTasks(db, 'baseline_task', project.id),
    resources: listRecords(db, 'resource', where),
    assignments: ofTasks(db, 'assignment', project.id),
    untouched: project.source !== null && isUntouched(db, project),
  };
}
