/** Which characters the bytes of a card mean. */
import { type Decode, detectEncoding } from '../table/encoding.ts';
import type { Encoding } from '../table/model.ts';

/** Names by which programs call the encodings we read. */
const NAMES: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  gb18030: 'gb18030',
  cp936: 'gb18030',
  ms936: 'gb18030',
  'windows-936': 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
  cp950: 'big5',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
};

/** The encoding that a `CHARSET` parameter names; null for one we do not know. */
export const namedEncoding = (name: string): Encoding | null => NAMES[name.trim().toLowerCase()] ?? null;

/** One character for each byte: lines and parameters are ASCII in every encoding of a vCard but UTF-16. */
export function binaryText(bytes: Uint8Array): string {
  const parts: string[] = [];
  const STEP = 8192;
  for (let at = 0; at < bytes.length; at += STEP)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + STEP)));
  return parts.join('');
}

export function bytesOfBinary(text: string): Uint8Array {
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i) & 0xff;
  return out;
}

const isAscii = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7e) return false;
  return true;
};

const hex = (char: string | undefined): number => {
  const value = char === undefined ? Number.NaN : Number.parseInt(char, 16);
  return Number.isNaN(value) ? -1 : value;
};

/** Bytes, one character each, of quoted-printable text. A `=` that begins nothing stays. */
export function quotedPrintable(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const high = text[i] === '=' ? hex(text[i + 1]) : -1;
    const low = high < 0 ? -1 : hex(text[i + 2]);
    if (low < 0) out += text[i];
    else {
      out += String.fromCharCode(high * 16 + low);
      i += 2;
    }
  }
  return out;
}

/** Turns the bytes of single values into text. */
export interface Charset {
  /** What values without a `CHARSET` are in. */
  readonly encoding: Encoding;
  /** `binary` has one character a byte. A name that is unknown or does not fit gives way to what fits. */
  readonly text: (binary: string, named: string | undefined) => string;
}

/** @param binary all lines, unfolded: a fold may stand inside a character */
export function charsetOf(binary: string, decode: Decode, chosen: Encoding | null): Charset {
  const sample = bytesOfBinary(binary.slice(0, 2_000_000));
  const encoding = chosen ?? (sample.includes(0) ? 'utf-8' : detectEncoding(sample, decode));
  return {
    encoding,
    text: (value, named) => {
      if (isAscii(value)) return value;
      const bytes = bytesOfBinary(value);
      const own = named === undefined ? null : namedEncoding(named);
      for (const tried of [own, encoding, 'utf-8', 'windows-1252'] as const) {
        const text = tried === null ? null : decode(bytes, tried);
        if (text !== null) return text;
      }
      return value;
    },
  };
}
