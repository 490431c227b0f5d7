/** The order of records that people put in order themselves. */
import type { Tx } from '#db/log/tx.ts';
import { ranksAt } from '#shared/domain/plan/outline.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { isOrdered } from '#shared/model/order.ts';
import { type EntityType, entityOf, typeOfId } from '#shared/model/registry.ts';
import type { AppContext } from './context.ts';

interface Ranked {
  readonly id: string;
  readonly rank: string;
  readonly parent_id: null;
}

type Row = Readonly<Record<string, unknown>>;

/** Live records of the same owner in their order. The owner is the first owning field that has a value. */
function siblings(tx: Tx, type: EntityType, record: Row): readonly Ranked[] {
  const owner = entityOf(type).owners.find((field) => record[field] !== null);
  const own = owner === undefined ? '' : `AND ${owner} IS ?`;
  const sql = `SELECT id, rank, NULL AS parent_id FROM ${type} WHERE deleted_at IS NULL ${own} ORDER BY rank, id`;
  return tx.db.prepare<unknown[], Ranked>(sql).all(...(owner === undefined ? [] : [record[owner]]));
}

const notThere = (type: EntityType) =>
  new AppError('VALIDATION', { entity: type }, { field: 'beforeId', reason: 'OTHER_OWNER' });

/** @throws AppError NOT_FOUND, VALIDATION when the other record has another owner or the type has no order */
export function placeRecord(ctx: AppContext, { id, beforeId }: InputOf<'record.place'>) {
  const type = typeOfId(id);
  if (type === null) throw new AppError('NOT_FOUND', { entity: '' });
  if (!isOrdered(type))
    throw new AppError('VALIDATION', { entity: type }, { field: 'id', reason: 'NO_ORDER' });
  const record = ctx.store.read.prepare(`SELECT * FROM ${type} WHERE id = ?`).get(id) as Row | undefined;
  const name = clipped(record?.[entityOf(type).title]);
  const { value } = ctx.log.commit({ key: 'place', args: { entity: type, name } }, (tx) => {
    const all = siblings(tx, type, tx.get(type, id) as unknown as Row);
    if (beforeId === id) return false;
    const others = all.filter((one) => one.id !== id);
    const at = beforeId === null ? others.length : others.findIndex((one) => one.id === beforeId);
    if (at < 0) throw notThere(type);
    const now = all.findIndex((one) => one.id === id);
    const inOrder = all.every((one, index) => index === 0 || (all[index - 1]?.rank ?? '') < one.rank);
    if (at === now && inOrder) return false;
    let changed = false;
    for (const [one, rank] of ranksAt(others, at, [id]))
      changed = tx.updateSystem(type, one, { rank } as never) || changed;
    return changed;
  });
  return { changed: value };
}
