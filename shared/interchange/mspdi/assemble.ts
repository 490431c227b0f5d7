import { createCalendarSet } from '../../schedule/calendar/compile.ts';
import { presetCalendar } from '../../schedule/calendar/presets.ts';
import { checkTasks } from './checks.ts';
import type { WarningLog } from './issues.ts';
import { checkLinks } from './links.ts';
import type {
  MspdiAssignment,
  MspdiCalendar,
  MspdiFieldDefinition,
  MspdiProject,
  MspdiResource,
  MspdiTask,
} from './model.ts';
import { buildOutline } from './outline.ts';
import { detectProducer } from './producer.ts';
import { readProperties } from './properties.ts';
import { splitTasks, type WorkGap } from './splits.ts';
import type { TaskRow } from './tasks.ts';
import type { Node } from './tree.ts';
import { parseNumber, type ReadContext } from './values.ts';

/** What the stream left behind when it was through. */
export interface Collected {
  readonly head: string;
  readonly properties: Node;
  readonly calendars: readonly MspdiCalendar[];
  readonly rows: readonly TaskRow[];
  readonly resources: readonly MspdiResource[];
  readonly assignments: readonly MspdiAssignment[];
  readonly fieldDefinitions: readonly MspdiFieldDefinition[];
  readonly gaps: readonly WorkGap[];
}

/** Drop calendars with a UID already seen and bases that do not exist or run in a circle. */
function checkCalendars(read: readonly MspdiCalendar[], log: WarningLog): MspdiCalendar[] {
  const byUid = new Map<number, MspdiCalendar>();
  for (const calendar of read) {
    if (byUid.has(calendar.uid))
      log.add('UID_DUPLICATE', calendar.definition.name, null, { uid: calendar.uid, newUid: '—' });
    else byUid.set(calendar.uid, calendar);
  }
  const loops = (calendar: MspdiCalendar) => {
    const seen = new Set<string>([calendar.definition.id]);
    for (
      let id = calendar.definition.baseId;
      id !== null;
      id = byUid.get(Number(id))?.definition.baseId ?? null
    ) {
      if (seen.has(id)) return true;
      seen.add(id);
    }
    return false;
  };
  return [...byUid.values()].map((calendar) => {
    const { baseId, name } = calendar.definition;
    if (baseId === null || (byUid.has(Number(baseId)) && !loops(calendar))) return calendar;
    // Project 2013 and later write 0 for “none” in base calendars.
    if (!calendar.isBase || baseId !== '0') log.add('CALENDAR_BASE_MISSING', name, null, { base: baseId });
    return { ...calendar, definition: { ...calendar.definition, baseId: null } };
  });
}

function freeUid(calendars: readonly MspdiCalendar[]): number {
  return calendars.reduce((highest, { uid }) => Math.max(highest, uid), 0) + 1;
}

interface Chosen {
  readonly calendars: readonly MspdiCalendar[];
  readonly uid: number;
}

/**
 * The calendar of the project: by UID, else by name (some writers put that), else the first base calendar, else
 * the standard week. One without working time cannot carry a plan and is replaced by the standard week.
 */
function chooseCalendar(calendars: readonly MspdiCalendar[], wanted: string | null, log: WarningLog): Chosen {
  const named = calendars.find(
    ({ uid, definition }) => definition.name === wanted || (wanted !== null && parseNumber(wanted) === uid),
  );
  const found = named ?? calendars.find(({ isBase }) => isBase) ?? calendars[0];
  if (!named && found) log.add('CALENDAR_FALLBACK', found.definition.name, null, { wanted: wanted ?? '—' });
  if (!found) log.add('CALENDAR_MISSING', 'Calendars', null);
  const works =
    found &&
    createCalendarSet(calendars.map(({ definition }) => definition))(String(found.uid))?.hasWorkingTime;
  if (found && works) return { calendars, uid: found.uid };
  if (found) log.add('CALENDAR_NO_WORKING_TIME', found.definition.name, null);
  const uid = freeUid(calendars);
  const standard = {
    uid,
    isBase: true,
    definition: presetCalendar('standard', String(uid), 'Standard'),
    extra: [],
  };
  return { calendars: [...calendars, standard], uid };
}

const label = (task: MspdiTask) => `#${task.uid} ${task.name.slice(0, 60)}`.trimEnd();

/** Calendars named by tasks and resources must exist and have working time; otherwise the project's is used. */
function checkCalendarUse<T extends { readonly calendarUid: number | null }>(
  owners: readonly T[],
  usable: (uid: number) => boolean,
  report: (owner: T) => void,
): T[] {
  return owners.map((owner) => {
    if (owner.calendarUid === null || usable(owner.calendarUid)) return owner;
    report(owner);
    return { ...owner, calendarUid: null };
  });
}

