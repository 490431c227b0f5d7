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
}
