/** A stored project as the neutral model of project files: what the writers of every format begin with. */

import type { Lazy, ProjectRows } from '#db/queries/projectRows.ts';
import { rolledUp } from '#db/queries/rollUp.ts';
import { buildOutline, type OutlineEntry } from '#shared/domain/plan/outline.ts';
import type {
  DroppedLink,
  MspdiAssignment,
  MspdiProject,
  MspdiResource,
  MspdiTask,
} from '#shared/interchange/mspdi/model.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { compileCalendar, createCalendarSet } from '#shared/schedule/calendar/compile.ts';
import type { Instant } from '#shared/schedule/calendar/instant.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import { type CalendarModel, calendarModels } from './calendars.ts';
import { peopleOf } from './losses.ts';
import { giveNumbers } from './numbers.ts';
import { fieldDefinitionsModel, propertiesModel, summaryModel } from './properties.ts';
import { assignmentModel, inFileOrder, outsideAssignments, placeOf, resourceModel } from './resources.ts';
import { instantOf, Source } from './source.ts';
import { crossing, isRescheduled, taskModel } from './tasks.ts';

type Task = Lazy<RecordOf<'task'>>;
type Outline = readonly OutlineEntry<Task>[];

/** Lets others have their turn, and throws when the user has cancelled. `done`: what part of the rows is shaped. */
export type Pause = (done?: number) => Promise<void>;
const EACH = 250;

function groupBy<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const list = groups.get(key(row));
    if (list) list.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

const calendarLookup = ({ calendars, projectUid, uidOf }: CalendarModel) => {
  const compile = createCalendarSet(calendars.map(({ definition }) => definition));
  const usable = (uid: number | undefined): WorkCalendar | null => {
    const calendar = uid === undefined ? null : compile(String(uid));
    return calendar?.hasWorkingTime ? calendar : null;
  };
  const project =
    usable(projectUid) ?? compileCalendar(presetCalendar('standard', 'standard', ''), new Map());
  return { project, of: (id: string | null) => usable(uidOf.get(id ?? '')) ?? project };
};

/** `1.2.3` for every row but blank ones, which programs do not count. */
function numbersOf(outline: Outline): (string | null)[] {
  const counts = new Map<number, number>();
  const numbers: (string | null)[] = [];
  for (const { row, parent } of outline) {
    if (row.blank) {
      numbers.push(null);
      continue;
    }
    const count = (counts.get(parent) ?? 0) + 1;
    counts.set(parent, count);
    const above = numbers[parent];
    numbers.push(above ? `${above}.${count}` : String(count));
  }
  return numbers;
}

/** The number of each baseline in the file, which has room for eleven: the newest of ours where numbers meet. */
function baselineNumbers(rows: ProjectRows['baselines']): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const used = new Set<number>();
  const newestFirst = [...rows].sort((a, b) => (a.created_at < b.created_at ? 1 : -1));
  for (const { id, number } of newestFirst)
    if (number <= 10 && !used.has(number)) {
      numbers.set(id, number);
      used.add(number);
    }
  for (const { id } of newestFirst) {
    if (numbers.has(id)) continue;
    const free = Array.from({ length: 11 }, (_, n) => n).find((n) => !used.has(n));
    if (free === undefined) break;
    numbers.set(id, free);
    used.add(free);
  }
  return numbers;
}

function baselineNames(rows: ProjectRows): Record<number, string> {
  const numbers = baselineNumbers(rows.baselines);
  return Object.fromEntries(
    rows.baselines.flatMap(({ id, name }) => {
      const number = numbers.get(id);
      return number === undefined ? [] : [[number, name] as const];
    }),
  );
}

async function taskModels(
  rows: ProjectRows,
  outline: Outline,
  uidOf: ReadonlyMap<string, number>,
  calendars: CalendarModel,
  pause: Pause,
): Promise<MspdiTask[]> {
  const lookup = calendarLookup(calendars);
  const rolled = rows.untouched ? null : rolledUp(outline, lookup.of, instantOf).sums;
  const numbers = numbersOf(outline);
  const links = groupBy(rows.links, (link) => link.to_id);
  const baselineOf = baselineNumbers(rows.baselines);
  const baselines = groupBy(rows.baselineTasks, (row) => row.task_id);
  await pause();
  const people = peopleOf(rows);
  const models: MspdiTask[] = [];
  for (const [index, { row, depth, parent, summary }] of outline.entries()) {
    if (index % EACH === 0) await pause(index / outline.length);
    const above = outline[parent]?.row;
    models.push(
      taskModel(
        row,
        {
          uid: uidOf.get(row.id) ?? 0,
          id: index + 1,
          parentUid: above && !row.blank ? (uidOf.get(above.id) ?? null) : null,
          depth,
          number: numbers[index] ?? null,
          summary,
          calendarUid: row.calendar_id === null ? null : (calendars.uidOf.get(row.calendar_id) ?? null),
          links: links.get(row.id) ?? [],
          baselines: (baselines.get(row.id) ?? []).flatMap((baseline) => {
            const number = baselineOf.get(baseline.baseline_id);
            return number === undefined ? [] : [{ number, row: baseline }];
          }),
          untouched: rows.untouched,
          rolledUp: summary ? (rolled?.get(index) ?? null) : null,
          people: people.get(row.id) ?? [],
        },
        uidOf,
      ),
    );
  }
  return models;
}

