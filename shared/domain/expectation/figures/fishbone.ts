/**
 * G7, L4, L5: causes drawn as a fish: the problem is the head, one rib per branch, causes as twigs, causes of
 * causes hanging below theirs. Pure geometry; any depth.
 */
import { textWidth, wrapText } from '../../../schedule/layout/textWidth.ts';
import {
  type Figure,
  type FigureBox,
  type FigureLine,
  type FigureText,
  frameLine,
  LINE_HEIGHT,
  type Point,
} from './shapes.ts';

export interface FishCause {
  readonly id: string;
  readonly text: string;
  readonly isRoot: boolean;
  readonly children: readonly FishCause[];
}

export interface FishBranch {
  readonly id: string;
  readonly label: string;
  readonly causes: readonly FishCause[];
}

export interface FishInput {
  readonly problem: string;
  readonly branches: readonly FishBranch[];
  readonly width: number;
  readonly fontSize: number;
  /** Mark of a root cause, before its text; drawn bold too, not only in colour. */
  readonly rootMark: string;
}

/** Causes deeper than this are drawn at this depth. */
const DEEPEST = 5;
const CAUSE_LINES = 3;
const HEAD_LINES = 8;

interface Row {
  readonly depth: number;
  readonly isRoot: boolean;
  readonly lines: readonly string[];
  /** Index of the row of the parent; −1: hangs on the rib. */
  readonly parent: number;
  /** From the label of the branch towards the spine. */
  readonly from: number;
  readonly height: number;
}

interface Rib {
  readonly label: readonly string[];
  readonly rows: readonly Row[];
  readonly height: number;
}

interface Measures {
  readonly size: number;
  readonly indent: number;
  readonly column: number;
  readonly slant: number;
}

function rowsOf(branch: FishBranch, { size, indent, column, slant }: Measures, mark: string): Row[] {
  const rows: Row[] = [];
  let from = size * 0.6;
  const visit = (causes: readonly FishCause[], depth: number, parent: number): void => {
    for (const cause of causes) {
      const room = column - slant - indent * Math.min(depth, DEEPEST) - size;
      const text = cause.isRoot ? `${mark} ${cause.text}` : cause.text;
      const lines = wrapText(text, Math.max(room, size * 4), size, CAUSE_LINES);
      const height = lines.length * size * LINE_HEIGHT + size * 0.7;
      const index = rows.push({ depth, isRoot: cause.isRoot, lines, parent, from, height }) - 1;
      from += height;
      visit(cause.children, depth + 1, index);
    }
  };
  visit(branch.causes, 0, -1);
  return rows;
}

function ribOf(branch: FishBranch, measures: Measures, mark: string): Rib {
  const rows = rowsOf(branch, measures, mark);
  const label = wrapText(branch.label, measures.column - measures.size * 2, measures.size, 2);
  const last = rows.at(-1);
  const used = last === undefined ? 0 : last.from + last.height;
  return { label, rows, height: Math.max(used, measures.size * 3) + measures.size };
}

interface Drawn {
  readonly boxes: FigureBox[];
  readonly lines: FigureLine[];
  readonly texts: FigureText[];
}

interface Place {
  /** Where the rib meets the spine. */
  readonly joint: Point;
  /** Length of the half of the fish it stands in. */
  readonly reach: number;
  /** Above the spine. */
  readonly up: boolean;
}

const leftOf = ([x]: Point, m: Measures): number => x - m.column + m.size * 0.75;
const tipOf = ({ joint: [x, y], reach, up }: Place, m: Measures): Point => [
  x - m.slant,
  up ? y - reach : y + reach,
];

/** The name of the branch at the outer end of its rib. */
function drawLabel(label: readonly string[], place: Place, m: Measures): Pick<Drawn, 'boxes' | 'texts'> {
  const { size } = m;
  const tip = tipOf(place, m);
  const widest = Math.max(...label.map((line) => textWidth(line, size)));
  const width = Math.min(m.column - size * 1.5, widest + size * 1.6);
  const height = label.length * size * LINE_HEIGHT + size * 0.6;
  const least = leftOf(place.joint, m) + width / 2;
  const x = Math.max(least, Math.min(tip[0], place.joint[0] + size - width / 2));
  const y = place.up ? tip[1] - height : tip[1];
  return {
    boxes: [{ at: [x - width / 2, y], width, height }],
    texts: [{ at: [x, y + size * 1.25], lines: label, anchor: 'middle', size, role: 'strong' }],
  };
}

