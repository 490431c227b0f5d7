import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { Column } from '#renderer/ui/index.ts';
import type { PlanRow } from './model.ts';
import { clampZoom, type Scale } from './scale.ts';
import { END_SPACE, HEAD_HEIGHT } from './Timeline.tsx';
import type { InView } from './timeline/dragLayer.ts';

/** Zoom that keeps the day under the pointer in its place. */
export function useZoomWheel(
  box: { readonly current: HTMLDivElement | null },
  {
    perDay,
    sheetWidth,
    dayAt,
    dayX,
    onZoom,
  }: {
    perDay: number;
    sheetWidth: number;
    dayAt: (x: number) => number;
    dayX: (day: number) => number;
    onZoom: (perDay: number) => void;
  },
): void {
  const anchor = useRef<{ day: number; offset: number } | null>(null);
  const before = useRef(perDay);
  const latest = useRef({ perDay, sheetWidth, dayAt, onZoom });
  latest.current = { perDay, sheetWidth, dayAt, onZoom };
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const now = latest.current;
      const offset = Math.max(0, event.clientX - element.getBoundingClientRect().left - now.sheetWidth);
      anchor.current = { day: now.dayAt(element.scrollLeft + offset), offset };
      now.onZoom(clampZoom(now.perDay * Math.exp(-event.deltaY * 0.0022)));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [box]);
  const middle = useRef<number | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || before.current === perDay) return;
    before.current = perDay;
    const half = Math.max(0, element.clientWidth - sheetWidth) / 2;
    const at = anchor.current ?? { day: middle.current ?? 0, offset: half };
    anchor.current = null;
    element.scrollLeft = dayX(at.day) - at.offset;
  });
  useEffect(() => {
    const element = box.current;
    // The day in the middle, for zooming by button: remembered before the scale changes.
    if (!element) return;
    const remember = () => {
      const half = Math.max(0, element.clientWidth - latest.current.sheetWidth) / 2;
      middle.current = latest.current.dayAt(element.scrollLeft + half);
    };
    remember();
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [box]);
}

/** When the plan grows to the left, what is in view stays in view. */
export function useSteadyDays(box: { readonly current: HTMLDivElement | null }, scale: Scale): void {
  const before = useRef(scale);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = scale;
    if (box.current && old.perDay === scale.perDay && old.from !== scale.from)
      box.current.scrollLeft += (old.from - scale.from) * scale.perDay;
  }, [box, scale]);
}

/** Keeps the active cell in view, vertically in the one scroll container and sideways in the sheet. */
export function useCellInView(
  box: { readonly current: HTMLDivElement | null },
  at: { row: number; column: number },
  {
    rowHeight,
    columns,
    sheetWidth,
    setSheetX,
  }: {
    rowHeight: number;
    columns: readonly Column<PlanRow>[];
    sheetWidth: number;
    setSheetX: (update: (x: number) => number) => void;
  },
): void {
  const { row, column } = at;
  useLayoutEffect(() => {
    const element = box.current;
    if (!element?.contains(document.activeElement)) return;
    const top = row * rowHeight;
    const height = element.clientHeight - HEAD_HEIGHT - END_SPACE / 2;
    if (row < 0) {
      // The head is always in view.
    } else if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + height) element.scrollTop = top + rowHeight - height;
    const left = columns.slice(0, column).reduce((sum, c) => sum + c.width, 0);
    const right = left + (columns[column]?.width ?? 0);
    setSheetX((x) => Math.max(0, Math.min(Math.max(x, right - sheetWidth), left)));
  }, [box, row, column, rowHeight, columns, sheetWidth, setSheetX]);
}

/** Says, when asked, which part of the timeline and its rows is in view. */
export function useInView(
  box: { readonly current: HTMLDivElement | null },
  sheet: number,
  head: number,
): () => InView | null {
  return useCallback(() => {
    const element = box.current;
    if (!element) return null;
    const { scrollLeft: x0, scrollTop: y0, clientWidth, clientHeight } = element;
    return { x0, x1: x0 + clientWidth - sheet, y0, y1: y0 + clientHeight - head };
  }, [box, sheet, head]);
}
