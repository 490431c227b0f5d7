import { readFileSync, renameSync } from 'node:fs';
import { hostname } from 'node:os';
import Database from 'better-sqlite3';
import { errorCodeOf, mapSqliteError, StoreError } from './errors.ts';
import { createPrivate, type StorePaths } from './files.ts';
import { writeFileAtomic } from './writeFileAtomic.ts';

export interface StoreLock {
  /** Calling it twice does nothing. */
  release(): void;
}

interface Holder {
  readonly host: string;
  readonly pid: number;
  readonly since: string;
}

/** Who holds the lock, as far as the side text can be read; it may be missing or half a moment old. */
function readHolder(path: string): Holder | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof parsed !== 'object' || parsed === null) return null;
    const { host, pid, since } = parsed as Record<string, unknown>;
    if (typeof host !== 'string' || typeof pid !== 'number' || typeof since !== 'string') return null;
    return { host, pid, since };
  } catch {
    return null;
  }
}

function tryLock(path: string): Database.Database {
  createPrivate(path);
  const db = new Database(path, { timeout: 0 });
  try {
    // An exclusive transaction on an empty file opens a journal at once: on a full disk that would keep
    // the user out, and after a kill it would be left over. In memory it costs nothing.
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Takes the store for the life of the process: an exclusive transaction on a side file, which the
 * operating system ends when the process dies in whatever way. The side *text* is a second file,
 * because reading the locked one through `fs` would drop the lock (POSIX closes per process).
 * @throws STORE_LOCKED at once, with host and pid of the holder where known.
 */
export function takeLock(paths: StorePaths, now: number): StoreLock {
  let db: Database.Database;
  try {
    try {
      db = tryLock(paths.lock);
    } catch (error) {
      if (errorCodeOf(error) !== 'SQLITE_NOTADB') throw error;
      // Something wrote over the lock file. It holds no data, but we still only move it aside.
      renameSync(paths.lock, `${paths.lock}.damaged-${now}`);
      db = tryLock(paths.lock);
    }
  } catch (error) {
    const mappedError = mapSqliteError(error);
    if (mappedError.code !== 'STORE_LOCKED') throw mappedError;
    const holder = readHolder(paths.lockInfo);
    throw new StoreError(
      'STORE_LOCKED',
      { host: holder?.host ?? null, pid: holder?.pid ?? null, since: holder?.since ?? null },
      error,
    );
  }
  const info: Holder = { host: hostname(), pid: process.pid, since: new Date(now).toISOString() };
  try {
    writeFileAtomic(paths.lockInfo, JSON.stringify(info));
  } catch {
    // The text only serves the message of a second process; a full disk must not stop the first one.
  }
  return { release: () => db.close() };
}
