import type Database from 'better-sqlite3';
import { StoreError } from './errors.ts';

/** Earlier versions can lose a WAL reset race between connections. */
const MIN_SQLITE: readonly [number, number, number] = [3, 51, 3];

/** @throws STORE_NOT_DURABLE if the SQLite library is older than 3.51.3. */
export function assertSqliteVersion(db: Database.Database): string {
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  for (const [i, wanted] of MIN_SQLITE.entries()) {
    const have = parts[i] ?? 0;
    if (have > wanted) break;
    if (have < wanted) throw new StoreError('STORE_NOT_DURABLE', { reason: 'version', version });
  }
  return version;
}

/** What holds on every connection, before and after the first write. */
const common: readonly (readonly [name: string, value: number])[] = [
  ['busy_timeout', 5000],
  // better-sqlite3 is compiled to fall to NORMAL after the first write in WAL mode unless this is set.
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['mmap_size', 0],
  ['secure_delete', 1],
  ['journal_size_limit', 67_108_864],
  ['temp_store', 2],
];

/** On a Mac a plain fsync does not reach the platter. */
const macOnly: readonly (readonly [name: string, value: number])[] = [
  ['fullfsync', 1],
  ['checkpoint_fullfsync', 1],
];

const expected = process.platform === 'darwin' ? [...common, ...macOnly] : common;

/** Everything but the journal mode: for connections that check, build or migrate a file. */
export function applyPragmas(db: Database.Database): void {
  for (const [name, value] of expected) db.pragma(`${name} = ${value}`);
}

/** The writer of the live store. @throws STORE_IO where the file system cannot do WAL. */
export function applyWriterPragmas(db: Database.Database): void {
  applyPragmas(db);
  const mode = db.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal') throw new StoreError('STORE_IO', { reason: 'wal', mode: String(mode) });
}

/** The reader of the live store: refuses writes twice over. */
export function applyReaderPragmas(db: Database.Database): void {
  applyPragmas(db);
  db.pragma('query_only = 1');
}

/**
 * Reads every setting back. Call it after a write, because that is when the compiled-in default of
 * better-sqlite3 would have lowered `synchronous`.
 * @throws STORE_NOT_DURABLE naming the first setting that does not hold.
 */
export function assertPragmas(db: Database.Database): void {
  for (const [name, value] of [...expected, ['journal_mode', 'wal'] as const]) {
    const have = db.pragma(name, { simple: true });
    // mmap_size answers nothing at all where the VFS has no memory mapping.
    if (name === 'mmap_size' && have === undefined) continue;
    if (have !== value)
      throw new StoreError('STORE_NOT_DURABLE', { reason: name, expected: value, found: String(have) });
  }
}
