import { LAYOUT_ROWS, type Steps } from '../steps.ts';
import type { ChartInput, ChartRow, PlacedColumn, PlacedRow } from './chart.ts';
import { ROW_EMS } from './chartBars.ts';
import { rowText } from './rowText.ts';
import { textWidth, wrapText } from './textWidth.ts';

/** Cells of `PlacedColumn` that are no cells of the input. */
export const NUMBER_CELL = -1;
export const NAME_CELL = -2;

const NAME_LINES = 3;
const CELL_LINES = 2;
/** Room beside the text of a cell, in text sizes. */
export const CELL_PAD = 0.45;
/** From one line of text to the next, in text sizes. */
export const LINE = 1.25;
/** Bold letters are a little wider. */
export const BOLD = 1.08;

export interface ChartTable {
  readonly columns: readonly PlacedColumn[];
  readonly width: number;
  /** Number and name alone, for the sheets that continue. */
  readonly short: readonly PlacedColumn[];
  readonly shortWidth: number;
  /** Titles of columns that had no room. */
  readonly dropped: readonly string[];
}

const isBold = ({ kind, inactive = false }: ChartRow): boolean =>
  rowText(kind === 'summary', inactive).isBold;

const widest = (texts: Iterable<string>, size: number): number => {
  let most = 0;
  for (const text of texts) most = Math.max(most, textWidth(text, size));
  return most;
};

/** Indent of a name by its depth, pt. */
export const indentOf = (row: ChartRow, size: number): number => Math.min(row.depth - 1, 8) * size * 0.8;

/** Width of the widest word of a head, so that heads may wrap between words. */
function headWidth(title: string, size: number): number {
  const whole = textWidth(title, size) * BOLD;
  return whole <= size * 4 ? whole : Math.max(size * 4, whole / 2 + size);
}

function wishes({ rows, columns, words }: ChartInput, size: number) {
  const pad = size * CELL_PAD * 2;
  const number = Math.min(
    widest(
      rows.map((row) => row.number),
      size,
    ) *
      BOLD +
      pad,
    size * 9,
  );
  let name = size * 8;
  for (const row of rows)
    name = Math.max(name, textWidth(row.name, size) * (isBold(row) ? BOLD : 1) + indentOf(row, size) + pad);
  const cells = columns.map((column, cell) => {
    const texts = rows.map((row) => row.cells[cell] ?? '');
    // Rows of summaries are bold.
    return Math.min(Math.max(widest(texts, size) * BOLD, headWidth(column.title, size)) + pad, size * 14);
  });
  return { number: Math.max(number, headWidth(words.number, size) + pad), name, cells };
}

function placed(
  { columns, words }: ChartInput,
  widths: { readonly number: number; readonly name: number; readonly cells: readonly number[] },
): PlacedColumn[] {
  const out: PlacedColumn[] = [];
  let x = 0;
  const put = (column: Omit<PlacedColumn, 'x' | 'width'>, width: number) => {
    out.push({ ...column, x, width });
    x += width;
  };
  put({ id: 'number', title: words.number, align: 'start', cell: NUMBER_CELL }, widths.number);
  put({ id: 'name', title: words.name, align: 'start', cell: NAME_CELL }, widths.name);
  widths.cells.forEach((width, cell) => {
    const column = columns[cell];
    if (column) put({ ...column, cell }, width);
  });
  return out;
}

/**
 * Widths of the table columns. Names take what they need up to a share of the sheet; columns that would leave
 * the bars less than `chartShare` of the sheet are left out from the right, and said so.
 * @param content width between the margins, pt; infinite where the sheet grows with the chart
 */
export function placeTable(input: ChartInput, size: number, content: number, chartShare = 0.35): ChartTable {
  const wish = wishes(input, size);
  const bound = Number.isFinite(content) ? content : size * 120;
  const room = bound * (1 - chartShare);
  const least = Math.min(wish.name, size * 12);
  const cells = [...wish.cells];
  const dropped: string[] = [];
  const sum = () => cells.reduce((total, width) => total + width, 0);
  while (cells.length > 0 && wish.number + least + sum() > room) {
    cells.pop();
    dropped.unshift(input.columns[cells.length]?.title ?? '');
  }
  const most = Math.max(least, Math.min(room - wish.number - sum(), bound * 0.3, size * 36));
  // Where even the shortest table is too wide, names wrap in what is left.
  const tight = Math.max(size * 5, Math.min(least, bound * 0.5 - wish.number));
  const name = wish.number + least > room ? tight : Math.min(wish.name, most);
  const columns = placed(input, { number: wish.number, name, cells });
  const short = placed(input, { number: wish.number, name, cells: [] });
  const end = (list: readonly PlacedColumn[]) => {
    const last = list.at(-1);
    return last ? last.x + last.width : 0;
  };
  return { columns, width: end(columns), short, shortWidth: end(short), dropped };
}

/** Lines of a cell at the width of its column. */
export function cellLines(row: ChartRow, column: PlacedColumn, size: number): readonly string[] {
  const text = row.cells[column.cell] ?? '';
  return text === '' ? [] : wrapText(text, column.width - size * CELL_PAD * 2, size, CELL_LINES);
}

/** Heights of rows, with names broken into lines. */
export function* placeRows(input: ChartInput, table: ChartTable, size: number): Steps<PlacedRow[]> {
  const name = table.columns.find((column) => column.cell === NAME_CELL);
  const width = name?.width ?? 0;
  let y = 0;
  const out: PlacedRow[] = [];
  for (const [index, row] of input.rows.entries()) {
    if (index % LAYOUT_ROWS === LAYOUT_ROWS - 1) yield;
    const indent = indentOf(row, size);
    const bold = isBold(row) ? BOLD : 1;
    const lines = wrapText(row.name, (width - indent - size * CELL_PAD * 2) / bold, size, NAME_LINES);
    let most = lines.length;
    for (const column of table.columns)
      if (column.cell >= 0) most = Math.max(most, cellLines(row, column, size).length);
    const height = Math.max(size * ROW_EMS, most * size * LINE + size * 0.65);
    out.push({ y, height, lines, indent });
    y += height;
  }
  return out;
}
