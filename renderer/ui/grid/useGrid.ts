import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { announce } from '../Announcer.tsx';
import { composing } from '../keys.ts';
import type { EditEnd } from './CellEditorInput.tsx';
import { clampCursor, type GridSize, moveCursor, moveOfKey, rangeIds } from './cursor.ts';
import { toTsv } from './tsv.ts';
import type { Cursor, DataGridProps } from './types.ts';

/** State and key handling of a grid; the component only draws. */
export function useGrid<Row>(props: DataGridProps<Row>, page: () => number) {
  const { t } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  const [raw, setCursor] = useState<Cursor>({ row: 0, column: 0 });
  const anchor = useRef(0);
  const wantsFocus = useRef(false);
  const size: GridSize = {
    rows: props.rows.length,
    columns: props.columns.length,
    page: page(),
    header: props.columns.some((column) => column.sortable),
  };
  const cursor = clampCursor(raw, size);
  // Handlers read the latest props through this, so that rows keep equal props and are not drawn again.
  const latest = useRef({ props, cursor, size });
  latest.current = { props, cursor, size };

  // The active row follows its record when rows are sorted, added or removed.
  const activeId = useRef<string | null>(null);
  const ids = props.rows;
  useLayoutEffect(() => {
    const { props: now, cursor: at } = latest.current;
    const row = ids[at.row];
    if (activeId.current !== null && at.row >= 0 && (!row || now.rowId(row) !== activeId.current)) {
      const found = ids.findIndex((candidate) => now.rowId(candidate) === activeId.current);
      if (found >= 0) setCursor({ row: found, column: at.column });
    }
  }, [ids]);

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const cell = box.current?.querySelector<HTMLElement>(`[data-cell="${cursor.row}:${cursor.column}"]`);
    if (!cell) return;
    wantsFocus.current = false;
    (cell.querySelector<HTMLElement>('input') ?? cell).focus({ preventScroll: true });
  });

  const activeRow = props.rows[cursor.row] ?? null;
  const shownId = activeRow === null ? null : props.rowId(activeRow);
  useEffect(() => {
    activeId.current = shownId;
    const { props: now, cursor: at } = latest.current;
    now.onActiveRow?.(now.rows[at.row] ?? null);
  }, [shownId]);

  // Several chosen rows are easy to miss for who does not see them.
  const chosen = props.selection.size;
  useEffect(() => {
    if (chosen > 1) announce(t('common:grid.selected', { count: chosen }));
  }, [chosen, t]);

  const go = useCallback((next: Cursor, select: 'one' | 'range' | 'toggle' | 'none') => {
    const { props: now } = latest.current;
    wantsFocus.current = true;
    setCursor(next);
    const row = now.rows[next.row];
    // At once: an edit may bring new rows before the effect below runs, and the cursor must not go back.
    activeId.current = row ? now.rowId(row) : null;
    if (!row || select === 'none') return;
    const id = now.rowId(row);
    if (select === 'range' && now.multiple) {
      now.onSelectionChange(rangeIds(now.rows.map(now.rowId), anchor.current, next.row));
      return;
    }
    anchor.current = next.row;
    if (select === 'toggle' && now.multiple) {
      const set = new Set(now.selection);
      if (!set.delete(id)) set.add(id);
      now.onSelectionChange(set);
      return;
    }
    now.onSelectionChange(new Set([id]));
  }, []);

  const onCellPress = useCallback(
    (event: MouseEvent, row: number, column: number) => {
      if (event.target instanceof HTMLInputElement && event.target.dataset['editing'] !== undefined) return;
      const { props: now } = latest.current;
      const pressed = now.rows[row];
      // A right click keeps a selection that it falls into: its menu acts on all of it.
      if (event.button === 2 && pressed && now.selection.has(now.rowId(pressed)))
        return go({ row, column }, 'none');
      event.preventDefault();
      go({ row, column }, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'one');
    },
    [go],
  );

  const pressHead = useCallback(
    (column: number) => {
      const { props: now } = latest.current;
      const target = now.columns[column];
      go({ row: -1, column }, 'none');
      if (!target?.sortable) return;
      const descending = now.sort?.column === target.id ? !now.sort.descending : false;
      now.onSort?.({ column: target.id, descending });
      announce(
        t(descending ? 'common:grid.sortedDescending' : 'common:grid.sortedAscending', {
          column: target.header,
        }),
      );
    },
    [go, t],
  );

  const onEditEnd = useCallback(
    (end: EditEnd) => {
      const { cursor: at, size: now } = latest.current;
      if (end !== 'stay') go(moveCursor(at, end, now), 'one');
    },
    [go],
  );

  const handleTree = (event: KeyboardEvent): boolean => {
    const { props: now, cursor: at } = latest.current;
    const row = now.rows[at.row];
    if (!now.tree || !row || at.column !== 0 || event.altKey || event.ctrlKey) return false;
    const expanded = now.tree.expanded(row);
    if (expanded === undefined || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return false;
    if (expanded === (event.key === 'ArrowRight')) return false;
    now.tree.onToggle(row, !expanded);
    return true;
  };

  const handleAct = (event: KeyboardEvent): boolean => {
    const { props: now, cursor: at } = latest.current;
    const row = now.rows[at.row];
    const ctrl = event.ctrlKey || event.metaKey;
    if (event.key === 'a' && ctrl && now.multiple) now.onSelectionChange(new Set(now.rows.map(now.rowId)));
    else if (event.key === 'Escape' && now.selection.size > 0) now.onSelectionChange(new Set());
    else if ((event.key === 'Enter' || event.key === ' ') && at.row === -1) pressHead(at.column);
    else if (event.key === 'Enter' && row && now.onOpen) now.onOpen(row);
    else if (event.key === ' ' && ctrl && row) go(at, 'toggle');
    else if (event.key === ' ' && row) {
      if (now.onPeek) now.onPeek(row);
      else go(at, 'one');
    } else if (event.key === 'Delete' && now.selection.size > 0 && now.onDelete)
      now.onDelete([...now.selection]);
    else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (composing(event)) return;
    latest.current.props.onKeyDown?.(event);
    if (event.defaultPrevented) return;
    if (handleTree(event) || handleAct(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const move = moveOfKey(event);
    if (!move) return;
    event.preventDefault();
    const { cursor: at, size: now } = latest.current;
    const next = moveCursor(at, move, now);
    go(next, next.row === at.row && !event.shiftKey ? 'none' : event.shiftKey ? 'range' : 'one');
  };

  /** What the selection reads as in a spreadsheet; without a selection the active cell. */
  const copyText = (): string => {
    const { props: now, cursor: at } = latest.current;
    const chosen = now.rows.filter((row) => now.selection.has(now.rowId(row)));
    if (chosen.length > 0) return toTsv(chosen.map((row) => now.columns.map((column) => column.text(row))));
    const row = now.rows[at.row];
    return row ? (now.columns[at.column]?.text(row) ?? '') : '';
  };

  return { box, cursor, latest, go, onCellPress, pressHead, onEditEnd, onKeyDown, copyText };
}
