/** The progress line: left of the status date where work is behind, right where it is ahead. */
import { ELAPSED_CALENDAR } from '#shared/schedule/calendar/compile.ts';
import { TENTHS_PER_DAY } from '#shared/schedule/calendar/instant.ts';
import { PROGRESS_DOT, progressLine } from '#shared/schedule/layout/progressLine.ts';
import { spanOf } from './dates.ts';
import { datumDays } from './drawBack.ts';
import { type G, middleOf, type Scene } from './scene.ts';

/** Rows around those that are drawn which the line passes on its way: it does not begin anew with each strip. */
const AROUND = 32;

/** Rows of [first, last) that have dates, with their places. */
function placedRows({ rows, dates }: Scene, first: number, last: number) {
  const placed = [];
  for (let place = first; place < last; place++) {
    const row = rows[place];
    const span = row && spanOf(dates, row);
    if (span) placed.push({ row, span, place });
  }
  return placed;
}

export function drawProgressLine(g: G, scene: Scene): void {
  const { scale, model, palette, rowHeight } = scene;
  const first = Math.max(0, scene.first - AROUND);
  const last = Math.min(scene.rows.length, scene.last + AROUND);
  const end = Math.max(last * rowHeight, scene.first * rowHeight + scene.height);
  const { status, today } = datumDays(scene);
  const datum = status ?? today;
  // A plan of other years has no point at which today could pass it.
  if (datum === null || datum < scale.from || datum > scale.to) return;
  const straight = scale.dayX(datum);
  const placed = placedRows(scene, first, last);
  const rows = placed.map(({ row, span }) => ({
    ...span,
    summary: row.summary,
    counts: !row.inactive && !row.blank && row.index >= 0,
    percent: row.percent,
  }));
  const clockAt = (place: number) => {
    const row = placed[place]?.row;
    return row ? model.clockOf(row) : ELAPSED_CALENDAR;
  };
  const moment = model.statusAt ?? Math.round(datum * TENTHS_PER_DAY);
  const points = progressLine(rows, moment, clockAt).map(({ row, at, state }) => ({
    x: state === 'on' ? straight : scale.x(at),
    y: middleOf(scene, placed[row]?.place ?? 0),
  }));
  g.strokeStyle = palette.colour.good;
  g.fillStyle = palette.colour.good;
  g.lineWidth = 2;
  g.beginPath();
  g.moveTo(straight, first * rowHeight);
  for (const { x, y } of points) g.lineTo(x, y);
  g.lineTo(straight, end);
  g.stroke();
  for (const { x, y } of points) {
    g.beginPath();
    g.arc(x, y, rowHeight * PROGRESS_DOT, 0, Math.PI * 2);
    g.fill();
  }
}
