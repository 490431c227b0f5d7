/** W1: how far the work should be on the status day, how far it is, and how much each piece of work weighs. */
import type { Instant } from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import { type Deviation, scheduleDeviation } from '../report/deviation.ts';

/** What weighs a task in an average: its planned duration (the default), its planned cost, or every task alike. */
export type Weighting = 'duration' | 'cost' | 'count';

/** A row of the plan in outline order, parents before children. Planned values are those of the baseline, if any. */
export interface ProgressRow {
  /** Index of the row above it, -1 for none. */
  readonly parent: number;
  readonly summary: boolean;
  /** False for what is no work: blank and inactive rows, milestones (their days count) and buffers. */
  readonly counts: boolean;
  readonly start: Instant | null;
  readonly finish: Instant | null;
  /** Working tenths; null: the working time between start and finish. */
  readonly duration: number | null;
  /** Minor units of the currency. */
  readonly cost: number | null;
  /** Recorded progress, 0–100. */
  readonly percent: number;
}

export interface RowProgress extends Deviation {
  /** 0–100; null where no dated work lies in or below the row. */
  readonly planned: number | null;
  readonly actual: number | null;
  readonly weight: number;
}

export interface ProgressOptions {
  /** End of the status day. */
  readonly status: Instant;
  readonly weighting: Weighting;
  /** W1: percent, strictly beyond which a deviation is abnormal. */
  readonly threshold: number;
  /** Calendar of a row by index. */
  readonly calendarOf: (index: number) => WorkCalendar;
}

/** Share of the working time between two moments that has passed at a third, 0–1. */
export function passedShare(calendar: WorkCalendar, start: Instant, finish: Instant, at: Instant): number {
  if (at >= finish) return 1;
  if (at <= start) return 0;
  const work = calendar.workBetween(start, finish);
  // Dates on days off have no working time between them: then the clock on the wall must do.
  return work > 0 ? calendar.workBetween(start, at) / work : (at - start) / (finish - start);
}

/** Weight of a leaf; never negative. A cost below zero (a credit) weighs nothing. */
export function leafWeight(
  row: Pick<ProgressRow, 'start' | 'finish' | 'duration' | 'cost'>,
  weighting: Weighting,
  calendar: WorkCalendar,
): number {
  if (weighting === 'count') return 1;
  if (weighting === 'cost') return Math.max(0, row.cost ?? 0);
  if (row.duration !== null) return row.duration;
  if (row.start === null || row.finish === null) return 0;
  return Math.max(0, calendar.workBetween(row.start, row.finish));
}

/** Sums of binary fractions: six decimals are far below what is shown, and 55.1 stays 55.1. */
const clean = (value: number): number => Math.min(100, Math.max(0, Math.round(value * 1e6) / 1e6));

interface Sum {
  weight: number;
  planned: number;
  actual: number;
}

function resultOf(sum: Sum, threshold: number): RowProgress {
  if (!(sum.weight > 0)) return { planned: null, actual: null, value: null, abnormal: false, weight: 0 };
  const planned = clean(sum.planned / sum.weight);
  const actual = clean(sum.actual / sum.weight);
  return { planned, actual, weight: sum.weight, ...scheduleDeviation(planned, actual, threshold) };
}

/**
 * W1 for every row and for all of them. Only leaves are measured; a row above them is their weighted average. Work
 * without dates counts neither as planned nor as done, so that both are about the same work. A leaf is measured also
 * where it weighs nothing (no cost).
 */
export function measureProgress(
  rows: readonly ProgressRow[],
  options: ProgressOptions,
): { readonly rows: readonly RowProgress[]; readonly total: RowProgress } {
  const { status, weighting, threshold, calendarOf } = options;
  const sums: Sum[] = rows.map(() => ({ weight: 0, planned: 0, actual: 0 }));
  const total: Sum = { weight: 0, planned: 0, actual: 0 };
  const results: RowProgress[] = new Array<RowProgress>(rows.length);
  const add = (sum: Sum, weight: number, planned: number, actual: number): void => {
    sum.weight += weight;
    sum.planned += planned;
    sum.actual += actual;
  };
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index]!;
    const sum = sums[index]!;
    if (row.summary) results[index] = resultOf(sum, threshold);
    else if (row.counts && row.start !== null && row.finish !== null) {
      const calendar = calendarOf(index);
      const weight = leafWeight(row, weighting, calendar);
      const planned = passedShare(calendar, row.start, row.finish, status) * 100;
      add(sum, weight, planned * weight, row.percent * weight);
      const own = { weight: 1, planned, actual: row.percent };
      results[index] = { ...resultOf(own, threshold), weight };
    } else results[index] = resultOf(sum, threshold);
    add(sums[row.parent] ?? total, sum.weight, sum.planned, sum.actual);
  }
  return { rows: results, total: resultOf(total, threshold) };
}