function usableCalendars(calendars: readonly MspdiCalendar[], log: WarningLog): (uid: number) => boolean {
  const compile = createCalendarSet(calendars.map(({ definition }) => definition));
  const verdicts = new Map<number, boolean>();
  return (uid) => {
    const known = verdicts.get(uid);
    if (known !== undefined) return known;
    const calendar = compile(String(uid));
    if (calendar && !calendar.hasWorkingTime)
      log.add(
        'CALENDAR_NO_WORKING_TIME',
        calendars.find((each) => each.uid === uid)?.definition.name ?? '',
        null,
      );
    const usable = calendar?.hasWorkingTime ?? false;
    verdicts.set(uid, usable);
    return usable;
  };
}

function checkAssignments(
  assignments: readonly MspdiAssignment[],
  tasks: ReadonlySet<number>,
  resources: ReadonlySet<number>,
  log: WarningLog,
): MspdiAssignment[] {
  return assignments.flatMap((assignment) => {
    if (!tasks.has(assignment.taskUid)) {
      log.add('ASSIGNMENT_DANGLING', `Assignment ${assignment.uid ?? ''}`, null, {
        task: assignment.taskUid,
      });
      return [];
    }
    if (assignment.resourceUid === null || resources.has(assignment.resourceUid)) return [assignment];
    log.add('ASSIGNMENT_DANGLING', `Assignment ${assignment.uid ?? ''}`, null, { task: assignment.taskUid });
    return [{ ...assignment, resourceUid: null }];
  });
}

function firstStart(tasks: readonly MspdiTask[]): number | null {
  let first: number | null = null;
  for (const { start } of tasks) if (start !== null && (first === null || start < first)) first = start;
  return first;
}

function reportLeftOut({ log, raw }: ReadContext): void {
  if (raw.timephased.dropped > 0)
    log.add('TIMEPHASED_LEFT_OUT', 'Assignments', null, { count: raw.timephased.dropped });
  if (raw.dropped() > 0) log.add('ELEMENTS_LEFT_OUT', 'Project', null, { count: raw.dropped() });
}

/** Put the parts together: outline, links, calendars and references, with a warning for everything changed. */
export function assembleProject(read: Collected, context: ReadContext): MspdiProject {
  const { log } = context;
  const { properties, calendar } = readProperties(read.properties, context);
  const producer = detectProducer(read.head, properties);
  const chosen = chooseCalendar(checkCalendars(read.calendars, log), calendar, log);
  const usable = usableCalendars(chosen.calendars, log);
  const outline = buildOutline(read.rows, log);
  const checked = checkTasks(outline.tasks, producer, log);
  const { links, dropped } = checkLinks(checked, log);
  const tasks = checkCalendarUse(
    checked.map(({ line: _, ...task }): MspdiTask => ({ ...task, links: links.get(task.uid) ?? [] })),
    usable,
    (task) => {
      if (!task.isNull)
        log.add('TASK_CALENDAR_MISSING', label(task), null, { calendar: task.calendarUid ?? '—' });
    },
  );
  const resources = checkCalendarUse(read.resources, usable, (resource) => {
    // Resource 0 is Project's row for “nobody”; its calendar is never written.
    if (resource.uid !== 0 && resource.name !== '')
      log.add('RESOURCE_CALENDAR_MISSING', resource.name, null, { calendar: resource.calendarUid ?? '—' });
  });
  const taskUids = new Set([...tasks.map(({ uid }) => uid), ...(outline.projectSummary ? [0] : [])]);
  const resourceUids = new Set(resources.map(({ uid }) => uid));
  if (!properties.scheduleFromStart) log.add('SCHEDULED_FROM_FINISH', 'Project', null);
  if (properties.startDate === null && tasks.length > 0) log.add('START_DATE_MISSING', 'Project', null);
  const around = { tasks, resources, calendars: chosen.calendars, calendarUid: chosen.uid };
  const split = splitTasks(read.gaps, around);
  if (split[0]) log.add('SPLIT_TASKS', label(split[0]), null, { count: split.length });
  reportLeftOut(context);
  return {
    producer,
    properties: {
      ...properties,
      startDate: properties.startDate ?? firstStart(tasks),
      calendarUid: chosen.uid,
    },
    calendars: chosen.calendars,
    projectSummary: outline.projectSummary,
    tasks,
    resources,
    assignments: checkAssignments(read.assignments, taskUids, resourceUids, log),
    fieldDefinitions: read.fieldDefinitions,
    droppedLinks: dropped,
    baselineNames: {},
  };
}
