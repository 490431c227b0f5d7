import type { PlanAnswer } from '#shared/ipc/channels/plan.ts';
import type { Instant } from '#shared/schedule/calendar/instant.ts';
import type { PlanRow } from '../model.ts';

/** Stands for "no date" among 32-bit instants. */
export const NO_DATE = -0x8000_0000;

/** Begin and end of every row by its index: those of the plan, or what a drag would make of them. */
export interface BarDates {
  readonly start: Int32Array;
  readonly finish: Int32Array;
}

type Columns = Pick<PlanAnswer['rows'], 'start' | 'finish'>;

const known = new WeakMap<Columns, BarDates>();

function instants(column: readonly (Instant | null)[]): Int32Array {
  // All at once where every row has a date: `null` would become the day 0.
  if (!column.includes(null)) return new Int32Array(column as readonly Instant[]);
  return Int32Array.from(column, (instant) => instant ?? NO_DATE);
}

/** The dates of a plan as it is stored; made once for each answer. */
export function barDates(columns: Columns): BarDates {
  const found = known.get(columns);
  if (found) return found;
  const made = { start: instants(columns.start), finish: instants(columns.finish) };
  known.set(columns, made);
  return made;
}

export interface Span {
  readonly start: Instant;
  readonly finish: Instant;
}

/** Where a row lies; a row with one date begins and ends there. Rows outside the outline bring their own dates. */
export function spanOf(dates: BarDates, row: PlanRow): Span | null {
  const own = row.index < 0;
  const start = own ? (row.start ?? NO_DATE) : (dates.start[row.index] ?? NO_DATE);
  const finish = own ? (row.finish ?? NO_DATE) : (dates.finish[row.index] ?? NO_DATE);
  if (start === NO_DATE && finish === NO_DATE) return null;
  return { start: start === NO_DATE ? finish : start, finish: finish === NO_DATE ? start : finish };
}
