/** Every kind of document there is and how it is composed. A new kind adds its line. */
import type { DocumentKind } from '#shared/domain/documents/content.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { adjustment } from './adjustment.ts';
import { charter } from './charter.ts';
import { decision } from './decision.ts';
import { delayNotice } from './delayNotice.ts';
import { goals } from './goals.ts';
import { requirements } from './requirements.ts';
import { schedule } from './schedule.ts';
import { scope } from './scope.ts';
import type { KindSpec } from './types.ts';

const kinds: Readonly<Partial<Record<DocumentKind, KindSpec>>> = {
  adjustment,
  charter,
  decision,
  delay_notice: delayNotice,
  goals,
  requirements,
  schedule,
  scope,
};

/** @throws AppError NOT_FOUND for a kind that nobody composes */
export function kindSpec(kind: DocumentKind): KindSpec {
  const spec = kinds[kind];
  if (!spec) throw new AppError('NOT_FOUND', { entity: 'document' });
  return spec;
}
