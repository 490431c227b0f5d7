import { PARTS } from './barShapes.ts';
import {
  type BarFacts,
  type BarPlane,
  drawBar,
  drawDeadline,
  drawPromise,
  drawSlack,
  noFacts,
} from './bars.ts';
import type { ChartInput, ChartLayout, LegendEntry, Look, Mark } from './chart.ts';
import { r } from './chartAxis.ts';
import { MarkSink, ROW_EMS } from './chartBars.ts';
import { textWidth } from './textWidth.ts';

const SAMPLE = 2.6;
const GAP = 1.4;
const LINE = 1.7;

interface Placed {
  readonly entry: LegendEntry;
  readonly x: number;
  readonly line: number;
}

function place(
  entries: readonly LegendEntry[],
  { words }: ChartInput,
  size: number,
  width: number,
): readonly Placed[] {
  let x = 0;
  let line = 0;
  return entries.map((entry) => {
    const need = size * (SAMPLE + 0.5 + GAP) + textWidth(words.legend[entry], size);
    if (x > 0 && x + need > width) {
      x = 0;
      line += 1;
    }
    const placed = { entry, x, line };
    x += need;
    return placed;
  });
}

/** Height of the legend in a width, pt; 0 without entries. */
export function legendHeight(
  entries: readonly LegendEntry[],
  input: ChartInput,
  size: number,
  width: number,
): number {
  const last = place(entries, input, size, width).at(-1);
  return last ? size * ((last.line + 1) * LINE + 0.8) : 0;
}

/** What the rows of the samples have; the time of their plane is its length. */
const SAMPLES: Readonly<Partial<Record<LegendEntry, Partial<BarFacts>>>> = {
  task: { percent: 50 },
  critical: { critical: true },
  manual: { manual: true },
  inactive: { inactive: true },
  summary: { kind: 'summary' },
  summaryCritical: { kind: 'summary', critical: true },
  milestone: { kind: 'milestone' },
  milestoneDone: { kind: 'milestone', percent: 100 },
  buffer: { kind: 'buffer', percent: 30 },
};

const ALL_LAYERS = {
  critical: true,
  slack: true,
  baseline: true,
  buffers: true,
  deadlines: true,
  promises: true,
};

/** A small picture of each mark, `w` wide around the middle line `y`, drawn as a row would draw it. */
function sample(entry: LegendEntry, x: number, y: number, w: number, size: number): Mark[] {
  const row = size * ROW_EMS;
  const sink = new MarkSink(size);
  const plane: BarPlane = { x: (at) => at, from: x, to: x + w + 0.01, row, layers: ALL_LAYERS };
  const middle = x + w / 2;
  const part = SAMPLES[entry];
  if (part) {
    const start = part.kind === 'milestone' ? middle : x;
    drawBar(sink, plane, { ...noFacts(), start, finish: x + w, ...part }, y);
    return sink.marks;
  }
  const path = (look: Look, d: string): Mark => ({ kind: 'path', look, d });
  const across = `M${r(x)} ${r(y)}H${r(x + w)}`;
  switch (entry) {
    case 'overrun':
      drawBar(sink, plane, { ...noFacts(), kind: 'summary', start: x, finish: x + w, deadline: middle }, y);
      return sink.marks.filter((mark) => mark.kind !== 'path' || mark.look !== 'deadlineLate');
    case 'baseline':
      sink.box('baseline', x, y - (row * PARTS.baseline) / 2, w, row * PARTS.baseline, 0);
      return sink.marks;
    case 'slack':
      drawSlack(sink, plane, x, x + w, y);
      return sink.marks;
    case 'deadline':
      drawDeadline(sink, plane, { ...noFacts(), deadline: middle }, y);
      return sink.marks;
    case 'promise':
      drawPromise(sink, plane, { ...noFacts(), promise: middle - (row * PARTS.flagWidth) / 2 }, y);
      return sink.marks;
    case 'link':
      return [path(entry, across), path('linkHead', headPath(x + w, y, size * 0.38))];
    case 'progressLine':
    case 'today':
    case 'status':
      return [path(entry, across)];
    default:
      return [];
  }
}

const headPath = (x: number, y: number, half: number): string =>
  `M${r(x)} ${r(y)}l${r(-half)} ${r(-half)}v${r(half * 2)}Z`;

/** What the marks mean, in rows from the top left corner. @param width pt */
export function legendMarks(layout: ChartLayout, left: number, top: number, width: number): Mark[] {
  const { input, legend, fontSize: size } = layout;
  return place(legend, input, size, width).flatMap(({ entry, x, line }) => {
    const y = top + size * (0.8 + (line + 0.5) * LINE);
    const at = left + x;
    return [
      ...sample(entry, at, y, size * SAMPLE, size),
      {
        kind: 'text' as const,
        x: r(at + size * (SAMPLE + 0.5)),
        y: r(y + size * 0.36),
        text: input.words.legend[entry],
        size,
        anchor: 'start' as const,
        look: 'ink' as const,
      },
    ];
  });
}
