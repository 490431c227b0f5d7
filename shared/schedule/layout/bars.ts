/**
 * What a row of the chart draws, and where: one answer for the screen and for paper. A host brings a plane (where time
 * lies, how high a row is) and a sink that draws; it decides colours, widths of lines and nothing else. Plain numbers
 * only and no objects made: the screen draws with this in every frame of a drag.
 */
import type { Instant } from '../calendar/instant.ts';
import {
  PARTS,
  type Trace,
  tipOf,
  traceArrow,
  traceBracket,
  traceDiamond,
  traceFlag,
  traceTick,
  traceWedges,
} from './barShapes.ts';

export type BarKind = 'task' | 'summary' | 'milestone' | 'buffer';

/** How a part of a row is painted; each host has its pens for them. */
export const BAR_LOOKS = [
  'bar',
  'barManual',
  'barCritical',
  'barCriticalManual',
  'barOff',
  'wedge',
  'progress',
  'buffer',
  'bufferCritical',
  'summary',
  'summaryCritical',
  'summaryLate',
  'summaryOff',
  'summaryDone',
  'milestone',
  'milestoneCritical',
  'milestoneDone',
  'milestoneOff',
  'milestoneCore',
  'baseline',
  'slackEnd',
  'deadline',
  'deadlineLate',
  'promise',
  'promiseBroken',
] as const;
export type BarLook = (typeof BAR_LOOKS)[number];

/** Patterns that fill an area: strokes for slack and for what is too late, dots for a reserve. */
export const BAR_AREAS = ['slack', 'overrun', 'bufferDots'] as const;
export type BarArea = (typeof BAR_AREAS)[number];

/** Distance of the strokes and dots of a pattern, as a part of a row: a bar has two rows of dots. */
export const AREA_STEP: Readonly<Record<BarArea, number>> = {
  slack: 6 / 32,
  overrun: 6 / 32,
  bufferDots: PARTS.bar / 2,
};

/** Draws what it is told at once. Coordinates are those of the plane. */
export interface BarSink {
  /** A rectangle, its corners rounded by `round`. */
  box(look: BarLook, x: number, y: number, width: number, height: number, round: number): void;
  area(area: BarArea, x: number, y: number, width: number, height: number): void;
  /** Begins an outline; `end` paints what was traced since. */
  begin(look: BarLook): Trace;
  end(): void;
}

export interface BarLayers {
  readonly critical: boolean;
  readonly slack: boolean;
  readonly baseline: boolean;
  readonly buffers: boolean;
  readonly deadlines: boolean;
  readonly promises: boolean;
}

export interface BarPlane {
  /** Place of an instant. */
  x(instant: Instant): number;
  /** What lies wholly outside is not drawn. */
  readonly from: number;
  readonly to: number;
  /** Height of a row of one line; everything that a row draws is a part of it. */
  readonly row: number;
  readonly layers: BarLayers;
}

/** What the drawing asks of a row; filled anew for each one, so that none is made. */
export interface BarFacts {
  kind: BarKind;
  start: Instant;
  finish: Instant;
  /** 0–100. */
  percent: number;
  critical: boolean;
  manual: boolean;
  inactive: boolean;
  /** Latest finish that delays nothing. */
  slackEnd: Instant | null;
  baselineStart: Instant | null;
  baselineFinish: Instant | null;
  deadline: Instant | null;
  /** End of the day that was promised to the client, and whether the contract says so. */
  promise: Instant | null;
  contract: boolean;
}

export const noFacts = (): BarFacts => ({
  kind: 'task',
  start: 0,
  finish: 0,
  percent: 0,
  critical: false,
  manual: false,
  inactive: false,
  slackEnd: null,
  baselineStart: null,
  baselineFinish: null,
  deadline: null,
  promise: null,
  contract: false,
});

/** How a row is drawn. A reserve keeps its box when it is used up; only work of its own has a diamond. */
export function barKind(row: {
  readonly summary: boolean;
  readonly milestone: boolean;
  readonly buffer: boolean;
}): BarKind {
  if (row.summary) return 'summary';
  if (row.buffer) return 'buffer';
  return row.milestone ? 'milestone' : 'task';
}

/** Left end of what a row draws as its bar. @param x of its start @param row height of a row of one line */
export const leftEnd = (kind: BarKind, x: number, row: number): number =>
  kind === 'milestone' ? x - row * PARTS.diamondHalf : x;

/** Right end of what a row draws as its bar. */
export const rightEnd = (kind: BarKind, start: number, finish: number, row: number): number =>
  kind === 'milestone' ? start + row * PARTS.diamondHalf : Math.max(finish, start + row * PARTS.least);

export const barHeight = (row: number): number => row * PARTS.bar;

