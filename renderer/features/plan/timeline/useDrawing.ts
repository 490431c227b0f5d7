import { useLayoutEffect, useRef } from 'react';

/**
 * Draws after every render, once all effects of it have run: those may scroll or measure and render again, and what
 * was drawn between would never be seen. Still before the browser paints.
 */
export function useDrawing(draw: () => void): void {
  const latest = useRef<(() => void) | null>(null);
  useLayoutEffect(() => {
    const isWaiting = latest.current !== null;
    latest.current = draw;
    if (isWaiting) return;
    queueMicrotask(() => {
      const now = latest.current;
      latest.current = null;
      now?.();
    });
  });
}
