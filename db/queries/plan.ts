import type { Database } from 'better-sqlite3';
import { buildOutline, type OutlineEntry, type Placed } from '#shared/domain/plan/outline.ts';
import type { LagKind, LinkType } from '#shared/domain/plan/predecessors.ts';
import { PLAN_FLAGS, type PlanAnswer } from '#shared/ipc/channels/plan.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { compileCalendar } from '#shared/schedule/calendar/compile.ts';
import { type CalendarDef, calendarSchema } from '#shared/schedule/calendar/definition.ts';
import { type Instant, parseDate, TENTHS_PER_DAY } from '#shared/schedule/calendar/instant.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import type { CpmDates, CpmSummary } from '#shared/schedule/cpm/model.ts';
import type { SummaryValues } from '#shared/schedule/rollup.ts';
import { prepared } from '../engine/statements.ts';
import { createMoments } from './moments.ts';
import { rolledUp } from './rollUp.ts';

/** Id of the calendar that stands in where a project has none. */
export const FALLBACK_CALENDAR = 'standard';

export interface ProjectCalendars {
  readonly defs: readonly CalendarDef[];
  readonly projectCalendarId: string;
  /** The calendar of that id, else the project's. */
  of(id: string | null): WorkCalendar;
}

interface CalendarRow {
  readonly id: string;
  readonly name: string;
  readonly base_id: string | null;
  readonly definition: string;
}

/** A stored definition under the ids of our records: those inside an imported one are of its file. */
function defOf(row: CalendarRow): CalendarDef | null {
  const own = { id: row.id, name: row.name, baseId: row.base_id };
  const parsed = calendarSchema.safeParse({ ...(JSON.parse(row.definition) as object), ...own });
  return parsed.success ? parsed.data : null;
}

/** Calendars of a project. A project without one, or whose calendar has no working time, works Monday to Friday. */
export function projectCalendars(db: Database, projectId: string): ProjectCalendars {
  const rows = prepared(
    db,
    'SELECT id, name, base_id, definition FROM calendar WHERE project_id = ? AND deleted_at IS NULL ORDER BY id',
  ).all(projectId) as CalendarRow[];
  const chosen = prepared(db, 'SELECT calendar_id AS id FROM project WHERE id = ?').get(projectId) as
    | { id: string | null }
    | undefined;
  const defs = rows.flatMap((row) => defOf(row) ?? []);
  const byId = new Map(defs.map((def) => [def.id, def]));
  const compiled = new Map<string, WorkCalendar>();
  const compile = (id: string | null): WorkCalendar | null => {
    const def = id === null ? undefined : byId.get(id);
    if (!def) return null;
    const known = compiled.get(def.id) ?? compileCalendar(def, byId);
    compiled.set(def.id, known);
    return known.hasWorkingTime ? known : null;
  };
  const first = [chosen?.id ?? null, ...defs.filter((def) => def.baseId === null).map((def) => def.id)];
  const usable = first.find((id) => compile(id) !== null) ?? null;
  const standard = presetCalendar('standard', FALLBACK_CALENDAR, '');
  const project = compile(usable) ?? compileCalendar(standard, byId);
  return {
    defs: usable === null ? [...defs, standard] : defs,
    projectCalendarId: usable ?? FALLBACK_CALENDAR,
    of: (id) => compile(id) ?? project,
  };
}

/** The columns of a task that its place, dates and look in the plan need. */
export interface PlanTask extends Placed {
  readonly name: string;
  readonly milestone: 0 | 1;
  readonly start_at: string | null;
  readonly finish_at: string | null;
  readonly duration_tenths: number | null;
  readonly duration_unit: string;
  readonly mode: string;
  readonly percent: number;
  readonly remaining_tenths: number | null;
  readonly deadline_at: string | null;
  readonly calendar_id: string | null;
  readonly active: 0 | 1;
  readonly blank: 0 | 1;
  readonly responsible: string | null;
  readonly client_visible: 0 | 1;
  readonly party: string | null;
  readonly cost_minor: number | null;
  readonly constraint_type: PlanAnswer['rows']['constraint'][number];
  readonly scope_item_id: string | null;
  readonly commitment: string | null;
  readonly promised_on: string | null;
  readonly buffer_kind: string | null;
  readonly recurs: 0 | 1;
}

