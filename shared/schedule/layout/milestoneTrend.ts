/**
 * The milestone trend chart: report dates to the right, forecast dates upwards, both on one scale, so that the line
 * on which a forecast is its own report date rises at 45°. A milestone that keeps its date runs level into that
 * line; one that slips rises. Pure geometry; screen and paper draw the same marks.
 */
import { dayToCivil, type EpochDay, parseDate } from '../calendar/instant.ts';
import { textWidth, wrapText } from './textWidth.ts';
import { type TimeUnit, ticksBetween } from './timescale.ts';

export interface TrendPoint {
  /** Report date and forecast, `YYYY-MM-DD`. */
  readonly on: string;
  readonly forecast: string;
  readonly done: boolean;
}

export interface TrendSeries {
  readonly id: string;
  readonly name: string;
  /** By report date, the oldest first. */
  readonly points: readonly TrendPoint[];
}

export interface TrendInput {
  readonly series: readonly TrendSeries[];
  /** Width of everything; the square of the chart takes what the names leave. */
  readonly width: number;
  /** Side of the square at most. */
  readonly maxSide: number;
  readonly fontSize: number;
}

/** Told apart by shape and dash, not by colour. */
export const TREND_SHAPES = ['circle', 'square', 'diamond', 'triangle', 'cross', 'ring'] as const;
export type TrendShape = (typeof TREND_SHAPES)[number];
export const TREND_DASHES = [[], [6, 3], [2, 2], [8, 2, 2, 2]] as const;

export interface TrendMark {
  readonly x: number;
  readonly y: number;
  readonly done: boolean;
  readonly point: TrendPoint;
}

export interface TrendLine {
  readonly id: string;
  readonly name: string;
  readonly shape: TrendShape;
  readonly dash: readonly number[];
  readonly marks: readonly TrendMark[];
  /** The name, joined to the last mark by a thin line; `lines` fit the room at the side. */
  readonly label: { readonly x: number; readonly y: number; readonly lines: readonly string[] };
}

export interface TrendTick {
  readonly at: number;
  readonly label: string;
}

export interface TrendLayout {
  readonly width: number;
  readonly height: number;
  /** The square of the chart. */
  readonly plot: { readonly x: number; readonly y: number; readonly side: number };
  readonly across: readonly TrendTick[];
  readonly up: readonly TrendTick[];
  readonly diagonal: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
  /** Report dates. */
  readonly reports: readonly number[];
  readonly lines: readonly TrendLine[];
}

const MONTHS_PER: readonly (readonly [TimeUnit, number])[] = [
  ['week', 0.25],
  ['month', 1],
  ['quarter', 3],
  ['year', 12],
  ['decade', 120],
];

const pad = (n: number): string => String(n).padStart(2, '0');

function tickLabel(unit: TimeUnit, day: EpochDay): string {
  const { year, month, day: date } = dayToCivil(day);
  if (unit === 'week') return `${pad(month)}-${pad(date)}`;
  return unit === 'year' || unit === 'decade' ? String(year) : `${year}-${pad(month)}`;
}

/** Ticks that leave room for their labels. */
function ticksOf(
  from: EpochDay,
  to: EpochDay,
  side: number,
  room: number,
): { day: EpochDay; label: string }[] {
  const fits = ([unit]: readonly [TimeUnit, number]): boolean =>
    ticksBetween(unit, from, to).length * room <= side + room;
  const [unit] = MONTHS_PER.find(fits) ?? ['decade'];
  return ticksBetween(unit as TimeUnit, from, to)
    .filter((tick) => tick.from >= from)
    .map((tick) => ({ day: tick.from, label: tickLabel(unit as TimeUnit, tick.from) }));
}

/**
 * Moves labels apart so that none overlaps, each as near to its mark as the others allow, all inside the chart.
 * @param wanted centres in any order @param heights of the labels @returns centres in the same order
 */
export function spreadLabels(
  wanted: readonly number[],
  heights: readonly number[],
  top: number,
  bottom: number,
): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const out = [...wanted];
  let least = top;
  for (const index of order) {
    const half = heights[index]! / 2;
    out[index] = Math.max(wanted[index]!, least + half);
    least = out[index]! + half;
  }
  // More labels than the chart is high stand below each other; the chart grows with them.
  let most = Math.max(bottom, top + heights.reduce((sum, height) => sum + height, 0));
  for (const index of [...order].reverse()) {
    const half = heights[index]! / 2;
    out[index] = Math.min(out[index]!, most - half);
    most = out[index]! - half;
  }
  return out;
}

const dayOf = (date: string): EpochDay => parseDate(date) ?? 0;

interface Frame {
  readonly from: EpochDay;
  readonly to: EpochDay;
}

