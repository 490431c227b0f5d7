/** Issuing: content, its hash, number, version and code in one commit. Afterwards nothing of it changes. */
import { documentByCode, nextDocumentNumber, seriesOf } from '#db/queries/document.ts';
import type { AppContext } from '#main/app/context.ts';
import { requireGlyphs } from '#main/app/print/pages.ts';
import { sha256 } from '#main/services/files/contentStore.ts';
import { codeOf } from '#shared/domain/documents/code.ts';
import { contentSchema } from '#shared/domain/documents/content.ts';
import { replaceMissing } from '#shared/domain/report/glyphs.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { canonicalJson } from '#shared/model/canonical.ts';
import { canonicalContent, composeDocument, type DocumentRequest, frameOf } from './compose.ts';
import { kindSpec } from './kinds/index.ts';
import { readDocument, signoffsOf } from './stored.ts';

interface IssueInput extends DocumentRequest {
  /** Hash of the content that was looked at: what is issued is what was seen. */
  readonly sha256?: string | undefined;
  readonly replaceMissing?: boolean | undefined;
}

/** A code no other document of this store has. */
function freeCode(ctx: AppContext, seed: string): string {
  for (let n = 0; n < 1000; n++) {
    const code = codeOf(sha256(`${seed} ${n}`));
    if (documentByCode(ctx.store.read, code) === null) return code;
  }
  throw new Error('no code is free');
}

/**
 * Issues the next version; the one before is superseded. If nothing changed since the last version, that one is the
 * answer and nothing is written.
 * @throws AppError CONFLICT if the content is no longer the one that was looked at; MISSING_GLYPHS
 */
export function issueDocument(ctx: AppContext, input: IssueInput) {
  const composed = composeDocument(ctx, input);
  const spec = kindSpec(input.kind);
  spec.requireWhole?.(ctx, input.subjectId);
  if (input.sha256 !== undefined && input.sha256 !== composed.hash)
    throw new AppError('CONFLICT', { entity: 'document' });
  const content = input.replaceMissing
    ? contentSchema.parse(replaceMissing(composed.content))
    : composed.content;
  const bare = frameOf(ctx, composed.owners);
  const frame = input.replaceMissing ? replaceMissing(bare) : bare;
  requireGlyphs([content, frame]);
  const { json, hash } = canonicalContent(content);
  const series = seriesOf(ctx.store.read, input);
  const latest = series.find((row) => row.state !== 'withdrawn');
  if (latest?.content_sha256 === hash && latest.state === 'issued')
    return { id: latest.id, version: latest.version, unchanged: true, ...numberOf(ctx, latest.id) };
  const no = series[0]?.no ?? nextDocumentNumber(ctx.store.read, input.kind, composed.owners);
  const version = (series[0]?.version ?? 0) + 1;
  const { client, project } = composed.owners;
  const code = freeCode(ctx, [hash, input.kind, input.subjectId, version].join(' '));
  const label = { key: 'documentIssue', args: { name: clipped(content.title), version } };
  // Not on the undo stack: a number that was given and a paper that may have left stay given.
  const { value: id } = ctx.log.commit(
    label,
    (tx) => {
      if (seriesOf(tx.db, input)[0]?.version !== series[0]?.version)
        throw new AppError('CONFLICT', { entity: 'document' });
      for (const row of series)
        if (row.state === 'issued') tx.updateSystem('document', row.id, { state: 'superseded' });
      spec.onIssued?.(tx, input.subjectId);
      return tx.create('document', {
        client_id: client.id,
        project_id: project?.id ?? null,
        kind: input.kind,
        subject_id: input.subjectId,
        no,
        version,
        title: content.title.slice(0, 300),
        language: input.language,
        audience: input.audience,
        content: json,
        content_sha256: hash,
        frame: canonicalJson({ ...frame, no, issue: version, code }),
        code,
        issued_at: tx.at,
      });
    },
    'system',
  );
  return { id, no, version, code, unchanged: false };
}

function numberOf(ctx: AppContext, id: string): { no: number; code: string } {
  const { no, code } = readDocument(ctx, id);
  return { no: no ?? 1, code };
}

/** Takes a document back that must not be used. What both sides hold signed cannot be taken back. @throws AppError DOCUMENT_SIGNED */
export function withdrawDocument(ctx: AppContext, id: string): { changed: boolean } {
  const document = readDocument(ctx, id);
  if (signoffsOf(ctx, id).length > 0)
    throw new AppError('DOCUMENT_SIGNED', { name: clipped(document.title) });
  const label = {
    key: 'documentWithdraw',
    args: { name: clipped(document.title), version: document.version },
  };
  const { value } = ctx.log.commit(label, (tx) => tx.updateSystem('document', id, { state: 'withdrawn' }));
  return { changed: value };
}
