/** What a figure is made of: lines, marks and texts in a box of its own units. Screen and paper draw the same. */

export type Point = readonly [x: number, y: number];

export interface FigureLine {
  readonly points: readonly Point[];
  readonly closed: boolean;
  /** `frame`: what carries the figure; `grid`: what helps reading; `series`: data. */
  readonly role: 'frame' | 'grid' | 'series' | 'root';
  /** Name of the data, for colour. */
  readonly series?: string;
  readonly dash: readonly number[];
  readonly strength: number;
}

/** Told apart by shape, not by colour. */
export type MarkShape = 'circle' | 'square' | 'diamond' | 'triangle';

export interface FigureMark {
  readonly at: Point;
  readonly shape: MarkShape;
  readonly size: number;
  readonly series: string;
}

export interface FigureText {
  readonly at: Point;
  /** Each line below the one before; `at` is the baseline of the first. */
  readonly lines: readonly string[];
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly role: 'name' | 'strong' | 'quiet' | 'root';
}

export interface FigureBox {
  readonly at: Point;
  readonly width: number;
  readonly height: number;
}

export interface Figure {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly FigureBox[];
  readonly lines: readonly FigureLine[];
  readonly marks: readonly FigureMark[];
  readonly texts: readonly FigureText[];
}

/** Distance of baselines, as a share of the text size. */
export const LINE_HEIGHT = 1.3;

/** A straight or bent line that carries the figure. */
export function frameLine(points: readonly Point[], strength = 1): FigureLine {
  return { points, closed: false, role: 'frame', dash: [], strength };
}

export function gridLine(points: readonly Point[], dash: readonly number[] = []): FigureLine {
  return { points, closed: false, role: 'grid', dash, strength: 1 };
}

const fixed = (n: number): string => String(Math.round(n * 100) / 100);

/** Path data of a line. */
export function pathOf({ points, closed }: Pick<FigureLine, 'points' | 'closed'>): string {
  const path = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${fixed(x)} ${fixed(y)}`).join('');
  return closed ? `${path}Z` : path;
}

/** Path data of a mark. */
export function markPath({ at: [x, y], shape, size: r }: FigureMark): string {
  const n = fixed;
  switch (shape) {
    case 'circle':
      return `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`;
    case 'square':
      return `M${n(x - r)} ${n(y - r)}h${n(2 * r)}v${n(2 * r)}h${n(-2 * r)}Z`;
    case 'diamond':
      return `M${n(x)} ${n(y - 1.3 * r)}l${n(1.3 * r)} ${n(1.3 * r)}l${n(-1.3 * r)} ${n(1.3 * r)}l${n(-1.3 * r)} ${n(-1.3 * r)}Z`;
    case 'triangle':
      return `M${n(x)} ${n(y - 1.2 * r)}l${n(1.2 * r)} ${n(2.1 * r)}h${n(-2.4 * r)}Z`;
  }
}
