import { performance } from 'node:perf_hooks';
import { backupOnline, defaultKeep, listBackups, rotateBackups } from './backup.ts';
import { isMediumError, mapSqliteError, StoreError } from './errors.ts';
import { backupDirOf, identityOf, type StorePaths, sizeOf } from './files.ts';
import { inspectHere } from './inspect.ts';
import type { StoreLock } from './lock.ts';
import { DEFAULT_RESERVE_BYTES, ensureReserve, freeBytes, freeReserve } from './reserve.ts';
import { userVersion } from './statements.ts';
import type {
  BackupInfo,
  BackupRequest,
  ReadableDb,
  Store,
  StoreHealth,
  StoreOptions,
  WritableDb,
} from './types.ts';

/** From here on a read or a transaction is reported as slow, in milliseconds. */
export const SLOW_MS = 40;

interface Parts {
  readonly options: StoreOptions;
  readonly paths: StorePaths;
  readonly lock: StoreLock;
  readonly opened: Store['opened'];
  readonly write: WritableDb;
  readonly read: ReadableDb;
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

/** Ends a transaction that failed; some errors (a full disk among them) have already ended it. */
function rollback(db: WritableDb): void {
  if (db.inTransaction) db.exec('ROLLBACK');
}

function transact<T>(parts: Parts, identity: string | null, work: () => T): T {
  const { write, paths } = parts;
  if (write.inTransaction) throw new TypeError('runInTransaction does not nest');
  try {
    write.exec('BEGIN IMMEDIATE');
    const result = work();
    if (isThenable(result)) throw new TypeError('a transaction body must be synchronous');
    // "Saved" must not be said about a file that was replaced or removed under us (T15).
    if (identityOf(paths.db) !== identity) throw new StoreError('STORE_IO', { reason: 'replaced' });
    write.exec('COMMIT');
    return result;
  } catch (error) {
    rollback(write);
    if (!isMediumError(error)) throw error;
    const fault = mapSqliteError(error);
    if (fault.code !== 'STORE_FULL') throw fault;
    throw new StoreError('STORE_FULL', { ...fault.args, reserveFreed: freeReserve(paths.reserve) }, error);
  }
}

function timer(options: StoreOptions): <T>(name: string, work: () => T) => T {
  const clock = options.monotonic ?? (() => performance.now());
  return (name, work) => {
    const start = clock();
    try {
      return work();
    } finally {
      const ms = clock() - start;
      if (ms >= SLOW_MS) options.log?.({ name, ms });
    }
  };
}

async function backup(parts: Parts, request: BackupRequest): Promise<BackupInfo> {
  const { options } = parts;
  const dir = backupDirOf(options);
  const target = {
    dir,
    kind: request.kind ?? 'auto',
    appVersion: options.appVersion ?? '',
    now: options.clock.now(),
  };
  const info = await backupOnline(parts.write, target, {
    storeDir: parts.paths.dir,
    columns: options.structure?.files ?? [],
    inspect: options.inspect ?? inspectHere,
    signal: request.signal,
    onProgress: request.onProgress,
  });
  rotateBackups(dir, defaultKeep, info.file);
  return info;
}

function health(parts: Parts, identity: string | null): StoreHealth {
  const { write, paths, options } = parts;
  const last = listBackups(backupDirOf(options)).find((entry) => entry.info !== null)?.info;
  return {
    sqliteVersion: String(write.prepare('SELECT sqlite_version()').pluck().get()),
    userVersion: userVersion(write),
    journalMode: String(write.pragma('journal_mode', { simple: true })),
    synchronous: Number(write.pragma('synchronous', { simple: true })),
    dbBytes: sizeOf(paths.db) ?? 0,
    walBytes: sizeOf(paths.wal) ?? 0,
    freeBytes: freeBytes(paths.dir),
    reserve: sizeOf(paths.reserve) !== null,
    sameFile: identityOf(paths.db) === identity,
    lastBackup: last
      ? {
          seq: last.seq,
          createdAt: last.createdAt,
          ageMs: options.clock.now() - Date.parse(last.createdAt),
          files: last.files,
        }
      : null,
  };
}

function checkpoint(db: WritableDb): boolean {
  try {
    const [row] = db.prepare<[], [number, number, number]>('PRAGMA wal_checkpoint(TRUNCATE)').raw().all();
    return row?.[0] === 0;
  } catch (error) {
    throw mapSqliteError(error);
  }
}

function close(parts: Parts): void {
  const { read, write, lock } = parts;
  if (!write.open) return;
  read.close();
  try {
    // Leaves one file at rest, so that even a naive copy of it is whole (T14).
    checkpoint(write);
  } catch {
    // A full disk can refuse it; the log beside the file keeps everything for the next start.
  }
  write.close();
  lock.release();
}

/** Puts the opened parts together. Only `openStore` calls it. */
export function buildStore(parts: Parts): Store {
  const { options, paths, write, read, opened } = parts;
  const identity = identityOf(paths.db);
  const timed = timer(options);
  return {
    dir: paths.dir,
    write,
    read,
    opened,
    runInTransaction: (work) => timed('transaction', () => transact(parts, identity, work)),
    timed,
    checkpoint: () => checkpoint(write),
    backup: (request = {}) => backup(parts, request),
    health: () => health(parts, identity),
    restoreReserve: () => ensureReserve(paths.reserve, options.reserveBytes ?? DEFAULT_RESERVE_BYTES),
    close: () => close(parts),
  };
}
