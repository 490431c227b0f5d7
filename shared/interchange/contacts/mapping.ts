/** B17: which column of a table of contacts holds what. */
import { dataRows, type Header, titlesOf } from '../table/header.ts';
import { type Cell, cellText, isBlank, type Sheet, type Table, type TableRow } from '../table/model.ts';
import type { ContactField } from './fields.ts';
import { contactFieldOf, furtherPerson, namesFurtherPerson } from './titles.ts';

export type ContactMapping = Readonly<Partial<Record<ContactField, number>>>;

const LOOK_AT = 30;
const SAMPLE = 200;
const LONGEST_TITLE = 40;

const isKnown = (cell: Cell): boolean =>
  typeof cell === 'string' && cell.length <= LONGEST_TITLE && contactFieldOf(cell) !== null;

/** The row of titles; a table without any begins with its data. */
export function findContactHeader(sheet: Sheet): Header {
  let best = -1;
  let most = 0;
  for (const [index, row] of sheet.rows.slice(0, LOOK_AT).entries()) {
    const count = row.cells.filter(isKnown).length;
    if (count > most) [best, most] = [index, count];
  }
  return { row: best, double: false };
}

interface Candidate {
  readonly field: ContactField;
  readonly place: number;
  readonly column: number;
  readonly title: string;
  readonly filled: number;
}

/** Where further values of a kind go. */
const NEXT: Partial<Record<ContactField, readonly ContactField[]>> = {
  phone: ['phone', 'phone2', 'phone3'],
  mobile: ['mobile', 'phone2', 'phone3'],
  email: ['email', 'email2', 'email3'],
  im: ['im', 'im2'],
};

function candidatesOf(sheet: Sheet, header: Header, rows: readonly TableRow[]): Candidate[] {
  const titles = titlesOf(sheet, header);
  // What belongs to a second person of the row is not the first one's.
  const others = new Set(titles.filter(namesFurtherPerson).map(furtherPerson));
  return titles
    .flatMap((title, column): Candidate[] => {
      const found = others.has(furtherPerson(title)) ? null : contactFieldOf(title);
      const filled = rows.filter((row) => !isBlank(row.cells[column])).length;
      return found ? [{ ...found, column, title, filled }] : [];
    })
    .sort(
      (a, b) =>
        Number(b.filled > 0) - Number(a.filled > 0) ||
        a.place - b.place ||
        b.filled - a.filled ||
        a.column - b.column,
    );
}

const FIRM_ITSELF = /^(?:企业|企業|公司|company|organi[sz]ation)/i;
const CUSTOMER = /^(?:客户|客戶|customer|client)/i;

/** Words that mean one thing here and another there. */
function settle(candidates: readonly Candidate[]): readonly Candidate[] {
  const has = (field: ContactField): boolean => candidates.some((one) => one.field === field);
  const called = (word: RegExp) => candidates.find(({ title }) => word.test(title));
  const named = has('name') || has('family') || has('given');
  // Where the firm has a column of its own and no person has one, the customer is the person.
  const firm = called(FIRM_ITSELF);
  const customer = candidates.find(({ field, title }) => field === 'company' && CUSTOMER.test(title));
  if (!named && firm?.field === 'company' && customer)
    return candidates.map((one) => (one === customer ? { ...one, field: 'name' } : one));
  // Beside a Taiwanese tax number it is who stands for the firm, not who of us looks after it.
  const head = called(/^負責人$/);
  if (head && called(/^(?:統一編號|統編)$/))
    return named
      ? candidates.filter((one) => one !== head)
      : candidates.map((one) => (one === head ? { ...one, field: 'name' } : one));
  return candidates;
}

const PATTERNS: readonly (readonly [ContactField, RegExp, number])[] = [
  ['email', /^\S+@\S+\.\S+$/, 0.6],
  [
    'mobile',
    /^(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}$|^(?:\+?886[- ]?|0)9\d{2}[- ]?\d{3}[- ]?\d{3}$/,
    0.6,
  ],
  ['phone', /^[+(]?\d[\d\s()+.-]{6,}(?:\s*(?:转|轉|ext\.?|x|#)\s*\d+)?$/i, 0.6],
  [
    'company',
    /(?:公司|集团|集團|研究院|设计院|設計院|事务所|事務所|\b(?:ltd|inc|llc|gmbh|corp|co)\.?)$/i,
    0.3,
  ],
  ['street', /(?:路|街|大道|道|巷|弄|号|號|樓|室)\d*.{0,12}$/, 0.6],
  ['name', /^(?:[\u4E00-\u9FFF]{2,4}(?:先生|女士|小姐)?|\p{Lu}\p{L}+(?:\s\p{Lu}[\p{L}.]*){1,3})$/u, 0.6],
];

/** A table without titles: columns told by what they hold. */
function byContent(rows: readonly TableRow[], width: number): ContactMapping {
  const mapping: Partial<Record<ContactField, number>> = {};
  const taken = new Set<number>();
  for (const [field, pattern, needed] of PATTERNS)
    for (let column = 0; column < width; column++) {
      if (taken.has(column) || mapping[field] !== undefined) continue;
      const texts = rows.map((row) => cellText(row.cells[column]).trim()).filter((text) => text !== '');
      const fitting = texts.filter((text) => pattern.test(text)).length;
      if (fitting === 0 || fitting < texts.length * needed || texts.length < rows.length * 0.3) continue;
      mapping[field] = column;
      taken.add(column);
    }
  return mapping;
}

/** One column for each field: the one with the more telling title, then the fuller one, then the first. */
export function guessContactMapping(sheet: Sheet, header: Header): ContactMapping {
  const rows = dataRows(sheet, header.row).slice(0, SAMPLE);
  if (header.row < 0) return byContent(rows, sheet.width);
  const mapping: Partial<Record<ContactField, number>> = {};
  for (const { field, column } of settle(candidatesOf(sheet, header, rows))) {
    const place = (NEXT[field] ?? [field]).find((one) => mapping[one] === undefined);
    if (place !== undefined) mapping[place] = column;
  }
  return mapping;
}

/** The sheet with the most columns that we know. */
export function guessContactSheet(table: Table): number {
  const score = (sheet: Sheet): number =>
    Object.keys(guessContactMapping(sheet, findContactHeader(sheet))).length;
  const scores = table.sheets.map(score);
  return Math.max(0, scores.indexOf(Math.max(0, ...scores)));
}
