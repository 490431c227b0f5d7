/**
 * Rules over several records. They look only at what a transaction touched and throw an `AppError`,
 * which rolls the whole transaction back.
 */
import type { Database } from 'better-sqlite3';
import { isHighRisk } from '#shared/domain/risk/score.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { type EntityType, entityOf } from '#shared/model/registry.ts';
import type { Tx } from './tx.ts';

export interface InvariantContext {
  readonly db: Database;
  readonly touched: ReadonlyMap<EntityType, ReadonlySet<string>>;
  readonly tx: Tx;
}

export type Invariant = (ctx: InvariantContext) => void;

export function checkInvariants(invariants: readonly Invariant[], ctx: InvariantContext): void {
  for (const invariant of invariants) invariant(ctx);
}

/** A live record refers only to records that exist and are not in the trash. */
const referencesExist: Invariant = ({ touched, tx }) => {
  for (const [type, ids] of touched) {
    const refs = Object.entries(entityOf(type).fields).filter(([, field]) => field.target);
    if (refs.length === 0) continue;
    for (const id of ids) {
      const record = tx.find(type, id) as Record<string, unknown> | null;
      if (record) requireTargets(tx, type, record, refs);
    }
  }
};

function requireTargets(
  tx: Tx,
  type: EntityType,
  record: Record<string, unknown>,
  refs: readonly (readonly [string, { target?: string; owned: boolean }])[],
): void {
  for (const [name, field] of refs) {
    const target = record[name];
    if (typeof target !== 'string') continue;
    const found = tx.exists(field.target as EntityType, target);
    if (found === 'no' || (found === 'trash' && field.owned)) {
      throw new AppError('REFERENCE_BROKEN', { entity: type }, { field: `${type}.${name}` });
    }
  }
}

/** Tasks, links and calendars never point across projects. */
const sameProject: Invariant = ({ touched, tx }) => {
  for (const type of ['task', 'link', 'calendar', 'risk'] as const) {
    for (const id of touched.get(type) ?? []) {
      const record = tx.find(type, id);
      if (!record) continue;
      for (const [name, field] of Object.entries(entityOf(type).fields)) {
        const target = field.target as EntityType | undefined;
        if (!target || !('project_id' in entityOf(target).fields)) continue;
        const value = (record as unknown as Record<string, unknown>)[name];
        if (typeof value !== 'string') continue;
        const other = tx.find(target, value) as { project_id?: string } | null;
        if (other && other.project_id !== record.project_id) {
          throw new AppError('OTHER_PROJECT', { entity: type }, { field: `${type}.${name}` });
        }
      }
    }
  }
};

/** A task is never inside itself. */
const taskTreeHasNoCycle: Invariant = ({ touched, tx, db }) => {
  const parentOf = db.prepare<[string], { parent_id: string | null; name: string }>(
    'SELECT parent_id, name FROM task WHERE id = ?',
  );
  for (const id of touched.get('task') ?? []) {
    const seen = new Set<string>([id]);
    let current = parentOf.get(id)?.parent_id ?? null;
    while (current !== null) {
      if (seen.has(current))
        throw new AppError(
          'TASK_CYCLE',
          { name: tx.find('task', id)?.name ?? '' },
          { field: 'task.parent_id' },
        );
      seen.add(current);
      current = parentOf.get(current)?.parent_id ?? null;
    }
  }
};

/** Links form no loop, and two tasks are linked at most once. */
const linksHaveNoCycle: Invariant = ({ touched, tx, db }) => {
  const added = [...(touched.get('link') ?? [])].flatMap((id) => tx.find('link', id) ?? []);
  if (added.length === 0) return;
  const projects = new Set(added.map((l) => l.project_id));
  for (const project of projects) {
    const rows = db
      .prepare<[string], { id: string; from_id: string; to_id: string }>(
        'SELECT id, from_id, to_id FROM link WHERE project_id = ? AND deleted_at IS NULL',
      )
      .all(project);
    const pairs = new Set<string>();
    for (const row of rows) {
      const pair = `${row.from_id} ${row.to_id}`;
      if (pairs.has(pair) && added.some((l) => l.from_id === row.from_id && l.to_id === row.to_id)) {
        throw new AppError('LINK_EXISTS', {}, { field: 'link.to_id' });
      }
      pairs.add(pair);
    }
    const loop = findCycle(rows);
    if (loop) {
      const names = loop.map((id) => tx.find('task', id)?.name ?? id);
      throw new AppError('LINK_CYCLE', { path: names.join(' → ') }, { field: 'link.to_id' });
    }
  }
};

/** Tasks of one loop in order, the first repeated at the end; null if there is none. Iterative: plans are deep. */
export function findCycle(links: readonly { from_id: string; to_id: string }[]): string[] | null {
  const next = new Map<string, string[]>();
  for (const { from_id, to_id } of links) {
    const list = next.get(from_id);
    if (list) list.push(to_id);
    else next.set(from_id, [to_id]);
  }
  const done = new Set<string>();
  for (const start of next.keys()) {
    if (done.has(start)) continue;
    const path: string[] = [start];
    const onPath = new Map<string, number>([[start, 0]]);
    const cursor: number[] = [0];
    while (path.length > 0) {
      const top = path.length - 1;
      const targets = next.get(path[top]!) ?? [];
      const target = targets[cursor[top]!];
      cursor[top]! += 1;
      if (target === undefined) {
        const finished = path.pop()!;
        cursor.pop();
        onPath.delete(finished);
        done.add(finished);
      } else if (onPath.has(target)) {
        return [...path.slice(onPath.get(target)), target];
      } else if (!done.has(target)) {
        onPath.set(target, path.length);
        path.push(target);
        cursor.push(0);
      }
    }
  }
  return null;
}

/** K7: a high risk cannot be open without an owner and at least one action that is not cancelled. */
const highRiskHasPlan: Invariant = ({ touched, tx, db }) => {
  const ids = new Set(touched.get('risk') ?? []);
  const riskOf = db.prepare<[string], { risk_id: string }>('SELECT risk_id FROM risk_action WHERE id = ?');
  for (const action of touched.get('risk_action') ?? []) {
    const row = riskOf.get(action);
    if (row) ids.add(row.risk_id);
  }
  const plan = db.prepare<[string], { n: number }>(
    "SELECT count(*) AS n FROM risk_action WHERE risk_id = ? AND deleted_at IS NULL AND status <> 'cancelled'",
  );
  for (const id of ids) {
    const record = tx.find('risk', id);
    if (record?.status !== 'open' || !isHighRisk(record.probability, record.impact)) continue;
    if (record.owner === null || record.owner.trim() === '')
      throw new AppError('HIGH_RISK_NEEDS_PLAN', { name: record.title }, { field: 'risk.owner' });
    if (plan.get(id)?.n === 0)
      throw new AppError('HIGH_RISK_NEEDS_PLAN', { name: record.title }, { field: 'risk_action' });
  }
};

export const invariants: readonly Invariant[] = [
  referencesExist,
  sameProject,
  taskTreeHasNoCycle,
  linksHaveNoCycle,
  highRiskHasPlan,
];
