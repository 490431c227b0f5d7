import { compileCalendar } from '../../schedule/calendar/compile.ts';
import type { Instant } from '../../schedule/calendar/instant.ts';
import { createWarningLog, refusal } from '../mspdi/issues.ts';
import { checkLinks, type PlacedTask } from '../mspdi/links.ts';
import type { MspdiProject, MspdiProperties, MspdiTask, RawElement } from '../mspdi/model.ts';
import type { MspdiResult } from '../mspdi/reader.ts';
import { child, childrenOf, createRawStore, type Node, serialise } from '../mspdi/tree.ts';
import type { ReadContext } from '../mspdi/values.ts';
import { attribute, readXmlTree, TREE_LIMITS, type TreeLimits } from '../xml/readTree.ts';
import { CALENDAR_UID, readCalendar, readVacations } from './calendars.ts';
import { withPlaces } from './places.ts';
import { readAllocations, readBaselines, readFieldDefinitions, readResources } from './resources.ts';
import { type Place, readLinks, readTask, type TaskContext } from './tasks.ts';
import { DAY_TENTHS, DAYS, idIn, keep, uidOfId } from './values.ts';

const MAX_TASKS = 200_000;

/** Rows in document order, each with its place in the outline. */
function readRows(tasks: Node, context: TaskContext): PlacedTask[] {
  const rows: PlacedTask[] = [];
  const taken = new Set<number>();
  let free = 0;
  const walk = (node: Node, parent: Place | null): void => {
    for (const [index, child] of childrenOf(node, 'task').entries()) {
      const id = idIn(child, 'id');
      let uid = id === null ? -1 : uidOfId(id);
      if (uid < 1 || taken.has(uid)) {
        const label = `#${uid} ${(attribute(child, 'name') ?? '').slice(0, 60)}`;
        while (taken.has(1_000_000_000 + free)) free++;
        const given = 1_000_000_000 + free;
        context.log.add(uid < 1 ? 'UID_MISSING' : 'UID_DUPLICATE', label, child.line, { uid, newUid: given });
        uid = given;
      }
      taken.add(uid);
      const place: Place = {
        uid,
        row: rows.length + 1,
        parentUid: parent?.uid ?? null,
        level: (parent?.level ?? 0) + 1,
        number: parent ? `${parent.number}.${index + 1}` : String(index + 1),
      };
      rows.push(readTask(child, place, context));
      walk(child, place);
    }
  };
  walk(tasks, null);
  return rows;
}

/** What only GanttProject knows about the project: views, roles, options. */
function keptOf(root: Node): RawElement[] {
  const attributes = root.attributes.flatMap(([name, value]) =>
    ['name', 'company'].includes(name) || name.startsWith('xmlns') ? [] : [keep(`@${name}`, value)],
  );
  const elements = root.children
    .filter(({ name }) => name === 'view' || name === 'roles')
    .map((node) => keep(node.name, serialise(node)));
  return [...attributes, ...elements];
}

function extent(tasks: readonly MspdiTask[]): { start: Instant | null; finish: Instant | null } {
  let start: Instant | null = null;
  let finish: Instant | null = null;
  for (const task of tasks) {
    if (task.start !== null && (start === null || task.start < start)) start = task.start;
    if (task.finish !== null && (finish === null || task.finish > finish)) finish = task.finish;
  }
  return { start, finish };
}

function readProperties(root: Node, tasks: readonly MspdiTask[]): MspdiProperties {
  const { start, finish } = extent(tasks);
  return {
    name: null,
    title: attribute(root, 'name') || null,
    subject: child(root, 'description')?.text.trim() || null,
    author: null,
    manager: null,
    company: attribute(root, 'company') || null,
    category: null,
    guid: null,
    creationDate: null,
    lastSaved: null,
    startDate: start,
    finishDate: finish,
    statusDate: null,
    currentDate: null,
    scheduleFromStart: true,
    calendarUid: CALENDAR_UID,
    minutesPerDay: DAY_TENTHS / 10,
    minutesPerWeek: (DAY_TENTHS / 10) * 5,
    daysPerMonth: 20,
    criticalSlackLimit: 0,
    multipleCriticalPaths: false,
    newTasksAreManual: false,
    durationFormat: DAYS,
    currencySymbol: null,
    currencyCode: null,
    currencyDigits: null,
    weekStartDay: null,
    saveVersion: 14,
    buildNumber: null,
    extra: keptOf(root),
  };
}