async function assignmentModels(
  rows: ProjectRows,
  taskUid: ReadonlyMap<string, number>,
  resourceUid: ReadonlyMap<string, number>,
  pause: Pause,
): Promise<MspdiAssignment[]> {
  const tasks = new Map(rows.tasks.map((task) => [task.id, task]));
  const models: { place: number; model: MspdiAssignment }[] = outsideAssignments(rows.project);
  const made: (typeof rows.assignments)[number][] = [];
  let highest = 0;
  const add = (row: (typeof rows.assignments)[number], uid: number): void => {
    const task = tasks.get(row.task_id);
    const number = taskUid.get(row.task_id);
    if (!task || number === undefined) return;
    const resource = row.resource_id === null ? null : (resourceUid.get(row.resource_id) ?? null);
    const at = { uid, taskUid: number, resourceUid: resource };
    models.push({ place: placeOf(Source.of(row)), model: assignmentModel(row, at, isRescheduled(task)) });
  };
  for (const [index, row] of rows.assignments.entries()) {
    if (index % EACH === 0) await pause();
    highest = Math.max(highest, Source.of(row).number('uid') ?? 0);
    if (row.source === null) made.push(row);
    else add(row, 0);
  }
  for (const [index, row] of made.entries()) {
    if (index % EACH === 0) await pause();
    add(row, highest + index + 1);
  }
  return models.sort((a, b) => a.place - b.place).map(({ model }) => model);
}

function resourceModels(
  rows: ProjectRows,
  uidOf: ReadonlyMap<string, number>,
  calendars: CalendarModel,
): MspdiResource[] {
  return inFileOrder(rows.resources).map((row, at) =>
    resourceModel(row, {
      uid: uidOf.get(row.id) ?? 0,
      id: at + 1,
      calendarUid: row.calendar_id === null ? null : (calendars.uidOf.get(row.calendar_id) ?? null),
    }),
  );
}

/** Links to other projects were never ours; those that could not hold are left out. */
const crossings = (project: RecordOf<'project'>): DroppedLink[] =>
  new Source(project.source).list('droppedLinks').flatMap((dropped): DroppedLink[] => {
    const link = dropped.inner('link');
    if (!link.flag('crossProject')) return [];
    return [{ taskUid: dropped.number('taskUid') ?? -1, link: crossing(link), reason: 'dangling' }];
  });

function withCrossings(tasks: readonly MspdiTask[], dropped: readonly DroppedLink[]): readonly MspdiTask[] {
  if (dropped.length === 0) return tasks;
  const byTask = groupBy(dropped, ({ taskUid }) => String(taskUid));
  return tasks.map((task) => {
    const links = byTask.get(String(task.uid));
    return links ? { ...task, links: [...task.links, ...links.map(({ link }) => link)] } : task;
  });
}

/**
 * The whole project. Dates are those stored, to the second; values of an imported file that no column holds are
 * taken from `source`. @param now wall clock @param pause called now and then between rows
 */
export async function planModel(rows: ProjectRows, now: Instant, pause: Pause): Promise<MspdiProject> {
  const { project } = rows;
  const personal = new Set(rows.resources.flatMap(({ calendar_id: id }) => id ?? []));
  const calendars = calendarModels(project, rows.calendars, personal);
  const outline = buildOutline(rows.tasks);
  await pause();
  const hasSummary = typeof project.source?.['projectSummary'] === 'object';
  const taskUid = giveNumbers(
    outline.map(({ row }) => row),
    // 0 is the row of the whole project.
    project.source === null || hasSummary ? [0] : [],
    // Numbers that no column could hold.
    (task) => Source.of(task).number('uid'),
  );
  const resourceUid = giveNumbers(inFileOrder(rows.resources), project.source === null ? [0] : [], (row) =>
    new Source(row.source).number('uid'),
  );
  const tasks = withCrossings(await taskModels(rows, outline, taskUid, calendars, pause), crossings(project));
  return {
    producer: 'milepost',
    properties: propertiesModel(project, {
      calendarUid: calendars.projectUid,
      calendar: calendarLookup(calendars).project,
      tasks,
      now,
    }),
    calendars: calendars.calendars,
    projectSummary: summaryModel(project, tasks, rows.untouched),
    tasks,
    resources: resourceModels(rows, resourceUid, calendars),
    assignments: await assignmentModels(rows, taskUid, resourceUid, pause),
    fieldDefinitions: fieldDefinitionsModel(project),
    droppedLinks: [],
    baselineNames: baselineNames(rows),
  };
}
