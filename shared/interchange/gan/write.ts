import { compileCalendar, createCalendarSet } from '../../schedule/calendar/compile.ts';
import { dayOf, formatDate, type Instant } from '../../schedule/calendar/instant.ts';
import { presetCalendar } from '../../schedule/calendar/presets.ts';
import type { WorkCalendar } from '../../schedule/calendar/workCalendar.ts';
import { escapeXml } from '../mspdi/elements.ts';
import type { MspdiFieldDefinition, MspdiProject } from '../mspdi/model.ts';
import { idOfUid, kept, openTag } from './values.ts';
import { calendarXml, vacationsXml } from './writeCalendar.ts';
import { allocationXml, resourceXml, rolesXml } from './writeResources.ts';
import { countDays, taskPieces, type WriteContext } from './writeTasks.ts';

const VERSION = '3.3.3309';

/** Columns every file has; programs look them up by number. */
const DEFAULT_COLUMNS = [
  ['tpd0', 'type', 'icon'],
  ['tpd1', 'priority', 'icon'],
  ['tpd2', 'info', 'icon'],
  ['tpd3', 'name', 'text'],
  ['tpd4', 'begindate', 'date'],
  ['tpd5', 'enddate', 'date'],
  ['tpd6', 'duration', 'int'],
  ['tpd7', 'completion', 'int'],
  ['tpd8', 'coordinator', 'text'],
  ['tpd9', 'predecessorsr', 'text'],
] as const;

const VALUE_TYPES = new Set(['text', 'int', 'double', 'date', 'boolean']);

function customColumn({ fieldId, fieldName, alias, extra }: MspdiFieldDefinition): string {
  return openTag(
    'taskproperty',
    [
      ['id', fieldId],
      ['name', alias ?? fieldName ?? fieldId],
      ['type', 'custom'],
      ['valuetype', fieldName !== null && VALUE_TYPES.has(fieldName) ? fieldName : 'text'],
      ['defaultvalue', kept(extra, 'default')],
    ],
    true,
  );
}

function compiled(project: MspdiProject): WorkCalendar {
  const set = createCalendarSet(project.calendars.map(({ definition }) => definition));
  const own = set(String(project.properties.calendarUid));
  return own?.hasWorkingTime ? own : compileCalendar(presetCalendar('standard', 'standard', ''), new Map());
}

function extent({ tasks }: MspdiProject): { first: Instant; last: Instant } | null {
  let first: Instant | null = null;
  let last: Instant | null = null;
  for (const { start, finish, isNull } of tasks) {
    if (isNull) continue;
    if (start !== null && (first === null || start < first)) first = start;
    if (finish !== null && (last === null || finish > last)) last = finish;
  }
  return first === null || last === null ? null : { first, last };
}

function projectTag(project: MspdiProject, first: Instant | null): string {
  const { title, company, extra } = project.properties;
  const own = (name: string, fallback: string | null) => kept(extra, `@${name}`) ?? fallback;
  return openTag(
    'project',
    [
      ['name', title ?? ''],
      ['company', company ?? ''],
      ['webLink', own('webLink', '')],
      ['view-date', own('view-date', first === null ? null : formatDate(dayOf(first)))],
      ['view-index', own('view-index', '0')],
      ['gantt-divider-location', own('gantt-divider-location', '400')],
      ['resource-divider-location', own('resource-divider-location', '300')],
      ['version', own('version', VERSION)],
      ['locale', own('locale', kept(extra, '@version') === null ? 'en' : null)],
    ],
    false,
  );
}

function* previousPieces(project: MspdiProject, calendar: WorkCalendar): Generator<string> {
  const numbers = new Set(project.tasks.flatMap(({ baselines }) => baselines.map(({ number }) => number)));
  if (numbers.size === 0) {
    yield '    <previous/>\n';
    return;
  }
  yield '    <previous>\n';
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const name = project.baselineNames[number] ?? `Baseline ${number}`;
    yield `        ${openTag('previous-tasks', [['name', name]], false)}\n`;
    for (const task of project.tasks)
      for (const { number: own, start, finish, duration } of task.baselines) {
        if (own !== number || start === null) continue;
        const days = duration === 0 ? 0 : countDays(start, finish ?? start, calendar);
        yield `            ${openTag(
          'previous-task',
          [
            ['id', idOfUid(task.uid)],
            ['start', formatDate(dayOf(start))],
            ['duration', days],
            ['meeting', task.milestone],
            ['super', task.parentUid === null ? -1 : idOfUid(task.parentUid)],
          ],
          true,
        )}\n`;
      }
    yield '        </previous-tasks>\n';
  }
  yield '    </previous>\n';
}

function* viewPieces(project: MspdiProject): Generator<string> {
  const views = project.properties.extra.filter(({ name }) => name === 'gan:view');
  if (views.length > 0) for (const { xml } of views) yield `    ${xml}\n`;
  else yield '    <view zooming-state="default:2" id="gantt-chart"/>\n    <view id="resource-table"/>\n';
}

function* columnPieces(project: MspdiProject): Generator<string> {
  yield '        <taskproperties>\n';
  for (const [id, name, type] of DEFAULT_COLUMNS)
    yield `            ${openTag(
      'taskproperty',
      [
        ['id', id],
        ['name', name],
        ['type', 'default'],
        ['valuetype', type],
      ],
      true,
    )}\n`;
  for (const field of project.fieldDefinitions) yield `            ${customColumn(field)}\n`;
  yield '        </taskproperties>\n';
}

function groupBy<K, T>(rows: readonly T[], key: (row: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const list = groups.get(key(row));
    if (list) list.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** A GanttProject file piece by piece. Its starts are whole days; see {@link ganLosses} for what it cannot say. */
export function* writeGan(project: MspdiProject): Generator<string> {
  const calendar = compiled(project);
  const range = extent(project);
  const context: WriteContext = {
    calendar,
    byUid: new Map(project.tasks.map((task) => [task.uid, task])),
    children: groupBy(
      project.tasks.filter(({ isNull }) => !isNull),
      ({ parentUid }) => parentUid,
    ),
    successors: groupBy(
      project.tasks.flatMap((task) => task.links.map((link) => ({ task, link }))),
      ({ link }) => link.predecessorUid,
    ),
  };
  yield '<?xml version="1.0" encoding="UTF-8"?>';
  yield `${projectTag(project, range?.first ?? null)}\n`;
  const { subject } = project.properties;
  yield subject === null ? '    <description/>\n' : `    <description>${escapeXml(subject)}</description>\n`;
  yield* viewPieces(project);
  yield calendarXml(project, calendar, range);
  yield '    <tasks empty-milestones="true">\n';
  yield* columnPieces(project);
  for (const task of context.children.get(null) ?? []) yield* taskPieces(task, context, '        ');
  yield '    </tasks>\n    <resources>\n';
  for (const resource of project.resources) if (!resource.isNull) yield resourceXml(resource);
  yield '    </resources>\n    <allocations>\n';
  for (const assignment of project.assignments) yield allocationXml(assignment, context.byUid);
  yield '    </allocations>\n';
  yield vacationsXml(project);
  yield* previousPieces(project, calendar);
  yield rolesXml(project);
  yield '</project>\n';
}
