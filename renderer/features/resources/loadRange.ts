import { addDays, weekdayOf } from '#shared/domain/deadline/dates.ts';

export type LoadUnit = 'day' | 'week';

/** Columns that fit a small screen. */
const COLUMNS: Readonly<Record<LoadUnit, number>> = { day: 28, week: 20 };

const monday = (date: string): string => addDays(date, 1 - weekdayOf(date));

/** First and last day of the chart that begins in the week of `from`. */
export function rangeFrom(from: string, unit: LoadUnit): { readonly from: string; readonly to: string } {
  const first = monday(from);
  return { from: first, to: addDays(first, COLUMNS[unit] * (unit === 'week' ? 7 : 1) - 1) };
}

/** One chart earlier or later; a week of overlap keeps the place recognisable. */
export function step(from: string, unit: LoadUnit, direction: 1 | -1): string {
  const days = COLUMNS[unit] * (unit === 'week' ? 7 : 1) - 7;
  return monday(addDays(from, direction * days));
}
