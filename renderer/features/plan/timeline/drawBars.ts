/** The bars of the rows in view: what the layout decides, drawn on a canvas. */
import { drawBarLabel, type LabelSide, type LabelSink } from '#shared/schedule/layout/barLabel.ts';
import { PARTS, type Trace, traceDiamond } from '#shared/schedule/layout/barShapes.ts';
import {
  AREA_STEP,
  type BarArea,
  type BarFacts,
  type BarLook,
  type BarPlane,
  type BarSink,
  barHeight,
  barKind,
  drawBar,
  noFacts,
} from '#shared/schedule/layout/bars.ts';
import type { PlanRow } from '../model.ts';
import { type Span, spanOf } from './dates.ts';
import { endsOf } from './geometry.ts';
import type { Palette } from './palette.ts';
import { PENS } from './pens.ts';
import { type G, middleOf, type Scene } from './scene.ts';

const NO_DASH: number[] = [];

/** Draws on a canvas in the colours of the window. */
class CanvasSink implements BarSink, LabelSink {
  private readonly g: G;
  private readonly palette: Palette;
  private readonly halo: boolean;
  private readonly row: number;
  private look: BarLook = 'bar';

  /** @param halo texts stand over arrows and hatching */
  constructor(g: G, palette: Palette, row: number, halo: boolean) {
    this.g = g;
    this.row = row;
    this.palette = palette;
    this.halo = halo;
  }

  private paint(look: BarLook): void {
    const { g, palette } = this;
    const { fill, stroke, width, dash } = PENS[look];
    if (fill !== null) {
      g.fillStyle = palette.colour[fill];
      g.fill();
    }
    if (stroke === null) return;
    g.strokeStyle = palette.colour[stroke];
    g.lineWidth = width;
    if (dash !== null) g.setLineDash(dash);
    g.stroke();
    if (dash !== null) g.setLineDash(NO_DASH);
  }
  box(look: BarLook, x: number, y: number, width: number, height: number, round: number): void {
    const { g } = this;
    const { fill, stroke } = PENS[look];
    if (stroke === null && fill !== null && round === 0) {
      g.fillStyle = this.palette.colour[fill];
      g.fillRect(x, y, width, height);
      return;
    }
    g.beginPath();
    if (round > 0) g.roundRect(x, y, width, height, round);
    else g.rect(x, y, width, height);
    this.paint(look);
  }
  area(area: BarArea, x: number, y: number, width: number, height: number): void {
    const pattern = this.palette.area(area, this.row * AREA_STEP[area]);
    if (!pattern) return;
    this.g.fillStyle = pattern;
    this.g.fillRect(x, y, width, height);
  }
  begin(look: BarLook): Trace {
    this.look = look;
    this.g.beginPath();
    return this.g;
  }
  end(): void {
    this.paint(this.look);
  }
  label(isLate: boolean, text: string, x: number, y: number, isEnd: boolean): void {
    const { g, palette } = this;
    g.font = isLate ? palette.boldFont : palette.font;
    g.textAlign = isEnd ? 'right' : 'left';
    if (this.halo) {
      g.strokeStyle = palette.colour.surface;
      g.lineWidth = 3;
      g.lineJoin = 'round';
      g.strokeText(text, x, y);
      g.lineJoin = 'miter';
    }
    g.fillStyle = isLate ? palette.colour.bad : palette.colour.muted;
    g.fillText(text, x, y);
  }
}

/** What the drawing asks of a row; false without dates. */
function fill(facts: BarFacts, row: PlanRow, { dates, baseline }: Scene): boolean {
  const span = spanOf(dates, row);
  if (!span) return false;
  facts.kind = barKind(row);
  facts.start = span.start;
  facts.finish = span.finish;
  facts.percent = row.percent;
  facts.critical = row.critical;
  facts.manual = row.manual;
  facts.inactive = row.inactive;
  facts.slackEnd = row.lateFinish;
  facts.baselineStart = baseline?.start[row.index] ?? null;
  facts.baselineFinish = baseline?.finish[row.index] ?? null;
  facts.deadline = row.deadline;
  facts.promise = row.promised;
  facts.contract = row.commitment === 'contract';
  return true;
}

/** Where the row lay when it was last reported: an open outline behind the bar, tied to its end now. */
function before(
  g: G,
  { palette, scale, changes, rowHeight }: Scene,
  row: PlanRow,
  span: Span,
  y: number,
): void {
  const change = changes?.rows.get(row.index);
  if (!change) return;
  const [left, right] = [scale.x(change.start), scale.x(change.finish)];
  const isPoint = barKind(row) === 'milestone';
  const height = barHeight(rowHeight) + 6;
  g.strokeStyle = palette.colour.muted;
  g.lineWidth = 1.2;
  g.setLineDash([3, 2]);
  g.beginPath();
  if (isPoint) traceDiamond(g, left, y, rowHeight * PARTS.diamondHalf);
  else g.roundRect(left, y - height / 2, Math.max(3, right - left), height, 3);
  g.stroke();
  g.setLineDash(NO_DASH);
  g.beginPath();
  g.moveTo(isPoint ? left : right, y);
  g.lineTo(isPoint ? scale.x(span.start) : endsOf(row, span, scale, rowHeight, y).right, y);
  g.stroke();
}

const SIDES: Readonly<Record<Scene['look']['labels'], LabelSide>> = {
  none: 'after',
  left: 'before',
  right: 'after',
  farRight: 'edge',
};

/** What a scene shows as the plane that bars are drawn on. */
export function planeOf({ scale, x0, x1, rowHeight, look }: Scene): BarPlane {
  return { x: scale.x, from: x0, to: x1, row: rowHeight, layers: look.layers };
}

function labels(sink: CanvasSink, plane: BarPlane, facts: BarFacts, scene: Scene): void {
  const { rows, first, last, changes, look } = scene;
  const side = SIDES[look.labels];
  for (let place = first; place < Math.min(last, rows.length); place++) {
    const row = rows[place];
    if (!row) continue;
    const change = changes?.words(row.index) ?? '';
    const own = look.labels === 'none' ? '' : scene.label(row);
    const text = change !== '' && own !== '' ? `${change} · ${own}` : change || own;
    if (text === '' || !fill(facts, row, scene)) continue;
    drawBarLabel(sink, plane, facts, middleOf(scene, place), text, side, 0, true);
  }
}

export function drawBars(g: G, scene: Scene): void {
  const { rows, first, last, look, changes, palette } = scene;
  const plane = planeOf(scene);
  const sink = new CanvasSink(
    g,
    palette,
    scene.rowHeight,
    look.layers.slack || look.layers.links || changes !== null,
  );
  const facts = noFacts();
  g.textBaseline = 'middle';
  for (let place = first; place < Math.min(last, rows.length); place++) {
    const row = rows[place];
    if (!row || !fill(facts, row, scene)) continue;
    const y = middleOf(scene, place);
    if (changes) before(g, scene, row, facts, y);
    drawBar(sink, plane, facts, y);
  }
  if (look.labels !== 'none' || changes) labels(sink, plane, facts, scene);
}
