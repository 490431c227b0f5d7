/** What the calculation of a plan reads from the store. */
import type { Database } from 'better-sqlite3';
import { isElapsed } from '#shared/domain/plan/duration.ts';
import { buildOutline, type Placed } from '#shared/domain/plan/outline.ts';
import type { LagKind, LinkType } from '#shared/domain/plan/predecessors.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import {
  dayOf,
  formatDate,
  type Instant,
  parseDate,
  TENTHS_PER_DAY,
} from '#shared/schedule/calendar/instant.ts';
import { finishOn, startOn } from '#shared/schedule/edit.ts';
import { type CONSTRAINTS, NETWORK_FLAGS } from '#shared/schedule/network/columns.ts';
import type { NetworkOptions } from '#shared/schedule/network/network.ts';
import type { NetworkLink, NetworkPart, NetworkRow } from '#shared/schedule/network/row.ts';
import { wholeTenths } from '#shared/schedule/tenths.ts';
import { fetched, type Steps } from '../engine/slices.ts';
import { prepared } from '../engine/statements.ts';
import { createMoments } from './moments.ts';
import type { ProjectCalendars } from './plan.ts';

interface TaskRow extends Placed {
  readonly milestone: 0 | 1;
  readonly start_at: string | null;
  readonly finish_at: string | null;
  readonly duration_tenths: number | null;
  readonly duration_unit: string;
  readonly mode: string;
  readonly actual_start_at: string | null;
  readonly actual_finish_at: string | null;
  readonly remaining_tenths: number | null;
  readonly stop_at: string | null;
  readonly resume_at: string | null;
  readonly constraint_type: (typeof CONSTRAINTS)[number];
  readonly constraint_at: string | null;
  readonly deadline_at: string | null;
  readonly calendar_id: string | null;
  readonly active: 0 | 1;
  readonly blank: 0 | 1;
  readonly levelling_tenths: number | null;
  readonly effort_type: string;
  readonly ignores_resource_calendar: 0 | 1;
  readonly commitment: 'contract' | 'promise' | null;
  readonly promised_on: string | null;
  readonly foreign_row: 0 | 1 | null;
}

const TASK_COLUMNS = `id, parent_id, rank, milestone, start_at, finish_at, duration_tenths, duration_unit, mode,
  actual_start_at, actual_finish_at, remaining_tenths, stop_at, resume_at, constraint_type, constraint_at,
  deadline_at, calendar_id, active, blank, levelling_tenths, effort_type, ignores_resource_calendar, commitment,
  promised_on, CASE WHEN source IS NULL THEN 0
    ELSE coalesce(json_extract(source, '$.external'), 0) OR coalesce(json_extract(source, '$.isSubproject'), 0)
  END AS foreign_row`;

interface AssignmentRow {
  readonly task_id: string;
  readonly units: number | null;
  readonly work_tenths: number | null;
  readonly calendar_id: string | null;
  readonly contour: number | null;
  readonly delay: number | null;
}

/** Of people and machines; material sets no dates. */
const ASSIGNMENTS = `SELECT a.task_id, a.units, a.work_tenths, r.calendar_id,
    json_extract(a.source, '$.workContour') AS contour, json_extract(a.source, '$.delay') AS delay
  FROM assignment a JOIN resource r ON r.id = a.resource_id
  WHERE a.deleted_at IS NULL AND r.deleted_at IS NULL AND r.kind IN ('work', 'equipment') AND a.units > 0`;

interface StoredLink {
  readonly from_id: string;
  readonly to_id: string;
  readonly type: LinkType;
  readonly lag_kind: LagKind;
  readonly lag_value: number;
}

/** One task with its row of the network. */
export interface StoredRow {
  readonly id: string;
  readonly row: NetworkRow;
  /** Last instant by which it was promised, or is owed under the contract; null: nobody was told a date. */
  readonly due: Instant | null;
}

const ROWS_AT_ONCE = 500;
const NO_LINKS: readonly NetworkLink[] = [];
const NO_PARTS: readonly NetworkPart[] = [];

