/** The papers of the sample that were issued: made as any other, in the commit of the sample. */
import type { Tx } from '#db/log/tx.ts';
import type { AppContext } from '#main/app/context.ts';
import { issueWithin } from '#main/app/document/issue.ts';
import type { DocumentKind } from '#shared/domain/documents/content.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { idOf, type SampleIds } from './create.ts';

/** Kind and local key of what it is about. What has gaps or needs dates of the plan is left for the user to issue. */
const PAPERS = [
  ['expectation', 'project'],
  ['charter', 'project'],
  ['scope', 'project'],
  ['minutes', 'meeting/last'],
] as const satisfies readonly (readonly [DocumentKind, string])[];

export function issueSamplePapers(ctx: AppContext, tx: Tx, ids: SampleIds, language: Locale): void {
  for (const [kind, key] of PAPERS)
    issueWithin(ctx, tx, {
      kind,
      subjectId: idOf(ids, key),
      language,
      audience: 'client',
      replaceMissing: true,
    });
}
