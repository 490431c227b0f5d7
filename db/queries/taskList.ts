import type { Database } from 'better-sqlite3';
import { prepared } from '../engine/statements.ts';

/** What a task list says of a task besides its place and dates. */
export interface TaskDetails {
  readonly id: string;
  readonly deliverable: string | null;
  readonly cost_minor: number | null;
  readonly notes: string | null;
}

/** Details of the tasks of a project by id. */
export function taskDetails(db: Database, projectId: string): ReadonlyMap<string, TaskDetails> {
  const rows = prepared(
    db,
    'SELECT id, deliverable, cost_minor, notes FROM task WHERE project_id = ? AND deleted_at IS NULL',
  ).all(projectId) as TaskDetails[];
  return new Map(rows.map((row) => [row.id, row]));
}
