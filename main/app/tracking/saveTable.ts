import { basename } from 'node:path';
import { listRecords } from '#db/queries/records.ts';
import { savedName, saveExport } from '#main/app/file/saveFile.ts';
import { printPages, requireGlyphs } from '#main/app/print/pages.ts';
import type { Handlers, TaskContext } from '#main/ipc/router.ts';
import { safeFileName } from '#main/policy/fileName.ts';
import { finishPdf } from '#main/services/pdf/finishPdf.ts';
import { replaceMissing } from '#shared/domain/report/glyphs.ts';
import { csvText } from '#shared/domain/tracking/csv.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { AppContext } from '../context.ts';

async function saveTable(
  ctx: AppContext,
  name: string,
  cells: readonly (readonly string[])[],
): Promise<{ name: string } | null> {
  const bytes = Buffer.from(csvText(cells), 'utf8');
  return savedName(await saveExport(ctx, safeFileName(name, 'csv', 'table'), 'csv', () => bytes));
}

/** @throws AppError MISSING_GLYPHS, PRINT_FAILED, EXPORT_WRITE_FAILED, CANCELLED */
async function savePdf(
  ctx: AppContext,
  input: InputOf<'tracking.savePdf'>,
  task: TaskContext,
): Promise<{ name: string; pages: number } | null> {
  const list = input.replaceMissing === true ? replaceMissing(input.list) : input.list;
  const { title, subtitle, groups, trend, language } = list;
  // Only what is drawn must have glyphs.
  requireGlyphs([title, subtitle, groups, trend?.map(({ name }) => name)]);
  let pages = 0;
  const path = await saveExport(ctx, safeFileName(title, 'pdf', 'table'), 'pdf', async () => {
    task.progress(0.1, 'print');
    const printed = await printPages(ctx, { title, dataJson: JSON.stringify(list) }, task.signal);
    const pdf = await finishPdf(printed, {
      title,
      author: listRecords(ctx.store.read, 'company')[0]?.name ?? '',
      language,
      subject: subtitle,
      createdAt: new Date(ctx.ports.clock.now()),
    });
    if (task.signal.aborted) throw new AppError('CANCELLED');
    task.progress(0.95, 'save');
    pages = pdf.pages;
    return pdf.bytes;
  });
  return path === null ? null : { name: basename(path), pages };
}

export function saveTableHandlers(ctx: AppContext): Handlers {
  return {
    'tracking.saveTable': ({ name, cells }) => saveTable(ctx, name, cells),
    'tracking.savePdf': (input, task) => savePdf(ctx, input, task),
  };
}
