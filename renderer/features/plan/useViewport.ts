import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** What of the canvas is drawn: rows [first, last) and timeline px [x0, x1), with a margin around the view. */
export interface Viewport {
  readonly first: number;
  readonly last: number;
  readonly x0: number;
  readonly x1: number;
  /** Left end of the timeline in view, in steps of a few px. */
  readonly left: number;
  /** Px of rows in view. */
  readonly height: number;
  /** Px of timeline in view, beside the sheet. */
  readonly width: number;
  /** Whole rows in view. */
  readonly page: number;
}

const ROW_BLOCK = 8;
const X_BLOCK = 512;
const LEFT_STEP = 16;
const START: Viewport = { first: 0, last: 40, x0: 0, x1: 1536, left: 0, height: 600, width: 800, page: 12 };

const same = (a: Viewport, b: Viewport): boolean =>
  a.first === b.first &&
  a.last === b.last &&
  a.x0 === b.x0 &&
  a.x1 === b.x1 &&
  a.left === b.left &&
  a.height === b.height &&
  a.width === b.width &&
  a.page === b.page;

/** Follows scrolling and size of the one scroll container, in blocks, so that most scroll events draw nothing. */
export function useViewport(
  box: RefObject<HTMLDivElement | null>,
  { rowHeight, head, sheet, scroll }: { rowHeight: number; head: number; sheet: number; scroll?: () => void },
): Viewport {
  const [view, setView] = useState(START);
  const told = useRef(scroll);
  told.current = scroll;
  const measure = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = element;
    const width = Math.max(0, clientWidth - sheet);
    const first = Math.max(0, Math.floor(scrollTop / rowHeight / ROW_BLOCK - 1) * ROW_BLOCK);
    const inView = Math.ceil(clientHeight / rowHeight);
    const next: Viewport = {
      first,
      last: Math.ceil((scrollTop / rowHeight + inView) / ROW_BLOCK + 1) * ROW_BLOCK,
      x0: Math.max(0, Math.floor(scrollLeft / X_BLOCK - 1) * X_BLOCK),
      x1: Math.ceil((scrollLeft + width) / X_BLOCK + 1) * X_BLOCK,
      left: Math.ceil(scrollLeft / LEFT_STEP) * LEFT_STEP,
      height: Math.max(0, clientHeight - head),
      width,
      page: Math.max(1, Math.floor((clientHeight - head) / rowHeight) - 1),
    };
    setView((now) => (same(now, next) ? now : next));
    told.current?.();
  }, [box, rowHeight, head, sheet]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [box, measure]);
  return view;
}
