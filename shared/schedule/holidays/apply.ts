import type { CalendarDef, CalendarException, Interval, Intervals } from '../calendar/definition.ts';
import { formatDate, parseDate, weekdayOf } from '../calendar/instant.ts';
import { standardDay } from '../calendar/presets.ts';

/** A day off, or a day worked although it would be off, from an official or an imported list. */
export interface SpecialDay {
  readonly date: string;
  readonly name: string;
  readonly working: boolean;
}

const copy = (list: Intervals): Interval[] => list.map(([from, to]): Interval => [from, to]);

/** The hours of a usual working day: those of the first day of the week, from Monday on, that works. */
function usualHours({ week }: CalendarDef): Interval[] {
  for (const weekday of [1, 2, 3, 4, 5, 6, 0]) {
    const hours = week[weekday];
    if (hours && hours.length > 0) return copy(hours);
  }
  return standardDay(1);
}

/**
 * The calendar with special days as one-off exceptions, days in a row under one name together. A make-up workday
 * has the hours of a usual day, or its own if the week works on that day anyway. Exceptions the calendar has stay
 * and, as they come later, win.
 */
export function withSpecialDays(calendar: CalendarDef, days: readonly SpecialDay[]): CalendarDef {
  const exceptions: CalendarException[] = [];
  const usual = usualHours(calendar);
  for (const { date, name, working } of [...days].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const day = parseDate(date);
    if (day === null) continue;
    const own = calendar.week[weekdayOf(day)];
    const intervals = working ? (own && own.length > 0 ? copy(own) : copy(usual)) : [];
    const last = exceptions.at(-1);
    const isNext =
      last?.name === name && last.to === formatDate(day - 1) && !working && last.intervals.length === 0;
    if (isNext) last.to = date;
    else exceptions.push({ name, from: date, to: date, intervals, recurrence: null, occurrences: null });
  }
  return { ...calendar, exceptions: [...exceptions, ...calendar.exceptions] };
}
