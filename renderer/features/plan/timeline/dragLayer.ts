import { contextFor, paint } from './draw.ts';
import type { Scene } from './scene.ts';

/** What of the timeline is in view, px. */
export interface InView {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

export interface DragLayer {
  /** Shows the part of a scene that is in view, above everything else. */
  show(scene: Scene, view: InView): void;
  clear(): void;
}

/**
 * The picture while something is dragged: the view in one piece, drawn anew for each step. The strips below stay as
 * they are, so that letting go and Esc cost nothing. Unlike a strip it is drawn on where it is shown: it changes with
 * every step, and a bitmap would have to be copied for each.
 */
export function createDragLayer(box: HTMLElement, className: string): DragLayer {
  let canvas: HTMLCanvasElement | null = null;
  return {
    show(scene, { x0, x1, y0, y1 }) {
      const first = Math.max(0, Math.floor(y0 / scene.rowHeight));
      const last = Math.max(first + 1, Math.ceil(y1 / scene.rowHeight));
      const height = (last - first) * scene.rowHeight;
      const [left, right] = [Math.max(scene.x0, Math.floor(x0)), Math.min(scene.x1, Math.ceil(x1))];
      if (right <= left) return;
      if (!canvas) {
        canvas = document.createElement('canvas');
        canvas.className = className;
        box.append(canvas);
      }
      const g = contextFor(canvas, { x: left, y: first * scene.rowHeight, width: right - left, height });
      if (!g) return;
      const { style } = canvas;
      style.top = `${first * scene.rowHeight}px`;
      style.left = `${left - scene.x0}px`;
      style.width = `${right - left}px`;
      style.height = `${height}px`;
      paint(g, { ...scene, first, last, height });
    },
    clear() {
      canvas?.remove();
      canvas = null;
    },
  };
}
