import type {
  CalendarException,
  Interval,
  Recurrence,
  Week,
  WorkWeek,
} from '../../schedule/calendar/definition.ts';
import { Elements, formatClock } from './elements.ts';
import type { MspdiCalendar } from './model.ts';
import { CALENDAR_ORDER, EXCEPTION_ORDER, WEEK_DAY_ORDER } from './order.ts';

const hoursXml = (hours: readonly Interval[]): string =>
  hours
    .map(
      ([from, to]) =>
        `<WorkingTime><FromTime>${formatClock(from)}</FromTime><ToTime>${formatClock(to)}</ToTime></WorkingTime>`,
    )
    .join('');

function addHours(into: Elements, hours: readonly Interval[]): Elements {
  into.flag('DayWorking', hours.length > 0);
  return hours.length > 0
    ? into.xml('WorkingTimes', `<WorkingTimes>${hoursXml(hours)}</WorkingTimes>`)
    : into;
}

const periodXml = (from: string, to: string): string =>
  `<TimePeriod><FromDate>${from}T00:00:00</FromDate><ToDate>${to}T23:59:00</ToDate></TimePeriod>`;

function weekXml(week: Week): string {
  return week
    .map((hours, weekday) =>
      hours === null
        ? ''
        : addHours(new Elements().number('DayType', weekday + 1), hours).inline('WeekDay', WEEK_DAY_ORDER),
    )
    .join('');
}

/** The form of Project 2002/2003, which newer files repeat: a WeekDay of type 0 with a date range. */
function oldExceptionXml({ from, to, intervals }: CalendarException): string {
  return addHours(
    new Elements().number('DayType', 0).xml('TimePeriod', periodXml(from, to)),
    intervals,
  ).inline('WeekDay', WEEK_DAY_ORDER);
}

const ITEMS = ['day', 'weekday', 'weekendDay'];
/** 0 day, 1 weekday, 2 weekend day, 3 Sunday … 9 Saturday (semantics §2). */
const monthItem = (item: string | number): number =>
  typeof item === 'number' ? item + 3 : ITEMS.indexOf(item);

function addRecurrence(into: Elements, recurrence: Recurrence | null): Elements {
  switch (recurrence?.kind) {
    case undefined:
      return into.number('Type', 1);
    case 'yearlyDate':
      return into
        .number('Type', 2)
        .number('Month', recurrence.month - 1)
        .number('MonthDay', recurrence.day);
    case 'yearlyPosition':
      return into
        .number('Type', 3)
        .number('Month', recurrence.month - 1)
        .number('MonthItem', monthItem(recurrence.item))
        .number('MonthPosition', recurrence.position);
    case 'monthlyDay':
      return into.number('Type', 4).number('Period', recurrence.every).number('MonthDay', recurrence.day);
    case 'monthlyPosition':
      return into
        .number('Type', 5)
        .number('Period', recurrence.every)
        .number('MonthItem', monthItem(recurrence.item))
        .number('MonthPosition', recurrence.position);
    case 'weekly':
      return into
        .number('Type', 6)
        .number('Period', recurrence.every)
        .number(
          'DaysOfWeek',
          recurrence.weekdays.reduce((mask, weekday) => mask | (1 << weekday), 0),
        );
    case 'daily':
      return into.number('Type', 7).number('Period', recurrence.every);
    case 'weekdays':
      return into.number('Type', 8).number('Period', recurrence.every);
  }
}

function exceptionXml(exception: CalendarException): string {
  const { name, from, to, intervals, recurrence, occurrences } = exception;
  const into = new Elements()
    .flag('EnteredByOccurrences', occurrences !== null)
    .xml('TimePeriod', periodXml(from, to))
    .number('Occurrences', occurrences ?? 1)
    .text('Name', name);
  return addHours(addRecurrence(into, recurrence), intervals).inline('Exception', EXCEPTION_ORDER);
}

const workWeekXml = ({ name, from, to, week }: WorkWeek): string =>
  new Elements()
    .xml('TimePeriod', periodXml(from, to))
    .text('Name', name)
    .xml('WeekDays', `<WeekDays>${weekXml(week)}</WeekDays>`)
    .inline('WorkWeek', WORK_WEEK_ORDER);

const WORK_WEEK_ORDER = new Map([
  ['TimePeriod', 0],
  ['Name', 1],
  ['WeekDays', 2],
]);

/** One calendar. Recurring exceptions have no old form: Project 2002/2003 cannot read them. */
export function calendarXml({ uid, isBase, definition, extra }: MspdiCalendar): string {
  const { name, baseId, week, exceptions, workWeeks } = definition;
  const old = exceptions.filter(({ recurrence }) => recurrence === null).map(oldExceptionXml);
  const days = weekXml(week) + old.join('');
  const into = new Elements()
    .number('UID', uid)
    .text('Name', name)
    .flag('IsBaseCalendar', isBase)
    .number('BaseCalendarUID', baseId === null ? -1 : Number(baseId));
  if (days !== '') into.xml('WeekDays', `<WeekDays>${days}</WeekDays>`);
  if (exceptions.length > 0)
    into.xml('Exceptions', `<Exceptions>${exceptions.map(exceptionXml).join('')}</Exceptions>`);
  if (workWeeks.length > 0)
    into.xml('WorkWeeks', `<WorkWeeks>${workWeeks.map(workWeekXml).join('')}</WorkWeeks>`);
  return into.rest(extra).inside('Calendar', CALENDAR_ORDER, '\t\t');
}
