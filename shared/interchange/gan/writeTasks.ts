import { dayOf, formatDate, type Instant, TENTHS_PER_DAY } from '../../schedule/calendar/instant.ts';
import type { WorkCalendar } from '../../schedule/calendar/workCalendar.ts';
import type { MspdiLink, MspdiTask } from '../mspdi/model.ts';
import { linkedStart } from './places.ts';
import { idOfUid, kept, LINK_NUMBERS, openTag, PRIORITIES } from './values.ts';

export interface WriteContext {
  readonly calendar: WorkCalendar;
  readonly byUid: ReadonlyMap<number, MspdiTask>;
  readonly children: ReadonlyMap<number | null, readonly MspdiTask[]>;
  readonly successors: ReadonlyMap<number, readonly { readonly task: MspdiTask; readonly link: MspdiLink }[]>;
}

/** Working days from start to finish; midnight ends the day before. At least one. */
export function countDays(start: Instant, finish: Instant, calendar: WorkCalendar): number {
  const last = finish > start && finish % TENTHS_PER_DAY === 0 ? dayOf(finish) - 1 : dayOf(finish);
  return Math.max(1, calendar.workingDaysBetween(dayOf(start), last));
}

/** Lag in days: one of working time by the length of its day, one on the clock by 24 hours. */
export function lagDays({ lag, lagFormat }: MspdiLink, predecessor: MspdiTask, dayTenths: number): number {
  if (lagFormat.unit === 'percent') return Math.round(((predecessor.duration ?? 0) * lag) / 100 / dayTenths);
  return Math.round(lag / (lagFormat.elapsed ? TENTHS_PER_DAY : dayTenths));
}

const DAY_TENTHS = 4800;

/** Links pull their successor to them (Strong) unless it begins later than all of them ask for. */
function hardness(task: MspdiTask, link: MspdiLink, { byUid, calendar }: WriteContext): string {
  const rubber = kept(task.extra, 'rubber')?.split(' ') ?? [];
  if (rubber.includes(String(link.predecessorUid))) return 'Rubber';
  if (task.start === null) return 'Strong';
  // Where the imported file itself had this start and strong links, it keeps both.
  if (kept(task.extra, 'from') === formatDate(dayOf(task.start))) return 'Strong';
  const driven = linkedStart(task, byUid, calendar);
  return driven !== null && dayOf(task.start) > dayOf(driven) ? 'Rubber' : 'Strong';
}

/** Still where the imported file put it, without a link that says so. */
const isPlaced = ({ extra, constraintDate, start }: MspdiTask): boolean =>
  kept(extra, 'placed') !== null && constraintDate === start;

function dependXml(task: MspdiTask, context: WriteContext, indent: string): string[] {
  return (context.successors.get(task.uid) ?? []).map(({ task: successor, link }) => {
    const type = LINK_NUMBERS.find(([, name]) => name === link.type)?.[0] ?? 2;
    return `${indent}${openTag(
      'depend',
      [
        ['id', idOfUid(successor.uid)],
        ['type', type],
        ['difference', lagDays(link, task, DAY_TENTHS)],
        ['hardness', hardness(successor, link, context)],
      ],
      true,
    )}\n`;
  });
}

function thirdDate(task: MspdiTask): (readonly [string, string | null])[] {
  const [date = null, constraint = null] = kept(task.extra, 'thirdDate')?.split(' ') ?? [];
  const { constraintType, constraintDate } = task;
  if (constraintType === 'SNET' && constraintDate !== null && !isPlaced(task))
    return [
      ['thirdDate', formatDate(dayOf(constraintDate))],
      ['thirdDate-constraint', '1'],
    ];
  return [
    ['thirdDate', date],
    ['thirdDate-constraint', constraint],
  ];
}

const isElapsed = ({ durationFormat }: MspdiTask) => durationFormat.elapsed;

function daysOf(task: MspdiTask, calendar: WorkCalendar): number {
  const { start, finish, duration } = task;
  if (start === null || finish === null || (duration === 0 && !task.summary)) return duration === 0 ? 0 : 1;
  // Whole days keep their number, also where they begin on a day off.
  if (!isElapsed(task) && duration !== null && duration % DAY_TENTHS === 0) {
    const counted = countDays(start, finish, calendar);
    return Math.abs(counted - duration / DAY_TENTHS) <= 1 ? duration / DAY_TENTHS : counted;
  }
  return countDays(start, finish, calendar);
}

function priorityOf({ priority }: MspdiTask): number | null {
  if (priority === null) return null;
  const [first] = [...PRIORITIES].sort((a, b) => Math.abs(a[1] - priority) - Math.abs(b[1] - priority));
  return first?.[0] ?? null;
}

/** Kept for other reasons than to be written as they are. */
const OURS = new Set(['gan:thirdDate', 'gan:rubber', 'gan:placed', 'gan:from']);

function tagOf(task: MspdiTask, calendar: WorkCalendar, empty: boolean): string {
  const priority = priorityOf(task);
  const others = task.extra.flatMap(({ name, xml }): (readonly [string, string])[] =>
    name.startsWith('gan:') && !OURS.has(name) ? [[name.slice(4), xml]] : [],
  );
  return openTag(
    'task',
    [
      ['id', idOfUid(task.uid)],
      ['uid', task.guid],
      ['name', task.name],
      ['meeting', task.milestone],
      ['start', task.start === null ? null : formatDate(dayOf(task.start))],
      ['duration', daysOf(task, calendar)],
      ['complete', Math.round(task.progress.percentComplete)],
      ...thirdDate(task),
      ['priority', priority],
      ['webLink', task.hyperlink?.address ?? null],
      [
        'cost-manual-value',
        task.effort.cost === null || task.effort.cost === 0 ? null : task.effort.cost / 100,
      ],
      ...(others.some(([name]) => name === 'expand') ? [] : [['expand', 'true'] as const]),
      ...(task.effort.cost && !others.some(([name]) => name === 'cost-calculated')
        ? [['cost-calculated', 'false'] as const]
        : []),
      ...others,
    ],
    empty,
  );
}

/** `]]>` would end the section. */
const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** A task with everything below it. */
export function* taskPieces(task: MspdiTask, context: WriteContext, indent: string): Generator<string> {
  const inner = `${indent}    `;
  const own = [
    ...(task.notes === null ? [] : [`${inner}<notes>${cdata(cleanText(task.notes))}</notes>\n`]),
    ...dependXml(task, context, inner),
    ...task.fields.map(
      ({ fieldId, value }) =>
        `${inner}${openTag(
          'customproperty',
          [
            ['taskproperty-id', fieldId],
            ['value', value],
          ],
          true,
        )}\n`,
    ),
  ];
  const children = context.children.get(task.uid) ?? [];
  const empty = own.length === 0 && children.length === 0;
  yield `${indent}${tagOf(task, context.calendar, empty)}\n`;
  if (empty) return;
  yield own.join('');
  for (const child of children) yield* taskPieces(child, context, inner);
  yield `${indent}</task>\n`;
}

/** Without what XML cannot hold; escaping and back leaves the rest as it is. */
function cleanText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replaceAll('\r', '');
}
