import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../schedule/layout/textWidth.ts';
import { fishFigure } from '../causes.ts';
import { type FishCause, fishboneFigure } from './fishbone.ts';
import { RADAR_SERIES, radarFigure, radarScale } from './radar.ts';
import { scatterFigure } from './scatter.ts';
import { type Figure, LINE_HEIGHT, markPath, pathOf } from './shapes.ts';

/** Everything that is drawn stands inside the box of the figure. */
function expectInside(figure: Figure): void {
  const points = [
    ...figure.lines.flatMap((line) => line.points),
    ...figure.marks.map(({ at }) => at),
    ...figure.boxes.flatMap(({ at, width, height }) => [at, [at[0] + width, at[1] + height] as const]),
    ...figure.texts.map(
      ({ at, lines, size }) => [at[0], at[1] + (lines.length - 1) * size * LINE_HEIGHT] as const,
    ),
  ];
  const { width, height } = figure;
  expect(points.filter(([x, y]) => x < -1 || x > width + 1 || y < -1 || y > height + 1)).toEqual([]);
}

const cause = (text: string, children: FishCause[] = [], isRoot = false): FishCause => ({
  id: text,
  text,
  isRoot,
  children,
});
const five = ['人', '机', '料', '法', '环'];

const anyCause: fc.Arbitrary<FishCause> = fc.letrec<{ tree: FishCause; children: FishCause[] }>((tie) => ({
  tree: fc.record({
    id: fc.uuid(),
    text: fc.string({ maxLength: 60 }),
    isRoot: fc.boolean(),
    children: tie('children'),
  }),
  children: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'fish' },
    fc.constant<FishCause[]>([]),
    fc.array(tie('tree'), { maxLength: 2, depthIdentifier: 'fish' }),
  ),
})).tree;

describe('the fishbone (G7, L5)', () => {
  it('draws one rib per branch, all causes of all levels, and the problem at its head', () => {
    const figure = fishboneFigure({
      problem: '配电箱到货延迟两周',
      branches: five.map((label, i) => ({
        id: label,
        label,
        causes:
          i === 2 ? [cause('铜价上涨', [cause('厂家压单', [cause('排产已满')])])] : [cause(`${label}之一`)],
      })),
      width: 1000,
      fontSize: 12,
      rootMark: '★',
    });
    const words = figure.texts.flatMap(({ lines }) => lines).join('|');
    for (const text of ['配电箱到货延迟两周', ...five, '铜价上涨', '厂家压单', '排产已满', '人之一'])
      expect(words).toContain(text);
    expectInside(figure);
  });

  it('marks root causes by a sign and a stronger line, not only by colour', () => {
    const figure = fishboneFigure({
      problem: 'x',
      branches: [{ id: 'a', label: 'a', causes: [cause('根', [], true), cause('叶')] }],
      width: 800,
      fontSize: 12,
      rootMark: '★',
    });
    expect(figure.texts.filter(({ role }) => role === 'root').map(({ lines }) => lines)).toEqual([['★ 根']]);
    expect(figure.lines.filter(({ role }) => role === 'root')).toMatchObject([{ strength: 2 }]);
  });

  it('keeps everything inside its box, whatever the causes', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyCause, { maxLength: 5 }), { maxLength: 6 }), (branches) => {
        const figure = fishboneFigure({
          problem: '为什么',
          branches: branches.map((causes, i) => ({ id: `${i}`, label: five[i] ?? '其他', causes })),
          width: 900,
          fontSize: 12,
          rootMark: '★',
        });
        expectInside(figure);
      }),
      { numRuns: 60 },
    );
  });

  it('lets no two causes of a rib cover each other', () => {
    const figure = fishboneFigure({
      problem: 'x',
      branches: [{ id: 'a', label: 'a', causes: ['一', '二', '三'].map((text) => cause(text.repeat(40))) }],
      width: 700,
      fontSize: 12,
      rootMark: '★',
    });
    const rows = figure.texts.filter(({ anchor }) => anchor === 'start');
    rows.slice(1).forEach((row, i) => {
      const before = rows[i];
      const end = (before?.at[1] ?? 0) + ((before?.lines.length ?? 1) - 1) * 12 * LINE_HEIGHT;
      expect(row.at[1] - 12).toBeGreaterThan(end);
    });
  });

  it('is drawn from the stored causes of either set of branches', () => {
    const figure = fishFigure(
      {
        problem: 'x',
        branches: 'project',
        causes: [{ id: 'c', parent_id: null, rank: 'a0', branch: 'machine', text: '泵老化', is_root: false }],
        branchName: (branch) => `<${branch}>`,
      },
      900,
      12,
    );
    const words = figure.texts.flatMap(({ lines }) => lines);
    expect(words).toEqual(expect.arrayContaining(['泵老化', '<technology>', '<external>']));
  });
});

