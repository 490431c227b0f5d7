/** What a gesture would do: the bar where it was, the link that would be made, the bar it would lead to. */
import { barDates, spanOf } from './dates.ts';
import { diamond } from './drawBars.ts';
import { barAt, DIAMOND, endsOf } from './geometry.ts';
import { type G, middleOf, type Scene } from './scene.ts';

/** The dragged bar in its old place. */
function ghost(g: G, scene: Scene, place: number): void {
  const { rows, scale, model, palette } = scene;
  const row = rows[place];
  const span = row && spanOf(barDates(model.columns), row);
  if (!span) return;
  const { left, right, y } = endsOf(row, span, scale, middleOf(scene, place));
  if (row.milestone) diamond(g, (left + right) / 2, y, DIAMOND);
  else {
    g.beginPath();
    g.roundRect(left, y - 9, right - left, 18, 3);
  }
  g.strokeStyle = palette.colour.muted;
  g.lineWidth = 1.2;
  g.setLineDash([3, 3]);
  g.stroke();
  g.setLineDash([]);
}

function linkDraft(g: G, scene: Scene, drag: NonNullable<Scene['linking']>): void {
  const { rows, dates, scale, palette } = scene;
  const from = barAt(drag.row, dates, scale, middleOf(scene, rows.indexOf(drag.row)));
  if (!from) return;
  g.strokeStyle = drag.refused ? palette.colour.bad : palette.colour.accent;
  g.lineWidth = 2;
  if (drag.refused) g.setLineDash([3, 3]);
  g.beginPath();
  g.moveTo(from.right, from.y);
  g.lineTo(drag.x, drag.y);
  g.stroke();
  const target = drag.target && barAt(drag.target, dates, scale, middleOf(scene, rows.indexOf(drag.target)));
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
  const { left, right, y } = endsOf(row, copy, scene.scale, middleOf(scene, place));
  if (row.milestone) diamond(g, (left + right) / 2, y, DIAMOND);
  else {
    g.beginPath();
    g.roundRect(left, y - 9, right - left, 18, 3);
  }
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
