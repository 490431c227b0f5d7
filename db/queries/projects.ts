/** Read models of clients and projects: lists with the numbers that make them useful. */
import type { Database } from 'better-sqlite3';
import { DEFAULT_BANDS } from '#shared/domain/risk/score.ts';
import type { ClientRow, ProjectFigures, ProjectRow, ProjectStatus } from '#shared/ipc/channels/project.ts';
import { prepared } from '../engine/statements.ts';
import type { Days } from './days.ts';
import { LAST_REPORT_SQL, type ReportRhythm, reportDueOn } from './reportDue.ts';

interface TaskSums {
  readonly project_id: string;
  readonly tasks: number;
  readonly done: number;
  readonly late: number;
  readonly weighted: number | null;
  readonly weight: number | null;
  readonly plain: number | null;
}

// Leaf tasks only: a summary's figures are those of its children.
const TASKS = `
  SELECT t.project_id, count(*) AS tasks, sum(t.percent >= 100) AS done,
    sum(t.percent < 100 AND t.finish_at IS NOT NULL AND substr(t.finish_at, 1, 10) < @today) AS late,
    sum(t.percent * coalesce(t.duration_tenths, 0)) AS weighted,
    sum(coalesce(t.duration_tenths, 0)) AS weight, avg(t.percent) AS plain
  FROM task t
  WHERE t.deleted_at IS NULL AND t.active = 1 AND t.blank = 0 AND SCOPE(t.project_id)
    AND NOT EXISTS (SELECT 1 FROM task c WHERE c.parent_id = t.id AND c.deleted_at IS NULL)
  GROUP BY t.project_id`;

const RISKS = `
  SELECT project_id, count(*) AS open, sum(probability * impact >= @high) AS high FROM risk
  WHERE deleted_at IS NULL AND status <> 'closed' AND SCOPE(project_id) GROUP BY project_id`;

const MILESTONES = `
  SELECT project_id, id, name, substr(coalesce(finish_at, start_at), 1, 10) AS day FROM task
  WHERE deleted_at IS NULL AND milestone = 1 AND active = 1 AND percent < 100
    AND SCOPE(project_id) ORDER BY day IS NULL, day, rank`;

const PROJECTS = `
  SELECT p.id, p.client_id, c.name AS clientName, p.name, p.code, p.kind, p.stage, p.sample, p.start_on,
    p.finish_on, p.report_frequency, p.report_weekday, p.created_at, ${LAST_REPORT_SQL} AS last_report_at
  FROM project p JOIN client c ON c.id = p.client_id
  WHERE p.deleted_at IS NULL AND SCOPE(p.id)
  ORDER BY p.stage = 'closed', p.id DESC`;

type Scope = { readonly id: string } | { readonly client: string } | null;

const SCOPES = {
  all: '1',
  id: '$1 = @id',
  client: '$1 IN (SELECT id FROM project WHERE client_id = @client)',
} as const;

/** One statement for each way of asking: a condition that may be absent would read the whole table every time. */
function rowsIn(db: Database, sql: string, scope: Scope, args: object = {}): unknown[] {
  const kind = scope === null ? 'all' : 'id' in scope ? 'id' : 'client';
  return prepared(db, sql.replace(/SCOPE\(([\w.]+)\)/g, SCOPES[kind])).all({ ...args, ...scope });
}

interface StoredProject extends ReportRhythm {
  readonly id: string;
  readonly client_id: string;
  readonly clientName: string;
  readonly name: string;
  readonly code: string | null;
  readonly kind: ProjectRow['kind'];
  readonly stage: ProjectRow['stage'];
  readonly sample: number;
  readonly finish_on: string | null;
}

interface Sources {
  readonly tasks: ReadonlyMap<string, TaskSums>;
  readonly risks: ReadonlyMap<string, { readonly open: number; readonly high: number }>;
  readonly milestones: ReadonlyMap<
    string,
    { readonly id: string; readonly name: string; readonly day: string | null }
  >;
}

/** First row of each project. */
function byProject<Row extends { readonly project_id: string }>(rows: readonly Row[]): Map<string, Row> {
  const out = new Map<string, Row>();
  for (const row of rows) if (!out.has(row.project_id)) out.set(row.project_id, row);
  return out;
}

