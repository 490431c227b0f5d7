import {
  DELIMITERS,
  type Delimiter,
  LIMITS,
  type Sheet,
  TableRefusal,
  type TableRow,
  wellFormed,
} from './model.ts';

interface Records {
  readonly rows: TableRow[];
  readonly width: number;
  readonly cut: { rows: number; columns: number };
}

/** What `escapeText` put before it is taken away again. */
const ESCAPED = /^'+[=+\-@\t\r＝＋－＠]/;
const DANGEROUS = /^'*[=+\-@\t\r＝＋－＠]/;

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export const escapeText = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);
/** `="0013"` is how programs keep a spreadsheet from taking digits for a number. */
const KEPT_DIGITS = /^="((?:[^"]|"")*)"$/;
export const unescapeText = (text: string): string => {
  const kept = KEPT_DIGITS.exec(text)?.[1];
  if (kept !== undefined) return kept.replaceAll('""', '"');
  return ESCAPED.test(text) ? text.slice(1) : text;
};

/** Reads records one after the other. Quotes count only at the beginning of a field, as programs write them. */
class Reader {
  readonly #text: string;
  readonly #delimiter: string;
  readonly #stop: number;
  #at = 0;
  #line = 1;

  constructor(text: string, delimiter: string, stop: number) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#stop = stop;
  }

  get line(): number {
    return this.#line;
  }

  get done(): boolean {
    return this.#at >= this.#stop;
  }

  #countLines(from: number, to: number): void {
    for (let i = this.#text.indexOf('\n', from); i >= 0 && i < to; i = this.#text.indexOf('\n', i + 1))
      this.#line += 1;
  }

  /** The field behind the opening quote; `#at` is then behind the closing one. */
  #quoted(): string {
    const opened = this.#line;
    let from = this.#at + 1;
    let value = '';
    for (;;) {
      const quote = this.#text.indexOf('"', from);
      if (quote < 0) throw new TableRefusal('OPEN_QUOTE', { line: opened });
      value += this.#text.slice(from, quote);
      this.#countLines(from, quote);
      if (this.#text[quote + 1] !== '"') {
        this.#at = quote + 1;
        return value;
      }
      value += '"';
      from = quote + 2;
    }
  }

  #plain(): string {
    const from = this.#at;
    let to = from;
    for (; to < this.#text.length; to++) {
      const char = this.#text[to];
      if (char === this.#delimiter || char === '\n' || char === '\r') break;
    }
    this.#at = to;
    return this.#text.slice(from, to);
  }

  /** Fields of the next record, at most `max` of them; the others are only counted. */
  next(max: number): { readonly fields: string[]; readonly count: number } {
    const fields: string[] = [];
    let count = 0;
    for (;;) {
      // Whatever stands between a closing quote and the delimiter belongs to the field.
      const value = this.#text[this.#at] === '"' ? this.#quoted() + this.#plain() : this.#plain();
      count += 1;
      if (count <= max) fields.push(value);
      if (this.#text[this.#at] !== this.#delimiter || this.#at >= this.#text.length) break;
      this.#at += 1;
    }
    this.#endLine();
    return { fields, count };
  }

  #endLine(): void {
    if (this.#at >= this.#text.length) return;
    this.#at += this.#text.startsWith('\r\n', this.#at) ? 2 : 1;
    this.#line += 1;
  }
}

function readRecords(text: string, delimiter: Delimiter, stop = text.length): Records {
  const reader = new Reader(text, delimiter, stop);
  const rows: TableRow[] = [];
  const cut = { rows: 0, columns: 0 };
  let width = 0;
  let cells = 0;
  while (!reader.done) {
    const number = reader.line;
    const { fields, count } = reader.next(LIMITS.columns);
    if (fields.every((field) => field.trim() === '')) continue;
    if (rows.length >= LIMITS.rows || cells + fields.length > LIMITS.cells) {
      cut.rows += 1;
      continue;
    }
    cells += fields.length;
    cut.columns = Math.max(cut.columns, count - LIMITS.columns);
    width = Math.max(width, fields.length);
    rows.push({
      number,
      cells: fields.map((field) =>
        field === '' ? null : unescapeText(wellFormed(field.slice(0, LIMITS.cellText))),
      ),
    });
  }
  return { rows, width, cut };
}

const SAMPLE = 65_536;

/** How well a delimiter explains the text: many fields, the same number in nearly every record. */
function fitness(sample: string, delimiter: Delimiter): number {
  let rows: readonly TableRow[];
  try {
    // Only records that begin well before the end: the last one is cut by the sample.
    ({ rows } = readRecords(sample, delimiter, Math.max(1, sample.length - 1)));
  } catch {
    return 0;
  }
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best = 0;
  for (const [fields, times] of counts)
    if (fields > 1)
      best = Math.max(best, (times / rows.length) * Math.log2(fields + 1) + (times > 1 ? 1 : 0));
  return best;
}

/** The delimiter of a text. A single column reads as comma-separated. */
export function detectDelimiter(text: string): Delimiter {
  const announced = /^"?sep=(.)"?\r?\n/i.exec(text)?.[1];
  const named = DELIMITERS.find((known) => known === announced);
  if (named) return named;
  const sample = text.length > SAMPLE ? text.slice(0, text.lastIndexOf('\n', SAMPLE) + 1) || text : text;
  let chosen: Delimiter = ',';
  let score = 0;
  for (const delimiter of DELIMITERS) {
    const own = fitness(sample, delimiter);
    if (own > score) [chosen, score] = [delimiter, own];
  }
  return chosen;
}

/**
 * Reads delimited text. Line breaks inside quotes stay; blank lines are left out, and every row keeps the
 * number of the line it began on.
 * @throws TableRefusal OPEN_QUOTE with the line, NO_ROWS
 */
export function readCsv(
  text: string,
  name: string,
  chosen: Delimiter | null = null,
): { readonly sheet: Sheet; readonly delimiter: Delimiter } {
  const delimiter = chosen ?? detectDelimiter(text);
  const { rows, width, cut } = readRecords(text, delimiter);
  const announced = /^sep=.$/i.test(String(rows[0]?.cells[0] ?? '')) || /^"?sep=.\r?\n/i.test(text);
  const kept = announced ? rows.slice(1) : rows;
  if (kept.length === 0) throw new TableRefusal('NO_ROWS');
  return { sheet: { name, rows: kept, width, merges: [], cut }, delimiter };
}

const NEEDS_QUOTES = /[",;|\t\r\n]|^\s|\s$/;

/** Writes UTF-8 text with a mark, CRLF and commas: what Excel opens by a double click in any language. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const field = (text: string): string =>
    NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return `\uFEFF${rows.map((row) => row.map((text) => field(text)).join(',')).join('\r\n')}\r\n`;
}
