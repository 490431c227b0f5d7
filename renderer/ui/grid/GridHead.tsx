import { ArrowDown, ArrowUp } from 'lucide-react';
import type { PointerEvent } from 'react';
import { cx } from '../classes.ts';
import styles from './DataGrid.module.css';
import type { Column, Sort } from './types.ts';

export interface GridHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | undefined;
  readonly activeColumn: number;
  readonly onPress: (column: number) => void;
  /** A column is dragged to a width, px. The keyboard has the menu of the head. */
  readonly onResize?: ((column: string, width: number) => void) | undefined;
}

function ariaSort(sort: Sort | undefined, id: string): 'ascending' | 'descending' | 'none' {
  if (sort?.column !== id) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}

/** Follows the pointer until it is let go. */
function drag(event: PointerEvent<HTMLElement>, width: number, onWidth: (width: number) => void): void {
  event.preventDefault();
  event.stopPropagation();
  const grip = event.currentTarget;
  const from = event.clientX;
  const onMove = (move: globalThis.PointerEvent) => onWidth(Math.max(24, width + move.clientX - from));
  const onEnd = () => {
    grip.removeEventListener('pointermove', onMove);
    grip.removeEventListener('pointerup', onEnd);
    grip.removeEventListener('pointercancel', onEnd);
  };
  grip.setPointerCapture(event.pointerId);
  grip.addEventListener('pointermove', onMove);
  grip.addEventListener('pointerup', onEnd);
  grip.addEventListener('pointercancel', onEnd);
}

function Grip<Row>({
  column,
  onResize,
}: {
  readonly column: Column<Row>;
  readonly onResize: (column: string, width: number) => void;
}) {
  return (
    <span
      aria-hidden="true"
      className={styles.grip}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        const grip = event.currentTarget;
        const scale = Number(getComputedStyle(grip).getPropertyValue('--text-scale')) || 1;
        const shown = grip.parentElement?.getBoundingClientRect().width ?? column.width * scale;
        // Kept as the width at 100 % text size.
        drag(event, shown, (width) => onResize(column.id, Math.round(width / scale)));
      }}
    />
  );
}

export function GridHead<Row>({ columns, sort, activeColumn, onPress, onResize }: GridHeadProps<Row>) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus (roving tab index)
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table
    <div role="row" aria-rowindex={1} className={styles.head}>
      {columns.map((column, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the grid
        // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table
        <div
          key={column.id}
          role="columnheader"
          aria-colindex={at + 1}
          {...(column.sortable ? { 'aria-sort': ariaSort(sort, column.id) } : {})}
          data-cell={`-1:${at}`}
          tabIndex={at === activeColumn ? 0 : -1}
          className={cx(styles.cell, column.align && column.align !== 'start' && styles[column.align])}
          onClick={() => onPress(at)}
        >
          <span className={styles.sort}>
            <span className={styles.text}>{column.header}</span>
            {sort?.column === column.id ? (
              sort.descending ? (
                <ArrowDown aria-hidden="true" />
              ) : (
                <ArrowUp aria-hidden="true" />
              )
            ) : null}
          </span>
          {onResize === undefined ? null : <Grip column={column} onResize={onResize} />}
        </div>
      ))}
    </div>
  );
}
