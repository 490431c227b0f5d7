/** D4, E1, W5: the four parts of what a client pays, and whether they add up. Pure. */
import { type InstalmentShare, instalmentAmounts } from './payment.ts';

export interface Fee {
  readonly kind: 'extra' | 'change';
  readonly amountMinor: number;
  /** Counts only when the client has agreed. */
  readonly approved: boolean;
  /** Instalment it is billed with; null or one that is not there: not billed yet. */
  readonly stageId: string | null;
}

export interface Instalment extends InstalmentShare {
  readonly id: string;
}

export interface FeeStructure {
  /** D4, part 1: the contract sum; null while it is not agreed. */
  readonly totalMinor: number | null;
  /** Part 2: instalments without fees; those without an amount count as 0. */
  readonly instalmentsMinor: number;
  /** Part 3: approved extras. */
  readonly extrasMinor: number;
  /** Part 4: fees of approved changes. */
  readonly changesMinor: number;
  /** Extras and changes the client has not agreed to yet. */
  readonly openMinor: number;
  /** Approved fees that no instalment bills yet. */
  readonly unbilledMinor: number;
  /** Contract sum and all approved fees. */
  readonly dueMinor: number;
  /** Instalments and the fees billed with them. */
  readonly billedMinor: number;
  /** W5: billed − due; 0 when it adds up, null while the contract sum is unknown. */
  readonly differenceMinor: number | null;
  /** Sum of the percents of instalments without a fixed amount; null if there are none. */
  readonly percent: number | null;
  /** Per instalment: its own amount, the fees billed with it, and both together. */
  readonly stages: readonly {
    readonly id: string;
    readonly baseMinor: number | null;
    readonly feesMinor: number;
    readonly amountMinor: number | null;
  }[];
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** Percents as people add them: without the dust of binary fractions. */
export const percentSum = (percents: readonly number[]): number => Math.round(sum(percents) * 1e6) / 1e6;

/**
 * E1, W5: Σ instalments = contract sum + approved changes + extras. The difference is shown, never forced: while a
 * contract is being written it seldom adds up.
 */
export function feeStructure(
  totalMinor: number | null,
  instalments: readonly Instalment[],
  fees: readonly Fee[],
): FeeStructure {
  const known = new Set(instalments.map(({ id }) => id));
  const approved = fees.filter(({ approved: agreed }) => agreed);
  const billed = approved.filter(({ stageId }) => stageId !== null && known.has(stageId));
  const amounts = instalmentAmounts(totalMinor, instalments);
  const stages = instalments.map(({ id }, index) => {
    const baseMinor = amounts[index] ?? null;
    const mine = billed.filter(({ stageId }) => stageId === id);
    const feesMinor = sum(mine.map(({ amountMinor }) => amountMinor));
    return {
      id,
      baseMinor,
      feesMinor,
      amountMinor: baseMinor === null && mine.length === 0 ? null : (baseMinor ?? 0) + feesMinor,
    };
  });
  const of = (kind: Fee['kind']): number =>
    sum(approved.filter((fee) => fee.kind === kind).map(({ amountMinor }) => amountMinor));
  const instalmentsMinor = sum(stages.map(({ baseMinor }) => baseMinor ?? 0));
  const billedMinor = instalmentsMinor + sum(billed.map(({ amountMinor }) => amountMinor));
  const dueMinor = (totalMinor ?? 0) + of('extra') + of('change');
  const percents = instalments.flatMap(({ percent, amountMinor }) =>
    amountMinor === null && percent !== null ? [percent] : [],
  );
  return {
    totalMinor,
    instalmentsMinor,
    extrasMinor: of('extra'),
    changesMinor: of('change'),
    openMinor: sum(fees.filter(({ approved: agreed }) => !agreed).map(({ amountMinor }) => amountMinor)),
    unbilledMinor: dueMinor - (totalMinor ?? 0) - (billedMinor - instalmentsMinor),
    dueMinor,
    billedMinor,
    differenceMinor: totalMinor === null ? null : billedMinor - dueMinor,
    percent: percents.length === 0 ? null : percentSum(percents),
    stages,
  };
}

/** E4, E5: planned and spent money of one category or of all. */
export interface BudgetFigures {
  readonly plannedMinor: number;
  readonly spentMinor: number;
  /** Spent − planned: above 0 is over budget. */
  readonly varianceMinor: number;
  /** Variance in percent of what was planned, one decimal; null when nothing was planned. */
  readonly variancePercent: number | null;
}

/** E4, E5: variance of costs against the budget. */
export function budgetFigures(plannedMinor: number, spentMinor: number): BudgetFigures {
  const varianceMinor = spentMinor - plannedMinor;
  return {
    plannedMinor,
    spentMinor,
    varianceMinor,
    variancePercent: plannedMinor > 0 ? Math.round((varianceMinor / plannedMinor) * 1000) / 10 : null,
  };
}
