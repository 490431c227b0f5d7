import { daysBetween } from '#shared/domain/deadline/dates.ts';
import { DEFAULT_BANDS } from '#shared/domain/risk/score.ts';

interface Scored {
  readonly id: string;
  readonly reviewed_on: string;
  readonly probability: number;
  readonly impact: number;
}

const LEFT = 30;
const RIGHT = 12;
const TOP = 8;
const BOTTOM = 8;
const MAX_SCORE = 25;

/**
 * Geometry of the score line, in pixels: time runs to the right in true proportion, the score 0–25 up.
 * If all reviews are of one day they stand side by side. The guides are the lower limits of the bands.
 */
export function chartPoints(reviews: readonly Scored[], width: number, height: number) {
  const first = reviews[0]?.reviewed_on ?? '';
  const last = reviews.at(-1)?.reviewed_on ?? '';
  const span = reviews.length === 0 ? 0 : daysBetween(first, last);
  const share = (day: string, at: number): number =>
    span === 0 ? (at + 0.5) / reviews.length : daysBetween(first, day) / span;
  const y = (score: number): number => height - BOTTOM - (score / MAX_SCORE) * (height - TOP - BOTTOM);
  const dots = reviews.map((review, at) => ({
    key: review.id,
    x: LEFT + share(review.reviewed_on, at) * (width - LEFT - RIGHT),
    y: y(review.probability * review.impact),
  }));
  return {
    dots,
    line: dots.map((dot) => `${dot.x},${dot.y}`).join(' '),
    guides: [DEFAULT_BANDS.medium, DEFAULT_BANDS.high, DEFAULT_BANDS.critical].map((score) => ({
      score,
      y: y(score),
    })),
  };
}
