/** Holds what was issued against what would be issued now. */
import type { AppContext } from '#main/app/context.ts';
import { canonicalContent, composeDocument } from '#main/app/document/compose.ts';
import { contentSchema } from '#shared/domain/documents/content.ts';
import { replaceMissing } from '#shared/domain/report/glyphs.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { IsCurrent } from './state.ts';

/** A document about something that is gone can no longer be issued: it is not current. */
export function currentOf(ctx: AppContext): IsCurrent {
  return ({ kind, subject_id: subjectId, language, audience, content_sha256: issued }) => {
    try {
      const { content, hash } = composeDocument(ctx, { kind, subjectId, language, audience });
      if (hash === issued) return true;
      // Issued with signs in the place of characters that no font has: the same words all the same.
      return canonicalContent(contentSchema.parse(replaceMissing(content))).hash === issued;
    } catch (error) {
      if (error instanceof AppError) return false;
      throw error;
    }
  };
}
