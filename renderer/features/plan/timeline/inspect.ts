/** What a picture shows, for who cannot ask elements: tests, measurements, and the drag that starts on it. */
export interface TimelineHandle {
  /** Where a bar was drawn last, in px of the window; null if it is not in the picture. */
  barBox(id: string): DOMRect | null;
}

const handles = new WeakMap<Element, TimelineHandle>();

export function publish(chart: Element, handle: TimelineHandle): void {
  handles.set(chart, handle);
}

/** The timeline on the page, once it has been drawn. */
export function shownTimeline(): TimelineHandle | null {
  const chart = document.querySelector('[data-chart="bars"]');
  return chart ? (handles.get(chart) ?? null) : null;
}
