/**
 * The log: one user intent = one transaction = one entry = one undo step = one event.
 * Nothing else writes user data.
 */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/ipc/errors.ts';
import { canonicalJson } from '#shared/model/canonical.ts';
import { uuidv7 } from '#shared/model/id.ts';
import { formatHlc, type Hlc, parseHlc, tick } from '#shared/sync/hlc.ts';
import { checkInvariants, type Invariant } from './invariants.ts';
import { Projector } from './projector.ts';
import { indexRecords } from './searchIndex.ts';
import { Tx } from './tx.ts';
import type { Change, DataChanged, Label, TxnKind } from './types.ts';

export interface LogOptions {
  /** Connection that writes; the log is its only user. */
  readonly db: Database;
  /** Runs the body in `BEGIN IMMEDIATE … COMMIT` and maps SQLite's errors. */
  readonly runInTransaction: <T>(body: () => T) => T;
  readonly device: string;
  readonly now: () => number;
  readonly random: (bytes: Uint8Array) => void;
  readonly invariants: readonly Invariant[];
  readonly onChange?: (event: DataChanged) => void;
}

export interface CommitResult<T> {
  readonly value: T;
  /** Null if nothing was different, so that there is no entry and nothing to undo. */
  readonly seq: number | null;
}

export interface TxnRow {
  readonly seq: number;
  readonly id: string;
  readonly hlc: string;
  readonly device: string;
  readonly kind: TxnKind;
  readonly label_key: string;
  readonly label_args: string;
  readonly target_seq: number | null;
  readonly at: string;
  readonly changes: number;
  readonly prev_hash: string;
  readonly hash: string;
}

/** Hash of an entry: binds its changes and the entry before it. */
export function entryHash(entry: Omit<TxnRow, 'hash'>, changes: readonly Change[]): string {
  return createHash('sha256')
    .update(canonicalJson({ ...entry, changes: changes.map((c) => ({ ...c })) }))
    .digest('hex');
}

export class Log {
  readonly #o: LogOptions;
  readonly projector: Projector;
  #clock: Hlc | null;

  constructor(options: LogOptions) {
    this.#o = options;
    this.projector = new Projector(options.db);
    const last = options.db.prepare<[], { hlc: string }>('SELECT max(hlc) AS hlc FROM txn').get();
    this.#clock = last?.hlc ? parseHlc(last.hlc) : null;
  }

  /** Runs the body in one transaction and writes its changes to the log. The body must not await. */
  commit<T>(label: Label, body: (tx: Tx) => T, kind: 'user' | 'import' | 'system' = 'user'): CommitResult<T> {
    return this.#write(label, kind, null, body);
  }

  /** @internal used by undo and redo */
  commitReversal<T>(
    label: Label,
    kind: 'undo' | 'redo',
    target: number,
    body: (tx: Tx) => T,
  ): CommitResult<T> {
    return this.#write(label, kind, target, body);
  }

