/** Freezing: one snapshot, its hash, its pages, and one commit. Afterwards nothing of it changes. */
import { nextReportNumber } from '#db/queries/report.ts';
import type { AppContext } from '#main/app/context.ts';
import { printPages, requireGlyphs } from '#main/app/print/pages.ts';
import type { TaskContext } from '#main/ipc/router.ts';
import type { ContentStore } from '#main/services/files/contentStore.ts';
import { sha256 } from '#main/services/files/contentStore.ts';
import { finishPdf } from '#main/services/pdf/finishPdf.ts';
import { replaceMissing } from '#shared/domain/report/glyphs.ts';
import { type ReportSnapshot, snapshotSchema } from '#shared/domain/report/snapshot.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { canonicalJson } from '#shared/model/canonical.ts';
import { recordForecasts } from '../tracking/milestones.ts';
import { composeDraft, frozenSnapshot, type Report, readReport, requireDraft } from './draft.ts';

function finished(pages: Uint8Array, snapshot: ReportSnapshot, json: string, atMs: number) {
  return finishPdf(pages, {
    title: snapshot.title,
    author: snapshot.company?.name ?? snapshot.prepared_by ?? '',
    language: snapshot.language,
    subject: `${snapshot.project.name} ${snapshot.period.from} – ${snapshot.period.to}`,
    createdAt: new Date(atMs),
    attachment: { name: 'report.json', json },
  });
}

interface Frozen {
  readonly no: number;
  readonly statusOn: string;
  readonly json: string;
  readonly hash: string;
  readonly pdfHash: string;
  readonly pdfBytes: number;
}

function record(ctx: AppContext, before: Report, frozen: Frozen): void {
  const label = { key: 'reportFreeze', args: { name: clipped(before.title), no: frozen.no } };
  // Not on the undo stack: a number that was given and a document that may have left stay given.
  ctx.log.commit(
    label,
    (tx) => {
      const now = tx.get('report', before.id);
      requireDraft(now);
      // What was printed must be what is stored: an edit made meanwhile would be missing from the pages.
      if (now.updated_at !== before.updated_at || nextReportNumber(tx.db, before.project_id) !== frozen.no)
        throw new AppError('CONFLICT', { entity: 'report' });
      tx.updateSystem('report', before.id, {
        state: 'frozen',
        no: frozen.no,
        snapshot: frozen.json,
        snapshot_sha256: frozen.hash,
        pdf_sha256: frozen.pdfHash,
        pdf_bytes: frozen.pdfBytes,
        frozen_at: tx.at,
      });
      // What the client was told is a point of the milestone trend.
      recordForecasts(tx, before.project_id, frozen.statusOn);
    },
    'system',
  );
}

/** Freezes reports of one store; two of the same project never run at once, so that numbers stay in order. */
export class Freezer {
  readonly #ctx: AppContext;
  readonly #files: ContentStore;
  readonly #busy = new Set<string>();
  /** Reports whose pages are being made, so that two requests at once make them once. */
  readonly #printing = new Map<string, Promise<void>>();

  constructor(ctx: AppContext, files: ContentStore) {
    this.#ctx = ctx;
    this.#files = files;
  }

  /** @throws AppError REPORT_FROZEN, MISSING_GLYPHS, PRINT_FAILED, CANCELLED, CONFLICT */
  async freeze(
    input: { readonly reportId: string; readonly replaceMissing?: boolean | undefined },
    task: TaskContext,
  ) {
    const report = readReport(this.#ctx, input.reportId);
    requireDraft(report);
    if (this.#busy.has(report.project_id)) throw new AppError('CONFLICT', { entity: 'report' });
    this.#busy.add(report.project_id);
    try {
      return await this.#run(report, input.replaceMissing === true, task);
    } finally {
      this.#busy.delete(report.project_id);
    }
  }

  /**
   * Prints a report that was frozen without pages (those of the sample) from its stored snapshot. Does nothing
   * for drafts and for reports that have their pages. @throws AppError PRINT_FAILED
   */
  async ensurePages(reportId: string): Promise<void> {
    const report = readReport(this.#ctx, reportId);
    if (report.state === 'draft' || report.pdf_sha256 !== null || report.snapshot === null) return;
    const running = this.#printing.get(reportId) ?? this.#printAgain(report);
    this.#printing.set(reportId, running);
    try {
      await running;
    } finally {
      this.#printing.delete(reportId);
    }
  }

  async #printAgain(report: Report): Promise<void> {
    const ctx = this.#ctx;
    const snapshot = frozenSnapshot(report);
    const json = report.snapshot ?? '';
    const pages = await printPages(ctx, { title: snapshot.title, dataJson: json });
    const at = report.frozen_at === null ? ctx.ports.clock.now() : Date.parse(report.frozen_at);
    const pdf = await finished(pages, snapshot, json, at);
    const pdf_sha256 = this.#files.put(pdf.bytes, 'pdf');
    const label = { key: 'reportFreeze', args: { name: clipped(report.title), no: report.no ?? 0 } };
    const patch = { pdf_sha256, pdf_bytes: pdf.bytes.byteLength };
    ctx.log.commit(label, (tx) => tx.updateSystem('report', report.id, patch), 'system');
  }

  async #run(report: Report, replace: boolean, task: TaskContext) {
    const ctx = this.#ctx;
    task.progress(0.05, 'compose');
    const no = nextReportNumber(ctx.store.read, report.project_id);
    const composed = composeDraft(ctx, report, no).snapshot;
    const snapshot = snapshotSchema.parse(replace ? replaceMissing(composed) : composed);
    requireGlyphs(snapshot);
    const json = canonicalJson(snapshot);
    task.progress(0.15, 'print');
    const pages = await printPages(ctx, { title: snapshot.title, dataJson: json }, task.signal);
    task.progress(0.8, 'check');
    const pdf = await finished(pages, snapshot, json, ctx.ports.clock.now());
    if (task.signal.aborted) throw new AppError('CANCELLED');
    task.progress(0.95, 'store');
    const pdfHash = this.#files.put(pdf.bytes, 'pdf');
    const hash = sha256(json);
    record(ctx, report, {
      no,
      statusOn: snapshot.status_on,
      json,
      hash,
      pdfHash,
      pdfBytes: pdf.bytes.byteLength,
    });
    return { no, sha256: pdfHash, bytes: pdf.bytes.byteLength, pages: pdf.pages };
  }
}