function sourcesOf(db: Database, scope: Scope, today: string): Sources {
  const tasks = rowsIn(db, TASKS, scope, { today }) as TaskSums[];
  const risks = rowsIn(db, RISKS, scope, { high: DEFAULT_BANDS.high }) as {
    project_id: string;
    open: number;
    high: number | null;
  }[];
  const milestones = rowsIn(db, MILESTONES, scope) as {
    project_id: string;
    id: string;
    name: string;
    day: string | null;
  }[];
  return {
    tasks: byProject(tasks),
    risks: new Map(risks.map((row) => [row.project_id, { open: row.open, high: row.high ?? 0 }])),
    milestones: byProject(milestones),
  };
}

function progressOf(sums: TaskSums | undefined): number | null {
  if (sums === undefined || sums.tasks === 0) return null;
  return sums.weight ? (sums.weighted ?? 0) / sums.weight : sums.plain;
}

function statusOf(project: StoredProject, late: number, high: number, today: string): ProjectStatus {
  if (project.stage === 'closed') return 'closed';
  if (late > 0 || (project.finish_on !== null && project.finish_on < today)) return 'late';
  return high > 0 ? 'attention' : 'onTrack';
}

function figuresOf(project: StoredProject, from: Sources, days: Days): ProjectFigures {
  const sums = from.tasks.get(project.id);
  const risks = from.risks.get(project.id);
  const milestone = from.milestones.get(project.id);
  const closed = project.stage === 'closed';
  return {
    tasks: sums?.tasks ?? 0,
    tasksDone: sums?.done ?? 0,
    tasksLate: sums?.late ?? 0,
    progress: progressOf(sums),
    openRisks: risks?.open ?? 0,
    highRisks: risks?.high ?? 0,
    status: statusOf(project, sums?.late ?? 0, risks?.high ?? 0, days.today),
    nextMilestone: milestone ? { id: milestone.id, name: milestone.name, on: milestone.day } : null,
    nextReportOn: closed ? null : reportDueOn(project, days),
  };
}

/** Projects with their figures, open ones first, newest first. */
export function projectRows(db: Database, days: Days, clientId: string | null = null): ProjectRow[] {
  const scope = clientId === null ? null : { client: clientId };
  const projects = rowsIn(db, PROJECTS, scope) as StoredProject[];
  const sources = sourcesOf(db, scope, days.today);
  return projects.map((project) => ({
    id: project.id,
    client_id: project.client_id,
    clientName: project.clientName,
    name: project.name,
    code: project.code,
    kind: project.kind,
    stage: project.stage,
    sample: project.sample === 1,
    ...figuresOf(project, sources, days),
  }));
}

/** Figures of one project, or null if there is none. */
export function projectFigures(db: Database, id: string, days: Days): ProjectFigures | null {
  const [project] = rowsIn(db, PROJECTS, { id }) as StoredProject[];
  return project ? figuresOf(project, sourcesOf(db, { id }, days.today), days) : null;
}

const CLIENTS = `
  SELECT c.id, c.name, c.name_en, c.industry, c.phone, c.tier, c.sample,
    coalesce((SELECT group_concat(k.name, ' ') FROM contact k WHERE k.client_id = c.id AND k.deleted_at IS NULL), '') AS contacts,
    (SELECT count(*) FROM project p WHERE p.client_id = c.id AND p.deleted_at IS NULL AND p.stage <> 'closed') AS openProjects,
    (SELECT max(l.happened_at) FROM comm_log l WHERE l.client_id = c.id AND l.deleted_at IS NULL) AS lastContactAt,
    (SELECT min(l.due_on) FROM comm_log l WHERE l.client_id = c.id AND l.deleted_at IS NULL
      AND l.next_step IS NOT NULL AND l.done_at IS NULL) AS nextStepOn,
    (SELECT count(*) FROM comm_log l WHERE l.client_id = c.id AND l.deleted_at IS NULL
      AND l.next_step IS NOT NULL AND l.done_at IS NULL) AS openSteps
  FROM client c WHERE c.deleted_at IS NULL ORDER BY c.id DESC`;

/** Clients with last contact, open projects and open next steps, newest first. */
export function clientRows(db: Database): ClientRow[] {
  const rows = prepared(db, CLIENTS).all() as (Omit<ClientRow, 'sample'> & { sample: number })[];
  return rows.map((row) => ({ ...row, sample: row.sample === 1 }));
}
