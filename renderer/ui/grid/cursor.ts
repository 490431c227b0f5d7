import type { Cursor } from './types.ts';

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit into the view. */
  readonly page: number;
  /** The header can take the cursor (it has something to sort). */
  readonly header: boolean;
}

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'rowStart'
  | 'rowEnd'
  | 'first'
  | 'last'
  | 'pageUp'
  | 'pageDown'
  | 'next'
  | 'previous';

/** Pulls a cursor back inside after rows or columns went away. */
export function clampCursor(cursor: Cursor, size: GridSize): Cursor {
  const top = size.header ? -1 : 0;
  return {
    row: Math.max(top, Math.min(cursor.row, size.rows - 1)),
    column: Math.max(0, Math.min(cursor.column, size.columns - 1)),
  };
}

/** Cell after or before, in reading order; stays at the ends. */
function inReadingOrder(cursor: Cursor, size: GridSize, step: 1 | -1): Cursor {
  const flat = cursor.row * size.columns + cursor.column + step;
  if (flat < 0 || flat >= size.rows * size.columns) return cursor;
  return { row: Math.floor(flat / size.columns), column: flat % size.columns };
}

/** Where a key leads; never outside the grid. */
export function moveCursor(cursor: Cursor, move: Move, size: GridSize): Cursor {
  const { row, column } = cursor;
  const targets: Record<Move, () => Cursor> = {
    up: () => ({ row: row - 1, column }),
    down: () => ({ row: row + 1, column }),
    left: () => ({ row, column: column - 1 }),
    right: () => ({ row, column: column + 1 }),
    rowStart: () => ({ row, column: 0 }),
    rowEnd: () => ({ row, column: size.columns - 1 }),
    first: () => ({ row: 0, column: 0 }),
    last: () => ({ row: size.rows - 1, column: size.columns - 1 }),
    pageUp: () => ({ row: Math.max(0, row - size.page), column }),
    pageDown: () => ({ row: row + size.page, column }),
    next: () => inReadingOrder(cursor, size, 1),
    previous: () => inReadingOrder(cursor, size, -1),
  };
  return clampCursor(targets[move](), size);
}

interface KeyState {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The move that a key asks for, or null. Alt combinations belong to the app. */
export function moveOfKey(event: KeyState): Move | null {
  if (event.altKey) return null;
  const ctrl = event.ctrlKey || event.metaKey;
  const plain: Readonly<Record<string, Move>> = {
    ArrowUp: 'up',
    ArrowDown: 'down',
    ArrowLeft: 'left',
    ArrowRight: 'right',
    PageUp: 'pageUp',
    PageDown: 'pageDown',
  };
  if (event.key === 'Home') return ctrl ? 'first' : 'rowStart';
  if (event.key === 'End') return ctrl ? 'last' : 'rowEnd';
  return ctrl ? null : (plain[event.key] ?? null);
}

/** Ids from one row to another, both included, in display order. */
export function rangeIds(ids: readonly string[], from: number, to: number): ReadonlySet<string> {
  return new Set(ids.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1));
}
