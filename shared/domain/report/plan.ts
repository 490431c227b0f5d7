/** The plan as a report needs it: what is planned, what is done and what is expected, per task and over all. */
import type { RecordOf } from '#shared/model/registry.ts';
import { createCalendarSet } from '#shared/schedule/calendar/compile.ts';
import { calendarSchema } from '#shared/schedule/calendar/definition.ts';
import { parseLocal } from '#shared/schedule/calendar/instant.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import { addDays } from '../deadline/dates.ts';
import { isElapsed } from '../plan/duration.ts';
import { leafWeight, measureProgress, type ProgressRow, passedShare } from '../tracking/progress.ts';

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
  /** W1: percent, weighted as the project says; null if nothing that has dates has a weight. */
  readonly planned: number | null;
  readonly actual: number | null;
  /** W1: (actual − planned) / planned × 100, and whether it lies beyond the project's threshold. */
  readonly deviation: number | null;
  readonly abnormal: boolean;
  readonly planned_finish_on: string | null;
  readonly forecast_finish_on: string | null;
  readonly hasBaseline: boolean;
}

const day = (at: string | null): string | null => (at === null ? null : at.slice(0, 10));
const least = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null || a < b ? a : b;
const greatest = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null || a > b ? a : b;

/** Calendar of a task: its own if it has working time, else the project's, else Monday to Friday. */
function calendarsOf(source: PlanSource): (id: string | null) => WorkCalendar {
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
  const usable = (id: string | null): WorkCalendar | null => {
    const found = id === null ? null : calendars(id);
    return found?.hasWorkingTime ? found : null;
  };
  const chosen = usable(source.project.calendar_id) ?? calendars(fallback.id);
  if (!chosen) throw new Error('no calendar');
  return (id) => usable(id) ?? chosen;
}

const instant = (local: string | null): number | null => (local === null ? null : parseLocal(local));

/** What W1 measures of a leaf: the planned values of the baseline, the plan's own where it has none. */
function measured(task: Task, base: RecordOf<'baseline_task'> | undefined): ProgressRow {
  // An elapsed duration is no working time: there the dates tell.
  const elapsed = isElapsed(task.duration_unit);
  return {
    parent: -1,
    summary: false,
    counts: !task.milestone && task.buffer_kind === null,
    start: instant(base?.start_at ?? task.start_at),
    finish: instant(base?.finish_at ?? task.finish_at),
    duration: elapsed ? null : (base?.duration_tenths ?? task.duration_tenths),
    cost: base?.cost_minor ?? task.cost_minor,
    percent: task.percent,
  };
}

function leafValues(
  row: PlanRow,
  base: RecordOf<'baseline_task'> | undefined,
  calendar: WorkCalendar,
  status: number,
): ProgressRow {
  const { task } = row;
  const facts = measured(task, base);
  row.percent = task.percent;
  row.start_on = day(task.actual_start_at ?? task.start_at);
  row.finish_on = day(task.actual_finish_at ?? task.finish_at);
  row.planned_start_on = day(base?.start_at ?? task.start_at);
  row.planned_finish_on = day(base?.finish_at ?? task.deadline_at ?? task.finish_at);
  row.actual_start_on = day(task.actual_start_at ?? (task.percent > 0 ? task.start_at : null));
  row.actual_finish_on = day(task.actual_finish_at ?? (task.percent >= 100 ? task.finish_at : null));
  row.planned =
    facts.start !== null && facts.finish !== null
      ? passedShare(calendar, facts.start, facts.finish, status)
      : null;
  row.weight = facts.counts ? leafWeight(facts, 'duration', calendar) : 0;
  return facts;
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
 * Reads the plan on a status day. The averages of the whole (W1) are weighted as the project says; those of phases
 * by planned duration, as the plan shows them.
 * @param statusOn last day that is compared, `YYYY-MM-DD`
 */
export function viewPlan(source: PlanSource, statusOn: string): PlanView {
  const calendarOf = calendarsOf(source);
  const status = parseLocal(`${addDays(statusOn, 1)}T00:00:00`) ?? 0;
  const baseline = new Map(source.baseline.map((row) => [row.task_id, row]));
  const rows = outline(source.tasks);
  const leaves: ProgressRow[] = [];
  const calendars: WorkCalendar[] = [];
  let plannedFinish: string | null = null;
  let forecastFinish: string | null = null;
  for (const row of [...rows].reverse()) {
    if (row.leaf) {
      const calendar = calendarOf(row.task.calendar_id);
      leaves.push(leafValues(row, baseline.get(row.task.id), calendar, status));
      calendars.push(calendar);
      plannedFinish = greatest(plannedFinish, row.planned_finish_on);
      forecastFinish = greatest(forecastFinish, row.finish_on);
    } else if (row.percent < 100) row.actual_finish_on = null;
    if (row.parent) rollUp(row.parent, row);
  }
  const hasBaseline = source.baseline.length > 0;
  const { planned, actual, value, abnormal } = measureProgress(leaves, {
    status,
    weighting: source.project.deviation_weight,
    threshold: source.project.deviation_threshold,
    calendarOf: (index) => calendars[index] ?? calendarOf(null),
  }).total;
  return {
    rows,
    planned,
    actual,
    deviation: value,
    abnormal,
    planned_finish_on: hasBaseline ? plannedFinish : (source.project.finish_on ?? plannedFinish),
    forecast_finish_on: forecastFinish,
    hasBaseline,
  };
}