  #write<T>(label: Label, kind: TxnKind, target: number | null, body: (tx: Tx) => T): CommitResult<T> {
    const nowMs = this.#o.now();
    const at = new Date(nowMs).toISOString();
    const id = uuidv7(nowMs, this.#o.random);
    const hlc = tick(this.#clock, nowMs, this.#o.device);
    const ctx = { db: this.#o.db, projector: this.projector, txnId: id, at, nowMs, random: this.#o.random };
    let event: DataChanged | null = null;
    const value = this.#o.runInTransaction(() => {
      const tx = new Tx(ctx);
      const result = body(tx);
      if (result instanceof Promise) throw new TypeError('the body of a commit must not be asynchronous');
      const changes = tx.changes();
      if (changes.length === 0) return result;
      const touched = tx.touched();
      checkInvariants(this.#o.invariants, { db: this.#o.db, touched, tx });
      const seq = this.#append({ label, kind, target, id, at, hlc }, changes);
      indexRecords(this.#o.db, this.projector, touched);
      event = { seq, kind, label, touched: [...touched].map(([entity, ids]) => ({ entity, ids: [...ids] })) };
      return result;
    });
    // In-memory state moves only after COMMIT returned.
    if (!event) return { value, seq: null };
    this.#clock = hlc;
    this.#o.onChange?.(event);
    return { value, seq: (event as DataChanged).seq };
  }

  #append(
    e: { label: Label; kind: TxnKind; target: number | null; id: string; at: string; hlc: Hlc },
    changes: readonly Change[],
  ): number {
    const { db } = this.#o;
    const last = db
      .prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM txn ORDER BY seq DESC LIMIT 1')
      .get();
    const row: Omit<TxnRow, 'hash'> = {
      seq: (last?.seq ?? 0) + 1,
      id: e.id,
      hlc: formatHlc(e.hlc),
      device: this.#o.device,
      kind: e.kind,
      label_key: e.label.key,
      label_args: canonicalJson(e.label.args),
      target_seq: e.target,
      at: e.at,
      changes: changes.length,
      prev_hash: last?.hash ?? '',
    };
    db.prepare(
      `INSERT INTO txn (seq, id, hlc, device, kind, label_key, label_args, target_seq, at, changes, prev_hash, hash)
       VALUES (@seq, @id, @hlc, @device, @kind, @label_key, @label_args, @target_seq, @at, @changes, @prev_hash, @hash)`,
    ).run({ ...row, hash: entryHash(row, changes) });
    this.#appendChanges(row, changes);
    if (e.kind === 'user' || e.kind === 'import') {
      db.prepare("DELETE FROM undo_entry WHERE state = 'undone'").run();
      db.prepare("INSERT INTO undo_entry (seq, state, last_seq) VALUES (?, 'done', ?)").run(row.seq, row.seq);
    }
    return row.seq;
  }

  #appendChanges(row: Omit<TxnRow, 'hash'>, changes: readonly Change[]): void {
    const insert = this.#o.db.prepare(
      'INSERT INTO change (txn_seq, idx, entity, id, register, value, prev, prev_hlc) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
    const head = this.#o.db.prepare(
      `INSERT INTO register_head (id, register, entity, hlc, seq) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id, register) DO UPDATE SET hlc = excluded.hlc, seq = excluded.seq`,
    );
    changes.forEach((change, idx) => {
      const { entity, id, register, value, prev, prevHlc } = change;
      const text = (v: unknown): string | null => (v === null ? null : canonicalJson(v));
      insert.run(row.seq, idx, entity, id, register, text(value), text(prev), prevHlc);
      head.run(id, register, entity, row.hlc, row.seq);
    });
  }
}

/** Changes of one entry, in their order. */
export function readChanges(db: Database, seq: number): Change[] {
  const rows = db
    .prepare<
      [number],
      {
        entity: Change['entity'];
        id: string;
        register: string;
        value: string | null;
        prev: string | null;
        prev_hlc: string | null;
      }
    >('SELECT entity, id, register, value, prev, prev_hlc FROM change WHERE txn_seq = ? ORDER BY idx')
    .all(seq);
  return rows.map((r) => ({
    entity: r.entity,
    id: r.id,
    register: r.register,
    value: r.value === null ? null : JSON.parse(r.value),
    prev: r.prev === null ? null : JSON.parse(r.prev),
    prevHlc: r.prev_hlc,
  }));
}

/** Entry at which the chain of hashes breaks, or null if the whole log is as it was written. */
export function verifyChain(db: Database): { seq: number } | null {
  let prev = '';
  let expected = 1;
  for (const row of db.prepare<[], TxnRow>('SELECT * FROM txn ORDER BY seq').iterate()) {
    const { hash, ...entry } = row;
    const changes = readChanges(db, row.seq);
    if (row.seq !== expected || row.prev_hash !== prev || changes.length !== row.changes)
      return { seq: row.seq };
    if (entryHash(entry, changes) !== hash) return { seq: row.seq };
    prev = hash;
    expected += 1;
  }
  return null;
}

/** @throws AppError NOT_FOUND for an entry that does not exist. */
export function readTxn(db: Database, seq: number): TxnRow {
  const row = db.prepare<[number], TxnRow>('SELECT * FROM txn WHERE seq = ?').get(seq);
  if (!row) throw new AppError('NOT_FOUND', { entity: 'txn' });
  return row;
}
