/** The sheet as a picture: what its cells say, where they will say it. The cells themselves follow at once. */
import type { Column, TreeShape } from '#renderer/ui/index.ts';
import { textWidth } from '#shared/schedule/layout/textWidth.ts';
import type { PlanRow } from '../model.ts';
import type { Palette } from '../timeline/palette.ts';
import type { G } from '../timeline/scene.ts';

/** How the text of a cell differs from plain text. */
export interface CellLook {
  /** Px before the text, beside the padding of the cell. */
  readonly inset?: number;
  readonly isBold?: boolean;
  readonly isMuted?: boolean;
  readonly isStruck?: boolean;
}

export interface SheetColumn extends Column<PlanRow> {
  readonly look?: (row: PlanRow) => CellLook;
}

export interface SheetPicture {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly PlanRow[];
  readonly tree: TreeShape<PlanRow>;
  readonly rowHeight: number;
  /** Px of the sheet, of the head above it, and of all of the picture. */
  readonly width: number;
  readonly head: number;
  readonly height: number;
  /** Px that the rows are scrolled down. */
  readonly top: number;
}

/** As in the style sheets of the grid. */
const PADDING = 10;
const LEVEL = 18;
const GAP = 4;
const TOGGLE = 24;
const TEXT = 13;
const HEAD_TEXT = 12;
const PLAIN: CellLook = {};

interface Place {
  readonly column: SheetColumn;
  readonly x: number;
  readonly width: number;
}

/** Columns that begin in the sheet; those that grow share what the others leave. */
export function placesIn(columns: readonly SheetColumn[], width: number): Place[] {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const growing = columns.filter(({ grow }) => grow).length;
  const more = growing === 0 ? 0 : Math.max(0, width - total) / growing;
  const places: Place[] = [];
  let x = 0;
  for (const column of columns) {
    const own = column.width + (column.grow ? more : 0);
    if (x < width) places.push({ column, x, width: own });
    x += own;
  }
  return places;
}

/** The longest beginning that fits, with an ellipsis. */
function fitted(g: G, text: string, width: number, size: number): string {
  // A guess on the safe side first: asking the font costs more than drawing.
  if (textWidth(text, size) <= width || g.measureText(text).width <= width) return text;
  const chars = Array.from(text);
  let [fits, over] = [0, chars.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (g.measureText(`${chars.slice(0, middle).join('')}…`).width <= width) fits = middle;
    else over = middle;
  }
  return `${chars.slice(0, fits).join('')}…`;
}

/** Px from the middle of a line of text to its baseline. */
function toBaseline(g: G, font: string): number {
  g.font = font;
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = g.measureText('x');
  return (fontBoundingBoxAscent - fontBoundingBoxDescent) / 2;
}

function toggle(g: G, x: number, y: number, isOpen: boolean): void {
  const [a, b] = [3.5, 1.75];
  g.beginPath();
  for (const [along, across] of [
    [-a, -b],
    [0, b],
    [a, -b],
  ] as const)
    g.lineTo(x + (isOpen ? along : across), y + (isOpen ? across : along));
  g.stroke();
}

interface Ink {
  readonly palette: Palette;
  readonly size: number;
  readonly down: number;
}

/** Text of one cell, in its column and on its middle line. */
function cellText(g: G, text: string, { column, x, width }: Place, line: Ink & { y: number; lead: number }) {
  const room = width - 2 * PADDING - line.lead;
  if (text === '' || room <= 0) return null;
  const shown = fitted(g, text, room, line.size);
  const isEnd = column.align === 'end';
  g.textAlign = isEnd ? 'right' : 'left';
  const left = isEnd ? x + width - PADDING : x + PADDING + line.lead;
  g.fillText(shown, left, line.y + line.down);
  return { shown, left };
}

function headRow(g: G, picture: SheetPicture, places: readonly Place[], palette: Palette): void {
  const { width, head, rowHeight } = picture;
  g.fillStyle = palette.colour.head;
  g.fillRect(0, 0, width, head);
  const font = palette.face(HEAD_TEXT, true);
  const down = toBaseline(g, font);
  const [top, y] = [head - rowHeight - 1, head - 1 - rowHeight / 2];
  for (const place of places) {
    g.fillStyle = palette.colour.muted;
    const ink = { palette, size: HEAD_TEXT, down, y, lead: 0 };
    cellText(g, place.column.header, place, ink);
    g.fillStyle = palette.colour.line;
    g.fillRect(place.x + place.width - 1, top, 1, rowHeight);
  }
  g.fillRect(0, head - 1, width, 1);
}

/** Indent and, where there is something to fold, the toggle; returns the px it takes. */
function treeLead(g: G, row: PlanRow, tree: TreeShape<PlanRow>, x: number, y: number): number {
  const indent = (tree.level(row) - 1) * LEVEL;
  const isOpen = tree.expanded(row);
  if (isOpen !== undefined) toggle(g, x + PADDING + indent + GAP + TOGGLE / 2, y, isOpen);
  return indent + TOGGLE + 2 * GAP;
}

function bodyRow(
  g: G,
  picture: SheetPicture,
  places: readonly Place[],
  row: PlanRow,
  at: Ink & { y: number },
) {
  const { tree } = picture;
  const { palette, y } = at;
  for (const place of places) {
    const { column } = place;
    const look = column.look?.(row) ?? PLAIN;
    const isTree = column.id === (tree.column ?? picture.columns[0]?.id);
    const lead = (look.inset ?? 0) + (isTree ? treeLead(g, row, tree, place.x, y) : 0);
    g.font = palette.face(TEXT, look.isBold === true);
    g.fillStyle = look.isMuted ? palette.colour.muted : palette.colour.text;
    const drawn = cellText(g, column.text(row), place, { ...at, lead });
    if (drawn && look.isStruck) g.fillRect(drawn.left, y, g.measureText(drawn.shown).width, 1);
  }
}

/** Draws the sheet with its top left corner at 0, 0. */
export function drawSheet(g: G, picture: SheetPicture, palette: Palette): void {
  const { columns, rows, rowHeight, width, head, height, top } = picture;
  const places = placesIn(columns, width);
  g.save();
  g.beginPath();
  g.rect(0, 0, width, height);
  g.clip();
  g.fillStyle = palette.colour.surface;
  g.fillRect(0, head, width, height - head);
  g.textBaseline = 'alphabetic';
  g.lineWidth = 1.2;
  g.strokeStyle = palette.colour.muted;
  const down = toBaseline(g, palette.face(TEXT, false));
  const last = Math.min(rows.length, Math.ceil((top + height - head) / rowHeight));
  for (let place = Math.floor(top / rowHeight); place < last; place++) {
    const row = rows[place];
    if (!row) continue;
    const y = head + place * rowHeight - top;
    bodyRow(g, picture, places, row, { palette, size: TEXT, down, y: y + (rowHeight - 1) / 2 });
    g.fillStyle = palette.colour.line;
    g.fillRect(0, y + rowHeight - 1, width, 1);
  }
  headRow(g, picture, places, palette);
  g.restore();
  g.fillStyle = palette.colour.edge;
  g.fillRect(width, 0, 1, height);
}
