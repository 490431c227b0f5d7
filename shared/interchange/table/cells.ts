/** Cells of a table of tasks by field, with what could not be read in them. */
import type { Mapping } from './guess.ts';
import { type Cell, cellText, type TableField, type TableRow } from './model.ts';
import { clean, type ProblemCode, type Value } from './values.ts';

export interface Problem {
  readonly row: number;
  /** From 0; null where the row as a whole is meant. */
  readonly column: number | null;
  readonly field: TableField;
  readonly code: ProblemCode;
  /** What stands in the cell. */
  readonly text: string;
}

type Texts = 'responsible' | 'deliverable' | 'notes';
export const MAX_TEXT: Readonly<Record<Texts | 'name', number>> = {
  name: 10_000,
  responsible: 200,
  deliverable: 500,
  notes: 100_000,
};
const SHOWN = 80;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is replaced
const CONTROL = /[\u0000-\u001F\u007F]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: lines and tabs may stay in notes
const CONTROL_IN_NOTES = /[\u0000-\u0008\u000B-\u001F\u007F]+/g;
/** Without control characters and blanks around it. */
export const oneLine = (text: string): string => text.replace(CONTROL, ' ').trim();

/** Reads the cells of one table by field. */
export class Cells {
  readonly problems: Problem[] = [];
  readonly #mapping: Mapping;

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
  }

  at(row: TableRow, field: TableField): Cell {
    const column = this.#mapping[field];
    return column === undefined ? null : (row.cells[column] ?? null);
  }

  has(field: TableField): boolean {
    return this.#mapping[field] !== undefined;
  }

  report(row: TableRow, field: TableField, code: ProblemCode, text = cellText(this.at(row, field))): void {
    const column = this.#mapping[field] ?? null;
    this.problems.push({ row: row.number, column, field, code, text: oneLine(text).slice(0, SHOWN) });
  }

  value<T>(row: TableRow, field: TableField, read: Value<T>): T | null {
    if ('value' in read) return read.value;
    this.report(row, field, read.problem);
    return null;
  }

  text(row: TableRow, field: Texts): string | null {
    const raw = cellText(this.at(row, field));
    const lines =
      field === 'notes' ? raw.replace(/\r\n?/g, '\n').replace(CONTROL_IN_NOTES, ' ').trim() : oneLine(raw);
    if (lines === '' || clean(lines) === '') return null;
    if (lines.length <= MAX_TEXT[field]) return lines;
    this.report(row, field, 'TEXT_TOO_LONG');
    return null;
  }
}
