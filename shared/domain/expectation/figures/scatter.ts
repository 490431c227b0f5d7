/** G6: better against |worse|, in four quarters. Pure geometry. */
import { wrapText } from '../../../schedule/layout/textWidth.ts';
import {
  type Figure,
  type FigureLine,
  type FigureMark,
  type FigureText,
  frameLine,
  gridLine,
  LINE_HEIGHT,
  type Point,
} from './shapes.ts';

export interface ScatterPoint {
  /** Short name, such as E-3. */
  readonly label: string;
  /** 0–1 */
  readonly better: number;
  /** −1–0 */
  readonly worse: number;
}

export interface ScatterInput {
  readonly points: readonly ScatterPoint[];
  readonly quarters: Readonly<Record<'basic' | 'performance' | 'excitement' | 'indifferent', string>>;
  readonly axes: { readonly better: string; readonly worse: string };
  /** Side of the square; names and numbers stand beside it. */
  readonly side: number;
  readonly fontSize: number;
}

const TICKS = [0, 0.25, 0.5, 0.75, 1] as const;

/** Points of one place share one mark and one label. */
function places(points: readonly ScatterPoint[]): { better: number; worse: number; labels: string[] }[] {
  const found = new Map<string, { better: number; worse: number; labels: string[] }>();
  for (const { label, better, worse } of points) {
    const key = `${better.toFixed(3)}:${worse.toFixed(3)}`;
    const place = found.get(key);
    if (place) place.labels.push(label);
    else found.set(key, { better, worse, labels: [label] });
  }
  return [...found.values()];
}

interface Square {
  readonly left: number;
  readonly top: number;
  readonly side: number;
  readonly size: number;
  readonly x: (worse: number) => number;
  readonly y: (better: number) => number;
}

function textAt(at: readonly [number, number], line: string, look: Partial<FigureText>): FigureText {
  return { at, lines: [line], anchor: 'middle', size: 1, role: 'quiet', ...look };
}

/** Grid, axes and the cross in the middle. */
function linesOf({ left, top, side, x, y }: Square): FigureLine[] {
  const bottom = top + side;
  const right = left + side;
  const across = (at: number): [Point, Point] => [
    [x(-at), top],
    [x(-at), bottom],
  ];
  const along = (at: number): [Point, Point] => [
    [left, y(at)],
    [right, y(at)],
  ];
  const corner: Point[] = [
    [left, top],
    [left, bottom],
    [right, bottom],
  ];
  return [
    ...TICKS.flatMap((at) => [gridLine(across(at)), gridLine(along(at))]),
    frameLine(corner),
    frameLine(across(0.5), 1.5),
    frameLine(along(0.5), 1.5),
  ];
}

/** Marks with their names, which lean inwards near the right edge. */
function marksOf(points: readonly ScatterPoint[], { left, side, size, x, y }: Square) {
  return places(points).map(({ better, worse, labels }) => {
    const at: Point = [x(worse), y(better)];
    const inward = -worse > 0.7;
    const room = (inward ? at[0] - left : left + side - at[0]) - 10;
    const mark: FigureMark = { at, shape: 'circle', size: 4, series: 'actual' };
    const label: FigureText = {
      at: [at[0] + (inward ? -8 : 8), at[1] + size * 0.35],
      lines: wrapText(labels.join(', '), Math.max(room, size * 5), size * 0.9, 2),
      anchor: inward ? 'end' : 'start',
      size: size * 0.9,
      role: 'strong',
    };
    return { mark, label };
  });
}

function textsOf({ quarters, axes }: ScatterInput, { left, top, side, size, x, y }: Square): FigureText[] {
  const bottom = top + side;
  const number = { size: size * 0.85 };
  const name = { role: 'name' as const, size };
  const quarter = (id: keyof typeof quarters, worse: number, better: number): FigureText =>
    textAt([x(worse), y(better) + size * 1.4], quarters[id], { size });
  return [
    quarter('excitement', -0.25, 1),
    quarter('performance', -0.75, 1),
    quarter('indifferent', -0.25, 0.5),
    quarter('basic', -0.75, 0.5),
    ...TICKS.map((at) => textAt([x(-at), bottom + size * 1.2], String(at), number)),
    ...TICKS.map((at) => textAt([left - 5, y(at) + size * 0.3], String(at), { ...number, anchor: 'end' })),
    textAt([left, top - size * 0.7], axes.better, { ...name, anchor: 'start' }),
    textAt([left + side, bottom + size * (1.2 + LINE_HEIGHT)], axes.worse, { ...name, anchor: 'end' }),
  ];
}

/** Where everything of the scatter stands. */
export function scatterFigure(input: ScatterInput): Figure {
  const { side, fontSize: size } = input;
  const left = size * 3.4;
  const top = size * 2;
  const bottom = top + side;
  const square: Square = {
    left,
    top,
    side,
    size,
    x: (worse) => left - worse * side,
    y: (better) => bottom - better * side,
  };
  const drawn = marksOf(input.points, square);
  return {
    width: left + side + size * 2,
    height: bottom + size * (1.4 + LINE_HEIGHT) + 6,
    boxes: [],
    lines: linesOf(square),
    marks: drawn.map(({ mark }) => mark),
    texts: [...textsOf(input, square), ...drawn.map(({ label }) => label)],
  };
}
