import {
  civilToDay,
  dayOf,
  type EpochDay,
  type Instant,
  parseDate,
  TENTHS_PER_DAY,
} from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import type { DayRange } from '#shared/schedule/layout/backdrop.ts';
import { MAX_ZOOM, MIN_ZOOM, startOfUnit } from '#shared/schedule/layout/timescale.ts';
import type { PlanModel, PlanRow } from './model.ts';
import { barDates, NO_DATE } from './timeline/dates.ts';

/** Places of time on the timeline, px from its left end. */
export interface Scale extends DayRange {
  /** Px of one day. */
  readonly perDay: number;
  readonly width: number;
  x(instant: Instant): number;
  dayX(day: EpochDay): number;
  /** A day with its fraction. */
  dayAt(x: number): number;
}

const FAR = 5 * 366;

/** First and last day of the tasks and of the project; `from` after `to` where there is none. */
export function workRange(model: PlanModel): DayRange {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const { start, finish } = barDates(model.columns);
  for (const column of [start, finish])
    for (let i = 0; i < column.length; i++) {
      const instant = column[i] as number;
      if (instant > last) last = instant;
      if (instant < first && instant !== NO_DATE) first = instant;
    }
  // Most rows have none: a set leaves few to look at.
  for (const instant of new Set(model.columns.deadline)) {
    if (instant === null) continue;
    if (instant < first) first = instant;
    if (instant > last) last = instant;
  }
  const ends = [model.project.start_on, model.project.finish_on].flatMap((text) =>
    text === null ? [] : (parseDate(text) ?? []),
  );
  return { from: Math.min(dayOf(first), ...ends), to: Math.max(dayOf(last), ...ends) };
}

/** What the timeline spans: the work, and today unless it is years away. */
export function planRange(model: PlanModel): DayRange {
  const { from, to } = workRange(model);
  const today = parseDate(model.today) ?? civilToDay(2000, 1, 1);
  if (from > to) return { from: today, to: today + 60 };
  const isNear = today > from - FAR && today < to + FAR;
  return isNear ? { from: Math.min(from, today), to: Math.max(to, today) + 1 } : { from, to: to + 1 };
}

/** Days of some rows, from the first start to the last finish; null without dates. */
export function rangeOf(rows: readonly Pick<PlanRow, 'start' | 'finish'>[]): DayRange | null {
  const days = rows.flatMap(({ start, finish }) => [start ?? [], finish ?? []].flat().map(dayOf));
  return days.length === 0 ? null : { from: Math.min(...days), to: Math.max(...days) + 1 };
}

/** A scale with room on both sides, at least as wide as the view. */
export function createScale(range: DayRange, perDay: number, viewWidth: number): Scale {
  const air = Math.max(7, Math.ceil(120 / perDay));
  const from = startOfUnit('week', range.from - air);
  const to = Math.max(range.to + air * 2, from + Math.ceil(viewWidth / perDay));
  const dayX = (day: EpochDay) => (day - from) * perDay;
  return {
    from,
    to,
    perDay,
    width: (to - from) * perDay,
    dayX,
    x: (instant) => dayX(instant / TENTHS_PER_DAY),
    dayAt: (x) => from + x / perDay,
  };
}

export const clampZoom = (perDay: number): number => Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, perDay));

/** Px per day at which the whole range fits a width. */
export const fitZoom = (range: DayRange, width: number): number =>
  clampZoom(Math.max(1, width - 160) / Math.max(1, range.to - range.from));

/** Working days between two days, signed: how far a bar moves when it is dragged from one to the other. */
export function workingDelta(calendar: WorkCalendar, from: EpochDay, to: EpochDay): number {
  if (to > from) return calendar.workingDaysBetween(from + 1, to);
  // `|| 0`: no negative zero.
  return -calendar.workingDaysBetween(to, from - 1) || 0;
}
