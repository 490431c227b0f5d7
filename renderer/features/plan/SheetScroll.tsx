import { memo, useLayoutEffect, useRef } from 'react';
import styles from './plan.module.css';

interface SheetScrollProps {
  readonly width: number;
  readonly total: number;
  readonly x: number;
  readonly onScroll: (x: number) => void;
}

/** Scroll bar of the sheet. Asks for its place only when that changes: the question costs a layout. */
export const SheetScroll = memo(function SheetScroll({ width, total, x, onScroll }: SheetScrollProps) {
  const bar = useRef<HTMLDivElement>(null);
  const shown = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the widths decide how far the bar can go
  useLayoutEffect(() => {
    const element = bar.current;
    const isNew = shown.current === null;
    shown.current = x;
    // A new one stands at 0: asking it would cost a layout of the whole page before the first picture.
    if (isNew && x === 0) return;
    if (element && Math.abs(element.scrollLeft - x) > 1) element.scrollLeft = x;
  }, [x, width, total]);
  return (
    <div
      ref={bar}
      className={styles.sheetScroll}
      style={{ width }}
      role="presentation"
      onScroll={(event) => onScroll(event.currentTarget.scrollLeft)}
    >
      <div style={{ width: total, height: 1 }} />
    </div>
  );
});
