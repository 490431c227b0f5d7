export interface Result {
  readonly name: string;
  readonly ratio: number;
  /** Highest ratio that is still good; null where only the number is of interest. */
  readonly limit: number | null;
  readonly ours: number;
  readonly base: number;
}

/** Milliseconds the work takes; it may measure by itself and return them. */
export type Work = () => number | undefined | Promise<number | undefined>;

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

async function once(work: Work): Promise<number> {
  const start = performance.now();
  const own = await work();
  return own ?? performance.now() - start;
}

/**
 * Runs both works in turn, so that a machine that slows down slows both, and compares the medians. Numbers of
 * one run on one machine: never a verdict on absolute time.
 */
export async function compare(
  name: string,
  limit: number | null,
  runs: number,
  ours: Work,
  base: Work,
): Promise<Result> {
  const warm = Math.max(2, Math.ceil(runs / 5));
  const times: { ours: number[]; base: number[] } = { ours: [], base: [] };
  for (let i = 0; i < runs + warm; i++) {
    // The order changes, because the second of two finds caches and heap as the first left them.
    const pair = i % 2 === 0 ? (['ours', 'base'] as const) : (['base', 'ours'] as const);
    for (const side of pair) {
      const ms = await once(side === 'ours' ? ours : base);
      if (i >= warm) times[side].push(ms);
    }
  }
  const [a, b] = [median(times.ours), median(times.base)];
  return { name, ratio: a / b, limit, ours: a, base: b };
}

export function line({ name, ratio, limit, ours, base }: Result): string {
  const verdict =
    limit === null ? '' : ratio <= limit ? `  ok (at most ${limit})` : `  MISSED (at most ${limit})`;
  const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
  return `${name}: ${ratio.toFixed(2)}× = ${ms(ours)} / ${ms(base)}${verdict}`;
}
