import {
  type CalendarDef,
  type CalendarException,
  type Interval,
  normaliseIntervals,
  type Recurrence,
  type Week,
} from '../../schedule/calendar/definition.ts';
import { dayOf, formatDate, TENTHS_PER_DAY } from '../../schedule/calendar/instant.ts';
import { standardDay } from '../../schedule/calendar/presets.ts';
import { FIRST_DAY, LAST_DAY } from '../../schedule/calendar/workCalendar.ts';
import type { MspdiCalendar } from './model.ts';
import { child, childrenOf, type Node } from './tree.ts';
import { createFields, type Fields, parseMspdiDate, parseNumber, type ReadContext } from './values.ts';

/** More than any real calendar has; a bound on what a damaged or hostile file can cost. */
const MAX_EXCEPTIONS = 10_000;
const MAX_RECURRING = 200;

const CLOCK = /(?:^|T)(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/;

function parseClock(text: string | null): number | null {
  const parts = text === null ? null : CLOCK.exec(text.trim());
  if (!parts) return null;
  const value = Number(parts[1]) * 600 + Number(parts[2]) * 10 + Math.round(Number(parts[3] ?? 0) / 6);
  return value <= TENTHS_PER_DAY ? value : null;
}

interface Owner {
  readonly place: string;
  readonly context: ReadContext;
}

/** Working periods of a WeekDay or Exception. An end at 00:00 is the end of that day (semantics §1). */
function readHours(node: Node, weekday: number | null, { place, context }: Owner): Interval[] {
  const fields = createFields(node, place, context);
  if (fields.flag('DayWorking') !== true) return [];
  const hours: Interval[] = [];
  for (const block of childrenOf(child(node, 'WorkingTimes') ?? node, 'WorkingTime')) {
    const times = createFields(block, place, context);
    const from = parseClock(times.text('FromTime'));
    const to = parseClock(times.text('ToTime'));
    if (from === null || to === null || (from === to && from !== 0)) continue;
    if (to !== 0 && to < from) context.log.add('CALENDAR_HOURS_PAST_MIDNIGHT', place, block.line);
    hours.push([from, to <= from ? TENTHS_PER_DAY : to]);
  }
  const merged = normaliseIntervals(hours);
  if (merged.length > 0) return merged;
  context.log.add('CALENDAR_HOURS_MISSING', place, node.line);
  // A working day must have hours; the standard ones of a Monday if it is Saturday or Sunday.
  return standardDay(weekday === null || weekday === 0 || weekday === 6 ? 1 : weekday);
}

function readWeek(days: readonly Node[], owner: Owner): Week {
  const week: Week = [null, null, null, null, null, null, null];
  for (const day of days) {
    const type = createFields(day, owner.place, owner.context).integer('DayType') ?? -1;
    if (type >= 1 && type <= 7) week[type - 1] = readHours(day, type - 1, owner);
  }
  return week;
}

/** Date range of a TimePeriod, clamped to the years a plan can reach. */
function readRange(node: Node, owner: Owner, openEnd: boolean): { from: string; to: string } | null {
  const period = child(node, 'TimePeriod');
  const read = (name: string): number | null => {
    const text = (period && child(period, name)?.text.trim()) || null;
    if (text === null) return null;
    // Only the date counts: ends are written as 23:59, 23:59:59 or 00:00 of the last day.
    const parsed = parseMspdiDate(text.slice(0, 10));
    if (parsed.ok) return dayOf(parsed.value);
    if (parsed.code === 'DATE_OUT_OF_RANGE') return text < '1900' ? FIRST_DAY : LAST_DAY;
    owner.context.log.add('DATE_UNREADABLE', `${owner.place}: ${name}`, node.line, { value: text });
    return null;
  };
  const from = read('FromDate');
  const to = read('ToDate') ?? (openEnd ? LAST_DAY : null);
  return from === null || to === null || to < from ? null : { from: formatDate(from), to: formatDate(to) };
}

const ITEMS: readonly (string & ('day' | 'weekday' | 'weekendDay'))[] = ['day', 'weekday', 'weekendDay'];
const within = (value: number | null, low: number, high: number, fallback: number) =>
  value === null || value < low || value > high ? fallback : value;

/** Exception/Type and its parameters (semantics §2). null: every day of the range. */
function readRecurrence(fields: Fields): Recurrence | null {
  const type = fields.integer('Type') ?? 1;
  const every = within(fields.integer('Period'), 1, 10_000, 1);
  const mask = fields.integer('DaysOfWeek') ?? 0;
  const monthItem = within(fields.integer('MonthItem'), 0, 9, 3);
  const position = within(fields.integer('MonthPosition'), 0, 4, 0);
  const month = within(fields.integer('Month'), 0, 11, 0) + 1;
  const day = within(fields.integer('MonthDay'), 1, 31, 1);
  const item = ITEMS[monthItem] ?? monthItem - 3;
  switch (type) {
    case 2:
      return { kind: 'yearlyDate', month, day };
    case 3:
      return { kind: 'yearlyPosition', month, item, position };
    case 4:
      return { kind: 'monthlyDay', every, day };
    case 5:
      return { kind: 'monthlyPosition', every, item, position };
    case 6:
      return { kind: 'weekly', every, weekdays: [0, 1, 2, 3, 4, 5, 6].filter((bit) => (mask >> bit) & 1) };
    case 7:
      return { kind: 'daily', every };
    case 8:
      return { kind: 'weekdays', every };
    default:
      return null;
  }
}

function readException(node: Node, owner: Owner): CalendarException | null {
  const fields = createFields(node, owner.place, owner.context);
  const recurrence = readRecurrence(fields);
  const counted = fields.flag('EnteredByOccurrences') === true;
  const count = within(fields.integer('Occurrences'), 1, 200_000, 0);
  const occurrences = recurrence && counted && count > 0 ? count : null;
  const range = readRange(node, owner, occurrences !== null);
  if (!range) return null;
  return {
    name: fields.text('Name') ?? '',
    ...range,
    intervals: readHours(node, null, owner),
    recurrence,
    occurrences,
  };
}

/** The form of 2002/2003: a WeekDay of type 0 with a date range. */
function readOldException(node: Node, owner: Owner): CalendarException | null {
  const range = readRange(node, owner, false);
  return (
    range && {
      name: '',
      ...range,
      intervals: readHours(node, null, owner),
      recurrence: null,
      occurrences: null,
    }
  );
}

const isDateRange = (day: Node): boolean => parseNumber(child(day, 'DayType')?.text.trim() ?? '') === 0;

function readExceptions(weekDays: readonly Node[], node: Node, owner: Owner): CalendarException[] {
  const list = child(node, 'Exceptions');
  const newForm = list ? childrenOf(list, 'Exception') : [];
  // Both forms say the same: read one, never add them up.
  const source = newForm.length > 0 ? newForm : weekDays.filter(isDateRange);
  const exceptions: CalendarException[] = [];
  let recurring = 0;
  for (const element of source) {
    const exception = newForm.length > 0 ? readException(element, owner) : readOldException(element, owner);
    if (!exception) continue;
    if (exception.recurrence) recurring++;
    if (exceptions.length >= MAX_EXCEPTIONS || recurring > MAX_RECURRING) {
      owner.context.log.add('CALENDAR_TOO_MANY_EXCEPTIONS', owner.place, element.line, {
        count: source.length,
      });
      break;
    }
    exceptions.push(exception);
  }
  return exceptions;
}

function readWorkWeeks(node: Node, owner: Owner): CalendarDef['workWeeks'] {
  const list = child(node, 'WorkWeeks');
  return (list ? childrenOf(list, 'WorkWeek') : []).slice(0, MAX_RECURRING).flatMap((element) => {
    const range = readRange(element, owner, false);
    if (!range) return [];
    const days = child(element, 'WeekDays');
    const name = child(element, 'Name')?.text ?? '';
    return [{ name, ...range, week: readWeek(days ? childrenOf(days, 'WeekDay') : [], owner) }];
  });
}

/** One Calendar element. `fallbackUid` is used if it has none. */
export function readCalendar(node: Node, fallbackUid: number, context: ReadContext): MspdiCalendar {
  const name = child(node, 'Name')?.text ?? '';
  const fields = createFields(node, name || 'Calendar', context);
  const owner = { place: name || 'Calendar', context };
  const uid = fields.integer('UID') ?? fallbackUid;
  fields.text('Name');
  const base = fields.integer('BaseCalendarUID') ?? -1;
  const days = fields.list('WeekDays').flatMap((list) => childrenOf(list, 'WeekDay'));
  fields.list('Exceptions');
  fields.list('WorkWeeks');
  const definition: CalendarDef = {
    id: String(uid),
    name,
    baseId: base < 0 || base === uid ? null : String(base),
    week: readWeek(days, owner),
    exceptions: readExceptions(days, node, owner),
    workWeeks: readWorkWeeks(node, owner),
  };
  return { uid, isBase: fields.flag('IsBaseCalendar') ?? base < 0, definition, extra: fields.rest() };
}