/** A twig on the rib, or one that hangs below the twig of its parent. */
function twigOf(from: Point, parent: Point | undefined, rib: number, size: number): Point[] {
  const [x, y] = from;
  if (parent === undefined) return [from, [rib, y]];
  const stem = parent[0] + size * 0.4;
  return [
    [stem, parent[1]],
    [stem, y],
    [Math.max(rib - size * 1.5, x + size * 3), y],
  ];
}

/** One rib with its twigs. */
function drawRib(rib: Rib, place: Place, m: Measures): Drawn {
  const { size } = m;
  const { joint, reach, up } = place;
  const tip = tipOf(place, m);
  // Rows are read from above, so below the spine they begin at the spine.
  const start = up ? tip[1] : joint[1] + size * 0.8;
  const onRib = (y: number): number => joint[0] - (m.slant * Math.abs(joint[1] - y)) / reach;
  const out: Drawn = { lines: [frameLine([tip, joint], 1.5)], ...drawLabel(rib.label, place, m) };
  const twigs: Point[] = [];
  for (const { depth, isRoot, lines, parent, from, height } of rib.rows) {
    const y = start + from + height - size * 0.35;
    const x = leftOf(joint, m) + m.indent * Math.min(depth, DEEPEST);
    const above = twigs[parent];
    twigs.push([x, y]);
    const twig = frameLine(twigOf([x, y], above, onRib(y), size), isRoot ? 2 : 1);
    out.lines.push(isRoot ? { ...twig, role: 'root' } : twig);
    out.texts.push({
      at: [
        x + (above === undefined ? 2 : size * 0.2),
        y - size * 0.35 - (lines.length - 1) * size * LINE_HEIGHT,
      ],
      lines,
      anchor: 'start',
      size,
      role: isRoot ? 'root' : 'name',
    });
  }
  return out;
}

function drawHead(problem: readonly string[], at: Point, width: number, size: number): Drawn {
  const height = problem.length * size * LINE_HEIGHT + size * 1.2;
  const [x, y] = at;
  return {
    boxes: [{ at: [x, y - height / 2], width, height }],
    lines: [],
    texts: [
      {
        at: [x + width / 2, y - height / 2 + size * 1.55],
        lines: problem,
        anchor: 'middle',
        size,
        role: 'strong',
      },
    ],
  };
}

/** Where everything of the fish stands; as wide as asked for, as high as its causes need. */
export function fishboneFigure({ problem, branches, width, fontSize, rootMark }: FishInput): Figure {
  const size = fontSize;
  const headWidth = Math.min(width * 0.2, size * 14);
  const columns = Math.max(1, Math.ceil(branches.length / 2));
  const column = (width - headWidth - size * 3) / columns;
  const m: Measures = { size, indent: size * 1.1, column, slant: Math.min(size * 4, column * 0.25) };
  const ribs = branches.map((branch) => ribOf(branch, m, rootMark));
  const halves = [ribs.filter((_, i) => i % 2 === 0), ribs.filter((_, i) => i % 2 === 1)] as const;
  const reach = halves.map((half) => Math.max(size * 5, ...half.map((rib) => rib.height))) as [
    number,
    number,
  ];
  const labelLines = Math.max(1, ...ribs.map((rib) => rib.label.length));
  const labels = size * LINE_HEIGHT * labelLines + size * 1.2;
  const head = wrapText(problem, headWidth - size, size, HEAD_LINES);
  const headHalf = (head.length * size * LINE_HEIGHT + size * 1.2) / 2;
  const above = Math.max(reach[0] + labels, headHalf + size);
  const spine = above;
  const right = width - headWidth;
  const drawn = halves.flatMap((half, side) =>
    half.map((rib, i) => {
      const joint: Point = [
        right - size * 1.5 - column * (columns - 1 - i) - (side === 1 ? size * 0.5 : 0),
        spine,
      ];
      return drawRib(rib, { joint, reach: reach[side as 0 | 1], up: side === 0 }, m);
    }),
  );
  const top = drawHead(head, [right, spine], headWidth, size);
  const below = branches.length > 1 ? Math.max(reach[1] + labels, headHalf + size) : headHalf + size;
  return {
    width,
    height: above + below,
    boxes: [...drawn.flatMap(({ boxes }) => boxes), ...top.boxes],
    lines: [
      frameLine(
        [
          [size, spine],
          [right, spine],
        ],
        3,
      ),
      ...drawn.flatMap(({ lines }) => lines),
    ],
    marks: [],
    texts: [...drawn.flatMap(({ texts }) => texts), ...top.texts],
  };
}
