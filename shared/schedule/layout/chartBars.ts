import type { ChartLayout, ChartRow, ChartSpan, Look, Mark, Tile } from './chart.ts';
import { r, xOf } from './chartAxis.ts';
import type { BarEnds } from './linkPath.ts';
import { textWidth } from './textWidth.ts';

/** A bar is at least this wide (pt), so that it can be seen at any scale. */
export const MIN_BAR = 1.2;

/** Parts of a text size: thickness of bars and marks. */
const BAR = 0.82;
const BRACKET = 0.4;
const DIAMOND = 0.56;
const BASELINE = 0.26;

interface Place {
  readonly layout: ChartLayout;
  readonly row: ChartRow;
  /** Middle of the bar on the plane. */
  readonly y: number;
  readonly size: number;
  readonly tile: Tile;
}

export const diamond = (x: number, y: number, half: number): string =>
  `M${r(x)} ${r(y - half)}L${r(x + half)} ${r(y)}L${r(x)} ${r(y + half)}L${r(x - half)} ${r(y)}Z`;

/** Lines at 45° inside a rectangle; anchored on the plane, so that they run on across sheets. */
export function hatchPath(x: number, y: number, width: number, height: number, step: number): string {
  const out: string[] = [];
  for (let k = Math.ceil((x + y) / step); k * step < x + width + y + height; k++) {
    const sum = k * step;
    const x0 = Math.max(x, sum - y - height);
    const x1 = Math.min(x + width, sum - y);
    if (x1 > x0) out.push(`M${r(x0)} ${r(sum - x0)}L${r(x1)} ${r(sum - x1)}`);
  }
  return out.join('');
}

/** Middle of the bar in its row: a baseline below it moves it up a little. */
export function barMiddle(layout: ChartLayout, index: number): number {
  const placed = layout.rows[index];
  if (!placed) return 0;
  const up = layout.input.options.baseline ? layout.fontSize * 0.18 : 0;
  return placed.y + placed.height / 2 - up;
}

/** The ends of what a row draws as its bar, on the plane; null without dates. */
export function barEndsOf(layout: ChartLayout, index: number): BarEnds | null {
  const row = layout.input.rows[index];
  const start = row?.start ?? row?.finish ?? null;
  const finish = row?.finish ?? row?.start ?? null;
  if (!row || start === null || finish === null) return null;
  const y = barMiddle(layout, index);
  const left = xOf(start, layout.range, layout.perDay);
  if (row.kind === 'milestone') {
    const half = layout.fontSize * DIAMOND;
    return { left: left - half, right: left + half, y };
  }
  return { left, right: Math.max(xOf(finish, layout.range, layout.perDay), left + MIN_BAR), y };
}

const rect = (look: Look, x: number, y: number, width: number, height: number, of: string): Mark => ({
  kind: 'rect',
  x: r(x),
  y: r(y),
  width: r(width),
  height: r(height),
  look,
  of,
});

const isCritical = ({ layout, row }: Place): boolean =>
  layout.input.options.critical && row.critical === true && row.percent < 100;

function taskMarks(place: Place, ends: BarEnds): Mark[] {
  const { row, y, size, tile } = place;
  const height = size * BAR;
  const top = y - height / 2;
  const width = ends.right - ends.left;
  const critical = isCritical(place);
  const look = row.inactive ? 'barOff' : critical ? 'barCritical' : 'bar';
  const marks: Mark[] = [rect(look, ends.left, top, width, height, row.id)];
  if (critical) {
    const from = Math.max(ends.left, tile.x);
    const to = Math.min(ends.right, tile.x + tile.width);
    const d = hatchPath(from, top, to - from, height, size * 0.42);
    if (d !== '') marks.push({ kind: 'path', d, look: 'hatch', of: row.id });
  }
  const done = (width * Math.min(100, row.percent)) / 100;
  if (done > 0) marks.push(rect('progress', ends.left, y - height * 0.26, done, height * 0.52, row.id));
  return marks;
}

