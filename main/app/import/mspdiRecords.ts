/** Writes an imported project in one transaction: calendars, tasks, links, baselines, resources, assignments. */
import type { Steps } from '#db/engine/slices.ts';
import type { Tx } from '#db/log/tx.ts';
import type {
  MspdiAssignment,
  MspdiBaseline,
  MspdiLink,
  MspdiProject,
} from '#shared/interchange/mspdi/model.ts';
import type { ImportReport } from '#shared/ipc/channels/import.ts';
import { CURRENCIES } from '#shared/model/field.ts';
import type { CreateInput, EntityType } from '#shared/model/registry.ts';
import { PlanSchedule } from '../plan/schedule.ts';
import {
  compact,
  lagValue,
  local,
  MAX_TENTHS,
  materialUnit,
  minor,
  oneLine,
  original,
  placing,
  resourceNotes,
  sourceOf,
  sourceUid,
  taskValues,
  unitText,
  within,
} from './mspdiTasks.ts';

export interface ImportTarget {
  readonly clientId: string;
  readonly name: string;
  readonly report: ImportReport;
  readonly today: string;
  /** See {@link prepareSources}. */
  readonly sources: ReadonlyMap<number, Record<string, unknown>>;
}

type Currency = (typeof CURRENCIES)[number];
const isCurrency = (code: string | null): code is Currency => CURRENCIES.some((known) => known === code);
const day = (instant: number | null): string | null => local(instant)?.slice(0, 10) ?? null;

function projectValues(project: MspdiProject, target: ImportTarget): CreateInput<'project'> {
  const { properties: p } = project;
  const start = day(p.startDate);
  const finish = day(p.finishDate);
  const { extra, ...known } = p;
  return {
    client_id: target.clientId,
    name: target.name,
    stage: 'execution',
    start_on: start,
    finish_on: start !== null && finish !== null && finish < start ? null : finish,
    status_on: day(p.statusDate),
    manager: oneLine(p.manager, 120),
    ...(isCurrency(p.currencyCode) ? { currency: p.currencyCode } : {}),
    minutes_per_day: Math.min(1440, Math.max(1, Math.round(p.minutesPerDay))),
    minutes_per_week: Math.min(10_080, Math.max(1, Math.round(p.minutesPerWeek))),
    days_per_month: Math.min(31, Math.max(1, Math.round(p.daysPerMonth))),
    // No date moves because a file was opened here: where dates differ, the user looks at them first.
    scheduling: 'kept',
    schedule_from: p.scheduleFromStart ? 'start' : 'finish',
    critical_slack_days: Math.min(1000, Math.max(-1000, p.criticalSlackLimit)),
    multiple_critical_paths: p.multipleCriticalPaths,
    source: {
      kind: project.producer === 'ganttproject' ? 'ganttproject' : 'mspdi',
      report: target.report,
      properties: { ...compact(known), extra },
      projectSummary: project.projectSummary,
      fieldDefinitions: project.fieldDefinitions,
      droppedLinks: project.droppedLinks,
      calendars: project.calendars.map(({ uid, isBase, definition, extra }) => ({
        uid,
        isBase,
        name: definition.name,
        ...compact({ extra }),
      })),
      ...outsideTasks(project),
    },
  };
}

/** Assignments of the row of the whole project, which is no task here. */
function outsideTasks(project: MspdiProject): { assignments?: readonly MspdiAssignment[] } {
  const tasks = new Set(project.tasks.map(({ uid }) => uid));
  const assignments = project.assignments
    .map((assignment, place) => ({ ...assignment, place }))
    .filter(({ taskUid }) => !tasks.has(taskUid));
  return assignments.length > 0 ? { assignments } : {};
}

