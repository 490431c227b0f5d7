/**
 * The outlines of what a row of the chart draws. Traced onto anything that knows lines: a canvas on the screen, the
 * text of a path on paper. Lengths in the unit of whom it is traced for; `row` is the height of a row of one line.
 */

/** What takes an outline; a 2D context of a canvas is one. */
export interface Trace {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
}

/** Sizes, as parts of the height of a row of one line. Heights are whole ones, `…Half` from the middle. */
export const PARTS = {
  /** A bar is at least this wide, so that it can be seen at any scale. */
  least: 3 / 32,
  bar: 16 / 32,
  round: 3 / 32,
  progress: 10 / 32,
  /** What is used of a buffer. */
  used: 5 / 32,
  wedge: 6 / 32,
  bracketHalf: 6 / 32,
  bracketTip: 6 / 32,
  bracketDone: 2 / 32,
  bracketInset: 2 / 32,
  diamondHalf: 8 / 32,
  diamondCore: 3.2 / 32,
  /** Middle of the baseline below that of the bar. */
  baselineDown: 11 / 32,
  baseline: 4 / 32,
  baselineDiamondHalf: 4 / 32,
  slack: 8 / 32,
  slackEndHalf: 5 / 32,
  arrowHalf: 9 / 32,
  arrowHead: 4 / 32,
  flagFoot: 9 / 32,
  flagTop: 10 / 32,
  flagWidth: 11 / 32,
  flagHeight: 7 / 32,
  flagTail: 3 / 32,
} as const;

export function traceDiamond(to: Trace, x: number, y: number, half: number): void {
  to.moveTo(x, y - half);
  to.lineTo(x + half, y);
  to.lineTo(x, y + half);
  to.lineTo(x - half, y);
  to.closePath();
}

/** Width of the tips at both ends of a summary. */
export const tipOf = (left: number, right: number, row: number): number =>
  Math.min(row * PARTS.bracketTip, (right - left) / 2);

/** A summary: a beam with a tip at both ends. */
export function traceBracket(to: Trace, left: number, right: number, y: number, row: number): void {
  const half = row * PARTS.bracketHalf;
  const tip = tipOf(left, right, row);
  to.moveTo(left, y - half);
  to.lineTo(right, y - half);
  to.lineTo(right, y + half);
  to.lineTo(right - tip, y);
  to.lineTo(left + tip, y);
  to.lineTo(left, y + half);
  to.closePath();
}

/** Corners of a bar at both ends: critical is read without colour as well. */
export function traceWedges(to: Trace, left: number, right: number, y: number, row: number): void {
  const half = (row * PARTS.bar) / 2;
  const leg = Math.min(row * PARTS.wedge, (right - left) / 2);
  to.moveTo(left, y - half);
  to.lineTo(left + leg, y - half);
  to.lineTo(left, y - half + leg);
  to.closePath();
  to.moveTo(right, y + half);
  to.lineTo(right - leg, y + half);
  to.lineTo(right, y + half - leg);
  to.closePath();
}

/** An arrow that stands on its day. */
export function traceArrow(to: Trace, x: number, y: number, row: number): void {
  const half = row * PARTS.arrowHalf;
  const head = row * PARTS.arrowHead;
  to.moveTo(x, y - half);
  to.lineTo(x, y + half);
  to.moveTo(x - head, y + half - head);
  to.lineTo(x, y + half);
  to.lineTo(x + head, y + half - head);
}

/** A flag on a pole at the promised day; swallow-tailed for what the contract asks. */
export function traceFlag(to: Trace, x: number, y: number, row: number, isContract: boolean): void {
  const top = y - row * PARTS.flagTop;
  const width = row * PARTS.flagWidth;
  const height = row * PARTS.flagHeight;
  to.moveTo(x, y + row * PARTS.flagFoot);
  to.lineTo(x, top);
  to.lineTo(x + width, top);
  if (isContract) to.lineTo(x + width - row * PARTS.flagTail, top + height / 2);
  to.lineTo(x + width, top + height);
  to.lineTo(x, top + height);
}

/** A line across, as the end of the slack. */
export function traceTick(to: Trace, x: number, y: number, half: number): void {
  to.moveTo(x, y - half);
  to.lineTo(x, y + half);
}
