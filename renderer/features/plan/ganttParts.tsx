/** Small parts of the chart that need nothing of its state. */
import { useRef } from 'react';
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

/**
 * The row in a sentence, for screen readers. Sentences cost more than cells: rows that come by while scrolling get
 * theirs when it is over, and keep them.
 */
export function useSpoken(
  rowText: (row: PlanRow) => string,
  hasTime: boolean,
): (row: PlanRow) => { readonly label?: string } {
  const said = useRef(new WeakSet<PlanRow>());
  return (row) => {
    if (!hasTime && !said.current.has(row)) return {};
    said.current.add(row);
    return { label: rowText(row) };
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
