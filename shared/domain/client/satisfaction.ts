/** B15, W3: how satisfied a client is over time. Scores run from 1 to 5. */

export const TRENDS = ['rising', 'falling', 'steady'] as const;
export type Trend = (typeof TRENDS)[number];

/** Score that is aimed at, and the change between two answers that is more than a mood. */
export const TARGET_SCORE = 4;
const NOTABLE = 0.5;

export interface Answer {
  readonly on: string;
  readonly overall: number;
  readonly deliverable: number | null;
  readonly service: number | null;
}

export interface Satisfaction {
  readonly count: number;
  /** Latest score, and the mean of all, of `overall`. */
  readonly last: number | null;
  readonly mean: number | null;
  readonly meanDeliverable: number | null;
  readonly meanService: number | null;
  /** W3: score less target; below zero is too little. */
  readonly gap: number | null;
  /** The mean of the last three against the three before them; null with fewer than two answers. */
  readonly trend: Trend | null;
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

const filled = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

/** @param answers in any order */
export function satisfactionOf(answers: readonly Answer[], target = TARGET_SCORE): Satisfaction {
  const sorted = [...answers].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const scores = sorted.map(({ overall }) => overall);
  const width = Math.min(3, Math.floor(scores.length / 2));
  const now = width === 0 ? null : mean(scores.slice(-width));
  const before = width === 0 ? null : mean(scores.slice(-2 * width, -width));
  const change = now === null || before === null ? null : now - before;
  const last = scores.at(-1) ?? null;
  return {
    count: scores.length,
    last,
    mean: mean(scores),
    meanDeliverable: mean(filled(sorted.map(({ deliverable }) => deliverable))),
    meanService: mean(filled(sorted.map(({ service }) => service))),
    gap: last === null ? null : last - target,
    trend: change === null ? null : change >= NOTABLE ? 'rising' : change <= -NOTABLE ? 'falling' : 'steady',
  };
}
