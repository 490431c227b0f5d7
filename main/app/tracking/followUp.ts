/** What follows from progress, status dates and stages, in the commit that records them, whoever wrote it. */
import type { Tx } from '#db/log/tx.ts';
import { catalogues, type Locale } from '#shared/i18n/index.ts';
import { takeBaseline } from './baselines.ts';
import { watchDeviations } from './watch.ts';

export interface FollowContext {
  /** `YYYY-MM-DD` where the user is. */
  readonly today: string;
  readonly language: Locale;
}

/** A field before and after; undefined if the transaction left its register alone or made the record. */
function turned(
  tx: Tx,
  id: string,
  register: string,
  field: string,
): { from: unknown; to: unknown } | undefined {
  const change = tx.changed(id, register);
  const read = (value: unknown): unknown => (value as Record<string, unknown> | null)?.[field];
  const turn = change && { from: read(change.prev), to: read(change.value) };
  return turn && turn.from !== turn.to ? turn : undefined;
}

const BEFORE_CONTRACT: ReadonlySet<unknown> = new Set(['presales', 'contracting']);

/**
 * Demand 8: when a project leaves contracting for kick-off or later, its plan is what was agreed: it becomes the
 * baseline of the contract. Once; going back and forth again does not repeat it.
 */
function contractBaseline(tx: Tx, projectId: string, { today, language }: FollowContext): void {
  const stage = turned(tx, projectId, 'stage', 'stage');
  if (!stage || !BEFORE_CONTRACT.has(stage.from) || BEFORE_CONTRACT.has(stage.to)) return;
  const has = (sql: string): boolean => tx.db.prepare(sql).get(projectId) !== undefined;
  if (has("SELECT 1 FROM baseline WHERE project_id = ? AND kind = 'contract' AND deleted_at IS NULL")) return;
  if (!has('SELECT 1 FROM task WHERE project_id = ? AND blank = 0 AND deleted_at IS NULL LIMIT 1')) return;
  const { baseline, project } = catalogues[language].model;
  const stageName = (value: unknown): string =>
    (project.enums.stage as Readonly<Record<string, string>>)[String(value)] ?? '';
  const name = baseline.enums.kind.contract;
  const reason = `${stageName(stage.from)} → ${stageName(stage.to)}`;
  takeBaseline(tx, { projectId, kind: 'contract', name, reason, today });
}

/** Tasks whose progress was entered, by project. */
function recordedProgress(tx: Tx): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>();
  for (const id of tx.touched().get('task') ?? []) {
    if (!turned(tx, id, 'progress', 'percent')) continue;
    const task = tx.find('task', id);
    if (task) out.set(task.project_id, (out.get(task.project_id) ?? new Set()).add(id));
  }
  return out;
}

/** A deviation that is closed has its day; one that is opened again has none. */
function closeDeviations(tx: Tx, today: string): void {
  for (const id of tx.touched().get('deviation') ?? []) {
    const status = turned(tx, id, 'status', 'status');
    const record = status && tx.find('deviation', id);
    if (!status || !record) continue;
    if (status.to === 'closed' && record.closed_on === null) tx.update('deviation', id, { closed_on: today });
    if (status.from === 'closed') tx.update('deviation', id, { closed_on: null });
  }
}

/** Called inside every commit of a user, after the dates of the plans have been settled. */
export function followTracking(tx: Tx, context: FollowContext): void {
  const recorded = recordedProgress(tx);
  for (const id of tx.touched().get('project') ?? []) {
    if (!tx.find('project', id)) continue;
    contractBaseline(tx, id, context);
    if (turned(tx, id, 'status_on', 'status_on') && !recorded.has(id)) recorded.set(id, new Set());
  }
  for (const [projectId, tasks] of recorded) watchDeviations(tx, projectId, tasks, context.today);
  closeDeviations(tx, context.today);
}
