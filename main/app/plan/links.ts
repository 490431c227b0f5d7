import type { Tx } from '#db/log/tx.ts';
import { planLinks } from '#db/queries/plan.ts';
import { getRecord } from '#db/queries/records.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { type Lag, type LinkType, NO_LAG, parsePredecessors } from '#shared/domain/plan/predecessors.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import type { AppContext } from '../context.ts';
import { type PlanEdit, planCommit, projectOf, taskOf } from './planCommit.ts';

/** A summary may be linked, but not to what lies inside it: it would wait for itself. */
function refuseOwnSummary(tx: Tx, fromId: string, toId: string): void {
  for (const [inner, outer] of [
    [fromId, toId],
    [toId, fromId],
  ] as const) {
    const seen = new Set<string>();
    for (
      let id: string | null = inner;
      id !== null && !seen.has(id);
      id = tx.find('task', id)?.parent_id ?? null
    ) {
      seen.add(id);
      if (id === outer && inner !== outer)
        throw new AppError(
          'LINK_OWN_SUMMARY',
          { inner: clipped(tx.get('task', inner).name), outer: clipped(tx.get('task', outer).name) },
          { field: 'link.to_id' },
        );
    }
  }
}

function createLink(
  tx: Tx,
  projectId: string,
  fromId: string,
  toId: string,
  type: LinkType,
  lag: Lag,
): string {
  refuseOwnSummary(tx, fromId, toId);
  const { lag_kind, lag_value, lag_unit } = lag;
  return tx.create('link', {
    project_id: projectId,
    from_id: fromId,
    to_id: toId,
    type,
    lag_kind,
    lag_value,
    lag_unit,
  });
}

function linkChain(edit: PlanEdit, ids: readonly string[]): number {
  const chosen = new Set(ids);
  const order = edit.outline().flatMap(({ row }) => (chosen.has(row.id) ? [row.id] : []));
  const known = new Set(planLinks(edit.tx.db, edit.project.id).map((l) => `${l.from_id} ${l.to_id}`));
  let count = 0;
  for (const [i, to] of order.entries()) {
    const from = order[i - 1];
    if (from === undefined || known.has(`${from} ${to}`)) continue;
    createLink(edit.tx, edit.project.id, from, to, 'FS', NO_LAG);
    count += 1;
  }
  return count;
}

/** What predecessors are looked up in; read once for many tasks. */
export interface LinkIndex {
  /** Outline number -> id of the task. */
  readonly byNumber: ReadonlyMap<string, string>;
  /** Links by the task they lead to. */
  readonly into: ReadonlyMap<string, ReturnType<typeof planLinks>>;
}

export function indexLinks(edit: PlanEdit): LinkIndex {
  return {
    byNumber: new Map(edit.outline().map(({ number, row }) => [number, row.id])),
    into: Map.groupBy(planLinks(edit.tx.db, edit.project.id), (link) => link.to_id),
  };
}

/**
 * Makes the predecessors of a task what was typed; links that stay keep their identity.
 * @param index of the plan as it is now; for several tasks in one commit it may be shared
 * @throws AppError PLAN_TEXT_UNREADABLE, NOT_FOUND, LINK_CYCLE, LINK_OWN_SUMMARY
 */
export function setPredecessors(
  edit: PlanEdit,
  id: string,
  text: string,
  { byNumber, into } = indexLinks(edit),
): boolean {
  const typed = parsePredecessors(text, edit.units);
  if (!typed.ok)
    throw new AppError(
      'PLAN_TEXT_UNREADABLE',
      { text: typed.piece },
      { field: 'link.from_id', reason: 'PREDECESSORS' },
    );
  const wanted = new Map<string, { type: LinkType } & Lag>();
  for (const { number, ...rest } of typed.value) {
    const from = byNumber.get(number);
    if (from === undefined)
      throw new AppError(
        'NOT_FOUND',
        { entity: 'task', text: number },
        { field: 'link.from_id', reason: 'NO_SUCH_TASK' },
      );
    wanted.set(from, rest);
  }
  let changed = false;
  for (const link of into.get(id) ?? []) {
    const keep = wanted.get(link.from_id);
    if (keep) changed = edit.tx.update('link', link.id, keep) || changed;
    else {
      edit.tx.remove('link', link.id);
      changed = true;
    }
    wanted.delete(link.from_id);
  }
  for (const [from, { type, ...lag }] of wanted) {
    createLink(edit.tx, edit.project.id, from, id, type, lag);
    changed = true;
  }
  return changed;
}

