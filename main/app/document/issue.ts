/** Issuing: content, its hash, number, version and code in one commit. Afterwards nothing of it changes. */
import type { ReadableDb } from '#db/engine/types.ts';
import type { Tx } from '#db/log/tx.ts';
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

interface Issued {
  readonly id: string;
  readonly no: number;
  readonly version: number;
  readonly code: string;
  readonly unchanged: boolean;
}

type Series = ReturnType<typeof seriesOf>;

/** Everything that will be stored, as the data are now. @throws AppError CONFLICT; MISSING_GLYPHS */
function prepare(ctx: AppContext, input: IssueInput) {
  const composed = composeDocument(ctx, input);
  kindSpec(input.kind).requireWhole?.(ctx, input.subjectId);
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
  const no = series[0]?.no ?? nextDocumentNumber(ctx.store.read, input.kind, composed.owners);
  const version = (series[0]?.version ?? 0) + 1;
  const code = freeCode(ctx, [hash, input.kind, input.subjectId, version].join(' '));
  return { input, owners: composed.owners, content, frame, json, hash, series, no, version, code };
}

/** The last version, if it says exactly this. */
function sameAsLast(ctx: AppContext, series: Series, hash: string): Issued | null {
  const latest = series.find((row) => row.state !== 'withdrawn');
  if (latest?.content_sha256 !== hash || latest.state !== 'issued') return null;
  return { id: latest.id, version: latest.version, unchanged: true, ...numberOf(ctx, latest.id) };
}

function write(tx: Tx, made: ReturnType<typeof prepare>): string {
  const { input, owners, series, no, version, code } = made;
  for (const row of series)
    if (row.state === 'issued') tx.updateSystem('document', row.id, { state: 'superseded' });
  kindSpec(input.kind).onIssued?.(tx, input.subjectId);
  return tx.create('document', {
    client_id: owners.client.id,
    project_id: owners.project?.id ?? null,
    kind: input.kind,
    subject_id: input.subjectId,
    no,
    version,
    title: made.content.title.slice(0, 300),
    language: input.language,
    audience: input.audience,
    content: made.json,
    content_sha256: made.hash,
    frame: canonicalJson({ ...made.frame, no, issue: version, code }),
    code,
    issued_at: tx.at,
  });
}

/**
 * Issues the next version; the one before is superseded. If nothing changed since the last version, that one is the
 * answer and nothing is written.
 * @throws AppError CONFLICT if the content is no longer the one that was looked at; MISSING_GLYPHS
 */
export function issueDocument(ctx: AppContext, input: IssueInput): Issued {
  const made = prepare(ctx, input);
  const { series, no, version, code } = made;
  const same = sameAsLast(ctx, series, made.hash);
  if (same) return same;
  const label = { key: 'documentIssue', args: { name: clipped(made.content.title), version } };
  // Not on the undo stack: a number that was given and a paper that may have left stay given.
  const { value: id } = ctx.log.commit(
    label,
    (tx) => {
      if (seriesOf(tx.db, input)[0]?.version !== series[0]?.version)
        throw new AppError('CONFLICT', { entity: 'document' });
      return write(tx, made);
    },
    'system',
  );
  return { id, no, version, code, unchanged: false };
}

/** The same as part of a commit that is being made: of what it has written so far. */
export function issueWithin(ctx: AppContext, tx: Tx, input: IssueInput): Issued {
  // The reading connection does not see it yet; nothing but reading is done with this one.
  const inside: AppContext = { ...ctx, store: { ...ctx.store, read: tx.db as ReadableDb } };
  const made = prepare(inside, input);
  const same = sameAsLast(inside, made.series, made.hash);
  if (same) return same;
  return { id: write(tx, made), no: made.no, version: made.version, code: made.code, unchanged: false };
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
