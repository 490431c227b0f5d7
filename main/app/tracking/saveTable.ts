import { mkdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { writeFileAtomic } from '#db/engine/writeFileAtomic.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { safeFileName } from '#main/policy/fileName.ts';
import { csvText } from '#shared/domain/tracking/csv.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { AppContext } from '../context.ts';

async function saveTable(
  ctx: AppContext,
  name: string,
  cells: readonly (readonly string[])[],
): Promise<{ name: string } | null> {
  const suggestedName = safeFileName(name, 'csv', 'table');
  const filters = [{ name: 'CSV', extensions: ['csv'] }];
  const path = await ctx.ports.dialogs.saveFile({ title: suggestedName, suggestedName, filters });
  if (path === null) return null;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileAtomic(path, Buffer.from(csvText(cells), 'utf8'));
  } catch (error) {
    throw new AppError('EXPORT_WRITE_FAILED', { name: basename(path) }, { cause: error });
  }
  return { name: basename(path) };
}

export function saveTableHandlers(ctx: AppContext): Handlers {
  return { 'tracking.saveTable': ({ name, cells }) => saveTable(ctx, name, cells) };
}
