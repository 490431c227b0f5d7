import { performance } from 'node:perf_hooks';
import { backupOnline, defaultKeep, listBackups, rotateBackups } from './backup.ts';
import { isMediumError, mapSqliteError, StoreError } from './errors.ts';
import { backupDirOf, identityOf, type StorePaths, sizeOf } from './files.ts';
import { inspectHere } from './inspect.ts';
import type { StoreLock } from './lock.ts';
import { DEFAULT_RESERVE_BYTES, ensureReserve, freeBytes, freeReserve } from './reserve.ts';
import { Slices } from './slices.ts';
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

interface Ends {
  begin(): void;
  commit(): void;
  /** Takes everything back; returns the error with those of the medium mapped. */
  rollback(error: unknown): unknown;
}

function endsOf(parts: Parts, identity: string | null): Ends {
  const { write, paths } = parts;
  const ends: Ends = {
    begin() {
      if (write.inTransaction) throw new TypeError('runInTransaction does not nest');
      try {
        write.exec('BEGIN IMMEDIATE');
      } catch (error) {
        throw ends.rollback(error);
      }
    },
    commit() {
      // "Saved" must not be said about a file that was replaced or removed under us (T15).
      if (identityOf(paths.db) !== identity) throw new StoreError('STORE_IO', { reason: 'replaced' });
      write.exec('COMMIT');
    },
    rollback(error) {
      rollback(write);
      if (!isMediumError(error)) return error;
      const fault = mapSqliteError(error);
      if (fault.code !== 'STORE_FULL') return fault;
      return new StoreError('STORE_FULL', { ...fault.args, reserveFreed: freeReserve(paths.reserve) }, error);
    },
  };
  return ends;
}

/** Pages a transaction in slices keeps before it writes them out: its COMMIT then has little left to write. */
const SLICED_CACHE_KB = 2048;
/** Emptying the log of a long transaction into the file waits until whoever asked for it has the answer. */
const CHECKPOINT_AFTER_MS = 1000;

/** The ends of a transaction in slices: COMMIT must not be the one long moment that the slices avoid. */
function sliceEnds(db: WritableDb, ends: Ends): Ends {
  const usual = { cache: 0, checkpoint: 0 };
  const restore = (): void => {
    db.pragma(`cache_size = ${usual.cache}`);
    db.pragma(`wal_autocheckpoint = ${usual.checkpoint}`);
  };
  const empty = (): void => {
    if (db.open && !db.inTransaction) db.pragma('wal_checkpoint(PASSIVE)');
  };
  return {
    begin() {
      usual.cache = Number(db.pragma('cache_size', { simple: true }));
      usual.checkpoint = Number(db.pragma('wal_autocheckpoint', { simple: true }));
      ends.begin();
      db.pragma(`cache_size = -${SLICED_CACHE_KB}`);
      db.pragma('wal_autocheckpoint = 0');
    },
    commit() {
      ends.commit();
      restore();
      setTimeout(empty, CHECKPOINT_AFTER_MS).unref();
    },
    rollback(error) {
      const mapped = ends.rollback(error);
      restore();
      return mapped;
    },
  };
}

function transact<T>(ends: Ends, work: () => T): T {
  ends.begin();
  try {
    const result = work();
    if (isThenable(result)) throw new TypeError('a transaction body must be synchronous');
    ends.commit();
    return result;
  } catch (error) {
    throw ends.rollback(error);
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

async function backup(parts: Parts, slices: Slices, request: BackupRequest): Promise<BackupInfo> {
  // The copy is made over the writer, which must not be in the middle of something.
  await slices.idle();
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

function close(parts: Parts, slices: Slices): void {
  const { read, write, lock } = parts;
  if (!write.open) return;
  slices.abort(new StoreError('STORE_IO', { reason: 'closed' }));
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
  const ends = endsOf(parts, identity);
  const clock = options.monotonic ?? (() => performance.now());
  let copying: Promise<BackupInfo> | null = null;
  const slices = new Slices({ ...ends, ...sliceEnds(write, ends), now: clock });
  return {
    dir: paths.dir,
    write,
    read,
    opened,
    runInTransaction: (work) => {
      slices.finishOpen();
      return timed('transaction', () => transact(ends, work));
    },
    runInSlices: async (work, sliceOptions) => {
      // A copy that ended in the middle of it would hold half of it.
      while (copying) await copying.catch(() => undefined);
      return slices.run(work, sliceOptions);
    },
    idle: () => slices.idle(),
    timed,
    checkpoint: () => {
      slices.finishOpen();
      return checkpoint(write);
    },
    backup: (request = {}) => {
      const copy: Promise<BackupInfo> = backup(parts, slices, request).finally(() => {
        if (copying === copy) copying = null;
      });
      copying = copy;
      return copy;
    },
    health: () => health(parts, identity),
    restoreReserve: () => ensureReserve(paths.reserve, options.reserveBytes ?? DEFAULT_RESERVE_BYTES),
    close: () => close(parts, slices),
  };
}
