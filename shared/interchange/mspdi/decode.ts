import { type MspdiRefusal, refusal } from './issues.ts';

/**
 * Decodes bytes in a named encoding, strictly: null if the bytes are not valid in it or the platform does not
 * know the encoding. The host gives `new TextDecoder(encoding, { fatal: true, ignoreBOM: false })`.
 */
export type DecodeText = (bytes: Uint8Array, encoding: string) => string | null;

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly refusal: MspdiRefusal };

const BOMS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** `<?` or `<P` without a BOM, in two bytes a character. */
const startsWith = (bytes: Uint8Array, sign: readonly number[]) => sign.every((byte, i) => bytes[i] === byte);

/** Declared names we accept, all of them ASCII-compatible; the value is what a decoder calls it. */
const DECLARED: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['iso-8859-2', 'iso-8859-2'],
  ['iso-8859-15', 'iso-8859-15'],
  ['windows-1250', 'windows-1250'],
  ['windows-1251', 'windows-1251'],
  ['windows-1252', 'windows-1252'],
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb18030', 'gb18030'],
  ['big5', 'big5'],
  ['shift_jis', 'shift_jis'],
  ['euc-kr', 'euc-kr'],
]);

function declaredEncoding(bytes: Uint8Array): string | null {
  let head = '';
  for (let i = 0; i < Math.min(bytes.length, 256); i++) head += String.fromCharCode(bytes[i] ?? 0);
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(head)?.[1]?.toLowerCase() ?? null;
}

/** Which encoding the bytes are in: BOM, then the shape of the first characters, then the declaration. */
export function detectXmlEncoding(bytes: Uint8Array): { encoding: string; skip: number } | MspdiRefusal {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff]))
    return refusal('ENCODING_UNSUPPORTED', { encoding: 'UTF-32' });
  for (const [encoding, bom] of BOMS) if (startsWith(bytes, bom)) return { encoding, skip: bom.length };
  if (bytes[0] === 0x3c && bytes[1] === 0) return { encoding: 'utf-16le', skip: 0 };
  if (bytes[0] === 0 && bytes[1] === 0x3c) return { encoding: 'utf-16be', skip: 0 };
  const declared = declaredEncoding(bytes);
  // A text that was UTF-16 in memory and saved as UTF-8 still says utf-16; its bytes show that it is not.
  if (declared === null || /^utf-?16/.test(declared)) return { encoding: 'utf-8', skip: 0 };
  const encoding = DECLARED.get(declared);
  return encoding ? { encoding, skip: 0 } : refusal('ENCODING_UNSUPPORTED', { encoding: declared });
}

/** Bytes of an XML file to text, strictly: a byte that does not fit refuses the file instead of becoming “�”. */
export function decodeXmlBytes(bytes: Uint8Array, decode: DecodeText): Decoded {
  const found = detectXmlEncoding(bytes);
  if ('code' in found) return { ok: false, refusal: found };
  const text = decode(bytes.subarray(found.skip), found.encoding);
  if (text === null) return { ok: false, refusal: refusal('ENCODING_BROKEN', { encoding: found.encoding }) };
  return { ok: true, text };
}
