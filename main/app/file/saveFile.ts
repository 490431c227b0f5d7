/** Files that leave the app: the user says where, the core writes all of it or nothing. */
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { writeFileAtomic } from '#db/engine/writeFileAtomic.ts';
import type { AppContext } from '#main/app/context.ts';
import { AppError } from '#shared/ipc/errors.ts';

/** Asks for the path of a new file by its proposed name; null if the user changed their mind. */
export function askPath(
  ctx: AppContext,
  name: string,
  extension: string,
  filter = extension.toUpperCase(),
): Promise<string | null> {
  const filters = extension === '' ? [] : [{ name: filter, extensions: [extension] }];
  return ctx.ports.dialogs.saveFile({ title: name, suggestedName: name, filters });
}

/** Writes a file where the user said. @throws AppError EXPORT_WRITE_FAILED */
export function writeExport(path: string, bytes: Uint8Array): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileAtomic(path, bytes);
  } catch (cause) {
    throw new AppError('EXPORT_WRITE_FAILED', { name: basename(path) }, { cause });
  }
}

/**
 * Asks where to, makes the file and writes it; answers its path, or null if the user changed their mind.
 * @throws AppError EXPORT_WRITE_FAILED, and what `make` throws
 */
export async function saveExport(
  ctx: AppContext,
  name: string,
  extension: string,
  make: () => Uint8Array | Promise<Uint8Array>,
  filter?: string,
): Promise<string | null> {
  const path = await askPath(ctx, name, extension, filter);
  if (path === null) return null;
  try {
    writeExport(path, await make());
  } catch (error) {
    // Hosts without dialogs create the chosen file on the spot; an empty one must not stay behind.
    if (existsSync(path) && statSync(path).size === 0) rmSync(path, { force: true });
    throw error;
  }
  return path;
}

/** What the window is told of a saved file: its name, never its path. */
export const savedName = (path: string | null): { name: string } | null =>
  path === null ? null : { name: basename(path) };
