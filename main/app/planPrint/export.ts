/** Files of a plan: the PDF that the print page makes, and pictures that the window drew. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { AppContext } from '#main/app/context.ts';
import { askPath, saveExport, writeExport } from '#main/app/file/saveFile.ts';
import { printPages, requireGlyphs } from '#main/app/print/pages.ts';
import type { TaskContext } from '#main/ipc/router.ts';
import { safeFileName } from '#main/policy/fileName.ts';
import { finishPdf } from '#main/services/pdf/finishPdf.ts';
import type { PrintSetup } from '#shared/domain/plan/printSetup.ts';
import { replaceMissing } from '#shared/domain/report/glyphs.ts';
import type { GanttPrint, PrintView } from '#shared/ipc/channels/planPrint.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { paperSize } from '#shared/schedule/layout/chartLayout.ts';
import { checkPicture, type PictureFormat } from './pictures.ts';
import { readPrintSource } from './source.ts';

/** Hundreds of sheets take minutes on a slow computer; Cancel is at hand. */
const PRINT_LIMIT_MS = 10 * 60_000;

interface Saved {
  readonly name: string;
  readonly pages: number;
  readonly bytes: number;
}

interface PdfInput {
  readonly projectId: string;
  readonly setup: PrintSetup;
  readonly rowIds: readonly string[] | null;
  readonly view?: PrintView | null | undefined;
  readonly replaceMissing?: boolean | undefined;
}

/** The path, or the first of ` (2)`, ` (3)` … that is free: the user agreed to replace one file, not others. */
function freePath(path: string): string {
  const extension = extname(path);
  const stem = path.slice(0, -extension.length);
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? path : `${stem} (${n})${extension}`;
    if (!existsSync(candidate)) return candidate;
  }
}

/** Lets others have their turn between two bits of work, and hears Cancel. @throws AppError CANCELLED */
const turn = ({ signal }: TaskContext): Promise<void> =>
  new Promise((resolve, reject) => {
    setImmediate(() => (signal.aborted ? reject(new AppError('CANCELLED')) : resolve()));
  });

export class PlanExport {
  readonly #ctx: AppContext;
  /** Where the last file of this session was written. */
  #last: string | null = null;

  constructor(ctx: AppContext) {
    this.#ctx = ctx;
  }

  /** @throws AppError NOT_FOUND, MISSING_GLYPHS, PRINT_FAILED, EXPORT_WRITE_FAILED, CANCELLED */
  async pdf(input: PdfInput, task: TaskContext): Promise<Saved | null> {
    const ctx = this.#ctx;
    const { setup } = input;
    task.progress(0.02, 'read');
    const read = readPrintSource(ctx, input.projectId, setup.baselineId);
    await turn(task);
    const source = input.replaceMissing === true ? replaceMissing(read) : read;
    const { plan, client, company } = source;
    await turn(task);
    // Only what is drawn must have glyphs: ids and units are no text.
    requireGlyphs([plan.project.name, client, company, plan.rows.name, plan.rows.responsible]);
    const title = plan.project.name;
    let pages = 0;
    let size = 0;
    const path = await saveExport(ctx, safeFileName(title, 'pdf', 'plan'), 'pdf', async () => {
      task.progress(0.1, 'print');
      const rowIds = input.rowIds === null ? null : [...input.rowIds];
      const data: GanttPrint = { kind: 'gantt', source, setup, rowIds, view: input.view ?? null };
      const job = { title, dataJson: JSON.stringify(data), timeoutMs: PRINT_LIMIT_MS };
      const printed = await printPages(ctx, job, task.signal);
      task.progress(0.8, 'check');
      const pdf = await finishPdf(printed, {
        title,
        author: company,
        language: setup.language,
        subject: client,
        createdAt: new Date(ctx.ports.clock.now()),
        page: paperSize({ size: setup.paper, landscape: setup.landscape, margin: 0 }),
      });
      if (task.signal.aborted) throw new AppError('CANCELLED');
      task.progress(0.95, 'save');
      pages = pdf.pages;
      size = pdf.bytes.byteLength;
      return pdf.bytes;
    });
    if (path === null) return null;
    this.#last = path;
    return { name: basename(path), pages, bytes: size };
  }

  /** @throws AppError NOT_FOUND, FILE_TOKEN_UNKNOWN, VALIDATION, EXPORT_WRITE_FAILED */
  async images(input: {
    readonly projectId: string;
    readonly format: PictureFormat;
    readonly tokens: readonly string[];
  }): Promise<Saved | null> {
    const { files } = this.#ctx;
    try {
      const name = readPrintSource(this.#ctx, input.projectId).plan.project.name;
      const pictures: Uint8Array[] = [];
      for (const token of input.tokens) {
        const bytes = await readFile(files.get(token).path);
        await checkPicture(input.format, bytes);
        pictures.push(bytes);
      }
      const many = pictures.length > 1;
      const proposed = safeFileName(many ? `${name}-1` : name, input.format, 'plan');
      const chosen = await askPath(this.#ctx, proposed, input.format);
      if (chosen === null) return null;
      const extension = extname(chosen);
      const stem = basename(chosen, extension).replace(/-1$/, '');
      pictures.forEach((bytes, i) => {
        const path = i === 0 ? chosen : freePath(join(dirname(chosen), `${stem}-${i + 1}${extension}`));
        writeExport(path, bytes);
      });
      this.#last = chosen;
      const bytes = pictures.reduce((sum, picture) => sum + picture.byteLength, 0);
      return { name: basename(chosen), pages: pictures.length, bytes };
    } finally {
      for (const token of input.tokens) files.release(token);
    }
  }

  /** @throws AppError NOT_FOUND when nothing was saved in this session, or it is gone */
  async open(): Promise<{ opened: boolean }> {
    const path = this.#last;
    if (path === null || !existsSync(path)) throw new AppError('NOT_FOUND', { entity: 'file' });
    const { opened } = await this.#ctx.ports.shell.openFile(path).catch(() => ({ opened: false }));
    return { opened };
  }
}