const TASK_COLUMNS = `id, parent_id, rank, name, milestone, start_at, finish_at, duration_tenths, duration_unit,
  mode, percent, remaining_tenths, deadline_at, calendar_id, active, blank, responsible, client_visible,
  party, cost_minor, constraint_type, scope_item_id, commitment, promised_on, buffer_kind,
  recurrence IS NOT NULL AS recurs`;

/** Tasks of a project in outline order. */
export function planOutline(db: Database, projectId: string): OutlineEntry<PlanTask>[] {
  const rows = prepared(
    db,
    `SELECT ${TASK_COLUMNS} FROM task WHERE project_id = ? AND deleted_at IS NULL`,
  ).all(projectId) as PlanTask[];
  return buildOutline(rows);
}

/** Rolled-up values of the summaries, by index in the outline. */
export function planSummaries(
  outline: readonly OutlineEntry<PlanTask>[],
  calendars: ProjectCalendars,
  instantOf = createMoments(),
): ReadonlyMap<number, SummaryValues> {
  return rolledUp(outline, calendars.of, instantOf).sums;
}

/** Dates and slack as calculated, by index of the row. */
export interface CalculatedPlan {
  dates(row: number): CpmDates | null;
  summaries(): ReadonlyMap<number, CpmSummary>;
}

function flagsOf({ row, summary }: OutlineEntry<PlanTask>, critical: boolean, hasScope: boolean): number {
  return (
    (summary ? PLAN_FLAGS.summary : 0) |
    (row.milestone === 1 && !summary ? PLAN_FLAGS.milestone : 0) |
    (row.mode === 'manual' ? PLAN_FLAGS.manual : 0) |
    (row.active === 0 ? PLAN_FLAGS.inactive : 0) |
    (row.blank === 1 ? PLAN_FLAGS.blank : 0) |
    (row.client_visible === 1 ? PLAN_FLAGS.clientVisible : 0) |
    (critical ? PLAN_FLAGS.critical : 0) |
    (row.commitment === 'contract' ? PLAN_FLAGS.contract : 0) |
    (row.commitment === 'promise' ? PLAN_FLAGS.promise : 0) |
    (row.buffer_kind === null ? 0 : PLAN_FLAGS.buffer) |
    (row.recurs === 1 ? PLAN_FLAGS.recurring : 0) |
    (hasScope && !summary && row.blank === 0 && row.scope_item_id === null ? PLAN_FLAGS.unscoped : 0)
  );
}

/** The last instant of a day somebody was promised. */
export function endOfDay(date: string | null): Instant | null {
  const day = date === null ? null : parseDate(date);
  return day === null ? null : (day + 1) * TENTHS_PER_DAY;
}

type Rows = { -readonly [Column in keyof PlanAnswer['rows']]: PlanAnswer['rows'][Column][number][] };

const emptyRows = (): Rows => ({
  id: [],
  depth: [],
  number: [],
  name: [],
  flags: [],
  start: [],
  finish: [],
  duration: [],
  unit: [],
  percent: [],
  deadline: [],
  responsible: [],
  calendar: [],
  lateStart: [],
  lateFinish: [],
  totalSlack: [],
  freeSlack: [],
  promised: [],
  party: [],
  cost: [],
  constraint: [],
  scope: [],
});

/** A promise is kept in days; the contract's last day may also stand as a deadline. */
function pushCalculated(out: Rows, { row }: OutlineEntry<PlanTask>, dates: CpmDates | null): void {
  out.lateStart.push(dates?.lateStart ?? null);
  out.lateFinish.push(dates?.lateFinish ?? null);
  out.totalSlack.push(dates?.totalSlack ?? null);
  out.freeSlack.push(dates?.freeSlack ?? null);
  out.promised.push(endOfDay(row.promised_on));
  out.party.push(row.party);
  out.cost.push(row.cost_minor);
  out.constraint.push(row.constraint_type);
  out.scope.push(row.scope_item_id);
}

