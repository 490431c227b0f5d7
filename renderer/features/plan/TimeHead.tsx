import { memo, useRef } from 'react';
import { type DateFlag, placeFlags } from '#shared/schedule/layout/backdrop.ts';
import { textWidth } from '#shared/schedule/layout/textWidth.ts';
import { ticksBetween, tiersFor } from '#shared/schedule/layout/timescale.ts';
import chart from './chart.module.css';
import type { PlanModel } from './model.ts';
import styles from './plan.module.css';
import type { Scale } from './scale.ts';
import { HEAD_HEIGHT, windowOf } from './Timeline.tsx';
import type { TimeLabel } from './timeLabels.ts';
import { drawBitmap } from './timeline/draw.ts';
import { datumDays } from './timeline/drawBack.ts';
import type { Palette, PaletteSource } from './timeline/palette.ts';
import type { G } from './timeline/scene.ts';
import { useDrawing } from './timeline/useDrawing.ts';

export interface TimeHeadProps {
  readonly model: PlanModel;
  readonly scale: Scale;
  readonly left: number;
  /** Single numbers, so that scrolling down does not draw the head again. */
  readonly viewX0: number;
  readonly viewX1: number;
  readonly viewLeft: number;
  readonly palette: PaletteSource;
  readonly label: TimeLabel;
  readonly todayLabel: string;
  readonly statusLabel: string;
}

/** Height of each of the two rows of the axis; the flags of today and the status date have a strip of their own. */
const TIER = 22;
const STRIP = HEAD_HEIGHT - 2 * TIER;

/** What the axis says, wherever it is drawn. */
export type HeadProps = Pick<
  TimeHeadProps,
  'model' | 'scale' | 'viewLeft' | 'label' | 'todayLabel' | 'statusLabel'
>;

function tiers(g: G, props: HeadProps, palette: Palette, x0: number, x1: number): void {
  const { scale, label, viewLeft } = props;
  const [from, to] = [Math.floor(scale.dayAt(x0)), Math.ceil(scale.dayAt(x1))];
  const { upper, lower } = tiersFor(scale.perDay);
  g.font = palette.font;
  g.textBaseline = 'middle';
  g.lineWidth = 1;
  g.strokeStyle = palette.colour.line;
  g.fillStyle = palette.colour.muted;
  g.beginPath();
  for (const { unit, tier, y, min } of [
    { unit: upper, tier: 'upper', y: 0, min: 40 },
    { unit: lower, tier: 'lower', y: TIER, min: 15 },
  ] as const) {
    g.textAlign = tier === 'lower' ? 'center' : 'left';
    for (const tick of ticksBetween(unit, from, to)) {
      const x = scale.dayX(tick.from);
      const width = (tick.to - tick.from) * scale.perDay;
      g.moveTo(Math.round(x) + 0.5, y);
      g.lineTo(Math.round(x) + 0.5, y + TIER);
      if (width < min) continue;
      const text = label(unit, tick.from, tier, width);
      // The label of an upper cell that reaches out of view stays readable at its visible start.
      const start = tier === 'upper' ? Math.max(x, viewLeft) + 6 : x + width / 2;
      if (tier === 'lower' || start + textWidth(text, 11.5) <= x + width)
        g.fillText(text, start, y + TIER / 2 + 1);
    }
  }
  for (const y of [TIER + 0.5, 2 * TIER + 0.5]) {
    g.moveTo(x0, y);
    g.lineTo(x1, y);
  }
  g.stroke();
}

/** Names of the lines of the status date and of today, in the strip below the axis. */
function flags(g: G, props: HeadProps, { colour, font }: Palette): void {
  const { scale, statusLabel, todayLabel } = props;
  const days = datumDays(props);
  g.font = font;
  g.textAlign = 'left';
  const flagOf = (day: number | null, text: string): DateFlag | null =>
    day === null ? null : { x: scale.dayX(day), width: Math.ceil(g.measureText(text).width) + 10 };
  const status = flagOf(days.status, statusLabel);
  const today = flagOf(days.today, todayLabel);
  const lefts = placeFlags(status, today, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  const put = (flag: DateFlag | null, left: number | null, text: string, fill: string, ink: string) => {
    if (!flag || left === null) return;
    // Over the line, which is two pixels wide.
    const x = left + (left < flag.x ? 1 : -1);
    g.fillStyle = fill;
    g.fillRect(x, HEAD_HEIGHT - STRIP, flag.width, STRIP);
    g.fillStyle = ink;
    g.fillText(text, x + 5, HEAD_HEIGHT - STRIP / 2 + 1);
  };
  put(status, lefts.status, statusLabel, colour.good, colour['on-good']);
  put(today, lefts.today, todayLabel, colour.bad, colour['on-bad']);
}

/** Draws the part of the axis from `x0` to `x1`, px of the timeline. */
export function paintHead(g: G, props: HeadProps, palette: Palette, x0: number, x1: number): void {
  g.fillStyle = palette.colour.head;
  g.fillRect(x0, 0, x1 - x0, HEAD_HEIGHT);
  tiers(g, props, palette, x0, x1);
  flags(g, props, palette);
}

/** The two rows of the time axis, and the flags of today and the status date below them. */
export const TimeHead = memo(function TimeHead(props: TimeHeadProps) {
  const { viewX0, viewX1, scale, left } = props;
  const { x0, x1 } = windowOf({ x0: viewX0, x1: viewX1 }, scale);
  const canvas = useRef<HTMLCanvasElement>(null);
  useDrawing(() => {
    const palette = props.palette();
    if (!canvas.current || !palette) return;
    drawBitmap(canvas.current, { x: x0, y: 0, width: x1 - x0, height: HEAD_HEIGHT }, (g) =>
      paintHead(g, props, palette, x0, x1),
    );
  });
  return (
    <div
      aria-hidden="true"
      className={styles.timeHead}
      style={{ left: left + x0, width: x1 - x0, height: HEAD_HEIGHT }}
    >
      <canvas ref={canvas} data-chart="head" className={chart.canvas} />
    </div>
  );
});
