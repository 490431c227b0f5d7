/** The plan as a report needs it: what is planned, what is done and what is expected, per task and over all. */
import type { RecordOf } from '#shared/model/registry.ts';
import { createCalendarSet } from '#shared/schedule/calendar/compile.ts';
import { calendarSchema } from '#shared/schedule/calendar/definition.ts';
import { parseLocal } from '#shared/schedule/calendar/instant.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import { addDays } from './figures.ts';

type Task = RecordOf<'task'>;

export interface PlanSource {
  readonly project: RecordOf<'project'>;
  readonly tasks: readonly Task[];
  readonly calendars: readonly RecordOf<'calendar'>[];
  /** Rows of the baseline the report compares with; empty without one. */
  readonly baseline: readonly RecordOf<'baseline_task'>[];
}

/** One row of the plan with what follows from its children. Dates are calendar days. */
export interface PlanRow {
  readonly task: Task;
  readonly leaf: boolean;
  readonly parent: PlanRow | null;
  /** Planned duration in working tenths of a minute: the weight in every average. */
  weight: number;
  /** Percent complete, 0–100. */
  percent: number;
  start_on: string | null;
  /** Expected finish; the actual one when done. */
  finish_on: string | null;
  planned_start_on: string | null;
  planned_finish_on: string | null;
  actual_start_on: string | null;
  actual_finish_on: string | null;
  /** Share of the planned work that should be done on the status day, 0–1; null without dates. */
  planned: number | null;
}

export interface PlanView {
  readonly rows: readonly PlanRow[];
  /** Percent, weighted by planned duration; null if nothing has a duration. */
  readonly planned: number | null;
  readonly actual: number | null;
  readonly planned_finish_on: string | null;
  readonly forecast_finish_on: string | null;
  readonly hasBaseline: boolean;
}

const day = (at: string | null): string | null => (at === null ? null : at.slice(0, 10));
const least = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null || a < b ? a : b;
const greatest = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null || a > b ? a : b;

function projectCalendar(source: PlanSource): WorkCalendar {
  const defs = source.calendars.flatMap((record) => {
    const parsed = calendarSchema.safeParse({
      ...record.definition,
      id: record.id,
      name: record.name,
      baseId: record.base_id,
    });
    return parsed.success ? [parsed.data] : [];
  });
  const fallback = presetCalendar('standard', 'standard', 'standard');
  const calendars = createCalendarSet([...defs, fallback]);
  const own = calendars(source.project.calendar_id ?? '');
  const chosen = own?.hasWorkingTime ? own : calendars(fallback.id);
  if (!chosen) throw new Error('no calendar');
  return chosen;
}

/** Share of the working time between two moments that has passed at a third, 0–1. */
function passed(calendar: WorkCalendar, from: string, to: string, at: number): number | null {
  const start = parseLocal(from);
  const finish = parseLocal(to);
  if (start === null || finish === null) return null;
  if (at >= finish) return 1;
  if (at <= start) return 0;
  const work = calendar.workBetween(start, finish);
  return work > 0 ? calendar.workBetween(start, at) / work : (at - start) / (finish - start);
}

function leafValues(
  row: PlanRow,
  base: RecordOf<'baseline_task'> | undefined,
  calendar: WorkCalendar,
  status: number,
): void {
  const { task } = row;
  const from = base?.start_at ?? task.start_at;
  const to = base?.finish_at ?? task.finish_at;
  row.percent = task.percent;
  row.start_on = day(task.actual_start_at ?? task.start_at);
  row.finish_on = day(task.actual_finish_at ?? task.finish_at);
  row.planned_start_on = day(from);
  row.planned_finish_on = day(base?.finish_at ?? task.deadline_at ?? task.finish_at);
  row.actual_start_on = day(task.actual_start_at ?? (task.percent > 0 ? task.start_at : null));
  row.actual_finish_on = day(task.actual_finish_at ?? (task.percent >= 100 ? task.finish_at : null));
  row.planned = from !== null && to !== null ? passed(calendar, from, to, status) : null;
  const duration = base?.duration_tenths ?? task.duration_tenths;
  const start = from === null ? null : parseLocal(from);
  const finish = to === null ? null : parseLocal(to);
  row.weight = task.milestone
    ? 0
    : (duration ??
      (start !== null && finish !== null ? Math.max(0, calendar.workBetween(start, finish)) : 0));
}

