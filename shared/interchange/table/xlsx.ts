import type { Decode } from './encoding.ts';
import {
  type Cell,
  LIMITS,
  type Merge,
  type Sheet,
  type Table,
  TableRefusal,
  type TableRow,
  wellFormed,
} from './model.ts';
import { type FormatKind, formatKind, serialToLocal } from './serial.ts';
import { parseXml } from './xml.ts';
import { type Inflate, Zip } from './zip.ts';

interface Style {
  readonly kind: FormatKind;
  /** Steps by which the cell is indented; programs show outlines that way. */
  readonly indent: number;
}

interface Book {
  readonly strings: readonly string[];
  readonly styles: readonly Style[];
  readonly from1904: boolean;
}

interface SheetRef {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

type Parts = (name: string) => string | null;

/** `_x000D_` is how spreadsheets write a character that XML cannot hold. */
const unescapeChars = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let item = '';
  let inText = false;
  let phonetic = 0;
  parseXml(xml, 'sharedStrings', {
    open: (name) => {
      if (name === 'si') item = '';
      // How to say a word in Japanese is no part of the word.
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') inText = true;
    },
    text: (text) => {
      if (inText && phonetic === 0 && item.length < LIMITS.cellText) item += text;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') strings.push(wellFormed(unescapeChars(item.slice(0, LIMITS.cellText))));
    },
  });
  return strings;
}

