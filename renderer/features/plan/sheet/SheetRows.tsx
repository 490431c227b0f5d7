import type { CSSProperties } from 'react';
import { GridRow, type TreeShape, type useGrid } from '#renderer/ui/index.ts';
import { DropMark, indexesToDraw, type RowParts } from '../ganttParts.tsx';
import type { PlanRow } from '../model.ts';
import styles from '../plan.module.css';
import type { Drags } from '../useDrag.ts';

export interface SheetRowsProps {
  readonly rows: readonly PlanRow[];
  /** Places [first, last) that are drawn. */
  readonly first: number;
  readonly last: number;
  readonly tree: TreeShape<PlanRow>;
  readonly selection: ReadonlySet<string>;
  readonly grid: ReturnType<typeof useGrid<PlanRow>>;
  readonly parts: (row: PlanRow, isActive: boolean) => RowParts;
  readonly onDoublePress: (row: number, column: number) => void;
  readonly drags: Drags;
  readonly rowHeight: number;
  readonly width: number;
  readonly height: number;
  /** Moves the columns sideways. */
  readonly shift: CSSProperties;
  readonly onSideways: (px: number) => void;
}

const noop = (): void => {};

/** The rows in view as a table. */
export function SheetRows(props: SheetRowsProps) {
  const { rows, grid, selection, rowHeight } = props;
  const { cursor } = grid;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table
    <div
      role="rowgroup"
      className={styles.sheet}
      style={{ width: props.width, height: props.height }}
      onWheel={(event) => {
        if (event.deltaX !== 0 && !event.ctrlKey) props.onSideways(event.deltaX);
      }}
    >
      <div role="presentation" className={styles.sheetRows} style={props.shift}>
        {indexesToDraw(props.first, props.last, cursor.row, rows.length).map((index) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <GridRow
              key={row.id}
              row={row}
              index={index}
              top={index * rowHeight}
              height={rowHeight}
              tree={props.tree}
              selected={selection.has(row.id)}
              {...props.parts(row, index === cursor.row)}
              activeColumn={index === cursor.row ? cursor.column : -1}
              onCellPress={grid.onCellPress}
              onDoublePress={props.onDoublePress}
              onEditEnd={grid.onEditEnd}
              onIdleKey={noop}
            />
          );
        })}
        <DropMark drags={props.drags} rows={rows} rowHeight={rowHeight} />
      </div>
    </div>
  );
}
