/** Labels of the history for what happens to records of every kind. */
import type { Label } from '#db/log/types.ts';
import { getRecord } from '#db/queries/records.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { type EntityType, entityOf } from '#shared/model/registry.ts';
import type { AppContext } from './context.ts';

/** What a record is called in a list, shortened. */
export const titleOf = (type: EntityType, record: object | null): string =>
  clipped((record as Readonly<Record<string, unknown>> | null)?.[entityOf(type).title]);

/** `Create risk “Flood”`. */
export const createLabel = (entity: EntityType, name: unknown): Label => ({
  key: 'create',
  args: { entity, name: clipped(name) },
});

/** `Change risk “Flood”: owner`, by the name it has afterwards and the first field of the patch. */
export function updateLabel(ctx: AppContext, entity: EntityType, id: string, patch: object): Label {
  const name = titleOf(entity, { ...getRecord(ctx.store.read, entity, id), ...patch });
  return { key: 'update', args: { entity, name, field: Object.keys(patch)[0] ?? '' } };
}