/** A buffer is a reserve and no work: an outline with dots. */
function bufferMarks({ row, y, size, tile }: Place, ends: BarEnds): Mark[] {
  const height = size * BAR;
  const top = y - height / 2;
  const step = size * 0.45;
  const from = Math.max(ends.left, tile.x);
  const to = Math.min(ends.right, tile.x + tile.width);
  let dots = '';
  for (let x = Math.ceil(from / step) * step; x < to; x += step)
    dots += `M${r(x)} ${r(top + height * 0.28)}v0.01M${r(x)} ${r(top + height * 0.72)}v0.01`;
  const marks: Mark[] = [rect('buffer', ends.left, top, ends.right - ends.left, height, row.id)];
  if (dots !== '') marks.push({ kind: 'path', d: dots, look: 'bufferDots', of: row.id });
  const done = ((ends.right - ends.left) * Math.min(100, row.percent)) / 100;
  if (done > 0) marks.push(rect('progress', ends.left, y - height * 0.14, done, height * 0.28, row.id));
  return marks;
}

function summaryMarks(place: Place, ends: BarEnds): Mark[] {
  const { row, y, size } = place;
  const { left, right } = ends;
  const d = bracketPath(left, right, y, size);
  return [{ kind: 'path', d, look: isCritical(place) ? 'summaryCritical' : 'summary', of: row.id }];
}

function milestoneMarks(place: Place, ends: BarEnds): Mark[] {
  const { row, y, size } = place;
  const x = (ends.left + ends.right) / 2;
  const done = row.percent >= 100;
  const critical = isCritical(place);
  const look = done ? 'milestoneDone' : critical ? 'milestoneCritical' : 'milestone';
  const marks: Mark[] = [{ kind: 'path', d: diamond(x, y, size * DIAMOND), look, of: row.id }];
  // A diamond in the diamond: seen without colour.
  if (critical && !done)
    marks.push({ kind: 'path', d: diamond(x, y, size * DIAMOND * 0.42), look: 'milestoneDone', of: row.id });
  return marks;
}

function baselineMarks({ layout, row, y, size }: Place, span: ChartSpan): Mark[] {
  const left = xOf(span.start, layout.range, layout.perDay);
  if (row.kind === 'milestone')
    return [{ kind: 'path', d: diamond(left, y + size * 0.5, size * 0.28), look: 'baseline', of: row.id }];
  const width = Math.max(MIN_BAR, xOf(span.finish, layout.range, layout.perDay) - left);
  return [rect('baseline', left, y + size * (BAR / 2 + 0.12), width, size * BASELINE, row.id)];
}

/** A line of dashes to the latest finish that delays nothing, with a tick at its end. */
function slackMarks({ layout, row, y, size }: Place, from: number, slackEnd: number): Mark[] {
  const end = xOf(slackEnd, layout.range, layout.perDay);
  if (end <= from + 0.5) return [];
  const d = `M${r(from)} ${r(y)}H${r(end)}`;
  const tick = `M${r(end)} ${r(y - size * 0.28)}v${r(size * 0.56)}`;
  return [
    { kind: 'path', d, look: 'slack', of: row.id },
    { kind: 'path', d: tick, look: 'baseline', of: row.id },
  ];
}

function deadlineMark({ layout, row, y, size }: Place, deadline: number): Mark {
  const x = xOf(deadline, layout.range, layout.perDay);
  const late = row.finish !== null && row.finish > deadline;
  return { kind: 'path', d: deadlinePath(x, y, size), look: late ? 'deadlineLate' : 'deadline', of: row.id };
}

/** An arrow that stands on its day. */
export function deadlinePath(x: number, y: number, size: number): string {
  const a = size * 0.32;
  return `M${r(x)} ${r(y - size * 0.62)}v${r(size * 1.24)}m${r(-a)} ${r(-a)}l${r(a)} ${r(a)}l${r(a)} ${r(-a)}`;
}

/** The bracket of a summary. */
export function bracketPath(left: number, right: number, y: number, size: number): string {
  const top = r(y - size * BRACKET);
  const bottom = r(y + size * BRACKET);
  const tip = Math.min(size * 0.42, (right - left) / 2);
  return `M${r(left)} ${top}H${r(right)}V${bottom}L${r(right - tip)} ${r(y)}H${r(left + tip)}L${r(left)} ${bottom}Z`;
}

/** A flag on a pole at the promised day. */
export function flagPath(x: number, y: number, size: number): string {
  const top = y - size * 0.68;
  return `M${r(x)} ${r(y + size * 0.6)}V${r(top)}l${r(size * 0.62)} ${r(size * 0.24)}L${r(x)} ${r(top + size * 0.48)}`;
}

