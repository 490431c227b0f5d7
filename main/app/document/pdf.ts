/** The PDFs of issued documents: made once from what was stored, kept by hash. */
import type { AppContext } from '#main/app/context.ts';
import { printPages } from '#main/app/print/pages.ts';
import { type ContentStore, sha256 } from '#main/services/files/contentStore.ts';
import { finishPdf } from '#main/services/pdf/finishPdf.ts';
import { A4 } from '#main/services/pdf/inspect.ts';
import type { DocumentPrint } from '#shared/domain/documents/content.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { canonicalJson } from '#shared/model/canonical.ts';
import { printOf, readDocument, type StoredDocument, signoffsOf } from './stored.ts';

const LANDSCAPE = { width: A4.height, height: A4.width };

/** Prints data of the print page and makes the file whole. @throws AppError PRINT_FAILED, CANCELLED */
export async function documentPdf(
  ctx: AppContext,
  print: DocumentPrint,
  createdAt: Date,
  signal?: AbortSignal,
): Promise<{ bytes: Uint8Array; pages: number }> {
  const { content, frame } = print;
  const pages = await printPages(ctx, { title: content.title, dataJson: canonicalJson(print) }, signal);
  return finishPdf(pages, {
    title: content.title,
    author: frame.company?.name ?? frame.prepared_by ?? '',
    language: content.language,
    subject: [frame.project ?? frame.client, frame.code].filter(Boolean).join(' '),
    createdAt,
    page: content.paper === 'landscape' ? LANDSCAPE : A4,
    // The very bytes that were hashed: whoever has the PDF can hold them against the printed hash.
    attachment: { name: 'document.json', json: canonicalJson(content) },
  });
}

export interface PdfFile {
  readonly sha256: string;
  readonly bytes: number;
}

export class DocumentPdfs {
  readonly #ctx: AppContext;
  readonly #files: ContentStore;
  /** Files that are being made, so that two requests at once make them once. */
  readonly #making = new Map<string, Promise<PdfFile>>();

  constructor(ctx: AppContext, files: ContentStore) {
    this.#ctx = ctx;
    this.#files = files;
  }

  /**
   * The PDF of the document as it stands: with its signatures if there are any. The one without stays beside it.
   * @throws AppError NOT_FOUND, DOCUMENT_DAMAGED, PRINT_FAILED, CANCELLED
   */
  async current(id: string, signal?: AbortSignal): Promise<PdfFile> {
    const issued = await this.#once(`${id} issued`, () => this.#issued(id, signal));
    if (signoffsOf(this.#ctx, id).length === 0) return issued;
    return this.#once(`${id} signed`, () => this.#signed(id, signal));
  }

  async #once(key: string, make: () => Promise<PdfFile>): Promise<PdfFile> {
    const running = this.#making.get(key) ?? make();
    this.#making.set(key, running);
    try {
      return await running;
    } finally {
      this.#making.delete(key);
    }
  }

  /** What is stored is what was hashed; a file made of anything else would be a forgery. */
  #read(id: string): StoredDocument {
    const document = readDocument(this.#ctx, id);
    if (sha256(document.content) !== document.content_sha256)
      throw new AppError('DOCUMENT_DAMAGED', { name: clipped(document.title) });
    return document;
  }

  async #make(document: StoredDocument, print: DocumentPrint, signal?: AbortSignal): Promise<PdfFile> {
    const pdf = await documentPdf(this.#ctx, print, new Date(document.issued_at), signal);
    return { sha256: this.#files.put(pdf.bytes, 'pdf'), bytes: pdf.bytes.byteLength };
  }

  async #issued(id: string, signal?: AbortSignal): Promise<PdfFile> {
    const document = this.#read(id);
    if (document.pdf_sha256 !== null) return { sha256: document.pdf_sha256, bytes: document.pdf_bytes ?? 0 };
    const file = await this.#make(document, printOf(this.#ctx, this.#files, document, []), signal);
    const patch = { pdf_sha256: file.sha256, pdf_bytes: file.bytes };
    this.#record(document, (tx) => tx.updateSystem('document', id, patch));
    return file;
  }

  async #signed(id: string, signal?: AbortSignal): Promise<PdfFile> {
    const document = this.#read(id);
    const signoffs = signoffsOf(this.#ctx, id);
    const signedWith = sha256(signoffs.map((signoff) => signoff.seal_sha256).join(' '));
    if (document.signed_with === signedWith && document.signed_pdf_sha256 !== null)
      return { sha256: document.signed_pdf_sha256, bytes: document.signed_pdf_bytes ?? 0 };
    const file = await this.#make(document, printOf(this.#ctx, this.#files, document, signoffs), signal);
    const patch = { signed_pdf_sha256: file.sha256, signed_pdf_bytes: file.bytes, signed_with: signedWith };
    this.#record(document, (tx) => tx.updateSystem('document', id, patch));
    return file;
  }

  #record(document: StoredDocument, work: Parameters<AppContext['log']['commit']>[1]): void {
    const label = { key: 'documentPdf', args: { name: clipped(document.title), version: document.version } };
    this.#ctx.log.commit(label, work, 'system');
  }
}
