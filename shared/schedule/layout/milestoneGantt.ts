import { type EpochDay, parseDate } from '../calendar/instant.ts';
import { textWidth, wrapText } from './textWidth.ts';
import { startOfUnit, type Tick, type TimeUnit, ticksBetween } from './timescale.ts';

/** Dates of one kind; `YYYY-MM-DD`, inclusive. A milestone has a finish alone. */
export interface DateSpan {
  readonly start: string | null;
  readonly finish: string | null;
}

export interface MilestoneGanttItem {
  readonly id: string;
  readonly name: string;
  readonly kind: 'phase' | 'milestone';
  /** 0 for the outermost. */
  readonly depth?: number;
  /** What was agreed: baseline or contract. */
  readonly planned?: DateSpan;
  /** What is expected now; defaults to planned. */
  readonly forecast?: DateSpan;
  readonly actual?: DateSpan;
  /** 0–100, of a phase. */
  readonly percent?: number;
}

export interface MilestoneGanttInput {
  readonly items: readonly MilestoneGanttItem[];
  readonly today?: string;
  /** Reporting period, shaded. */
  readonly period?: { readonly from: string; readonly to: string };
  /** Shows at least this much time. */
  readonly range?: { readonly from: string; readonly to: string };
  /** Width in pt; the text area of A4 upright with 15 mm margins is 510. */
  readonly width?: number;
  /** Height in pt at which a new sheet begins; header and time axis are repeated. */
  readonly pageHeight?: number;
  /** Text size in pt; never below 7 on paper. */
  readonly fontSize?: number;
  /** Writes a date beside its mark. */
  readonly dateLabel: (date: string) => string;
}

/** Marks are drawn one over the other in this order. All measures in pt from the top left of the sheet. */
export interface SpanMark {
  readonly x: number;
  readonly width: number;
}

export interface GanttLabel {
  readonly x: number;
  readonly anchor: 'start' | 'end';
  readonly text: string;
}

export interface MilestoneRowLayout {
  readonly item: MilestoneGanttItem;
  readonly y: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly indent: number;
  readonly planned: SpanMark | null;
  readonly forecast: SpanMark | null;
  readonly actual: SpanMark | null;
  readonly done: boolean;
  /** Days by which forecast or actual finish lies after the planned one; negative: before. */
  readonly slipDays: number | null;
  readonly label: GanttLabel | null;
}

export interface AxisCell extends Tick {
  readonly x: number;
  readonly width: number;
}

export interface MilestoneSheet {
  readonly height: number;
  readonly rows: readonly MilestoneRowLayout[];
}

export interface MilestoneGanttLayout {
  readonly width: number;
  readonly fontSize: number;
  readonly nameWidth: number;
  readonly headerHeight: number;
  readonly upper: { readonly unit: TimeUnit; readonly cells: readonly AxisCell[] };
  readonly lower: { readonly unit: TimeUnit; readonly cells: readonly AxisCell[] };
  readonly today: number | null;
  readonly period: SpanMark | null;
  readonly sheets: readonly MilestoneSheet[];
}

export const MIN_PRINT_SIZE = 7;

const AXIS_PAIRS: readonly (readonly [TimeUnit, TimeUnit, days: number, widthInEm: number])[] = [
  ['month', 'day', 1, 1.5],
  ['month', 'week', 7, 3],
  ['year', 'month', 30, 3],
  ['year', 'quarter', 91, 2.6],
  ['decade', 'year', 365, 2.8],
];

type Axis = {
  readonly from: EpochDay;
  readonly to: EpochDay;
  readonly left: number;
  readonly perDay: number;
};

const at = (axis: Axis, day: EpochDay): number => axis.left + (day - axis.from) * axis.perDay;

function cellsOf(unit: TimeUnit, axis: Axis): AxisCell[] {
  return ticksBetween(unit, axis.from, axis.to).map((tick) => {
    const x = at(axis, Math.max(tick.from, axis.from));
    return { ...tick, x, width: at(axis, Math.min(tick.to, axis.to)) - x };
  });
}

function daysOf(input: MilestoneGanttInput): EpochDay[] {
  const texts = input.items.flatMap(({ planned, forecast, actual }) =>
    [planned, forecast, actual].flatMap((span) => [span?.start, span?.finish]),
  );
  texts.push(input.today, input.period?.from, input.period?.to, input.range?.from, input.range?.to);
  return texts.flatMap((text) => (text ? (parseDate(text) ?? []) : []));
}

/** The axis over all dates with a little air, rounded to whole units, and the finest tiers that can be read. */
function axisFor(input: MilestoneGanttInput, left: number, width: number, size: number) {
  const days = daysOf(input);
  const first = days.length > 0 ? Math.min(...days) : 0;
  const last = days.length > 0 ? Math.max(...days) : first + 30;
  const air = Math.max(3, Math.round((last - first) * 0.04));
  for (const [upper, lower, unitDays, em] of AXIS_PAIRS) {
    const from = startOfUnit(lower, first - air);
    const end = last + 1 + air;
    const to = startOfUnit(lower, end - 1) === end ? end : (ticksBetween(lower, from, end).at(-1)?.to ?? end);
    const perDay = width / (to - from);
    if (perDay * unitDays >= em * size || lower === 'year')
      return { axis: { from, to, left, perDay }, upper, lower };
  }
  throw new RangeError('unreachable: the last pair of tiers always fits');
}