/** One range for both axes: from the first report to the last date of all, and a little more. */
function frameOf(series: readonly TrendSeries[]): Frame | null {
  const days = series.flatMap(({ points }) =>
    points.flatMap(({ on, forecast }) => [dayOf(on), dayOf(forecast)]),
  );
  if (days.length === 0) return null;
  const first = days.reduce((a, b) => Math.min(a, b));
  const last = days.reduce((a, b) => Math.max(a, b));
  const margin = Math.max(3, Math.ceil((last - first) * 0.04));
  return { from: first - margin, to: last + margin };
}

/** A milestone that was reached has no forecast any more: its line ends there. */
function ended(series: TrendSeries): TrendSeries {
  const done = series.points.findIndex((point) => point.done);
  return done < 0 ? series : { ...series, points: series.points.slice(0, done + 1) };
}

/** A milestone is reached on its own day, on the 45° line, not on that of the report that tells it. */
function reachedOn(point: TrendPoint, before: TrendPoint | undefined): EpochDay {
  const on = dayOf(point.on);
  if (!point.done) return on;
  const earliest = before === undefined ? dayOf(point.forecast) : dayOf(before.on);
  return Math.min(on, Math.max(earliest, dayOf(point.forecast)));
}

/** Null without any point. All measures in the unit of `width`, from the top left. */
export function layoutTrend(input: TrendInput): TrendLayout | null {
  const { fontSize, width } = input;
  const series = input.series.filter(({ points }) => points.length > 0).map(ended);
  const frame = frameOf(series);
  if (frame === null) return null;
  const left = textWidth('0000-00', fontSize) + 6;
  const bottom = fontSize * 1.8;
  const gap = fontSize * 1.6;
  const nameRoom = Math.min(width * 0.34, fontSize * 16);
  const side = Math.max(fontSize * 8, Math.min(input.maxSide, width - left - gap - nameRoom));
  const top = fontSize;
  const scale = side / (frame.to - frame.from);
  const x = (day: EpochDay): number => left + (day - frame.from) * scale;
  const y = (day: EpochDay): number => top + side - (day - frame.from) * scale;
  const names = series.map(({ name }) => wrapText(name, nameRoom, fontSize, 2));
  const heights = names.map((lines) => lines.length * fontSize * 1.25 + fontSize * 0.35);
  const ends = series.map(({ points }) => y(dayOf(points.at(-1)!.forecast)));
  const centres = spreadLabels(ends, heights, top, top + side);
  const lowest = centres.reduce((most, centre, i) => Math.max(most, centre + heights[i]! / 2), top + side);
  const lines = series.map(({ id, name, points }, i): TrendLine => {
    const marks = points.map((point, j) => ({
      x: x(reachedOn(point, points[j - 1])),
      y: y(dayOf(point.forecast)),
      done: point.done,
      point,
    }));
    return {
      id,
      name,
      shape: TREND_SHAPES[i % TREND_SHAPES.length] ?? 'circle',
      dash: TREND_DASHES[Math.floor(i / TREND_SHAPES.length + i) % TREND_DASHES.length] ?? [],
      marks,
      label: { x: left + side + gap, y: centres[i] ?? 0, lines: names[i] ?? [] },
    };
  });
  const across = ticksOf(frame.from, frame.to, side, textWidth('0000-00', fontSize) + fontSize);
  const up = ticksOf(frame.from, frame.to, side, fontSize * 2);
  const reports = [...new Set(series.flatMap(({ points }) => points.map(({ on }) => on)))].sort();
  return {
    width,
    height: Math.max(top + side + bottom, lowest + fontSize * 0.5),
    plot: { x: left, y: top, side },
    across: across.map(({ day, label }) => ({ at: x(day), label })),
    up: up.map(({ day, label }) => ({ at: y(day), label })),
    diagonal: { x1: x(frame.from), y1: y(frame.from), x2: x(frame.to), y2: y(frame.to) },
    reports: reports.map((on) => x(dayOf(on))),
    lines,
  };
}

/** Outline of a mark of a given radius, as an SVG path. */
export function trendShapePath(shape: TrendShape, x: number, y: number, r: number): string {
  const n = (value: number): string => String(Math.round(value * 100) / 100);
  switch (shape) {
    case 'square':
      return `M${n(x - r)} ${n(y - r)}H${n(x + r)}V${n(y + r)}H${n(x - r)}Z`;
    case 'diamond':
      return `M${n(x)} ${n(y - r * 1.25)}L${n(x + r * 1.25)} ${n(y)}L${n(x)} ${n(y + r * 1.25)}L${n(x - r * 1.25)} ${n(y)}Z`;
    case 'triangle':
      return `M${n(x)} ${n(y - r * 1.2)}L${n(x + r * 1.15)} ${n(y + r)}H${n(x - r * 1.15)}Z`;
    case 'cross':
      return `M${n(x - r)} ${n(y - r)}L${n(x + r)} ${n(y + r)}M${n(x + r)} ${n(y - r)}L${n(x - r)} ${n(y + r)}`;
    default:
      return `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`;
  }
}
