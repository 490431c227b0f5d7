/**
 * Rules over several records. They look only at what a transaction touched and throw an `AppError`,
 * which rolls the whole transaction back.
 */
import type { Database } from 'better-sqlite3';
import { isHighRisk } from '#shared/domain/risk/score.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { type EntityType, entityOf, entityTypes, type RecordOf } from '#shared/model/registry.ts';
import { fetched, type Steps } from '../engine/slices.ts';
import { prepared } from '../engine/statements.ts';
import { daysInOrder, sameClient } from './plausible.ts';
import { isSealed } from './sealed.ts';
import { signedContractsStay } from './signedContracts.ts';
import type { Tx } from './tx.ts';
import type { Change } from './types.ts';

export interface InvariantContext {
  readonly db: Database;
  readonly touched: ReadonlyMap<EntityType, ReadonlySet<string>>;
  readonly changes: readonly Change[];
  readonly tx: Tx;
}

/** One that looks at each record there is does so in steps: an import has tens of thousands. */
export type Invariant = (ctx: InvariantContext) => undefined | Steps<void>;

export function* checkInvariants(invariants: readonly Invariant[], ctx: InvariantContext): Steps<void> {
  for (const invariant of invariants) {
    const steps = invariant(ctx);
    if (steps) yield* steps;
    yield;
  }
}

/** A record refers only to records that exist; a live one only to owners that are not in the trash. */
const referencesExist: Invariant = function* ({ touched, tx }) {
  for (const [type, ids] of touched) {
    const refs = Object.entries(entityOf(type).fields).filter(([, field]) => field.target);
    if (refs.length === 0) continue;
    for (const id of ids) {
      const record = tx.readAny(type, id);
      if (record) requireTargets(tx, type, record, refs);
      yield;
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
    const live = record.deleted_at === null;
    if (found === 'no' || (live && found === 'trash' && field.owned)) {
      throw new AppError('REFERENCE_BROKEN', { entity: type }, { field: `${type}.${name}` });
    }
  }
}

/** Id of the project a record belongs to, directly or through its first owner; null for what stands outside. */
function projectOf(tx: Tx, type: EntityType, record: Record<string, unknown>): string | null {
  if (type === 'project') return record.id as string;
  if ('project_id' in entityOf(type).fields) return (record.project_id as string | null) ?? null;
  for (const name of entityOf(type).owners) {
    const target = entityOf(type).fields[name]?.target as EntityType;
    const owner = typeof record[name] === 'string' ? tx.find(target, record[name]) : null;
    if (owner) return projectOf(tx, target, owner as unknown as Record<string, unknown>);
  }
  return null;
}

function otherProject(type: EntityType, name: string): AppError {
  return new AppError('OTHER_PROJECT', { entity: type }, { field: `${type}.${name}` });
}

/** What belongs to a project points only to things of the same project. */
const sameProject: Invariant = function* ({ touched, tx, changes }) {
  // Thousands of tasks of an import name the same few calendars, and their links and baselines the same tasks.
  const known = new Map<string, string | null>();
  const projectOfTarget = (target: EntityType, id: string): string | null => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const other = tx.find(target, id);
    const project = other && projectOf(tx, target, other as unknown as Record<string, unknown>);
    known.set(id, project);
    return project;
  };
  for (const [type, ids] of touched) {
    const refs = Object.entries(entityOf(type).fields).filter(
      ([, field]) => field.target && field.target !== 'project' && INSIDE_PROJECTS.has(field.target),
    );
    if (refs.length === 0) continue;
    for (const id of ids) {
      yield;
      const record = tx.find(type, id) as Record<string, unknown> | null;
      const own = record && projectOf(tx, type, record);
      if (!own) continue;
      for (const [name, field] of refs) {
        const target = field.target as EntityType;
        const theirs = typeof record[name] === 'string' ? projectOfTarget(target, record[name]) : null;
        if (theirs !== null && theirs !== own) throw otherProject(type, name);
      }
    }
  }
  for (const change of changes) if (change.register === 'project_id') requireNobodyBehind(tx, change);
};

/** A record that moved to another project must not leave behind what refers to it. */
function requireNobodyBehind(tx: Tx, change: Change): void {
  const project = (change.value as { project_id?: unknown }).project_id;
  for (const type of entityTypes) {
    const { fields } = entityOf(type);
    if (!('project_id' in fields)) continue;
    for (const [name, field] of Object.entries(fields)) {
      if (field.target !== change.entity) continue;
      const sql = `SELECT 1 FROM ${type} WHERE ${name} = ? AND project_id IS NOT ? AND deleted_at IS NULL LIMIT 1`;
      if (prepared(tx.db, sql).get(change.id, project) !== undefined)
        throw otherProject(change.entity, 'project_id');
    }
  }
}

