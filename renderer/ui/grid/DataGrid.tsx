import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  useCallback,
  useLayoutEffect,
  useState,
} from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { announce } from '../Announcer.tsx';
import { useRowHeight } from '../UiProvider.tsx';
import { setCopied } from './copy.ts';
import styles from './DataGrid.module.css';
import { GridHead } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import { fromTsv } from './tsv.ts';
import type { Column, DataGridProps } from './types.ts';
import { useGrid } from './useGrid.ts';

/** Widths grow with the text size: what fits at 100 % fits at 130 %. */
const scaled = (px: number): string => `calc(${px}px * var(--text-scale, 1))`;

function layoutOf<Row>(columns: readonly Column<Row>[]): CSSProperties {
  const tracks = columns.map((column) =>
    column.grow ? `minmax(${scaled(column.width)}, 1fr)` : scaled(column.width),
  );
  const min = columns.reduce((sum, column) => sum + column.width, 0);
  return { '--columns': tracks.join(' '), '--min-width': scaled(min) } as CSSProperties;
}

function editingText(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.dataset['editing'] !== undefined;
}

/**
 * A table or tree of any length with the keys of a spreadsheet. Only what is in view is drawn, plus the
 * row of the cursor, so that the focus survives scrolling. One tab stop; arrows move inside.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: mostly the markup of one element
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { t } = useI18n();
  const height = useRowHeight();
  const [page, setPage] = useState(12);
  const grid = useGrid(props, page);
  const { cursor } = grid;

  const virtual = useVirtualizer({
    count: props.rows.length,
    getScrollElement: () => grid.box.current,
    estimateSize: () => height,
    overscan: 10,
    scrollMargin: height,
    // Room for the sticky header when a row is scrolled into view.
    scrollPaddingStart: height + 1,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (cursor.row < 0 || cursor.row >= range.count || indexes.includes(cursor.row)) return indexes;
      return [...indexes, cursor.row].sort((left, right) => left - right);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new density invalidates all measured rows
  useLayoutEffect(() => virtual.measure(), [height, virtual]);
  useLayoutEffect(() => {
    const shown = Math.floor((grid.box.current?.clientHeight ?? 0) / height) - 2;
    setPage(Math.max(1, shown));
  });
  useLayoutEffect(() => {
    if (cursor.row >= 0 && grid.box.current?.contains(document.activeElement)) {
      virtual.scrollToIndex(cursor.row, { align: 'auto' });
    }
  }, [cursor.row, virtual, grid.box]);

  const onIdleKey = useCallback((_event: KeyboardEvent<HTMLElement>) => {
    // Idle keys bubble up to the grid.
  }, []);
  const onDoublePress = useCallback(
    (row: number, column: number) => {
      const now = grid.latest.current.props;
      const target = now.rows[row];
      const edit = now.columns[column]?.edit;
      if (target && !(edit && (edit.enabled?.(target) ?? true))) now.onOpen?.(target);
    },
    [grid.latest],
  );
  const setBox = (element: HTMLDivElement | null) => {
    grid.box.current = element;
    if (typeof props.scrollRef === 'function') props.scrollRef(element);
    else if (props.scrollRef) props.scrollRef.current = element;
  };
  const onCopy = (event: ClipboardEvent) => {
    if (editingText(event.target)) return;
    const table = grid.copied();
    if (table === null) return;
    event.preventDefault();
    setCopied(event.clipboardData, table);
  };
  const onPaste = (event: ClipboardEvent) => {
    const row = props.rows[cursor.row];
    const column = props.columns[cursor.column];
    if (editingText(event.target) || !props.onPaste || !row || !column) return;
    event.preventDefault();
    const cells = fromTsv(event.clipboardData.getData('text/plain'));
    props.onPaste(cells, { row, column: column.id });
    announce(t('common:grid.pasted', { count: cells.reduce((sum, line) => sum + line.length, 0) }));
  };

  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is computed, grid or treegrid
    // biome-ignore lint/a11y/noStaticElementInteractions: the role is computed, grid or treegrid
    <div
      ref={setBox}
      role={props.tree ? 'treegrid' : 'grid'}
      aria-label={props.label}
      aria-rowcount={props.rows.length + 1}
      aria-colcount={props.columns.length}
      aria-multiselectable={props.multiple ?? false}
      tabIndex={props.rows.length === 0 ? 0 : -1}
      className={styles.grid}
      style={layoutOf(props.columns)}
      onKeyDown={grid.onKeyDown}
      onCopy={onCopy}
      onPaste={onPaste}
    >
      <GridHead
        columns={props.columns}
        sort={props.sort}
        activeColumn={cursor.row === -1 ? cursor.column : -1}
        onPress={grid.pressHead}
        onResize={props.onResize}
      />
      {props.rows.length === 0 ? (
        // A cell over all columns: what teaches may hold a button, and a grid holds nothing but rows of cells.
        // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table
        // biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus while it is empty
        <div role="row" className={styles.empty}>
          {/* biome-ignore lint/a11y/useSemanticElements: as above */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
          <div role="gridcell" aria-colspan={props.columns.length}>
            {props.empty}
          </div>
        </div>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = props.rows[item.index];
            if (row === undefined) return null;
            const id = props.rowId(row);
            return (
              <GridRow
                key={id}
                row={row}
                index={item.index}
                top={item.index * height}
                height={height}
                columns={props.columns}
                tree={props.tree}
                selected={props.selection.has(id)}
                activeColumn={item.index === cursor.row ? cursor.column : -1}
                onCellPress={grid.onCellPress}
                onDoublePress={onDoublePress}
                onEditEnd={grid.onEditEnd}
                onIdleKey={onIdleKey}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}
