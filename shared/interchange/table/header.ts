/** Finds the row of titles: below a preamble, over two rows, or not there at all. */
import { namesField } from './fields.ts';
import { type Cell, cellText, isBlank, type Sheet, type TableRow } from './model.ts';

export interface Header {
  /** Index into `sheet.rows` of the row of titles, -1 if the table begins with data. */
  readonly row: number;
  /** The row above holds titles over several columns ("Planned" over "Start" and "Finish"). */
  readonly double: boolean;
}

const LOOK_AT = 50;

const isText = (cell: Cell | undefined): boolean =>
  typeof cell === 'string' && cell.trim() !== '' && !/^[\d\s.,:/%+-]+$/.test(cell);

const filled = (row: TableRow): number =>
  row.cells.reduce<number>((n, cell) => n + (isBlank(cell) ? 0 : 1), 0);

/** Cells that are titles by their words. */
const named = (row: TableRow): number =>
  row.cells.reduce<number>(
    (n, cell) => n + (isText(cell) && cellText(cell).length <= 60 && namesField(cellText(cell)) ? 1 : 0),
    0,
  );

/** A row of short, different texts over rows that hold numbers or dates is a header whatever its words are. */
function looksLikeTitles(rows: readonly TableRow[], at: number): boolean {
  const row = rows[at];
  if (!row || filled(row) < 2) return false;
  const cells = row.cells.filter((cell) => !isBlank(cell));
  if (!cells.every((cell) => isText(cell) && cellText(cell).length <= 60)) return false;
  if (new Set(cells.map((cell) => cellText(cell).trim())).size < cells.length * 0.8) return false;
  const below = rows.slice(at + 1, at + 11);
  return row.cells.some(
    (cell, column) =>
      isText(cell) && below.some(({ cells: data }) => !isBlank(data[column]) && !isText(data[column])),
  );
}

const dataColumns = (rows: readonly TableRow[], at: number): number =>
  Math.max(0, ...rows.slice(at + 1, at + 6).map((row) => filled(row)));

/** The row of titles, judged by words first and by shape second. */
export function findHeader(sheet: Sheet): Header {
  const rows = sheet.rows.slice(0, LOOK_AT);
  let best = -1;
  let most = 0;
  for (const [at, row] of rows.entries()) {
    const score = named(row);
    // Two words make a header; one is enough where the table itself has hardly more columns.
    const enough = score >= 2 || (score === 1 && filled(row) <= 2 && dataColumns(rows, at) <= 2);
    if (enough && score > most) [best, most] = [at, score];
  }
  if (best < 0) best = rows.findIndex((_, at) => at < 15 && looksLikeTitles(rows, at));
  const above = rows[best - 1];
  const number = above?.number ?? -1;
  const over = sheet.merges.some(
    ({ top, bottom, left, right }) =>
      top <= number && bottom >= number && right > left && right - left + 1 < sheet.width / 2 + 1,
  );
  const double = above !== undefined && filled(above) > 1 && (over || isOverTwice(rows[best], above));
  return { row: best, double };
}

/** Text files have no joined cells: titles that come twice tell them apart by what stands above the first of each. */
function isOverTwice(row: TableRow | undefined, above: TableRow): boolean {
  const titles = (row?.cells ?? []).map((cell) => cellText(cell).trim()).filter((text) => text !== '');
  const twice = new Set(titles).size < titles.length;
  return (
    twice && filled(above) <= titles.length / 2 && above.cells.every((cell) => isBlank(cell) || isText(cell))
  );
}

/** The value that a cell shows: inside a merged range the one of its first cell. */
function shownAt(sheet: Sheet, row: TableRow, column: number): string {
  const own = cellText(row.cells[column]).trim();
  if (own !== '') return own;
  const range = sheet.merges.find(
    ({ top, bottom, left, right }) =>
      row.number >= top && row.number <= bottom && column >= left && column <= right,
  );
  const first = range ? sheet.rows.find((candidate) => candidate.number === range.top) : undefined;
  return range && first ? cellText(first.cells[range.left]).trim() : '';
}

/** The title over several columns; without joined cells it reaches to the next one. */
function overTitle(sheet: Sheet, above: TableRow, column: number, own: string): string {
  if (sheet.merges.length > 0) return shownAt(sheet, above, column);
  if (own === '') return '';
  for (let at = column; at >= 0; at--) {
    const text = cellText(above.cells[at]).trim();
    if (text !== '') return text;
  }
  return '';
}

/** Titles of all columns, '' where there is none. Line breaks become blanks. */
export function titlesOf(sheet: Sheet, header: Header): string[] {
  const row = sheet.rows[header.row];
  const above = header.double ? sheet.rows[header.row - 1] : undefined;
  return Array.from({ length: sheet.width }, (_, column) => {
    const own = row ? shownAt(sheet, row, column) : '';
    const over = above ? overTitle(sheet, above, column, own) : '';
    const title = over !== '' && over !== own ? `${over} ${own}` : own;
    return title.replace(/\s+/g, ' ').trim();
  });
}

/** The rows below the titles. */
export const dataRows = (sheet: Sheet, headerRow: number): readonly TableRow[] =>
  sheet.rows.slice(headerRow + 1);
