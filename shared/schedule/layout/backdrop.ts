/** What stands behind and above the bars: days off, and the lines of today and of the status date. */
import type { EpochDay } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';

/** Days, from inclusive, to exclusive. */
export interface DayRange {
  readonly from: EpochDay;
  readonly to: EpochDay;
}

/** Days off narrower than this part of a row would be noise. */
const SHADED = 2.4 / 32;

/** Whether single days off can be seen. @param row height of a row of one line, in the unit of `perDay` */
export const showsDaysOff = (perDay: number, row: number): boolean => perDay >= row * SHADED;

/** Days off in [from, to), neighbours joined. */
export function offSpans(calendar: WorkCalendar, from: EpochDay, to: EpochDay): DayRange[] {
  const spans: DayRange[] = [];
  for (let day = from; day < to; day++) {
    if (calendar.isWorkingDay(day)) continue;
    const last = spans.at(-1);
    if (last?.to === day) spans[spans.length - 1] = { from: last.from, to: day + 1 };
    else spans.push({ from: day, to: day + 1 });
  }
  return spans;
}

/** Where the line of the status date stands, a day with its fraction: progress is recorded up to its end. */
export const statusLineAt = (day: EpochDay | null): number | null => (day === null ? null : day + 1);

/** Where the line of today stands: nobody says what of it is over. */
export const todayLineAt = (day: EpochDay | null): number | null => (day === null ? null : day + 0.5);

/** The flag that names a line: where the line stands, and how wide the flag is. */
export interface DateFlag {
  readonly x: number;
  readonly width: number;
}

/**
 * Left ends of the flags of the status date and of today. The earlier one stands to the left of its line and the
 * later one to the right, so that neighbours do not cover each other; a flag alone stands left (status) or right.
 * Between `from` and `to`, where there is room for both.
 */
export function placeFlags(
  status: DateFlag | null,
  today: DateFlag | null,
  from: number,
  to: number,
): { readonly status: number | null; readonly today: number | null } {
  const isStatusFirst = status === null || today === null || status.x <= today.x;
  const [first, second] = isStatusFirst ? [status, today] : [today, status];
  let a = first && Math.max(from, first.x - first.width);
  let b = second && Math.min(to - second.width, second.x);
  if (first && second && a !== null && b !== null) {
    b = Math.max(b, a + first.width);
    if (b + second.width > to) {
      b = to - second.width;
      a = Math.min(a, b - first.width);
    }
  }
  return isStatusFirst ? { status: a, today: b } : { status: b, today: a };
}
