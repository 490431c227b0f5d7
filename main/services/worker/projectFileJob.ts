import { readFileSync } from 'node:fs';
import type { MspdiResult } from '#shared/interchange/mspdi/reader.ts';
import { readProjectBytes } from '#shared/interchange/read.ts';

/** Strict decoder: a byte that does not fit gives null instead of a replacement character. */
function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Name of the error for a file that cannot be read at all; the parent knows the error by it. */
export const FILE_UNREADABLE = 'FileUnreadable';

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    // Moved, deleted or locked since the user chose it: not our fault and nothing to report as one.
    const error = new Error('the file cannot be read', { cause });
    error.name = FILE_UNREADABLE;
    throw error;
  }
}

/** Reads one project file of another program, in a process of its own. */
export function readProjectFile(input: unknown, report: (fraction: number) => void): MspdiResult {
  const path = (input as { path: string }).path;
  const bytes = bytesOf(path);
  const total = Math.max(1, bytes.length);
  return readProjectBytes(bytes, decode, {
    onProgress: (characters) => report(Math.min(1, characters / total)),
  });
}
