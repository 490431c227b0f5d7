/** Which characters the bytes of a card mean. */
import { type AnyEncoding, type Decode, detectEncoding } from '../table/encoding.ts';
import type { Encoding } from '../table/model.ts';

/** Names by which programs call the encodings we read; those of other countries only cards name themselves. */
const NAMES: Readonly<Record<string, AnyEncoding>> = {
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
  'iso-8859-15': 'windows-1252',
  cp1252: 'windows-1252',
  shift_jis: 'shift_jis',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  'x-sjis': 'shift_jis',
  cp932: 'shift_jis',
  'windows-31j': 'shift_jis',
  'euc-jp': 'euc-jp',
  'iso-2022-jp': 'iso-2022-jp',
  'euc-kr': 'euc-kr',
  'ks_c_5601-1987': 'euc-kr',
  cp949: 'euc-kr',
  'iso-8859-2': 'iso-8859-2',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'koi8-r': 'koi8-r',
  'iso-8859-7': 'iso-8859-7',
  'windows-874': 'windows-874',
  'tis-620': 'windows-874',
};

/** The encoding that a `CHARSET` parameter names; null for one we do not know. */
export const namedEncoding = (name: string): AnyEncoding | null => NAMES[name.trim().toLowerCase()] ?? null;

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

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes, one character each, of base64 text; null for what is none. */
export function base64(text: string): string | null {
  const packed = text.replace(/\s+/g, '').replace(/=+$/, '');
  if (packed.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(packed)) return null;
  let out = '';
  let bits = 0;
  let held = 0;
  for (const char of packed) {
    held = ((held << 6) | BASE64.indexOf(char)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out += String.fromCharCode((held >> bits) & 0xff);
  }
  return out;
}

/** A value whose bytes are read; `named` is the `CHARSET` beside it. */
export interface CodedValue {
  readonly binary: string;
  readonly named: string | undefined;
}

/** Turns the bytes of single values into text. */
export interface Charset {
  /** What values without a `CHARSET` are in. */
  readonly encoding: Encoding;
  /** `binary` has one character a byte. A name that is unknown or does not fit gives way to what fits. */
  readonly text: (binary: string, named: string | undefined) => string;
}

/** Whether a value is what its own `CHARSET` says; such a value says nothing about the others. */
function isAsNamed({ binary, named }: CodedValue, decode: Decode): boolean {
  const own = named === undefined ? null : namedEncoding(named);
  return own !== null && decode(bytesOfBinary(binary), own) !== null;
}

const SAMPLE = 2_000_000;

/** @param values all of them, unfolded and unpacked: a fold may stand inside a character */
export function charsetOf(values: readonly CodedValue[], decode: Decode, chosen: Encoding | null): Charset {
  const telling: string[] = [];
  let length = 0;
  for (const value of chosen === null ? values : []) {
    if (length > SAMPLE) break;
    if (isAscii(value.binary) || isAsNamed(value, decode)) continue;
    telling.push(value.binary);
    length += value.binary.length + 1;
  }
  const sample = bytesOfBinary(telling.join('\n'));
  const encoding = chosen ?? (sample.includes(0) ? 'utf-8' : detectEncoding(sample, decode));
  return {
    encoding,
    text: (value, named) => {
      const own = named === undefined ? null : namedEncoding(named);
      // ISO-2022-JP switches its characters with bytes that are ASCII themselves.
      if (isAscii(value) && own !== 'iso-2022-jp') return value;
      const bytes = bytesOfBinary(value);
      for (const tried of [own, encoding, 'utf-8', 'windows-1252'] as const) {
        const text = tried === null ? null : decode(bytes, tried);
        if (text !== null) return text;
      }
      return value;
    },
  };
}
