import { describe, expect, it, vi } from 'vitest';
import { createI18n, fixedT } from '#renderer/i18n/index.ts';
import { ganttDocument, wholeChart } from '#renderer/print/gantt/document.ts';
import { defaultPrintSetup } from '#shared/domain/plan/printSetup.ts';
import { BAR_AREAS, BAR_LOOKS } from '#shared/schedule/layout/bars.ts';
import type { Mark } from '#shared/schedule/layout/chart.ts';
import { drawSheet } from '#shared/schedule/layout/chartSheet.ts';
import { finishSteps } from '#shared/schedule/steps.ts';
import { at, DAY0, everyRow, ROWS } from '#test/support/everyRow.ts';
import { toModel } from '../model.ts';
import { createScale } from '../scale.ts';
import { barDates } from './dates.ts';
import { drawBars } from './drawBars.ts';
import { drawLinks } from './drawLinks.ts';
import { drawProgressLine } from './drawProgressLine.ts';
import { STANDARD_LOOK } from './layers.ts';
import type { Palette } from './palette.ts';
import { COLOURS } from './pens.ts';
import { placesOf, type Scene } from './scene.ts';

const ROW = 32;
const PER_DAY = 24;

const agreed = (end: 0 | 1) => ROWS.map((row) => (row.agreed === undefined ? null : at(row.agreed[end])));

/** A shape in px of the screen: the corners of an outline, or the two of an area that a pattern fills. */
interface Shape {
  readonly row: number;
  readonly kind: 'outline' | 'area' | 'text';
  readonly points: readonly (readonly [number, number])[];
  readonly text?: string;
}

type Point = readonly [number, number];
const corners = (x: number, y: number, width: number, height: number): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];

/** Places with a day and a row as zero, so that both hosts can be compared. */
const shape = (kind: Shape['kind'], points: readonly Point[], text?: string): Shape => ({
  row: Math.floor(points.reduce((sum, [, y]) => sum + y, 0) / points.length / ROW),
  kind,
  points: [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]),
  ...(text === undefined ? {} : { text }),
});

const palette: Palette = {
  colour: Object.fromEntries(COLOURS.map((name) => [name, 'rgb(0, 0, 0)'])) as Palette['colour'],
  font: '11px sans-serif',
  boldFont: '600 11px sans-serif',
  face: () => '11px sans-serif',
  area: () =>
    new OffscreenCanvas(4, 4).getContext('2d')?.createPattern(document.createElement('canvas'), '') ?? null,
};

function scene(): Scene {
  const model = toModel(everyRow());
  const scale = createScale({ from: DAY0, to: DAY0 + 60 }, PER_DAY, 800);
  return {
    model,
    rows: model.rows,
    scale,
    rowHeight: ROW,
    first: 0,
    last: ROWS.length,
    x0: 0,
    x1: Math.ceil(scale.width),
    height: ROWS.length * ROW,
    look: { ...STANDARD_LOOK, layers: { ...STANDARD_LOOK.layers, slack: true } },
    palette,
    selection: new Set(),
    dates: barDates(model.columns),
    placeOf: placesOf(model.rows, model.rows),
    baseline: { start: agreed(0), finish: agreed(1) },
    changes: null,
    label: (row) => row.responsible ?? '',
    ghost: null,
    copy: null,
    linking: null,
  };
}

/** What the screen draws, watched on its way to a canvas. */
function onScreen(): Shape[] {
  const made = scene();
  const zero = made.scale.dayX(DAY0);
  const shapes: Shape[] = [];
  let path: Point[] = [];
  const g = new OffscreenCanvas(16, 16).getContext('2d');
  if (!g) throw new Error('no canvas');
  const done = () => {
    if (path.length > 0) shapes.push(shape('outline', path));
    path = [];
  };
  const point = (x: number, y: number) => path.push([x - zero, y]);
  const watched: Partial<typeof g> = {
    beginPath: () => {
      path = [];
    },
    moveTo: point,
    lineTo: point,
    rect: (x, y, width, height) => path.push(...corners(x - zero, y, width, height)),
    roundRect: (x: number, y: number, width: number, height: number) =>
      path.push(...corners(x - zero, y, width, height)),
    closePath: () => {},
    fill: done,
    stroke: done,
    fillRect: (x, y, width, height) => {
      const isArea = g.fillStyle instanceof CanvasPattern;
      const all = corners(x - zero, y, width, height);
      shapes.push(isArea ? shape('area', [all[0] ?? [0, 0], all[2] ?? [0, 0]]) : shape('outline', all));
    },
    fillText: (text, x, y) => shapes.push(shape('text', [[x - zero, y]], text)),
  };
  Object.assign(g, watched);
  drawBars(g, made);
  return shapes;
}

