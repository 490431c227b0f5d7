/** B2, B17: contacts of vCard files, versions 2.1, 3.0 and 4.0, one or many cards, in the encodings met in practice. */
import { draftOf, type Loose } from '../contacts/draft.ts';
import {
  CONTACT_LIMITS,
  type ContactDraft,
  type ContactLanguage,
  type ReadContacts,
} from '../contacts/model.ts';
import { type Decode, detectEncoding } from '../table/encoding.ts';
import { type Encoding, TableRefusal } from '../table/model.ts';
import { base64, binaryText, bytesOfBinary, type Charset, charsetOf, quotedPrintable } from './charset.ts';
import { type ContentLine, parseLine, unfold } from './lines.ts';
import { isGroup, isMessenger, messengersOf, shownName } from './person.ts';

export interface VcardFile extends ReadContacts {
  readonly encoding: Encoding;
}

/** Whether the bytes are a vCard file, whatever its name: byte marks, UTF-16 and lines before it included. */
export function looksLikeVcard(bytes: Uint8Array): boolean {
  const head = binaryText(bytes.subarray(0, 1024)).replaceAll('\u0000', '');
  return /(?:^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)?|[\r\n])[ \t\r\n]*BEGIN:VCARD/i.test(head);
}

/** Carried but without a place in a contact. */
const HAS_PLACE = new Set([
  'BEGIN',
  'END',
  'VERSION',
  'FN',
  'N',
  'NICKNAME',
  'ORG',
  'TITLE',
  'ROLE',
  'TEL',
  'EMAIL',
  'ADR',
  'LABEL',
  'NOTE',
  'LANG',
  'URL',
  'KIND',
]);
/** Only of use to the program that wrote them. */
const TECHNICAL = /^(?:UID|REV|PRODID|CLASS|MAILER|SOURCE|NAME|PROFILE|CLIENTPIDMAP|SORT-STRING|X-.*)$/;

interface Card {
  readonly lines: readonly ContentLine[];
  readonly closed: boolean;
}

/** Cards of a file; one inside another (an agent of 2.1) belongs to nobody here. */
function cardsOf(lines: readonly ContentLine[]): Card[] {
  const cards: Card[] = [];
  let current: ContentLine[] | null = null;
  let depth = 0;
  for (const line of lines) {
    const word = line.value.trim().toUpperCase();
    if (line.name === 'BEGIN' && word === 'VCARD') {
      depth += 1;
      // A card that begins on the left margin while the last one is open: its end is missing.
      if (depth > 1 && current && !endsWithAgent(current)) {
        cards.push({ lines: current, closed: false });
        depth = 1;
      }
      if (depth === 1) current = [];
    } else if (line.name === 'END' && word === 'VCARD') {
      if (depth === 1 && current) {
        cards.push({ lines: current, closed: true });
        current = null;
      }
      depth = Math.max(0, depth - 1);
    } else if (depth === 1) current?.push(line);
  }
  if (current) cards.push({ lines: current, closed: false });
  return cards;
}

const endsWithAgent = (lines: readonly ContentLine[]): boolean => lines.at(-1)?.name === 'AGENT';

type TextOf = (line: ContentLine) => string;

/** Splits at a separator that is not escaped, then takes the escapes away. */
function parts(text: string, separator: ';' | ',', old: boolean): string[] {
  const out = [''];
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (char === '\\' && i + 1 < text.length) {
      out[out.length - 1] += text.slice(i, i + 2);
      i += 1;
    } else if (char === separator) out.push('');
    else out[out.length - 1] += char;
  }
  return out.map((part) => plain(part, old));
}

/** 2.1 escapes only the separator; a backslash before a letter is a backslash there. */
const plain = (text: string, old: boolean): string =>
  old
    ? text.replace(/\\([;,:\\])/g, '$1')
    : text.replace(/\\([\\;,:nN])/g, (_, char: string) => (char === 'n' || char === 'N' ? '\n' : char));

