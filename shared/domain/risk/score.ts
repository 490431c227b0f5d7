/** W4: probability and impact 1–5, score = P × I, in editable bands. */

export type RiskBand = 'low' | 'medium' | 'high' | 'critical';

export interface BandLimits {
  /** Lowest score of the band. */
  readonly medium: number;
  readonly high: number;
  readonly critical: number;
}

export const DEFAULT_BANDS: BandLimits = { medium: 5, high: 10, critical: 17 };

/** P × I in 1–25; null while one of them is not rated. */
export function riskScore(probability: number | null, impact: number | null): number | null {
  return probability === null || impact === null ? null : probability * impact;
}

/** Band of a score; null for a risk that is not rated. */
export function riskBand(score: number | null, limits: BandLimits = DEFAULT_BANDS): RiskBand | null {
  if (score === null) return null;
  if (score >= limits.critical) return 'critical';
  if (score >= limits.high) return 'high';
  return score >= limits.medium ? 'medium' : 'low';
}

/** K7: such a risk needs an owner and a plan before it may be open. */
export function isHighRisk(
  probability: number | null,
  impact: number | null,
  limits: BandLimits = DEFAULT_BANDS,
): boolean {
  const score = riskScore(probability, impact);
  return score !== null && score >= limits.high;
}
