/** MS-3: whether what was issued is still what it was. */
import { documentRows } from '#db/queries/document.ts';
import type { AppContext } from '#main/app/context.ts';
import { type ContentStore, sha256 } from '#main/services/files/contentStore.ts';
import { contentSchema, frameSchema } from '#shared/domain/documents/content.ts';
import { canonicalJson } from '#shared/model/canonical.ts';
import { readDocument, type StoredDocument } from './stored.ts';

export const FLAWS = ['content', 'frame', 'pdf', 'signed_pdf'] as const;
export type Flaw = (typeof FLAWS)[number];

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function contentHolds(document: StoredDocument): boolean {
  if (sha256(document.content) !== document.content_sha256) return false;
  const parsed = contentSchema.safeParse(jsonOf(document.content));
  if (!parsed.success || canonicalJson(parsed.data) !== document.content) return false;
  const { kind, language, audience } = parsed.data;
  return kind === document.kind && language === document.language && audience === document.audience;
}

function frameHolds(document: StoredDocument): boolean {
  const parsed = frameSchema.safeParse(jsonOf(document.frame));
  if (!parsed.success) return false;
  const { no, issue, code } = parsed.data;
  return no === document.no && issue === document.version && code === document.code;
}

/** What of a document no longer is what was issued; empty if all is well. A PDF not yet made is no flaw. */
export function flawsOf(files: ContentStore, document: StoredDocument): Flaw[] {
  const lost = (hash: string | null) => hash !== null && files.find(hash, 'pdf') === null;
  return [
    ...(contentHolds(document) ? [] : (['content'] as const)),
    ...(frameHolds(document) ? [] : (['frame'] as const)),
    ...(lost(document.pdf_sha256) ? (['pdf'] as const) : []),
    ...(lost(document.signed_pdf_sha256) ? (['signed_pdf'] as const) : []),
  ];
}

/** Checks one document, those of a project, or all. */
export function verifyDocuments(
  ctx: AppContext,
  files: ContentStore,
  where: { readonly id?: string | undefined; readonly projectId?: string | undefined },
) {
  const ids = where.id === undefined ? documentRows(ctx.store.read, where).map((row) => row.id) : [where.id];
  const problems = ids.flatMap((id) => {
    const document = readDocument(ctx, id);
    return flawsOf(files, document).map((what) => ({
      id,
      title: document.title,
      version: document.version,
      code: document.code,
      what,
    }));
  });
  return { checked: ids.length, problems };
}
