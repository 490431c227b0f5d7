import type { CalendarException, Week } from '../../schedule/calendar/definition.ts';
import { formatDate, TENTHS_PER_DAY } from '../../schedule/calendar/instant.ts';
import { FIRST_DAY, LAST_DAY } from '../../schedule/calendar/workCalendar.ts';
import type { MspdiCalendar } from '../mspdi/model.ts';
import { child, childrenOf, type Node } from '../mspdi/tree.ts';
import type { ReadContext } from '../mspdi/values.ts';
import { attribute } from '../xml/readTree.ts';
import { DAY_HOURS, idIn, midnightOf, numberOf } from './values.ts';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export const CALENDAR_UID = 1;

const hours = (): [number, number][] => DAY_HOURS.map(([from, to]) => [from, to]);

/** `default-week`: 1 = day off. “Weekends only shown” means that they count as working. */
function readWeek(types: Node | undefined): Week {
  const parent = types && (child(types, 'default-week') ? types : child(types, 'calendar'));
  const week = parent && child(parent, 'default-week');
  const shown = types && child(types, 'only-show-weekends');
  const all = shown !== undefined && attribute(shown, 'value') === 'true';
  const isOff = (name: string, weekday: number) =>
    week ? attribute(week, name) === '1' : weekday === 0 || weekday === 6;
  return WEEKDAYS.map((name, weekday) => (isOff(name, weekday) && !all ? [] : hours())) as unknown as Week;
}

/** `<date>`: one day, or the same day of every year if it names none. */
function readDate(node: Node): CalendarException | null {
  const [year, month, day] = [numberOf(node, 'year'), numberOf(node, 'month'), numberOf(node, 'date')];
  const type = attribute(node, 'type') ?? 'HOLIDAY';
  if (month === null || day === null || type === 'NEUTRAL') return null;
  const name = node.text.trim();
  const intervals = type === 'WORKING_DAY' ? hours() : [];
  if (year === null) {
    if (month < 1 || month > 12 || day < 1 || day > 31) return null;
    return {
      name,
      from: formatDate(FIRST_DAY),
      to: formatDate(LAST_DAY),
      intervals,
      recurrence: { kind: 'yearlyDate', month, day },
      occurrences: null,
    };
  }
  const midnight = midnightOf({ ...node, attributes: [['at', `${year}-${month}-${day}`]] }, 'at');
  if (midnight === null) return null;
  const date = formatDate(midnight / TENTHS_PER_DAY);
  return { name, from: date, to: date, intervals, recurrence: null, occurrences: null };
}

/** The one calendar of the file. */
export function readCalendar(root: Node, { log }: ReadContext): MspdiCalendar {
  const node = child(root, 'calendars');
  const types = node && child(node, 'day-types');
  const base = node && attribute(node, 'base-id');
  // Holidays of a national calendar are not in the file, only its name.
  if (base) log.add('GAN_BASE_CALENDAR', 'calendars', node.line, { name: base });
  return {
    uid: CALENDAR_UID,
    isBase: true,
    definition: {
      id: String(CALENDAR_UID),
      name: 'Standard',
      baseId: null,
      week: readWeek(types),
      exceptions: node ? childrenOf(node, 'date').flatMap((date) => readDate(date) ?? []) : [],
      workWeeks: [],
    },
    extra: [],
  };
}

/** Vacations as calendars of people, derived from the one of the project; first and last day are both free. */
export function readVacations(root: Node, firstUid: number): ReadonlyMap<number, MspdiCalendar> {
  const calendars = new Map<number, MspdiCalendar>();
  const list = child(root, 'vacations');
  for (const vacation of list ? childrenOf(list, 'vacation') : []) {
    const person = idIn(vacation, 'resourceid');
    const start = midnightOf(vacation, 'start');
    const end = midnightOf(vacation, 'end');
    if (person === null || start === null || end === null || end < start) continue;
    const free: CalendarException = {
      name: '',
      from: formatDate(start / TENTHS_PER_DAY),
      to: formatDate(end / TENTHS_PER_DAY),
      intervals: [],
      recurrence: null,
      occurrences: null,
    };
    const uid = calendars.get(person)?.uid ?? firstUid + calendars.size;
    calendars.set(person, {
      uid,
      isBase: false,
      definition: {
        id: String(uid),
        name: '',
        baseId: String(CALENDAR_UID),
        week: [null, null, null, null, null, null, null],
        exceptions: [...(calendars.get(person)?.definition.exceptions ?? []), free],
        workWeeks: [],
      },
      extra: [],
    });
  }
  return calendars;
}
