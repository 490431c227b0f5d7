/** Where the text beside a bar stands: one answer for the screen and for paper. */
import type { Instant } from '../calendar/instant.ts';
import { PARTS } from './barShapes.ts';
import { type BarFacts, type BarPlane, leftEnd, passes, rightEnd, slackShown } from './bars.ts';

/** Where the user wants it. `fit`: after the bar, else before it, else not at all: a sheet has borders. */
export type LabelSide = 'fit' | 'before' | 'after' | 'edge';

export interface LabelSink {
  /** A text from `x` to the right, or, where it ends there, to the left. */
  label(isLate: boolean, text: string, x: number, y: number, isEnd: boolean, width: number): void;
}

/** Gap between bar and text, as parts of a row: links leave and reach a bar there. */
const GAP = 16 / 32;
/** Gap to what is no bar, and before a bar that no link reaches. */
const CLEAR = 9 / 32;
/** Marks as near as this to an end of the bar keep the text off; those far away would take it along. */
const REACH = 2;

/**
 * Writes the text of a row beside its bar, clear of the marks that stand near.
 * @param width of the text; only `fit` asks for it
 * @param linked whether links may leave and reach the bar
 */
export function drawBarLabel(
  sink: LabelSink,
  plane: BarPlane,
  facts: BarFacts,
  y: number,
  text: string,
  side: LabelSide,
  width: number,
  linked: boolean,
): void {
  if (text === '') return;
  const { row } = plane;
  const late = passes(facts, facts.deadline);
  if (side === 'edge') {
    sink.label(late, text, plane.to - row * CLEAR, y, true, width);
    return;
  }
  const gap = row * (linked ? GAP : CLEAR);
  const right = clearRight(plane, facts) + gap;
  const left = clearLeft(plane, facts) - gap;
  if (side === 'before') sink.label(late, text, left, y, true, width);
  else if (side === 'after') sink.label(late, text, right, y, false, width);
  // It stands on one sheet only: the one where the bar ends.
  else if (right - gap < plane.from || right - gap >= plane.to) return;
  else if (right + width <= plane.to) sink.label(late, text, right, y, false, width);
  else if (left - width >= plane.from) sink.label(late, text, left, y, true, width);
}

/** `now`, or farther out where a mark close to the end `bar` of a row reaches `extent` rows beyond its day. */
function past(
  plane: BarPlane,
  bar: number,
  now: number,
  at: Instant | null,
  extent: number,
  direction: 1 | -1,
): number {
  if (at === null) return now;
  const x = plane.x(at);
  if (Math.abs(x - bar) >= plane.row * REACH) return now;
  const end = x + direction * plane.row * extent;
  return direction > 0 ? Math.max(now, end) : Math.min(now, end);
}

/** The right end of the bar, or of a mark that stands close to it. */
function clearRight(plane: BarPlane, facts: BarFacts): number {
  const { row, layers } = plane;
  const bar = rightEnd(facts.kind, plane.x(facts.start), plane.x(facts.finish), row);
  let right = past(plane, bar, bar, slackShown(plane, facts), 0, 1);
  if (layers.deadlines) right = past(plane, bar, right, facts.deadline, PARTS.arrowHead, 1);
  if (layers.promises) right = past(plane, bar, right, facts.promise, PARTS.flagWidth, 1);
  return right;
}

/** The left end of the bar, or of a mark that stands close to it. */
function clearLeft(plane: BarPlane, facts: BarFacts): number {
  const { row, layers } = plane;
  const bar = leftEnd(facts.kind, plane.x(facts.start), row);
  let left = bar;
  if (layers.deadlines) left = past(plane, bar, left, facts.deadline, PARTS.arrowHead, -1);
  if (layers.promises) left = past(plane, bar, left, facts.promise, 0, -1);
  return left;
}
