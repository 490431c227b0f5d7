import type { CalendarException, Recurrence } from './definition.ts';
import { civilToDay, daysInMonth, dayToCivil, type EpochDay, parseDate, weekdayOf } from './instant.ts';

/**
 * Where exceptions of one calendar overlap: one-off beats yearly beats monthly beats weekly beats daily,
 * whatever the order of the list (deduced from files of Microsoft Project; semantics §2).
 */
export function exceptionRank(recurrence: Recurrence | null): number {
  switch (recurrence?.kind) {
    case undefined:
      return 4;
    case 'yearlyDate':
    case 'yearlyPosition':
      return 3;
    case 'monthlyDay':
    case 'monthlyPosition':
      return 2;
    case 'weekly':
      return 1;
    default:
      return 0;
  }
}

type Positional = Extract<Recurrence, { kind: 'monthlyPosition' | 'yearlyPosition' }>;

function fits(item: Positional['item'], weekday: number): boolean {
  if (item === 'day') return true;
  const weekend = weekday === 0 || weekday === 6;
  if (item === 'weekday') return !weekend;
  if (item === 'weekendDay') return weekend;
  return weekday === item;
}

function isAtPosition(rule: Positional, day: EpochDay): boolean {
  if (!fits(rule.item, weekdayOf(day))) return false;
  const date = dayToCivil(day);
  const first = civilToDay(date.year, date.month, 1);
  const last = first + daysInMonth(date.year, date.month) - 1;
  if (rule.position === 4) {
    for (let later = day + 1; later <= last; later++) if (fits(rule.item, weekdayOf(later))) return false;
    return true;
  }
  let before = 0;
  for (let d = first; d < day; d++) if (fits(rule.item, weekdayOf(d))) before++;
  return before === rule.position;
}

const monthIndex = (day: EpochDay) => {
  const date = dayToCivil(day);
  return date.year * 12 + date.month;
};

/** Does the rule that starts on `from` name this day? Occurrence counts and the end are not looked at. */
export function recursOn(rule: Recurrence, from: EpochDay, day: EpochDay): boolean {
  switch (rule.kind) {
    case 'daily':
      return (day - from) % rule.every === 0;
    case 'weekdays':
      return isNthWeekday(rule.every, from, day);
    case 'weekly': {
      const firstWeek = from - weekdayOf(from);
      return rule.weekdays.includes(weekdayOf(day)) && Math.floor((day - firstWeek) / 7) % rule.every === 0;
    }
    case 'monthlyDay':
      return dayToCivil(day).day === rule.day && (monthIndex(day) - monthIndex(from)) % rule.every === 0;
    case 'monthlyPosition':
      return (monthIndex(day) - monthIndex(from)) % rule.every === 0 && isAtPosition(rule, day);
    case 'yearlyDate': {
      const date = dayToCivil(day);
      return date.month === rule.month && date.day === rule.day;
    }
    case 'yearlyPosition':
      return dayToCivil(day).month === rule.month && isAtPosition(rule, day);
  }
}

function isNthWeekday(every: number, from: EpochDay, day: EpochDay): boolean {
  const weekday = weekdayOf(day);
  if (weekday === 0 || weekday === 6) return false;
  const weeks = Math.floor((day - from) / 7);
  let count = weeks * 5;
  for (let d = from + weeks * 7; d < day; d++) if (weekdayOf(d) !== 0 && weekdayOf(d) !== 6) count++;
  return count % every === 0;
}

/** The exception with its dates resolved: first and last day it can apply to. */
export interface ResolvedException {
  readonly rule: Recurrence | null;
  readonly from: EpochDay;
  readonly to: EpochDay;
  readonly rank: number;
}

/** Resolve the range; a limit of occurrences becomes the last day. null if the range is empty. */
export function resolveException(exception: CalendarException): ResolvedException | null {
  const from = parseDate(exception.from);
  let to = parseDate(exception.to);
  if (from === null || to === null || to < from) return null;
  const rule = exception.recurrence;
  if (rule && exception.occurrences !== null) {
    let left = exception.occurrences;
    for (let day = from; day <= to; day++) {
      if (!recursOn(rule, from, day)) continue;
      left--;
      if (left === 0) to = day;
    }
  }
  return { rule, from, to, rank: exceptionRank(rule) };
}

/** All dates of an exception, in order (for display, writing back and tests). */
export function expandException(exception: CalendarException): EpochDay[] {
  const resolved = resolveException(exception);
  const days: EpochDay[] = [];
  if (!resolved) return days;
  for (let day = resolved.from; day <= resolved.to; day++)
    if (!resolved.rule || recursOn(resolved.rule, resolved.from, day)) days.push(day);
  return days;
}
