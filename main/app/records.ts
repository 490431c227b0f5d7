/** Handlers every entity gets: list, get, create, update, remove. */
import { generateKeyBetween } from 'fractional-indexing';
import type { Tx } from '#db/log/tx.ts';
import { getRecord, listedRecords } from '#db/queries/records.ts';
import type { Handlers } from '#main/ipc/router.ts';
import type { ListInput } from '#shared/ipc/channels/records.ts';
import { type EntityType, entityOf, entityTypes } from '#shared/model/registry.ts';
import type { AppContext } from './context.ts';
import { createLabel, titleOf, updateLabel } from './labels.ts';
import { lastRank, nextNumber } from './numbers.ts';

type Values = Record<string, unknown>;

/** Key after the last child of the parent; those in the trash count, because they may come back. */
export function rankAtEnd(tx: Tx, projectId: unknown, parentId: unknown): string {
  const sql = 'SELECT max(rank) AS rank FROM task WHERE project_id = ? AND parent_id IS ?';
  const last = tx.db
    .prepare<[unknown, unknown], { rank: string | null }>(sql)
    .get(projectId, parentId ?? null);
  return generateKeyBetween(last?.rank ?? null, null);
}

/** Fields that the core gives a new record. */
function completed(tx: Tx, type: EntityType, values: Values): Values {
  const { fields } = entityOf(type);
  if (type === 'task') return { ...values, rank: rankAtEnd(tx, values.project_id, values.parent_id) };
  return {
    ...values,
    ...(fields.no?.system && type !== 'report' ? { no: nextNumber(tx, type, values.project_id) } : {}),
    ...(fields.rank?.kind === 'rank' ? { rank: lastRank(tx, type, values) } : {}),
  };
}

function handlersOf(ctx: AppContext, type: EntityType): Record<string, (input: never) => unknown> {
  const entity = entityOf(type);
  return {
    [`${type}.list`]: (input: ListInput) => listedRecords(ctx.store.read, type, input.where ?? {}),
    [`${type}.get`]: (input: { id: string }) => getRecord(ctx.store.read, type, input.id),
    [`${type}.create`]: (input: { values: Values }) => {
      const label = createLabel(type, input.values[entity.title]);
      const { value } = ctx.log.commit(label, (tx) =>
        tx.create(type, completed(tx, type, input.values) as never),
      );
      return { id: value };
    },
    [`${type}.update`]: (input: { id: string; patch: Values }) => {
      const label = updateLabel(ctx, type, input.id, input.patch);
      const { value } = ctx.log.commit(label, (tx) => tx.update(type, input.id, input.patch as never));
      return { changed: value };
    },
    [`${type}.remove`]: (input: { id: string }) => {
      const name = titleOf(type, getRecord(ctx.store.read, type, input.id));
      ctx.log.commit({ key: 'remove', args: { entity: type, name } }, (tx) => tx.remove(type, input.id));
      return {};
    },
  };
}

export function recordHandlers(ctx: AppContext): Handlers {
  return Object.assign({}, ...entityTypes.map((type) => handlersOf(ctx, type))) as Handlers;
}
