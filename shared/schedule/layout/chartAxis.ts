import { dayOf, type EpochDay, type Instant, TENTHS_PER_DAY } from '../calendar/instant.ts';
import type { DayRange } from './backdrop.ts';
import type { ChartInput, ChartLayout, Mark, Tile } from './chart.ts';
import { textWidth } from './textWidth.ts';
import { startOfUnit, type TimeUnit, ticksBetween } from './timescale.ts';

/** Pairs of header rows, finest first: the lower unit needs this many widths of a letter for its label. */
const PAPER_TIERS: readonly {
  readonly upper: TimeUnit;
  readonly lower: TimeUnit;
  readonly days: number;
  readonly em: number;
}[] = [
  { upper: 'month', lower: 'day', days: 1, em: 1.5 },
  { upper: 'month', lower: 'week', days: 7, em: 3.4 },
  { upper: 'year', lower: 'month', days: 30, em: 3 },
  { upper: 'year', lower: 'quarter', days: 91, em: 2.6 },
  { upper: 'decade', lower: 'year', days: 365, em: 2.8 },
];

/** The finest header whose labels have room. @param size of text, pt */
export function paperTiers(perDay: number, size: number): { upper: TimeUnit; lower: TimeUnit } {
  const fits = PAPER_TIERS.find(({ days, em }) => days * perDay >= em * size);
  return fits ?? { upper: 'decade', lower: 'year' };
}

/** Place of an instant on the plane of the chart. */
export function xOf(instant: Instant, range: DayRange, perDay: number): number {
  return (instant / TENTHS_PER_DAY - range.from) * perDay;
}

/** Instants of everything a row draws. */
function instantsOf({ rows, options }: ChartInput): Instant[] {
  const out: Instant[] = [];
  const take = (instant: Instant | null | undefined) => {
    if (instant !== null && instant !== undefined) out.push(instant);
  };
  for (const row of rows) {
    take(row.start);
    take(row.finish);
    take(row.deadline);
    take(row.promise);
    if (options.slack) take(row.slackEnd);
    if (options.baseline) {
      take(row.baseline?.start);
      take(row.baseline?.finish);
    }
  }
  return out;
}

/** How far away today may lie and still widen the chart, in parts of the plan's length. */
const NEAR = 0.15;

/** Days to draw: as asked, else everything the rows have with a little air, in whole weeks. */
export function chartRange(input: ChartInput): DayRange {
  const asked = input.options.range;
  if (asked && asked.to > asked.from) return asked;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const instant of instantsOf(input)) {
    first = Math.min(first, instant);
    last = Math.max(last, instant);
  }
  if (first > last) {
    const from = startOfUnit('week', input.today ?? 0);
    return { from, to: from + 28 };
  }
  let from: EpochDay = dayOf(first);
  let to: EpochDay = dayOf(last) + 1;
  const length = to - from;
  for (const day of [input.today, input.status]) {
    if (day === null) continue;
    if (day < from && day > from - length * NEAR) from = day;
    if (day >= to && day < to + length * NEAR) to = day + 1;
  }
  const air = Math.max(2, Math.round(length * 0.02));
  return { from: startOfUnit('week', from - air), to: startOfUnit('week', to + air - 1) + 7 };
}

/** Where the label of a cell stands on a strip of time, or null where it has no room. */
function labelPlace(
  text: string,
  cell: { readonly x: number; readonly end: number },
  tile: Tile,
  size: number,
  centred: boolean,
): { readonly x: number; readonly anchor: 'start' | 'middle' } | null {
  const from = Math.max(cell.x, tile.x);
  const to = Math.min(cell.end, tile.x + tile.width);
  const width = textWidth(text, size);
  const whole = from === cell.x && to === cell.end;
  const pad = whole && centred ? 0 : size * 0.3;
  if (width + pad * 2 > to - from) return null;
  return centred && whole ? { x: (from + to) / 2, anchor: 'middle' } : { x: from + pad, anchor: 'start' };
}

/** The two header rows of one strip of time. */
export function axisMarks(layout: ChartLayout, tile: Tile): Mark[] {
  const { range, perDay, tiers, fontSize: size, tops, input } = layout;
  const height = tops.body - tops.axis;
  const from = range.from + tile.x / perDay;
  const to = range.from + (tile.x + tile.width) / perDay;
  const marks: Mark[] = [];
  const lines: string[] = [];
  for (const tier of ['upper', 'lower'] as const) {
    const top = tier === 'upper' ? 0 : height / 2;
    for (const tick of ticksBetween(tiers[tier], Math.floor(from), Math.ceil(to))) {
      const x = (tick.from - range.from) * perDay;
      const end = (tick.to - range.from) * perDay;
      lines.push(`M${r(x)} ${r(top)}v${r(height / 2)}`);
      const centred = tiers[tier] === 'day';
      const text = input.words.timeLabel(tiers[tier], tick.from, tier, end - x);
      const place = labelPlace(text, { x, end }, tile, size, centred);
      if (place === null || text === '') continue;
      marks.push({
        kind: 'text',
        ...place,
        y: r(top + height / 4 + size * 0.36),
        text,
        size,
        look: tier === 'upper' ? 'strong' : 'ink',
      });
    }
  }
  const rule = `M${r(tile.x)} ${r(height / 2)}H${r(tile.x + tile.width)}`;
  marks.unshift(
    { kind: 'rect', x: tile.x, y: 0, width: tile.width, height, look: 'head' },
    { kind: 'path', d: `${lines.join('')}${rule}`, look: 'grid' },
  );
  return [{ ...windowOf(tile), y: tops.axis, height, viewY: 0, marks }];
}

/** The window through which a sheet shows its strip of the plane. */
export function windowOf(
  tile: Tile,
): Omit<Extract<Mark, { kind: 'clip' }>, 'y' | 'height' | 'viewY' | 'marks'> {
  return { kind: 'clip', x: tile.left, width: tile.width, viewX: tile.x };
}

/** Hundredths of a point are finer than any printer. */
export const r = (value: number): number => Math.round(value * 100) / 100;
