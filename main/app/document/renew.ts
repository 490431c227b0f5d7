/** G22: a confirmed adjustment changes what goals and expectations say; their papers are never silently out of date. */
import { type RenewalCandidate, renewalCandidates } from '#db/queries/renewal.ts';
import type { AppContext } from '#main/app/context.ts';
import { contentSchema } from '#shared/domain/documents/content.ts';
import { replaceMissing } from '#shared/domain/report/glyphs.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { TodayRow } from '#shared/ipc/channels/today.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { canonicalContent, composeDocument } from './compose.ts';
import { issueWithin } from './issue.ts';
import { readDocument } from './stored.ts';

/** Whether the paper would say something else if it were issued now. */
function isOutdated(ctx: AppContext, row: RenewalCandidate): boolean {
  const { kind, subject_id: subjectId, language, audience, content_sha256: issued } = row;
  try {
    const { content, hash } = composeDocument(ctx, { kind, subjectId, language, audience });
    return hash !== issued && canonicalContent(contentSchema.parse(replaceMissing(content))).hash !== issued;
  } catch (error) {
    // What can no longer be composed cannot be renewed either.
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** Issued papers on goals and expectations that an adjustment signed by both sides has overtaken. */
export function outdatedPapers(ctx: AppContext, projectId: string | null): RenewalCandidate[] {
  return renewalCandidates(ctx.store.read, projectId).filter((row) => isOutdated(ctx, row));
}

export const outdatedRows = (ctx: AppContext, projectId: string) =>
  outdatedPapers(ctx, projectId).map(
    ({ id, kind, title, language, audience, version, adjustment, adjusted_on }) => ({
      id,
      kind,
      title,
      language,
      audience,
      version,
      adjustment,
      adjustedOn: adjusted_on,
    }),
  );

/** On the Today page until the next version is issued. */
export function renewalsDue(ctx: AppContext): TodayRow[] {
  return outdatedPapers(ctx, null).map((row) => ({
    kind: 'renewal',
    id: row.id,
    open_id: row.id,
    title: row.title,
    due_on: row.adjusted_on,
    client_id: row.client_id,
    client: row.client,
    project_id: row.project_id,
    project: row.project,
  }));
}

/**
 * Issues the next versions, all or none; those before are superseded and keep their signatures.
 * @throws AppError NOT_FOUND; MISSING_GLYPHS; CONFLICT for a version that is no longer the one in force
 */
export function renewPapers(
  ctx: AppContext,
  ids: readonly string[],
): { issued: { id: string; version: number }[] } {
  const papers = [...new Set(ids)].map((id) => readDocument(ctx, id));
  const [first] = papers;
  const label =
    papers.length === 1 && first
      ? { key: 'documentIssue', args: { name: clipped(first.title), version: first.version + 1 } }
      : { key: 'documentRenew', args: { count: papers.length } };
  // Not on the undo stack, like every issue.
  const { value } = ctx.log.commit(
    label,
    (tx) =>
      papers.map(({ id, kind, subject_id: subjectId, language, audience }) => {
        if (tx.get('document', id).state !== 'issued') throw new AppError('CONFLICT', { entity: 'document' });
        const made = issueWithin(ctx, tx, { kind, subjectId, language, audience });
        return { id: made.id, version: made.version };
      }),
    'system',
  );
  return { issued: value };
}
