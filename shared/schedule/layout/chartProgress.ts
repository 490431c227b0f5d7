import { type Instant, TENTHS_PER_DAY } from '../calendar/instant.ts';
import type { Band, ChartLayout, Mark, Tile } from './chart.ts';
import { r, xOf } from './chartAxis.ts';
import { barMiddle, ROW_EMS } from './chartBars.ts';
import { PROGRESS_DOT } from './progressLine.ts';

/** The progress line of a chart on paper: where it stands, and the rows that pull it to either side. */
export interface ChartProgress {
  /** A day with its fraction: the status line, else that of today. */
  readonly day: number;
  readonly points: readonly {
    /** Index of the row. */
    readonly row: number;
    /** How far the row is; null: exactly as far as it should be. */
    readonly at: Instant | null;
  }[];
}

/** Rows beyond a sheet that the line passes on its way: it does not begin anew on each. */
const AROUND = 32;

const dot = (x: number, y: number, radius: number): string =>
  `M${r(x - radius)} ${r(y)}a${r(radius)} ${r(radius)} 0 1 0 ${r(radius * 2)} 0a${r(radius)} ${r(radius)} 0 1 0 ${r(-radius * 2)} 0Z`;

/** The progress line on one sheet; the window cuts it at the border of the paper. */
export function progressMarks(layout: ChartLayout, tile: Tile, band: Band): Mark[] {
  const { input, range, perDay, rows, fontSize } = layout;
  const { progress } = input;
  if (!progress || progress.day < range.from || progress.day > range.to) return [];
  const straight = xOf(progress.day * TENTHS_PER_DAY, range, perDay);
  const first = Math.max(0, band.first - AROUND);
  const end = Math.min(rows.length, band.end + AROUND);
  const near = progress.points.filter(({ row }) => row >= first && row < end);
  const places = near.map(({ row, at }) => ({
    x: at === null ? straight : xOf(at, range, perDay),
    y: barMiddle(layout, row),
  }));
  const reach = Math.max(straight, ...places.map(({ x }) => x));
  if (reach < tile.x || Math.min(straight, ...places.map(({ x }) => x)) > tile.x + tile.width) return [];
  const top = rows[first]?.y ?? 0;
  const last = rows[end - 1];
  const line = places.map(({ x, y }) => `L${r(x)} ${r(y)}`).join('');
  const d = `M${r(straight)} ${r(top)}${line}L${r(straight)} ${r(last ? last.y + last.height : top)}`;
  const radius = fontSize * ROW_EMS * PROGRESS_DOT;
  return [
    { kind: 'path', d, look: 'progressLine' },
    { kind: 'path', d: places.map(({ x, y }) => dot(x, y, radius)).join(''), look: 'progressDot' },
  ];
}
