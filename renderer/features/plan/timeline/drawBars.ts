/** The bars of the rows in view, with what belongs to each: progress, slack, baseline, marks and label. */
import type { BarEnds } from '#shared/schedule/layout/linkPath.ts';
import type { PlanRow } from '../model.ts';
import { type Span, spanOf } from './dates.ts';
import { DIAMOND, endsOf } from './geometry.ts';
import { overrun } from './overrun.ts';
import { type G, middleOf, type Scene } from './scene.ts';

export interface Placed {
  readonly row: PlanRow;
  readonly span: Span;
  readonly ends: BarEnds;
  /** Height of the bar, px. */
  readonly h: number;
}

export function diamond(g: G, x: number, y: number, r: number): void {
  g.beginPath();
  g.moveTo(x, y - r);
  g.lineTo(x + r, y);
  g.lineTo(x, y + r);
  g.lineTo(x - r, y);
  g.closePath();
}

const heightFor = (rowHeight: number): number => Math.min(18, rowHeight - 12);

/** Rows in view that have dates and are not wholly to the left or right. */
export function placedRows(scene: Scene): Placed[] {
  const { rows, first, last, dates, scale, rowHeight } = scene;
  const out: Placed[] = [];
  for (let place = first; place < Math.min(last, rows.length); place++) {
    const row = rows[place];
    const span = row && spanOf(dates, row);
    if (!span) continue;
    out.push({ row, span, ends: endsOf(row, span, scale, middleOf(scene, place)), h: heightFor(rowHeight) });
  }
  return out;
}

function milestone(g: G, { palette }: Scene, { row, ends }: Placed, critical: boolean): void {
  diamond(g, (ends.left + ends.right) / 2, ends.y, DIAMOND);
  g.fillStyle = row.percent >= 100 ? palette.colour.milestone : palette.colour.surface;
  g.fill();
  g.strokeStyle = critical ? palette.colour.critical : palette.colour.milestone;
  g.lineWidth = critical ? 2.6 : 1.8;
  g.stroke();
  if (!critical || row.percent >= 100) return;
  diamond(g, (ends.left + ends.right) / 2, ends.y, 3);
  g.fillStyle = palette.colour.critical;
  g.fill();
}

function summary(g: G, scene: Scene, { row, span, ends: { left, right, y } }: Placed): void {
  const { palette, scale } = scene;
  const limit = overrun(row, span.finish);
  const tip = Math.min(6, (right - left) / 2);
  g.beginPath();
  g.moveTo(left, y - 6);
  g.lineTo(right, y - 6);
  g.lineTo(right, y + 6);
  g.lineTo(right - tip, y);
  g.lineTo(left + tip, y);
  g.lineTo(left, y + 6);
  g.closePath();
  g.fillStyle = limit === null ? palette.colour.summary : palette.colour.bad;
  g.fill();
  if (row.percent > 0) {
    g.fillStyle = palette.colour['summary-done'];
    g.fillRect(left + 2, y - 4, ((right - left - 4) * Math.min(100, row.percent)) / 100, 2);
  }
  const over = limit === null ? null : palette.over();
  if (limit === null || !over) return;
  // The part beyond what was set is hatched as well, for those who do not see the red.
  const from = Math.max(left, scale.x(limit));
  g.fillStyle = over;
  g.fillRect(from, y, right - from, 7);
}

function slack(g: G, { palette, scale }: Scene, { row, span, ends, h }: Placed): void {
  const late = row.summary || row.percent >= 100 ? null : row.lateFinish;
  const pattern = late !== null && late > span.finish ? palette.slack() : null;
  if (late === null || !pattern) return;
  const from = row.milestone ? (ends.left + ends.right) / 2 : ends.right;
  g.fillStyle = pattern;
  g.fillRect(from, ends.y - h / 2 + 3, scale.x(late) - from, h - 6);
  g.strokeStyle = palette.colour.slack;
  g.lineWidth = 1;
  g.beginPath();
  g.moveTo(scale.x(late) - 0.5, ends.y - h / 2 + 2);
  g.lineTo(scale.x(late) - 0.5, ends.y + h / 2 - 2);
  g.stroke();
}

function baseline(g: G, { palette, scale, baseline: bars }: Scene, { row, ends, h }: Placed): void {
  const start = bars?.start[row.index] ?? null;
  const finish = bars?.finish[row.index] ?? null;
  if (start === null || finish === null) return;
  g.fillStyle = palette.colour.baseline;
  if (row.milestone) {
    diamond(g, scale.x(start), ends.y + h / 2 + 1, 4);
    g.fill();
    return;
  }
  g.fillRect(scale.x(start), ends.y + h / 2 + 1, Math.max(2, scale.x(finish) - scale.x(start)), 4);
}

/** Where the row lay when it was last reported: an open outline behind the bar, tied to its end now. */
function before(g: G, { palette, scale, changes }: Scene, { row, ends, h }: Placed): void {
  const change = changes?.rows.get(row.index);
  if (!change) return;
  const [left, right] = [scale.x(change.start), scale.x(change.finish)];
  g.strokeStyle = palette.colour.muted;
  g.lineWidth = 1.2;
  g.setLineDash([3, 2]);
  if (row.milestone) diamond(g, left, ends.y, DIAMOND);
  else {
    g.beginPath();
    g.roundRect(left, ends.y - h / 2 - 3, Math.max(3, right - left), h + 6, 3);
  }
  g.stroke();
  g.setLineDash([]);
  const now = row.milestone ? (ends.left + ends.right) / 2 : ends.right;
  g.beginPath();
  g.moveTo(row.milestone ? left : right, ends.y);
  g.lineTo(now, ends.y);
  g.stroke();
}

