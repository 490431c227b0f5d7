import { linksTo } from '#db/queries/links.ts';
import { getRecord } from '#db/queries/records.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { entityOf, typeOfId } from '#shared/model/registry.ts';
import type { AppContext } from './context.ts';
import { placeRecord } from './place.ts';

/** Acts on several records of a register. */
export function registerHandlers(ctx: AppContext): Handlers {
  return {
    'record.links': ({ id }) => linksTo(ctx.store.read, id),
    'record.place': (input) => placeRecord(ctx, input),
    'register.remove': ({ ids }) => {
      const wanted = [...new Set(ids)];
      const type = typeOfId(wanted[0] ?? '');
      if (type === null) throw new AppError('NOT_FOUND', { entity: '' });
      if (wanted.some((id) => typeOfId(id) !== type))
        throw new AppError('VALIDATION', { entity: type }, { field: 'ids', reason: 'MIXED_TYPES' });
      const first = getRecord(ctx.store.read, type, wanted[0] ?? '') as Record<string, unknown> | null;
      const name = clipped(first?.[entityOf(type).title]);
      const label =
        wanted.length === 1
          ? { key: 'remove', args: { entity: type, name } }
          : { key: 'removeMany', args: { entity: type, count: wanted.length } };
      ctx.log.commit(label, (tx) => {
        for (const id of wanted) tx.remove(type, id);
      });
      return { removed: wanted.length };
    },
  };
}
