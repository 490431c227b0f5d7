/** Places of bars and what the pointer is over. Px in the whole timeline, rows from the top. Pure. */
import { barKind, leftEnd, rightEnd } from '#shared/schedule/layout/bars.ts';
import type { BarEnds } from '#shared/schedule/layout/linkPath.ts';
import type { PlanRow } from '../model.ts';
import type { Scale } from '../scale.ts';
import { type BarDates, type Span, spanOf } from './dates.ts';

/** Gap between the end of a bar and the dot that links start from. */
export const DOT_GAP = 9;

export type BarPart = 'move' | 'start' | 'finish' | 'link';

/** Drawn ends for a span; `y` is the middle of its row. */
export function endsOf(row: PlanRow, span: Span, scale: Scale, rowHeight: number, y: number): BarEnds {
  const kind = barKind(row);
  const x = scale.x(span.start);
  return {
    left: leftEnd(kind, x, rowHeight),
    right: rightEnd(kind, x, scale.x(span.finish), rowHeight),
    y,
  };
}

/** Where a row is drawn at a place on the screen; null without dates. */
export function barAt(
  row: PlanRow,
  dates: BarDates,
  scale: Scale,
  rowHeight: number,
  place: number,
): BarEnds | null {
  const span = spanOf(dates, row);
  return span ? endsOf(row, span, scale, rowHeight, (place + 0.5) * rowHeight) : null;
}

export interface Hit {
  readonly row: PlanRow;
  /** Place on the screen. */
  readonly place: number;
  readonly part: BarPart;
  readonly ends: BarEnds;
}

export interface HitWorld {
  readonly rows: readonly PlanRow[];
  readonly dates: BarDates;
  readonly scale: Scale;
  readonly rowHeight: number;
}

/** The edges catch the pointer a little outside too, so that short bars can be taken. */
function partAt(row: PlanRow, { left, right, y }: BarEnds, x: number, atY: number): BarPart | null {
  const width = right - left;
  if (!row.summary && x > right + 4 && x <= right + DOT_GAP + 6 && Math.abs(atY - y) <= 8) return 'link';
  if (Math.abs(atY - y) > 11 || x < left - 5 || x > right + 5) return null;
  if (row.summary || row.milestone) return x >= left && x <= right ? 'move' : null;
  if (x < left + Math.min(4, width / 4)) return 'start';
  if (x > right - Math.min(4, width / 4)) return 'finish';
  return 'move';
}

/** The bar, and the part of it, at a point; null over none. */
export function hitAt({ rows, dates, scale, rowHeight }: HitWorld, x: number, y: number): Hit | null {
  const place = Math.floor(y / rowHeight);
  const row = rows[place];
  const ends = row && barAt(row, dates, scale, rowHeight, place);
  const part = ends ? partAt(row, ends, x, y) : null;
  return ends && part ? { row, place, part, ends } : null;
}
