import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/domain/deadline/dates.ts';
import { layoutTrend, spreadLabels, type TrendSeries } from './milestoneTrend.ts';

const series = (id: string, ...points: [string, string, boolean?][]): TrendSeries => ({
  id,
  name: `里程碑 ${id}`,
  points: points.map(([on, forecast, done = false]) => ({ on, forecast, done })),
});
const layout = (...list: TrendSeries[]) =>
  layoutTrend({ series: list, width: 510, maxSide: 360, fontSize: 8 })!;

describe('milestone trend chart', () => {
  const kept = series(
    'a',
    ['2026-03-06', '2026-05-15'],
    ['2026-04-03', '2026-05-15'],
    ['2026-05-15', '2026-05-15', true],
  );
  const slips = series(
    'b',
    ['2026-03-06', '2026-06-01'],
    ['2026-04-03', '2026-06-20'],
    ['2026-05-15', '2026-07-10'],
  );

  test('a milestone that keeps its date runs level, and meets the 45° line on the day it is reached', () => {
    const { lines, diagonal, plot } = layout(kept, slips);
    const [first, second, last] = lines[0]!.marks;
    expect(first!.y).toBe(second!.y);
    expect(last!.x - plot.x).toBeCloseTo(plot.y + plot.side - last!.y, 6);
    expect(diagonal.x2 - diagonal.x1).toBeCloseTo(diagonal.y1 - diagonal.y2, 6);
  });

  test('one that slips rises, and equal days are equally long on both axes', () => {
    const [, line] = layout(kept, slips).lines;
    const [first, second] = line!.marks;
    expect(second!.y).toBeLessThan(first!.y);
    // 28 days between the reports, 19 of slip.
    expect((first!.y - second!.y) / (second!.x - first!.x)).toBeCloseTo(19 / 28, 6);
  });

  test('a milestone told as reached by a later report ends on its own day, and its line goes no further', () => {
    const told = series(
      'c',
      ['2026-03-06', '2026-03-20'],
      ['2026-04-03', '2026-03-20', true],
      ['2026-05-15', '2026-03-20', true],
    );
    const { lines, plot } = layout(told, slips);
    expect(lines[0]!.marks).toHaveLength(2);
    const last = lines[0]!.marks[1]!;
    expect(last.x - plot.x).toBeCloseTo(plot.y + plot.side - last.y, 6);
  });

  test('no point, no chart; a single point is a chart', () => {
    expect(layoutTrend({ series: [series('a')], width: 500, maxSide: 300, fontSize: 8 })).toBeNull();
    expect(layout(series('a', ['2026-03-06', '2026-03-06'])).lines[0]!.marks).toHaveLength(1);
  });

  test('many milestones on one day: labels stay apart and inside, and lines differ by shape and dash', () => {
    const many = Array.from({ length: 24 }, (_, i) =>
      series(String(i), ['2026-03-06', '2026-05-15'], ['2026-04-03', '2026-05-16']),
    );
    const { lines, height } = layout(...many);
    const tops = lines.map(({ label }) => label.y).sort((a, b) => a - b);
    for (let i = 1; i < tops.length; i++) expect(tops[i]! - tops[i - 1]!).toBeGreaterThanOrEqual(8 * 1.25);
    expect(tops.at(-1)).toBeLessThan(height);
    const looks = lines.map(({ shape, dash }) => `${shape} ${dash.join(',')}`);
    expect(new Set(looks).size).toBe(24);
  });

  test('marks lie in the chart, and ticks never crowd', () => {
    const date = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2020-01-01', n));
    const point = fc.record({ on: date, forecast: date, done: fc.boolean() });
    const line = fc.record({
      id: fc.uuid(),
      name: fc.string({ maxLength: 60 }),
      points: fc.array(point, { minLength: 1, maxLength: 8 }),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (list) => {
        const { plot, lines, across, up } = layout(...list);
        for (const { marks } of lines)
          for (const { x, y } of marks) {
            expect(x).toBeGreaterThanOrEqual(plot.x);
            expect(x).toBeLessThanOrEqual(plot.x + plot.side);
            expect(y).toBeGreaterThanOrEqual(plot.y);
            expect(y).toBeLessThanOrEqual(plot.y + plot.side);
          }
        for (let i = 1; i < across.length; i++)
          expect(across[i]!.at - across[i - 1]!.at).toBeGreaterThanOrEqual(30);
        for (let i = 1; i < up.length; i++) expect(up[i - 1]!.at - up[i]!.at).toBeGreaterThanOrEqual(8);
      }),
    );
  });
});

test('labels are spread without overlap, in the order of their marks', () => {
  const label = fc.record({
    at: fc.double({ min: 0, max: 300, noNaN: true }),
    height: fc.integer({ min: 5, max: 25 }),
  });
  fc.assert(
    fc.property(fc.array(label, { maxLength: 20 }), (labels) => {
      const heights = labels.map(({ height }) => height);
      const out = spreadLabels(
        labels.map(({ at }) => at),
        heights,
        0,
        300,
      );
      const order = out.map((_, i) => i).sort((a, b) => out[a]! - out[b]!);
      for (let i = 1; i < order.length; i++) {
        const [upper, lower] = [order[i - 1]!, order[i]!];
        expect(out[lower]! - out[upper]!).toBeGreaterThanOrEqual(
          (heights[upper]! + heights[lower]!) / 2 - 1e-6,
        );
        expect(labels[upper]!.at).toBeLessThanOrEqual(labels[lower]!.at);
      }
      for (const [i, centre] of out.entries()) expect(centre - heights[i]! / 2).toBeGreaterThanOrEqual(-1e-6);
    }),
  );
});
