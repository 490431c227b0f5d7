/** Behind the bars: days off, the grid, chosen rows; above them the lines of today and of the status date. */
import { parseDate } from '#shared/schedule/calendar/instant.ts';
import { offSpans, showsDaysOff, statusLineAt, todayLineAt } from '#shared/schedule/layout/backdrop.ts';
import { ticksBetween, tiersFor } from '#shared/schedule/layout/timescale.ts';
import type { G, Scene } from './scene.ts';

function daysOff(g: G, scene: Scene, top: number): void {
  const { scale, x0, x1, height, rowHeight, palette } = scene;
  if (!scene.look.layers.nonWorking || !showsDaysOff(scale.perDay, rowHeight)) return;
  g.fillStyle = palette.colour.off;
  const [from, to] = [Math.floor(scale.dayAt(x0)), Math.ceil(scale.dayAt(x1))];
  for (const span of offSpans(scene.model.calendar, from, to))
    g.fillRect(scale.dayX(span.from), top, (span.to - span.from) * scale.perDay, height);
}

/** Lines on whole pixels: half-covered ones look grey. */
const crisp = (x: number): number => Math.round(x) + 0.5;

function grid(g: G, scene: Scene, top: number): void {
  const { scale, x0, x1, height, rowHeight, palette } = scene;
  const { lower } = tiersFor(scale.perDay);
  g.lineWidth = 1;
  g.strokeStyle = palette.colour.grid;
  g.beginPath();
  for (const tick of ticksBetween(lower, Math.floor(scale.dayAt(x0)), Math.ceil(scale.dayAt(x1)))) {
    const x = crisp(scale.dayX(tick.from));
    g.moveTo(x, top);
    g.lineTo(x, top + height);
  }
  g.stroke();
  g.strokeStyle = palette.colour.line;
  g.beginPath();
  for (let place = scene.first; place < Math.min(scene.last, scene.rows.length); place++) {
    const y = (place + 1) * rowHeight - 0.5;
    g.moveTo(x0, y);
    g.lineTo(x1, y);
  }
  g.stroke();
}

function chosenRows(g: G, { rows, selection, first, last, x0, x1, rowHeight, palette }: Scene): void {
  if (selection.size === 0) return;
  g.fillStyle = palette.colour.chosen;
  for (let place = first; place < Math.min(last, rows.length); place++)
    if (selection.has(rows[place]?.id ?? '')) g.fillRect(x0, place * rowHeight, x1 - x0, rowHeight - 1);
}

export function drawBack(g: G, scene: Scene): void {
  const top = scene.first * scene.rowHeight;
  g.fillStyle = scene.palette.colour.surface;
  g.fillRect(scene.x0, top, scene.x1 - scene.x0, scene.height);
  daysOff(g, scene, top);
  chosenRows(g, scene);
  grid(g, scene, top);
}

/** Day with its fraction at which the line of the status date and that of today stand. */
export function datumDays({ model }: Pick<Scene, 'model'>): { status: number | null; today: number | null } {
  const status = model.project.status_on === null ? null : parseDate(model.project.status_on);
  return { status: statusLineAt(status), today: todayLineAt(parseDate(model.today)) };
}

export function drawDatumLines(g: G, scene: Scene): void {
  const { scale, height, palette } = scene;
  const top = scene.first * scene.rowHeight;
  const { status, today } = datumDays(scene);
  const line = (day: number | null, colour: string, dash: readonly number[]) => {
    if (day === null) return;
    g.strokeStyle = colour;
    g.lineWidth = 1.5;
    g.setLineDash([...dash]);
    g.beginPath();
    g.moveTo(scale.dayX(day), top);
    g.lineTo(scale.dayX(day), top + height);
    g.stroke();
    g.setLineDash([]);
  };
  line(status, palette.colour.good, [8, 3]);
  line(today, palette.colour.bad, [3, 3]);
}
