import { type RefObject, useEffect } from 'react';

/** Drags the view with the middle button, as a drawing is moved on a table. */
export function usePan(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let from: { readonly x: number; readonly y: number; readonly left: number; readonly top: number } | null =
      null;
    const down = (event: PointerEvent) => {
      if (event.button !== 1) return;
      // Else the browser starts to scroll by itself.
      event.preventDefault();
      from = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop };
      element.dataset['panning'] = '';
    };
    const move = (event: PointerEvent) => {
      if (!from) return;
      element.scrollLeft = from.left - (event.clientX - from.x);
      element.scrollTop = from.top - (event.clientY - from.y);
    };
    const stop = () => {
      from = null;
      delete element.dataset['panning'];
    };
    const noScroll = (event: MouseEvent) => {
      if (event.button === 1) event.preventDefault();
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('mousedown', noScroll);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', stop);
    window.addEventListener('pointercancel', stop);
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('mousedown', noScroll);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', stop);
      window.removeEventListener('pointercancel', stop);
    };
  }, [box]);
}