const structured = (line: ContentLine, text: TextOf, old: boolean): string[] =>
  // Separators are looked for before quoted-printable is undone: `=3B` is a semicolon of the text.
  line.encoding === 'quoted'
    ? line.value.split(/(?<!\\);/).map((value) => plain(text({ ...line, value }), true))
    : parts(text(line), ';', old);

const LANGUAGES: readonly (readonly [RegExp, ContactLanguage])[] = [
  [/^zh-(?:tw|hk|mo|hant)/i, 'zh-TW'],
  [/^zh/i, 'zh-CN'],
  [/^en/i, 'en'],
];
const languageOf = (text: string): ContactLanguage | null =>
  LANGUAGES.find(([test]) => test.test(text.trim()))?.[1] ?? null;

/** `tel:+1-418-656-9254;ext=102` as people write it. */
const phoneText = (text: string): string =>
  text
    .replace(/^tel:/i, '')
    .replace(/;ext=/i, ' ext. ')
    .replace(/;[a-z-]+=.*$/i, '');

/** Mobile numbers first, faxes and pagers never: who is called is a person. */
function phoneRank({ types, preference }: ContentLine): number {
  if (types.has('FAX') || types.has('PAGER')) return 1000;
  const kind = types.has('CELL') || types.has('MOBILE') ? 0 : types.has('WORK') ? 200 : 300;
  return kind + (preference === 0 ? 101 : preference);
}

const best = (lines: readonly ContentLine[], rank: (line: ContentLine) => number): ContentLine[] =>
  [...lines].sort((a, b) => rank(a) - rank(b));

const byPreference = ({ preference }: ContentLine): number => (preference === 0 ? 101 : preference);

function addressOf(line: ContentLine | undefined, text: TextOf, old: boolean): string {
  if (!line) return '';
  const [box = '', extended = '', street = '', city = '', region = '', code = '', country = ''] = structured(
    line,
    text,
    old,
  ).map((part) => part.replace(/\s+/g, ' ').trim());
  const chinese = /[\u3400-\u9FFF]/.test(street + city + region);
  const order = chinese
    ? [country, region, city, street, extended, box]
    : [box, extended, street, city, region];
  const body = [...order, ...(chinese ? [] : [code, country])].filter((part) => part !== '');
  return body.join(chinese ? '' : ', ');
}

function looseOf(card: Card, row: number, text: TextOf): Loose {
  const of = (name: string): ContentLine[] => card.lines.filter((line) => line.name === name);
  const old = (of('VERSION')[0]?.value ?? '').trim().startsWith('2');
  const plainOf = (line: ContentLine | undefined): string =>
    line === undefined ? '' : line.encoding === 'quoted' ? plain(text(line), true) : plain(text(line), old);
  const one = (name: string): string => plainOf(best(of(name), byPreference)[0]);
  const name = of('N')[0];
  const [family = '', given = '', between = '', before = '', after = ''] = name
    ? structured(name, text, old).map((part) => part.replaceAll(',', ' '))
    : [];
  const org = best(of('ORG'), byPreference)[0];
  const [company = '', ...units] = org ? structured(org, text, old) : [];
  const fn = one('FN').trim();
  const isFirm = of('KIND').some((line) => /^org/i.test(line.value)) || of('X-ABSHOWAS').length > 0;
  const written = { family, given, between, before, after };
  const named = fn !== '' || Object.values(written).some((part) => part.trim() !== '');
  const { ims, pages } = messengersOf(card.lines, plainOf);
  return {
    row,
    ...written,
    name:
      isFirm && company !== '' && fn === company.trim()
        ? ''
        : named
          ? shownName(fn, written)
          : one('NICKNAME'),
    company: company === '' && isFirm ? fn : company,
    department: units.filter((unit) => unit.trim() !== '').join(' '),
    title: one('TITLE') || one('ROLE'),
    phones: best(of('TEL'), phoneRank).map((line) => phoneText(plainOf(line))),
    emails: best(of('EMAIL'), byPreference).map(plainOf),
    ims,
    address: addressOf(
      best(of('ADR'), (line) => byPreference(line) - (line.types.has('WORK') ? 200 : 0))[0],
      text,
      old,
    ),
    language: languageOf(one('LANG')),
    notes: [...[...of('NOTE'), ...of('URL')].map(plainOf), ...pages],
    problems: card.closed ? [] : [{ code: 'CARD_OPEN', text: '' }],
  };
}

