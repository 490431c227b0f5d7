import type { Instant } from '../../schedule/calendar/instant.ts';
import type { WorkCalendar } from '../../schedule/calendar/workCalendar.ts';
import type { PlacedTask } from '../mspdi/links.ts';
import type { LinkType, MspdiBaseline, MspdiLink, RawElement, TaskProgress } from '../mspdi/model.ts';
import { child, childrenOf, type Node } from '../mspdi/tree.ts';
import type { ReadContext } from '../mspdi/values.ts';
import { attribute } from '../xml/readTree.ts';
import {
  DAY_START,
  DAY_TENTHS,
  DAYS,
  ELAPSED_DAYS,
  idIn,
  keep,
  LINK_NUMBERS,
  midnightOf,
  NO_EFFORT,
  NOT_MANUAL,
  NOT_STORED,
  numberOf,
  PRIORITIES,
  uidOfId,
} from './values.ts';

/** Attributes that have a place in the model; the others are kept for a way back. */
const KNOWN = new Set([
  'id',
  'uid',
  'name',
  'meeting',
  'start',
  'duration',
  'complete',
  'webLink',
  'priority',
  'thirdDate',
  'thirdDate-constraint',
  'cost-manual-value',
]);

export interface TaskContext extends ReadContext {
  readonly calendar: WorkCalendar;
  /** Links by the id of their successor: the file writes them at the predecessor. */
  readonly links: ReadonlyMap<number, readonly { readonly link: MspdiLink; readonly rubber: boolean }[]>;
  readonly baselines: ReadonlyMap<number, readonly MspdiBaseline[]>;
}

/** About 300 years: longer ones are a damaged number. */
const LONGEST_DAYS = 110_000;

const tasksIn = (node: Node): Node[] => childrenOf(node, 'task');

/** Every task below, in document order. */
export function* allTasks(node: Node): Generator<Node> {
  for (const task of tasksIn(node)) {
    yield task;
    yield* allTasks(task);
  }
}

function readDepend(node: Node, predecessor: number, context: ReadContext) {
  const successor = idIn(node, 'id');
  if (successor === null) return null;
  const number = numberOf(node, 'type') ?? 2;
  const type: LinkType = LINK_NUMBERS.find(([known]) => known === number)?.[1] ?? 'FS';
  if (!LINK_NUMBERS.some(([known]) => known === number))
    context.log.add('VALUE_UNKNOWN', `#${uidOfId(successor)}: depend type`, node.line, { value: number });
  const link: MspdiLink = {
    predecessorUid: uidOfId(predecessor),
    type,
    lag: Math.round((numberOf(node, 'difference') ?? 0) * DAY_TENTHS),
    lagFormat: DAYS,
    crossProject: false,
    crossProjectName: null,
  };
  return { successor, link, rubber: attribute(node, 'hardness') === 'Rubber' };
}

/** `depend` sits in the predecessor and names the successor. */
export function readLinks(tasks: Node, context: ReadContext): TaskContext['links'] {
  const links = new Map<number, { link: MspdiLink; rubber: boolean }[]>();
  const ids = new Set([...allTasks(tasks)].map((task) => idIn(task, 'id')));
  for (const task of allTasks(tasks)) {
    const id = idIn(task, 'id');
    if (id === null) continue;
    for (const depend of childrenOf(task, 'depend')) {
      const read = readDepend(depend, id, context);
      if (!read) continue;
      if (!ids.has(read.successor)) {
        const place = `#${uidOfId(id)} ${attribute(task, 'name') ?? ''}`.trim();
        context.log.add('LINK_SUCCESSOR_MISSING', place, depend.line, {
          value: `#${uidOfId(read.successor)}`,
        });
        continue;
      }
      const list = links.get(read.successor);
      if (list) list.push(read);
      else links.set(read.successor, [read]);
    }
  }
  return links;
}

/** First moment of work on a day; on a day off the next working one begins the count, the date stays. */
export const startOf = (midnight: Instant): Instant => midnight + DAY_START;

/** End of a task of whole working days; of a milestone its start. */
export function finishOf(start: Instant, days: number, calendar: WorkCalendar): Instant {
  if (days <= 0) return start;
  return calendar.addWork(start, days * DAY_TENTHS) ?? start;
}

/** Percent is all the file says; the dates of what has begun are those of the plan. */
function progressOf(
  percent: number,
  start: Instant | null,
  finish: Instant | null,
  duration: number,
): TaskProgress {
  const done = Math.round((duration * percent) / 100);
  return {
    percentComplete: percent,
    percentWorkComplete: null,
    physicalPercentComplete: null,
    actualStart: percent > 0 ? start : null,
    actualFinish: percent >= 100 ? finish : null,
    actualDuration: percent > 0 ? done : null,
    remainingDuration: percent > 0 ? duration - done : null,
    stop: null,
    resume: null,
  };
}

