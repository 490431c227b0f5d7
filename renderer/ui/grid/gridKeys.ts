import type { KeyboardEvent } from 'react';
import { composing } from '../keys.ts';
import type { CopiedTable } from './copy.ts';
import { type GridSize, moveCursor, moveOfKey, rangeIds } from './cursor.ts';
import type { Cursor, DataGridProps } from './types.ts';

export type SelectMode = 'one' | 'range' | 'toggle' | 'none';

/** What a handler needs to know at the moment of the key. */
export interface GridNow<Row> {
  readonly props: DataGridProps<Row>;
  readonly cursor: Cursor;
  readonly size: GridSize;
}

export interface GridActs {
  readonly go: (next: Cursor, select: SelectMode) => void;
  readonly pressHead: (column: number) => void;
}

/** Selects as the mode says and returns the row that the next range starts from. */
export function selectRow<Row>(
  now: DataGridProps<Row>,
  at: number,
  mode: SelectMode,
  anchor: number,
): number {
  const row = now.rows[at];
  if (row === undefined || mode === 'none') return anchor;
  const id = now.rowId(row);
  if (mode === 'range' && now.multiple) {
    now.onSelectionChange(rangeIds(now.rows.map(now.rowId), anchor, at));
    return anchor;
  }
  const set = new Set(mode === 'toggle' && now.multiple ? now.selection : []);
  if (!set.delete(id)) set.add(id);
  now.onSelectionChange(set);
  return at;
}

function toggleTree<Row>({ props, cursor }: GridNow<Row>, event: KeyboardEvent): boolean {
  const row = props.rows[cursor.row];
  const outline = props.tree?.column ?? props.columns[0]?.id;
  if (!props.tree || row === undefined || event.altKey || event.ctrlKey) return false;
  if (props.columns[cursor.column]?.id !== outline) return false;
  const expanded = props.tree.expanded(row);
  if (expanded === undefined || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return false;
  if (expanded === (event.key === 'ArrowRight')) return false;
  props.tree.onToggle(row, !expanded);
  return true;
}

function act<Row>({ props, cursor }: GridNow<Row>, event: KeyboardEvent, acts: GridActs): boolean {
  const row = props.rows[cursor.row];
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.key === 'a' && ctrl && props.multiple)
    props.onSelectionChange(new Set(props.rows.map(props.rowId)));
  else if (event.key === 'Escape' && props.selection.size > 0) props.onSelectionChange(new Set());
  else if ((event.key === 'Enter' || event.key === ' ') && cursor.row === -1) acts.pressHead(cursor.column);
  else if (event.key === 'Enter' && row !== undefined && props.onOpen) props.onOpen(row);
  else if (event.key === ' ' && ctrl) acts.go(cursor, 'toggle');
  else if (event.key === ' ' && row !== undefined && props.onPeek) props.onPeek(row);
  else if (event.key === ' ') acts.go(cursor, 'one');
  else if (event.key === 'Delete' && props.selection.size > 0 && props.onDelete)
    props.onDelete([...props.selection]);
  else return false;
  return true;
}

/** The keys of a grid whose cell is not being edited. */
export function handleGridKey<Row>(
  now: GridNow<Row>,
  event: KeyboardEvent<HTMLDivElement>,
  acts: GridActs,
): void {
  if (composing(event)) return;
  now.props.onKeyDown?.(event);
  if (event.defaultPrevented) return;
  if (toggleTree(now, event) || act(now, event, acts)) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  const move = moveOfKey(event);
  if (!move) return;
  event.preventDefault();
  const next = moveCursor(now.cursor, move, now.size);
  if (event.shiftKey) acts.go(next, 'range');
  else acts.go(next, next.row === now.cursor.row ? 'none' : 'one');
}

/** What is copied: the selected rows with the names of the columns; without a selection the active cell. */
export function copied<Row>({ props, cursor }: GridNow<Row>): CopiedTable | null {
  const { columns, tree } = props;
  const chosen = props.rows.filter((row) => props.selection.has(props.rowId(row)));
  if (chosen.length > 0) {
    const outline = columns.findIndex((column) => column.id === (tree?.column ?? columns[0]?.id));
    return {
      head: columns.map((column) => column.header),
      rows: chosen.map((row) => columns.map((column) => column.text(row))),
      alignEnd: columns.map((column) => column.align === 'end'),
      ...(tree ? { indent: { column: outline, steps: chosen.map((row) => tree.level(row) - 1) } } : {}),
    };
  }
  const row = props.rows[cursor.row];
  const column = columns[cursor.column];
  return row === undefined || column === undefined ? null : { head: null, rows: [[column.text(row)]] };
}
