import { type RefObject, useEffect } from 'react';
import { rememberPlan } from '#renderer/state/planMemory.ts';
import type { Scale } from './scale.ts';

/** Remembers where the plan of a project was scrolled to, a moment after it came to rest. */
export function usePlace(
  box: RefObject<HTMLElement | null>,
  projectId: string,
  { scale, rowHeight }: { readonly scale: Scale; readonly rowHeight: number },
): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () =>
      rememberPlan(projectId, {
        topRow: element.scrollTop / rowHeight,
        leftDay: scale.dayAt(element.scrollLeft),
      });
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, 400);
    };
    element.addEventListener('scroll', later, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', later);
    };
  }, [box, projectId, scale, rowHeight]);
}