function createCalendars(tx: Tx, project: MspdiProject, projectId: string): Map<number, string> {
  const ids = new Map(project.calendars.map((calendar) => [calendar.uid, tx.newId('calendar')]));
  for (const { uid, definition } of project.calendars) {
    const id = ids.get(uid) ?? '';
    const baseId = definition.baseId === null ? null : (ids.get(Number(definition.baseId)) ?? null);
    const name = oneLine(definition.name, 200) ?? String(uid);
    tx.create(
      'calendar',
      {
        project_id: projectId,
        name,
        base_id: baseId,
        definition: { ...definition, id, baseId },
        source_uid: sourceUid(uid),
      },
      id,
    );
  }
  return ids;
}

function lagOf(link: MspdiLink): Pick<CreateInput<'link'>, 'lag_kind' | 'lag_value' | 'lag_unit'> {
  const { lagFormat } = link;
  const percent = lagFormat.unit === 'percent';
  const kind = percent
    ? lagFormat.elapsed
      ? 'elapsed_percent'
      : 'percent'
    : lagFormat.elapsed
      ? 'elapsed'
      : 'working';
  return { lag_kind: kind, lag_value: lagValue(link.lag), lag_unit: unitText(lagFormat) };
}

const IDS_AT_ONCE = 1000;

/** Ids of new records in rising order: an index that grows at its end is written much faster than one in its middle. */
function* risingIds(tx: Tx, type: EntityType, count: number): Steps<string[]> {
  const ids: string[] = [];
  while (ids.length < count) {
    ids.push(tx.newId(type));
    if (ids.length % IDS_AT_ONCE === 0) yield;
  }
  return ids.sort();
}

function* createLinks(
  tx: Tx,
  project: MspdiProject,
  projectId: string,
  taskId: ReadonlyMap<number, string>,
): Steps<void> {
  const ids = (yield* risingIds(
    tx,
    'link',
    project.tasks.reduce((count, { links }) => count + links.length, 0),
  )).values();
  for (const task of project.tasks) {
    const to = taskId.get(task.uid);
    for (const link of task.links) {
      const from = link.crossProject ? undefined : taskId.get(link.predecessorUid);
      if (from === undefined || to === undefined) continue;
      const values = { project_id: projectId, from_id: from, to_id: to, type: link.type, ...lagOf(link) };
      tx.create('link', values, ids.next().value);
      yield;
    }
  }
}

function baselineTaskValues(b: MspdiBaseline, baseline: string, task: string): CreateInput<'baseline_task'> {
  const start = local(b.start);
  const finish = local(b.finish);
  return {
    baseline_id: baseline,
    task_id: task,
    start_at: start,
    finish_at: finish,
    duration_tenths: within(b.duration, MAX_TENTHS),
    work_tenths: within(b.work, MAX_TENTHS * 100),
    cost_minor: minor(b.cost),
  };
}

function* createBaselines(
  tx: Tx,
  project: MspdiProject,
  projectId: string,
  taskId: ReadonlyMap<number, string>,
): Steps<void> {
  const ids = (yield* risingIds(
    tx,
    'baseline_task',
    project.tasks.reduce((count, task) => count + task.baselines.length, 0),
  )).values();
  const baselines = new Map<number, string>();
  for (const task of project.tasks) {
    for (const b of task.baselines) {
      let id = baselines.get(b.number);
      if (id === undefined) {
        id = tx.create('baseline', {
          project_id: projectId,
          number: b.number,
          name: oneLine(project.baselineNames[b.number] ?? null, 200) ?? `Baseline ${b.number}`,
          kind: 'imported',
        });
        baselines.set(b.number, id);
      }
      const owner = taskId.get(task.uid);
      if (owner !== undefined) tx.create('baseline_task', baselineTaskValues(b, id, owner), ids.next().value);
      yield;
    }
  }
}

