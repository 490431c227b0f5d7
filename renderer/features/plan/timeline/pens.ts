/** What the parts of a row are painted with on the screen. */
import type { BarArea, BarLook } from '#shared/schedule/layout/bars.ts';

/** Colours of the chart; `chart.css` gives them their values, light, dark and in forced colours. */
export const COLOURS = [
  'surface',
  'head',
  'off',
  'line',
  'edge',
  'grid',
  'chosen',
  'bar',
  'bar-line',
  'progress',
  'summary',
  'summary-done',
  'milestone',
  'text',
  'muted',
  'bad',
  'on-bad',
  'good',
  'on-good',
  'accent',
  'link',
  'critical',
  'slack',
  'baseline',
  'buffer',
  'promise',
] as const;
export type Colour = (typeof COLOURS)[number];

/** How the layout's parts of a row are painted on the screen; widths in px. */
export interface Pen {
  readonly fill: Colour | null;
  readonly stroke: Colour | null;
  readonly width: number;
  readonly dash: number[] | null;
}

const pen = (
  fill: Colour | null,
  stroke: Colour | null = null,
  width = 1,
  dash: number[] | null = null,
): Pen => ({
  fill,
  stroke,
  width,
  dash,
});
/** Entered by hand: an open outline, so that it is told apart without colour. */
const MANUAL = [4, 2];

export const PENS: Readonly<Record<BarLook, Pen>> = {
  bar: pen('bar', 'bar-line'),
  barManual: pen('bar', 'bar-line', 1, MANUAL),
  barCritical: pen('bar', 'critical', 2),
  barCriticalManual: pen('bar', 'critical', 2, MANUAL),
  barOff: pen('surface', 'muted'),
  wedge: pen('critical'),
  progress: pen('progress'),
  buffer: pen('surface', 'buffer'),
  bufferCritical: pen('surface', 'critical', 2),
  summary: pen('summary'),
  summaryCritical: pen('surface', 'critical', 1.5),
  summaryLate: pen('bad'),
  summaryOff: pen('baseline'),
  summaryDone: pen('summary-done'),
  milestone: pen('surface', 'milestone', 1.8),
  milestoneCritical: pen('surface', 'critical', 2.6),
  milestoneDone: pen('milestone', 'milestone', 1.8),
  milestoneOff: pen('surface', 'muted'),
  milestoneCore: pen('critical'),
  baseline: pen('baseline'),
  slackEnd: pen(null, 'slack'),
  deadline: pen(null, 'muted', 1.5),
  deadlineLate: pen(null, 'bad', 2.5),
  promise: pen('surface', 'promise', 1.6),
  promiseBroken: pen('bad', 'bad', 1.6),
};

const AREA_COLOUR: Readonly<Record<BarArea, Colour>> = {
  slack: 'slack',
  overrun: 'bad',
  bufferDots: 'buffer',
};

/** Diagonal strokes, or two rows of dots: told apart without colour, also on a grey print. */
function pattern(colour: string, area: BarArea, step: number): CanvasPattern | null {
  const tile = document.createElement('canvas');
  const side = Math.max(3, Math.round(step));
  tile.width = side;
  tile.height = side;
  const g = tile.getContext('2d');
  if (!g) return null;
  g.strokeStyle = colour;
  g.fillStyle = colour;
  g.lineWidth = 1.2;
  g.beginPath();
  if (area === 'bufferDots') {
    g.arc(side / 2, side / 2, 1.2, 0, Math.PI * 2);
    g.fill();
  } else {
    for (const shift of [-side, 0, side]) {
      g.moveTo(shift, side);
      g.lineTo(shift + side, 0);
    }
    g.stroke();
  }
  return g.createPattern(tile, 'repeat');
}

/** Made when it is first drawn with: most plans need none of them for their first picture. */
export function patterns(
  colour: Readonly<Record<Colour, string>>,
): (area: BarArea, step: number) => CanvasPattern | null {
  const made = new Map<BarArea, { readonly step: number; readonly fill: CanvasPattern | null }>();
  return (area, step) => {
    let found = made.get(area);
    if (found?.step !== step) {
      found = { step, fill: pattern(colour[AREA_COLOUR[area]], area, step) };
      made.set(area, found);
    }
    return found.fill;
  };
}
