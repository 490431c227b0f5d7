import { type DecodeText, decodeXmlBytes } from './decode.ts';
import { refusal } from './issues.ts';
import { createMspdiReader, DEFAULT_LIMITS, type MspdiResult, type ReaderOptions } from './reader.ts';
import { sniffForeign } from './sniff.ts';

const SLICE = 1024 * 1024;

/**
 * Read the bytes of a file that should be MSPDI: size, foreign formats told by content, encoding, document.
 * @param decode strict decoder of the host, see {@link DecodeText}
 */
export function readMspdiBytes(
  bytes: Uint8Array,
  decode: DecodeText,
  options: ReaderOptions = {},
): MspdiResult {
  const limit = options.limits?.characters ?? DEFAULT_LIMITS.characters;
  const foreign = sniffForeign(bytes);
  if (foreign) return { ok: false, refusal: foreign };
  // No character takes less than a byte in UTF-8; UTF-16 takes two.
  if (bytes.length > limit * 2)
    return { ok: false, refusal: refusal('FILE_TOO_LARGE', { limit: Math.floor(limit / 1_048_576) }) };
  const decoded = decodeXmlBytes(bytes, decode);
  if (!decoded.ok) return decoded;
  const reader = createMspdiReader(options);
  for (let i = 0; i < decoded.text.length; i += SLICE)
    if (!reader.write(decoded.text.slice(i, i + SLICE))) break;
  return reader.end();
}
