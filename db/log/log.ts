/**
 * The log: one user intent = one transaction = one entry = one undo step = one event.
 * Nothing else writes user data.
 */
import { hash as digest } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/ipc/errors.ts';
import { canonicalJson } from '#shared/model/canonical.ts';
import { uuidv7 } from '#shared/model/id.ts';
import { formatHlc, type Hlc, parseHlc, tick } from '#shared/sync/hlc.ts';
import { prepared } from '../engine/statements.ts';
import { checkInvariants, type Invariant } from './invariants.ts';
import { Projector } from './projector.ts';
import { indexRecords, searchable } from './searchIndex.ts';
import { Tx } from './tx.ts';
import type { Change, ChangeText, DataChanged, Label, TxnKind } from './types.ts';

export interface LogOptions {
  /** Connection that writes; the log is its only user. */
  readonly db: Database;
  /** Runs the body in `BEGIN IMMEDIATE … COMMIT` and maps SQLite's errors. */
  readonly runInTransaction: <T>(body: () => T) => T;
  readonly device: string;
  readonly now: () => number;
  readonly random: (bytes: Uint8Array) => void;
  readonly invariants: readonly Invariant[];
  /**
   * Brings up to date what follows from the writes of a user's transaction, as part of it. Not after undo and redo:
   * they bring back what followed at the time.
   */
  readonly followUp?: (tx: Tx) => void;
  readonly onChange?: (event: DataChanged) => void;
  /** Told when `onChange` throws; the commit stands. */
  readonly onError?: (error: unknown) => void;
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

const LAST_MS = Date.UTC(9999, 11, 31);

/** Whole milliseconds in the years 1970–9999: a machine whose clock is lost must still be able to save. */
const sane = (ms: number): number =>
  Number.isFinite(ms) ? Math.min(LAST_MS, Math.max(0, Math.floor(ms))) : 0;

/** Hash of an entry: binds its changes and the entry before it. */
export function entryHash(entry: Omit<TxnRow, 'hash'>, changes: readonly ChangeText[]): string {
  // The canonical JSON of the entry with its changes, put together from the texts that are there already.
  const parts = Object.entries(entry)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => {
      const text = key === 'changes' ? `[${changes.map(changeText).join(',')}]` : canonicalJson(value);
      return `${JSON.stringify(key)}:${text}`;
    });
  return digest('sha256', `{${parts.join(',')}}`);
}

