import { documentByCode, documentRow, documentRows, seriesOf } from '#db/queries/document.ts';
import { listRecords } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { ContentStore } from '#main/services/files/contentStore.ts';
import { readCode } from '#shared/domain/documents/code.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { Attachments } from './attachments.ts';
import { previewDocument } from './compose.ts';
import { DocumentDelivery } from './deliver.ts';
import { issueDocument, withdrawDocument } from './issue.ts';
import { DocumentPdfs } from './pdf.ts';
import { outdatedRows, renewPapers } from './renew.ts';
import { printOf, readDocument, signoffsOf } from './stored.ts';
import { readSubject } from './subject.ts';
import { verifyDocuments } from './verify.ts';
import { compareDocuments, markRead, printComparison } from './versions.ts';

function openDocument(ctx: AppContext, files: ContentStore, id: string) {
  const document = readDocument(ctx, id);
  const row = documentRow(ctx.store.read, id);
  if (row === null) throw new AppError('NOT_FOUND', { entity: 'document' });
  const { content, frame, signatures } = printOf(ctx, files, document, signoffsOf(ctx, id));
  const { kind, subject_id: subjectId, language, audience } = document;
  const rows = new Map(documentRows(ctx.store.read, { subjectId }).map((other) => [other.id, other]));
  return {
    row,
    content,
    frame,
    sha256: document.content_sha256,
    signatures,
    readers: listRecords(ctx.store.read, 'read_receipt', { document_id: id })
      .map(({ id: receipt, person, contact_id, read_on, note }) => ({
        id: receipt,
        person,
        contact_id,
        read_on,
        note,
      }))
      .sort(
        (left, right) => left.read_on.localeCompare(right.read_on) || left.person.localeCompare(right.person),
      ),
    versions: seriesOf(ctx.store.read, { kind, subjectId, language, audience }).flatMap((version) => {
      const other = rows.get(version.id);
      if (!other) return [];
      const { state, issued_at, signed } = other;
      return [{ id: version.id, version: version.version, state, issued_at, signed }];
    }),
  };
}

function findDocument(ctx: AppContext, typed: string) {
  const code = readCode(typed);
  const found = code === null ? null : documentByCode(ctx.store.read, code);
  return found === null ? null : documentRow(ctx.store.read, found.id);
}

export function documentHandlers(ctx: AppContext): Handlers {
  const files = new ContentStore(ctx.dataDir);
  const pdfs = new DocumentPdfs(ctx, files);
  const attachments = new Attachments(ctx, files);
  const delivery = new DocumentDelivery(ctx, files, pdfs);
  return {
    'document.preview': (input) => previewDocument(ctx, input),
    'document.overview': (input) => documentRows(ctx.store.read, input),
    'document.open': ({ id }) => openDocument(ctx, files, id),
    'document.find': ({ code }) => findDocument(ctx, code),
    'document.issue': (input) => issueDocument(ctx, input),
    'document.outdated': ({ projectId }) => {
      readSubject(ctx, 'project', projectId);
      return outdatedRows(ctx, projectId);
    },
    'document.renew': ({ ids }) => renewPapers(ctx, ids),
    'document.withdraw': ({ id }) => withdrawDocument(ctx, id),
    'document.pdf': (input, task) => delivery.pdf(input, task.signal),
    'document.email': ({ id }, task) => delivery.email(id, task.signal),
    'document.revealDraft': async ({ id }) => {
      await delivery.reveal(id);
      return {};
    },
    'document.openMailto': async ({ id }) => {
      await delivery.openMailto(id);
      return {};
    },
    'document.markSent': ({ id }) => delivery.markSent(id),
    'document.compare': ({ id, withId }) => compareDocuments(ctx, id, withId),
    'document.printComparison': ({ id, withId }, task) => printComparison(ctx, id, withId, task.signal),
    'document.verify': (input) => verifyDocuments(ctx, files, input),
    'attachment.add': (input) => attachments.add(input),
    'attachment.of': ({ subjectId }) => attachments.of(subjectId),
    'attachment.open': ({ id }) => attachments.open(id),
    'attachment.save': ({ id }) => attachments.save(id),
    'attachment.describe': (input) => attachments.describe(input),
    'document.markRead': (input) => markRead(ctx, input),
  };
}
