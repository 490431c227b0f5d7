import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Folder with real files of other programs. They are not part of the repository (their licences differ),
 * so tests read them in place: `MILEPOST_DATA`, else `../shared/data` beside the checkout.
 */
export function sharedDataDir(): string | null {
  const named = process.env['MILEPOST_DATA'];
  const beside = fileURLToPath(new URL('../../../shared/data', import.meta.url));
  for (const dir of [named, beside]) if (dir && existsSync(dir)) return dir;
  return null;
}
