/** Plan against baseline: states of a plan, and W1 on the status day. */
import type { Database } from 'better-sqlite3';
import { isElapsed } from '#shared/domain/plan/duration.ts';
import { buildOutline, type OutlineEntry, type Placed } from '#shared/domain/plan/outline.ts';
import type { TaskState } from '#shared/domain/tracking/compare.ts';
import { measureProgress, type ProgressRow, type RowProgress } from '#shared/domain/tracking/progress.ts';
import { type BaselineHead, referenceBaseline } from '#shared/domain/tracking/reference.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { type Instant, parseDate, parseLocal, TENTHS_PER_DAY } from '#shared/schedule/calendar/instant.ts';
import { prepared } from '../engine/statements.ts';
import { type ProjectCalendars, projectCalendars } from './plan.ts';
import { rolledUp } from './rollUp.ts';

/** The columns of a task that tracking needs. */
export interface TrackTask extends Placed {
  readonly name: string;
  readonly milestone: 0 | 1;
  readonly start_at: string | null;
  readonly finish_at: string | null;
  readonly duration_tenths: number | null;
  readonly duration_unit: string;
  readonly percent: number;
  readonly remaining_tenths: number | null;
  readonly calendar_id: string | null;
  readonly active: 0 | 1;
  readonly blank: 0 | 1;
  readonly cost_minor: number | null;
  readonly work_tenths: number | null;
  readonly buffer_kind: string | null;
  readonly responsible: string | null;
}

const TASK_COLUMNS = `id, parent_id, rank, name, milestone, start_at, finish_at, duration_tenths, duration_unit,
  percent, remaining_tenths, calendar_id, active, blank, cost_minor, work_tenths, buffer_kind, responsible`;

export interface TrackPlan {
  readonly project: RecordOf<'project'>;
  readonly outline: readonly OutlineEntry<TrackTask>[];
  readonly calendars: ProjectCalendars;
}

/** The plan of a project in outline order. */
export function trackPlan(db: Database, project: RecordOf<'project'>): TrackPlan {
  const rows = prepared(
    db,
    `SELECT ${TASK_COLUMNS} FROM task WHERE project_id = ? AND deleted_at IS NULL`,
  ).all(project.id) as TrackTask[];
  return { project, outline: buildOutline(rows), calendars: projectCalendars(db, project.id) };
}

export const instantOf = (local: string | null): Instant | null =>
  local === null ? null : parseLocal(local);

/** The plan as it stands: dates and durations of summaries rolled up; blank and inactive rows are no part of it. */
export function currentState({ outline, calendars }: TrackPlan): TaskState[] {
  const { rows, sums } = rolledUp(outline, calendars.of, instantOf);
  return rows.flatMap((values, index) => {
    const { row, summary } = outline[index]!;
    if (!values.counts) return [];
    const sum = summary ? sums.get(index) : undefined;
    const { start, finish, duration } = sum ?? values;
    const percent = sum ? sum.percentComplete : row.percent;
    return [{ id: row.id, name: row.name, summary, start, finish, duration, cost: row.cost_minor, percent }];
  });
}

export interface BaselineRow {
  readonly task_id: string;
  readonly label: string | null;
  readonly start_at: string | null;
  readonly finish_at: string | null;
  readonly duration_tenths: number | null;
  readonly work_tenths: number | null;
  readonly cost_minor: number | null;
  readonly percent: number | null;
}

/** Rows of a baseline by task, in the order they were written. */
export function baselineRows(db: Database, baselineId: string): BaselineRow[] {
  return prepared(
    db,
    `SELECT task_id, label, start_at, finish_at, duration_tenths, work_tenths, cost_minor, percent
     FROM baseline_task WHERE baseline_id = ? AND deleted_at IS NULL ORDER BY id`,
  ).all(baselineId) as BaselineRow[];
}

/**
 * A baseline as a state of the plan, in the order of the plan; deleted tasks last. What is a summary follows from
 * the plan as it stands.
 */
export function baselineState(db: Database, baselineId: string, plan: TrackPlan): TaskState[] {
  const place = new Map(plan.outline.map((entry, index) => [entry.row.id, index]));
  const placeOf = (row: BaselineRow): number => place.get(row.task_id) ?? plan.outline.length;
  return baselineRows(db, baselineId)
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((row) => {
      const known = plan.outline[placeOf(row)];
      return {
        id: row.task_id,
        name: known?.row.name ?? row.label ?? '',
        summary: known?.summary ?? false,
        start: instantOf(row.start_at),
        finish: instantOf(row.finish_at),
        duration: row.duration_tenths,
        cost: row.cost_minor,
        percent: row.percent,
      };
    });
}

export interface BaselineRecord extends BaselineHead {
  readonly name: string;
  readonly taken_on: string | null;
  readonly reason: string | null;
  readonly hash: string | null;
}

/** Baselines of a project, the newest first. */
export function baselinesOf(db: Database, projectId: string): BaselineRecord[] {
  return prepared(
    db,
    `SELECT id, number, name, taken_on, kind, reason, hash FROM baseline
     WHERE project_id = ? AND deleted_at IS NULL ORDER BY number DESC, id DESC`,
  ).all(projectId) as BaselineRecord[];
}

/** The day progress is measured on: the status date, else today. */
export const statusOf = (project: RecordOf<'project'>, today: string): string => project.status_on ?? today;

/** End of a day. */
export const endOfDay = (date: string): Instant => ((parseDate(date) ?? 0) + 1) * TENTHS_PER_DAY;

function progressRow(entry: OutlineEntry<TrackTask>, base: BaselineRow | undefined): ProgressRow {
  const { row, summary, parent } = entry;
  const duration = base?.duration_tenths ?? row.duration_tenths;
  return {
    parent,
    summary,
    counts: row.active === 1 && row.blank === 0 && row.milestone === 0 && row.buffer_kind === null,
    start: instantOf(base?.start_at ?? row.start_at),
    finish: instantOf(base?.finish_at ?? row.finish_at),
    // An elapsed duration is no working time: there the dates tell.
    duration: isElapsed(row.duration_unit) ? null : duration,
    cost: base?.cost_minor ?? row.cost_minor,
    percent: row.percent,
  };
}

export interface Measured {
  readonly rows: readonly RowProgress[];
  readonly total: RowProgress;
  readonly statusOn: string;
  readonly baseline: BaselineRecord | null;
}

/** W1 of every row of a plan, against the baseline that holds, weighted as the project says. */
export function measurePlan(db: Database, plan: TrackPlan, today: string): Measured {
  const { project, outline, calendars } = plan;
  const baseline = referenceBaseline(baselinesOf(db, project.id));
  const base = new Map(
    baseline === null ? [] : baselineRows(db, baseline.id).map((row) => [row.task_id, row] as const),
  );
  const rows = outline.map((entry) => progressRow(entry, base.get(entry.row.id)));
  const statusOn = statusOf(project, today);
  const found = measureProgress(rows, {
    status: endOfDay(statusOn),
    weighting: project.deviation_weight,
    threshold: project.deviation_threshold,
    calendarOf: (index) => calendars.of(outline[index]?.row.calendar_id ?? null),
  });
  return { ...found, statusOn, baseline };
}
