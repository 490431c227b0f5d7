/** Assignments with the dates of their tasks, and the load they make (J1, J4). */
import type { Database } from 'better-sqlite3';
import {
  type Booking,
  capacityOf,
  type DaySpan,
  daySpans,
  isOver,
  overloadOf,
  spreadWork,
  weekSpans,
} from '#shared/domain/resource/load.ts';
import { isSamePerson } from '#shared/domain/resource/person.ts';
import type { LoadCause, LoadRow } from '#shared/ipc/channels/resource.ts';
import {
  dayOf,
  type EpochDay,
  formatDate,
  formatLocal,
  parseLocal,
} from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import { prepared } from '../engine/statements.ts';
import { type ProjectCalendars, planOutline, planSummaries, projectCalendars } from './plan.ts';

interface ResourceRow {
  readonly id: string;
  readonly project_id: string;
  readonly name: string;
  readonly kind: LoadRow['kind'];
  readonly role: string | null;
  readonly phone: string | null;
  readonly max_units: number;
  readonly calendar_id: string | null;
}

const COLUMNS = 'r.id, r.project_id, r.name, r.kind, r.role, r.phone, r.max_units, r.calendar_id';

/** People and equipment: what has a capacity in time. Materials and costs have none. */
function projectResources(db: Database, projectId: string): ResourceRow[] {
  return prepared(
    db,
    `SELECT ${COLUMNS} FROM resource r WHERE r.project_id = ? AND r.kind IN ('work', 'equipment')
       AND r.deleted_at IS NULL AND trim(r.name) <> '' ORDER BY r.kind DESC, r.name, r.id`,
  ).all(projectId) as ResourceRow[];
}

function foreignResources(db: Database, projectId: string): ResourceRow[] {
  return prepared(
    db,
    `SELECT ${COLUMNS} FROM resource r JOIN project p ON p.id = r.project_id
     WHERE r.project_id <> ? AND r.kind IN ('work', 'equipment') AND r.deleted_at IS NULL
       AND p.deleted_at IS NULL AND p.stage <> 'closed' AND p.sample = 0`,
  ).all(projectId) as ResourceRow[];
}

/** A booking and where it comes from. */
interface Part extends Booking {
  readonly resourceId: string;
  readonly taskId: string;
  readonly number: string;
  readonly name: string;
  readonly units: number | null;
}

interface AssignmentRow {
  readonly task_id: string;
  readonly resource_id: string;
  readonly units: number | null;
  readonly work_tenths: number | null;
  readonly start_at: string | null;
  readonly finish_at: string | null;
}

function byResource(parts: readonly Part[]): ReadonlyMap<string, Part[]> {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const group = groups.get(part.resourceId);
    if (group) group.push(part);
    else groups.set(part.resourceId, [part]);
  }
  return groups;
}

/** What a project books its resources for. Work of assignments without any is their task's time times the units. */
class ProjectBookings {
  readonly #db: Database;
  readonly #projectId: string;
  readonly calendars: ProjectCalendars;
  #parts: ReadonlyMap<string, Part[]> | null = null;

  constructor(db: Database, projectId: string) {
    this.#db = db;
    this.#projectId = projectId;
    this.calendars = projectCalendars(db, projectId);
  }

  of(resourceId: string): readonly Part[] {
    const parts = this.#parts ?? byResource(this.#read());
    this.#parts = parts;
    return parts.get(resourceId) ?? [];
  }

