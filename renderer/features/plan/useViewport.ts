import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { TILE_ROWS } from './timeline/tiles.ts';

/** What of the canvas is drawn: rows [first, last) and timeline px [x0, x1), with a margin around the view. */
export interface Viewport {
  readonly first: number;
  readonly last: number;
  /** Of them those that have cells: all, but after a jump only those in view. */
  readonly cellsFirst: number;
  readonly cellsLast: number;
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
  /** The first picture is on the screen: now there is time for what is not seen. */
  readonly settled: boolean;
  /** Nothing is being scrolled. */
  readonly still: boolean;
}

/** Rows that come at once while scrolling: few, so that no frame has much to do. */
const ROW_BLOCK = 4;
/** Rows around the view: a strip of the picture that is not in view can wait until the next frame. */
const MARGIN = TILE_ROWS;
const X_BLOCK = 256;
const LEFT_STEP = 16;
/** Milliseconds in which a frame that was handed over is surely on the screen. */
export const TO_SCREEN = 50;
/** Milliseconds without scrolling after which it is over: longer than between two notches of a wheel. */
export const REST = 250;

const same = (a: Viewport, b: Viewport): boolean =>
  a.first === b.first &&
  a.last === b.last &&
  a.cellsFirst === b.cellsFirst &&
  a.cellsLast === b.cellsLast &&
  a.x0 === b.x0 &&
  a.x1 === b.x1 &&
  a.left === b.left &&
  a.height === b.height &&
  a.width === b.width &&
  a.page === b.page &&
  a.settled === b.settled &&
  a.still === b.still;

/** The first picture is drawn for the view as it then is; of what is rendered around it only the width matters. */
const sameOpening = (a: Viewport, b: Viewport): boolean => a.width === b.width && a.settled === b.settled;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Size of the last chart. The next one is nearly always as large, and its first rows need not wait to be measured. */
let lastSize: Size | null = null;

const windowSize = (): Size => ({ width: window.innerWidth, height: window.innerHeight });

interface Frame {
  readonly rowHeight: number;
  readonly head: number;
  readonly sheet: number;
}

interface Scrolled {
  readonly top: number;
  readonly left: number;
}

/** @param bare of what is seen alone, without the room around it for scrolling */
function viewAt(
  { width: all, height }: Size,
  { top, left }: Scrolled,
  frame: Frame,
  bare: boolean,
): Omit<Viewport, 'still'> {
  const { rowHeight, head, sheet } = frame;
  const width = Math.max(0, all - sheet);
  const inView = Math.ceil((height - head) / rowHeight);
  const at = top / rowHeight;
  const seen = { first: Math.floor(at), last: Math.ceil(at) + inView };
  const first = bare ? seen.first : Math.max(0, Math.floor((at - MARGIN) / ROW_BLOCK) * ROW_BLOCK);
  const last = bare ? seen.last : Math.ceil((at + inView + MARGIN) / ROW_BLOCK) * ROW_BLOCK;
  return {
    first,
    last,
    cellsFirst: first,
    cellsLast: last,
    x0: bare ? Math.floor(left) : Math.max(0, Math.floor(left / X_BLOCK - 1) * X_BLOCK),
    x1: bare ? Math.ceil(left + width) : Math.ceil((left + width) / X_BLOCK + 1) * X_BLOCK,
    left: Math.ceil(left / LEFT_STEP) * LEFT_STEP,
    height: Math.max(0, height - head),
    width,
    page: Math.max(1, Math.floor((height - head) / rowHeight) - 1),
    settled: !bare,
  };
}

/** Milliseconds after a jump in which nothing but what is seen gets cells; shorter than `REST`, which brings them all. */
const JUMP = 100;

interface Jump {
  /** The rows that were drawn last. */
  drawn: Pick<Viewport, 'first' | 'last'> | null;
  /** When the last jump was seen. */
  at: number;
}

/** Where nothing of the view was there before, what is seen comes first, and the room around it a moment later. */
function afterJump(
  view: Viewport,
  { top, rowHeight }: { top: number; rowHeight: number },
  jump: Jump,
): Viewport {
  const { drawn } = jump;
  if (drawn && (view.first >= drawn.last || view.last <= drawn.first)) jump.at = performance.now();
  jump.drawn = view;
  if (performance.now() - jump.at > JUMP) return view;
  const at = top / rowHeight;
  return { ...view, cellsFirst: Math.floor(at), cellsLast: Math.ceil(at + view.height / rowHeight) };
}

/**
 * Follows scrolling and size of the one scroll container, in blocks, so that most scroll events draw nothing.
 * `measure` is for who scrolls by script and cannot wait for the event, which comes after the next picture; `settle`
 * for who needs the cells at once.
 */
export function useViewport(
  box: RefObject<HTMLDivElement | null>,
  { rowHeight, head, sheet, scroll }: Frame & { scroll?: () => void },
): { readonly view: Viewport; readonly measure: () => void; readonly settle: () => void } {
  const [view, setView] = useState<Viewport>(() => ({
    ...viewAt(lastSize ?? windowSize(), { top: 0, left: 0 }, { rowHeight, head, sheet }, true),
    still: true,
  }));
  /** The first picture is not on the screen yet. */
  const opening = useRef(true);
  const painted = useRef(false);
  const still = useRef(true);
  const jump = useRef<Jump>({ drawn: null, at: Number.NEGATIVE_INFINITY });
  const told = useRef(scroll);
  told.current = scroll;
  const measure = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const { scrollTop: top, scrollLeft: left, clientWidth, clientHeight } = element;
    lastSize = { width: clientWidth, height: clientHeight };
    const all: Viewport = {
      ...viewAt(lastSize, { top, left }, { rowHeight, head, sheet }, !painted.current),
      still: still.current,
    };
    const next = painted.current ? afterJump(all, { top, rowHeight }, jump.current) : all;
    const isSame = opening.current ? sameOpening : same;
    setView((now) => (isSame(now, next) ? now : next));
    told.current?.();
  }, [box, rowHeight, head, sheet]);
  const settle = useCallback(() => {
    opening.current = false;
    painted.current = true;
    measure();
  }, [measure]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    measure();
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Not before the first picture is on the screen: while it is on its way there nothing competes with it.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        opening.current = false;
        timer = setTimeout(settle, TO_SCREEN);
      });
    });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    let rest: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      // Where a plan opens is not scrolled to by hand.
      still.current = !painted.current;
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
  }, [box, measure, settle]);
  return { view, measure, settle };
}
