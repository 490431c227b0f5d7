import type { ChartInput, ChartLayout, LegendEntry, Look, Mark } from './chart.ts';
import { r } from './chartAxis.ts';
import { bracketPath, deadlinePath, diamond, flagPath, hatchPath } from './chartBars.ts';
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

/** A small picture of each mark, `w` wide around the middle line `y`. */
function sample(entry: LegendEntry, x: number, y: number, w: number, size: number): Mark[] {
  const h = size * 0.82;
  const box = (look: Look, height = h): Extract<Mark, { kind: 'rect' }> => ({
    kind: 'rect',
    x: r(x),
    y: r(y - height / 2),
    width: r(w),
    height: r(height),
    look,
  });
  const path = (look: Look, d: string): Mark => ({ kind: 'path', look, d });
  const middle = x + w / 2;
  const across = `M${r(x)} ${r(y)}H${r(x + w)}`;
  switch (entry) {
    case 'task':
      return [box('bar'), { ...box('progress', h * 0.52), width: r(w / 2) }];
    case 'critical':
      return [box('barCritical'), path('hatch', hatchPath(x, y - h / 2, w, h, size * 0.42))];
    case 'summary':
      return [path('summary', bracketPath(x, x + w, y, size))];
    case 'milestone':
    case 'milestoneDone':
      return [path(entry, diamond(middle, y, size * 0.52))];
    case 'buffer':
    case 'offTime':
      return [box(entry)];
    case 'baseline':
      return [box(entry, size * 0.26)];
    case 'slack':
      return [path(entry, across), path('baseline', `M${r(x + w)} ${r(y - size * 0.28)}v${r(size * 0.56)}`)];
    case 'deadline':
      return [path(entry, deadlinePath(middle, y, size))];
    case 'promise':
      return [path(entry, flagPath(middle - size * 0.2, y, size))];
    case 'link':
      return [path(entry, across), path('linkHead', headPath(x + w, y, size * 0.38))];
    case 'today':
    case 'status':
      return [path(entry, across)];
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
