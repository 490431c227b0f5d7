/** What follows from a changed field of a record, in the same commit. */
import type { Tx } from '#db/log/tx.ts';
import { catalogues } from '#shared/i18n/index.ts';
import type { EntityType } from '#shared/model/registry.ts';
import type { AppContext } from '../context.ts';
import { takeBaseline } from './baselines.ts';
import { watchDeviations, watchProgress } from './watch.ts';

const BEFORE_CONTRACT: ReadonlySet<unknown> = new Set(['presales', 'contracting']);

/**
 * Demand 8: when a project leaves contracting for kick-off or later, its plan is what was agreed: it becomes the
 * baseline of the contract. Once; going back and forth again does not repeat it.
 */
function contractBaseline(ctx: AppContext, tx: Tx, projectId: string): void {
  const change = tx.changed(projectId, 'stage');
  const stage = (value: unknown): unknown => (value as { stage?: unknown } | null)?.stage;
  if (!change || !BEFORE_CONTRACT.has(stage(change.prev)) || BEFORE_CONTRACT.has(stage(change.value))) return;
  const has = (sql: string): boolean => tx.db.prepare(sql).get(projectId) !== undefined;
  if (has("SELECT 1 FROM baseline WHERE project_id = ? AND kind = 'contract' AND deleted_at IS NULL")) return;
  if (!has('SELECT 1 FROM task WHERE project_id = ? AND blank = 0 AND deleted_at IS NULL LIMIT 1')) return;
  const { contractBaseline: name, contractReason: reason } =
    catalogues[ctx.prefs.value.language ?? 'zh-CN'].tracking.automatic;
  takeBaseline(tx, { projectId, kind: 'contract', name, reason, today: ctx.today() });
}

/** Called inside the commit after a record was updated. */
export function followUp(ctx: AppContext, tx: Tx, type: EntityType, id: string): void {
  if (type === 'project') {
    contractBaseline(ctx, tx, id);
    if (tx.changed(id, 'status_on')) watchDeviations(tx, id, new Set(), ctx.today());
  }
  if (type === 'task') watchProgress(tx, tx.get('task', id).project_id, ctx.today());
}
