/** The bars of a chart on paper: what `bars.ts` decides, as marks of a sheet. */

import { LAYOUT_ROWS, type Steps } from '../steps.ts';
import { drawBarLabel, type LabelSink } from './barLabel.ts';
import type { Trace } from './barShapes.ts';
import {
  AREA_STEP,
  type BarArea,
  type BarFacts,
  type BarLook,
  type BarPlane,
  type BarSink,
  drawBar,
  leftEnd,
  noFacts,
  rightEnd,
} from './bars.ts';
import type { ChartLayout, ChartRow, Mark, Tile } from './chart.ts';
import { r, xOf } from './chartAxis.ts';
import type { BarEnds } from './linkPath.ts';
import { textWidth } from './textWidth.ts';

/** Height of a row of one line, in text sizes; taller rows draw their bars no thicker. */
export const ROW_EMS = 1.9;

/** An outline as the text of an SVG path. */
export class PathText implements Trace {
  text = '';
  moveTo(x: number, y: number): void {
    this.text += `M${r(x)} ${r(y)}`;
  }
  lineTo(x: number, y: number): void {
    this.text += `L${r(x)} ${r(y)}`;
  }
  closePath(): void {
    this.text += 'Z';
  }
}

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

/** Two rows of dots inside a rectangle, anchored on the plane as well. */
function dotsPath(x: number, y: number, width: number, step: number): string {
  let dots = '';
  for (let k = Math.ceil(x / step - 0.5); (k + 0.5) * step < x + width; k++)
    dots += `M${r((k + 0.5) * step)} ${r(y + step / 2)}v0.01m0 ${r(step)}v0.01`;
  return dots;
}

/** Texts are a little narrower than their safe width. */
const REAL_WIDTH = 0.95;

/** Collects what is drawn as marks. */
export class MarkSink implements BarSink, LabelSink {
  readonly marks: Mark[] = [];
  /** Row that the next marks belong to. */
  of: string | undefined;
  private readonly row: number;
  private readonly size: number;
  private look: BarLook = 'bar';
  private path = new PathText();

  /** @param size of text, pt */
  constructor(size: number) {
    this.size = size;
    this.row = size * ROW_EMS;
  }

  private put(mark: Exclude<Mark, { kind: 'clip' }>): void {
    this.marks.push(this.of === undefined ? mark : { ...mark, of: this.of });
  }
  box(look: BarLook, x: number, y: number, width: number, height: number, round: number): void {
    const box = { kind: 'rect', x: r(x), y: r(y), width: r(width), height: r(height), look } as const;
    this.put(round > 0 ? { ...box, round: r(round) } : box);
  }
  area(area: BarArea, x: number, y: number, width: number, height: number): void {
    const step = this.row * AREA_STEP[area];
    const d = area === 'bufferDots' ? dotsPath(x, y, width, step) : hatchPath(x, y, width, height, step);
    if (d !== '') this.put({ kind: 'path', d, look: area });
  }
  begin(look: BarLook): Trace {
    this.look = look;
    this.path = new PathText();
    return this.path;
  }
  end(): void {
    this.put({ kind: 'path', d: this.path.text, look: this.look });
  }
  label(isLate: boolean, text: string, x: number, y: number, isEnd: boolean, width: number): void {
    const { size } = this;
    const drawn = width * REAL_WIDTH;
    // On paper of its own, clear of lines.
    this.put({
      kind: 'rect',
      x: r(isEnd ? x - drawn : x),
      y: r(y - size * 0.55),
      width: r(drawn),
      height: r(size * 1.1),
      look: 'paper',
    });
    this.put({
      kind: 'text',
      x: r(x),
      y: r(y + size * 0.36),
      text,
      size,
      look: isLate ? 'late' : 'label',
      anchor: isEnd ? 'end' : 'start',
    });
  }
}

/** Middle of the bar in its row. */
export function barMiddle(layout: ChartLayout, index: number): number {
  const placed = layout.rows[index];
  return placed ? placed.y + placed.height / 2 : 0;
}

/** The ends of what a row draws as its bar, on the plane; null without dates. */
export function barEndsOf(layout: ChartLayout, index: number): BarEnds | null {
  const row = layout.input.rows[index];
  const start = row?.start ?? row?.finish ?? null;
  const finish = row?.finish ?? row?.start ?? null;
  if (!row || start === null || finish === null) return null;
  const height = layout.fontSize * ROW_EMS;
  const x = xOf(start, layout.range, layout.perDay);
  return {
    left: leftEnd(row.kind, x, height),
    right: rightEnd(row.kind, x, xOf(finish, layout.range, layout.perDay), height),
    y: barMiddle(layout, index),
  };
}

/** What the drawing asks of a row; false without dates. */
function fill(facts: BarFacts, row: ChartRow): boolean {
  const start = row.start ?? row.finish;
  const finish = row.finish ?? row.start;
  if (start === null || finish === null) return false;
  facts.kind = row.kind;
  facts.start = start;
  facts.finish = finish;
  facts.percent = row.percent;
  facts.critical = row.critical === true;
  facts.manual = row.manual === true;
  facts.inactive = row.inactive === true;
  facts.slackEnd = row.slackEnd ?? null;
  facts.baselineStart = row.baseline?.start ?? null;
  facts.baselineFinish = row.baseline?.finish ?? null;
  facts.deadline = row.deadline ?? null;
  facts.promise = row.promise ?? null;
  facts.contract = row.contract === true;
  return true;
}

/** The strip of time of a sheet as the plane that bars are drawn on. */
function planeOf({ input, range, perDay, fontSize }: ChartLayout, tile: Tile): BarPlane {
  const { baseline, critical, slack } = input.options;
  return {
    x: (instant) => xOf(instant, range, perDay),
    from: tile.x,
    to: tile.x + tile.width,
    row: fontSize * ROW_EMS,
    layers: { baseline, critical, slack, buffers: true, deadlines: true, promises: true },
  };
}

/** Everything that the rows [first, end) draw besides links, on one strip. */
export function* barMarks(
  layout: ChartLayout,
  first: number,
  end: number,
  tile: Tile,
): Steps<readonly Mark[]> {
  const { input, fontSize } = layout;
  const plane = planeOf(layout, tile);
  const sink = new MarkSink(fontSize);
  const facts = noFacts();
  for (let index = first; index < end; index++) {
    if (index % LAYOUT_ROWS === 0) yield;
    const row = input.rows[index];
    if (!row || !fill(facts, row)) continue;
    sink.of = row.id;
    const y = barMiddle(layout, index);
    drawBar(sink, plane, facts, y);
    const { label } = row;
    if (label !== '')
      drawBarLabel(sink, plane, facts, y, label, 'fit', textWidth(label, fontSize), input.options.links);
  }
  return sink.marks;
}
