/** Every kind of document there is and how it is composed. A new kind adds its line. */
import type { DocumentKind } from '#shared/domain/documents/content.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { requirements } from './requirements.ts';
import type { KindSpec } from './types.ts';

const kinds: Readonly<Partial<Record<DocumentKind, KindSpec>>> = {
  requirements,
};

/** @throws AppError NOT_FOUND for a kind that nobody composes */
export function kindSpec(kind: DocumentKind): KindSpec {
  const spec = kinds[kind];
  if (!spec) throw new AppError('NOT_FOUND', { entity: 'document' });
  return spec;
}
