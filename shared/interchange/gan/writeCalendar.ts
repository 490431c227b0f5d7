import type { CalendarDef, CalendarException } from '../../schedule/calendar/definition.ts';
import {
  dayOf,
  dayToCivil,
  type EpochDay,
  type Instant,
  parseDate,
  weekdayOf,
} from '../../schedule/calendar/instant.ts';
import type { WorkCalendar } from '../../schedule/calendar/workCalendar.ts';
import { escapeXml } from '../mspdi/elements.ts';
import type { MspdiProject } from '../mspdi/model.ts';
import { idOfUid, openTag } from './values.ts';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
/** Days of one exception that are written one by one; a longer range is no list of holidays. */
const MAX_DAYS = 1000;
const YEAR = 366;

interface Holiday {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly working: boolean;
  readonly name: string;
}

const key = ({ year, month, day }: Holiday): string => `${year ?? ''}-${month}-${day}`;

function ofDay(at: EpochDay, name: string, working: boolean): Holiday {
  return { ...dayToCivil(at), working, name };
}

function daysOf({ name, from, to, intervals }: CalendarException): Holiday[] {
  const first = parseDate(from);
  const last = parseDate(to);
  if (first === null || last === null || last - first >= MAX_DAYS) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => ofDay(first + i, name, intervals.length > 0));
}

/** Does the day of week work in the calendar as a rule, in the middle of the plan? */
function offDays(project: MspdiProject): boolean[] {
  const byId = new Map(project.calendars.map(({ definition }) => [definition.id, definition]));
  const chain: CalendarDef[] = [];
  for (
    let def = byId.get(String(project.properties.calendarUid));
    def && !chain.includes(def);
    def = byId.get(def.baseId ?? '')
  )
    chain.push(def);
  return WEEKDAYS.map((_, weekday) => {
    const hours = chain.map(({ week }) => week[weekday] ?? null).find((own) => own !== null);
    return hours ? hours.length === 0 : weekday === 0 || weekday === 6;
  });
}

/** Named days first, then every other day of the plan that is not what its day of the week says. */
function holidays(
  project: MspdiProject,
  calendar: WorkCalendar,
  off: readonly boolean[],
  range: { readonly first: Instant; readonly last: Instant } | null,
): Holiday[] {
  const exceptions = project.calendars
    .filter(({ uid }) => uid === project.properties.calendarUid)
    .flatMap(({ definition }) => definition.exceptions);
  const days = new Map<string, Holiday>();
  const add = (holiday: Holiday) => {
    if (!days.has(key(holiday))) days.set(key(holiday), holiday);
  };
  for (const exception of exceptions) {
    const { recurrence, name, intervals } = exception;
    if (recurrence === null) daysOf(exception).forEach(add);
    else if (recurrence.kind === 'yearlyDate' && exception.occurrences === null)
      add({ year: null, month: recurrence.month, day: recurrence.day, working: intervals.length > 0, name });
  }
  if (!range) return [...days.values()];
  for (let day = dayOf(range.first) - YEAR; day <= dayOf(range.last) + YEAR; day++) {
    const works = calendar.isWorkingDay(day);
    const plain = ofDay(day, '', works);
    const yearly = days.get(key({ ...plain, year: null }));
    if (works === (yearly?.working ?? !off[weekdayOf(day)])) continue;
    add(plain);
  }
  return [...days.values()];
}

/** `calendars`: the week, and the days that differ from it. */
export function calendarXml(
  project: MspdiProject,
  calendar: WorkCalendar,
  range: { readonly first: Instant; readonly last: Instant } | null,
): string {
  const off = offDays(project);
  const week = openTag(
    'default-week',
    [['id', 1], ['name', 'default'], ...WEEKDAYS.map((name, i) => [name, off[i] ? 1 : 0] as const)],
    true,
  );
  const dates = holidays(project, calendar, off, range).map(({ year, month, day, working, name }) => {
    const attributes = [
      ['year', year ?? ''],
      ['month', month],
      ['date', day],
      ['type', working ? 'WORKING_DAY' : 'HOLIDAY'],
    ] as const;
    return name === ''
      ? `        ${openTag('date', attributes, true)}\n`
      : `        ${openTag('date', attributes, false)}${escapeXml(name)}</date>\n`;
  });
  return [
    '    <calendars>\n        <day-types>\n            <day-type id="0"/>\n            <day-type id="1"/>\n',
    `            ${week}\n            <only-show-weekends value="false"/>\n`,
    '            <overriden-day-types/>\n            <days/>\n        </day-types>\n',
    ...dates,
    '    </calendars>\n',
  ].join('');
}

/** Days off of people, from the calendars of their own. */
export function vacationsXml(project: MspdiProject): string {
  const byUid = new Map(project.calendars.map((calendar) => [calendar.uid, calendar]));
  const lines = project.resources.flatMap(({ uid, calendarUid }) => {
    const calendar = calendarUid === null ? undefined : byUid.get(calendarUid);
    const free = calendar?.isBase === false ? calendar.definition.exceptions : [];
    return free
      .filter(({ recurrence, intervals }) => recurrence === null && intervals.length === 0)
      .map(({ from, to }) =>
        openTag(
          'vacation',
          [
            ['start', from],
            ['end', to],
            ['resourceid', idOfUid(uid)],
          ],
          true,
        ),
      );
  });
  if (lines.length === 0) return '    <vacations/>\n';
  return `    <vacations>\n${lines.map((line) => `        ${line}\n`).join('')}    </vacations>\n`;
}
