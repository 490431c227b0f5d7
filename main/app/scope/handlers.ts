/** H2: scope items, their order, and the work that belongs to them. */

import type { Tx } from '#db/log/tx.ts';
import { getRecord } from '#db/queries/records.ts';
import { readScope, scopeItems, workBelow } from '#db/queries/scope.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { ranksAt } from '#shared/domain/plan/outline.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { AppContext } from '../context.ts';
import { createLabel } from '../labels.ts';
import { projectOf } from '../plan/planCommit.ts';

type Side = 'in' | 'out';

/** Gives an item its rank before another one of that side; items that have to make room get theirs too. */
function rankItem(tx: Tx, projectId: string, id: string, side: Side, beforeId: string | null): boolean {
  const others = scopeItems(tx.db, projectId)
    .filter((item) => item.side === side && item.id !== id)
    .map((item) => ({ id: item.id, rank: item.rank, parent_id: null }));
  const at = beforeId === null ? others.length : others.findIndex((item) => item.id === beforeId);
  if (at < 0) throw new AppError('NOT_FOUND', { entity: 'scope_item' });
  let changed = tx.update('scope_item', id, { side });
  for (const [item, rank] of ranksAt(others, at, [id]))
    changed = tx.updateSystem('scope_item', item, { rank }) || changed;
  return changed;
}

function assign(ctx: AppContext, taskIds: readonly string[], scopeItemId: string | null): { count: number } {
  const projectId = projectOf(ctx, taskIds);
  const item = scopeItemId === null ? null : getRecord(ctx.store.read, 'scope_item', scopeItemId);
  if (scopeItemId !== null && item === null) throw new AppError('NOT_FOUND', { entity: 'scope_item' });
  const ids = workBelow(ctx.store.read, projectId, new Set(taskIds));
  const label = item
    ? { key: 'scopeAssign', args: { count: ids.length, name: clipped(item.text) } }
    : { key: 'scopeRelease', args: { count: ids.length } };
  const { value } = ctx.log.commit(label, (tx) => {
    let count = 0;
    for (const id of ids) if (tx.update('task', id, { scope_item_id: scopeItemId })) count += 1;
    return count;
  });
  return { count: value };
}

export function scopeHandlers(ctx: AppContext): Handlers {
  return {
    'scope.get': ({ projectId }) => {
      if (!getRecord(ctx.store.read, 'project', projectId))
        throw new AppError('NOT_FOUND', { entity: 'project' });
      return readScope(ctx.store.read, projectId);
    },
    'scope.add': ({ projectId, side, text }) => {
      const label = createLabel('scope_item', text);
      const { value } = ctx.log.commit(label, (tx) => {
        tx.get('project', projectId);
        const id = tx.create('scope_item', { project_id: projectId, side, text });
        rankItem(tx, projectId, id, side, null);
        return id;
      });
      return { id: value };
    },
    'scope.place': ({ id, side, beforeId }) => {
      const item = getRecord(ctx.store.read, 'scope_item', id);
      if (!item) throw new AppError('NOT_FOUND', { entity: 'scope_item' });
      const label = { key: 'scopePlace', args: { name: clipped(item.text) } };
      const { value } = ctx.log.commit(label, (tx) => rankItem(tx, item.project_id, id, side, beforeId));
      return { changed: value };
    },
    'scope.assign': ({ taskIds, scopeItemId }) => assign(ctx, taskIds, scopeItemId),
  };
}
