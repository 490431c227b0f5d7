import { type Encoding, TableRefusal } from './model.ts';

/** Encodings that a file may name itself; they are never guessed. */
export type NamedEncoding =
  | 'shift_jis'
  | 'euc-jp'
  | 'iso-2022-jp'
  | 'euc-kr'
  | 'iso-8859-2'
  | 'iso-8859-7'
  | 'windows-874'
  | 'windows-1250'
  | 'windows-1251'
  | 'koi8-r';
export type AnyEncoding = Encoding | NamedEncoding;

/** Strict decoder: null where a byte does not fit. Given from outside: this layer has no platform. */
export type Decode = (bytes: Uint8Array, encoding: AnyEncoding) => string | null;

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte);

const SAMPLE = 200_000;

/** UTF-16 without a mark: every other byte of European text and of all punctuation is zero. */
function sniffUtf16(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length & ~1, 4096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const share = length / 2;
  // A few characters, such as 开, have a zero on the other side.
  if (odd > share * 0.2 && even < odd * 0.2) return 'utf-16le';
  if (even > share * 0.2 && odd < even * 0.2) return 'utf-16be';
  return null;
}

interface Share {
  readonly pairs: number;
  readonly common: number;
}

type InZone = (lead: number, trail: number) => boolean;

/** Characters that everyday text is made of: GB 2312, and the first plane of Big5. */
const isGb2312: InZone = (lead, trail) => trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead <= 0xa3);
const isBig5First: InZone = (lead) => lead >= 0xa1 && lead <= 0xc6;

function commonShare(bytes: Uint8Array, inZone: InZone): Share {
  let pairs = 0;
  let common = 0;
  const length = Math.min(bytes.length - 1, SAMPLE);
  for (let i = 0; i < length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[i + 1] ?? 0;
    pairs += 1;
    if (inZone(lead, trail)) common += 1;
    i += 1;
  }
  return { pairs, common };
}

const shareOf = ({ pairs, common }: Share): number => (pairs === 0 ? 0 : common / pairs);

/**
 * Encodings of two bytes a character overlap: nearly every text decodes as both. The one in which more of
 * the characters are everyday ones is right. Less than half of them in either is a Western encoding.
 */
function eastOrWest(bytes: Uint8Array, decode: Decode): Encoding {
  const gb = decode(bytes, 'gb18030') === null ? 0 : shareOf(commonShare(bytes, isGb2312));
  const big5 = decode(bytes, 'big5') === null ? 0 : shareOf(commonShare(bytes, isBig5First));
  if (Math.max(gb, big5) < 0.5) return 'windows-1252';
  return big5 > gb ? 'big5' : 'gb18030';
}

/**
 * Damaged UTF-8 is UTF-8 all the same: cut off in the middle of a character, or with single bytes lost. Text of
 * another encoding has hardly any sequence of UTF-8 in it.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  const length = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i < length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const follow = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0;
    let found = 0;
    while (found < follow && ((bytes[i + found + 1] ?? 0) & 0xc0) === 0x80) found += 1;
    if (follow > 0 && found === follow && lead < 0xf5) whole += 1;
    else broken += 1;
    i += found;
  }
  return whole > broken * 10;
}

/** The encoding of a text file: by its mark, else by trial. @throws TableRefusal BINARY */
export function detectEncoding(bytes: Uint8Array, decode: Decode): Encoding {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const wide = sniffUtf16(bytes);
  if (wide !== null) return wide;
  if (bytes.subarray(0, 4096).includes(0)) throw new TableRefusal('BINARY');
  return decode(bytes, 'utf-8') !== null || isDamagedUtf8(bytes) ? 'utf-8' : eastOrWest(bytes, decode);
}

/**
 * The text in the given or the detected encoding, without its mark.
 * @throws TableRefusal BINARY, UNKNOWN_ENCODING
 */
export function decodeText(
  bytes: Uint8Array,
  decode: Decode,
  chosen: Encoding | null = null,
): { readonly text: string; readonly encoding: Encoding } {
  const encoding = chosen ?? detectEncoding(bytes, decode);
  const text = decode(bytes, encoding);
  if (text === null) throw new TableRefusal('UNKNOWN_ENCODING', { encoding });
  return { text: text.startsWith('\uFEFF') ? text.slice(1) : text, encoding };
}
