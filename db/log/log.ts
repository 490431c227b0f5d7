/**
 * The log: one user intent = one transaction = one entry = one undo step = one event.
 * Nothing else writes user data.
 */
import { createHash, hash as digest } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/ipc/errors.ts';
import { canonicalJson } from '#shared/model/canonical.ts';
import { uuidv7 } from '#shared/model/id.ts';
import { formatHlc, type Hlc, parseHlc, tick } from '#shared/sync/hlc.ts';
import { finish, type SliceOptions, type Steps } from '../engine/slices.ts';
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
  /** The same in slices; see `Store.runInSlices`. */
  readonly runInSlices: <T>(work: () => Steps<T>, options: SliceOptions<T>) => Promise<T>;
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

/** An entry before it has a number. */
interface Draft {
  readonly label: Label;
  readonly kind: TxnKind;
  readonly target: number | null;
  readonly id: string;
  readonly at: string;
  readonly nowMs: number;
  readonly hlc: Hlc;
}

interface Written<T> {
  readonly value: T;
  /** Null if nothing was different. */
  readonly event: DataChanged | null;
}

const LAST_MS = Date.UTC(9999, 11, 31);

/** Whole milliseconds in the years 1970–9999: a machine whose clock is lost must still be able to save. */
const sane = (ms: number): number =>
  Number.isFinite(ms) ? Math.min(LAST_MS, Math.max(0, Math.floor(ms))) : 0;

/** The canonical JSON of an entry with its changes in pieces, put together from the texts that are there already. */
function* entryPieces(entry: Omit<TxnRow, 'hash'>, changes: readonly ChangeText[]): Generator<string> {
  const fields = Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [place, [key, value]] of fields.entries()) {
    yield `${place === 0 ? '{' : ','}${JSON.stringify(key)}:`;
    if (key !== 'changes') {
      yield canonicalJson(value);
      continue;
    }
    for (const [index, change] of changes.entries()) yield `${index === 0 ? '[' : ','}${changeText(change)}`;
    yield changes.length === 0 ? '[]' : ']';
  }
  yield '}';
}

/** Hash of an entry: binds its changes and the entry before it. */
export function entryHash(entry: Omit<TxnRow, 'hash'>, changes: readonly ChangeText[]): string {
  return digest('sha256', [...entryPieces(entry, changes)].join(''));
}

/** With more changes the text of an entry is not put together: an import has tens of megabytes. */
const HASHED_AT_ONCE = 500;
const HASHED_CHARACTERS = 65_536;

function* hashing(entry: Omit<TxnRow, 'hash'>, changes: readonly ChangeText[]): Steps<string> {
  if (changes.length <= HASHED_AT_ONCE) return entryHash(entry, changes);
  const hash = createHash('sha256');
  let text = '';
  for (const piece of entryPieces(entry, changes)) {
    text += piece;
    if (text.length < HASHED_CHARACTERS) continue;
    hash.update(text);
    text = '';
    yield;
  }
  return hash.update(text).digest('hex');
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

  /**
   * The same for what takes long: the body stops after each of its steps, and so does what follows, so that others
   * are answered in between. All or nothing, and one step of undo, like any other commit.
   * @param pause called between slices with the steps so far; what it throws ends the commit without a trace
   */
  async commitInSlices<T>(
    label: Label,
    body: (tx: Tx) => Steps<T>,
    pause: (steps: number) => Promise<void>,
    kind: 'user' | 'import' | 'system' = 'import',
  ): Promise<CommitResult<T>> {
    let seq: number | null = null;
    let draft: Draft | null = null;
    const written = await this.#o.runInSlices(
      () => {
        draft = this.#draft(label, kind, null);
        return this.#inside(draft, body);
      },
      {
        pause,
        committed: (done) => {
          if (draft) seq = this.#committed(draft, done.event);
        },
      },
    );
    return { value: written.value, seq };
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
    // biome-ignore lint/correctness/useYield: a body that is one step
    const whole = function* (tx: Tx): Steps<T> {
      const result = body(tx);
      if (result instanceof Promise) throw new TypeError('the body of a commit must not be asynchronous');
      return result;
    };
    const { value, event, draft } = this.#o.runInTransaction(() => {
      // In here, because a commit in slices may have had to end first, and has the stamp before this one.
      const begun = this.#draft(label, kind, target);
      return { ...finish(this.#inside(begun, whole)), draft: begun };
    });
    return { value, seq: this.#committed(draft, event) };
  }

  #draft(label: Label, kind: TxnKind, target: number | null): Draft {
    const nowMs = sane(this.#o.now());
    const at = new Date(nowMs).toISOString();
    const id = uuidv7(nowMs, this.#o.random);
    return { label, kind, target, id, at, nowMs, hlc: tick(this.#clock, nowMs, this.#o.device) };
  }

  /** Everything that happens within the transaction. */
  *#inside<T>(draft: Draft, body: (tx: Tx) => Steps<T>): Steps<Written<T>> {
    const { id, at, nowMs, kind, label } = draft;
    const { db, random } = this.#o;
    const tx = new Tx({ db, projector: this.projector, txnId: id, at, nowMs, random });
    const value = yield* body(tx);
    if (kind === 'user') this.#o.followUp?.(tx);
    const { changes, texts } = yield* tx.settling();
    if (changes.length === 0) return { value, event: null };
    const touched = tx.touched();
    yield* checkInvariants(this.#o.invariants, { db, touched, changes, tx });
    const seq = yield* this.#append(draft, texts);
    yield* indexRecords(db, (type, record) => tx.readAny(type, record), searchable(changes));
    const list = [...touched].map(([entity, ids]) => ({ entity, ids: [...ids] }));
    return { value, event: { seq, kind, label, touched: list } };
  }

  /** In-memory state moves only after COMMIT returned. */
  #committed(draft: Draft, event: DataChanged | null): number | null {
    if (!event) return null;
    this.#clock = draft.hlc;
    this.#announce(event);
    return event.seq;
  }

  /** The data is saved: a window that cannot be told any more must not make it look like a failure. */
  #announce(event: DataChanged): void {
    try {
      this.#o.onChange?.(event);
    } catch (error) {
      this.#o.onError?.(error);
    }
  }

  *#append(e: Draft, changes: readonly ChangeText[]): Steps<number> {
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
    ).run({ ...row, hash: yield* hashing(row, changes) });
    yield* this.#appendChanges(row, changes);
    if (e.kind === 'user' || e.kind === 'import') {
      prepared(db, "DELETE FROM undo_entry WHERE state = 'undone'").run();
      prepared(db, "INSERT INTO undo_entry (seq, state, last_seq) VALUES (?, 'done', ?)").run(
        row.seq,
        row.seq,
      );
    }
    return row.seq;
  }

  *#appendChanges(row: Omit<TxnRow, 'hash'>, changes: readonly ChangeText[]): Steps<void> {
    const insert = prepared(
      this.#o.db,
      'INSERT INTO change (txn_seq, idx, entity, id, register, value, prev, prev_hlc) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
    const head = prepared(
      this.#o.db,
      `INSERT INTO register_head (id, register, entity, hlc, seq) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id, register) DO UPDATE SET hlc = excluded.hlc, seq = excluded.seq`,
    );
    for (const [idx, change] of changes.entries()) {
      const { entity, id, register, value, prev, prevHlc } = change;
      insert.run(row.seq, idx, entity, id, register, value, prev, prevHlc);
      head.run(id, register, entity, row.hlc, row.seq);
      yield;
    }
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
