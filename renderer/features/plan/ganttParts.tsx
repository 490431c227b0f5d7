/** Small parts of the chart that need nothing of its state. */
import { useMemo, useRef } from 'react';
import type { Column } from '#renderer/ui/index.ts';
import { LEVEL_WIDTH } from './dropPlace.ts';
import type { PlanRow } from './model.ts';
import styles from './plan.module.css';
import { type Drags, useDragged } from './useDrag.ts';

export const editingText = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement && target.dataset.editing !== undefined;

/** The rows in view and that of the cursor, so that the focus survives scrolling. */
export function indexesToDraw(first: number, last: number, cursor: number, count: number): number[] {
  const out: number[] = [];
  if (cursor >= 0 && cursor < first && cursor < count) out.push(cursor);
  for (let i = first; i < Math.min(last, count); i++) out.push(i);
  if (cursor >= last && cursor < count) out.push(cursor);
  return out;
}

/** Columns from the left up to a px. */
export function columnsUpTo<C extends { readonly width: number }>(
  columns: readonly C[],
  px: number,
): readonly C[] {
  let used = 0;
  const end = columns.findIndex((column) => {
    used += column.width;
    return used >= px;
  });
  return end < 0 ? columns : columns.slice(0, end + 1);
}

/** What of a row is drawn: its cells, and the row in a sentence, for screen readers. */
export interface RowParts {
  readonly columns: readonly Column<PlanRow>[];
  readonly label?: string;
}

/**
 * All of a row while nothing is scrolled, and of the row with the cursor always. Rows that come by while scrolling
 * have the cells that are seen; the others and their sentences, which cost more than cells, follow when it is over.
 */
export function useRowParts(
  rowText: (row: PlanRow) => string,
  columns: readonly Column<PlanRow>[],
  now: { readonly isStill: boolean; readonly shownTo: number },
): (row: PlanRow, isActive: boolean) => RowParts {
  const whole = useRef(new WeakSet<PlanRow>());
  const { isStill, shownTo } = now;
  const seen = useMemo(() => columnsUpTo(columns, shownTo), [columns, shownTo]);
  return (row, isActive) => {
    if (!isStill && !isActive && !whole.current.has(row)) return { columns: seen };
    whole.current.add(row);
    return { columns, label: rowText(row) };
  };
}

interface DropMarkProps {
  readonly drags: Drags;
  readonly rows: readonly PlanRow[];
  readonly rowHeight: number;
}

/** Where a row that is dragged would go. */
export function DropMark({ drags, rows, rowHeight }: DropMarkProps) {
  const drag = useDragged(drags);
  if (drag?.kind !== 'order' || !drag.target || drag.refused) return null;
  const { target, gap, depth } = drag;
  if (gap === null) {
    const top = rows.indexOf(target) * rowHeight;
    return <div className={styles.dropInto} style={{ top, height: rowHeight }} aria-hidden="true" />;
  }
  // The line begins where the name of the row would.
  return (
    <div
      className={styles.dropLine}
      style={{ top: gap * rowHeight - 1, marginInlineStart: (depth - 1) * LEVEL_WIDTH }}
      aria-hidden="true"
    />
  );
}
