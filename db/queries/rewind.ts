/** Rows as they were at an instant, from the log: what was changed since is taken back, on copies. */
import type { Database } from 'better-sqlite3';
import { TOMBSTONE } from '#shared/model/entity.ts';
import { prepared } from '../engine/statements.ts';
import { CREATION } from '../log/types.ts';

export interface Rewindable {
  readonly id: string;
  readonly created_at: string;
  readonly deleted_at: string | null;
}

interface ChangeRow {
  readonly id: string;
  readonly register: string;
  readonly prev: string | null;
}

/** The last entry of the log that is not later. Read from the end: what is asked for is recent. */
function lastEntry(db: Database, at: string): number {
  const sql = 'SELECT seq FROM txn WHERE at <= ? ORDER BY seq DESC LIMIT 1';
  return (prepared(db, sql).pluck().get(at) as number | undefined) ?? 0;
}

/** Every change after an entry, oldest first. */
function changesAfter(db: Database, ids: readonly string[], seq: number): ChangeRow[] {
  return prepared(
    db,
    `SELECT c.id, c.register, c.prev FROM json_each(?) wanted CROSS JOIN change c
     WHERE c.id = wanted.value AND c.txn_seq > ? ORDER BY c.txn_seq, c.idx`,
  ).all(JSON.stringify(ids), seq) as ChangeRow[];
}

/**
 * Rows as they stood at an instant; those that were not there yet are left out. Give it also what was deleted
 * since. Values come from the log: booleans are booleans, not 0 and 1.
 * @param at ISO-8601 UTC
 */
export function rewound<Row extends Rewindable>(db: Database, rows: readonly Row[], at: string): Row[] {
  const changes = changesAfter(
    db,
    rows.map(({ id }) => id),
    lastEntry(db, at),
  );
  const undone = new Set<string>();
  const before = new Map<string, Record<string, unknown>>();
  for (const { id, register, prev } of changes) {
    const key = `${id} ${register}`;
    // Only the first change since then knows what was there.
    if (undone.has(key)) continue;
    undone.add(key);
    if (register === CREATION) continue;
    const was = prev === null ? null : (JSON.parse(prev) as Record<string, unknown>);
    const patch = register === TOMBSTONE ? { deleted_at: was?.at ?? null } : was;
    before.set(id, { ...before.get(id), ...patch });
  }
  return rows.flatMap((row) => {
    if (undone.has(`${row.id} ${CREATION}`)) return [];
    const patch = before.get(row.id);
    return [patch === undefined ? row : { ...row, ...known(row, patch) }];
  });
}

/** Only the columns that were read. */
function known<Row extends object>(row: Row, patch: Readonly<Record<string, unknown>>): Partial<Row> {
  return Object.fromEntries(Object.entries(patch).filter(([name]) => name in row)) as Partial<Row>;
}
