/**
 * J4: load against capacity. Work is spread evenly over the working time of the resource between start and finish
 * of the assignment; amounts are tenths of a minute. Pure.
 */
import { type EpochDay, type Instant, TENTHS_PER_DAY } from '../../schedule/calendar/instant.ts';
import type { WorkCalendar } from '../../schedule/calendar/workCalendar.ts';

/** Work of one resource on one task. */
export interface Booking {
  readonly start: Instant;
  readonly finish: Instant;
  /** Tenths of work in all, 0 or more. */
  readonly work: number;
}

/** Span of days: from `first` up to, not including, `end`. */
export interface DaySpan {
  readonly first: EpochDay;
  readonly end: EpochDay;
}

/** More than this many tenths above the capacity is an overload; less is rounding. */
const TOLERANCE = 10;

/** The clock work is spread over: the resource's own, unless it has no time at all between start and finish. */
function spreadOver(calendar: WorkCalendar, booking: Booking): { of: (t: Instant) => number; total: number } {
  const total = calendar.workBetween(booking.start, booking.finish);
  if (total > 0) return { of: (t) => calendar.workBetween(booking.start, t), total };
  // Work on days off was entered on purpose: it must not vanish from the load.
  return { of: (t) => t - booking.start, total: booking.finish - booking.start };
}

/**
 * Work of a booking per span of days, in whole tenths. Spans must be in order; what lies outside them is left out.
 * Spans that cover the booking get exactly its work in all. A booking without length lies on the day it starts.
 */
export function spreadWork(
  calendar: WorkCalendar,
  booking: Booking,
  spans: readonly DaySpan[],
): readonly number[] {
  const { start, finish, work } = booking;
  if (finish <= start) {
    const day = Math.floor(start / TENTHS_PER_DAY);
    return spans.map((span) => (day >= span.first && day < span.end ? work : 0));
  }
  const { of, total } = spreadOver(calendar, booking);
  // Differences of rounded sums, so that the parts add up to the whole.
  const doneBy = (t: Instant): number => {
    if (t <= start) return 0;
    return t >= finish ? work : Math.round((work * of(t)) / total);
  };
  return spans.map(({ first, end }) => {
    if (end * TENTHS_PER_DAY <= start || first * TENTHS_PER_DAY >= finish) return 0;
    return doneBy(end * TENTHS_PER_DAY) - doneBy(first * TENTHS_PER_DAY);
  });
}

/** Work a resource can do per span: its working time times the number of units of it there are. */
export function capacityOf(
  calendar: WorkCalendar,
  maxUnits: number,
  spans: readonly DaySpan[],
): readonly number[] {
  return spans.map(({ first, end }) =>
    Math.round(calendar.workBetween(first * TENTHS_PER_DAY, end * TENTHS_PER_DAY) * maxUnits),
  );
}

/** J4: true where the load is more than the capacity. */
export function isOver(load: number, capacity: number): boolean {
  return load > capacity + TOLERANCE;
}

/** Single days from `first` up to, not including, `end`. */
export function daySpans(first: EpochDay, end: EpochDay): readonly DaySpan[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => ({
    first: first + i,
    end: first + i + 1,
  }));
}

/** Weeks that begin on Monday; the first and the last may be cut short by the range. */
export function weekSpans(first: EpochDay, end: EpochDay): readonly DaySpan[] {
  const spans: DaySpan[] = [];
  for (let day = first; day < end; ) {
    // Day 0, 1970-01-01, was a Thursday.
    const next = Math.min(end, day + 7 - ((((day + 3) % 7) + 7) % 7));
    spans.push({ first: day, end: next });
    day = next;
  }
  return spans;
}

export interface Overload {
  /** Days on which the load is more than the capacity. */
  readonly days: number;
  readonly firstDay: EpochDay;
  readonly lastDay: EpochDay;
  /** Load and capacity of the worst day. */
  readonly worst: { readonly day: EpochDay; readonly load: number; readonly capacity: number };
}

/** J4: the overload of a resource in words' worth of numbers; null if there is none. Spans are single days. */
export function overloadOf(
  spans: readonly DaySpan[],
  load: readonly number[],
  capacity: readonly number[],
): Overload | null {
  let days = 0;
  let [firstDay, lastDay] = [0, 0];
  let worst = { day: 0, load: 0, capacity: 0 };
  for (const [i, { first: day }] of spans.entries()) {
    const [here, most] = [load[i] ?? 0, capacity[i] ?? 0];
    if (!isOver(here, most)) continue;
    if (days === 0) firstDay = day;
    if (days === 0 || here - most > worst.load - worst.capacity) worst = { day, load: here, capacity: most };
    days += 1;
    lastDay = day;
  }
  return days === 0 ? null : { days, firstDay, lastDay, worst };
}
