import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, DAY0, flat, input, OPTIONS, row } from '#test/support/charts.ts';
import { TENTHS_PER_DAY } from '../calendar/instant.ts';
import { leftEnd, rightEnd } from './bars.ts';
import type { ChartLayout } from './chart.ts';
import { ROW_EMS } from './chartBars.ts';
import { layoutChart, paperSize } from './chartLayout.ts';
import { drawSheet, sheetDays } from './chartSheet.ts';
import { textWidth } from './textWidth.ts';

const BODIES = new Set(['bar', 'barOff', 'barCritical', 'buffer', 'bufferCritical']);
const bodies = (layout: ChartLayout, sheet: number): string[] =>
  flat(drawSheet(layout, sheet)).flatMap((mark) =>
    mark.kind !== 'text' &&
    mark.of !== undefined &&
    (BODIES.has(mark.look) || /^(milestone|summary)/.test(mark.look))
      ? mark.of
      : [],
  );

const aRow = fc.record({
  name: fc.string({ unit: 'grapheme', maxLength: 90 }),
  depth: fc.integer({ min: 1, max: 5 }),
  kind: fc.constantFrom('task' as const, 'summary' as const, 'milestone' as const, 'buffer' as const),
  start: fc.integer({ min: 0, max: 700 }),
  length: fc.integer({ min: 0, max: 200 }),
  percent: fc.integer({ min: 0, max: 100 }),
  critical: fc.boolean(),
  slack: fc.integer({ min: 0, max: 40 }),
  cells: fc.tuple(fc.string({ maxLength: 30 }), fc.string({ maxLength: 12 })),
  label: fc.string({ maxLength: 20 }),
});

const aFit = fc.oneof(
  fc.constant({ kind: 'width' as const }),
  fc.record({
    kind: fc.constant('pages' as const),
    wide: fc.integer({ min: 1, max: 8 }),
    tall: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('scale' as const), perDay: fc.double({ min: 0.3, max: 30, noNaN: true }) }),
);

const aChart = fc
  .record({
    rows: fc.array(aRow, { maxLength: 60 }),
    fit: aFit,
    paper: fc.record({
      size: fc.constantFrom('a4' as const, 'a3' as const),
      landscape: fc.boolean(),
      margin: fc.integer({ min: 14, max: 60 }),
    }),
    fontSize: fc.double({ min: 4, max: 12, noNaN: true }),
    links: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 20 }),
  })
  .map(({ rows, fit, paper, fontSize, links }) => {
    const placed = rows.map((one, index) =>
      row(index, {
        ...one,
        start: at(one.start),
        finish: at(one.start + (one.kind === 'milestone' ? 0 : one.length)),
        slackEnd: at(one.start + one.length + one.slack),
        baseline: one.length % 2 ? { start: at(one.start + 3), finish: at(one.start + one.length) } : null,
      }),
    );
    return input(
      placed,
      {
        columns: [
          { id: 'who', title: 'Responsible', align: 'start' },
          { id: 'days', title: 'Days', align: 'end' },
        ],
        links:
          rows.length === 0
            ? []
            : links.map(([from, to]) => ({ from: from % rows.length, to: to % rows.length, type: 'FS' })),
        today: DAY0 + 40,
        status: DAY0 + 41,
      },
      { ...OPTIONS, paper, fit, fontSize },
    );
  });