function* createResources(
  tx: Tx,
  project: MspdiProject,
  projectId: string,
  calendarId: ReadonlyMap<number, string>,
  taskId: ReadonlyMap<number, string>,
): Steps<void> {
  const ids = new Map<number, string>();
  for (const [place, resource] of project.resources.entries()) {
    const { uid, name, type, maxUnits, calendarUid, role, phone, ...rest } = resource;
    const stored = oneLine(name, 1000) ?? '';
    const id = tx.create('resource', {
      project_id: projectId,
      name: stored,
      kind: type,
      role: oneLine(role, 120),
      phone: oneLine(phone, 60),
      unit: materialUnit(resource.materialLabel),
      notes: resourceNotes(resource.notes),
      max_units: Math.min(1_000_000, Math.max(0, maxUnits ?? 1)),
      calendar_id: calendarUid === null ? null : (calendarId.get(calendarUid) ?? null),
      source_uid: sourceUid(uid),
      source: compact({
        ...rest,
        ...original('name', name, stored),
        ...(sourceUid(uid) === null ? { uid } : {}),
        effort: compact(rest.effort),
        maxUnits,
        place,
      }),
    });
    ids.set(uid, id);
    yield;
  }
  const assignmentIds = yield* risingIds(tx, 'assignment', project.assignments.length);
  for (const [place, assignment] of project.assignments.entries()) {
    yield;
    const task = taskId.get(assignment.taskUid);
    if (task === undefined) continue;
    const { taskUid, resourceUid, units, start, finish, ...rest } = assignment;
    tx.create(
      'assignment',
      {
        task_id: task,
        resource_id: resourceUid === null ? null : (ids.get(resourceUid) ?? null),
        units: units === null ? null : Math.min(1_000_000, Math.max(-1_000_000, units)),
        work_tenths: within(rest.effort.work, MAX_TENTHS * 100),
        start_at: local(start),
        finish_at: local(finish),
        source: compact({ ...rest, effort: compact(rest.effort), place }),
      },
      assignmentIds[place],
    );
  }
}

/** Names of the people on each task, for the column of responsibles. */
function peopleOf(project: MspdiProject): Map<number, string> {
  const names = new Map(project.resources.filter((r) => r.type === 'work').map((r) => [r.uid, r.name]));
  const out = new Map<number, string>();
  for (const { taskUid, resourceUid } of project.assignments) {
    const name = resourceUid === null ? undefined : names.get(resourceUid);
    if (!name) continue;
    const before = out.get(taskUid);
    out.set(taskUid, before === undefined ? name : `${before}, ${name}`);
  }
  return out;
}

const EACH = 500;

/**
 * What tasks store beside their columns, made bit by bit before the transaction: inside it nobody else is
 * answered. @param pause called between the bits; may throw to give up
 */
export async function prepareSources(
  project: MspdiProject,
  pause: () => Promise<void>,
): Promise<Map<number, Record<string, unknown>>> {
  const sources = new Map<number, Record<string, unknown>>();
  for (const [index, task] of project.tasks.entries()) {
    if (index % EACH === 0) await pause();
    sources.set(task.uid, sourceOf(task));
  }
  return sources;
}

/** Creates the project and everything in it, record by record. Returns the project's id. */
export function* writeMspdiProject(tx: Tx, project: MspdiProject, target: ImportTarget): Steps<string> {
  const projectId = tx.create('project', projectValues(project, target));
  const calendarId = createCalendars(tx, project, projectId);
  yield;
  const ids = yield* risingIds(tx, 'task', project.tasks.length);
  const taskId = new Map(project.tasks.map(({ uid }, index) => [uid, ids[index] ?? '']));
  yield;
  const people = peopleOf(project);
  const places = yield* placing(project.tasks);
  const context = { projectId, taskId, calendarId, people, places, sources: target.sources };
  for (const { uid, values } of taskValues(project, context)) {
    tx.create('task', values, taskId.get(uid));
    yield;
  }
  yield* createLinks(tx, project, projectId, taskId);
  yield* createBaselines(tx, project, projectId, taskId);
  yield* createResources(tx, project, projectId, calendarId, taskId);
  const calendar = calendarId.get(project.properties.calendarUid);
  if (calendar !== undefined) tx.update('project', projectId, { calendar_id: calendar });
  // Dates that the file and the calculation agree on are kept up from now on; others wait for the user.
  if (yield* PlanSchedule.agrees(tx.db, tx.get('project', projectId)))
    tx.update('project', projectId, { scheduling: 'automatic' });
  return projectId;
}
