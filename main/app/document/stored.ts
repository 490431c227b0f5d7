/** Documents as they were issued. */
import { getRecord, listRecords } from '#db/queries/records.ts';
import { type AppContext, localReader } from '#main/app/context.ts';
import type { ContentStore } from '#main/services/files/contentStore.ts';
import {
  contentSchema,
  type DocumentContent,
  type DocumentFrame,
  type DocumentPrint,
  frameSchema,
  type PrintedSignature,
} from '#shared/domain/documents/content.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';

export type StoredDocument = RecordOf<'document'>;

/** @throws AppError NOT_FOUND */
export function readDocument(ctx: AppContext, id: string): StoredDocument {
  const document = getRecord(ctx.store.read, 'document', id);
  if (!document) throw new AppError('NOT_FOUND', { entity: 'document' });
  return document;
}

function parsed<T>(
  schema: { safeParse(value: unknown): { success: boolean; data?: T } },
  json: string,
): T | null {
  try {
    const result = schema.safeParse(JSON.parse(json));
    return result.success ? (result.data ?? null) : null;
  } catch {
    return null;
  }
}

/** What it says, as stored. @throws AppError DOCUMENT_DAMAGED if it no longer is a document */
export function storedContent(document: StoredDocument): DocumentContent {
  const content = parsed<DocumentContent>(contentSchema, document.content);
  if (content === null) throw new AppError('DOCUMENT_DAMAGED', { name: document.title });
  return content;
}

/** @throws AppError DOCUMENT_DAMAGED */
export function storedFrame(document: StoredDocument): DocumentFrame {
  const frame = parsed<DocumentFrame>(frameSchema, document.frame);
  if (frame === null) throw new AppError('DOCUMENT_DAMAGED', { name: document.title });
  return frame;
}

/** Signatures of a document in the order they were given. */
export function signoffsOf(ctx: AppContext, documentId: string): RecordOf<'signoff'>[] {
  const all = listRecords(ctx.store.read, 'signoff', { document_id: documentId });
  return all.sort((left, right) =>
    left.signed_at < right.signed_at ? -1 : left.signed_at > right.signed_at ? 1 : 0,
  );
}

const EXTENSIONS = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

function printed(ctx: AppContext, files: ContentStore, signoff: RecordOf<'signoff'>): PrintedSignature {
  const { image_sha256: hash, image_type: type } = signoff;
  const drawn = signoff.method !== 'paper' && hash !== null && type !== null;
  const bytes = drawn ? files.find(hash, EXTENSIONS[type]) : null;
  const at = localReader(ctx)(signoff.signed_at);
  return {
    side: signoff.side,
    name: signoff.name,
    role: signoff.role,
    method: signoff.method,
    signed_at: at.slice(0, 16).replace('T', ' '),
    image:
      bytes === null || type === null ? null : `data:${type};base64,${Buffer.from(bytes).toString('base64')}`,
    seal: signoff.seal_sha256,
  };
}

/** What the print page draws for a document as it stands: with its signatures, or as it was issued. */
export function printOf(
  ctx: AppContext,
  files: ContentStore,
  document: StoredDocument,
  signoffs: readonly RecordOf<'signoff'>[],
): DocumentPrint {
  return {
    kind: 'document',
    content: storedContent(document),
    frame: storedFrame(document),
    sha256: document.content_sha256,
    signatures: signoffs.map((signoff) => printed(ctx, files, signoff)),
  };
}
