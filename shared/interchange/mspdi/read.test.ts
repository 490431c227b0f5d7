import { describe, expect, it } from 'vitest';
import en from '../../i18n/en/mspdi.ts';
import zhCN from '../../i18n/zh-CN/mspdi.ts';
import zhTW from '../../i18n/zh-TW/mspdi.ts';
import { decodeXmlBytes } from './decode.ts';
import { REFUSAL_CODES, WARNING_CODES } from './issues.ts';
import { readMspdiBytes } from './read.ts';

const decode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};
const ascii = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const bytesOf = (...parts: (number | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...ascii(part)])));
function utf16(text: string, bigEndian = false, bom = true): Uint8Array {
  const units = [...(bom ? '\ufeff' : ''), ...text].map((char) => char.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])),
  );
}
const code = (bytes: Uint8Array) => {
  const result = readMspdiBytes(bytes, decode);
  return result.ok ? null : result.refusal.code;
};
const nameOf = (bytes: Uint8Array) => {
  const result = readMspdiBytes(bytes, decode);
  return result.ok ? result.project.tasks[0]?.name : result.refusal.code;
};
const doc = (name: string, declaration = '<?xml version="1.0"?>') =>
  `${declaration}<Project><StartDate>2026-01-01T08:00:00</StartDate><Tasks><Task><UID>1</UID><Name>${name}</Name></Task></Tasks></Project>`;

describe('files of other programs', () => {
  it.each([
    [bytesOf(), 'FILE_EMPTY'],
    [bytesOf(' \r\n'), 'FILE_EMPTY'],
    [bytesOf(0xef, 0xbb, 0xbf), 'FILE_EMPTY'],
    [bytesOf(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'FOREIGN_MPP'],
    [bytesOf('MPX,Microsoft Project'), 'FOREIGN_MPX'],
    [bytesOf('MPX;Microsoft Project'), 'FOREIGN_MPX'],
    [bytesOf('ERMHDR\t19.12'), 'FOREIGN_XER'],
    [bytesOf(0xac, 0xed, 0, 5, 't'), 'FOREIGN_POD'],
    [bytesOf('PK', 3, 4, '....[Content_Types].xml'), 'FOREIGN_SPREADSHEET'],
    [bytesOf('PK', 3, 4, 'a/plan.xml'), 'FOREIGN_ARCHIVE'],
    [bytesOf(0x1f, 0x8b, 8), 'FOREIGN_ARCHIVE'],
    [bytesOf('%PDF-1.7'), 'FOREIGN_PDF'],
    [bytesOf('<!DOCTYPE html><html>'), 'FOREIGN_HTML'],
    [bytesOf('\n<HTML>'), 'FOREIGN_HTML'],
    [bytesOf('<?xml version="1.0"?><project name="a" version="3.3"/>'), 'NOT_MSPDI'],
    [bytesOf('{"lists":[]}'), 'FOREIGN_JSON'],
    [bytesOf('Task,Start,Finish'), 'NOT_XML'],
    [bytesOf(0, 0xfe, 1, 2, 3), 'NOT_XML'],
  ])('%# is refused as %s', (bytes, expected) => {
    expect(code(bytes)).toBe(expected);
  });
});

describe('encodings', () => {
  it('reads UTF-8 and UTF-16, with and without a mark', () => {
    const utf8 = new TextEncoder().encode(doc('浇筑'));
    expect(nameOf(utf8)).toBe('浇筑');
    expect(nameOf(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]))).toBe('浇筑');
    for (const bigEndian of [false, true])
      for (const bom of [false, true]) expect(nameOf(utf16(doc('浇筑'), bigEndian, bom))).toBe('浇筑');
  });
  it('believes the bytes, not a declaration of UTF-16 left over from memory', () => {
    expect(nameOf(new TextEncoder().encode(doc('浇筑', '<?xml version="1.0" encoding="utf-16"?>')))).toBe(
      '浇筑',
    );
  });
  it('follows a declared single-byte or Chinese encoding', () => {
    expect(nameOf(ascii(doc('caf\xe9', '<?xml version="1.0" encoding="ISO-8859-1"?>')))).toBe('café');
    expect(nameOf(ascii(doc('\xbd\xbd\xd6\xfe', '<?xml version="1.0" encoding="GBK"?>')))).toBe('浇筑');
  });
  it('refuses bytes that do not fit and encodings it does not know', () => {
    expect(code(ascii(doc('caf\xe9')))).toBe('ENCODING_BROKEN');
    expect(code(ascii(doc('x', '<?xml version="1.0" encoding="EBCDIC-CP-US"?>')))).toBe(
      'ENCODING_UNSUPPORTED',
    );
    expect(decodeXmlBytes(Uint8Array.from([0xff, 0xfe, 0, 0]), decode).ok).toBe(false);
  });
});

describe('texts', () => {
  const codes = [...REFUSAL_CODES, ...WARNING_CODES].sort();
  const args = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
  it.each([
    ['en', en],
    ['zh-CN', zhCN],
    ['zh-TW', zhTW],
  ] as const)('%s has every code and the same places to fill', (_, catalogue) => {
    expect(Object.keys(catalogue).sort()).toEqual(codes);
    for (const key of codes) {
      const name = key as keyof typeof en;
      expect(args(catalogue[name]), name).toEqual(args(en[name]));
    }
  });
});
