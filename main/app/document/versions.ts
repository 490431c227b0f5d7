/** G9: what changed between versions, and who has read which. */
import { getRecord, listRecords } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { savedName, saveExport } from '#main/app/file/saveFile.ts';
import { requireGlyphs } from '#main/app/print/pages.ts';
import { safeFileName } from '#main/policy/fileName.ts';
import { documentOf, heading, remark } from '#shared/domain/documents/blocks.ts';
import { compareContents, type DocumentChange } from '#shared/domain/documents/compare.ts';
import type { Block, DocumentContent } from '#shared/domain/documents/content.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { type Say, textsIn } from '../texts.ts';
import { composeDocument } from './compose.ts';
import { documentPdf } from './pdf.ts';
import { readDocument, type StoredDocument, storedContent, storedFrame } from './stored.ts';

interface Compared {
  readonly before: StoredDocument;
  /** Null: the content of this moment. */
  readonly after: StoredDocument | null;
  readonly content: DocumentContent;
  readonly changes: DocumentChange[];
}

function composedNow(ctx: AppContext, document: StoredDocument): DocumentContent {
  const { kind, subject_id: subjectId, language, audience } = document;
  return composeDocument(ctx, { kind, subjectId, language, audience }).content;
}

const isEarlier = (left: StoredDocument, right: StoredDocument): boolean =>
  left.issued_at === right.issued_at ? left.version < right.version : left.issued_at < right.issued_at;

/** The earlier of two versions first, whichever was named first. @throws AppError VALIDATION for two kinds of document */
function compared(ctx: AppContext, id: string, withId: string | null): Compared {
  const one = readDocument(ctx, id);
  const other = withId === null ? null : readDocument(ctx, withId);
  if (other !== null && other.kind !== one.kind)
    throw new AppError(
      'VALIDATION',
      { entity: 'document', detail: 'DOCUMENT_OTHER_KIND' },
      { field: 'withId', reason: 'DOCUMENT_OTHER_KIND' },
    );
  const turned = other !== null && isEarlier(other, one);
  const before = turned ? other : one;
  const after = turned ? one : other;
  const content = after === null ? composedNow(ctx, before) : storedContent(after);
  return { before, after, content, changes: compareContents(storedContent(before), content) };
}

export function compareDocuments(ctx: AppContext, id: string, withId: string | null) {
  const { before, after, changes } = compared(ctx, id, withId);
  return {
    before: { id: before.id, version: before.version },
    after: after === null ? null : { id: after.id, version: after.version },
    title: before.title,
    language: before.language,
    changes,
  };
}

function changeBlocks(say: Say, changes: readonly DocumentChange[]): Block[] {
  if (changes.length === 0) return [remark('none', say('document:compare.none'))];
  let place: string | null = null;
  return changes.flatMap((change, at) => {
    const head = change.place === place ? [] : [heading(`place:${at}`, change.place)];
    place = change.place;
    return [
      ...head,
      {
        kind: 'change' as const,
        id: `change:${at}`,
        label: [say(`document:compare.${change.state}`), change.label].filter(Boolean).join(' · '),
        parts: change.parts,
      },
    ];
  });
}

/** The differences as a paper of their own, saved where the user says. */
export async function printComparison(
  ctx: AppContext,
  id: string,
  withId: string | null,
  signal: AbortSignal,
): Promise<{ name: string | null }> {
  const { before, after, changes } = compared(ctx, id, withId);
  const { language, audience, kind } = before;
  const say = textsIn(language);
  const values = { before: before.version, after: after?.version ?? 0 };
  const title = say(after === null ? 'document:compare.titleNow' : 'document:compare.title', {
    ...values,
    title: before.title,
  });
  const content = documentOf(
    { kind, language, audience, title, facts: [[say('document:compare.count'), String(changes.length)]] },
    changeBlocks(say, changes),
  );
  const frame = { ...storedFrame(before), dated: ctx.today(), no: null, issue: null, code: null };
  requireGlyphs([content, frame]);
  const print = { kind: 'document' as const, content, frame, sha256: null, signatures: [] };
  const { bytes } = await documentPdf(ctx, print, new Date(ctx.ports.clock.now()), signal);
  const name = safeFileName(clipped(title, 70), 'pdf', 'document');
  return savedName(await saveExport(ctx, name, 'pdf', () => bytes)) ?? { name: null };
}

interface ReadInput {
  readonly id: string;
  readonly person: string;
  readonly contactId?: string | null | undefined;
  readonly readOn?: string | undefined;
  readonly note?: string | null | undefined;
}

/** Notes that somebody has read this version. Twice the same person is once. @throws AppError NOT_FOUND, VALIDATION */
export function markRead(ctx: AppContext, input: ReadInput): { id: string } {
  const document = readDocument(ctx, input.id);
  const contact = input.contactId == null ? null : getRecord(ctx.store.read, 'contact', input.contactId);
  if (input.contactId != null && contact?.client_id !== document.client_id)
    throw new AppError('NOT_FOUND', { entity: 'contact' });
  const person = input.person.trim();
  const known = listRecords(ctx.store.read, 'read_receipt', { document_id: document.id }).find(
    (receipt) => receipt.person === person && receipt.contact_id === (contact?.id ?? null),
  );
  if (known) return { id: known.id };
  const label = { key: 'documentRead', args: { name: clipped(document.title), person: clipped(person, 40) } };
  const { value } = ctx.log.commit(label, (tx) =>
    tx.create('read_receipt', {
      document_id: document.id,
      person,
      contact_id: contact?.id ?? null,
      read_on: input.readOn ?? ctx.today(),
      note: input.note ?? null,
    }),
  );
  return { id: value };
}