/** A card that says no name at all is called by what it does say, as address books do. */
function named(draft: ContactDraft): ContactDraft {
  if (draft.name !== '' || draft.company !== null) return draft;
  const name = draft.email?.split('@')[0] ?? '';
  if (name === '') return draft;
  return { ...draft, name, problems: draft.problems.filter(({ code }) => code !== 'NAME_MISSING') };
}

/** The bytes of a value, one character each. Pictures and keys are of no use here. */
function unpacked(line: ContentLine): string {
  if (line.encoding === 'quoted') return quotedPrintable(line.value);
  if (line.encoding === 'plain') return line.value;
  return HAS_PLACE.has(line.name) ? (base64(line.value) ?? line.value) : '';
}

interface Content {
  readonly lines: ContentLine[];
  readonly charset: Charset;
}

function contentOf(bytes: Uint8Array, decode: Decode, chosen: Encoding | null): Content {
  // UTF-16 has no single bytes to look at: it is made UTF-8 first.
  const wide = chosen ?? (looksWide(bytes) ? detectEncoding(bytes, decode) : null);
  const isWide = wide === 'utf-16le' || wide === 'utf-16be';
  const text = isWide ? decode(bytes, wide) : null;
  if (isWide && text === null) throw new TableRefusal('UNKNOWN_ENCODING', { encoding: wide });
  const binary = text === null ? binaryText(bytes) : binaryText(utf8(text));
  // Files put one behind the other keep the mark of each.
  const unfolded = unfold(binary.replace(/(^|[\r\n])\u00EF\u00BB\u00BF/g, '$1'));
  const lines = unfolded.flatMap((line) => parseLine(line) ?? []);
  const values = lines.map((line) => ({ binary: unpacked(line), named: line.charset }));
  const charset = charsetOf(values, decode, isWide ? 'utf-8' : chosen);
  return { lines, charset: isWide ? { ...charset, encoding: wide } : charset };
}

const looksWide = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, 64).includes(0) || bytes[0] === 0xff || bytes[0] === 0xfe;

/** Bytes of a text; this layer has no encoder of its own platform. */
function utf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(
    text.replace(/[\uD800-\uDFFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD'),
  );
  return bytesOfBinary(
    escaped.replace(/%([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );
}

/**
 * Contacts of a vCard file.
 * @throws TableRefusal EMPTY, TOO_LARGE, NO_ROWS, UNKNOWN_ENCODING
 */
export function readVcards(bytes: Uint8Array, decode: Decode, chosen: Encoding | null = null): VcardFile {
  if (bytes.length === 0) throw new TableRefusal('EMPTY');
  if (bytes.length > CONTACT_LIMITS.fileBytes)
    throw new TableRefusal('TOO_LARGE', { max: CONTACT_LIMITS.fileBytes });
  const { lines, charset } = contentOf(bytes, decode, chosen);
  const cards = cardsOf(lines);
  const people = cards
    .map((card, index) => ({ card, row: index + 1 }))
    .filter(({ card }) => !isGroup(card.lines));
  if (people.length === 0) throw new TableRefusal('NO_ROWS');
  const text: TextOf = (line) => charset.text(unpacked(line), line.charset);
  const shown = people.slice(0, CONTACT_LIMITS.rows);
  const leftOut = new Set(
    shown
      .flatMap(({ card }) => card.lines.map(({ name }) => name))
      .filter((name) => !HAS_PLACE.has(name) && !isMessenger(name) && !TECHNICAL.test(name)),
  );
  if (people.length < cards.length) leftOut.add('GROUP');
  return {
    drafts: shown.map(({ card, row }) => named(draftOf(looseOf(card, row, text)))),
    leftOut: [...leftOut].sort(),
    cut: people.length - shown.length,
    encoding: charset.encoding,
  };
}
