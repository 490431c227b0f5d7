import { readGan } from './gan/read.ts';
import { type DecodeText, decodeXmlBytes } from './mspdi/decode.ts';
import { refusal } from './mspdi/issues.ts';
import { readMspdiBytes } from './mspdi/read.ts';
import type { MspdiResult } from './mspdi/reader.ts';
import { sniffForeign } from './mspdi/sniff.ts';
import { TREE_LIMITS } from './xml/readTree.ts';

export interface ReadOptions {
  /** Called after each piece with the characters read so far. */
  readonly onProgress?: (characters: number) => void;
}

const POD_MARK = '@@@@@@@@@@ProjectLibreSeparator_MSXML@@@@@@@@@@';

/** Position after the mark, or -1. Nothing before it is looked at: it is a stream of Java objects. */
function afterMark(bytes: Uint8Array): number {
  const mark = Array.from(POD_MARK, (char) => char.charCodeAt(0));
  for (let at = bytes.indexOf(mark[0] ?? 0); at >= 0; at = bytes.indexOf(mark[0] ?? 0, at + 1))
    if (mark.every((byte, i) => bytes[at + i] === byte)) return at + mark.length;
  return -1;
}

/** Is the root element that of GanttProject? Told by the text before and in the first tag. */
function isGan(head: string): boolean {
  const root = /^(?:\uFEFF)?(?:\s*(?:<\?[^>]*>|<!--[\s\S]*?-->))*\s*<([\w:.-]+)([^>]*)/.exec(head);
  return root?.[1] === 'project' && !/\sxmlns\s*=/.test(root[2] ?? '');
}

function readGanBytes(bytes: Uint8Array, decode: DecodeText, options: ReadOptions): MspdiResult {
  const limit = TREE_LIMITS.characters;
  if (bytes.length > limit * 2)
    return { ok: false, refusal: refusal('FILE_TOO_LARGE', { limit: Math.floor(limit / 1_048_576) }) };
  const decoded = decodeXmlBytes(bytes, decode);
  return decoded.ok ? readGan(decoded.text, options) : decoded;
}

const HEAD = 8192;

/**
 * Read the bytes of a project file of any program we know: Microsoft Project XML, GanttProject, ProjectLibre (its
 * XML part only). Told by content, never by name; everything else is refused with the way out.
 * @param decode strict decoder of the host, see {@link DecodeText}
 */
export function readProjectBytes(
  bytes: Uint8Array,
  decode: DecodeText,
  options: ReadOptions = {},
): MspdiResult {
  const foreign = sniffForeign(bytes);
  if (foreign?.code === 'FOREIGN_POD') {
    const start = afterMark(bytes);
    if (start < 0) return { ok: false, refusal: foreign };
    const result = readMspdiBytes(bytes.subarray(start), decode, options);
    return result.ok ? { ...result, project: { ...result.project, producer: 'projectlibre' } } : result;
  }
  if (foreign) return { ok: false, refusal: foreign };
  const ascii = String.fromCharCode(...bytes.subarray(0, HEAD)).replaceAll('\0', '');
  const head = ascii.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  return isGan(head) ? readGanBytes(bytes, decode, options) : readMspdiBytes(bytes, decode, options);
}
