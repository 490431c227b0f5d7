import { drawBack, drawDatumLines } from './drawBack.ts';
import { drawBars } from './drawBars.ts';
import { drawDrag } from './drawDrag.ts';
import { drawLinks } from './drawLinks.ts';
import { drawProgressLine } from './drawProgressLine.ts';
import type { G, Scene } from './scene.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Gives the canvas its size in device pixels and returns a context in px of the timeline; null without one. */
export function contextFor(canvas: HTMLCanvasElement | OffscreenCanvas, box: Box): G | null {
  const ratio = window.devicePixelRatio || 1;
  const [width, height] = [Math.round(box.width * ratio), Math.round(box.height * ratio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const g = canvas.getContext('2d', { alpha: false });
  if (!g || !('fillText' in g)) return null;
  g.setTransform(ratio, 0, 0, ratio, -box.x * ratio, -box.y * ratio);
  return g;
}

let scratch: OffscreenCanvas | null = null;

/**
 * Draws what a canvas shows, in px of the timeline, as a finished bitmap: what a canvas was drawn on is copied for
 * every frame of scrolling, a bitmap once.
 */
export function drawBitmap(canvas: HTMLCanvasElement, box: Box, paintOn: (g: G) => void): void {
  scratch ??= new OffscreenCanvas(1, 1);
  const g = contextFor(scratch, box);
  if (!g) return;
  paintOn(g);
  canvas
    .getContext('bitmaprenderer', { alpha: false })
    ?.transferFromImageBitmap(scratch.transferToImageBitmap());
}

/** One picture of the timeline. */
export function draw(canvas: HTMLCanvasElement, scene: Scene): void {
  const { x0, x1, first, rowHeight, height } = scene;
  drawBitmap(canvas, { x: x0, y: first * rowHeight, width: x1 - x0, height }, (g) => paint(g, scene));
}

/** Draws a scene from the back to the front. */
export function paint(g: G, scene: Scene): void {
  drawBack(g, scene);
  if (scene.look.layers.links) drawLinks(g, scene);
  drawBars(g, scene);
  if (scene.look.layers.progressLine) drawProgressLine(g, scene);
  drawDatumLines(g, scene);
  drawDrag(g, scene);
}
