/** Tables as they come out of a spreadsheet or a text file, before anybody says what the columns mean. */

/** What a column of a task list can hold. */
export const FIELDS = [
  'name',
  'wbs',
  'id',
  'level',
  'parent',
  'group',
  'start',
  'finish',
  'duration',
  'percent',
  'predecessors',
  'responsible',
  'milestone',
  'deliverable',
  'cost',
  'notes',
] as const;
export type TableField = (typeof FIELDS)[number];

export const DATE_FIELDS = ['start', 'finish'] as const;

/** A date of a spreadsheet: a number there, made a date by the format of its cell. */
export interface DateCell {
  /** Wall-clock `YYYY-MM-DDTHH:MM:SS`. */
  readonly at: string;
}

/** Text keeps its leading blanks: they carry the indent of an outline. */
export type Cell = string | number | boolean | null | DateCell;

export interface TableRow {
  /** Row of the sheet or line of the text, from 1: what the user sees in their own program. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** Cells that were joined: rows as in `TableRow.number`, columns from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  /** Rows that hold anything, in order. */
  readonly rows: readonly TableRow[];
  /** Columns in use, at most `LIMITS.columns`. */
  readonly width: number;
  readonly merges: readonly Merge[];
  /** Day numbers count from 1904 instead of 1900. */
  readonly from1904?: boolean;
  /** How many rows and columns lie beyond the limits and were not read. */
  readonly cut: { readonly rows: number; readonly columns: number };
}

export interface Table {
  readonly kind: 'xlsx' | 'text';
  /** Name of the encoding of a text file. */
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  readonly sheets: readonly Sheet[];
}

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What is read at most. A task list is far smaller; a hostile file is not. */
export const LIMITS = {
  /** Bytes of the file. */
  fileBytes: 64 * 1024 * 1024,
  /** Bytes of one part of a workbook after inflating. */
  partBytes: 128 * 1024 * 1024,
  /** Bytes of all inflated parts together. */
  totalBytes: 256 * 1024 * 1024,
  zipEntries: 10_000,
  sheets: 50,
  rows: 50_000,
  columns: 256,
  cells: 2_000_000,
  /** Characters of one cell; Excel holds 32 767. */
  cellText: 32_767,
} as const;

/** Why a file cannot be read as a table; texts are `tableImport:refusal.<code>`. */
export const REFUSALS = [
  'EMPTY',
  'TOO_LARGE',
  'UNPACKS_TOO_LARGE',
  'BROKEN_ZIP',
  'BROKEN_XML',
  'ENCRYPTED',
  'OLD_EXCEL',
  'OPEN_DOCUMENT',
  'NUMBERS',
  'NOT_A_WORKBOOK',
  'BINARY_WORKBOOK',
  'WEB_PAGE',
  'PLAN_FILE',
  'NO_TABLE',
  'BINARY',
  'UNKNOWN_ENCODING',
  'OPEN_QUOTE',
  'NO_ROWS',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** A file that is refused, with the place where that can be said. */
export class TableRefusal extends Error {
  readonly code: RefusalCode;
  readonly args: Readonly<Record<string, string | number>>;
  constructor(code: RefusalCode, args: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'TableRefusal';
    this.code = code;
    this.args = args;
  }
}

/** `A`, `Z`, `AA` …: the name of a column as spreadsheets write it; `index` from 0. */
export function columnLetter(index: number): string {
  let text = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    text = String.fromCharCode(65 + ((n - 1) % 26)) + text;
  return text;
}

/** A cell as text, the way a person would read it; blank cells are ''. Leading blanks stay. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)));
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell.at.endsWith('T00:00:00') ? cell.at.slice(0, 10) : cell.at.slice(0, 16).replace('T', ' ');
}

/** Half of a surrogate pair cannot be stored; it becomes a replacement character. */
export const wellFormed = (text: string): string =>
  text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