describe('the radar (MS-4)', () => {
  const values = (agreed: number | null) => ({ expected: 100, agreed, planned: 90, actual: null });

  it('has one ring per quarter of its scale, which holds the highest value', () => {
    expect(
      radarScale([{ label: 'a', values: { expected: 100, agreed: 90, planned: null, actual: 130 } }]),
    ).toBe(150);
    expect(radarScale([])).toBe(100);
  });

  it('draws closed what is known on all axes, and nothing through what is not known', () => {
    const axes = Array.from({ length: 8 }, (_, i) => ({
      label: `轴${i}`,
      values: values(i === 3 ? null : 95),
    }));
    const figure = radarFigure({ axes, width: 420, fontSize: 12 });
    const of = (series: string) => figure.lines.filter((line) => line.series === series);
    expect(of('expected')).toMatchObject([{ closed: true }]);
    expect(of('agreed')).toHaveLength(6);
    expect(of('actual')).toEqual([]);
    expect(figure.marks.filter(({ series }) => series === 'agreed')).toHaveLength(7);
    expectInside(figure);
  });

  it('leaves room for its names', () => {
    const axes = ['Deliverables', 'Acceptance', 'After-sales service', 'Cost'].map((label) => ({
      label,
      values: values(80),
    }));
    const figure = radarFigure({ axes, width: 420, fontSize: 12 });
    for (const { at, lines, anchor, size } of figure.texts)
      for (const line of lines) {
        const width = textWidth(line, size);
        const left = anchor === 'start' ? at[0] : anchor === 'end' ? at[0] - width : at[0] - width / 2;
        expect(left >= 0 && left + width <= figure.width).toBe(true);
      }
    expect(RADAR_SERIES).toHaveLength(4);
  });
});

describe('the scatter (G6)', () => {
  const input = {
    quarters: { basic: '基本', performance: '期望', excitement: '兴奋', indifferent: '无差异' },
    axes: { better: 'better', worse: 'worse' },
    side: 300,
    fontSize: 12,
  };

  it('puts better upwards, |worse| to the right, and joins points of one place', () => {
    const figure = scatterFigure({
      ...input,
      points: [
        { label: 'E-1', better: 1, worse: -1 },
        { label: 'E-2', better: 0, worse: 0 },
        { label: 'E-3', better: 0, worse: 0 },
      ],
    });
    const [top, low] = figure.marks;
    expect(figure.marks).toHaveLength(2);
    expect((top?.at[0] ?? 0) - (low?.at[0] ?? 0)).toBeCloseTo(300);
    expect((low?.at[1] ?? 0) - (top?.at[1] ?? 0)).toBeCloseTo(300);
    expect(figure.texts.flatMap(({ lines }) => lines)).toEqual(expect.arrayContaining(['E-1', 'E-2, E-3']));
    expectInside(figure);
  });
});

describe('path data', () => {
  it('closes what is closed and draws each mark in its own shape', () => {
    expect(
      pathOf({
        points: [
          [0, 0],
          [1, 2.345],
        ],
        closed: true,
      }),
    ).toBe('M0 0L1 2.35Z');
    const shapes = (['circle', 'square', 'diamond', 'triangle'] as const).map((shape) =>
      markPath({ at: [10, 10], shape, size: 4, series: 'actual' }),
    );
    expect(new Set(shapes).size).toBe(4);
  });
});
