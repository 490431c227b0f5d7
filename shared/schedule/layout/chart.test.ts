import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilToDay, TENTHS_PER_DAY } from '../calendar/instant.ts';
import { leftEnd, rightEnd } from './bars.ts';
import type { ChartInput, ChartLayout, ChartOptions, ChartRow, Mark } from './chart.ts';
import { ROW_EMS } from './chartBars.ts';
import { layoutChart, paperSize } from './chartLayout.ts';
import { drawSheet, pathOf, sheetDays } from './chartSheet.ts';
import { textWidth } from './textWidth.ts';

const DAY0 = civilToDay(2026, 3, 2);
const at = (day: number): number => (DAY0 + day) * TENTHS_PER_DAY;

const OPTIONS: ChartOptions = {
  paper: { size: 'a4', landscape: true, margin: 28 },
  fit: { kind: 'width' },
  range: null,
  fontSize: 8,
  baseline: true,
  critical: true,
  slack: true,
  links: true,
  legend: true,
  grey: false,
};

const LEGEND = {
  task: 'Task',
  critical: 'Critical',
  manual: 'Manual',
  inactive: 'Inactive',
  summary: 'Summary',
  summaryCritical: 'Critical summary',
  overrun: 'Past its limit',
  milestone: 'Milestone',
  milestoneDone: 'Reached',
  buffer: 'Buffer',
  baseline: 'Baseline',
  slack: 'Slack',
  deadline: 'Deadline',
  promise: 'Promise',
  link: 'Link',
  offTime: 'Off',
  today: 'Today',
  status: 'Status',
};

function row(index: number, part: Partial<ChartRow> = {}): ChartRow {
  return {
    id: `t${index}`,
    number: `${index + 1}`,
    name: `任务 ${index + 1}`,
    depth: 1,
    kind: 'task',
    start: at(index * 3),
    finish: at(index * 3 + 5),
    percent: 0,
    cells: [],
    label: '',
    ...part,
  };
}

function input(
  rows: readonly ChartRow[],
  part: Partial<Omit<ChartInput, 'options'>> = {},
  options = OPTIONS,
) {
  return {
    rows,
    links: [],
    columns: [],
    options,
    today: null,
    status: null,
    offSpans: () => [],
    words: {
      title: '厂房',
      subtitle: 'Client',
      issuer: 'Firm',
      footer: 'Printed',
      number: 'No.',
      name: 'Name',
      today: 'Today',
      status: 'Status',
      continued: (path) => `${path} (cont.)`,
      legend: LEGEND,
      timeLabel: (unit, from) => `${unit.slice(0, 1)}${from}`,
    },
    ...part,
  } satisfies ChartInput;
}

/** Marks with the planes of their windows taken away. */
function flat(marks: readonly Mark[]): Exclude<Mark, { kind: 'clip' }>[] {
  return marks.flatMap((mark) => (mark.kind === 'clip' ? flat(mark.marks) : [mark]));
}

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
