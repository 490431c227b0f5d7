/**
 * Undo and redo are new transactions. Each sets a register back only where the entry it reverses is still
 * the winner; what was changed since is skipped and named. The stack lives in the store: it survives a restart.
 */
import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/ipc/errors.ts';
import { TOMBSTONE } from '#shared/model/entity.ts';
import type { EntityType } from '#shared/model/registry.ts';
import { prepared } from '../engine/statements.ts';
import { headHlc } from './heads.ts';
import { type Log, readChanges, readTxn } from './log.ts';
import type { Row } from './projector.ts';
import { reversalIsSealed } from './sealed.ts';
import type { Tx } from './tx.ts';
import { type Change, CREATION, type Label, type TombstoneValue, UNDO_MARK } from './types.ts';

export interface UndoState {
  readonly undo: { readonly seq: number; readonly label: Label } | null;
  readonly redo: { readonly seq: number; readonly label: Label } | null;
}

export interface UndoResult {
  readonly label: Label;
  /** Values that had been changed since and were left alone. */
  readonly skipped: readonly {
    readonly entity: EntityType;
    readonly id: string;
    readonly register: string;
  }[];
}

interface StackEntry {
  readonly seq: number;
  readonly last_seq: number;
}

const TOP = {
  undo: "SELECT seq, last_seq FROM undo_entry WHERE state = 'done' ORDER BY seq DESC LIMIT 1",
  redo: "SELECT seq, last_seq FROM undo_entry WHERE state = 'undone' ORDER BY seq ASC LIMIT 1",
} as const;

function labelOf(db: Database, seq: number): Label {
  const row = readTxn(db, seq);
  return { key: row.label_key, args: JSON.parse(row.label_args) as Label['args'] };
}

export function undoState(db: Database): UndoState {
  const side = (kind: 'undo' | 'redo'): UndoState['undo'] => {
    const top = db.prepare<[], StackEntry>(TOP[kind]).get();
    return top ? { seq: top.seq, label: labelOf(db, top.seq) } : null;
  };
  return { undo: side('undo'), redo: side('redo') };
}

function reverseOne(tx: Tx, change: Change): void {
  const { entity, id, register } = change;
  if (register === CREATION) tx.setTombstone(entity, id, { at: tx.at, with: `${UNDO_MARK}${tx.id}` });
  else if (register === TOMBSTONE) tx.setTombstone(entity, id, change.prev as TombstoneValue | null);
  else tx.setRegister(entity, id, register, change.prev as Row);
}

interface Stamp {
  readonly seq: number;
  readonly kind: string;
  readonly target_seq: number | null;
}

/**
 * The entry whose value a register shows. A reversal shows the value of an entry before the one it
 * reversed, so that going back twice over the same field finds its own earlier entry as the winner.
 */
function shownEntry(db: Database, id: string, register: string, hlc: string | null): number | null {
  const stamp = prepared(db, 'SELECT seq, kind, target_seq FROM txn WHERE hlc = ?');
  const before = prepared(
    db,
    'SELECT prev_hlc FROM change WHERE txn_seq = ? AND id = ? AND register IN (?, ?) ORDER BY register DESC LIMIT 1',
  );
  let current = hlc;
  while (current !== null) {
    const txn = stamp.get(current) as Stamp | undefined;
    if (!txn) return null;
    if (txn.kind !== 'undo' && txn.kind !== 'redo') return txn.seq;
    const reversed = before.get(txn.target_seq, id, register, register === TOMBSTONE ? CREATION : register);
    current = (reversed as { prev_hlc: string | null } | undefined)?.prev_hlc ?? null;
  }
  return null;
}

/** Whether the record still shows what entry `seq` made of it. A creation stands until somebody deletes it. */
function isWinner(db: Database, change: Change, seq: number): boolean {
  const register = change.register === CREATION ? TOMBSTONE : change.register;
  const own = prepared(db, 'SELECT hlc FROM txn WHERE seq = ?').get(seq) as { hlc: string };
  const head = headHlc(db, change.id, register);
  return shownEntry(db, change.id, register, head) === shownEntry(db, change.id, register, own.hlc);
}

function reverse(log: Log, db: Database, kind: 'undo' | 'redo'): UndoResult {
  const top = db.prepare<[], StackEntry>(TOP[kind]).get();
  if (!top) throw new AppError(kind === 'undo' ? 'NOTHING_TO_UNDO' : 'NOTHING_TO_REDO');
  const label = labelOf(db, top.seq);
  const skipped: { entity: EntityType; id: string; register: string }[] = [];
  const next = kind === 'undo' ? 'undone' : 'done';
  const mark = db.prepare('UPDATE undo_entry SET state = ?, last_seq = ? WHERE seq = ?');
  log.commitReversal(label, kind, top.last_seq, (tx) => {
    for (const change of readChanges(db, top.last_seq).reverse()) {
      if (isWinner(db, change, top.last_seq) && !reversalIsSealed(tx, change)) reverseOne(tx, change);
      else skipped.push({ entity: change.entity, id: change.id, register: change.register });
    }
    // The entry this transaction is about to become: it is appended right after the body.
    const seq = (db.prepare<[], { seq: number }>('SELECT max(seq) AS seq FROM txn').get()?.seq ?? 0) + 1;
    mark.run(next, tx.settle().changes.length > 0 ? seq : top.last_seq, top.seq);
  });
  return { label, skipped };
}

/** Takes the last action back. @throws AppError NOTHING_TO_UNDO */
export const undo = (log: Log, db: Database): UndoResult => reverse(log, db, 'undo');

/** Does the last undone action again. @throws AppError NOTHING_TO_REDO */
export const redo = (log: Log, db: Database): UndoResult => reverse(log, db, 'redo');
