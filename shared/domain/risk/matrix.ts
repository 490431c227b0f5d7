import type { RecordOf } from '../../model/registry.ts';
import { type RiskBand, riskBand, riskScore } from './score.ts';

type Risk = Pick<
  RecordOf<'risk'>,
  'probability' | 'impact' | 'residual_probability' | 'residual_impact' | 'status'
>;

/** Before or after the response. */
export type MatrixView = 'initial' | 'residual';

export interface MatrixCell {
  /** 1–5 each. */
  readonly probability: number;
  readonly impact: number;
}

/** Where a risk stands in the 5×5 matrix; null while it is not rated. */
export function cellOf(risk: Risk, view: MatrixView): MatrixCell | null {
  const probability = view === 'initial' ? risk.probability : risk.residual_probability;
  const impact = view === 'initial' ? risk.impact : risk.residual_impact;
  return probability === null || impact === null ? null : { probability, impact };
}

export const sameCell = (a: MatrixCell | null, b: MatrixCell | null): boolean =>
  a !== null && b !== null && a.probability === b.probability && a.impact === b.impact;

export interface MatrixCount extends MatrixCell {
  readonly count: number;
  readonly band: RiskBand;
}

/**
 * Counts of all 25 cells, the highest probability first, impact rising. A closed risk threatens
 * nothing any more and is left out; what is not rated is counted aside.
 */
export function matrixCounts(
  risks: readonly Risk[],
  view: MatrixView,
): { readonly cells: readonly MatrixCount[]; readonly unrated: number } {
  const live = risks.filter((risk) => risk.status !== 'closed');
  const places = live.map((risk) => cellOf(risk, view));
  const cells = [5, 4, 3, 2, 1].flatMap((probability) =>
    [1, 2, 3, 4, 5].map((impact) => ({
      probability,
      impact,
      count: places.filter((place) => sameCell(place, { probability, impact })).length,
      band: riskBand(riskScore(probability, impact)) ?? 'low',
    })),
  );
  return { cells, unrated: places.filter((place) => place === null).length };
}
