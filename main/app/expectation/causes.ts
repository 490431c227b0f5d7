/** G7: causes of a fishbone and their places. */
import type { Tx } from '#db/log/tx.ts';
import { getRecord } from '#db/queries/records.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { ranksAt } from '#shared/domain/plan/outline.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import type { AppContext } from '../context.ts';
import { createLabel } from '../labels.ts';

type Cause = RecordOf<'cause'>;

interface Place {
  readonly fishboneId: string;
  readonly parentId: string | null;
  readonly branch: Cause['branch'];
}

/** Causes of one place in order, without the one that is placed. */
function siblings(tx: Tx, { fishboneId, parentId, branch }: Place, id: string) {
  const rows = tx.db
    .prepare<[string, string | null, string], { id: string; rank: string; branch: string }>(
      `SELECT id, rank, branch FROM cause WHERE fishbone_id = ? AND parent_id IS ? AND id <> ? AND deleted_at IS NULL
       ORDER BY rank, id`,
    )
    .all(fishboneId, parentId, id);
  // Below another cause the branch is that of the uppermost one, whatever the record says.
  return rows
    .filter((row) => parentId !== null || row.branch === branch)
    .map((row) => ({ id: row.id, rank: row.rank, parent_id: null }));
}

function rankCause(tx: Tx, place: Place, id: string, index: (ids: readonly string[]) => number): boolean {
  const others = siblings(tx, place, id);
  const at = index(others.map((other) => other.id));
  if (at < 0) throw new AppError('NOT_FOUND', { entity: 'cause' });
  let changed = tx.update('cause', id, { parent_id: place.parentId, branch: place.branch });
  for (const [cause, rank] of ranksAt(others, at, [id]))
    changed = tx.updateSystem('cause', cause, { rank }) || changed;
  return changed;
}

/** A cause hangs on a cause of the same fish, and never inside itself. @throws AppError RULE_BROKEN, OTHER_PROJECT */
function requireParent(tx: Tx, { fishboneId, parentId }: Place, id: string | null): void {
  const seen = new Set<string>();
  for (let at = parentId; at !== null && !seen.has(at); ) {
    if (at === id)
      throw new AppError(
        'RULE_BROKEN',
        { entity: 'cause' },
        { field: 'cause.parent_id', reason: 'CAUSE_LOOP' },
      );
    seen.add(at);
    const parent: Cause = tx.get('cause', at);
    if (parent.fishbone_id !== fishboneId)
      throw new AppError(
        'RULE_BROKEN',
        { entity: 'cause' },
        { field: 'cause.parent_id', reason: 'OTHER_FISHBONE' },
      );
    at = parent.parent_id;
  }
}

export function causeHandlers(ctx: AppContext): Handlers {
  return {
    'cause.add': ({ fishboneId, parentId, branch, afterId, text }) => {
      const place = { fishboneId, parentId, branch };
      const label = createLabel('cause', text);
      const { value } = ctx.log.commit(label, (tx) => {
        tx.get('fishbone', fishboneId);
        requireParent(tx, place, null);
        const id = tx.create('cause', { fishbone_id: fishboneId, parent_id: parentId, branch, text });
        rankCause(tx, place, id, (ids) => (afterId === null ? ids.length : after(ids, afterId)));
        return id;
      });
      return { id: value };
    },
    'cause.move': ({ id, parentId, branch, beforeId }) => {
      const cause = getRecord(ctx.store.read, 'cause', id);
      if (!cause) throw new AppError('NOT_FOUND', { entity: 'cause' });
      const place = { fishboneId: cause.fishbone_id, parentId, branch };
      const label = { key: 'causeMove', args: { name: clipped(cause.text) } };
      const { value } = ctx.log.commit(label, (tx) => {
        requireParent(tx, place, id);
        return rankCause(tx, place, id, (ids) => (beforeId === null ? ids.length : ids.indexOf(beforeId)));
      });
      return { changed: value };
    },
  };
}

function after(ids: readonly string[], id: string): number {
  const index = ids.indexOf(id);
  return index < 0 ? -1 : index + 1;
}
