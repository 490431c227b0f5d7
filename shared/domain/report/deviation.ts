/** W1: relative schedule deviation and its limit. */

/** Percent by which progress may differ from plan, in both directions, before it counts as abnormal. */
export const DEFAULT_DEVIATION_LIMIT = 10;
/** Differences below this are rounding of binary fractions, not progress. */
const NOISE = 1e-9;

export interface Deviation {
  /** (actual − planned) / planned × 100, in percent; null where the plan is 0 or unknown: shown as "—". */
  readonly value: number | null;
  /** Strictly beyond the limit: −10.0 % is normal, −10.1 % is not. */
  readonly abnormal: boolean;
}

/**
 * W1 進度偏差率. Both directions count.
 * @param planned planned progress in percent, 0–100
 * @param actual actual progress in percent, 0–100
 */
export function scheduleDeviation(
  planned: number | null,
  actual: number | null,
  limit: number = DEFAULT_DEVIATION_LIMIT,
): Deviation {
  if (planned === null || actual === null || !(planned > 0)) return { value: null, abnormal: false };
  const value = ((actual - planned) / planned) * 100;
  return { value, abnormal: Math.abs(value) > limit + NOISE };
}