describe('Gantt on paper', () => {
  it('puts each bar on exactly the sheets that it crosses', () => {
    fc.assert(
      fc.property(aChart, (chart) => {
        const layout = layoutChart(chart);
        for (const sheet of layout.sheets) {
          const days = sheetDays(layout, sheet.column);
          const band = layout.bands[sheet.band]!;
          const crossing = chart.rows.slice(band.first, band.end).filter((one) => {
            const unit = layout.fontSize * ROW_EMS;
            const x = (instant: number) => (instant / TENTHS_PER_DAY) * layout.perDay;
            const from = leftEnd(one.kind, x(one.start!), unit) / layout.perDay;
            const to = rightEnd(one.kind, x(one.start!), x(one.finish!), unit) / layout.perDay;
            return from < days.to - 1e-9 && to > days.from + 1e-9;
          });
          const drawn = new Set(bodies(layout, sheet.index));
          for (const one of crossing) expect(drawn).toContain(one.id);
          expect(drawn.size).toBe(crossing.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('covers the range and all rows without gaps or overlaps', () => {
    fc.assert(
      fc.property(aChart, (chart) => {
        const layout = layoutChart(chart);
        let x = 0;
        for (const tile of layout.tiles) {
          expect(tile.x).toBeCloseTo(x, 6);
          expect(tile.width).toBeGreaterThan(0);
          x += tile.width;
          expect(tile.left + tile.width).toBeLessThanOrEqual(
            layout.page.width - chart.options.paper.margin + 1e-6,
          );
        }
        expect(x).toBeCloseTo((layout.range.to - layout.range.from) * layout.perDay, 6);
        let next = 0;
        for (const band of layout.bands) {
          expect(band.first).toBe(next);
          next = band.end;
        }
        expect(next).toBe(chart.rows.length);
        expect(layout.sheets).toHaveLength(layout.tiles.length * layout.bands.length);
      }),
      { numRuns: 100 },
    );
  });

  it('never writes smaller than 7 pt, and says so when it was asked to', () => {
    fc.assert(
      fc.property(aChart, (chart) => {
        const layout = layoutChart(chart);
        for (const sheet of layout.sheets.slice(0, 6))
          for (const mark of flat(drawSheet(layout, sheet.index)))
            if (mark.kind === 'text') expect(mark.size).toBeGreaterThanOrEqual(7);
        expect(layout.notes.some((note) => note.code === 'minText')).toBe(chart.options.fontSize < 7);
      }),
      { numRuns: 40 },
    );
  });

  it('is exactly as many sheets wide as asked', () => {
    fc.assert(
      fc.property(aChart, fc.integer({ min: 1, max: 12 }), (chart, wide) => {
        const options = { ...chart.options, fit: { kind: 'pages' as const, wide } };
        expect(layoutChart({ ...chart, options }).tiles).toHaveLength(wide);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps everything of the table inside its columns and every row on its sheet', () => {
    fc.assert(
      fc.property(aChart, (chart) => {
        const layout = layoutChart(chart);
        const limit = layout.tops.footer;
        for (const band of layout.bands)
          if (band.end - band.first > 1)
            expect(layout.tops.body + band.height).toBeLessThanOrEqual(limit + 0.1);
        for (const mark of flat(drawSheet(layout, 0)))
          if (mark.kind === 'text' && mark.anchor === 'start' && mark.of !== undefined && mark.look === 'ink')
            expect(mark.x + textWidth(mark.text, mark.size)).toBeLessThanOrEqual(layout.page.width);
      }),
      { numRuns: 40 },
    );
  });
});

describe('fitting', () => {
  const many = Array.from({ length: 100 }, (_, i) => row(i));

  it('makes text smaller down to 7 pt to keep the wanted number of sheets, then takes more and says so', () => {
    const tallest = (tall: number) => {
      const options = { ...OPTIONS, fontSize: 10, fit: { kind: 'pages' as const, wide: 1, tall } };
      return layoutChart(input(many, {}, options));
    };
    expect(tallest(5).fontSize).toBeGreaterThan(8);
    const tight = tallest(4);
    expect(tight.bands.length).toBeLessThanOrEqual(4);
    expect(tight.notes).toEqual([]);
    const hopeless = tallest(1);
    expect(hopeless.fontSize).toBe(7);
    expect(hopeless.notes).toEqual([{ code: 'moreTall', asked: 1, got: hopeless.bands.length }]);
    expect(hopeless.bands.length).toBeGreaterThan(1);
  });

  it('takes as many sheets as a fixed scale needs', () => {
    const options = { ...OPTIONS, fit: { kind: 'scale' as const, perDay: 10 } };
    const layout = layoutChart(input(many, {}, options));
    expect(layout.perDay).toBe(10);
    const inner = layout.tiles.reduce((sum, tile) => sum + tile.width, 0);
    expect(inner).toBeCloseTo((layout.range.to - layout.range.from) * 10);
    expect(layout.tiles.length).toBeGreaterThan(3);
  });

  it('leaves columns out rather than the bars, and names them', () => {
    const columns = Array.from({ length: 9 }, (_, i) => ({
      id: `c${i}`,
      title: `Column ${i}`,
      align: 'start' as const,
    }));
    const rows = many.map((one) => ({ ...one, cells: columns.map(() => 'a value of some width') }));
    const layout = layoutChart(input(rows, { columns }));
    const note = layout.notes.find((one) => one.code === 'columnsDropped');
    expect(note?.code === 'columnsDropped' && note.titles.at(-1)).toBe('Column 8');
    expect(layout.tiles[0]!.width).toBeGreaterThan((layout.page.width - 56) * 0.34);
  });

  it('says when nobody would print so many sheets', () => {
    const options = { ...OPTIONS, fit: { kind: 'pages' as const, wide: 300 } };
    const note = layoutChart(input(many, {}, options)).notes.find((one) => one.code === 'tooMany');
    expect(note).toMatchObject({ limit: 400 });
  });

  it('draws the chosen days only', () => {
    const options = { ...OPTIONS, range: { from: DAY0 + 30, to: DAY0 + 60 } };
    const layout = layoutChart(input(many, {}, options));
    expect(layout.range).toEqual(options.range);
    expect(new Set(bodies(layout, 0))).not.toContain('t0');
    expect(bodies(layout, 0)).toContain('t10');
  });

  it('grows one sheet around the whole chart for a picture file', () => {
    const options = { ...OPTIONS, paper: { size: 'whole' as const, margin: 20 } };
    const layout = layoutChart(input(many, {}, options));
    expect(layout.sheets).toHaveLength(1);
    expect(new Set(bodies(layout, 0)).size).toBe(100);
    expect(paperSize(options.paper)).toBeNull();
  });
});
