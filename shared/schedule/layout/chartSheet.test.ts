import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, DAY0, flat, input, OPTIONS, row } from '#test/support/charts.ts';
import type { ChartInput } from './chart.ts';
import { layoutChart } from './chartLayout.ts';
import { drawSheet, pathOf } from './chartSheet.ts';

describe('what stands on a sheet', () => {
  const looks = (chart: ChartInput, sheet = 0) =>
    new Set(flat(drawSheet(layoutChart(chart), sheet)).map((mark) => mark.look));

  it('tells critical tasks by wedges in their corners and not by colour alone', () => {
    const rows = [row(0, { critical: true }), row(1), row(2, { kind: 'milestone', critical: true })];
    const shown = flat(drawSheet(layoutChart(input(rows)), 0));
    expect(
      shown.filter((mark) => mark.look === 'wedge' && mark.of !== undefined).map((mark) => mark.of),
    ).toEqual(['t0']);
    // A diamond in the diamond.
    expect(shown.filter((mark) => mark.of === 't2' && mark.kind === 'path')).toHaveLength(2);
    const without = { ...OPTIONS, critical: false };
    expect(looks(input(rows, {}, without))).not.toContain('wedge');
  });

  it('writes what is out of use muted and struck through, and calls it late for nothing', () => {
    const limits = { deadline: at(1), promise: at(1), inactive: true };
    const rows = [row(0, limits), row(1, { ...limits, kind: 'summary', name: '停用的阶段' }), row(2)];
    const marks = flat(drawSheet(layoutChart(input(rows)), 0));
    const namesOf = (id: string) =>
      marks.flatMap((mark) => (mark.kind === 'text' && mark.of === id ? [mark.look] : []));
    expect(new Set(namesOf('t0'))).toEqual(new Set(['muted']));
    expect(new Set(namesOf('t1'))).toEqual(new Set(['mutedStrong']));
    expect(marks.flatMap((mark) => (mark.look === 'strike' ? [mark.of] : []))).toEqual(['t0', 't1']);
    const shown = looks(input(rows));
    for (const look of ['deadlineLate', 'promiseBroken', 'summaryLate', 'overrun'] as const)
      expect(shown).not.toContain(look);
    expect(shown).toContain('deadline');
  });

  it('keeps the text beside a bar clear of a mark that stands near, and lets one far away be', () => {
    const place = (deadline: number) => {
      const rows = [
        row(0, { label: '王工', deadline: at(deadline) }),
        row(9, { name: 'end', start: at(300), finish: at(301) }),
      ];
      const options = {
        ...OPTIONS,
        paper: { size: 'whole' as const, margin: 20 },
        fit: { kind: 'scale' as const, perDay: 10 },
      };
      const layout = layoutChart(input(rows, {}, options));
      const text = flat(drawSheet(layout, 0)).find((mark) => mark.kind === 'text' && mark.look === 'label');
      const end = (DAY0 + 5 - layout.range.from) * layout.perDay;
      return text?.kind === 'text' ? (text.x - end) / layout.fontSize : Number.NaN;
    };
    expect(place(100)).toBeLessThan(1.2);
    expect(place(6)).toBeGreaterThan(1.9);
    expect(place(6)).toBeLessThan(3);
  });

  it('keeps the flags of today and of the status date apart, also at the borders of a sheet', () => {
    const rows = Array.from({ length: 20 }, (_, i) => row(i));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: -3, max: 3 }), (day, apart) => {
        const range = { from: DAY0, to: DAY0 + 62 };
        const chart = input(rows, { today: DAY0 + day, status: DAY0 + day + apart }, { ...OPTIONS, range });
        const layout = layoutChart(chart);
        const flags = drawSheet(layout, 0).filter(
          (mark) => mark.kind === 'rect' && (mark.look === 'todayFlag' || mark.look === 'statusFlag'),
        );
        const spans = flags.flatMap((mark) =>
          mark.kind === 'rect' ? [[mark.x, mark.x + mark.width] as const] : [],
        );
        const { margin } = OPTIONS.paper;
        for (const [from, to] of spans) {
          expect(from).toBeGreaterThanOrEqual(margin - 0.1);
          expect(to).toBeLessThanOrEqual(layout.page.width - margin + 0.1);
        }
        const [a, b] = spans;
        if (a && b) expect(a[1] <= b[0] + 0.1 || b[1] <= a[0] + 0.1).toBe(true);
      }),
    );
  });

  it('names in the legend only what the chart has, on the first sheet only', () => {
    const words = (sheet: number) =>
      flat(drawSheet(layoutChart(chart), sheet)).flatMap((mark) => (mark.kind === 'text' ? mark.text : []));
    const chart = input(Array.from({ length: 80 }, (_, i) => row(i)));
    expect(words(0)).toContain('Task');
    expect(words(0)).not.toContain('Buffer');
    expect(words(1)).not.toContain('Task');
  });

  it('shows place and number among all sheets in a small map', () => {
    const options = { ...OPTIONS, fit: { kind: 'pages' as const, wide: 3 } };
    const layout = layoutChart(
      input(
        Array.from({ length: 60 }, (_, i) => row(i)),
        {},
        options,
      ),
    );
    const second = drawSheet(layout, 1);
    expect(layout.sheets.length).toBe(layout.bands.length * 3);
    expect(second.filter((mark) => mark.kind === 'rect' && mark.look === 'mapHere')).toHaveLength(1);
    expect(second.filter((mark) => mark.kind === 'rect' && mark.look === 'mapCell')).toHaveLength(
      layout.sheets.length - 1,
    );
    expect(
      flat(second).some((mark) => mark.kind === 'text' && mark.text === `2/${layout.sheets.length}`),
    ).toBe(true);
  });

  it('names the summaries around the first row of a sheet that continues', () => {
    const rows = [
      row(0, { kind: 'summary', name: '结构' }),
      row(1, { kind: 'summary', name: '主体', depth: 2 }),
      row(2, { depth: 3 }),
    ];
    expect(pathOf(layoutChart(input(rows)), 2)).toBe('结构 › 主体');
  });

  it('keeps the whole name of a shortened one', () => {
    const name = '很长的名称'.repeat(60);
    const marks = flat(drawSheet(layoutChart(input([row(0, { name })])), 0));
    expect(marks.find((mark) => mark.kind === 'text' && mark.title === name)).toBeDefined();
  });

  it('draws a link on both sheets that it joins, cut by their windows', () => {
    const rows = Array.from({ length: 80 }, (_, i) => row(i));
    const layout = layoutChart(input(rows, { links: [{ from: 0, to: 79, type: 'FS' }] }));
    expect(layout.bands.length).toBeGreaterThan(1);
    for (const sheet of layout.sheets) {
      const windows = drawSheet(layout, sheet.index).filter((mark) => mark.kind === 'clip');
      const inside = windows.flatMap((mark) => (mark.kind === 'clip' ? mark.marks : []));
      expect(inside.some((mark) => mark.kind === 'path' && mark.look === 'link')).toBe(true);
    }
  });
});
