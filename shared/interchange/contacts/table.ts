/** B17: rows of a CRM export or an address list as contacts. */
import { dataRows, type Header, titlesOf } from '../table/header.ts';
import { cellText, isBlank, type Sheet, type TableRow } from '../table/model.ts';
import { draftOf, joinName } from './draft.ts';
import { type ContactField, type ContactProfile, profileOf } from './fields.ts';
import type { ContactMapping } from './mapping.ts';
import {
  CONTACT_LIMITS,
  type ContactDraft,
  type ContactLanguage,
  type ContactProblem,
  type ReadContacts,
} from './model.ts';

const LANGUAGES: readonly (readonly [RegExp, ContactLanguage])[] = [
  [/^(?:zh[-_]?(?:tw|hk|hant).*|繁.*|正體.*|traditional.*)$/i, 'zh-TW'],
  [/^(?:zh.*|中文|简.*|汉语|chinese.*|mandarin)$/i, 'zh-CN'],
  [/^(?:en.*|英.*)$/i, 'en'],
];

const CHINESE = /[\u3400-\u9FFF]/;

function addressOf(at: (field: ContactField) => string): string {
  const [country, region, city, district, street, code] = (
    ['country', 'region', 'city', 'district', 'street', 'code'] as const
  ).map(at);
  const parts = [country, region, city, district, street].filter(Boolean) as string[];
  if (CHINESE.test(street ?? '')) {
    // A street that names its city already does not need it again.
    return parts.filter((part, i) => i === parts.length - 1 || !(street ?? '').includes(part)).join('');
  }
  return [street, district, city, region, code, country].filter(Boolean).join(', ');
}

/** Several texts of one cell: `a@x.cn; b@x.cn`. */
const several = (text: string): string[] => text.split(/[;；、\n|]|\s:::\s/).map((part) => part.trim());
const severalEmails = (text: string): string[] => several(text).flatMap((part) => part.split(/[,，]/));

/** Numbers beside each other in one cell: `13800138000/13900139000`; a dash or a short part belongs to the number. */
const severalPhones = (text: string): string[] =>
  several(text).flatMap((part) => {
    const numbers = part.split(/[/,，]|\s(?=1[3-9]\d{9}(?:\D|$))/).map((one) => one.trim());
    return numbers.every((one) => one.replace(/\D/g, '').length >= 7) ? numbers : [part];
  });

/** `1.38E+10`: a spreadsheet has rounded the number away. */
const isRounded = (text: string): boolean => /^\d(?:[.,]\d+)?e\+?\d+$/i.test(text);

const PHONES = ['mobile', 'phone', 'phone2', 'phone3'] as const;
const MOBILE = /mobile|cell|iphone|手机|手機|行動/i;

interface Phones {
  readonly numbers: readonly string[];
  readonly rounded: readonly string[];
}

/** Numbers of a row. Google says beside each of them which is a mobile one; that one comes first. */
function phonesOf(at: (field: ContactField) => string, labelOf: (field: ContactField) => string): Phones {
  const extension = at('extension');
  const found = PHONES.flatMap((field) =>
    severalPhones(at(field))
      .filter((text) => text !== '')
      .map((text) => ({
        first: MOBILE.test(labelOf(field)),
        // Spreadsheets write whole numbers with a decimal point at times.
        text: text.replace(/(?<=^\d{6,})\.0$/, ''),
        extension: field === 'phone' ? extension : '',
      })),
  ).sort((a, b) => Number(b.first) - Number(a.first));
  return {
    numbers: found
      .filter(({ text }) => !isRounded(text))
      .map((one) => (one.extension === '' ? one.text : `${one.text} ext. ${one.extension}`)),
    rounded: found.filter(({ text }) => isRounded(text)).map(({ text }) => text),
  };
}

/** The last line of many lists; it is nobody. */
const TOTAL = /^(?:合计|合計|总计|總計|小计|小計|共计|共計|total|subtotal|grand total|sum)\s*[:：]?$/i;

function readRow(row: TableRow, mapping: ContactMapping, titles: readonly string[]): ContactDraft | null {
  const textAt = (column: number | undefined): string =>
    column === undefined ? '' : cellText(row.cells[column]).trim();
  const at = (field: ContactField): string => {
    const text = textAt(mapping[field]);
    // What exports write into an empty cell.
    return /^(?:-+|—+|–|n\/a|#n\/a|null|none|undefined|无|無|\/)$/i.test(text) ? '' : text;
  };
  const labelOf = (field: ContactField): string => {
    const column = mapping[field] ?? 0;
    return /(?:label|type)$/i.test(titles[column - 1] ?? '') ? textAt(column - 1) : '';
  };
  if (TOTAL.test(textAt(row.cells.findIndex((cell) => !isBlank(cell))))) return null;
  const language = LANGUAGES.find(([test]) => test.test(at('language')))?.[1] ?? null;
  const written = { family: at('family'), given: at('given'), between: at('middle') };
  const { numbers, rounded } = phonesOf(at, labelOf);
  const problems = rounded.map((text): ContactProblem => ({ code: 'PHONE_ROUNDED', text }));
  const draft = draftOf({
    row: row.number,
    name: at('name') || joinName(written),
    company: at('company'),
    department: at('department'),
    title: at('title'),
    phones: numbers,
    emails: (['email', 'email2', 'email3'] as const).flatMap((field) => severalEmails(at(field))),
    ims: (['im', 'im2'] as const).flatMap((field) => several(at(field))),
    address: addressOf(at),
    language,
    notes: [at('notes'), at('website')],
    industry: at('industry'),
    taxNo: at('taxNo'),
    owner: at('owner'),
    problems,
  });
  const empty = Object.entries(draft).every(
    ([key, value]) => key === 'row' || key === 'problems' || value === null || value === '',
  );
  return empty && rounded.length === 0 ? null : draft;
}

export interface ContactTable extends ReadContacts {
  readonly profile: ContactProfile;
}

/** Contacts of a sheet under the given mapping. Columns without a meaning that hold anything are `leftOut`. */
export function readContactTable(sheet: Sheet, header: Header, mapping: ContactMapping): ContactTable {
  const titles = titlesOf(sheet, header);
  const rows = dataRows(sheet, header.row);
  const drafts = rows.slice(0, CONTACT_LIMITS.rows).flatMap((row) => readRow(row, mapping, titles) ?? []);
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
