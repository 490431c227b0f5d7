import { constants, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { proveBackup } from './backup.ts';
import { assertNotNewer } from './check.ts';
import { bringFiles, filesDirOf } from './contentFiles.ts';
import { mapped, mapSqliteError, StoreError } from './errors.ts';
import { assertPathLength, ensurePrivateDir, type StorePaths, sizeOf, storePaths } from './files.ts';
import { inspectHere } from './inspect.ts';
import { type StoreLock, takeLock } from './lock.ts';
import { freeBytes } from './reserve.ts';
import type { BackupInfo, FileRef, InspectCopy, Migration, Structure } from './types.ts';
import { fsyncDir, fsyncFile, renameWithRetry, writeFileAtomic } from './writeFileAtomic.ts';

/**
 * Restoring is a redo log of one entry. Until the journal stands, nothing of the old store is touched;
 * once it stands, every start finishes the move. So a crash at any step leaves the old store or the
 * new one, never none and never a mixture of one file with the other's write-ahead log.
 */
const journalSchema = z.object({ quarantine: z.string().regex(/^\d{4,}-[a-z]+$/) });

export type QuarantineReason = 'restore' | 'damaged' | 'manual';

/** Called after each step that reaches the disk; tests throw from it to play a crash. */
export type StepHook = (step: string) => void;

function nextQuarantine(paths: StorePaths, reason: QuarantineReason): string {
  let last = 0;
  try {
    for (const name of readdirSync(paths.quarantine)) last = Math.max(last, Number.parseInt(name, 10) || 0);
  } catch {
    // First one.
  }
  return `${String(last + 1).padStart(4, '0')}-${reason}`;
}

/** Moves the live files aside, main file first, each only if it is still there: may be repeated. */
function moveAside(paths: StorePaths, name: string, hook: StepHook): void {
  const target = join(paths.quarantine, name);
  mkdirSync(target, { recursive: true, mode: 0o700 });
  for (const [from, file] of [
    [paths.db, 'milepost.db'],
    [paths.wal, 'milepost.db-wal'],
    [paths.shm, 'milepost.db-shm'],
  ] as const) {
    if (sizeOf(from) === null) continue;
    renameWithRetry(from, join(target, file));
    hook(`aside ${file}`);
  }
  fsyncDir(target);
  fsyncDir(paths.dir);
}

/**
 * Completes a restore that was interrupted after its journal was written. Without one the old store stays, and a
 * copy that was to take its place is removed. The caller holds the lock.
 */
export function finishRestore(paths: StorePaths, hook: StepHook = () => {}): void {
  if (sizeOf(paths.restoreJournal) === null) {
    rmSync(paths.restoreStaged, { force: true });
    return;
  }
  const journal = mapped(() =>
    journalSchema.safeParse(JSON.parse(readFileSync(paths.restoreJournal, 'utf8'))),
  );
  if (!journal.success) throw new StoreError('STORE_CORRUPT', { reason: 'restoreJournal' });
  if (sizeOf(paths.restoreStaged) !== null) {
    moveAside(paths, journal.data.quarantine, hook);
    renameWithRetry(paths.restoreStaged, paths.db);
    fsyncDir(paths.dir);
    hook('placed');
  }
  rmSync(paths.restoreJournal);
  fsyncDir(paths.dir);
  hook('journal removed');
}

async function stage(paths: StorePaths, options: RestoreOptions, info: BackupInfo): Promise<void> {
  const { backupDir, inspect = inspectHere, onStep: hook = () => {} } = options;
  const free = freeBytes(paths.dir);
  if (free < info.bytes * 1.2)
    throw new StoreError('STORE_FULL', { reason: 'restore', needed: info.bytes, free });
  rmSync(paths.restoreStaged, { force: true });
  await copyFile(join(backupDir, info.file), paths.restoreStaged, constants.COPYFILE_EXCL);
  hook('copied');
  // What will be the store is proven, not only what it was copied from.
  const { sha256 } = await inspect(paths.restoreStaged, [], false, options.signal);
  if (sha256 !== info.sha256) throw new StoreError('STORE_CORRUPT', { reason: 'hash', file: info.file });
  fsyncFile(paths.restoreStaged);
  fsyncDir(paths.dir);
  hook('staged');
}

export interface RestoreOptions {
  /** Folder of the store. The store must be closed. */
  readonly dir: string;
  readonly backupDir: string;
  readonly file: string;
  readonly clock: { now(): number };
  /** What this program knows; a backup of a newer one is refused before anything moves. */
  readonly migrations: readonly Migration[];
  readonly structure?: Structure;
  readonly onStep?: StepHook;
  /** Checks copies out of the way of everything else; in this process unless given. */
  readonly inspect?: InspectCopy;
  /** 0…1 */
  readonly onProgress?: (fraction: number) => void;
  /** Can be given up until the old store is moved aside. */
  readonly signal?: AbortSignal;
}

export interface Restored {
  /** Folder under `quarantine/` with the old store. */
  readonly quarantine: string;
  /** Files that rows name and that neither the backup nor the store has whole. */
  readonly missing: readonly FileRef[];
}

function assertReadable(path: string, options: RestoreOptions): void {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    assertNotNewer(db, options);
  } finally {
    db.close();
  }
}