const flat = (marks: readonly Mark[]): Exclude<Mark, { kind: 'clip' }>[] =>
  marks.flatMap((mark) => (mark.kind === 'clip' ? flat(mark.marks) : [mark]));

/** Corners of a path of straight lines. */
function pointsOf(d: string): Point[] {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (const [, op = '', rest = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const [a = 0, b = 0] = rest.trim().split(/\s+/).map(Number);
    if (op === 'Z') continue;
    if (op === 'M' || op === 'L') [x, y] = [a, b];
    else if (op === 'm' || op === 'l') [x, y] = [x + a, y + b];
    else if (op === 'v') y += a;
    else if (op === 'V') y = a;
    else if (op === 'H') x = a;
    else throw new Error(`unknown in a path: ${op}`);
    points.push([x, y]);
  }
  return points;
}

const PARTS_OF_ROWS = new Set<string>([...BAR_LOOKS, ...BAR_AREAS]);
const AREAS = new Set<string>(BAR_AREAS);

/** What stands on paper, and in which looks, in px of the screen: paper draws the same rows in 0.475 of the size. */
function onPaper() {
  const size = 8;
  const factor = (size * 1.9) / ROW;
  const setup = {
    ...defaultPrintSetup('en' as const),
    fit: { kind: 'scale' as const, perDay: PER_DAY * factor },
    label: 'responsible' as const,
    slack: true,
    progressLine: true,
    legend: false,
    fontSize: size,
  };
  const source = {
    plan: everyRow(),
    client: '',
    company: '',
    baseline: { name: 'b', start: agreed(0), finish: agreed(1) },
  };
  const t = fixedT(createI18n('en'), 'en');
  const sheet = finishSteps(wholeChart(ganttDocument({ kind: 'gantt', source, setup, rowIds: null }, t)));
  if (!sheet) throw new Error('no chart');
  const zero = (DAY0 - sheet.layout.range.from) * PER_DAY * factor;
  const scaled = ([x, y]: Point): Point => [(x - zero) / factor, y / factor];
  const shapes: Shape[] = [];
  const looks = new Set<string>();
  const links: Point[][] = [];
  let progress: Point[] = [];
  for (const mark of flat(drawSheet(sheet.layout, sheet.index, sheet.numbers))) {
    if (mark.kind === 'path' && mark.look === 'progressLine') progress = pointsOf(mark.d).map(scaled);
    if (mark.of === undefined) continue;
    if (mark.kind === 'path' && (mark.look === 'link' || mark.look === 'linkHead'))
      links.push(pointsOf(mark.d).map(scaled));
    if (mark.kind === 'text' && (mark.look === 'label' || mark.look === 'late'))
      // Its baseline lies below the middle of the row.
      shapes.push(shape('text', [scaled([mark.x, mark.y - size * 0.36])], mark.text));
    if (mark.kind === 'text' || !PARTS_OF_ROWS.has(mark.look)) continue;
    looks.add(mark.look);
    const points = mark.kind === 'path' ? pointsOf(mark.d) : corners(mark.x, mark.y, mark.width, mark.height);
    shapes.push(shape(AREAS.has(mark.look) ? 'area' : 'outline', points.map(scaled)));
  }
  return { shapes, looks, links, progress };
}

/** The outlines of links as the canvas gets them: lines first, then heads. */
function drawnLinks(): Point[][] {
  const made = scene();
  const zero = made.scale.dayX(DAY0);
  const texts: string[] = [];
  vi.stubGlobal(
    'Path2D',
    class {
      constructor(d: string) {
        texts.push(d);
      }
    },
  );
  const g = new OffscreenCanvas(16, 16).getContext('2d');
  if (!g) throw new Error('no canvas');
  drawLinks(Object.assign(g, { stroke: () => {}, fill: () => {} }), made);
  vi.unstubAllGlobals();
  return texts.flatMap((text) =>
    text.split(/(?=M)/).map((d) => pointsOf(d).map(([x, y]): Point => [x - zero, y])),
  );
}

/** The progress line as the canvas gets it. */
function drawnProgress(): Point[] {
  const made = scene();
  const zero = made.scale.dayX(DAY0);
  const points: Point[] = [];
  const g = new OffscreenCanvas(16, 16).getContext('2d');
  if (!g) throw new Error('no canvas');
  const point = (x: number, y: number) => points.push([x - zero, y]);
  drawProgressLine(Object.assign(g, { moveTo: point, lineTo: point }), made);
  return points;
}

const inRow = (shapes: readonly Shape[], row: number, kind: Shape['kind']) =>
  shapes.filter((one) => one.row === row && one.kind === kind);

const spread = (points: readonly Point[], axis: 0 | 1) => {
  const all = points.map((point) => point[axis]);
  return [Math.min(...all), Math.max(...all)] as const;
};

describe('I11 one layout for screen and paper', () => {
  const screen = onScreen();
  const { shapes: paper, looks, links, progress } = onPaper();

  it('is tried with every part that a row can have', () => {
    expect([...BAR_LOOKS, ...BAR_AREAS].filter((look) => !looks.has(look))).toEqual([]);
  });

  it.each(ROWS.map(({ name }, row) => [name, row] as const))('draws “%s” the same', (_name, row) => {
    const drawn = inRow(screen, row, 'outline');
    const printed = inRow(paper, row, 'outline');
    expect(drawn.length).toBeGreaterThan(0);
    expect(printed.map(({ points }) => points.length)).toEqual(drawn.map(({ points }) => points.length));
    drawn.forEach(({ points }, i) => {
      points.forEach(([x, y], at) => {
        const [left = Number.NaN, top = Number.NaN] = printed[i]?.points[at] ?? [];
        expect(left).toBeCloseTo(x, 1);
        expect(top).toBeCloseTo(y, 1);
      });
    });
    // A pattern needs room to be seen.
    const areas = inRow(screen, row, 'area').filter(
      ({ points }) => spread(points, 0)[1] - spread(points, 0)[0] > 8,
    );
    const patterns = inRow(paper, row, 'area');
    expect(patterns).toHaveLength(areas.length);
    areas.forEach(({ points }, i) => {
      for (const axis of [0, 1] as const) {
        const [from, to] = spread(points, axis);
        const [first, last] = spread(patterns[i]?.points ?? [], axis);
        expect(first).toBeGreaterThan(from - 0.1);
        expect(last).toBeLessThan(to + 0.1);
        expect(last - first).toBeGreaterThan((to - from) * 0.45);
      }
    });
    const words = inRow(screen, row, 'text');
    expect(inRow(paper, row, 'text').map(({ text }) => text)).toEqual(words.map(({ text }) => text));
    words.forEach(({ points }, i) => {
      const printedAt = inRow(paper, row, 'text')[i]?.points[0]?.[0] ?? Number.NaN;
      expect(printedAt).toBeCloseTo(points[0]?.[0] ?? 0, 1);
    });
  });

  it('draws the progress line through the same points', () => {
    const drawn = drawnProgress();
    expect(drawn.length).toBeGreaterThan(15);
    // Behind, ahead and as it should be.
    expect(new Set(drawn.map(([x]) => Math.sign(Math.round(x - 5 * PER_DAY)))).size).toBe(3);
    expect(progress).toHaveLength(drawn.length);
    drawn.forEach(([x, y], i) => {
      const [left = Number.NaN, top = Number.NaN] = progress[i] ?? [];
      expect(left).toBeCloseTo(x, 1);
      expect(top).toBeCloseTo(y, 1);
    });
  });

  it('leads links along the same ways', () => {
    const onScreenLinks = drawnLinks();
    expect(onScreenLinks).toHaveLength(6);
    expect(links.length).toBe(onScreenLinks.length);
    onScreenLinks.forEach((points, i) => {
      expect(links[i]).toHaveLength(points.length);
      points.forEach(([x, y], at) => {
        const [left = Number.NaN, top = Number.NaN] = links[i]?.[at] ?? [];
        expect(left).toBeCloseTo(x, 1);
        expect(top).toBeCloseTo(y, 1);
      });
    });
  });
});