/** What was set for a summary, where the rolled-up end of its tasks passes it; else null. */
export function overrun(row: Dated & Pick<BarFacts, 'kind' | 'deadline' | 'promise'>): Instant | null {
  const { kind, deadline, promise } = row;
  if (kind !== 'summary') return null;
  const limit = deadline === null ? promise : promise === null ? deadline : Math.min(deadline, promise);
  return passes(row, limit) ? limit : null;
}

const isCritical = (plane: BarPlane, { critical, percent, inactive }: BarFacts): boolean =>
  plane.layers.critical && critical && percent < 100 && !inactive;

interface Dated {
  readonly finish: Instant | null;
  readonly inactive: boolean;
}

/** Whether a row ends after a moment that was set for it; what is out of use is late for nothing. */
export const passes = ({ finish, inactive }: Dated, limit: Instant | null): boolean =>
  limit !== null && finish !== null && !inactive && finish > limit;

/** An area cut to what is in view: patterns are dear. */
function clippedArea(
  sink: BarSink,
  { from, to }: BarPlane,
  area: BarArea,
  left: number,
  right: number,
  top: number,
  height: number,
): void {
  const x = Math.max(left, from);
  const end = Math.min(right, to);
  if (end > x) sink.area(area, x, top, end - x, height);
}

function doneOf(
  sink: BarSink,
  left: number,
  width: number,
  y: number,
  height: number,
  percent: number,
): void {
  if (percent > 0)
    sink.box('progress', left, y - height / 2, (width * Math.min(100, percent)) / 100, height, 0);
}

function drawTask(
  sink: BarSink,
  plane: BarPlane,
  facts: BarFacts,
  left: number,
  right: number,
  y: number,
): void {
  const { row } = plane;
  const height = row * PARTS.bar;
  const width = right - left;
  const round = Math.min(row * PARTS.round, width / 2);
  if (facts.inactive) {
    sink.box('barOff', left, y - height / 2, width, height, round);
    return;
  }
  const critical = isCritical(plane, facts);
  const { manual } = facts;
  const look = critical ? (manual ? 'barCriticalManual' : 'barCritical') : manual ? 'barManual' : 'bar';
  sink.box(look, left, y - height / 2, width, height, round);
  doneOf(sink, left, width, y, row * PARTS.progress, facts.percent);
  if (!critical) return;
  traceWedges(sink.begin('wedge'), left, right, y, row);
  sink.end();
}

/** A buffer is a reserve and no work: an outline with dots, and what is used of it. */
function drawBuffer(
  sink: BarSink,
  plane: BarPlane,
  facts: BarFacts,
  left: number,
  right: number,
  y: number,
): void {
  const { row } = plane;
  const height = row * PARTS.bar;
  const width = right - left;
  const critical = isCritical(plane, facts);
  const look = facts.inactive ? 'barOff' : critical ? 'bufferCritical' : 'buffer';
  sink.box(look, left, y - height / 2, width, height, Math.min(row * PARTS.round, width / 2));
  if (facts.inactive) return;
  clippedArea(sink, plane, 'bufferDots', left, right, y - height / 2, height);
  doneOf(sink, left, width, y, row * PARTS.used, facts.percent);
  if (!critical) return;
  traceWedges(sink.begin('wedge'), left, right, y, row);
  sink.end();
}

function drawSummary(
  sink: BarSink,
  plane: BarPlane,
  facts: BarFacts,
  left: number,
  right: number,
  y: number,
): void {
  const { row } = plane;
  const limit = overrun(facts);
  const critical = isCritical(plane, facts);
  const look = limit !== null ? 'summaryLate' : critical ? 'summaryCritical' : 'summary';
  traceBracket(sink.begin(facts.inactive ? 'summaryOff' : look), left, right, y, row);
  sink.end();
  const inset = Math.min(row * PARTS.bracketInset, tipOf(left, right, row));
  const width = right - left - 2 * inset;
  if (facts.percent > 0 && width > 0 && !facts.inactive) {
    const height = row * PARTS.bracketDone;
    const done = (width * Math.min(100, facts.percent)) / 100;
    // A critical one is hollow: what is done in it is as dark as in a task.
    const part = look === 'summaryCritical' ? 'progress' : 'summaryDone';
    sink.box(part, left + inset, y - row * PARTS.bracketHalf + inset, done, height, 0);
  }
  // The part beyond what was set is hatched as well, for those who do not see the red.
  if (limit === null) return;
  const from = Math.max(left, plane.x(limit));
  clippedArea(sink, plane, 'overrun', from, right, y, row * (PARTS.bracketHalf + PARTS.bracketInset / 2));
}

