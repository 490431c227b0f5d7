import { accessSync, chmodSync, closeSync, constants, mkdirSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errorCodeOf, StoreError } from './errors.ts';

/** "MILE", written into the header of every store, so that other SQLite files are told apart. */
export const APPLICATION_ID = 0x4d494c45;

/** SQLite's unix VFS stops at 512 bytes of path, and `-journal` is appended to ours. */
const MAX_PATH_BYTES = 500;

export interface StorePaths {
  readonly dir: string;
  readonly db: string;
  readonly wal: string;
  readonly shm: string;
  /** Where a new store is built before it gets its name. Never held user data. */
  readonly fresh: string;
  readonly lock: string;
  readonly lockInfo: string;
  readonly reserve: string;
  readonly restoreJournal: string;
  readonly restoreStaged: string;
  readonly quarantine: string;
}

export function storePaths(dir: string): StorePaths {
  const db = join(dir, 'milepost.db');
  return {
    dir,
    db,
    wal: `${db}-wal`,
    shm: `${db}-shm`,
    fresh: join(dir, 'milepost.new.db'),
    lock: join(dir, 'milepost.lock.db'),
    lockInfo: join(dir, 'milepost.lock.json'),
    reserve: join(dir, 'milepost.reserve'),
    restoreJournal: join(dir, 'milepost.restore.json'),
    restoreStaged: join(dir, 'milepost.restored.db'),
    quarantine: join(dir, 'quarantine'),
  };
}

/** Size in bytes, or null if there is no such file. Uses `stat` alone: it never opens the file. */
export function sizeOf(path: string): number | null {
  try {
    return statSync(path).size;
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Device and inode: changes when a file is replaced under an open connection. Null if it is gone. */
export function identityOf(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.dev}:${stat.ino}`;
}

/** Creates an empty file that only its owner can read; SQLite gives -wal and -shm the same rights. */
export function createPrivate(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (errorCodeOf(error) !== 'EEXIST') throw error;
  }
}

/** Makes the folder, and takes other users' rights from it (T10). */
export function ensurePrivateDir(dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const mode = statSync(dir).mode & 0o777;
  if (process.platform === 'win32' || (mode & 0o077) === 0) return;
  try {
    chmodSync(dir, mode & 0o700);
  } catch {
    // Not our folder (a group share): its owner decides, and the store still works there.
  }
}

/**
 * Asks for the rights before SQLite does, because a WAL store in a read-only folder fails with codes
 * that speak of anything but rights.
 * @throws EACCES, EPERM or EROFS (mapped to STORE_READONLY); STORE_PATH if no file stands there.
 */
export function assertWritable(paths: StorePaths): void {
  accessSync(paths.dir, constants.W_OK | constants.X_OK);
  const stat = statSync(paths.db, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isFile()) throw new StoreError('STORE_PATH', { reason: 'notAFile' });
  accessSync(paths.db, constants.R_OK | constants.W_OK);
}

/** @throws STORE_PATH if SQLite could not open a file of this name (T17). */
export function assertPathLength(paths: StorePaths): void {
  const bytes = Buffer.byteLength(paths.restoreJournal);
  if (process.platform !== 'win32' && bytes > MAX_PATH_BYTES)
    throw new StoreError('STORE_PATH', { reason: 'length', bytes, limit: MAX_PATH_BYTES });
}

/** Where the backups of a store live. */
export function backupDirOf(options: { readonly dir: string; readonly backupDir?: string }): string {
  return options.backupDir ?? join(options.dir, 'backups');
}
