import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
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

const FOLDERS = ['mspdi', 'mspdi-from-mpp', 'mspdi-other'] as const;

/** The folder with the real files. @throws where it is missing: a test on real files fails rather than skips. */
export function requireSharedData(): string {
  const dir = sharedDataDir();
  if (dir === null) throw new Error('the real project files are missing: set MILEPOST_DATA to their folder');
  return dir;
}

/** Every real Microsoft Project XML file that a program wrote, as folder and name. */
export function mspdiFiles(): readonly (readonly [folder: string, file: string])[] {
  const dir = requireSharedData();
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(dir, folder))
      .filter((name) => name.endsWith('.xml'))
      .sort()
      .map((name) => [folder, name] as const),
  );
}
