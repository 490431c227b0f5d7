import { PLAN_FLAGS } from '#shared/ipc/channels/plan.ts';
import type { Instant } from '#shared/schedule/calendar/instant.ts';
import type { PlanModel, PlanRow } from '../model.ts';

type Column = readonly (number | null)[] | undefined;

/** What the calculation adds to the columns of a plan; a plan that was not calculated lacks some. */
interface Results {
  readonly lateFinish?: Column;
  readonly promised?: Column;
}

/** Bits that the calculation sets beside those of the outline. */
const FLAGS: Readonly<Record<string, number>> = { critical: 64, contract: 128, promise: 256, buffer: 512, ...PLAN_FLAGS };

export type Mark = 'critical' | 'contract' | 'promise' | 'buffer';

export const hasMark = (model: PlanModel, row: PlanRow, mark: Mark): boolean =>
  ((model.columns.flags[row.index] ?? 0) & (FLAGS[mark] ?? 0)) !== 0;

const at = (column: Column, row: PlanRow): Instant | null => column?.[row.index] ?? null;

/** Latest finish that keeps the end of the project. */
export const lateFinishOf = (model: PlanModel, row: PlanRow): Instant | null =>
  at((model.columns as Results).lateFinish, row);

/** End of the day promised to the client. */
export const promisedOf = (model: PlanModel, row: PlanRow): Instant | null =>
  at((model.columns as Results).promised, row);

/** The rolled-up end of a summary passes what was set for it. */
export function overrun(model: PlanModel, row: PlanRow, finish: Instant): Instant | null {
  if (!row.summary || row.index < 0) return null;
  const limits = [row.deadline, promisedOf(model, row)].flatMap((limit) => limit ?? []);
  const limit = limits.length === 0 ? null : Math.min(...limits);
  return limit !== null && finish > limit ? limit : null;
}