const PROVEN = 0.3;
const FILES = 0.8;

/** What can be given up: all of it leaves the old store as it is. Files that came are only more of what it may need. */
async function prepare(
  paths: StorePaths,
  options: RestoreOptions,
): Promise<{ info: BackupInfo; missing: readonly FileRef[] }> {
  const { backupDir, inspect = inspectHere, signal, onProgress, onStep } = options;
  const columns = options.structure?.files ?? [];
  const { info, refs } = await proveBackup(backupDir, options.file, inspect, columns, signal);
  assertReadable(join(backupDir, info.file), options);
  signal?.throwIfAborted();
  onProgress?.(PROVEN);
  const { missing } = await bringFiles(refs, filesDirOf(backupDir), filesDirOf(paths.dir), {
    signal,
    onStep,
    onProgress: (fraction) => onProgress?.(PROVEN + (FILES - PROVEN) * fraction),
  });
  await stage(paths, options, info);
  signal?.throwIfAborted();
  return { info, missing };
}

/**
 * Puts a verified backup in the place of the store. The old files stay under `quarantine/`; files beside the store
 * that are missing or damaged come back from the backup, and none is taken away.
 * Open the store afterwards as usual: an older backup is migrated then.
 * @throws STORE_LOCKED while the store is open; STORE_CORRUPT, STORE_NOT_OURS, STORE_PATH, STORE_NEWER
 *   for a backup that does not prove intact or readable; the reason of the signal. Then the store was not changed.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const paths = storePaths(options.dir);
  let lock: StoreLock | null = null;
  try {
    assertPathLength(paths);
    ensurePrivateDir(paths.dir);
    lock = takeLock(paths, options.clock.now());
    finishRestore(paths);
    const { missing } = await prepare(paths, options);
    const quarantine = nextQuarantine(paths, 'restore');
    writeFileAtomic(paths.restoreJournal, JSON.stringify({ quarantine }));
    options.onStep?.('journal');
    finishRestore(paths, options.onStep);
    options.onProgress?.(1);
    return { quarantine, missing };
  } catch (error) {
    options.signal?.throwIfAborted();
    throw mapSqliteError(error);
  } finally {
    lock?.release();
  }
}

/**
 * Moves an unusable store aside, on the user's explicit wish, so that a new one can be started.
 * @returns the folder name under `quarantine/`, or null if there was nothing to move.
 * @throws STORE_LOCKED while the store is open.
 */
export function quarantineStore(
  dir: string,
  clock: { now(): number },
  reason: QuarantineReason = 'damaged',
): string | null {
  const paths = storePaths(dir);
  return mapped(() => {
    const lock = takeLock(paths, clock.now());
    try {
      if ([paths.db, paths.wal, paths.shm].every((path) => sizeOf(path) === null)) return null;
      const name = nextQuarantine(paths, reason);
      moveAside(paths, name, () => {});
      return name;
    } finally {
      lock.release();
    }
  });
}
