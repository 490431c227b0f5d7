/** A signature as it was drawn. Coordinates are those of the pad, whatever size it is shown at. */

export const PAD_WIDTH = 560;
export const PAD_HEIGHT = 180;

export interface Point {
  readonly x: number;
  readonly y: number;
  /** Width of the line here. */
  readonly width: number;
}
export type Stroke = readonly Point[];

/** Less than this is a slip of the pen. */
const MIN_LENGTH = 60;
const MIN_WIDTH = 1.4;
const MAX_WIDTH = 4.2;

/** Width of the line for a pressure of 0–1; a mouse reports 0.5 all the time. */
export function lineWidth(pressure: number): number {
  const known = pressure > 0 && pressure <= 1 ? pressure : 0.5;
  return MIN_WIDTH + (MAX_WIDTH - MIN_WIDTH) * known;
}

function lengthOf(stroke: Stroke): number {
  let sum = 0;
  for (let at = 1; at < stroke.length; at++) {
    const [from, to] = [stroke[at - 1], stroke[at]];
    if (from && to) sum += Math.hypot(to.x - from.x, to.y - from.y);
  }
  return sum;
}

/** Whether what was drawn is long enough to be a signature. */
export function isSignature(strokes: readonly Stroke[]): boolean {
  return strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0) >= MIN_LENGTH;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of the pad that is drawn on, with room for the width of the line; null for an empty pad. */
export function boundsOf(strokes: readonly Stroke[]): Box | null {
  const points = strokes.flat();
  if (points.length === 0) return null;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, top] = [Math.max(0, Math.min(...xs) - 6), Math.max(0, Math.min(...ys) - 6)];
  return {
    x: left,
    y: top,
    width: Math.min(PAD_WIDTH, Math.max(...xs) + 6) - left,
    height: Math.min(PAD_HEIGHT, Math.max(...ys) + 6) - top,
  };
}

/** Draws strokes as smooth lines. A point alone is a dot. */
export function drawStrokes(
  context: CanvasRenderingContext2D,
  strokes: readonly Stroke[],
  ink: string,
): void {
  context.strokeStyle = ink;
  context.fillStyle = ink;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const stroke of strokes) drawStroke(context, stroke);
}

function drawStroke(context: CanvasRenderingContext2D, stroke: Stroke): void {
  const [first] = stroke;
  if (!first) return;
  if (stroke.length === 1) {
    context.beginPath();
    context.arc(first.x, first.y, first.width, 0, Math.PI * 2);
    context.fill();
    return;
  }
  let from = first;
  for (let at = 1; at < stroke.length; at++) {
    const here = stroke[at];
    const before = stroke[at - 1];
    if (!here || !before) continue;
    const middle = { x: (before.x + here.x) / 2, y: (before.y + here.y) / 2, width: here.width };
    const end = at === stroke.length - 1 ? here : middle;
    context.beginPath();
    context.lineWidth = here.width;
    context.moveTo(from.x, from.y);
    context.quadraticCurveTo(before.x, before.y, end.x, end.y);
    context.stroke();
    from = end;
  }
}