function readStyles(xml: string): Style[] {
  const codes = new Map<number, string>();
  const styles: Style[] = [];
  let inCells = false;
  let current: { kind: FormatKind; indent: number } | null = null;
  parseXml(xml, 'styles', {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        current = { kind: formatKind(id, codes.get(id)), indent: 0 };
        styles.push(current);
      } else if (name === 'alignment' && current && inCells)
        current.indent = Math.min(20, Math.max(0, Number(attributes['indent'] ?? 0) || 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

function readBook(xml: string): { sheets: SheetRef[]; from1904: boolean; isBook: boolean } {
  const sheets: SheetRef[] = [];
  let from1904 = false;
  let isBook = false;
  parseXml(xml, 'workbook', {
    open: (name, attributes, depth) => {
      if (depth === 1) isBook = name === 'workbook';
      if (name === 'workbookPr') from1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => /^[^:]+:id$/.test(key))?.[1];
      const hidden = (attributes['state'] ?? 'visible') !== 'visible';
      if (relation !== undefined) sheets.push({ name: attributes['name'] ?? '', relation, hidden });
    },
  });
  return { sheets, from1904, isBook };
}

function readRelations(xml: string): Map<string, { target: string; type: string }> {
  const out = new Map<string, { target: string; type: string }>();
  parseXml(xml, 'relations', {
    open: (name, attributes) => {
      if (name === 'Relationship')
        out.set(attributes['Id'] ?? '', {
          target: attributes['Target'] ?? '',
          type: (attributes['Type'] ?? '').replace(/^.*\//, ''),
        });
    },
  });
  return out;
}

/** Column from 0 and row from 1 of `AB12`; null if it is no such reference. */
function readReference(text: string | undefined): { column: number; row: number } | null {
  const match = /^\$?([A-Za-z]{1,4})\$?(\d{1,9})$/.exec(text ?? '');
  if (!match) return null;
  let column = 0;
  for (const letter of (match[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(match[2]) };
}

const indented = (text: string, steps: number): string => (steps === 0 ? text : '  '.repeat(steps) + text);

/** A date of the strict form of the format: with or without a time, and with a zone nobody asked for. */
function strictDate(raw: string): Cell {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}))?)?/.exec(raw);
  return match ? { at: `${match[1]}T${match[2] ?? '00:00'}:${match[3] ?? '00'}` } : raw;
}

const SHOWN_FORMULA = 80;

/** @param formula that nobody has calculated yet: programs write workbooks without values; it stands for the cell */
function toCell(
  type: string,
  raw: string,
  style: Style | undefined,
  book: Book,
  formula: string | null = null,
): Cell {
  if (type === 's') return indented(book.strings[Number(raw)] ?? '', style?.indent ?? 0) || null;
  if (type === 'str' || type === 'inlineStr')
    return wellFormed(indented(unescapeChars(raw), style?.indent ?? 0)) || null;
  if (raw === '') return formula === null ? null : `=${formula}`.slice(0, SHOWN_FORMULA);
  if (type === 'b') return raw === '1';
  // Not available is how a spreadsheet writes that there is nothing.
  if (type === 'e') return raw === '#N/A' ? null : raw;
  if (type === 'd') return strictDate(raw);
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  if (style?.kind === 'percent') return `${Number((value * 100).toPrecision(12))}%`;
  const at = style?.kind === 'date' ? serialToLocal(value, book.from1904) : null;
  return at === null ? value : { at };
}

/** Builds the rows of one sheet while its XML is read; cells beyond the limits are counted, never kept. */
class SheetReader {
  readonly rows: TableRow[] = [];
  readonly merges: Merge[] = [];
  readonly cut = { rows: 0, columns: 0 };
  width = 0;
  readonly #book: Book;
  #row = 0;
  #column = -1;
  #cells: Cell[] = [];
  #filled = false;
  #type = 'n';
  #style: Style | undefined;
  #raw = '';
  #reading = false;
  #formula: string | null = null;
  #inFormula = false;
  #phonetic = 0;
  #total = 0;

  constructor(book: Book) {
    this.#book = book;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.#openRow(attributes['r']);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || name === 't') this.#reading = this.#phonetic === 0;
    else if (name === 'f') this.#openFormula();
    else if (name === 'rPh') this.#phonetic += 1;
    else if (name === 'mergeCell') this.#merge(attributes['ref'] ?? '');
  }

  text(text: string): void {
    if (this.#reading && this.#raw.length < LIMITS.cellText) this.#raw += text;
    if (this.#inFormula && (this.#formula?.length ?? 0) < SHOWN_FORMULA) this.#formula += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#reading = false;
    else if (name === 'f') this.#inFormula = false;
    else if (name === 'rPh') this.#phonetic -= 1;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row' && this.#filled) this.#closeRow();
  }

  #openRow(number: string | undefined): void {
    this.#row = number === undefined ? this.#row + 1 : Number(number);
    this.#column = -1;
    this.#cells = [];
    this.#filled = false;
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    this.#column = readReference(attributes['r'])?.column ?? this.#column + 1;
    this.#type = attributes['t'] ?? 'n';
    this.#style = this.#book.styles[Number(attributes['s'] ?? 0)];
    this.#raw = '';
    this.#formula = null;
  }

  #openFormula(): void {
    this.#formula = '';
    this.#inFormula = true;
  }

  #closeCell(): void {
    const raw = this.#raw.slice(0, LIMITS.cellText);
    const cell = toCell(this.#type, raw, this.#style, this.#book, this.#formula);
    if (cell === null) return;
    if (this.#column >= LIMITS.columns) {
      this.cut.columns = Math.max(this.cut.columns, this.#column - LIMITS.columns + 1);
      return;
    }
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells[this.#column] = cell;
    this.#filled = true;
  }

  #closeRow(): void {
    if (this.rows.length >= LIMITS.rows || this.#total + this.#cells.length > LIMITS.cells) {
      this.cut.rows += 1;
      return;
    }
    this.#total += this.#cells.length;
    this.width = Math.max(this.width, this.#cells.length);
    this.rows.push({ number: this.#row, cells: this.#cells });
  }

  #merge(ref: string): void {
    const [from, to] = ref.split(':').map((text) => readReference(text));
    if (!from || !to || this.merges.length >= 10_000) return;
    this.merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
  }
}

function readSheet(xml: string, name: string, book: Book): Sheet {
  const reader = new SheetReader(book);
  parseXml(xml, name, {
    open: (tag, attributes) => reader.open(tag, attributes),
    text: (text) => reader.text(text),
    close: (tag) => reader.close(tag),
  });
  const { rows, width, merges, cut } = reader;
  return { name, rows, width, merges, cut, ...(book.from1904 ? { from1904: true } : {}) };
}

/** Where a part of the workbook lies: beside the workbook, or from the root if the target says so. */
function resolveTarget(base: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `${base}${target}`;
  const out: string[] = [];
  for (const piece of path.split('/')) {
    if (piece === '..') out.pop();
    else if (piece !== '.' && piece !== '') out.push(piece);
  }
  return out.join('/');
}

function findWorkbook(zip: Zip, parts: Parts): string {
  const root = parts('_rels/.rels');
  if (root !== null)
    for (const { target, type } of readRelations(root).values())
      if (type === 'officeDocument' && zip.has(resolveTarget('', target))) return resolveTarget('', target);
  if (zip.has('xl/workbook.xml')) return 'xl/workbook.xml';
  if (zip.has('content.xml') || zip.has('mimetype')) throw new TableRefusal('OPEN_DOCUMENT');
  if (zip.names.some((name) => name.startsWith('index/') && name.endsWith('.iwa')))
    throw new TableRefusal('NUMBERS');
  throw new TableRefusal('NOT_A_WORKBOOK');
}

/**
 * Reads an Excel workbook (.xlsx, .xlsm). Formulas give the value they had when the file was saved and are
 * never calculated; macros, links and pictures are not looked at. Hidden sheets come last.
 * @throws TableRefusal
 */
export function readXlsx(
  bytes: Uint8Array,
  tools: { readonly inflate: Inflate; readonly decode: Decode },
  report: (fraction: number) => void = () => {},
): Table {
  const zip = new Zip(bytes, tools.inflate);
  const parts: Parts = (name) => {
    const raw = zip.read(name);
    if (raw === null) return null;
    const wide = (raw[0] === 0xff && raw[1] === 0xfe) || (raw[0] === 0xfe && raw[1] === 0xff);
    const text = tools.decode(raw, wide ? (raw[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8');
    if (text === null) throw new TableRefusal('BROKEN_XML', { part: name, line: 1 });
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  };
  const path = findWorkbook(zip, parts);
  if (/\.bin$/i.test(path)) throw new TableRefusal('BINARY_WORKBOOK');
  const base = path.slice(0, path.lastIndexOf('/') + 1);
  const workbook = parts(path);
  if (workbook === null) throw new TableRefusal('NOT_A_WORKBOOK');
  const relations = readRelations(parts(`${base}_rels/${path.slice(base.length)}.rels`) ?? '<none/>');
  const partOf = (type: string): string | null => {
    const found = [...relations.values()].find((relation) => relation.type === type);
    return found ? parts(resolveTarget(base, found.target)) : null;
  };
  const { sheets, from1904, isBook } = readBook(workbook);
  if (!isBook) throw new TableRefusal('NOT_A_WORKBOOK');
  const strings = partOf('sharedStrings');
  const styles = partOf('styles');
  report(0.2);
  const book: Book = {
    strings: strings === null ? [] : readStrings(strings),
    styles: styles === null ? [] : readStyles(styles),
    from1904,
  };
  const visibleFirst = sheets.toSorted((a, b) => Number(a.hidden) - Number(b.hidden)).slice(0, LIMITS.sheets);
  const read = visibleFirst.flatMap(({ name, relation }, i) => {
    report(0.3 + (0.7 * i) / visibleFirst.length);
    const target = relations.get(relation);
    // Sheets that are a chart or a dialog have other types.
    const xml = target?.type === 'worksheet' ? parts(resolveTarget(base, target.target)) : null;
    return xml === null ? [] : [readSheet(xml, name, book)];
  });
  const filled = read.filter((sheet) => sheet.rows.length > 0);
  if (filled.length === 0) throw new TableRefusal('NO_ROWS');
  return { kind: 'xlsx', encoding: null, delimiter: null, sheets: filled };
}