function rowColumns(
  outline: readonly OutlineEntry<PlanTask>[],
  calendars: ProjectCalendars,
  calculated: CalculatedPlan,
  hasScope: boolean,
): PlanAnswer['rows'] {
  const instantOf = createMoments();
  const sums = planSummaries(outline, calendars, instantOf);
  const spans = calculated.summaries();
  const out = emptyRows();
  for (const [index, entry] of outline.entries()) {
    const { row, summary } = entry;
    const sum = summary ? sums.get(index) : undefined;
    out.id.push(row.id);
    out.depth.push(entry.depth);
    out.number.push(entry.number);
    out.name.push(row.name);
    const dates = summary ? (spans.get(index) ?? null) : calculated.dates(index);
    out.flags.push(flagsOf(entry, dates?.critical ?? false, hasScope));
    out.start.push(summary ? (sum?.start ?? null) : instantOf(row.start_at));
    out.finish.push(summary ? (sum?.finish ?? null) : instantOf(row.finish_at));
    out.duration.push(summary ? (sum?.duration ?? null) : row.duration_tenths);
    // The rolled-up duration is working time, whatever unit was typed before the row became a summary.
    out.unit.push(summary ? 'd' : row.duration_unit);
    out.percent.push(summary ? (sum?.percentComplete ?? 0) : row.percent);
    out.deadline.push(instantOf(row.deadline_at));
    out.responsible.push(row.responsible);
    out.calendar.push(row.calendar_id);
    pushCalculated(out, entry, dates);
  }
  return out as PlanAnswer['rows'];
}

interface LinkRow {
  readonly id: string;
  readonly from_id: string;
  readonly to_id: string;
  readonly type: LinkType;
  readonly lag_kind: LagKind;
  readonly lag_value: number;
  readonly lag_unit: string;
}

/** Links of a project. */
export function planLinks(db: Database, projectId: string): LinkRow[] {
  return prepared(
    db,
    `SELECT id, from_id, to_id, type, lag_kind, lag_value, lag_unit FROM link
     WHERE project_id = ? AND deleted_at IS NULL ORDER BY id`,
  ).all(projectId) as LinkRow[];
}

function linkColumns(links: readonly LinkRow[], ids: readonly string[]): PlanAnswer['links'] {
  const index = new Map(ids.map((id, i) => [id, i]));
  const shown: { from: number; to: number; link: LinkRow }[] = [];
  for (const link of links) {
    const from = index.get(link.from_id);
    const to = index.get(link.to_id);
    if (from !== undefined && to !== undefined) shown.push({ from, to, link });
  }
  // Ids made in one millisecond have no order; rows have.
  shown.sort((a, b) => a.to - b.to || a.from - b.from);
  return {
    id: shown.map(({ link }) => link.id),
    from: shown.map(({ from }) => from),
    to: shown.map(({ to }) => to),
    type: shown.map(({ link }) => link.type),
    lagKind: shown.map(({ link }) => link.lag_kind),
    lagValue: shown.map(({ link }) => link.lag_value),
    lagUnit: shown.map(({ link }) => link.lag_unit),
  };
}

/** Whether the project says what belongs to it (H2). */
function hasScopeItems(db: Database, projectId: string): boolean {
  const sql = `SELECT 1 FROM scope_item WHERE project_id = ? AND side = 'in' AND deleted_at IS NULL LIMIT 1`;
  return prepared(db, sql).get(projectId) !== undefined;
}

/** End of work on the status day. */
function statusAt(status: string | null, calendars: ProjectCalendars): Instant | null {
  const end = endOfDay(status);
  return end === null ? null : (calendars.of(null).prevWorkEnd(end) ?? end);
}

/**
 * The whole plan of a project for the screen.
 * @param today `YYYY-MM-DD` where the user is
 * @param calculated of the same state of the plan
 */
export function readPlan(
  db: Database,
  project: RecordOf<'project'>,
  today: string,
  calculated: CalculatedPlan,
): PlanAnswer {
  const calendars = projectCalendars(db, project.id);
  const outline = planOutline(db, project.id);
  const rows = rowColumns(outline, calendars, calculated, hasScopeItems(db, project.id));
  return {
    project: {
      id: project.id,
      name: project.name,
      start_on: project.start_on,
      finish_on: project.finish_on,
      status_on: project.status_on,
      minutes_per_day: project.minutes_per_day,
      minutes_per_week: project.minutes_per_week,
      days_per_month: project.days_per_month,
      scheduling: project.scheduling,
      schedule_from: project.schedule_from,
    },
    today,
    statusAt: statusAt(project.status_on, calendars),
    calendars: [...calendars.defs],
    calendarId: calendars.projectCalendarId,
    rows,
    links: linkColumns(planLinks(db, project.id), rows.id),
  };
}