function linkOf(ctx: AppContext, id: string): RecordOf<'link'> {
  const link = getRecord(ctx.store.read, 'link', id);
  if (!link) throw new AppError('NOT_FOUND', { entity: 'link' });
  return link;
}

function ends(ctx: AppContext, fromId: string, toId: string) {
  return { from: clipped(taskOf(ctx, fromId).name), to: clipped(taskOf(ctx, toId).name) };
}

function unlink(edit: PlanEdit, ids: ReadonlySet<string>): number {
  const links = planLinks(edit.tx.db, edit.project.id).filter((link) => {
    const [from, to] = [ids.has(link.from_id), ids.has(link.to_id)];
    return ids.size === 1 ? from || to : from && to;
  });
  for (const link of links) edit.tx.remove('link', link.id);
  return links.length;
}

export function linkHandlers(ctx: AppContext): Handlers {
  return {
    'plan.addLink': ({ fromId, toId, type = 'FS', lag = NO_LAG }) => {
      const label = { key: 'planLink', args: ends(ctx, fromId, toId) };
      const projectId = projectOf(ctx, [fromId, toId]);
      const body = ({ tx }: PlanEdit) => ({ id: createLink(tx, projectId, fromId, toId, type, lag) });
      return planCommit(ctx, projectId, label, body);
    },
    'plan.linkChain': ({ ids }) => {
      const first = taskOf(ctx, ids[0] ?? '').name;
      const last = taskOf(ctx, ids.at(-1) ?? '').name;
      const label = { key: 'planLink', args: { from: clipped(first), to: clipped(last) } };
      const body = (edit: PlanEdit) => ({ count: linkChain(edit, ids) });
      return planCommit(ctx, projectOf(ctx, ids), label, body);
    },
    'plan.editLink': ({ id, type, lag }) => {
      const link = linkOf(ctx, id);
      const label = { key: 'planEditLink', args: ends(ctx, link.from_id, link.to_id) };
      const patch = { ...(type === undefined ? {} : { type }), ...lag };
      const body = ({ tx }: PlanEdit) => ({ changed: tx.update('link', id, patch) });
      return planCommit(ctx, link.project_id, label, body);
    },
    'plan.removeLink': ({ id }) => {
      const link = linkOf(ctx, id);
      const label = { key: 'planUnlink', args: ends(ctx, link.from_id, link.to_id) };
      const body = ({ tx }: PlanEdit) => {
        tx.remove('link', id);
        return {};
      };
      return planCommit(ctx, link.project_id, label, body);
    },
    'plan.unlink': ({ ids }) => {
      const args = ends(ctx, ids[0] ?? '', ids.at(-1) ?? '');
      const label = { key: 'planUnlink', args };
      const body = (edit: PlanEdit) => ({ count: unlink(edit, new Set(ids)) });
      return planCommit(ctx, projectOf(ctx, ids), label, body);
    },
    'plan.setPredecessors': ({ id, text }) => {
      const task = taskOf(ctx, id);
      const label = { key: 'planPredecessors', args: { name: clipped(task.name) } };
      const body = (edit: PlanEdit) => ({ changed: setPredecessors(edit, id, text) });
      return planCommit(ctx, task.project_id, label, body);
    },
  };
}