function extraOf(node: Node, rubber: readonly number[]): RawElement[] {
  const attributes = node.attributes.flatMap(([name, value]) => (KNOWN.has(name) ? [] : [keep(name, value)]));
  const third = attribute(node, 'thirdDate');
  const constraint = attribute(node, 'thirdDate-constraint') ?? '0';
  return [
    ...attributes,
    ...(third !== null && constraint !== '1' ? [keep('thirdDate', `${third} ${constraint}`)] : []),
    ...(attribute(node, 'start') === null ? [] : [keep('from', attribute(node, 'start') ?? '')]),
    ...(rubber.length > 0 ? [keep('rubber', rubber.join(' '))] : []),
  ];
}

function notesOf(node: Node): string | null {
  const text = child(node, 'notes')?.text.trim() ?? '';
  return text === '' ? null : text;
}

const fieldsOf = (node: Node) =>
  childrenOf(node, 'customproperty').map((property) => ({
    fieldId: attribute(property, 'taskproperty-id') ?? '',
    value: attribute(property, 'value'),
    durationFormat: null,
    valueGuid: null,
    extra: [],
  }));

function priorityOf(node: Node): number | null {
  const written = numberOf(node, 'priority');
  return written === null ? null : (PRIORITIES.find(([number]) => number === written)?.[1] ?? 500);
}

/** Manual costs are in whole units, and 0 is what GanttProject writes for none. */
function costOf(node: Node): number | null {
  const cost = numberOf(node, 'cost-manual-value') ?? 0;
  return cost === 0 ? null : Math.round(cost * 100);
}

export interface Place {
  readonly uid: number;
  readonly row: number;
  readonly parentUid: number | null;
  readonly level: number;
  readonly number: string;
}

function datesOf(node: Node, milestone: boolean, context: TaskContext, place: Place) {
  const midnight = midnightOf(node, 'start');
  if (midnight === null)
    context.log.add('DATE_UNREADABLE', `#${place.uid}: start`, node.line, {
      value: attribute(node, 'start') ?? '—',
    });
  const written = attribute(node, 'duration');
  const length = numberOf(node, 'duration');
  const isLength = length !== null && length >= 0 && length <= LONGEST_DAYS;
  if (written !== null && !isLength)
    context.log.add('DURATION_UNREADABLE', `#${place.uid}: duration`, node.line, { value: written });
  const days = isLength ? length : milestone ? 0 : 1;
  const start = midnight === null ? null : startOf(midnight);
  const finish = start === null ? null : finishOf(start, days, context.calendar);
  const third = midnightOf(node, 'thirdDate');
  const snet = third !== null && attribute(node, 'thirdDate-constraint') === '1';
  return { start, finish, duration: Math.round(days * DAY_TENTHS), snet: snet ? startOf(third) : null };
}

/** One task; its children follow as rows of their own. */
export function readTask(node: Node, place: Place, context: TaskContext): PlacedTask {
  const id = idIn(node, 'id');
  const milestone = attribute(node, 'meeting') === 'true';
  const { start, finish, duration, snet } = datesOf(node, milestone, context, place);
  const linked = id === null ? [] : (context.links.get(id) ?? []);
  const rubber = linked.filter((each) => each.rubber).map(({ link }) => link.predecessorUid);
  const percent = Math.min(100, Math.max(0, numberOf(node, 'complete') ?? 0));
  const address = attribute(node, 'webLink') || null;
  return {
    uid: place.uid,
    id: place.row,
    guid: attribute(node, 'uid'),
    line: node.line,
    name: attribute(node, 'name') ?? '',
    wbs: place.number,
    outlineLevel: place.level,
    outlineNumber: place.number,
    parentUid: place.parentUid,
    summary: tasksIn(node).length > 0,
    milestone,
    manual: false,
    active: true,
    isNull: false,
    external: false,
    subproject: null,
    isSubproject: false,
    recurring: false,
    rollup: false,
    effortDriven: false,
    // Days are days, whoever works on it.
    type: 'fixedDuration',
    priority: priorityOf(node),
    start,
    finish,
    duration,
    durationFormat: DAYS,
    stored: NOT_STORED,
    progress: progressOf(percent, start, finish, duration),
    manualSchedule: NOT_MANUAL,
    effort: { ...NO_EFFORT, cost: costOf(node) },
    fixedCost: null,
    fixedCostAccrual: null,
    constraintType: snet === null ? 'ASAP' : 'SNET',
    constraintDate: snet,
    deadline: null,
    calendarUid: null,
    ignoreResourceCalendar: false,
    levelingDelay: 0,
    levelingDelayFormat: ELAPSED_DAYS,
    notes: notesOf(node),
    contact: null,
    hyperlink: address === null ? null : { text: null, address, subAddress: null },
    links: linked.map(({ link }) => link),
    baselines: context.baselines.get(id ?? -1) ?? [],
    fields: fieldsOf(node),
    extra: extraOf(node, rubber),
  };
}
