import { inflateRawSync } from 'node:zlib';
import type { TableTools } from '#shared/interchange/table/readTable.ts';

/** What a table reader needs of the platform: strict decoders, and unpacking that stops at a limit. */
export const tableTools: TableTools = {
  decode: (bytes, encoding) => {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return null;
    }
  },
  inflate: (bytes, max) => {
    try {
      return inflateRawSync(bytes, { maxOutputLength: Math.max(1, max) });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      return code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : 'broken';
    }
  },
};