function partOf(task: TaskRow, assignment: AssignmentRow): NetworkPart {
  const { units, work_tenths: work, calendar_id: personal, contour, delay } = assignment;
  const isFlat = work !== null && work !== 0 && (contour ?? 0) === 0 && units !== null && units > 0;
  const length = isFlat ? wholeTenths(work / units) : (task.duration_tenths ?? 0);
  const own = task.calendar_id;
  const isOwnAlone = personal === null || (own !== null && task.ignores_resource_calendar === 1);
  if (isOwnAlone) return { calendar: own, also: null, length, delay: delay ?? 0 };
  const calendars = own === null ? { calendar: personal, also: null } : { calendar: own, also: personal };
  return { ...calendars, length, delay: delay ?? 0 };
}

function dueOf({ commitment, promised_on, deadline_at }: TaskRow, moment: (local: string) => Instant | null) {
  if (commitment === null) return null;
  const day = promised_on === null ? null : parseDate(promised_on);
  if (day !== null) return (day + 1) * TENTHS_PER_DAY;
  return commitment === 'contract' && deadline_at !== null ? moment(deadline_at) : null;
}

interface Surroundings {
  readonly parent: number;
  readonly summary: boolean;
  readonly links: readonly NetworkLink[];
  readonly assignments: readonly AssignmentRow[];
  readonly moment: (local: string | null) => Instant | null;
}

function storedRow(task: TaskRow, around: Surroundings): StoredRow {
  const { parent, summary, links, assignments, moment } = around;
  const off = task.active === 0 || task.blank === 1;
  const flags =
    (summary ? NETWORK_FLAGS.summary : 0) |
    (task.milestone === 1 && !summary ? NETWORK_FLAGS.milestone : 0) |
    (off ? NETWORK_FLAGS.off : 0) |
    (task.mode === 'manual' ? NETWORK_FLAGS.manual : 0) |
    (task.foreign_row ? NETWORK_FLAGS.foreign : 0) |
    (isElapsed(task.duration_unit) ? NETWORK_FLAGS.elapsed : 0);
  const isDriven = assignments.length > 0 && !summary && task.effort_type !== 'fixed_duration';
  const row: NetworkRow = {
    parent,
    flags,
    duration: task.duration_tenths,
    calendar: task.calendar_id,
    start: moment(task.start_at),
    finish: moment(task.finish_at),
    constraint: task.constraint_type,
    constraintDate: moment(task.constraint_at),
    deadline: moment(task.deadline_at),
    actualStart: moment(task.actual_start_at),
    actualFinish: moment(task.actual_finish_at),
    stop: moment(task.stop_at),
    resume: moment(task.resume_at),
    remaining: task.remaining_tenths,
    levelling: task.levelling_tenths ?? 0,
    parts: isDriven ? assignments.map((assignment) => partOf(task, assignment)) : NO_PARTS,
    links,
  };
  return { id: task.id, row, due: dueOf(task, moment) };
}

const toLink = (from: number, { type, lag_kind, lag_value }: StoredLink): NetworkLink => ({
  from,
  type,
  lagKind: lag_kind,
  lagValue: lag_value,
});

function linksInto(links: readonly StoredLink[], rowOf: ReadonlyMap<string, number>) {
  const into = new Map<string, NetworkLink[]>();
  for (const link of links) {
    const from = rowOf.get(link.from_id);
    if (from === undefined) continue;
    const list = into.get(link.to_id);
    if (list) list.push(toLink(from, link));
    else into.set(link.to_id, [toLink(from, link)]);
  }
  return into;
}