/** Adds a row to the summary above it. Called bottom-up. */
function rollUp(row: PlanRow, child: PlanRow): void {
  const total = row.weight + child.weight;
  if (total > 0) {
    row.percent = (row.percent * row.weight + child.percent * child.weight) / total;
    row.planned = ((row.planned ?? 0) * row.weight + (child.planned ?? 0) * child.weight) / total;
  }
  row.weight = total;
  row.start_on = least(row.start_on, child.start_on);
  row.finish_on = greatest(row.finish_on, child.finish_on);
  row.planned_start_on = least(row.planned_start_on, child.planned_start_on);
  row.planned_finish_on = greatest(row.planned_finish_on, child.planned_finish_on);
  row.actual_start_on = least(row.actual_start_on, child.actual_start_on);
  row.actual_finish_on = greatest(row.actual_finish_on, child.actual_finish_on);
}

/** Rows in outline order, parents before their children; tasks whose parent is gone stand at the top. */
function outline(tasks: readonly Task[]): PlanRow[] {
  const live = tasks.filter((task) => task.active && !task.blank);
  const known = new Set(live.map((task) => task.id));
  const children = new Map<string | null, Task[]>();
  for (const task of live) {
    const parent = task.parent_id !== null && known.has(task.parent_id) ? task.parent_id : null;
    const list = children.get(parent);
    if (list) list.push(task);
    else children.set(parent, [task]);
  }
  const byRank = (a: Task, b: Task): number =>
    a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1;
  for (const list of children.values()) list.sort(byRank);
  const rows: PlanRow[] = [];
  const stack = (children.get(null) ?? []).map((task) => [task, null] as [Task, PlanRow | null]).reverse();
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [task, parent] = next;
    const below = children.get(task.id) ?? [];
    const row = emptyRow(task, parent, below.length === 0);
    rows.push(row);
    for (const child of [...below].reverse()) stack.push([child, row]);
  }
  return rows;
}

function emptyRow(task: Task, parent: PlanRow | null, leaf: boolean): PlanRow {
  const dates = {
    start_on: null,
    finish_on: null,
    planned_start_on: null,
    planned_finish_on: null,
    actual_start_on: null,
    actual_finish_on: null,
  };
  return { task, parent, leaf, weight: 0, percent: 0, planned: null, ...dates };
}

/**
 * Reads the plan on a status day. Averages are weighted by planned duration; a task without dates counts in
 * neither, so that plan and actual are about the same work.
 * @param statusOn last day that is compared, `YYYY-MM-DD`
 */
export function viewPlan(source: PlanSource, statusOn: string): PlanView {
  const calendar = projectCalendar(source);
  const status = parseLocal(`${addDays(statusOn, 1)}T00:00:00`) ?? 0;
  const baseline = new Map(source.baseline.map((row) => [row.task_id, row]));
  const rows = outline(source.tasks);
  const sum = { weight: 0, planned: 0, actual: 0 };
  let plannedFinish: string | null = null;
  let forecastFinish: string | null = null;
  for (const row of [...rows].reverse()) {
    if (row.leaf) {
      leafValues(row, baseline.get(row.task.id), calendar, status);
      if (row.planned !== null) {
        sum.weight += row.weight;
        sum.planned += row.weight * row.planned * 100;
        sum.actual += row.weight * row.percent;
      }
      plannedFinish = greatest(plannedFinish, row.planned_finish_on);
      forecastFinish = greatest(forecastFinish, row.finish_on);
    } else if (row.percent < 100) row.actual_finish_on = null;
    if (row.parent) rollUp(row.parent, row);
  }
  const hasBaseline = source.baseline.length > 0;
  return {
    rows,
    planned: sum.weight > 0 ? clamp(sum.planned / sum.weight) : null,
    actual: sum.weight > 0 ? clamp(sum.actual / sum.weight) : null,
    planned_finish_on: hasBaseline ? plannedFinish : (source.project.finish_on ?? plannedFinish),
    forecast_finish_on: forecastFinish,
    hasBaseline,
  };
}

/** Sums of binary fractions: six decimals are far below what is shown and keep the stored text short. */
const clamp = (value: number): number => Math.min(100, Math.max(0, Math.round(value * 1e6) / 1e6));
