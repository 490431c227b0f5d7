import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { backupSync, listBackups, removeUnfinished } from './backup.ts';
import { inspectFile } from './check.ts';
import { filesDirOf, removeUnfinishedFiles } from './contentFiles.ts';
import { mapped, mapSqliteError, StoreError } from './errors.ts';
import {
  assertPathLength,
  assertWritable,
  backupDirOf,
  createPrivate,
  ensurePrivateDir,
  type StorePaths,
  sizeOf,
  storePaths,
} from './files.ts';
import { type StoreLock, takeLock } from './lock.ts';
import { assertMigrationList, migrate } from './migrate.ts';
import {
  applyPragmas,
  applyReaderPragmas,
  applyWriterPragmas,
  assertPragmas,
  assertSqliteVersion,
} from './pragmas.ts';
import { DEFAULT_RESERVE_BYTES, ensureReserve, freeBytes, freeReserve } from './reserve.ts';
import { finishRestore } from './restore.ts';
import { writeMeta } from './statements.ts';
import { buildStore } from './store.ts';
import type { ReadableDb, Store, StoreOptions, WritableDb } from './types.ts';
import { fsyncDir, fsyncFile, renameWithRetry } from './writeFileAtomic.ts';

/** A migration needs the backup, the rebuilt tables and the log of the transaction beside the file. */
const MIGRATION_ROOM = 3;

/**
 * Builds a new store under another name and then renames it, so that a crash in here leaves either
 * no store or a whole one, and never an empty file that would have to be refused.
 */
function createStore(paths: StorePaths, options: StoreOptions): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${paths.fresh}${suffix}`, { force: true });
  createPrivate(paths.fresh);
  const db = new Database(paths.fresh);
  try {
    applyPragmas(db);
    migrate(db, options.migrations, options.structure);
  } finally {
    db.close();
  }
  fsyncFile(paths.fresh);
  renameWithRetry(paths.fresh, paths.db);
  fsyncDir(paths.dir);
}

/** @throws STORE_CORRUPT if there is no file, but signs that there was one. */
function assertMayCreate(paths: StorePaths, options: StoreOptions): void {
  if ((sizeOf(paths.wal) ?? 0) > 0) throw new StoreError('STORE_CORRUPT', { reason: 'walOnly' });
  if (options.startEmpty) return;
  const backup = listBackups(backupDirOf(options)).find((entry) => entry.info !== null);
  if (backup !== undefined) throw new StoreError('STORE_CORRUPT', { reason: 'missing', backup: backup.file });
}

function upgradeStore(paths: StorePaths, options: StoreOptions): void {
  const bytes = sizeOf(paths.db) ?? 0;
  const free = freeBytes(paths.dir);
  if (free < bytes * MIGRATION_ROOM)
    throw new StoreError('STORE_FULL', { reason: 'migration', needed: bytes * MIGRATION_ROOM, free });
  const db = new Database(paths.db, { fileMustExist: true });
  try {
    // The journal mode stays as it is: a failed migration leaves every byte where it was.
    applyPragmas(db);
    options.onProgress?.('backup');
    backupSync(db, {
      dir: backupDirOf(options),
      kind: 'pre-migration',
      appVersion: options.appVersion ?? '',
      now: options.clock.now(),
    });
    options.onProgress?.('migrate');
    migrate(db, options.migrations, options.structure);
  } finally {
    db.close();
  }
}

function readyFile(paths: StorePaths, options: StoreOptions): Store['opened'] {
  finishRestore(paths);
  removeUnfinished(backupDirOf(options));
  removeUnfinishedFiles(filesDirOf(backupDirOf(options)));
  removeUnfinishedFiles(filesDirOf(paths.dir));
  options.onProgress?.('check');
  if (sizeOf(paths.db) === null) {
    assertMayCreate(paths, options);
    createStore(paths, options);
    return { created: true, migratedFrom: null };
  }
  const state = inspectFile(paths.db, options);
  if (!state.pending) return { created: false, migratedFrom: null };
  upgradeStore(paths, options);
  return { created: false, migratedFrom: state.userVersion };
}

interface Connections {
  readonly write: WritableDb;
  readonly read: ReadableDb;
}

/** Opens both connections and proves, after a real write, that the settings hold on both. */
function connect(paths: StorePaths, now: number): Connections {
  const write = new Database(paths.db, { fileMustExist: true });
  let read: Database.Database | null = null;
  try {
    assertSqliteVersion(write);
    applyWriterPragmas(write);
    writeMeta(write, 'opened_at', new Date(now).toISOString());
    assertPragmas(write);
    read = new Database(paths.db, { readonly: true, fileMustExist: true });
    applyReaderPragmas(read);
    read.prepare('SELECT count(*) FROM sqlite_schema').get();
    assertPragmas(read);
    // The brands say what these two connections are; nowhere else is a connection given one.
    return { write: write as WritableDb, read: read as ReadableDb };
  } catch (error) {
    read?.close();
    write.close();
    throw mapSqliteError(error);
  }
}

/** On a full disk a WAL store cannot even be opened: give the reserve back and try once more. */
function withReserve<T>(paths: StorePaths, work: () => T): T {
  try {
    return mapped(work);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'STORE_FULL' || !freeReserve(paths.reserve))
      throw error;
    return mapped(work);
  }
}

/**
 * Opens the store of a folder: lock, finish an interrupted restore, check read-only, refuse what is
 * newer, foreign or damaged, back up and migrate if needed, connect, prove the durability settings.
 * Never starts with an empty store where a file exists, and never deletes one.
 * @throws StoreError with every code of `storeErrorCodes`; RangeError for a gap in `migrations`.
 */
export function openStore(options: StoreOptions): Store {
  assertMigrationList(options.migrations);
  const paths = storePaths(options.dir);
  assertPathLength(paths);
  let lock: StoreLock | null = null;
  try {
    options.onProgress?.('lock');
    ensurePrivateDir(paths.dir);
    assertWritable(paths);
    lock = takeLock(paths, options.clock.now());
    const opened = withReserve(paths, () => readyFile(paths, options));
    options.onProgress?.('open');
    const connections = withReserve(paths, () => connect(paths, options.clock.now()));
    ensureReserve(paths.reserve, options.reserveBytes ?? DEFAULT_RESERVE_BYTES);
    return buildStore({ options, paths, lock, opened, ...connections });
  } catch (error) {
    lock?.release();
    throw mapSqliteError(error);
  }
}
