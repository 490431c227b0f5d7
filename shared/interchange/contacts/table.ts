/** B17: rows of a CRM export or an address list as contacts. */
import { dataRows, type Header, titlesOf } from '../table/header.ts';
import { cellText, isBlank, type Sheet, type Table, type TableRow } from '../table/model.ts';
import { draftOf, joinName } from './draft.ts';
import { type ContactField, type ContactProfile, contactFieldOf, profileOf } from './fields.ts';
import { CONTACT_LIMITS, type ContactDraft, type ContactLanguage, type ReadContacts } from './model.ts';

export type ContactMapping = Readonly<Partial<Record<ContactField, number>>>;

const LOOK_AT = 30;

const known = (row: TableRow): number =>
  row.cells.filter((cell) => typeof cell === 'string' && contactFieldOf(cell) !== null).length;

/** The row of titles; a table without any begins with its data. */
export function findContactHeader(sheet: Sheet): Header {
  let best = -1;
  let most = 0;
  for (const [index, row] of sheet.rows.slice(0, LOOK_AT).entries()) {
    const count = known(row);
    if (count > most) [best, most] = [index, count];
  }
  return { row: best, double: false };
}

/** One column for each field: the one with the more telling title, then the fuller one, then the first. */
export function guessContactMapping(sheet: Sheet, header: Header): ContactMapping {
  const rows = dataRows(sheet, header.row).slice(0, 200);
  const filled = (column: number): number => rows.filter((row) => !isBlank(row.cells[column])).length;
  const candidates = titlesOf(sheet, header).flatMap((title, column) => {
    const found = contactFieldOf(title);
    return found ? [{ ...found, column, filled: filled(column) }] : [];
  });
  const mapping: Partial<Record<ContactField, number>> = {};
  for (const candidate of candidates.sort(
    (a, b) =>
      Number(b.filled > 0) - Number(a.filled > 0) ||
      a.place - b.place ||
      b.filled - a.filled ||
      a.column - b.column,
  ))
    mapping[candidate.field] ??= candidate.column;
  return mapping;
}

/** The sheet with the most columns that we know. */
export function guessContactSheet(table: Table): number {
  const score = (sheet: Sheet): number =>
    Object.keys(guessContactMapping(sheet, findContactHeader(sheet))).length;
  const scores = table.sheets.map(score);
  return Math.max(0, scores.indexOf(Math.max(0, ...scores)));
}

const LANGUAGES: readonly (readonly [RegExp, ContactLanguage])[] = [
  [/^(?:zh[-_]?(?:tw|hk|hant).*|繁.*|正體.*|traditional.*)$/i, 'zh-TW'],
  [/^(?:zh.*|中文|简.*|汉语|chinese.*|mandarin)$/i, 'zh-CN'],
  [/^(?:en.*|英.*)$/i, 'en'],
];

const CHINESE = /[\u3400-\u9FFF]/;

function addressOf(at: (field: ContactField) => string): string {
  const [country, region, city, street, code] = (
    ['country', 'region', 'city', 'street', 'code'] as const
  ).map(at);
  const parts = [country, region, city, street].filter(Boolean) as string[];
  if (CHINESE.test(street ?? '')) {
    // A street that names its city already does not need it again.
    return parts.filter((part, i) => i === parts.length - 1 || !(street ?? '').includes(part)).join('');
  }
  return [street, city, region, code, country].filter(Boolean).join(', ');
}

/** Several texts of one cell: `a@x.cn; b@x.cn`. */
const several = (text: string): string[] => text.split(/[;；、\n|]|\s:::\s/).map((part) => part.trim());

function readRow(row: TableRow, mapping: ContactMapping): ContactDraft | null {
  const at = (field: ContactField): string => {
    const column = mapping[field];
    const text = column === undefined ? '' : cellText(row.cells[column]).trim();
    // What exports write into an empty cell.
    return /^(?:-+|—+|–|n\/a|null|无|無|\/)$/i.test(text) ? '' : text;
  };
  const language = LANGUAGES.find(([test]) => test.test(at('language')))?.[1] ?? null;
  const name = at('name') || joinName({ family: at('family'), given: at('given') });
  const draft = draftOf({
    row: row.number,
    name,
    company: at('company'),
    department: at('department'),
    title: at('title'),
    phones: [...several(at('mobile')), ...several(at('phone'))],
    emails: several(at('email')),
    ims: several(at('im')),
    address: addressOf(at),
    language,
    notes: [at('notes'), at('website')],
    industry: at('industry'),
    taxNo: at('taxNo'),
    owner: at('owner'),
  });
  const empty = Object.entries(draft).every(
    ([key, value]) => key === 'row' || key === 'problems' || value === null || value === '',
  );
  return empty ? null : draft;
}

export interface ContactTable extends ReadContacts {
  readonly profile: ContactProfile;
}

/** Contacts of a sheet under the given mapping. Columns without a meaning that hold anything are `leftOut`. */
export function readContactTable(sheet: Sheet, header: Header, mapping: ContactMapping): ContactTable {
  const titles = titlesOf(sheet, header);
  const rows = dataRows(sheet, header.row);
  const drafts = rows.slice(0, CONTACT_LIMITS.rows).flatMap((row) => readRow(row, mapping) ?? []);
  const used = new Set(Object.values(mapping));
  const leftOut = titles.flatMap((title, column) =>
    title !== '' && !used.has(column) && rows.some((row) => !isBlank(row.cells[column])) ? [title] : [],
  );
  return {
    drafts,
    leftOut: [...new Set(leftOut)],
    cut: Math.max(0, rows.length - CONTACT_LIMITS.rows) + sheet.cut.rows,
    profile: profileOf(titles),
  };
}
