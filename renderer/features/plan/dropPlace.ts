/** Where a row that is dragged goes: up and down say between which rows, left and right how deep. Pure. */
import type { PlanModel, PlanRow } from './model.ts';

/** `outdent`: stays where it is, one level up; the rows below it follow it as its children. */
export type DropPlace = 'before' | 'after' | 'into' | 'outdent';

export interface Drop {
  readonly target: PlanRow | null;
  readonly place: DropPlace;
  /** Level it would have, from 1. */
  readonly depth: number;
  /** Between the shown rows `gap - 1` and `gap`; null: onto a row. */
  readonly gap: number | null;
  readonly refused: boolean;
}

/** Px of one level in the table. */
export const LEVEL_WIDTH = 18;

interface Rows {
  readonly model: PlanModel;
  /** As they are shown. */
  readonly rows: readonly PlanRow[];
}

interface Pointer {
  /** In rows from the first, with the fraction. */
  readonly at: number;
  /** Px to the right of where the drag began. */
  readonly dx: number;
}

function isInside(model: PlanModel, inner: PlanRow, outer: PlanRow): boolean {
  for (let at = inner.index; at >= 0; at = model.rows[at]?.parent ?? -1) if (at === outer.index) return true;
  return false;
}

/** The row itself or the summary around it that stands on a level. */
function onLevel(model: PlanModel, row: PlanRow, depth: number): PlanRow {
  let at = row;
  while (at.depth > depth) {
    const outer = model.rows[at.parent];
    if (!outer) break;
    at = outer;
  }
  return at;
}

/** The rows around a gap, without the dragged one and what is inside it. */
function around({ model, rows }: Rows, row: PlanRow, gap: number) {
  const isOther = (other: PlanRow) => !isInside(model, other, row);
  return {
    above: rows.slice(0, gap).findLast(isOther) ?? null,
    below: rows.slice(gap).find(isOther) ?? null,
  };
}

/** Whether the gap is where the row stands already. */
function isOwnGap({ model, rows }: Rows, row: PlanRow, gap: number): boolean {
  const own = rows.indexOf(row);
  let end = own + 1;
  for (let next = rows[end]; next && isInside(model, next, row); next = rows[end]) end += 1;
  return gap >= own && gap <= end;
}

const NOWHERE: Drop = { target: null, place: 'after', depth: 1, gap: null, refused: true };

/** Into a gap between two rows; the level follows the pointer as far as the rows around it allow. */
function intoGap(shown: Rows, row: PlanRow, gap: number, dx: number): Drop {
  const { model } = shown;
  const { above, below } = around(shown, row, gap);
  const [least, most] = [below?.depth ?? 1, above ? above.depth + 1 : 1];
  const wanted = row.depth + Math.round(dx / LEVEL_WIDTH);
  if (wanted < row.depth && row.depth <= least && row.depth > 1 && isOwnGap(shown, row, gap))
    return { target: row, place: 'outdent', depth: row.depth - 1, gap, refused: false };
  const depth = Math.min(most, Math.max(least, wanted));
  if (above === null) return below ? { target: below, place: 'before', depth, gap, refused: false } : NOWHERE;
  if (depth <= above.depth)
    return { target: onLevel(model, above, depth), place: 'after', depth, gap, refused: false };
  // Before the first row inside it, or behind those that are folded away.
  if (below && below.depth === depth) return { target: below, place: 'before', depth, gap, refused: false };
  return { target: above, place: 'into', depth, gap, refused: false };
}

/** Dropped on the middle of a row it goes inside that row, near its border between two rows. */
export function dropAt(shown: Rows, row: PlanRow, { at, dx }: Pointer): Drop {
  const { model, rows } = shown;
  const index = Math.max(0, Math.min(rows.length - 1, Math.floor(at)));
  const target = rows[index];
  // The row of a group is no place for a task.
  if (!target || target.index < 0) return NOWHERE;
  const share = at - index;
  const isOwn = isInside(model, target, row);
  if (!isOwn && share >= 0.3 && share <= 0.7)
    return { target, place: 'into', depth: target.depth + 1, gap: null, refused: false };
  if (isOwn && target !== row) return { ...NOWHERE, target };
  return intoGap(shown, row, share < 0.5 ? index : index + 1, dx);
}
