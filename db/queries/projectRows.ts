/** Everything a project file says, read at once: the rows belong to one moment. */
import type { Database } from 'better-sqlite3';
import { type EntityType, entityOf, type RecordOf } from '#shared/model/registry.ts';
import { prepared } from '../engine/statements.ts';
import { listRecords } from './records.ts';

type Row = Record<string, unknown>;

/** A record whose JSON is still text: reading it is most of the work of a large plan and can be done bit by bit. */
export type Lazy<T> = {
  readonly [K in keyof T]: Record<string, unknown> extends NonNullable<T[K]> ? string | null : T[K];
};

export interface ProjectRows {
  readonly project: RecordOf<'project'>;
  readonly tasks: readonly Lazy<RecordOf<'task'>>[];
  readonly links: readonly RecordOf<'link'>[];
  readonly calendars: readonly RecordOf<'calendar'>[];
  readonly baselines: readonly RecordOf<'baseline'>[];
  readonly baselineTasks: readonly Lazy<RecordOf<'baseline_task'>>[];
  readonly resources: readonly RecordOf<'resource'>[];
  readonly assignments: readonly Lazy<RecordOf<'assignment'>>[];
  /** Nothing of the plan was changed since it was imported: computed values of the file still hold. */
  readonly untouched: boolean;
}

function lazily<T extends EntityType>(rows: Row[], type: T): Lazy<RecordOf<T>>[] {
  const flags = Object.entries(entityOf(type).fields).flatMap(([name, { kind }]) =>
    kind === 'bool' ? [name] : [],
  );
  for (const row of rows) for (const name of flags) row[name] = row[name] === null ? null : row[name] === 1;
  return rows as unknown as Lazy<RecordOf<T>>[];
}

/** Tasks of a project in no order. */
export function projectTasks(db: Database, projectId: string): Lazy<RecordOf<'task'>>[] {
  const sql = 'SELECT * FROM task WHERE project_id = ? AND deleted_at IS NULL';
  return lazily(prepared(db, sql).all(projectId) as Row[], 'task');
}

function ofTasks<T extends 'assignment' | 'baseline_task'>(
  db: Database,
  type: T,
  projectId: string,
): Lazy<RecordOf<T>>[] {
  const rows = prepared(
    db,
    `SELECT x.* FROM ${type} x JOIN task t ON t.id = x.task_id
     WHERE t.project_id = ? AND t.deleted_at IS NULL AND x.deleted_at IS NULL ORDER BY x.id`,
  ).all(projectId) as Row[];
  return lazily(rows, type);
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
    tasks: projectTasks(db, project.id),
    links: listRecords(db, 'link', where),
    calendars: listRecords(db, 'calendar', where),
    baselines: listRecords(db, 'baseline', where),
    baselineTasks: ofTasks(db, 'baseline_task', project.id),
    resources: listRecords(db, 'resource', where),
    assignments: ofTasks(db, 'assignment', project.id),
    untouched: project.source !== null && isUntouched(db, project),
  };
}
