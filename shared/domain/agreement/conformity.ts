/** G19: how far progress and goal agree over time. */

export interface Conformity {
  readonly judged_on: string;
  /** Percent; 100 is exactly what was agreed, 0–200. */
  readonly conformity: number;
}

export interface ConformityTrend {
  /** By day, the oldest first. */
  readonly points: readonly Conformity[];
  readonly latest: Conformity | null;
  /** Percentage points since the judgement before; null with fewer than two. */
  readonly change: number | null;
  readonly direction: 'up' | 'down' | 'level' | null;
}

/** From here on a goal counts as kept to; below the second limit it is in danger. */
export const CONFORMITY_GOOD = 95;
export const CONFORMITY_FAIR = 80;

export type ConformityBand = 'good' | 'fair' | 'bad';

/** Band of one judgement: at least 95 good, at least 80 fair, else bad. */
export function conformityBand(percent: number): ConformityBand {
  return percent >= CONFORMITY_GOOD ? 'good' : percent >= CONFORMITY_FAIR ? 'fair' : 'bad';
}

/** Judgements of one goal in order. Of several on one day the last given counts. */
export function conformityTrend(entries: readonly Conformity[]): ConformityTrend {
  const byDay = new Map<string, Conformity>();
  for (const { judged_on, conformity } of entries) byDay.set(judged_on, { judged_on, conformity });
  const points = [...byDay.values()].sort((a, b) => (a.judged_on < b.judged_on ? -1 : 1));
  const latest = points.at(-1) ?? null;
  const before = points.at(-2) ?? null;
  const change = latest && before ? latest.conformity - before.conformity : null;
  const direction = change === null ? null : change > 0 ? 'up' : change < 0 ? 'down' : 'level';
  return { points, latest, change, direction };
}