function changeText({ entity, id, prev, prevHlc, register, value }: ChangeText): string {
  const [type, key, stamp, name] = [entity, id, prevHlc, register].map((text) => JSON.stringify(text));
  return `{"entity":${type},"id":${key},"prev":${prev},"prevHlc":${stamp},"register":${name},"value":${value}}`;
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
    const nowMs = sane(this.#o.now());
    const at = new Date(nowMs).toISOString();
    const id = uuidv7(nowMs, this.#o.random);
    const hlc = tick(this.#clock, nowMs, this.#o.device);
    const ctx = { db: this.#o.db, projector: this.projector, txnId: id, at, nowMs, random: this.#o.random };
    let event: DataChanged | null = null;
    const value = this.#o.runInTransaction(() => {
      const tx = new Tx(ctx);
      const result = body(tx);
      if (result instanceof Promise) throw new TypeError('the body of a commit must not be asynchronous');
      if (kind === 'user') this.#o.followUp?.(tx);
      const { changes, texts } = tx.settle();
      if (changes.length === 0) return result;
      const touched = tx.touched();
      checkInvariants(this.#o.invariants, { db: this.#o.db, touched, changes, tx });
      const seq = this.#append({ label, kind, target, id, at, hlc }, texts);
      indexRecords(this.#o.db, (type, record) => tx.readAny(type, record), searchable(changes));
      event = { seq, kind, label, touched: [...touched].map(([entity, ids]) => ({ entity, ids: [...ids] })) };
      return result;
    });
    // In-memory state moves only after COMMIT returned.
    if (!event) return { value, seq: null };
    this.#clock = hlc;
    this.#announce(event);
    return { value, seq: (event as DataChanged).seq };
  }

  /** The data is saved: a window that cannot be told any more must not make it look like a failure. */
  #announce(event: DataChanged): void {
    try {
      this.#o.onChange?.(event);
    } catch (error) {
      this.#o.onError?.(error);
    }
  }

  #append(
    e: { label: Label; kind: TxnKind; target: number | null; id: string; at: string; hlc: Hlc },
    changes: readonly ChangeText[],
  ): number {
    const { db } = this.#o;
    const last = prepared(db, 'SELECT seq, hash FROM txn ORDER BY seq DESC LIMIT 1').get() as
      | { seq: number; hash: string }
      | undefined;
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
    prepared(
      db,
      `INSERT INTO txn (seq, id, hlc, device, kind, label_key, label_args, target_seq, at, changes, prev_hash, hash)
       VALUES (@seq, @id, @hlc, @device, @kind, @label_key, @label_args, @target_seq, @at, @changes, @prev_hash, @hash)`,
    ).run({ ...row, hash: entryHash(row, changes) });
    this.#appendChanges(row, changes);
    if (e.kind === 'user' || e.kind === 'import') {
      prepared(db, "DELETE FROM undo_entry WHERE state = 'undone'").run();
      prepared(db, "INSERT INTO undo_entry (seq, state, last_seq) VALUES (?, 'done', ?)").run(
        row.seq,
        row.seq,
      );
    }
    return row.seq;
  }

  #appendChanges(row: Omit<TxnRow, 'hash'>, changes: readonly ChangeText[]): void {
    const insert = prepared(
      this.#o.db,
      'INSERT INTO change (txn_seq, idx, entity, id, register, value, prev, prev_hlc) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
    const head = prepared(
      this.#o.db,
      `INSERT INTO register_head (id, register, entity, hlc, seq) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id, register) DO UPDATE SET hlc = excluded.hlc, seq = excluded.seq`,
    );
    changes.forEach((change, idx) => {
      const { entity, id, register, value, prev, prevHlc } = change;
      insert.run(row.seq, idx, entity, id, register, value, prev, prevHlc);
      head.run(id, register, entity, row.hlc, row.seq);
    });
  }
}

interface ChangeRow {
  readonly idx: number;
  readonly entity: Change['entity'];
  readonly id: string;
  readonly register: string;
  readonly value: string | null;
  readonly prev: string | null;
  readonly prev_hlc: string | null;
}

function rawChanges(db: Database, seq: number): ChangeRow[] {
  const sql =
    'SELECT idx, entity, id, register, value, prev, prev_hlc FROM change WHERE txn_seq = ? ORDER BY idx';
  return prepared(db, sql).all(seq) as ChangeRow[];
}

const decodeChange = (row: ChangeRow): Change => ({
  entity: row.entity,
  id: row.id,
  register: row.register,
  value: row.value === null ? null : JSON.parse(row.value),
  prev: row.prev === null ? null : JSON.parse(row.prev),
  prevHlc: row.prev_hlc,
});

/** Changes of one entry, in their order. */
export function readChanges(db: Database, seq: number): Change[] {
  return rawChanges(db, seq).map(decodeChange);
}

/** Entry at which the chain of hashes breaks, or null if the whole log is as it was written. */
export function verifyChain(db: Database): { seq: number } | null {
  let prev = '';
  let expected = 1;
  for (const row of db.prepare<[], TxnRow>('SELECT * FROM txn ORDER BY seq').iterate()) {
    if (row.seq !== expected || row.prev_hash !== prev || !isWhole(db, row)) return { seq: row.seq };
    prev = row.hash;
    expected += 1;
  }
  const stray = db
    .prepare<[number], { seq: number }>('SELECT txn_seq AS seq FROM change WHERE txn_seq >= ? LIMIT 1')
    .get(expected);
  return stray ?? null;
}

function isWhole(db: Database, row: TxnRow): boolean {
  const { hash, ...entry } = row;
  const texts = rawChanges(db, row.seq);
  if (texts.length !== row.changes || texts.some((text, idx) => text.idx !== idx)) return false;
  if (!texts.every((text) => isCanonical(text.value) && isCanonical(text.prev))) return false;
  return (
    entryHash(
      entry,
      texts.map(({ prev_hlc, ...text }) => ({ ...text, prevHlc: prev_hlc })),
    ) === hash
  );
}

/** The text is exactly what the log writes: damage that means the same is damage all the same. */
function isCanonical(text: string | null): boolean {
  if (text === null) return true;
  try {
    return text !== 'null' && canonicalJson(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

/** @throws AppError NOT_FOUND for an entry that does not exist. */
export function readTxn(db: Database, seq: number): TxnRow {
  const row = db.prepare<[number], TxnRow>('SELECT * FROM txn WHERE seq = ?').get(seq);
  if (!row) throw new AppError('NOT_FOUND', { entity: 'txn' });
  return row;
}