  #read(): Part[] {
    const outline = planOutline(this.#db, this.#projectId);
    const sums = planSummaries(outline, this.calendars);
    const indexOf = new Map(outline.map(({ row }, index) => [row.id, index]));
    const rows = prepared(
      this.#db,
      `SELECT a.task_id, a.resource_id, a.units, a.work_tenths, a.start_at, a.finish_at
       FROM assignment a JOIN task t ON t.id = a.task_id
       WHERE t.project_id = ? AND a.resource_id IS NOT NULL AND a.deleted_at IS NULL AND t.deleted_at IS NULL
         AND t.active = 1 AND t.blank = 0`,
    ).all(this.#projectId) as AssignmentRow[];
    return rows.flatMap((assigned) => {
      const index = indexOf.get(assigned.task_id);
      const entry = index === undefined ? undefined : outline[index];
      if (index === undefined || !entry) return [];
      const { row, summary } = entry;
      const sum = summary ? sums.get(index) : undefined;
      const start = summary ? (sum?.start ?? null) : row.start_at === null ? null : parseLocal(row.start_at);
      const finish = summary
        ? (sum?.finish ?? null)
        : row.finish_at === null
          ? null
          : parseLocal(row.finish_at);
      if (start === null || finish === null) return [];
      const units = assigned.units ?? 1;
      const length = summary ? (sum?.duration ?? 0) : (row.duration_tenths ?? 0);
      const work = Math.max(0, assigned.work_tenths ?? Math.round(length * units));
      const { task_id: taskId, resource_id: resourceId } = assigned;
      const place = { resourceId, taskId, number: entry.number, name: row.name, units: assigned.units };
      return [{ ...place, start, finish, work }];
    });
  }
}

/** Adds what a booking puts on days; `first` is the day of index 0. */
function addDays(load: number[], first: EpochDay, calendar: WorkCalendar, part: Booking): void {
  const from = Math.max(first, dayOf(part.start));
  const to = Math.min(first + load.length, dayOf(part.finish) + 1);
  if (from >= to) return;
  const parts = spreadWork(calendar, part, daySpans(from, to));
  for (const [i, work] of parts.entries()) load[from - first + i] = (load[from - first + i] ?? 0) + work;
}

interface Person {
  readonly resource: ResourceRow;
  readonly calendar: WorkCalendar;
  readonly own: readonly Part[];
  readonly elsewhere: readonly { readonly projectId: string; readonly part: Part }[];
}

/** A resource with its work here and, if asked for, that of the same person in other projects. */
function peopleOf(
  db: Database,
  resources: readonly ResourceRow[],
  projectId: string,
  across: boolean,
): Person[] {
  const bookings = new Map<string, ProjectBookings>();
  const of = (id: string): ProjectBookings => {
    const known = bookings.get(id) ?? new ProjectBookings(db, id);
    bookings.set(id, known);
    return known;
  };
  const others = across ? foreignResources(db, projectId) : [];
  const here = of(projectId);
  return resources.map((resource) => ({
    resource,
    calendar: here.calendars.of(resource.calendar_id),
    own: here.of(resource.id),
    elsewhere: others
      .filter((other) => isSamePerson(resource, other))
      .flatMap((other) =>
        of(other.project_id)
          .of(other.id)
          .map((part) => ({ projectId: other.project_id, part })),
      ),
  }));
}

/** Ten years: what is booked beyond does not make anybody look for more people today. */
const MAX_SCAN_DAYS = 3660;

function overloadOfPerson({ resource, calendar, own, elsewhere }: Person): LoadRow['overload'] {
  if (own.length === 0) return null;
  // Days without work in this project are the concern of the others.
  const first = own.reduce((day, part) => Math.min(day, dayOf(part.start)), Number.POSITIVE_INFINITY);
  const end = own.reduce((day, part) => Math.max(day, dayOf(part.finish) + 1), Number.NEGATIVE_INFINITY);
  const load = new Array<number>(Math.min(MAX_SCAN_DAYS, end - first)).fill(0);
  for (const part of [...own, ...elsewhere.map((other) => other.part)]) addDays(load, first, calendar, part);
  const spans = daySpans(first, first + load.length);
  const found = overloadOf(spans, load, capacityOf(calendar, resource.max_units, spans));
  if (found === null) return null;
  return {
    days: found.days,
    firstOn: formatDate(found.firstDay),
    lastOn: formatDate(found.lastDay),
    worstOn: formatDate(found.worst.day),
    worstLoad: found.worst.load,
    worstCapacity: found.worst.capacity,
  };
}

export interface LoadRange {
  readonly first: EpochDay;
  /** Not included. */
  readonly end: EpochDay;
  readonly unit: 'day' | 'week';
  /** Counts the same people in other projects too. */
  readonly across: boolean;
}

function rowOf(db: Database, person: Person, range: LoadRange, spans: readonly DaySpan[]): LoadRow {
  const { resource, calendar, own, elsewhere } = person;
  const days = daySpans(range.first, range.end);
  const here = days.map(() => 0);
  const there = days.map(() => 0);
  for (const part of own) addDays(here, range.first, calendar, part);
  for (const { part } of elsewhere) addDays(there, range.first, calendar, part);
  const most = capacityOf(calendar, resource.max_units, days);
  const sum = (values: readonly number[]) =>
    spans.map(({ first, end }) =>
      values.slice(first - range.first, end - range.first).reduce((total, value) => total + value, 0),
    );
  const over = days.map((_, i) => isOver((here[i] ?? 0) + (there[i] ?? 0), most[i] ?? 0));
  const others = sum(there);
  return {
    id: resource.id,
    name: resource.name,
    kind: resource.kind,
    role: resource.role,
    maxUnits: resource.max_units,
    tasks: new Set(own.map((part) => part.taskId)).size,
    work: own.reduce((total, part) => total + part.work, 0),
    projects: projectNames(db, [...new Set(elsewhere.map((other) => other.projectId))]),
    load: sum(here).map((value, i) => value + (others[i] ?? 0)),
    elsewhere: others,
    capacity: sum(most),
    over: spans.map(({ first, end }) => over.slice(first - range.first, end - range.first).includes(true)),
    overload: overloadOfPerson(person),
  };
}

function projectNames(db: Database, ids: readonly string[]): string[] {
  const one = prepared(db, 'SELECT name FROM project WHERE id = ?').pluck();
  return ids.map((id) => String(one.get(id) ?? ''));
}

/** J4: load and capacity of every person and machine of a project. */
export function readLoad(db: Database, projectId: string, range: LoadRange) {
  const spans = range.unit === 'day' ? daySpans(range.first, range.end) : weekSpans(range.first, range.end);
  const people = peopleOf(db, projectResources(db, projectId), projectId, range.across);
  const own = people.flatMap((person) => person.own);
  const start = own.reduce((t, part) => Math.min(t, part.start), Number.POSITIVE_INFINITY);
  const finish = own.reduce((t, part) => Math.max(t, part.finish), Number.NEGATIVE_INFINITY);
  return {
    spans: spans.map(({ first, end }) => ({ from: formatDate(first), to: formatDate(end - 1) })),
    resources: people.map((person) => rowOf(db, person, range, spans)),
    firstOn: own.length === 0 ? null : formatDate(dayOf(start)),
    lastOn: own.length === 0 ? null : formatDate(dayOf(finish)),
  };
}

/** Tasks behind the load of one resource from `first` up to, not including, `end`; the largest share first. */
export function readCauses(
  db: Database,
  resourceId: string,
  range: Pick<LoadRange, 'first' | 'end' | 'across'>,
): LoadCause[] {
  const resource = prepared(
    db,
    `SELECT ${COLUMNS} FROM resource r WHERE r.id = ? AND r.deleted_at IS NULL`,
  ).get(resourceId) as ResourceRow | undefined;
  if (!resource) return [];
  const [person] = peopleOf(db, [resource], resource.project_id, range.across);
  if (!person) return [];
  const own = person.own.map((part) => ({ projectId: resource.project_id, part }));
  const causes = [...own, ...person.elsewhere].flatMap(({ projectId, part }) => {
    const [load = 0] = spreadWork(person.calendar, part, [{ first: range.first, end: range.end }]);
    if (load === 0) return [];
    const { taskId, number, name, units } = part;
    const [projectName = ''] = projectNames(db, [projectId]);
    const [start, finish] = [formatLocal(part.start), formatLocal(part.finish)];
    return [{ taskId, projectId, projectName, number, name, start, finish, units, load }];
  });
  return causes.sort((a, b) => b.load - a.load || (a.start < b.start ? -1 : 1));
}