/** Texts are a little narrower than their safe width. */
const REAL_WIDTH = 0.95;

/** The text beside a bar: after it, else before it, else not at all. On paper of its own, clear of lines. */
function labelMarks(place: Place, left: number, right: number): Mark[] {
  const { layout, row, y, size, tile } = place;
  if (row.label === '') return [];
  const width = textWidth(row.label, size);
  // Links leave and reach a bar beside it.
  const gap = size * (layout.input.options.links ? 0.85 : 0.45);
  const end = tile.x + tile.width;
  // It stands on one sheet only: the one where the bar ends.
  if (right < tile.x || right >= end) return [];
  const after = right + gap + width <= end;
  if (!after && left - gap - width < tile.x) return [];
  const x = after ? right + gap : left - gap;
  const drawn = width * REAL_WIDTH;
  const look = row.deadline != null && row.finish !== null && row.finish > row.deadline ? 'late' : 'label';
  return [
    rect('paper', after ? x : x - drawn, y - size * 0.55, drawn, size * 1.1, row.id),
    {
      kind: 'text',
      x: r(x),
      y: r(y + size * 0.36),
      text: row.label,
      size,
      look,
      of: row.id,
      anchor: after ? 'start' : 'end',
    },
  ];
}

interface Extent {
  readonly left: number;
  readonly right: number;
}

/** Everything that a row draws besides links; empty when nothing of it lies on the strip. */
export function rowMarks(layout: ChartLayout, index: number, tile: Tile): Mark[] {
  const row = layout.input.rows[index];
  if (!row) return [];
  const { options } = layout.input;
  const size = layout.fontSize;
  const y = barMiddle(layout, index);
  const place: Place = { layout, row, y, size, tile };
  const marks: Mark[] = [];
  const shows = (left: number, right: number) => left < tile.x + tile.width && right > tile.x;
  if (options.baseline && row.baseline) {
    const left = xOf(row.baseline.start, layout.range, layout.perDay);
    const right = xOf(row.baseline.finish, layout.range, layout.perDay);
    if (shows(left - size, right + size)) marks.push(...baselineMarks(place, row.baseline));
  }
  const ends = barEndsOf(layout, index);
  if (ends) marks.push(...barMarks(place, ends, shows));
  for (const [instant, mark] of [
    [row.deadline, (at: number): Mark => deadlineMark(place, at)],
    [
      row.promise,
      (at: number): Mark => ({
        kind: 'path',
        d: flagPath(xOf(at, layout.range, layout.perDay), y, size),
        look: 'promise',
        of: row.id,
      }),
    ],
  ] as const) {
    if (instant === null || instant === undefined) continue;
    const x = xOf(instant, layout.range, layout.perDay);
    if (shows(x - size, x + size)) marks.push(mark(instant));
  }
  return marks;
}

function barMarks(place: Place, ends: BarEnds, shows: (left: number, right: number) => boolean): Mark[] {
  const { layout, row } = place;
  const marks: Mark[] = [];
  const slackEnd = layout.input.options.slack && row.percent < 100 ? (row.slackEnd ?? null) : null;
  const extent: Extent = {
    left: ends.left,
    right: Math.max(ends.right, slackEnd === null ? 0 : xOf(slackEnd, layout.range, layout.perDay)),
  };
  if (slackEnd !== null && shows(ends.right, extent.right))
    marks.push(...slackMarks(place, ends.right, slackEnd));
  if (shows(ends.left, ends.right)) {
    const draw = { task: taskMarks, summary: summaryMarks, milestone: milestoneMarks, buffer: bufferMarks };
    marks.push(...draw[row.kind](place, ends));
  }
  // Marks near an end of the bar keep its label off; those far away would take it along.
  const reach = place.size * 4;
  let { left, right } = extent;
  for (const at of [row.deadline, row.promise]) {
    if (at === null || at === undefined) continue;
    const x = xOf(at, layout.range, layout.perDay);
    if (x > extent.right - reach && x < extent.right + reach) right = Math.max(right, x + place.size * 0.6);
    if (x > extent.left - reach && x < extent.left + reach) left = Math.min(left, x - place.size * 0.4);
  }
  return [...marks, ...labelMarks(place, left, right)];
}
