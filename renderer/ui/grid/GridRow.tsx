import { ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, memo } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { cx } from '../classes.ts';
import { CellEditorInput, type EditEnd } from './CellEditorInput.tsx';
import styles from './DataGrid.module.css';
import type { Column, TreeShape } from './types.ts';

export interface GridRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly columns: readonly Column<Row>[];
  readonly tree: TreeShape<Row> | undefined;
  readonly selected: boolean;
  /** The row in one sentence for screen readers, where the cells alone do not say it. */
  readonly label?: string;
  /** Column of the active cell if it is in this row, else -1. */
  readonly activeColumn: number;
  readonly onCellPress: (event: MouseEvent, row: number, column: number) => void;
  readonly onDoublePress: (row: number, column: number) => void;
  readonly onEditEnd: (end: EditEnd) => void;
  readonly onIdleKey: (event: KeyboardEvent<HTMLElement>) => void;
}

function TreeLead<Row>({ row, tree }: { readonly row: Row; readonly tree: TreeShape<Row> }) {
  const { t } = useI18n();
  const expanded = tree.expanded(row);
  return (
    <>
      <span
        className={styles.indent}
        style={{ width: (tree.level(row) - 1) * 18 + (expanded === undefined ? 28 : 0) }}
      />
      {expanded === undefined ? null : (
        <button
          type="button"
          tabIndex={-1}
          className={styles.toggle}
          aria-label={expanded ? t('common:grid.collapse') : t('common:grid.expand')}
          style={{ zIndex: 1 }}
          onMouseDown={(event) => event.stopPropagation()}
          onClick={() => tree.onToggle(row, !expanded)}
        >
          {expanded ? <ChevronDown /> : <ChevronRight />}
        </button>
      )}
    </>
  );
}

/** Column of the cell that an event comes from; null beside them. */
function columnAt(event: MouseEvent<HTMLElement>): number | null {
  const cell = event.target instanceof Element ? event.target.closest('[data-cell]') : null;
  return cell === null ? null : Number(cell.getAttribute('aria-colindex')) - 1;
}

function canEdit<Row>(column: Column<Row>, row: Row): boolean {
  return column.edit !== undefined && (column.edit.enabled?.(row) ?? true);
}

function GridRowInner<Row>(props: GridRowProps<Row>) {
  const { row, index, columns, tree, activeColumn } = props;
  const treeProps = tree
    ? {
        'aria-level': tree.level(row),
        ...(tree.expanded(row) === undefined ? {} : { 'aria-expanded': tree.expanded(row) }),
      }
    : {};
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus (roving tab index)
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table
    <div
      role="row"
      aria-rowindex={index + 2}
      onMouseDown={(event) => {
        const at = columnAt(event);
        if (at !== null) props.onCellPress(event, index, at);
      }}
      onDoubleClick={(event) => {
        const at = columnAt(event);
        if (at !== null) props.onDoublePress(index, at);
      }}
      aria-selected={props.selected}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      {...treeProps}
      className={styles.row}
      style={{ height: props.height, top: props.top }}
    >
      {columns.map((column, at) => {
        const active = at === activeColumn;
        const editor = active && canEdit(column, row) ? column.edit : undefined;
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: gridcell and rowheader both have a column index
          <div
            key={column.id}
            role={column.rowHeader ? 'rowheader' : 'gridcell'}
            aria-colindex={at + 1}
            data-cell={`${index}:${at}`}
            tabIndex={active && !editor ? 0 : -1}
            className={cx(styles.cell, column.align && column.align !== 'start' && styles[column.align])}
          >
            {tree && column.id === (tree.column ?? columns[0]?.id) ? (
              <TreeLead row={row} tree={tree} />
            ) : null}
            {column.render ? column.render(row) : <span className={styles.text}>{column.text(row)}</span>}
            {editor ? (
              <CellEditorInput
                label={column.header}
                text={editor.text(row)}
                commit={(text) => editor.commit(row, text)}
                onEnd={props.onEditEnd}
                onIdleKey={props.onIdleKey}
              />
            ) : null}
          </div>
        );
      })}
    </div>
  );
}

/** One row; drawn again only when something of it changes, so that moving the cursor stays cheap. */
export const GridRow = memo(GridRowInner) as typeof GridRowInner;
