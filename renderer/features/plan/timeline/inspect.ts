/** What a picture shows, for who cannot ask elements: tests, measurements, and the drag that starts on it. */
export interface TimelineHandle {
  /** Where a bar was drawn last, in px of the window; null if it is not in the picture. */
  barBox(id: string): DOMRect | null;
}

const handles = new WeakMap<Element, TimelineHandle>();

export function publish(canvas: Element, handle: TimelineHandle): void {
  handles.set(canvas, handle);
}

/** The timeline on the page, once it has been drawn. */
export function shownTimeline(): TimelineHandle | null {
  const canvas = document.querySelector('canvas[data-chart="bars"]');
  return canvas ? (handles.get(canvas) ?? null) : null;
}
