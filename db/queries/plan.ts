import type { Database } from 'better-sqlite3';
import { isElapsed } from '#shared/domain/plan/duration.ts';
import { buildOutline, type OutlineEntry, type Placed } from '#shared/domain/plan/outline.ts';
import type { LagKind, LinkType } from '#shared/domain/plan/predecessors.ts';
import { PLAN_FLAGS, type PlanAnswer } from '#shared/ipc/channels/plan.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { compileCalendar } from '#shared/schedule/calendar/compile.ts';
import { type CalendarDef, calendarSchema } from '#shared/schedule/calendar/definition.ts';
import { type Instant, parseLocal } from '#shared/schedule/calendar/instant.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import { rollUp, type SummaryValues } from '#shared/schedule/rollup.ts';
import { prepared } from '../engine/statements.ts';

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
}

const TASK_COLUMNS = `id, parent_id, rank, name, milestone, start_at, finish_at, duration_tenths, duration_unit,
  mode, percent, remaining_tenths, deadline_at, calendar_id, active, blank, responsible, client_visible`;

/** Tasks of a project in outline order. */
export function planOutline(db: Database, projectId: string): OutlineEntry<PlanTask>[] {
  const rows = prepared(
    db,
    `SELECT ${TASK_COLUMNS} FROM task WHERE project_id = ? AND deleted_at IS NULL`,
  ).all(projectId) as PlanTask[];
  return buildOutline(rows);
}

/**
 * Reads stored moments. The store holds `YYYY-MM-DDTHH:MM:SS` only, and a plan has few different days, so the
 * day is looked up and the time read by place: parsing is most of the work of a plan of 20 000 rows.
 */
function createMoments(): (local: string | null) => Instant | null {
  const days = new Map<string, Instant | null>();
  return (local) => {
    if (local === null) return null;
    const date = local.slice(0, 10);
    let midnight = days.get(date);
    if (midnight === undefined) {
      midnight = parseLocal(date);
      days.set(date, midnight);
    }
    if (midnight === null) return null;
    const [hours, minutes, seconds] = [local.slice(11, 13), local.slice(14, 16), local.slice(17, 19)];
    return midnight + Number(hours) * 600 + Number(minutes) * 10 + Math.round(Number(seconds) / 6);
  };
}

/** Rolled-up values of the summaries, by index in the outline. */
export function planSummaries(
  outline: readonly OutlineEntry<PlanTask>[],
  calendars: ProjectCalendars,
  instantOf = createMoments(),
): ReadonlyMap<number, SummaryValues> {
  const rows = outline.map(({ row, parent }, uid) => ({
    uid,
    parentUid: parent < 0 ? null : parent,
    start: instantOf(row.start_at),
    finish: instantOf(row.finish_at),
    duration: row.duration_tenths,
    elapsed: isElapsed(row.duration_unit),
    // What is left may be less or more than the percentage says (semantics §4); it is the better witness.
    actualDuration:
      row.duration_tenths === null || row.remaining_tenths === null
        ? null
        : Math.max(0, row.duration_tenths - row.remaining_tenths),
    percentComplete: row.percent,
    // Dates of summaries are never entered here: also a manual one rolls up.
    manual: false,
    counts: row.active === 1 && row.blank === 0,
  }));
  return rollUp(rows, (uid) => calendars.of(outline[uid]?.row.calendar_id ?? null));
}

function flagsOf({ row, summary }: OutlineEntry<PlanTask>): number {
  return (
    (summary ? PLAN_FLAGS.summary : 0) |
    (row.milestone === 1 && !summary ? PLAN_FLAGS.milestone : 0) |
    (row.mode === 'manual' ? PLAN_FLAGS.manual : 0) |
    (row.active === 0 ? PLAN_FLAGS.inactive : 0) |
    (row.blank === 1 ? PLAN_FLAGS.blank : 0) |
    (row.client_visible === 1 ? PLAN_FLAGS.clientVisible : 0)
  );
}

type Rows = { -readonly [Column in keyof PlanAnswer['rows']]: PlanAnswer['rows'][Column][number][] };

function rowColumns(
  outline: readonly OutlineEntry<PlanTask>[],
  calendars: ProjectCalendars,
): PlanAnswer['rows'] {
  const instantOf = createMoments();
  const sums = planSummaries(outline, calendars, instantOf);
  const out: Rows = {
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
  };
  for (const [index, entry] of outline.entries()) {
    const { row, summary } = entry;
    const sum = summary ? sums.get(index) : undefined;
    out.id.push(row.id);
    out.depth.push(entry.depth);
    out.number.push(entry.number);
    out.name.push(row.name);
    out.flags.push(flagsOf(entry));
    out.start.push(summary ? (sum?.start ?? null) : instantOf(row.start_at));
    out.finish.push(summary ? (sum?.finish ?? null) : instantOf(row.finish_at));
    out.duration.push(summary ? (sum?.duration ?? null) : row.duration_tenths);
    // The rolled-up duration is working time, whatever unit was typed before the row became a summary.
    out.unit.push(summary ? 'd' : row.duration_unit);
    out.percent.push(summary ? (sum?.percentComplete ?? 0) : row.percent);
    out.deadline.push(instantOf(row.deadline_at));
    out.responsible.push(row.responsible);
    out.calendar.push(row.calendar_id);
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

/** The whole plan of a project for the screen. @param today `YYYY-MM-DD` where the user is */
export function readPlan(db: Database, project: RecordOf<'project'>, today: string): PlanAnswer {
  const calendars = projectCalendars(db, project.id);
  const rows = rowColumns(planOutline(db, project.id), calendars);
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
    },
    today,
    calendars: [...calendars.defs],
    calendarId: calendars.projectCalendarId,
    rows,
    links: linkColumns(planLinks(db, project.id), rows.id),
  };
}
