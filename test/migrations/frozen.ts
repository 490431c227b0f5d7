import { fileURLToPath } from 'node:url';
import type { Database } from 'better-sqlite3';
import { tableCounts } from '#db/engine/statements.ts';
import { dumpTables } from '#test/support/memoryCore.ts';

export const frozenDir: string = fileURLToPath(new URL('./frozen/', import.meta.url));

export interface FrozenState {
  readonly counts: Record<string, number>;
  readonly tables: Record<string, Record<string, unknown>[]>;
}

/** What must survive every migration: the number of rows of each table, and every value of the user. */
export function stateOf(db: Database): FrozenState {
  return { counts: Object.fromEntries(tableCounts(db)), tables: dumpTables(db) };
}
