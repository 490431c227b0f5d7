import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/deadline/dates.ts';
import { chartPoints } from './chart.ts';

const review = (reviewed_on: string, probability: number, impact: number) => ({
  id: `${reviewed_on} ${probability} ${impact}`,
  reviewed_on,
  probability,
  impact,
});

describe('the score line', () => {
  it('keeps the proportion of time and falls with the score', () => {
    const { dots } = chartPoints(
      [review('2026-01-01', 5, 5), review('2026-01-11', 4, 4), review('2026-01-31', 1, 1)],
      342,
      100,
    );
    expect(dots.map((dot) => dot.x)).toEqual([30, 130, 330]);
    expect(dots[0]?.y).toBe(8);
    expect(dots[1]?.y).toBeLessThan(dots[2]?.y ?? 0);
  });

  it('puts reviews of one day side by side', () => {
    const { dots } = chartPoints([review('2026-01-01', 2, 2), review('2026-01-01', 3, 3)], 342, 100);
    expect(dots.map((dot) => dot.x)).toEqual([105, 255]);
  });

  it('stays inside the picture, from left to right', () => {
    const degree = fc.integer({ min: 1, max: 5 });
    const gap = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(fc.array(fc.tuple(gap, degree, degree), { maxLength: 20 }), (steps) => {
        let day = '2026-01-01';
        const reviews = steps.map(([days, p, i]) => {
          day = addDays(day, days);
          return review(day, p, i);
        });
        const { dots } = chartPoints(reviews, 360, 84);
        for (const [at, dot] of dots.entries()) {
          expect(dot.x).toBeGreaterThanOrEqual(dots[at - 1]?.x ?? 0);
          expect(dot.x).toBeLessThanOrEqual(360);
          expect(dot.y).toBeGreaterThanOrEqual(0);
          expect(dot.y).toBeLessThanOrEqual(84);
        }
      }),
    );
  });
});
