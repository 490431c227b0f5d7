import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { writeFileAtomic } from '#db/engine/writeFileAtomic.ts';
import { listRecords } from '#db/queries/records.ts';
import type { Handlers, TaskContext } from '#main/ipc/router.ts';
import { safeFileName } from '#main/policy/fileName.ts';
import { finishPdf } from '#main/services/pdf/finishPdf.ts';
import { missingGlyphs, replaceMissing } from '#shared/domain/report/glyphs.ts';
import { csvText } from '#shared/domain/tracking/csv.ts';
import type { ListDocument } from '#shared/domain/tracking/listDocument.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { AppContext } from '../context.ts';

/** The chosen path, or null. */
function ask(ctx: AppContext, name: string, extension: 'csv' | 'pdf'): Promise<string | null> {
  const suggestedName = safeFileName(name, extension, 'table');
  const filters = [{ name: extension.toUpperCase(), extensions: [extension] }];
  return ctx.ports.dialogs.saveFile({ title: suggestedName, suggestedName, filters });
}

function write(path: string, bytes: Uint8Array): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileAtomic(path, bytes);
  } catch (error) {
    throw new AppError('EXPORT_WRITE_FAILED', { name: basename(path) }, { cause: error });
  }
}

async function saveTable(
  ctx: AppContext,
  name: string,
  cells: readonly (readonly string[])[],
): Promise<{ name: string } | null> {
  const path = await ask(ctx, name, 'csv');
  if (path === null) return null;
  write(path, Buffer.from(csvText(cells), 'utf8'));
  return { name: basename(path) };
}

function requireGlyphs({ title, subtitle, groups, trend }: ListDocument): void {
  const missing = missingGlyphs([title, subtitle, groups, trend?.map(({ name }) => name)]);
  if (missing.length === 0) return;
  const characters = missing.slice(0, 20).map((glyph) => glyph.character);
  const where = missing[0]?.where ?? '';
  throw new AppError('MISSING_GLYPHS', { characters: characters.join(' '), where, count: missing.length });
}

async function printed(ctx: AppContext, list: ListDocument, signal: AbortSignal): Promise<Uint8Array> {
  try {
    const job = { page: 'print.html', dataJson: JSON.stringify(list), title: list.title };
    return await ctx.ports.print.toPdf(job, signal);
  } catch (error) {
    if (signal.aborted) throw new AppError('CANCELLED');
    const detail = error instanceof Error ? error.message.slice(0, 300) : '';
    throw new AppError('PRINT_FAILED', { detail }, { cause: error });
  }
}

/** @throws AppError MISSING_GLYPHS, PRINT_FAILED, EXPORT_WRITE_FAILED, CANCELLED */
async function savePdf(
  ctx: AppContext,
  input: InputOf<'tracking.savePdf'>,
  task: TaskContext,
): Promise<{ name: string; pages: number } | null> {
  const list = input.replaceMissing === true ? replaceMissing(input.list) : input.list;
  requireGlyphs(list);
  const path = await ask(ctx, list.title, 'pdf');
  if (path === null) return null;
  try {
    task.progress(0.1, 'print');
    const pdf = await finishPdf(await printed(ctx, list, task.signal), {
      title: list.title,
      author: listRecords(ctx.store.read, 'company')[0]?.name ?? '',
      language: list.language,
      subject: list.subtitle,
      createdAt: new Date(ctx.ports.clock.now()),
    });
    if (task.signal.aborted) throw new AppError('CANCELLED');
    task.progress(0.95, 'save');
    write(path, pdf.bytes);
    return { name: basename(path), pages: pdf.pages };
  } catch (error) {
    // Hosts without dialogs create the chosen file on the spot; an empty one must not stay behind.
    if (existsSync(path) && statSync(path).size === 0) rmSync(path, { force: true });
    throw error;
  }
}

export function saveTableHandlers(ctx: AppContext): Handlers {
  return {
    'tracking.saveTable': ({ name, cells }) => saveTable(ctx, name, cells),
    'tracking.savePdf': (input, task) => savePdf(ctx, input, task),
  };
}
