import { posix, win32 } from 'node:path';
import type { Platform } from './dataDir.ts';

/** Documents the app writes. Nothing here is run by opening it. */
const OPENABLE = new Set([
  'pdf',
  'eml',
  'csv',
  'ics',
  'vcf',
  'xml',
  'json',
  'txt',
  'png',
  'svg',
  'xlsx',
  'milepost',
]);

/**
 * May this path be handed to the operating system's "open"? Absolute, a document type of ours,
 * no NUL (the name would be cut there after the check), no network share, no Windows stream.
 */
export function isOpenableFile(path: string, platform: Platform): boolean {
  const flavour = platform === 'win32' ? win32 : posix;
  if (path.includes('\0') || !flavour.isAbsolute(path) || /^[\\/]{2}/.test(path)) return false;
  const name = flavour.basename(path);
  if (platform === 'win32' && name.includes(':')) return false;
  // Windows drops trailing dots and spaces: `report.exe .pdf ` must not turn into something else.
  if (/[. ]$/.test(name)) return false;
  return OPENABLE.has(flavour.extname(name).slice(1).toLowerCase());
}
