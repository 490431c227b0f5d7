import fc from 'fast-check';
import type { Tx } from '#db/log/tx.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Field } from '#shared/model/field.ts';
import { type EntityType, entityOf, entityTypes } from '#shared/model/registry.ts';
import type { MemoryCore } from './memoryCore.ts';

export interface Edit {
  readonly op: 'create' | 'update' | 'remove' | 'restore' | 'several' | 'backAndForth';
  readonly picks: readonly number[];
}

/** One step of a random history. Numbers are choices: what they mean depends on what exists by then. */
export type Action =
  | Edit
  | { readonly op: 'undo' }
  | { readonly op: 'redo' }
  | { readonly op: 'restart' }
  | { readonly op: 'clock'; readonly ms: number };

const picks = fc.array(fc.nat(10_000), { minLength: 6, maxLength: 6 });
const DAY = 86_400_000;

export const userAction: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ op: fc.constant('create' as const), picks }) },
  { weight: 6, arbitrary: fc.record({ op: fc.constant('update' as const), picks }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('remove' as const), picks }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('restore' as const), picks }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('several' as const), picks }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('backAndForth' as const), picks }) },
);

export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 12, arbitrary: userAction },
  { weight: 4, arbitrary: fc.constant<Action>({ op: 'undo' }) },
  { weight: 3, arbitrary: fc.constant<Action>({ op: 'redo' }) },
  { weight: 1, arbitrary: fc.constant<Action>({ op: 'restart' }) },
  {
    weight: 1,
    arbitrary: fc.record({ op: fc.constant('clock' as const), ms: fc.integer({ min: -30 * DAY, max: DAY }) }),
  },
);

const WORDS = [
  '',
  '华成建设',
  '設計變更 Delay',
  '<script>alert(1)</script>',
  "Robert'); DROP TABLE client;--",
  'مشروع',
  '👷🏽‍♀️ site',
  'a'.repeat(120),
  '𠀀𠮷',
  'null',
];
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
const two = (n: number): string => String(n).padStart(2, '0');

/** A value for a field, most often a valid one. */
export function valueFor(tx: Tx, field: Field, n: number): unknown {
  if (field.nullable && n % 7 === 0) return null;
  switch (field.kind) {
    case 'text':
    case 'longText':
      return n % 97 === 1 ? 'x\u0000y' : pick(WORDS, n);
    case 'enum':
      return pick(field.values ?? [''], n);
    case 'bool':
      return n % 2 === 0;
    case 'int':
      return (n % 5) + 1;
    case 'real':
      return (n % 5) / 2;
    case 'money':
      return n * 100;
    case 'date':
      return `2026-${two((n % 12) + 1)}-${two((n % 28) + 1)}`;
    case 'local':
      return `2026-${two((n % 12) + 1)}-${two((n % 28) + 1)}T08:00:00`;
    case 'instant':
      return `2026-01-${two((n % 28) + 1)}T00:00:00.000Z`;
    case 'rank':
      return `a${n % 10}`;
    case 'json':
      return pick(
        [{ z: n, a: [1, { y: null, b: true }] }, { only: '文' }, {}, 'data:image/png;base64,iVBORw0KGgo='],
        n,
      );
    case 'ref': {
      const target = field.target as EntityType;
      // Now and then one that lies in the trash, or does not exist.
      const live = n % 11 === 3 ? '' : 'WHERE deleted_at IS NULL';
      const ids = tx.db.prepare<[], string>(`SELECT id FROM ${target} ${live} ORDER BY id`).pluck().all();
      return ids.length === 0 ? tx.newId(target) : pick(ids, n);
    }
  }
}

function create(tx: Tx, type: EntityType, n: readonly number[]): string {
  const values: Record<string, unknown> = {};
  Object.entries(entityOf(type).fields).forEach(([name, field], i) => {
    const needed = !field.nullable && !field.hasInitial;
    const seed = n[i % n.length]! + i * 13;
    if (needed || seed % 3 === 0) values[name] = valueFor(tx, field, seed);
  });
  return tx.create(type, values as never);
}

function update(tx: Tx, type: EntityType, id: string, n: readonly number[]): void {
  const fields = Object.entries(entityOf(type).fields).filter(([, field]) => !field.system);
  const patch: Record<string, unknown> = {};
  for (let i = 0; i < 1 + (n[2]! % 4); i++) {
    const [name, field] = pick(fields, n[3]! + i * n[4]!);
    patch[name] = valueFor(tx, field, n[5]! + i);
  }
  tx.update(type, id, patch as never);
}

/** Types whose owners exist: without this nearly every random creation would be refused. */
function possibleTypes(tx: Tx): EntityType[] {
  const present = new Set(
    entityTypes.filter((type) => tx.db.prepare(`SELECT 1 FROM ${type} WHERE deleted_at IS NULL`).get()),
  );
  return entityTypes.filter(
    (type) =>
      // Issued papers and signatures are never taken back; they have tests of their own.
      entityOf(type).writes !== 'sealed' &&
      Object.values(entityOf(type).fields).every(
        (field) => field.nullable || !field.target || present.has(field.target as EntityType),
      ),
  );
}

/** A record of any type, in the trash if `trashed`. */
function someRecord(tx: Tx, trashed: boolean, n: number): [EntityType, string] | null {
  const all = entityTypes.flatMap((type) =>
    tx.db
      .prepare<[], string>(
        `SELECT id FROM ${type} WHERE deleted_at IS ${trashed ? 'NOT NULL' : 'NULL'} ORDER BY id`,
      )
      .pluck()
      .all()
      .map((id): [EntityType, string] => [type, id]),
  );
  return all.length === 0 ? null : pick(all, n);
}

/** The body of the commit that the action stands for. */
export function edit(tx: Tx, action: Edit): void {
  const n = action.picks;
  if (action.op === 'create') {
    create(tx, pick(possibleTypes(tx), n[0]!), n);
    return;
  }
  const found = someRecord(tx, action.op === 'restore', n[1]!);
  if (!found) return;
  const [type, id] = found;
  if (action.op === 'update') update(tx, type, id, n);
  if (action.op === 'remove') tx.remove(type, id);
  if (action.op === 'restore') tx.restore(type, id);
  if (action.op === 'several') {
    const made = create(tx, type, n);
    update(tx, type, made, n);
    update(tx, type, id, n);
    if (n[0]! % 3 === 0) tx.remove(type, made);
    if (n[0]! % 4 === 0) tx.restore(type, made);
  }
  if (action.op === 'backAndForth') {
    const before = tx.get(type, id) as unknown as Record<string, unknown>;
    update(tx, type, id, n);
    const own = Object.keys(entityOf(type).fields).filter((name) => !entityOf(type).fields[name]?.system);
    tx.update(type, id, Object.fromEntries(own.map((name) => [name, before[name]])) as never);
  }
}

function commitEdit(core: MemoryCore, action: Edit): void {
  core.now += 1;
  core.log.commit({ key: action.op, args: {} }, (tx) => edit(tx, action));
}

function step(core: MemoryCore, action: Action): void {
  switch (action.op) {
    case 'undo':
      core.undo();
      return;
    case 'redo':
      core.redo();
      return;
    case 'restart':
      core.restart();
      return;
    case 'clock':
      core.now = Math.max(0, core.now + action.ms);
      return;
    default:
      commitEdit(core, action);
  }
}

/** Plays one step. Refusals of the core are part of life and leave everything as it was. */
export function play(core: MemoryCore, action: Action): 'done' | 'refused' {
  try {
    step(core, action);
    return 'done';
  } catch (error) {
    if (error instanceof AppError) return 'refused';
    throw error;
  }
}
