import type { Interval } from '../../schedule/calendar/definition.ts';
import { parseDate, TENTHS_PER_DAY } from '../../schedule/calendar/instant.ts';
import { standardDay } from '../../schedule/calendar/presets.ts';
import { FIRST_DAY, LAST_DAY } from '../../schedule/calendar/workCalendar.ts';
import { escapeXml } from '../mspdi/elements.ts';
import type { DurationFormat, LinkType, MspdiTask, RawElement, WorkAndCost } from '../mspdi/model.ts';
import type { Node } from '../mspdi/tree.ts';
import { parseNumber } from '../mspdi/values.ts';
import { attribute } from '../xml/readTree.ts';

/**
 * GanttProject counts whole days; a day is the standard one of 8 hours, 8–12 and 13–17 (semantics §9). Its ids begin
 * with 0, which is the row of the whole project elsewhere: the unique id is the id of the file plus one.
 */
export const DAY_TENTHS = 4800;
export const DAY_HOURS: readonly Interval[] = standardDay(1);
export const DAY_START = 4800;
export const DAYS: DurationFormat = { code: 7, unit: 'day', elapsed: false, estimated: false };
export const ELAPSED_DAYS: DurationFormat = { code: 8, unit: 'day', elapsed: true, estimated: false };

export const uidOfId = (id: number): number => id + 1;
export const idOfUid = (uid: number): number => uid - 1;

/** Numbers of `depend/type`. */
export const LINK_NUMBERS: readonly (readonly [number, LinkType])[] = [
  [1, 'SS'],
  [2, 'FS'],
  [3, 'FF'],
  [4, 'SF'],
];

/** `task/priority` 0 low, 1 normal, 2 high, 3 lowest, 4 highest against 0–1000. */
export const PRIORITIES: readonly (readonly [number, number])[] = [
  [3, 100],
  [0, 300],
  [1, 500],
  [2, 700],
  [4, 900],
];

export const NO_EFFORT: WorkAndCost = {
  work: null,
  actualWork: null,
  remainingWork: null,
  overtimeWork: null,
  cost: null,
  actualCost: null,
  remainingCost: null,
};

export const NOT_STORED: MspdiTask['stored'] = {
  earlyStart: null,
  earlyFinish: null,
  lateStart: null,
  lateFinish: null,
  totalSlack: null,
  freeSlack: null,
  startSlack: null,
  finishSlack: null,
  critical: null,
};

export const NOT_MANUAL: MspdiTask['manualSchedule'] = {
  start: null,
  finish: null,
  duration: null,
  startText: null,
  finishText: null,
  durationText: null,
};

/** An attribute as a number; null if it is absent or none. */
export function numberOf(node: Node, name: string): number | null {
  const text = attribute(node, name)?.trim();
  return text === undefined || text === '' ? null : parseNumber(text);
}

/** An id: a whole number that the row of a table can have; null if it is absent or none. */
export function idIn(node: Node, name: string): number | null {
  const id = numberOf(node, name);
  return id !== null && Number.isInteger(id) && Math.abs(id) < 2_000_000_000 ? id : null;
}

/** Midnight of a date attribute `YYYY-MM-DD`, old files also `YYYY-M-D`, in the years a plan can reach. */
export function midnightOf(node: Node, name: string): number | null {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(attribute(node, name)?.trim() ?? '');
  if (!parts) return null;
  const [, year = '', month = '', day = ''] = parts;
  const date = parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return date === null || date < FIRST_DAY || date > LAST_DAY ? null : date * TENTHS_PER_DAY;
}

/** Something only GanttProject says; the colon keeps it out of other formats. */
export const keep = (name: string, value: string): RawElement => ({ name: `gan:${name}`, xml: value });

export function kept(extra: readonly RawElement[], name: string): string | null {
  return extra.find((element) => element.name === `gan:${name}`)?.xml ?? null;
}

/** `<name a="1">`: attributes with a value in the order given; without children closed at once. */
export function openTag(
  name: string,
  attributes: readonly (readonly [string, string | number | boolean | null])[],
  empty: boolean,
): string {
  const written = attributes
    .filter(([, value]) => value !== null)
    .map(
      ([key, value]) =>
        ` ${key}="${escapeXml(String(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`,
    )
    .join('');
  return `<${name}${written}${empty ? '/>' : '>'}`;
}
