/** G6: better against |worse|, in four quarters. Pure geometry. */
import { wrapText } from '../../../schedule/layout/textWidth.ts';
import { type Figure, type FigureMark, type FigureText, frameLine, gridLine, LINE_HEIGHT } from './shapes.ts';

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

/** Where everything of the scatter stands. */
export function scatterFigure({ points, quarters, axes, side, fontSize }: ScatterInput): Figure {
  const left = fontSize * 3.4;
  const top = fontSize * 2;
  const bottom = top + side;
  const x = (worse: number): number => left + -worse * side;
  const y = (better: number): number => bottom - better * side;
  const text = (at: [number, number], line: string, more: Partial<FigureText> = {}): FigureText => ({
    at,
    lines: [line],
    anchor: 'middle',
    size: fontSize * 0.85,
    role: 'quiet',
    ...more,
  });
  const quarter = (name: keyof typeof quarters, worse: number, better: number): FigureText =>
    text([x(worse), y(better) + fontSize * 1.4], quarters[name], { size: fontSize });
  const marks = places(points).map(({ better, worse, labels }) => {
    const at: [number, number] = [x(worse), y(better)];
    const right = -worse > 0.7;
    const room = (right ? at[0] - left : left + side - at[0]) - 10;
    const lines = wrapText(labels.join(', '), Math.max(room, fontSize * 5), fontSize * 0.9, 2);
    const mark: FigureMark = { at, shape: 'circle', size: 4, series: 'actual' };
    const label: FigureText = {
      at: [at[0] + (right ? -8 : 8), at[1] + fontSize * 0.35],
      lines,
      anchor: right ? 'end' : 'start',
      size: fontSize * 0.9,
      role: 'strong',
    };
    return { mark, label };
  });
  return {
    width: left + side + fontSize * 2,
    height: bottom + fontSize * 1.4 + fontSize * LINE_HEIGHT + 6,
    boxes: [],
    lines: [
      ...TICKS.flatMap((at) => [
        gridLine([
          [x(-at), top],
          [x(-at), bottom],
        ]),
        gridLine([
          [left, y(at)],
          [left + side, y(at)],
        ]),
      ]),
      frameLine([
        [left, top],
        [left, bottom],
        [left + side, bottom],
      ]),
      frameLine(
        [
          [x(-0.5), top],
          [x(-0.5), bottom],
        ],
        1.5,
      ),
      frameLine(
        [
          [left, y(0.5)],
          [left + side, y(0.5)],
        ],
        1.5,
      ),
    ],
    marks: marks.map(({ mark }) => mark),
    texts: [
      quarter('excitement', -0.25, 1),
      quarter('performance', -0.75, 1),
      quarter('indifferent', -0.25, 0.5),
      quarter('basic', -0.75, 0.5),
      ...TICKS.map((at) => text([x(-at), bottom + fontSize * 1.2], String(at))),
      ...TICKS.map((at) => text([left - 5, y(at) + fontSize * 0.3], String(at), { anchor: 'end' })),
      text([left, top - fontSize * 0.7], axes.better, { anchor: 'start', role: 'name', size: fontSize }),
      text([left + side, bottom + fontSize * 1.2 + fontSize * LINE_HEIGHT], axes.worse, {
        anchor: 'end',
        role: 'name',
        size: fontSize,
      }),
      ...marks.map(({ label }) => label),
    ],
  };
}