function spanMark(axis: Axis, span: DateSpan | undefined, milestone: boolean): SpanMark | null {
  const finish = span?.finish ? parseDate(span.finish) : null;
  const start = span?.start ? parseDate(span.start) : null;
  if (milestone) return finish === null ? null : { x: at(axis, finish + 0.5), width: 0 };
  if (start === null) return null;
  const x = at(axis, start);
  return { x, width: Math.max(1, at(axis, Math.max(finish ?? start, start) + 1) - x) };
}

/** Whole days from the planned to the expected or actual finish. */
export function slipDays(item: MilestoneGanttItem): number | null {
  const planned = item.planned?.finish;
  const now = item.actual?.finish ?? item.forecast?.finish;
  const a = planned ? parseDate(planned) : null;
  const b = now ? parseDate(now) : null;
  return a === null || b === null ? null : b - a;
}

function labelFor(
  item: MilestoneGanttItem,
  marks: readonly (SpanMark | null)[],
  input: MilestoneGanttInput,
  right: number,
  size: number,
): GanttLabel | null {
  const date = item.actual?.finish ?? item.forecast?.finish ?? item.planned?.finish;
  const drawn = marks.flatMap((mark) => mark ?? []);
  if (!date || drawn.length === 0) return null;
  const slip = slipDays(item);
  const text = `${input.dateLabel(date)}${slip === null || slip === 0 ? '' : ` (${slip > 0 ? '+' : '−'}${Math.abs(slip)})`}`;
  const pad = item.kind === 'milestone' ? size * 0.8 : size * 0.4;
  const end = Math.max(...drawn.map((mark) => mark.x + mark.width)) + pad;
  if (end + textWidth(text, size) <= right) return { x: end, anchor: 'start', text };
  return { x: Math.min(...drawn.map((mark) => mark.x)) - pad, anchor: 'end', text };
}

function paginate(rows: readonly MilestoneRowLayout[], top: number, limit: number): MilestoneSheet[] {
  const sheets: MilestoneSheet[] = [];
  let y = top;
  let current: MilestoneRowLayout[] = [];
  const close = () => {
    sheets.push({ height: y, rows: current });
    current = [];
    y = top;
  };
  for (const row of rows) {
    if (current.length > 0 && y + row.height > limit) close();
    current.push({ ...row, y });
    y += row.height;
  }
  close();
  return sheets;
}

/**
 * Lays a chart of phases and milestones out for paper. Pure: the same input gives the same drawing on any
 * machine. Lengths in pt; text is never smaller than 7 pt.
 */
export function layoutMilestoneGantt(input: MilestoneGanttInput): MilestoneGanttLayout {
  const fontSize = Math.max(MIN_PRINT_SIZE, input.fontSize ?? 8);
  const width = input.width ?? 510;
  const longest = Math.max(
    0,
    ...input.items.map((item) => textWidth(item.name, fontSize) + (item.depth ?? 0) * fontSize),
  );
  const nameWidth = Math.min(Math.max(longest + fontSize * 1.5, width * 0.16), width * 0.34);
  const headerHeight = fontSize * 3.6;
  const { axis, upper, lower } = axisFor(input, nameWidth, width - nameWidth, fontSize);
  const rows = input.items.map((item): MilestoneRowLayout => {
    const indent = (item.depth ?? 0) * fontSize;
    const lines = wrapText(item.name, nameWidth - indent - fontSize, fontSize, 2);
    const milestone = item.kind === 'milestone';
    const planned = spanMark(axis, item.planned, milestone);
    const actual = spanMark(axis, item.actual, milestone);
    const forecast = spanMark(axis, item.forecast ?? item.planned, milestone);
    const open = item.actual?.finish ? [planned, actual] : [planned, forecast];
    return {
      item,
      y: 0,
      height: fontSize * (lines.length * 1.25 + 0.9),
      lines,
      indent,
      planned,
      forecast,
      actual,
      done: milestone ? Boolean(item.actual?.finish) : (item.percent ?? 0) >= 100,
      slipDays: slipDays(item),
      label: labelFor(item, open, input, width, fontSize),
    };
  });
  const today = input.today ? parseDate(input.today) : null;
  const period = input.period
    ? spanMark(axis, { start: input.period.from, finish: input.period.to }, false)
    : null;
  return {
    width,
    fontSize,
    nameWidth,
    headerHeight,
    upper: { unit: upper, cells: cellsOf(upper, axis) },
    lower: { unit: lower, cells: cellsOf(lower, axis) },
    today: today === null ? null : at(axis, today + 0.5),
    period,
    sheets: paginate(rows, headerHeight, input.pageHeight ?? Number.POSITIVE_INFINITY),
  };
}
