/** What the table knows of a row beyond the bar: results of the schedule, the baseline and stored texts. */

import { workingDaysLate } from '#shared/domain/tracking/workDays.ts';
import { PLAN_FLAGS, type PlanAnswer } from '#shared/ipc/channels/plan.ts';
import type { SheetField } from '#shared/ipc/channels/sheet.ts';
import { dayOf, type EpochDay, type Instant, parseDate } from '#shared/schedule/calendar/instant.ts';
import { finishDay } from '#shared/schedule/edit.ts';
import type { PlanModel, PlanRow } from '../model.ts';

export interface BaselineValues {
  readonly start: Instant | null;
  readonly finish: Instant | null;
  readonly cost: number | null;
}

export interface RowFacts {
  readonly lateStart: Instant | null;
  readonly lateFinish: Instant | null;
  /** Tenths of working time. */
  readonly totalSlack: number | null;
  readonly freeSlack: number | null;
  readonly promised: Instant | null;
  readonly party: string | null;
  /** Minor units. */
  readonly cost: number | null;
  readonly constraint: string | null;
  readonly critical: boolean;
  readonly unscoped: boolean;
  readonly baseline: BaselineValues | null;
}

const NOTHING: RowFacts = {
  lateStart: null,
  lateFinish: null,
  totalSlack: null,
  freeSlack: null,
  promised: null,
  party: null,
  cost: null,
  constraint: null,
  critical: false,
  unscoped: false,
  baseline: null,
};

export interface SheetFacts {
  of(row: PlanRow): RowFacts;
  /** A stored text; empty where there is none or the column was not asked for. */
  text(row: PlanRow, field: SheetField): string;
  /** Working days from the finish of the baseline to the expected one, to a tenth, as comparisons count; positive is late. */
  daysLate(row: PlanRow): number | null;
  /** The status date of the project, else today. */
  readonly statusDay: EpochDay | null;
}

export type Stored = readonly {
  readonly field: SheetField;
  readonly id: readonly string[];
  readonly value: readonly string[];
}[];

/** Gathers what a row has; each row is read when it is first asked for. */
export function createFacts(
  answer: PlanAnswer,
  stored: Stored,
  baselineOf: (id: string) => BaselineValues | null,
  { calendarOf, units }: Pick<PlanModel, 'calendarOf' | 'units'>,
): SheetFacts {
  const { rows } = answer;
  const texts = new Map(
    stored.map(({ field, id, value }) => [field, new Map(id.map((each, i) => [each, value[i] ?? '']))]),
  );
  const known = new Map<number, RowFacts>();
  const read = ({ index, id }: PlanRow): RowFacts => {
    const flags = rows.flags[index] ?? 0;
    return {
      lateStart: rows.lateStart[index] ?? null,
      lateFinish: rows.lateFinish[index] ?? null,
      totalSlack: rows.totalSlack[index] ?? null,
      freeSlack: rows.freeSlack[index] ?? null,
      promised: rows.promised[index] ?? null,
      party: rows.party[index] ?? null,
      cost: rows.cost[index] ?? null,
      constraint: rows.constraint[index] ?? null,
      critical: (flags & PLAN_FLAGS.critical) !== 0,
      unscoped: (flags & PLAN_FLAGS.unscoped) !== 0,
      baseline: baselineOf(id),
    };
  };
  return {
    of(row) {
      if (row.index < 0) return NOTHING;
      const found = known.get(row.index);
      if (found) return found;
      const facts = read(row);
      known.set(row.index, facts);
      return facts;
    },
    daysLate(row) {
      const finish = baselineOf(row.id)?.finish ?? null;
      if (row.finish === null || finish === null || row.index < 0) return null;
      return workingDaysLate(calendarOf(row), finish, row.finish, units.minutesPerDay);
    },
    text: (row, field) => texts.get(field)?.get(row.id) ?? '',
    statusDay: parseDate(answer.project.status_on ?? answer.today),
  };
}

export function costDifference({ cost, baseline }: RowFacts): number | null {
  return baseline === null || (cost === null && baseline.cost === null)
    ? null
    : (cost ?? 0) - (baseline.cost ?? 0);
}

/**
 * Late: finishes after its deadline, the promised day or the baseline, or should be finished by the status date and
 * is not.
 */
export function isBehind(row: PlanRow, facts: SheetFacts): boolean {
  if (row.finish === null || row.inactive || row.blank) return false;
  const { promised } = facts.of(row);
  if (row.deadline !== null && row.finish > row.deadline) return true;
  if (promised !== null && row.finish > promised) return true;
  if ((facts.daysLate(row) ?? 0) > 0) return true;
  return row.percent < 100 && facts.statusDay !== null && finishDay(row.start, row.finish) < facts.statusDay;
}

/** First and last day on which a row is worked at; null without dates. */
export function daysOf({ start, finish }: PlanRow): { from: EpochDay; to: EpochDay } | null {
  const first = start ?? finish;
  if (first === null) return null;
  const from = dayOf(first);
  return { from, to: Math.max(from, finish === null ? from : finishDay(start, finish)) };
}
