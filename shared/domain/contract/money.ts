/** Exact arithmetic on minor units. Amounts are integers (fen, cents); percents are decimals of at most six places. */

/** A percent as millionths of a percent, so that 0.1 is exactly 100 000. */
const PERCENT_SCALE = 1_000_000;
const WHOLE = 100n * BigInt(PERCENT_SCALE);

/** Percent in millionths. */
export const percentUnits = (percent: number): bigint => BigInt(Math.round(percent * PERCENT_SCALE));

/** `a / b` to the nearest integer, halves away from zero; `b` is positive. */
export function divideRounded(a: bigint, b: bigint): bigint {
  const size = a < 0n ? -a : a;
  const rounded = (2n * size + b) / (2n * b);
  return a < 0n ? -rounded : rounded;
}

/** `percent` % of an amount, times a whole number, to the nearest minor unit. */
export function percentOf(amountMinor: number, percent: number, times = 1): number {
  return Number(divideRounded(BigInt(amountMinor) * percentUnits(percent) * BigInt(times), WHOLE));
}

/**
 * Shares of an amount by percents, by largest remainder: each share is within one minor unit of its exact value and
 * their sum is exactly the rounded share of the sum of percents; with 100 % together, exactly the amount.
 * Equal remainders: the earlier share gets the unit.
 */
export function sharesOf(amountMinor: number, percents: readonly number[]): number[] {
  const units = percents.map(percentUnits);
  const amount = BigInt(amountMinor);
  const target = divideRounded(amount * units.reduce((sum, one) => sum + one, 0n), WHOLE);
  const exact = units.map((one) => amount * one);
  // Floor also below zero, so that what is left over is never negative.
  const floors = exact.map((value) => (value >= 0n ? value / WHOLE : -((-value + WHOLE - 1n) / WHOLE)));
  const shares = [...floors];
  let left = target - floors.reduce((sum, one) => sum + one, 0n);
  const order = exact
    .map((value, index) => ({ index, rest: value - (floors[index] ?? 0n) * WHOLE }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of order) {
    if (left <= 0n) break;
    shares[index] = (shares[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return shares.map(Number);
}
