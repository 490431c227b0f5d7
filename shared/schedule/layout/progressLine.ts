/** The progress line: one point per task, left of the status date where work is behind, right where it is ahead. */
import type { Instant } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';

/** Radius of its points, as a part of a row. */
export const PROGRESS_DOT = 3 / 32;

export interface ProgressLineRow {
  readonly summary: boolean;
  /** False for blank and inactive rows: the line passes them by. */
  readonly counts: boolean;
  readonly start: Instant | null;
  readonly finish: Instant | null;
  /** 0–100 */
  readonly percent: number;
  /** Where work stopped, if that was recorded; else it follows from the percentage. */
  readonly stop?: Instant | null;
}

export interface ProgressPoint {
  /** Index of the row. */
  readonly row: number;
  readonly at: Instant;
  readonly state: 'on' | 'behind' | 'ahead';
}

/** How far along its bar a task is, in working time. */
export function progressAt(row: ProgressLineRow, calendar: WorkCalendar): Instant | null {
  const { start, finish } = row;
  if (start === null || finish === null) return null;
  if (row.percent >= 100) return finish;
  if (row.percent <= 0) return start;
  if (row.stop !== undefined && row.stop !== null) return Math.min(finish, Math.max(start, row.stop));
  const work = calendar.workBetween(start, finish);
  if (work <= 0) return start + Math.round(((finish - start) * row.percent) / 100);
  const done = Math.round((work * row.percent) / 100);
  return done <= 0 ? start : (calendar.addWork(start, done) ?? start);
}

function pointAt(row: ProgressLineRow, status: Instant, calendar: WorkCalendar): Instant | null {
  const { start, finish } = row;
  const reached = progressAt(row, calendar);
  if (start === null || finish === null || reached === null) return null;
  // What is over, and what lies ahead and has not begun, is neither behind nor ahead.
  if (row.percent >= 100) return Math.max(status, finish);
  if (row.percent <= 0 && start >= status) return status;
  return reached;
}

/**
 * Points of the progress line from the top row down; summaries and rows without dates have none. `screen` and
 * `paper` join them by straight lines, starting and ending on the status date.
 * @param status the moment up to which progress is recorded (end of the status day)
 */
export function progressLine(
  rows: readonly ProgressLineRow[],
  status: Instant,
  calendarOf: (row: number) => WorkCalendar,
): ProgressPoint[] {
  return rows.flatMap((row, index) => {
    if (row.summary || !row.counts) return [];
    const calendar = calendarOf(index);
    const at = pointAt(row, status, calendar);
    if (at === null) return [];
    // Friday evening and Monday morning are one working moment.
    const same = at === status || calendar.workBetween(at, status) === 0;
    const state = same ? 'on' : at < status ? 'behind' : 'ahead';
    return [{ row: index, at: same ? status : at, state } as const];
  });
}