/** A calendar in which nothing ever happens cannot carry a plan; it is told and the standard week stands in. */
function usableCalendar(root: Node, context: ReadContext) {
  const read = readCalendar(root, context);
  const compiled = compileCalendar(read.definition, new Map());
  if (compiled.hasWorkingTime) return { calendar: read, compiled };
  context.log.add('CALENDAR_NO_WORKING_TIME', 'default-week', null);
  const calendar = readCalendar({ ...root, children: [] }, context);
  return { calendar, compiled: compileCalendar(calendar.definition, new Map()) };
}

function assemble(root: Node, tasksNode: Node, context: ReadContext): MspdiProject {
  const { calendar, compiled } = usableCalendar(root, context);
  const vacations = readVacations(root, CALENDAR_UID + 1);
  const baselines = readBaselines(root, compiled);
  const rows = readRows(tasksNode, {
    ...context,
    calendar: compiled,
    links: readLinks(tasksNode, context),
    baselines: baselines.byTask,
  });
  const { links, dropped } = checkLinks(rows, context.log);
  const linked = rows.map(
    ({ line: _, ...task }): MspdiTask => ({ ...task, links: links.get(task.uid) ?? [] }),
  );
  const properties = readProperties(root, linked);
  const tasks = withPlaces(linked, properties.startDate ?? 0, compiled);
  const resources = readResources(root, vacations);
  const names = new Map(resources.map(({ calendarUid, name }) => [calendarUid, name]));
  const personal = [...vacations.values()].map((each) => ({
    ...each,
    definition: { ...each.definition, name: names.get(each.uid) ?? '' },
  }));
  if (tasks.length === 0) context.log.add('NO_TASKS', 'tasks', null);
  return {
    producer: 'ganttproject',
    properties,
    calendars: [calendar, ...personal.filter(({ uid }) => names.has(uid))],
    projectSummary: null,
    tasks,
    resources,
    assignments: readAllocations(
      root,
      new Map(tasks.map((task) => [task.uid, task])),
      new Set(resources.map(({ uid }) => uid)),
      context,
    ),
    fieldDefinitions: readFieldDefinitions(tasksNode),
    droppedLinks: dropped,
    baselineNames: baselines.names,
  };
}

/** A GanttProject file as the neutral model. Starts are those of the file; ends follow from working days. */
export function readGan(
  text: string,
  options: { readonly limits?: TreeLimits; readonly onProgress?: (characters: number) => void } = {},
): MspdiResult {
  const tree = readXmlTree(text, options.limits ?? TREE_LIMITS, options.onProgress);
  if (!tree.ok) return tree;
  const { root } = tree;
  const tasks = child(root, 'tasks');
  // Other programs call their root project too.
  const isPlanner = attribute(root, 'mrproject-version') !== null;
  if (root.name !== 'project' || !tasks || attribute(root, 'xmlns') !== null || isPlanner)
    return {
      ok: false,
      refusal: refusal('NOT_MSPDI', { root: root.name.slice(0, 60) }, { line: root.line }),
    };
  const log = createWarningLog();
  const raw = createRawStore({ total: 0, perOwner: 0, timephased: 0 });
  const project = assemble(root, tasks, { log, raw });
  if (project.tasks.length > MAX_TASKS)
    return { ok: false, refusal: refusal('TOO_MANY_RECORDS', { what: 'task', limit: MAX_TASKS }) };
  const leftOut = { timephasedBlocks: 0, timephasedDropped: 0, unknownElementsDropped: 0 };
  return { ok: true, project, warnings: log.list, warningCounts: log.counts, leftOut };
}
