/** From stored rows to the values of summaries: the one place that says what of a row counts for them. */
import { isElapsed } from '#shared/domain/plan/duration.ts';
import type { OutlineEntry, Placed } from '#shared/domain/plan/outline.ts';
import type { Instant } from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import { type PlanRow, rollUp, type SummaryValues } from '#shared/schedule/rollup.ts';

/** Flags are 0 and 1 in the store, true and false in a record. */
export interface RollTask extends Placed {
  readonly start_at: string | null;
  readonly finish_at: string | null;
  readonly duration_tenths: number | null;
  readonly duration_unit: string;
  readonly remaining_tenths: number | null;
  readonly percent: number;
  readonly calendar_id: string | null;
  readonly active: 0 | 1 | boolean;
  readonly blank: 0 | 1 | boolean;
}

type Moments = (local: string | null) => Instant | null;

function rollRow({ row, parent }: OutlineEntry<RollTask>, uid: number, instantOf: Moments): PlanRow {
  const { duration_tenths: duration, remaining_tenths: remaining } = row;
  return {
    uid,
    parentUid: parent < 0 ? null : parent,
    start: instantOf(row.start_at),
    finish: instantOf(row.finish_at),
    duration,
    elapsed: isElapsed(row.duration_unit),
    // What is left may be less or more than the percentage says (semantics §4); it is the better witness.
    actualDuration: duration === null || remaining === null ? null : Math.max(0, duration - remaining),
    percentComplete: row.percent,
    // Dates of summaries are never entered here: also a manual one rolls up.
    manual: false,
    counts: Boolean(row.active) && !row.blank,
  };
}

export interface RolledUp {
  /** As the rows are stored, by place in the outline. */
  readonly rows: readonly PlanRow[];
  /** Values of those that have others inside, by place. */
  readonly sums: ReadonlyMap<number, SummaryValues>;
}

/** @param calendarOf the calendar of that id, else the project's */
export function rolledUp(
  outline: readonly OutlineEntry<RollTask>[],
  calendarOf: (id: string | null) => WorkCalendar,
  instantOf: Moments,
): RolledUp {
  const rows = outline.map((entry, uid) => rollRow(entry, uid, instantOf));
  return { rows, sums: rollUp(rows, (uid) => calendarOf(outline[uid]?.row.calendar_id ?? null)) };
}
