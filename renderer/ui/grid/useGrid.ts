import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { announce } from '../Announcer.tsx';
import type { EditEnd } from './CellEditorInput.tsx';
import { clampCursor, type GridSize, moveCursor } from './cursor.ts';
import { copied, type GridNow, handleGridKey, type SelectMode, selectRow } from './gridKeys.ts';
import type { Cursor, DataGridProps } from './types.ts';

/** The cursor follows its record when rows are sorted, added or removed. */
function useFollow<Row>(
  latest: RefObject<GridNow<Row>>,
  activeId: RefObject<string | null>,
  setCursor: (cursor: Cursor) => void,
): void {
  const { props, cursor } = latest.current;
  const { rows } = props;
  useLayoutEffect(() => {
    const { props: now, cursor: at } = latest.current;
    const row = rows[at.row];
    if (activeId.current === null || at.row < 0 || (row !== undefined && now.rowId(row) === activeId.current))
      return;
    const found = rows.findIndex((candidate) => now.rowId(candidate) === activeId.current);
    if (found >= 0) setCursor({ row: found, column: at.column });
  }, [rows, latest, activeId, setCursor]);

  const activeRow = rows[cursor.row];
  const shownId = activeRow === undefined ? null : props.rowId(activeRow);
  useEffect(() => {
    activeId.current = shownId;
    const { props: now, cursor: at } = latest.current;
    now.onActiveRow?.(now.rows[at.row] ?? null);
  }, [shownId, latest, activeId]);
}

/** Several chosen rows are easy to miss for who does not see them. */
function useSelectionSpoken(count: number): void {
  const { t } = useI18n();
  useEffect(() => {
    if (count > 1) announce(t('common:grid.selected', { count }));
  }, [count, t]);
}

function useCursor<Row>(props: DataGridProps<Row>, page: number) {
  const box = useRef<HTMLDivElement | null>(null);
  const [raw, setCursor] = useState<Cursor>({ row: 0, column: 0 });
  const anchor = useRef(0);
  const wantsFocus = useRef(false);
  const activeId = useRef<string | null>(null);
  const size: GridSize = {
    rows: props.rows.length,
    columns: props.columns.length,
    page,
    header: props.columns.some((column) => column.sortable),
  };
  const cursor = clampCursor(raw, size);
  // Handlers read the latest props through this, so that rows keep equal props and are not drawn again.
  const latest = useRef<GridNow<Row>>({ props, cursor, size });
  latest.current = { props, cursor, size };
  useFollow(latest, activeId, setCursor);

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const cell = box.current?.querySelector<HTMLElement>(`[data-cell="${cursor.row}:${cursor.column}"]`);
    if (!cell) return;
    wantsFocus.current = false;
    (cell.querySelector<HTMLElement>('input') ?? cell).focus({ preventScroll: true });
  });

  const go = useCallback((next: Cursor, select: SelectMode) => {
    const { props: now } = latest.current;
    wantsFocus.current = true;
    setCursor(next);
    const row = now.rows[next.row];
    // At once: an edit may bring new rows before the effects run, and the cursor must not go back.
    activeId.current = row === undefined ? null : now.rowId(row);
    anchor.current = selectRow(now, next.row, select, anchor.current);
  }, []);
  return { box, cursor, latest, go };
}

/** State and key handling of a grid; the component only draws. `page` is the number of rows in view. */
export function useGrid<Row>(props: DataGridProps<Row>, page: number) {
  const { t } = useI18n();
  const { box, cursor, latest, go } = useCursor(props, page);
  useSelectionSpoken(props.selection.size);

  const onCellPress = useCallback(
    (event: MouseEvent, row: number, column: number) => {
      if (event.target instanceof HTMLInputElement && event.target.dataset['editing'] !== undefined) return;
      const { props: now } = latest.current;
      const pressed = now.rows[row];
      event.preventDefault();
      // A right click keeps a selection that it falls into: its menu acts on all of it.
      if (event.button === 2 && pressed !== undefined && now.selection.has(now.rowId(pressed))) {
        go({ row, column }, 'none');
        return;
      }
      go({ row, column }, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'one');
    },
    [go, latest],
  );

  const pressHead = useCallback(
    (column: number) => {
      const { props: now } = latest.current;
      const target = now.columns[column];
      go({ row: -1, column }, 'none');
      if (!target?.sortable) return;
      const descending = now.sort?.column === target.id && !now.sort.descending;
      now.onSort?.({ column: target.id, descending });
      const told = { column: target.header };
      announce(descending ? t('common:grid.sortedDescending', told) : t('common:grid.sortedAscending', told));
    },
    [go, latest, t],
  );

  const onEditEnd = useCallback(
    (end: EditEnd) => {
      const { cursor: at, size } = latest.current;
      if (end !== 'stay') go(moveCursor(at, end, size), 'one');
    },
    [go, latest],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) =>
    handleGridKey(latest.current, event, { go, pressHead });
  return {
    box,
    cursor,
    latest,
    go,
    onCellPress,
    pressHead,
    onEditEnd,
    onKeyDown,
    copied: () => copied(latest.current),
  };
}