/** Corner marks on both ends beside the thicker outline: critical is read on a grey screen too. */
function criticalMarks(g: G, { palette }: Scene, { ends: { left, right, y }, h }: Placed): void {
  const c = Math.min(6, (right - left) / 2);
  g.fillStyle = palette.colour.critical;
  g.beginPath();
  g.moveTo(left, y - h / 2);
  g.lineTo(left + c, y - h / 2);
  g.lineTo(left, y - h / 2 + c);
  g.closePath();
  g.moveTo(right, y + h / 2);
  g.lineTo(right - c, y + h / 2);
  g.lineTo(right, y + h / 2 - c);
  g.closePath();
  g.fill();
}

function task(g: G, scene: Scene, placed: Placed, critical: boolean): void {
  const { palette, look } = scene;
  const { row, ends, h } = placed;
  const { left, right, y } = ends;
  const width = right - left;
  const isBuffer = look.layers.buffers && row.buffer;
  g.beginPath();
  g.roundRect(left, y - h / 2, width, h, Math.min(3, width / 2));
  g.fillStyle = isBuffer ? palette.colour.surface : palette.colour.bar;
  g.fill();
  const lattice = isBuffer ? palette.buffer() : null;
  if (lattice) {
    g.fillStyle = lattice;
    g.fill();
  }
  if (row.percent > 0) {
    g.fillStyle = palette.colour.progress;
    g.fillRect(left, y - h / 2 + 3, (width * Math.min(100, row.percent)) / 100, h - 6);
    g.beginPath();
    g.roundRect(left, y - h / 2, width, h, Math.min(3, width / 2));
  }
  g.strokeStyle = critical
    ? palette.colour.critical
    : isBuffer
      ? palette.colour.buffer
      : palette.colour['bar-line'];
  g.lineWidth = critical ? 2 : 1;
  // Entered by hand: an open outline, so that it is told apart without colour.
  if (row.manual) g.setLineDash([4, 2]);
  g.stroke();
  if (row.manual) g.setLineDash([]);
  if (critical) criticalMarks(g, scene, placed);
}

const late = (row: PlanRow, { finish }: Span): boolean => row.deadline !== null && finish > row.deadline;

function deadline(g: G, { palette, scale }: Scene, { row, span, ends: { y } }: Placed): void {
  if (row.deadline === null) return;
  const x = scale.x(row.deadline);
  g.strokeStyle = late(row, span) ? palette.colour.bad : palette.colour.muted;
  g.lineWidth = late(row, span) ? 2.5 : 1.5;
  g.beginPath();
  g.moveTo(x, y - 9);
  g.lineTo(x, y + 9);
  g.moveTo(x - 4, y + 4);
  g.lineTo(x, y + 9);
  g.lineTo(x + 4, y + 4);
  g.stroke();
}

/** A flag at the promised day; swallow-tailed for what the contract asks, filled once it is broken. */
function promise(g: G, { palette, scale }: Scene, { row, span, ends: { y } }: Placed): void {
  const day = row.promised;
  if (day === null) return;
  const x = scale.x(day);
  const broken = span.finish > day;
  g.strokeStyle = broken ? palette.colour.bad : palette.colour.promise;
  g.fillStyle = broken ? palette.colour.bad : palette.colour.surface;
  g.lineWidth = 1.6;
  g.beginPath();
  g.moveTo(x, y + 9);
  g.lineTo(x, y - 10);
  g.lineTo(x + 11, y - 10);
  if (row.commitment === 'contract') g.lineTo(x + 8, y - 6.5);
  g.lineTo(x + 11, y - 3);
  g.lineTo(x, y - 3);
  g.fill();
  g.stroke();
}

function label(g: G, scene: Scene, { row, span, ends: { left, right, y } }: Placed): void {
  const { palette, look, x1 } = scene;
  const change = scene.changes?.words(row.index) ?? '';
  const text = [change, look.labels === 'none' ? '' : scene.label(row)].filter(Boolean).join(' · ');
  if (text === '') return;
  const isAtBar = look.labels === 'right' || look.labels === 'none';
  const isLate = late(row, span);
  g.font = isLate ? palette.boldFont : palette.font;
  g.fillStyle = isLate ? palette.colour.bad : palette.colour.muted;
  g.textAlign = isAtBar ? 'left' : 'right';
  const x = isAtBar ? right + 18 : look.labels === 'left' ? left - 8 : x1 - 12;
  if (look.layers.slack || look.layers.links || change !== '') {
    // Over hatching and arrows a text is read by its halo.
    g.strokeStyle = palette.colour.surface;
    g.lineWidth = 3;
    g.lineJoin = 'round';
    g.strokeText(text, x, y);
    g.lineJoin = 'miter';
  }
  g.fillText(text, x, y);
}

function one(g: G, scene: Scene, placed: Placed): void {
  const { row } = placed;
  const { layers } = scene.look;
  const critical = layers.critical && row.percent < 100 && row.critical;
  g.globalAlpha = row.inactive ? 0.45 : 1;
  if (layers.slack) slack(g, scene, placed);
  before(g, scene, placed);
  if (row.milestone) milestone(g, scene, placed, critical);
  else if (row.summary) summary(g, scene, placed);
  else task(g, scene, placed, critical);
  if (layers.baseline) baseline(g, scene, placed);
  g.globalAlpha = 1;
  if (layers.deadlines) deadline(g, scene, placed);
  if (layers.promises) promise(g, scene, placed);
}

export function drawBars(g: G, scene: Scene): void {
  const placed = placedRows(scene);
  g.textBaseline = 'middle';
  for (const at of placed) one(g, scene, at);
  for (const at of placed) label(g, scene, at);
}
