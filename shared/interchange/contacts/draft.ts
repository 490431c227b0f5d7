/** Puts loose values together to a draft: names as people write them, one best number, nothing dropped in silence. */
import { wellFormed } from '../table/model.ts';
import type { ContactDraft, ContactLanguage, ContactProblem } from './model.ts';

const SHOWN = 80;
const MAX = {
  name: 120,
  company: 200,
  title: 120,
  phone: 60,
  email: 254,
  im: 120,
  address: 500,
  industry: 120,
  taxNo: 60,
  owner: 120,
  notes: 20_000,
} as const;

/** Loose values of one person. Lists have the best one first. */
export interface Loose {
  readonly row: number;
  readonly name: string;
  readonly family?: string;
  readonly given?: string;
  readonly between?: string;
  readonly before?: string;
  readonly after?: string;
  readonly company: string;
  readonly department: string;
  readonly title: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly ims: readonly string[];
  readonly address: string;
  readonly language: ContactLanguage | null;
  readonly notes: readonly string[];
  readonly industry?: string;
  readonly taxNo?: string;
  readonly owner?: string;
  readonly problems?: readonly ContactProblem[];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is replaced
const CONTROL = /[\u0000-\u001F\u007F]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: line breaks and tabs may stay in notes
const CONTROL_IN_NOTES = /[\u0000-\u0008\u000B-\u001F\u007F]+/g;

/** One line, without control characters and blanks around it. */
export const oneLine = (text: string): string =>
  wellFormed(text).replace(CONTROL, ' ').replace(/\s+/g, ' ').trim();

/** Scripts that write the family name first and without a blank. */
const CJK = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]/;

/** 张 + 伟 is 张伟, O'Neill + Mary is Mary O'Neill. */
export function joinName(loose: Pick<Loose, 'family' | 'given' | 'between' | 'before' | 'after'>): string {
  const { family = '', given = '', between = '', before = '', after = '' } = loose;
  if (CJK.test(family + given)) return oneLine(`${family}${between}${given}`.replaceAll(' ', ''));
  return oneLine([before, given, between, family, after].filter((part) => part.trim() !== '').join(' '));
}

/** The rule that stored contacts keep. */
export const isEmail = (text: string): boolean => /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(text);

/** `mailto:a@x.cn` and `Ann <a@x.cn>` are the address inside. */
const bareEmail = (text: string): string =>
  (/<\s*([^<>\s]+@[^<>\s]+)\s*>\s*$/.exec(text)?.[1] ?? text).replace(/^\s*mailto:/i, '');

const distinct = (texts: readonly string[]): string[] => [
  ...new Set(texts.map(oneLine).filter((text) => text !== '')),
];

/** The person and the firm; what finds no place of its own stands in the notes, what is too long is said. */
export function draftOf(loose: Loose): ContactDraft {
  const problems: ContactProblem[] = [...(loose.problems ?? [])];
  const extra: string[] = [];
  const report = (code: ContactProblem['code'], text: string): void => {
    problems.push({ code, text: oneLine(text).slice(0, SHOWN) });
  };
  const within = (text: string, max: number): string | null => {
    const line = oneLine(text);
    if (line === '') return null;
    if (line.length <= max) return line;
    report('TEXT_TOO_LONG', line);
    extra.push(line);
    return null;
  };
  const company = oneLine(loose.company);
  let name = oneLine(loose.name) || joinName(loose);
  if (name.length > MAX.name) report('NAME_TOO_LONG', name);
  if (company.length > MAX.company) report('COMPANY_TOO_LONG', company);
  name = name.slice(0, MAX.name);
  const emails = distinct(loose.emails.map(bareEmail));
  const email = emails.find((text) => isEmail(text) && text.length <= MAX.email) ?? null;
  if (email === null && emails[0] !== undefined) report('EMAIL_UNREADABLE', emails[0]);
  const [phone, ...phones] = distinct(loose.phones);
  const [im, ...ims] = distinct(loose.ims);
  const taken = {
    title: within(
      [loose.department, loose.title].filter((part) => part.trim() !== '').join(' · '),
      MAX.title,
    ),
    phone: within(phone ?? '', MAX.phone),
    im: within(im ?? '', MAX.im),
    address: within(loose.address, MAX.address),
    industry: within(loose.industry ?? '', MAX.industry),
    taxNo: within(loose.taxNo ?? '', MAX.taxNo),
    owner: within(loose.owner ?? '', MAX.owner),
  };
  if (name === '' && company === '') report('NAME_MISSING', emails[0] ?? phone ?? '');
  const lines = [
    ...loose.notes.map((note) =>
      wellFormed(note).replace(/\r\n?/g, '\n').replace(CONTROL_IN_NOTES, ' ').trim(),
    ),
    ...phones.map((text) => `☎ ${text}`),
    ...emails.filter((text) => text !== email).map((text) => `✉ ${text}`),
    ...ims,
    ...extra,
  ].filter((line) => line !== '');
  const notes = lines.join('\n');
  if (notes.length > MAX.notes) report('TEXT_TOO_LONG', notes);
  return {
    row: loose.row,
    name,
    company: company === '' ? null : company.slice(0, MAX.company),
    ...taken,
    email,
    language: loose.language,
    notes: notes === '' ? null : notes.slice(0, MAX.notes),
    problems,
  };
}