/** All rows of a project in outline order, in steps. The connection has to be left alone in between, as it is within a transaction. */
export function* readingNetworkRows(db: Database, projectId: string, inSteps = true): Steps<StoredRow[]> {
  const tasks = yield* fetched<TaskRow>(
    prepared(db, `SELECT ${TASK_COLUMNS} FROM task WHERE project_id = ? AND deleted_at IS NULL`),
    projectId,
    inSteps,
  );
  yield;
  const outline = buildOutline(tasks);
  yield;
  const links = yield* fetched<StoredLink>(
    prepared(
      db,
      `SELECT from_id, to_id, type, lag_kind, lag_value FROM link
       WHERE project_id = ? AND deleted_at IS NULL ORDER BY id`,
    ),
    projectId,
    inSteps,
  );
  yield;
  const into = linksInto(links, new Map(outline.map(({ row }, index) => [row.id, index])));
  yield;
  const assignments = prepared(db, `${ASSIGNMENTS} AND r.project_id = ? ORDER BY a.id`).all(
    projectId,
  ) as AssignmentRow[];
  const byTask = new Map<string, AssignmentRow[]>();
  for (const assignment of assignments) {
    const list = byTask.get(assignment.task_id);
    if (list) list.push(assignment);
    else byTask.set(assignment.task_id, [assignment]);
  }
  const moment = createMoments();
  const rows: StoredRow[] = [];
  for (const [index, { row, parent, summary }] of outline.entries()) {
    if (index % ROWS_AT_ONCE === 0) yield;
    const links = into.get(row.id) ?? NO_LINKS;
    rows.push(storedRow(row, { parent, summary, links, assignments: byTask.get(row.id) ?? [], moment }));
  }
  return rows;
}

/**
 * One row anew, its place in the outline being as before.
 * @param before the row as it was known
 * @param rowOf index of each task in the outline
 * @returns null if the task is gone
 */
export function networkRowOf(
  db: Database,
  id: string,
  before: NetworkRow,
  rowOf: ReadonlyMap<string, number>,
): StoredRow | null {
  const task = prepared(db, `SELECT ${TASK_COLUMNS} FROM task WHERE id = ? AND deleted_at IS NULL`).get(id) as
    | TaskRow
    | undefined;
  if (!task) return null;
  const links = prepared(
    db,
    `SELECT from_id, to_id, type, lag_kind, lag_value FROM link
     WHERE to_id = ? AND deleted_at IS NULL ORDER BY id`,
  ).all(id) as StoredLink[];
  const assignments = prepared(db, `${ASSIGNMENTS} AND a.task_id = ? ORDER BY a.id`).all(
    id,
  ) as AssignmentRow[];
  return storedRow(task, {
    parent: before.parent,
    summary: (before.flags & NETWORK_FLAGS.summary) !== 0,
    links: links.flatMap((link) => {
      const from = rowOf.get(link.from_id);
      return from === undefined ? [] : [toLink(from, link)];
    }),
    assignments,
    moment: createMoments(),
  });
}

/** The time of day a file gave with the same date: the day alone says less. */
function exactMoment(
  project: RecordOf<'project'>,
  name: 'startDate' | 'finishDate',
  day: string,
): Instant | null {
  const properties = project.source?.properties;
  if (typeof properties !== 'object' || properties === null) return null;
  const found: unknown = Reflect.get(properties, name);
  return typeof found === 'number' && formatDate(dayOf(found)) === day ? found : null;
}

const NO_DATES = 0;

/**
 * What the project says about its calculation. A project without a start begins with the first date any task has.
 */
export function networkOptions(
  project: RecordOf<'project'>,
  calendars: ProjectCalendars,
  rows: readonly StoredRow[],
): NetworkOptions {
  const { start_on, finish_on } = project;
  const clock = calendars.of(null);
  const startDay = start_on === null ? null : parseDate(start_on);
  const finishDay = finish_on === null ? null : parseDate(finish_on);
  const earliest = () =>
    rows.reduce<Instant | null>(
      (least, { row: { start } }) => (start !== null && (least === null || start < least) ? start : least),
      null,
    );
  const start =
    (start_on === null ? null : exactMoment(project, 'startDate', start_on)) ??
    // A day off begins at eight, as a working day mostly does.
    (startDay === null ? earliest() : startOn(clock, startDay, true)) ??
    NO_DATES;
  const finish =
    (finish_on === null ? null : exactMoment(project, 'finishDate', finish_on)) ??
    (finishDay === null ? null : finishOn(clock, finishDay, false));
  return {
    scheduling: project.scheduling,
    scheduleFrom: project.schedule_from,
    start,
    finish,
    criticalSlack: project.critical_slack_days * project.minutes_per_day * 10,
    multipleCriticalPaths: project.multiple_critical_paths,
  };
}
