import { getRecord } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { ContentStore } from '#main/services/files/contentStore.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { currentOf } from './current.ts';
import { Signatures } from './sign.ts';
import { overviewOf, signingOf } from './state.ts';
import { extensionOf, verifySignoffs } from './verify.ts';

function requireProject(ctx: AppContext, id: string): void {
  if (!getRecord(ctx.store.read, 'project', id)) throw new AppError('NOT_FOUND', { entity: 'project' });
}

/** The picture of a signature for the screen; null where it is gone or damaged. */
export function signaturePicture(
  files: ContentStore,
  row: { readonly image_sha256: string | null; readonly image_type: string | null },
): string | null {
  if (row.image_sha256 === null) return null;
  const bytes = files.find(row.image_sha256, extensionOf(row.image_type));
  return bytes === null
    ? null
    : `data:${row.image_type ?? 'image/png'};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** MS-3: signing, where it stands, and whether it still is what it was. */
export function signingHandlers(ctx: AppContext): Handlers {
  const files = new ContentStore(ctx.dataDir);
  const isCurrent = currentOf(ctx);
  const signatures = new Signatures(ctx, files, isCurrent);
  return {
    'signoff.state': ({ subjectId, kind }) => signingOf(ctx.store.read, kind, subjectId, isCurrent),
    'signoff.overview': ({ projectId }) => {
      requireProject(ctx, projectId);
      return overviewOf(ctx.store.read, projectId, isCurrent);
    },
    'signoff.draw': (input) => signatures.draw(input),
    'signoff.paper': (input) => signatures.paper(input),
    'signoff.verify': ({ projectId }) => {
      if (projectId !== null) requireProject(ctx, projectId);
      return verifySignoffs(ctx.store.read, files, projectId);
    },
    'signoff.picture': ({ id }) => {
      const row = getRecord(ctx.store.read, 'signoff', id);
      if (!row) throw new AppError('NOT_FOUND', { entity: 'signoff' });
      return { dataUrl: signaturePicture(files, row) };
    },
  };
}
