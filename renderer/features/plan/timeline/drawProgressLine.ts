/** The progress line (semantics as for paper): left of the status date where work is behind, right where it is ahead. */
import { TENTHS_PER_DAY } from '#shared/schedule/calendar/instant.ts';
import { datumDays } from './drawBack.ts';
import { placedRows } from './drawBars.ts';
import { progressPoint } from './progressPoint.ts';
import type { G, Scene } from './scene.ts';

export function drawProgressLine(g: G, scene: Scene): void {
  const { scale, model, palette, rowHeight, first, height } = scene;
  const { status, today } = datumDays(scene);
  const datum = status ?? today;
  if (datum === null) return;
  const moment = datum * TENTHS_PER_DAY;
  const straight = scale.dayX(datum);
  const points: { readonly x: number; readonly y: number }[] = [];
  for (const { row, span, ends } of placedRows(scene)) {
    if (row.summary || row.inactive || row.blank || row.index < 0) continue;
    points.push({ x: scale.x(progressPoint(row, span, moment, model.clockOf(row))), y: ends.y });
  }
  g.strokeStyle = palette.colour.good;
  g.fillStyle = palette.colour.good;
  g.lineWidth = 2;
  g.beginPath();
  g.moveTo(straight, first * rowHeight);
  for (const { x, y } of points) g.lineTo(x, y);
  g.lineTo(straight, first * rowHeight + height);
  g.stroke();
  for (const { x, y } of points) {
    g.beginPath();
    g.arc(x, y, 3, 0, Math.PI * 2);
    g.fill();
  }
}
