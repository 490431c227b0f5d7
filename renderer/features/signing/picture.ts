/** Pictures of signatures: black on nothing, so that they print on any paper. */
import { boundsOf, drawStrokes, type Stroke } from './strokes.ts';

/** Pixels per unit of the pad: sharp at 300 dpi in a box of 60 mm. */
const SCALE = 2;
const INK = '#101418';
const TYPED_SIZE = 64;
const TYPED_FONT = `italic ${TYPED_SIZE}px "Noto Serif SC", "Noto Serif TC", "Songti SC", "SimSun", Georgia, serif`;

function base64Of(canvas: HTMLCanvasElement): string {
  const url = canvas.toDataURL('image/png');
  return url.slice(url.indexOf(',') + 1);
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  return context;
}

/** PNG of what was drawn, as base64; null for an empty pad. */
export function drawnPng(strokes: readonly Stroke[]): string | null {
  const box = boundsOf(strokes);
  if (box === null) return null;
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(box.width * SCALE);
  canvas.height = Math.ceil(box.height * SCALE);
  const context = contextOf(canvas);
  context.scale(SCALE, SCALE);
  context.translate(-box.x, -box.y);
  drawStrokes(context, strokes, INK);
  return base64Of(canvas);
}

/** PNG of a typed name, as base64; null for an empty name. */
export function typedPng(name: string): string | null {
  const text = name.trim();
  if (text === '') return null;
  const canvas = document.createElement('canvas');
  const measure = contextOf(canvas);
  measure.font = TYPED_FONT;
  const width = Math.min(1_600, Math.ceil(measure.measureText(text).width));
  canvas.width = width + TYPED_SIZE;
  canvas.height = TYPED_SIZE * 2;
  const context = contextOf(canvas);
  context.font = TYPED_FONT;
  context.fillStyle = INK;
  context.textBaseline = 'middle';
  context.fillText(text, TYPED_SIZE / 2, TYPED_SIZE, width);
  return base64Of(canvas);
}
