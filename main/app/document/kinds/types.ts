import type { Tx } from '#db/log/tx.ts';
import type { AppContext } from '#main/app/context.ts';
import type { Audience, DocumentContent } from '#shared/domain/documents/content.ts';
import type { Locale } from '#shared/i18n/index.ts';
import type { EntityType } from '#shared/model/registry.ts';

/**
 * Composes a document from the data of this moment, in its own language. The same data must give the same content:
 * no clock, no random order. For the client nothing internal may be in it.
 */
export type Composer = (
  ctx: AppContext,
  subjectId: string,
  language: Locale,
  audience: Audience,
) => DocumentContent;

export interface KindSpec {
  /** Type of the record it is about. */
  readonly subject: EntityType;
  /** Whom it can be made for; the first is the usual one. */
  readonly audiences: readonly [Audience, ...Audience[]];
  readonly compose: Composer;
  /** Refuses to issue what is not whole yet; it can be previewed all the same. @throws AppError */
  readonly requireWhole?: (ctx: AppContext, subjectId: string) => void;
  /** What becomes of the record when its document is issued or was sent; part of the same commit. */
  readonly onIssued?: (tx: Tx, subjectId: string) => void;
  readonly onSent?: (tx: Tx, subjectId: string, today: string) => void;
}
