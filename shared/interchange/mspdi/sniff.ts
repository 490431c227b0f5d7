import { type MspdiRefusal, type RefusalCode, refusal } from './issues.ts';

const SIGNATURES: readonly (readonly [RefusalCode, readonly number[]])[] = [
  ['FOREIGN_MPP', [0xd0, 0xcf, 0x11, 0xe0]],
  ['FOREIGN_POD', [0xac, 0xed, 0x00, 0x05]],
  ['FOREIGN_PDF', [0x25, 0x50, 0x44, 0x46]],
  ['FOREIGN_ARCHIVE', [0x1f, 0x8b]],
  ['FOREIGN_ARCHIVE', [0x37, 0x7a, 0xbc, 0xaf]],
  ['FOREIGN_ARCHIVE', [0x52, 0x61, 0x72, 0x21]],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const ZIP_EMPTY = [0x50, 0x4b, 0x05, 0x06];

const startsWith = (bytes: Uint8Array, sign: readonly number[]) => sign.every((byte, i) => bytes[i] === byte);

/** ASCII view of the beginning without BOM, NULs (UTF-16) and leading blanks: enough to tell formats apart. */
function asciiHead(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < Math.min(bytes.length, 4096); i++) {
    const byte = bytes[i] ?? 0;
    if (byte !== 0) text += String.fromCharCode(byte);
  }
  return text.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trimStart();
}

function fromText(head: string): RefusalCode | null {
  if (head === '') return 'FILE_EMPTY';
  if (/^MPX[,;\t\s]/.test(head)) return 'FOREIGN_MPX';
  if (/^ERMHDR\b/.test(head)) return 'FOREIGN_XER';
  if (/^(?:<!doctype html|<html\b)/i.test(head)) return 'FOREIGN_HTML';
  if (/^[{[]/.test(head)) return 'FOREIGN_JSON';
  return head.startsWith('<') ? null : 'NOT_XML';
}

/**
 * Tell by its content, never by its name, whether a file can be MSPDI. null: it may be; else the reason with a
 * way out for the formats people confuse it with.
 */
export function sniffForeign(bytes: Uint8Array): MspdiRefusal | null {
  if (bytes.length === 0) return refusal('FILE_EMPTY');
  for (const [code, sign] of SIGNATURES) if (startsWith(bytes, sign)) return refusal(code);
  if (startsWith(bytes, ZIP) || startsWith(bytes, ZIP_EMPTY)) {
    const spreadsheet = /\[Content_Types\]\.xml|xl\/|mimetypeapplication\/vnd\.oasis/.test(asciiHead(bytes));
    return refusal(spreadsheet ? 'FOREIGN_SPREADSHEET' : 'FOREIGN_ARCHIVE');
  }
  const code = fromText(asciiHead(bytes));
  return code ? refusal(code) : null;
}

const PROJECT_NAMESPACE = /^https?:\/\/schemas\.microsoft\.com\/project(?:\/|$)/;

/** Judge the root element by its local name and namespace ('' = none). null: it is an MSPDI root. */
export function foreignRoot(name: string, namespace: string): RefusalCode | null {
  if (name === 'Project') return namespace === '' || PROJECT_NAMESPACE.test(namespace) ? null : 'NOT_MSPDI';
  if (name === 'APIBusinessObjects' || name === 'BusinessObjects') return 'FOREIGN_P6_XML';
  return name.toLowerCase() === 'html' ? 'FOREIGN_HTML' : 'NOT_MSPDI';
}
