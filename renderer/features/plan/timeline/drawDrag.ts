/** What a gesture would do: the bar where it was, the link that would be made, the bar it would lead to. */

import { PARTS, traceDiamond } from '#shared/schedule/layout/barShapes.ts';
import { barHeight, barKind } from '#shared/schedule/layout/bars.ts';
import type { PlanRow } from '../model.ts';
import { barDates, type Span, spanOf } from './dates.ts';
import { barAt, endsOf } from './geometry.ts';
import { type G, middleOf, type Scene } from './scene.ts';

/** The outline of a bar in other dates than its own. */
function trace(g: G, { scale, rowHeight }: Scene, row: PlanRow, span: Span, y: number): void {
  const { left, right } = endsOf(row, span, scale, rowHeight, y);
  const height = barHeight(rowHeight);
  g.beginPath();
  if (barKind(row) === 'milestone') traceDiamond(g, scale.x(span.start), y, rowHeight * PARTS.diamondHalf);
  else g.roundRect(left, y - height / 2, right - left, height, rowHeight * PARTS.round);
}

/** The dragged bar in its old place. */
function ghost(g: G, scene: Scene, place: number): void {
  const { rows, model, palette } = scene;
  const row = rows[place];
  const span = row && spanOf(barDates(model.columns), row);
  if (!span) return;
  trace(g, scene, row, span, middleOf(scene, place));
  g.strokeStyle = palette.colour.muted;
  g.lineWidth = 1.2;
  g.setLineDash([3, 3]);
  g.stroke();
  g.setLineDash([]);
}

function linkDraft(g: G, scene: Scene, drag: NonNullable<Scene['linking']>): void {
  const { rows, dates, scale, rowHeight, palette } = scene;
  const from = barAt(drag.row, dates, scale, rowHeight, rows.indexOf(drag.row));
  if (!from) return;
  g.strokeStyle = drag.refused ? palette.colour.bad : palette.colour.accent;
  g.lineWidth = 2;
  if (drag.refused) g.setLineDash([3, 3]);
  g.beginPath();
  g.moveTo(from.right, from.y);
  g.lineTo(drag.x, drag.y);
  g.stroke();
  const target = drag.target && barAt(drag.target, dates, scale, rowHeight, rows.indexOf(drag.target));
  if (target) {
    g.beginPath();
    g.roundRect(target.left - 3, target.y - 12, target.right - target.left + 6, 24, 4);
    g.stroke();
  }
  g.setLineDash([]);
}

/** The bar a copy would be. */
function copyDraft(g: G, scene: Scene, place: number, copy: NonNullable<Scene['copy']>): void {
  const row = scene.rows[place];
  if (!row) return;
  trace(g, scene, row, copy, middleOf(scene, place));
  g.fillStyle = scene.palette.colour.chosen;
  g.fill();
  g.strokeStyle = scene.palette.colour.accent;
  g.lineWidth = 1.5;
  g.stroke();
}

export function drawDrag(g: G, scene: Scene): void {
  const { ghost: row, copy, linking, placeOf } = scene;
  const place = row ? (placeOf[row.index] ?? -1) : -1;
  if (row && copy) copyDraft(g, scene, place, copy);
  else if (row) ghost(g, scene, place);
  if (linking) linkDraft(g, scene, linking);
}