const INSIDE_PROJECTS: ReadonlySet<string> = new Set(
  entityTypes.filter((type) => {
    const { fields } = entityOf(type);
    return fields.project_id?.nullable === false || fields.baseline_id !== undefined || fields.risk_id?.owned;
  }),
);

/** A task is never inside itself. */
const taskTreeHasNoCycle: Invariant = function* ({ touched, tx, db }) {
  const parentOf = prepared(db, 'SELECT parent_id FROM task WHERE id = ?').pluck();
  // Known to end at the top: of a whole plan each task is gone through once.
  const fine = new Set<string>();
  for (const id of touched.get('task') ?? []) {
    yield;
    const seen = new Set<string>();
    let current: string | null = id;
    while (current !== null && !fine.has(current)) {
      if (seen.has(current))
        throw new AppError(
          'TASK_CYCLE',
          { name: tx.find('task', id)?.name ?? '' },
          { field: 'task.parent_id' },
        );
      seen.add(current);
      current = (parentOf.get(current) as string | null | undefined) ?? null;
    }
    for (const one of seen) fine.add(one);
  }
};

interface Link {
  readonly from_id: string;
  readonly to_id: string;
}

/** With so many at once it is an import, which goes on step by step. */
const MANY_LINKS = 500;

const pairOf = (link: Link): string => `${link.from_id} ${link.to_id}`;

/** Links form no loop, and two tasks are linked at most once. */
const linksHaveNoCycle: Invariant = function* ({ touched, tx, db }) {
  const added: RecordOf<'link'>[] = [];
  for (const id of touched.get('link') ?? []) {
    const link = tx.find('link', id);
    if (link) added.push(link);
    yield;
  }
  if (added.length === 0) return;
  const projects = new Set(added.map((l) => l.project_id));
  for (const project of projects) {
    const rows = yield* fetched<Link>(
      prepared(db, 'SELECT id, from_id, to_id FROM link WHERE project_id = ? AND deleted_at IS NULL'),
      project,
      added.length > MANY_LINKS,
    );
    yield;
    const mine = new Set(added.map((link) => pairOf(link)));
    const pairs = new Set<string>();
    for (const row of rows) {
      const pair = pairOf(row);
      if (pairs.has(pair) && mine.has(pair)) throw new AppError('LINK_EXISTS', {}, { field: 'link.to_id' });
      pairs.add(pair);
    }
    yield;
    const loop = findCycle(rows);
    if (loop) {
      const names = loop.map((id) => tx.find('task', id)?.name ?? id);
      throw new AppError('LINK_CYCLE', { path: names.join(' → ') }, { field: 'link.to_id' });
    }
  }
};

/** Tasks of one loop in order, the first repeated at the end; null if there is none. Iterative: plans are deep. */
export function findCycle(links: readonly Link[]): string[] | null {
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
  const riskOf = prepared(db, 'SELECT risk_id FROM risk_action WHERE id = ?').pluck();
  for (const action of touched.get('risk_action') ?? []) {
    const risk = riskOf.get(action);
    if (typeof risk === 'string') ids.add(risk);
  }
  const plan = prepared(
    db,
    "SELECT count(*) FROM risk_action WHERE risk_id = ? AND deleted_at IS NULL AND status <> 'cancelled'",
  ).pluck();
  for (const id of ids) {
    const record = tx.find('risk', id);
    if (record?.status !== 'open' || !isHighRisk(record.probability, record.impact)) continue;
    if (record.owner === null || record.owner.trim() === '')
      throw new AppError('HIGH_RISK_NEEDS_PLAN', { name: record.title }, { field: 'risk.owner' });
    if (plan.get(id) === 0)
      throw new AppError('HIGH_RISK_NEEDS_PLAN', { name: record.title }, { field: 'risk_action' });
  }
};

/**
 * A report that was frozen and a document that was issued or signed stay as they were (T8, R16, MS-3): their state may
 * go on and they may be sent, nothing else. They go to the trash only together with their project.
 */
const paperStays: Invariant = ({ changes, tx }) => {
  for (const change of changes) {
    if (!isSealed(tx, change)) continue;
    const code = change.entity === 'report' ? 'REPORT_FROZEN' : 'DOCUMENT_SEALED';
    throw new AppError(code, {}, { field: `${change.entity}.${change.register}` });
  }
};

export const invariants: readonly Invariant[] = [
  referencesExist,
  sameProject,
  taskTreeHasNoCycle,
  linksHaveNoCycle,
  highRiskHasPlan,
  paperStays,
  signedContractsStay,
  daysInOrder,
  sameClient,
];
