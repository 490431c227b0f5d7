import { civilToDay, dayToCivil, type EpochDay, weekdayOf } from '../calendar/instant.ts';

/** Steps of a time axis, smallest first. */
export const TIME_UNITS = ['day', 'week', 'month', 'quarter', 'year', 'decade'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** One cell of a time axis: `from` inclusive, `to` exclusive. */
export interface Tick {
  readonly from: EpochDay;
  readonly to: EpochDay;
}

/** Start of the unit that contains the day. Weeks begin on Monday (ISO 8601). */
export function startOfUnit(unit: TimeUnit, day: EpochDay): EpochDay {
  if (unit === 'day') return day;
  if (unit === 'week') return day - ((weekdayOf(day) + 6) % 7);
  const { year, month } = dayToCivil(day);
  if (unit === 'month') return civilToDay(year, month, 1);
  if (unit === 'quarter') return civilToDay(year, month - ((month - 1) % 3), 1);
  return civilToDay(unit === 'year' ? year : year - (year % 10), 1, 1);
}

/** Start of the unit after the one that contains the day. */
export function nextUnit(unit: TimeUnit, day: EpochDay): EpochDay {
  const from = startOfUnit(unit, day);
  if (unit === 'day') return from + 1;
  if (unit === 'week') return from + 7;
  const { year, month } = dayToCivil(from);
  if (unit === 'decade') return civilToDay(year + 10, 1, 1);
  if (unit === 'year') return civilToDay(year + 1, 1, 1);
  const next = month + (unit === 'month' ? 1 : 3);
  return next > 12 ? civilToDay(year + 1, next - 12, 1) : civilToDay(year, next, 1);
}

/** Cells of an axis that cover [from, to), whole units; the first and last may reach beyond. */
export function ticksBetween(unit: TimeUnit, from: EpochDay, to: EpochDay): Tick[] {
  const ticks: Tick[] = [];
  for (let day = startOfUnit(unit, from); day < to; ) {
    const next = nextUnit(unit, day);
    ticks.push({ from: day, to: next });
    day = next;
  }
  return ticks;
}

/** ISO 8601 week number (1–53) of a day and the year that week belongs to. */
export function isoWeek(day: EpochDay): { readonly year: number; readonly week: number } {
  const thursday = startOfUnit('week', day) + 3;
  const { year } = dayToCivil(thursday);
  return { year, week: Math.floor((thursday - civilToDay(year, 1, 1)) / 7) + 1 };
}

export interface Tiers {
  readonly upper: TimeUnit;
  readonly lower: TimeUnit;
}

/** Least width of a day, in px or pt at a text size of 10–12, from which each pair of tiers can be read. */
const TIER_STEPS: readonly (Tiers & { readonly from: number })[] = [
  { from: 30, upper: 'week', lower: 'day' },
  { from: 16, upper: 'month', lower: 'day' },
  { from: 5, upper: 'month', lower: 'week' },
  { from: 1.1, upper: 'quarter', lower: 'month' },
  { from: 0.25, upper: 'year', lower: 'quarter' },
  { from: 0, upper: 'decade', lower: 'year' },
];

/** The two rows of the header for a scale. @param perDay width of one day */
export function tiersFor(perDay: number): Tiers {
  return TIER_STEPS.find((step) => perDay >= step.from) ?? { upper: 'decade', lower: 'year' };
}

/** Widths of one day that the zoom buttons step through, in px. */
export const ZOOM_STEPS = [0.03, 0.08, 0.2, 0.4, 0.8, 1.5, 2.5, 5, 9, 16, 30, 60, 120] as const;
export const MIN_ZOOM = ZOOM_STEPS[0];
export const MAX_ZOOM = 120;

/** The next larger (`+1`) or smaller (`-1`) step from a scale that may lie between two of them. */
export function zoomStep(perDay: number, direction: 1 | -1): number {
  const near = perDay * 1e-6;
  if (direction > 0) return ZOOM_STEPS.find((step) => step > perDay + near) ?? MAX_ZOOM;
  return ZOOM_STEPS.findLast((step) => step < perDay - near) ?? MIN_ZOOM;
}
