import { ArrowDown, ArrowUp } from 'lucide-react';
import { cx } from '../classes.ts';
import styles from './DataGrid.module.css';
import type { Column, Sort } from './types.ts';

export interface GridHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | undefined;
  readonly activeColumn: number;
  readonly onPress: (column: number) => void;
}

function ariaSort(sort: Sort | undefined, id: string): 'ascending' | 'descending' | 'none' {
  if (sort?.column !== id) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}

export function GridHead<Row>({ columns, sort, activeColumn, onPress }: GridHeadProps<Row>) {
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
        </div>
      ))}
    </div>
  );
}
