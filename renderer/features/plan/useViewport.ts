import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { TILE_ROWS } from './timeline/tiles.ts';

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
  /** The size of the view is known: before, nothing is worth drawing. */
  readonly measured: boolean;
  /** The first picture is on the screen: now there is time for what is not seen. */
  readonly settled: boolean;
  /** Nothing is being scrolled. */
  readonly still: boolean;
}

/** Rows of one block: as many as one strip of the picture has. */
const ROW_BLOCK = TILE_ROWS;
const X_BLOCK = 256;
const LEFT_STEP = 16;
/** Milliseconds without scrolling after which it is over. */
const REST = 140;
const START: Viewport = {
  first: 0,
  last: 0,
  x0: 0,
  x1: 1,
  left: 0,
  height: 600,
  width: 800,
  page: 12,
  measured: false,
  settled: false,
  still: true,
};

const same = (a: Viewport, b: Viewport): boolean =>
  a.first === b.first &&
  a.last === b.last &&
  a.x0 === b.x0 &&
  a.x1 === b.x1 &&
  a.left === b.left &&
  a.height === b.height &&
  a.width === b.width &&
  a.page === b.page &&
  a.measured === b.measured &&
  a.settled === b.settled &&
  a.still === b.still;

/**
 * Follows scrolling and size of the one scroll container, in blocks, so that most scroll events draw nothing.
 * `measure` is for who scrolls by script and cannot wait for the event, which comes after the next picture.
 */
export function useViewport(
  box: RefObject<HTMLDivElement | null>,
  { rowHeight, head, sheet, scroll }: { rowHeight: number; head: number; sheet: number; scroll?: () => void },
): { readonly view: Viewport; readonly measure: () => void } {
  const [view, setView] = useState(START);
  const painted = useRef(false);
  const still = useRef(true);
  const told = useRef(scroll);
  told.current = scroll;
  const measure = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = element;
    const width = Math.max(0, clientWidth - sheet);
    const inView = Math.ceil((clientHeight - head) / rowHeight);
    const at = scrollTop / rowHeight;
    // The first picture is of what is seen alone; the room around it for scrolling comes after.
    const bare = !painted.current;
    const next: Viewport = {
      first: bare ? Math.floor(at) : Math.max(0, Math.floor(at / ROW_BLOCK - 1) * ROW_BLOCK),
      last: bare ? Math.ceil(at) + inView : Math.ceil((at + inView) / ROW_BLOCK + 1) * ROW_BLOCK,
      x0: bare ? Math.floor(scrollLeft) : Math.max(0, Math.floor(scrollLeft / X_BLOCK - 1) * X_BLOCK),
      x1: bare ? Math.ceil(scrollLeft + width) : Math.ceil((scrollLeft + width) / X_BLOCK + 1) * X_BLOCK,
      left: Math.ceil(scrollLeft / LEFT_STEP) * LEFT_STEP,
      height: Math.max(0, clientHeight - head),
      width,
      page: Math.max(1, Math.floor((clientHeight - head) / rowHeight) - 1),
      measured: true,
      settled: !bare,
      still: still.current,
    };
    setView((now) => (same(now, next) ? now : next));
    told.current?.();
  }, [box, rowHeight, head, sheet]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    measure();
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The frame after the first one: while that is on its way to the screen nothing competes with it.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        timer = setTimeout(() => {
          painted.current = true;
          measure();
        });
      });
    });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    let rest: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      still.current = false;
      clearTimeout(rest);
      rest = setTimeout(() => {
        still.current = true;
        measure();
      }, REST);
      measure();
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      observer.disconnect();
      clearTimeout(rest);
      element.removeEventListener('scroll', onScroll);
    };
  }, [box, measure]);
  return { view, measure };
}
