/** MS-4: the radar of the expectation gap. Pure geometry. */
import { textWidth, wrapText } from '../../../schedule/layout/textWidth.ts';
import {
  type Figure,
  type FigureLine,
  type FigureMark,
  type FigureText,
  gridLine,
  LINE_HEIGHT,
  type MarkShape,
  type Point,
} from './shapes.ts';

export const RADAR_SERIES = ['expected', 'agreed', 'planned', 'actual'] as const;
export type RadarSeries = (typeof RADAR_SERIES)[number];

export interface RadarAxis {
  readonly label: string;
  /** Percent; null: not known. */
  readonly values: Readonly<Record<RadarSeries, number | null>>;
}

export interface RadarInput {
  readonly axes: readonly RadarAxis[];
  readonly width: number;
  readonly fontSize: number;
}

export const RADAR_MARKS: Readonly<Record<RadarSeries, MarkShape>> = {
  expected: 'circle',
  agreed: 'square',
  planned: 'diamond',
  actual: 'triangle',
};
export const RADAR_DASHES: Readonly<Record<RadarSeries, readonly number[]>> = {
  expected: [],
  agreed: [7, 3],
  planned: [2, 3],
  actual: [],
};

const RING_STEP = 25;
const LABEL_LINES = 2;

/** Percent of the outermost ring: 100, or the next step of 25 above the highest value. */
export function radarScale(axes: readonly RadarAxis[]): number {
  const highest = Math.max(
    100,
    ...axes.flatMap(({ values }) => RADAR_SERIES.map((name) => values[name] ?? 0)),
  );
  return Math.ceil(highest / RING_STEP) * RING_STEP;
}

interface Frame {
  readonly centre: Point;
  readonly radius: number;
  readonly count: number;
}

/** The point of an axis, the first one upwards, then clockwise. @param share of the radius */
function pointAt({ centre: [x, y], radius, count }: Frame, index: number, share: number): Point {
  const angle = (2 * Math.PI * index) / count;
  return [x + Math.sin(angle) * radius * share, y - Math.cos(angle) * radius * share];
}

function rings(frame: Frame, scale: number, fontSize: number): { lines: FigureLine[]; texts: FigureText[] } {
  const lines: FigureLine[] = [];
  const texts: FigureText[] = [];
  for (let at = RING_STEP; at <= scale; at += RING_STEP) {
    const share = at / scale;
    const points = Array.from({ length: frame.count }, (_, i) => pointAt(frame, i, share));
    lines.push({ ...gridLine(points), closed: true });
    const [x, y] = pointAt(frame, 0, share);
    texts.push({
      at: [x + 4, y + fontSize],
      lines: [String(at)],
      anchor: 'start',
      size: fontSize * 0.8,
      role: 'quiet',
    });
  }
  for (let i = 0; i < frame.count; i++) lines.push(gridLine([frame.centre, pointAt(frame, i, 1)]));
  return { lines, texts };
}

function labelOf(frame: Frame, index: number, label: string, room: number, size: number): FigureText {
  const [x, y] = pointAt(frame, index, 1);
  const [cx, cy] = frame.centre;
  const side = Math.abs(x - cx) < 1 ? 'middle' : x > cx ? 'start' : 'end';
  const lines = wrapText(label, room, size, LABEL_LINES);
  const gap = side === 'start' ? 8 : side === 'end' ? -8 : 0;
  const above = y < cy - 1 && side === 'middle';
  const below = y > cy + 1 && side === 'middle';
  const height = lines.length * size * LINE_HEIGHT;
  const top = above ? y - height - 8 : below ? y + 6 : y - height / 2;
  return { at: [x + gap, top + size], lines, anchor: side, size, role: 'strong' };
}

/**
 * Lines of one series: between neighbours that are both known, closed when all are. A value that is not known is
 * no zero, so nothing is drawn through it.
 */
function seriesOf(frame: Frame, name: RadarSeries, axes: readonly RadarAxis[], scale: number) {
  const points = axes.map(({ values }, i) => {
    const value = values[name];
    return value === null ? null : pointAt(frame, i, Math.max(0, value) / scale);
  });
  const look = {
    role: 'series' as const,
    series: name,
    dash: RADAR_DASHES[name],
    strength: name === 'actual' ? 2 : 1.5,
  };
  const known = points.filter((point) => point !== null);
  const lines: FigureLine[] = [];
  if (known.length === points.length && known.length > 2)
    lines.push({ points: known, closed: true, ...look });
  else
    points.forEach((point, i) => {
      const next = points[(i + 1) % points.length] ?? null;
      if (point !== null && next !== null && points.length > 1)
        lines.push({ points: [point, next], closed: false, ...look });
    });
  const marks = known.map((at): FigureMark => ({ at, shape: RADAR_MARKS[name], size: 3.5, series: name }));
  return { lines, marks };
}

/** Where everything of the radar stands; as wide as asked for, as high as it needs. */
export function radarFigure({ axes, width, fontSize }: RadarInput): Figure {
  const room = Math.min(width / 5, Math.max(0, ...axes.map(({ label }) => textWidth(label, fontSize))) + 4);
  const radius = Math.max(40, (width - 2 * room - 20) / 2);
  const head = LABEL_LINES * fontSize * LINE_HEIGHT + 12;
  const frame: Frame = { centre: [width / 2, head + radius], radius, count: Math.max(1, axes.length) };
  const scale = radarScale(axes);
  const base = rings(frame, scale, fontSize);
  const drawn = RADAR_SERIES.map((name) => seriesOf(frame, name, axes, scale));
  return {
    width,
    height: 2 * (head + radius),
    boxes: [],
    lines: [...base.lines, ...drawn.flatMap(({ lines }) => lines)],
    marks: drawn.flatMap(({ marks }) => marks),
    texts: [...base.texts, ...axes.map(({ label }, i) => labelOf(frame, i, label, room, fontSize))],
  };
}
