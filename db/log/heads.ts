import type { Database } from 'better-sqlite3';
import { prepared } from '../engine/statements.ts';
import { CREATION } from './types.ts';

/** Stamp of the entry that set the register last, or that created the record; null if there is none. */
export function headHlc(db: Database, id: string, register: string): string | null {
  const head = prepared(db, 'SELECT hlc FROM register_head WHERE id = ? AND register = ?');
  const row = (head.get(id, register) ?? head.get(id, CREATION)) as { hlc: string } | undefined;
  return row?.hlc ?? null;
}
