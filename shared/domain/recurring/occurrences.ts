/** The days of a recurring task. Pure. */
import {
  civilToDay,
  dayOf,
  daysInMonth,
  dayToCivil,
  type EpochDay,
  formatDate,
  parseDate,
  TENTHS_PER_DAY,
} from '../../schedule/calendar/instant.ts';
import type { WorkCalendar } from '../../schedule/calendar/workCalendar.ts';
import { MAX_OCCURRENCES, type Pattern, type RecurrenceRule } from './rule.ts';

export interface Occurrence {
  /** The day the rule means, `YYYY-MM-DD`. */
  readonly on: string;
  /** The working day it takes place on. */
  readonly day: EpochDay;
  /** A day off moved it. */
  readonly moved: boolean;
}

export interface Occurrences {
  readonly list: readonly Occurrence[];
  /** Left out because of days off. */
  readonly skipped: number;
  /** There would be more than can be made. */
  readonly cut: boolean;
}

/** So many days of the rule are looked at: a rule that finds only days off ends too. */
const MAX_TRIED = 5000;

// Day 0, 1970-01-01, was a Thursday: ISO weekday 4.
const isoWeekday = (day: EpochDay): number => ((((day + 3) % 7) + 7) % 7) + 1;

function* everyDays(first: EpochDay, every: number): Generator<EpochDay> {
  for (let day = first; ; day += every) yield day;
}

function* everyWeeks(first: EpochDay, every: number, weekdays: readonly number[]): Generator<EpochDay> {
  const sorted = [...new Set(weekdays)].sort((a, b) => a - b);
  for (let monday = first + 1 - isoWeekday(first); ; monday += every * 7)
    for (const weekday of sorted) yield monday + weekday - 1;
}

function* everyMonths(
  first: EpochDay,
  every: number,
  dayIn: (year: number, month: number) => EpochDay,
): Generator<EpochDay> {
  const { year, month } = dayToCivil(first);
  for (let index = year * 12 + month - 1; ; index += every)
    yield dayIn(Math.floor(index / 12), (index % 12) + 1);
}

/** The n-th (5: the last) of a weekday in a month. */
function nthWeekday(year: number, month: number, nth: number, weekday: number): EpochDay {
  const first = civilToDay(year, month, 1);
  const begin = first + ((weekday - isoWeekday(first) + 7) % 7);
  if (nth < 5) return begin + (nth - 1) * 7;
  const last = first + daysInMonth(year, month) - 1;
  return last - ((isoWeekday(last) - weekday + 7) % 7);
}

function daysOf(pattern: Pattern, first: EpochDay): Generator<EpochDay> {
  switch (pattern.kind) {
    case 'days':
      return everyDays(first, pattern.every);
    case 'weeks':
      return everyWeeks(first, pattern.every, pattern.weekdays);
    case 'months':
      return everyMonths(
        first,
        pattern.every,
        (year, month) => civilToDay(year, month, 1) + Math.min(pattern.day, daysInMonth(year, month)) - 1,
      );
    case 'monthWeekday':
      return everyMonths(first, pattern.every, (year, month) =>
        nthWeekday(year, month, pattern.nth, pattern.weekday),
      );
  }
}

/** Where a day of the rule takes place; null: it is left out. */
function placeOn(calendar: WorkCalendar, day: EpochDay, rule: RecurrenceRule['onDayOff']): EpochDay | null {
  if (calendar.isWorkingDay(day)) return day;
  if (rule === 'skip') return null;
  const found =
    rule === 'next'
      ? calendar.nextWorkStart(day * TENTHS_PER_DAY)
      : calendar.prevWorkEnd((day + 1) * TENTHS_PER_DAY);
  if (found === null) return null;
  // The end of a period at midnight belongs to the day before.
  return rule === 'next' ? dayOf(found) : dayOf(found - 1);
}

/**
 * The occurrences of a rule on a calendar, in order. The rule's days lie between `from` and `until`; one that a day
 * off moves may fall outside by that much. Two that fall on one day are one. `count` counts what takes place.
 */
export function occurrencesOf(rule: RecurrenceRule, calendar: WorkCalendar): Occurrences {
  const first = parseDate(rule.from) ?? 0;
  const last = rule.until === null ? Number.POSITIVE_INFINITY : (parseDate(rule.until) ?? 0);
  const most = rule.count ?? (rule.until === null ? 0 : MAX_OCCURRENCES);
  const list: Occurrence[] = [];
  const taken = new Set<EpochDay>();
  let skipped = 0;
  let tried = 0;
  for (const day of daysOf(rule.pattern, first)) {
    tried += 1;
    if (day > last || tried > MAX_TRIED) break;
    if (day < first) continue;
    if (list.length >= most) return { list, skipped, cut: rule.count === null };
    const place = placeOn(calendar, day, rule.onDayOff);
    if (place === null) skipped += 1;
    else if (!taken.has(place)) {
      taken.add(place);
      list.push({ on: formatDate(day), day: place, moved: place !== day });
    }
  }
  return { list: list.sort((a, b) => a.day - b.day), skipped, cut: false };
}