function drawMilestone(sink: BarSink, plane: BarPlane, facts: BarFacts, x: number, y: number): void {
  const { row } = plane;
  const done = facts.percent >= 100;
  const critical = isCritical(plane, facts);
  const look = done ? 'milestoneDone' : critical ? 'milestoneCritical' : 'milestone';
  traceDiamond(sink.begin(facts.inactive ? 'milestoneOff' : look), x, y, row * PARTS.diamondHalf);
  sink.end();
  // A diamond in the diamond: seen without colour.
  if (!critical) return;
  traceDiamond(sink.begin('milestoneCore'), x, y, row * PARTS.diamondCore);
  sink.end();
}

/** What was agreed: a thin bar below the bar. */
export function drawBaseline(sink: BarSink, plane: BarPlane, facts: BarFacts, y: number): void {
  const { row } = plane;
  const { kind } = facts;
  const start = facts.baselineStart ?? facts.baselineFinish;
  const finish = facts.baselineFinish ?? start;
  if (start === null || finish === null) return;
  const left = plane.x(start);
  const middle = y + row * PARTS.baselineDown;
  if (kind === 'milestone') {
    const half = row * PARTS.baselineDiamondHalf;
    if (left + half <= plane.from || left - half >= plane.to) return;
    traceDiamond(sink.begin('baseline'), left, middle, half);
    sink.end();
    return;
  }
  const right = Math.max(plane.x(finish), left + row * PARTS.least);
  if (right <= plane.from || left >= plane.to) return;
  const height = row * PARTS.baseline;
  sink.box('baseline', left, middle - height / 2, right - left, height, 0);
}

/** The end of the slack that a row shows; null where it has none, or nobody needs it any more. */
export function slackShown({ layers }: BarPlane, facts: BarFacts): Instant | null {
  const { kind, percent, inactive, slackEnd, finish } = facts;
  if (!layers.slack || slackEnd === null || slackEnd <= finish) return null;
  return kind === 'summary' || inactive || percent >= 100 ? null : slackEnd;
}

/** Hatching to the latest finish that delays nothing, with a line at its end. */
export function drawSlack(sink: BarSink, plane: BarPlane, from: number, slackEnd: Instant, y: number): void {
  const { row } = plane;
  const end = plane.x(slackEnd);
  if (end <= from || end < plane.from || from > plane.to) return;
  const height = row * PARTS.slack;
  clippedArea(sink, plane, 'slack', from, end, y - height / 2, height);
  if (end > plane.to) return;
  traceTick(sink.begin('slackEnd'), end, y, row * PARTS.slackEndHalf);
  sink.end();
}

export function drawDeadline(sink: BarSink, plane: BarPlane, facts: BarFacts, y: number): void {
  const { row } = plane;
  if (facts.deadline === null) return;
  const x = plane.x(facts.deadline);
  const reach = row * PARTS.arrowHead;
  if (x + reach < plane.from || x - reach > plane.to) return;
  traceArrow(sink.begin(passes(facts, facts.deadline) ? 'deadlineLate' : 'deadline'), x, y, row);
  sink.end();
}

/** The day promised to the client; filled once the row passes it. */
export function drawPromise(sink: BarSink, plane: BarPlane, facts: BarFacts, y: number): void {
  const { row } = plane;
  const { promise, contract } = facts;
  if (promise === null) return;
  const x = plane.x(promise);
  if (x + row * PARTS.flagWidth < plane.from || x > plane.to) return;
  traceFlag(sink.begin(passes(facts, promise) ? 'promiseBroken' : 'promise'), x, y, row, contract);
  sink.end();
}

const DRAW = { task: drawTask, buffer: drawBuffer, summary: drawSummary } as const;

/** Everything a row draws besides links and its label, from the back to the front. @param y middle of the row */
export function drawBar(sink: BarSink, plane: BarPlane, facts: BarFacts, y: number): void {
  const { row, layers } = plane;
  const { kind } = facts;
  const start = plane.x(facts.start);
  const left = leftEnd(kind, start, row);
  const right = rightEnd(kind, start, plane.x(facts.finish), row);
  if (layers.baseline) drawBaseline(sink, plane, facts, y);
  const slackEnd = slackShown(plane, facts);
  if (slackEnd !== null) drawSlack(sink, plane, kind === 'milestone' ? start : right, slackEnd, y);
  if (left < plane.to && right > plane.from) {
    if (kind === 'milestone') drawMilestone(sink, plane, facts, start, y);
    else if (kind === 'buffer' && !layers.buffers) drawTask(sink, plane, facts, left, right, y);
    else DRAW[kind](sink, plane, facts, left, right, y);
  }
  if (layers.deadlines) drawDeadline(sink, plane, facts, y);
  if (layers.promises) drawPromise(sink, plane, facts, y);
}
