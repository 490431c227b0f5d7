/** What spans projects: open milestones by day, and phases of several plans. */
import type { Database } from 'better-sqlite3';
import { type BaselineHead, referenceBaseline } from '#shared/domain/tracking/reference.ts';
import { MILESTONE_LIMIT, type MilestoneRow, type PortfolioRow } from '#shared/ipc/channels/portfolio.ts';
import { parseDate, parseLocal, TENTHS_PER_DAY } from '#shared/schedule/calendar/instant.ts';
import { prepared } from '../engine/statements.ts';
import { type PlanTask, planOutline, planSummaries, projectCalendars } from './plan.ts';

const LIVE_PROJECT = "p.deleted_at IS NULL AND p.stage <> 'closed'";

/** Open milestones; takes the limit. Dates that are missing come last. */
const MILESTONES_SQL = `SELECT x.id, x.name, p.id AS project_id, p.name AS project, c.id AS client_id,
    c.name AS client, substr(x.finish_at, 1, 10) AS due_on, x.promised_on, x.commitment, x.payment_stage,
    x.responsible, x.client_visible
  FROM task x JOIN project p ON p.id = x.project_id JOIN client c ON c.id = p.client_id
  WHERE x.milestone = 1 AND x.percent < 100 AND x.active = 1 AND x.blank = 0 AND x.deleted_at IS NULL
    AND ${LIVE_PROJECT}
    AND NOT EXISTS (SELECT 1 FROM task k WHERE k.parent_id = x.id AND k.deleted_at IS NULL)
  ORDER BY x.finish_at IS NULL, x.finish_at, p.name, x.rank, x.id LIMIT ?`;

const BASELINES_SQL = `SELECT b.id, b.number, b.kind, b.project_id
  FROM baseline b JOIN project p ON p.id = b.project_id WHERE b.deleted_at IS NULL AND ${LIVE_PROJECT}`;

const PLANNED_SQL = `SELECT bt.task_id, substr(bt.finish_at, 1, 10) AS planned_on
  FROM baseline_task bt JOIN task x ON x.id = bt.task_id
  WHERE bt.baseline_id IN (SELECT value FROM json_each(?)) AND x.milestone = 1 AND bt.deleted_at IS NULL`;

/** Day of each milestone in the baseline that its project is measured against. */
function plannedDays(db: Database): ReadonlyMap<string, string | null> {
  const all = prepared(db, BASELINES_SQL).all() as (BaselineHead & { readonly project_id: string })[];
  const byProject = new Map<string, BaselineHead[]>();
  for (const baseline of all) {
    const list = byProject.get(baseline.project_id);
    if (list) list.push(baseline);
    else byProject.set(baseline.project_id, [baseline]);
  }
  const chosen = [...byProject.values()].flatMap((list) => referenceBaseline(list)?.id ?? []);
  if (chosen.length === 0) return new Map();
  const rows = prepared(db, PLANNED_SQL).all(JSON.stringify(chosen)) as {
    readonly task_id: string;
    readonly planned_on: string | null;
  }[];
  return new Map(rows.map((row) => [row.task_id, row.planned_on]));
}

type StoredMilestone = Omit<MilestoneRow, 'planned_on' | 'client_visible'> & {
  readonly client_visible: 0 | 1;
};

/** Open milestones of all projects that are not closed, by day. */
export function openMilestones(db: Database): { rows: MilestoneRow[]; cut: boolean } {
  const found = prepared(db, MILESTONES_SQL).all(MILESTONE_LIMIT + 1) as StoredMilestone[];
  const planned = plannedDays(db);
  return {
    rows: found.slice(0, MILESTONE_LIMIT).map((row) => ({
      ...row,
      client_visible: row.client_visible === 1,
      planned_on: planned.get(row.id) ?? null,
    })),
    cut: found.length > MILESTONE_LIMIT,
  };
}

export interface PortfolioProject {
  readonly id: string;
  readonly name: string;
  readonly client: string;
}

/** Projects that are not closed, by client and name. */
export function portfolioProjects(db: Database): PortfolioProject[] {
  return prepared(
    db,
    `SELECT p.id, p.name, c.name AS client FROM project p JOIN client c ON c.id = p.client_id
     WHERE ${LIVE_PROJECT} ORDER BY c.name, p.name, p.id`,
  ).all() as PortfolioProject[];
}

interface Owed {
  readonly id: string;
  readonly commitment: 'contract' | 'promise' | null;
  readonly promised_on: string | null;
}

/** Commitments of a project's milestones. */
function commitments(db: Database, projectId: string): ReadonlyMap<string, Owed> {
  const rows = prepared(
    db,
    `SELECT id, commitment, promised_on FROM task
     WHERE project_id = ? AND deleted_at IS NULL AND (commitment IS NOT NULL OR promised_on IS NOT NULL)`,
  ).all(projectId) as Owed[];
  return new Map(rows.map((row) => [row.id, row]));
}

const instantOf = (local: string | null) => (local === null ? null : parseLocal(local));

/** The end of a day. */
const endOf = (date: string | null) => {
  const day = date === null ? null : parseDate(date);
  return day === null ? null : (day + 1) * TENTHS_PER_DAY;
};

const isMilestone = (row: PlanTask, summary: boolean): boolean => row.milestone === 1 && !summary;

/** The project as one row: from its first start to its last finish, its progress weighted by duration. */
function projectRow(project: PortfolioProject, inside: readonly PortfolioRow[], percent: number) {
  const top = inside.filter((row) => row.depth === 2);
  const starts = top.flatMap((row) => row.start ?? []);
  const finishes = top.flatMap((row) => row.finish ?? []);
  return {
    id: project.id,
    project_id: project.id,
    kind: 'project' as const,
    depth: 1,
    name: project.name,
    start: starts.length > 0 ? Math.min(...starts) : null,
    finish: finishes.length > 0 ? Math.max(...finishes) : null,
    percent,
    deadline: null,
    promised: null,
    commitment: null,
    responsible: null,
    client_visible: false,
  };
}

/** A project with the outermost rows of its plan, and the milestones inside them. */
export function portfolioRows(db: Database, project: PortfolioProject): PortfolioRow[] {
  const outline = planOutline(db, project.id);
  const sums = planSummaries(outline, projectCalendars(db, project.id));
  const promises = commitments(db, project.id);
  const rows: PortfolioRow[] = [];
  let [work, done] = [0, 0];
  for (const [index, { row, depth, summary }] of outline.entries()) {
    const milestone = isMilestone(row, summary);
    if (row.blank === 1 || row.active === 0) continue;
    if (!summary) {
      work += row.duration_tenths ?? 0;
      done += (row.duration_tenths ?? 0) * row.percent;
    }
    if (depth > 1 && !milestone) continue;
    const sum = summary ? sums.get(index) : undefined;
    rows.push({
      id: row.id,
      project_id: project.id,
      kind: milestone ? 'milestone' : summary ? 'phase' : 'task',
      depth: depth > 1 ? 3 : 2,
      name: row.name,
      start: summary ? (sum?.start ?? null) : instantOf(row.start_at),
      finish: summary ? (sum?.finish ?? null) : instantOf(row.finish_at),
      percent: summary ? (sum?.percentComplete ?? 0) : row.percent,
      deadline: instantOf(row.deadline_at),
      promised: endOf(promises.get(row.id)?.promised_on ?? null),
      commitment: promises.get(row.id)?.commitment ?? null,
      responsible: row.responsible,
      client_visible: row.client_visible === 1,
    });
  }
  return [projectRow(project, rows, work === 0 ? 0 : Math.round(done / work)), ...rows];
}
