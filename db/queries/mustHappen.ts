/** Tasks, needs, checks and promises up to a day, of one project or of all that are not closed. */
import type { Database } from 'better-sqlite3';
import { mustOfTask } from '#shared/domain/tracking/mustHappen.ts';
import type { MustRow } from '#shared/ipc/channels/milestones.ts';
import { prepared } from '../engine/statements.ts';
import { openChecks } from './milestones.ts';

/** Rows of one kind at most: a list that nobody can read is no help. */
export const MUST_LIMIT = 2_000;

const LIVE = `p.deleted_at IS NULL AND (x.project_id = @project OR (@project IS NULL AND p.stage <> 'closed'))`;

const TASKS_SQL = `SELECT x.id, x.name, x.milestone, x.percent, x.start_at, x.finish_at, x.actual_start_at,
    x.promised_on, x.deliverable, x.responsible, x.party, p.id AS project_id, p.name AS project
  FROM task x JOIN project p ON p.id = x.project_id
  WHERE ${LIVE} AND x.deleted_at IS NULL AND x.active = 1 AND x.blank = 0 AND x.percent < 100
    AND x.buffer_kind IS NULL AND (x.start_at < @until || 'T99' OR x.finish_at < @until || 'T99' OR x.promised_on <= @until)
    AND NOT EXISTS (SELECT 1 FROM task c WHERE c.parent_id = x.id AND c.deleted_at IS NULL)
  ORDER BY coalesce(x.finish_at, x.start_at), x.id LIMIT @limit`;

const NEEDS_SQL = `SELECT x.id, x.name, x.quantity, x.unit, x.needed_on, x.owner, x.supplier, p.id AS project_id,
    p.name AS project
  FROM material_need x JOIN project p ON p.id = x.project_id
  WHERE ${LIVE} AND x.deleted_at IS NULL AND x.status IN ('planned', 'ordered') AND x.needed_on <= @until
  ORDER BY x.needed_on, x.id LIMIT @limit`;

interface TaskRow {
  readonly id: string;
  readonly name: string;
  readonly milestone: 0 | 1;
  readonly percent: number;
  readonly start_at: string | null;
  readonly finish_at: string | null;
  readonly actual_start_at: string | null;
  readonly promised_on: string | null;
  readonly deliverable: string | null;
  readonly responsible: string | null;
  readonly party: MustRow['party'];
  readonly project_id: string;
  readonly project: string;
}

interface NeedRow extends Pick<TaskRow, 'id' | 'name' | 'project_id' | 'project'> {
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly needed_on: string;
  readonly owner: string | null;
  readonly supplier: string | null;
}

const day = (local: string | null): string | null => local?.slice(0, 10) ?? null;

function taskItem(row: TaskRow, until: string): MustRow[] {
  const facts = {
    milestone: row.milestone === 1,
    started: row.percent > 0 || row.actual_start_at !== null,
    startOn: day(row.start_at),
    finishOn: day(row.finish_at),
    promisedOn: row.promised_on,
    deliverable: row.deliverable,
  };
  const must = mustOfTask(facts, until);
  if (must === null) return [];
  const { id, name, responsible, party, project_id, project, percent } = row;
  // A promise that the plan no longer keeps is told with the day the plan has now.
  const expectedOn = must.kind === 'promise' && facts.finishOn !== must.dueOn ? facts.finishOn : null;
  return [
    {
      ...must,
      id,
      name,
      responsible,
      party,
      project_id,
      project,
      percent,
      detail: row.deliverable,
      expectedOn,
    },
  ];
}

function needItem(row: NeedRow): MustRow {
  const { id, name, project_id, project } = row;
  const amount = row.quantity === null ? null : `${row.quantity}${row.unit === null ? '' : ` ${row.unit}`}`;
  return {
    kind: 'need',
    id,
    name,
    dueOn: row.needed_on,
    responsible: row.owner ?? row.supplier,
    party: null,
    project_id,
    project,
    percent: null,
    detail: amount,
    expectedOn: null,
  };
}

/** @param projectId null: all projects that are not closed */
export function mustHappen(
  db: Database,
  projectId: string | null,
  until: string,
): { rows: MustRow[]; cut: boolean } {
  const limit = MUST_LIMIT + 1;
  const values = { project: projectId, until, limit };
  const tasks = prepared(db, TASKS_SQL).all(values) as TaskRow[];
  const needs = prepared(db, NEEDS_SQL).all(values) as NeedRow[];
  const checks = openChecks(db, until, limit).filter(
    (row) => projectId === null || row.project_id === projectId,
  );
  const rows = [
    ...tasks.slice(0, MUST_LIMIT).flatMap((row) => taskItem(row, until)),
    ...needs.slice(0, MUST_LIMIT).map(needItem),
    ...checks.slice(0, MUST_LIMIT).map(
      (row): MustRow => ({
        kind: 'check',
        id: row.id,
        name: row.name,
        dueOn: row.due_on,
        responsible: row.responsible,
        party: null,
        project_id: row.project_id,
        project: row.project,
        percent: null,
        detail: row.finish_at.slice(0, 10),
        expectedOn: null,
      }),
    ),
  ];
  return { rows, cut: tasks.length === limit || needs.length === limit || checks.length === limit };
}
