import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { bringFiles, type CopyWork, filesDirOf } from './contentFiles.ts';
import { mapped, mapSqliteError, StoreError } from './errors.ts';
import { createPrivate, ensurePrivateDir, sizeOf } from './files.ts';
import { hashFile, inspectCopySync, logSeqOf, readContent } from './inspect.ts';
import { parseManifest } from './manifest.ts';
import { freeBytes } from './reserve.ts';
import { tableCounts } from './statements.ts';
import type {
  BackupFiles,
  BackupInfo,
  BackupKind,
  CopyContent,
  CopyFacts,
  FileColumn,
  FileRef,
  InspectCopy,
} from './types.ts';
import { fsyncDir, renameWithRetry, writeFileAtomic } from './writeFileAtomic.ts';

export interface BackupTarget {
  readonly dir: string;
  readonly kind: BackupKind;
  readonly appVersion: string;
  readonly now: number;
}

const NAME = /^milepost-(\d{6,})-([a-z-]+)\.db$/;

/** Pages per step of an online backup: 100 pages stall the writer for some milliseconds. */
const STEP_PAGES = 100;

export function manifestPath(dir: string, file: string): string {
  return join(dir, `${file}.json`);
}

/** Counts every file that ever looked like a backup, damaged ones too: a number is never given twice. */
function nextSeq(dir: string): number {
  let last = 0;
  for (const name of readdirSync(dir)) {
    const seq = Number(NAME.exec(name.replace(/\.(json|tmp)$/, ''))?.[1] ?? 0);
    if (seq > last) last = seq;
  }
  return last + 1;
}

export interface BackupEntry {
  readonly file: string;
  readonly seq: number;
  /** Null if it never counted (no manifest) or no longer does (wrong size). */
  readonly info: BackupInfo | null;
}

/** All backups of a folder, newest first; cheap: the hash is only compared by `verifyBackup`. */
export function listBackups(dir: string): BackupEntry[] {
  let names: string[];
  try {
    names = readdirSync(dir);
  } catch {
    return [];
  }
  const entries: BackupEntry[] = [];
  for (const file of names) {
    const match = NAME.exec(file);
    if (match === null) continue;
    const info = readManifest(dir, file);
    entries.push({ file, seq: Number(match[1]), info });
  }
  return entries.sort((a, b) => b.seq - a.seq);
}

function readManifest(dir: string, file: string): BackupInfo | null {
  try {
    const info = parseManifest(readFileSync(manifestPath(dir, file), 'utf8'));
    return info !== null && info.file === file && info.bytes === sizeOf(join(dir, file)) ? info : null;
  } catch {
    return null;
  }
}

function prepareTarget(
  source: Database.Database,
  target: BackupTarget,
): { seq: number; file: string; tmp: string } {
  ensurePrivateDir(target.dir);
  const pages = Number(source.pragma('page_count', { simple: true }));
  const bytes = pages * Number(source.pragma('page_size', { simple: true }));
  const free = freeBytes(target.dir);
  // A backup that fills the disk would do the harm it is there to prevent.
  if (free < bytes * 1.2) throw new StoreError('STORE_FULL', { reason: 'backup', needed: bytes, free });
  const seq = nextSeq(target.dir);
  const file = `milepost-${String(seq).padStart(6, '0')}-${target.kind}.db`;
  const tmp = join(target.dir, `${file}.tmp`);
  createPrivate(tmp);
  return { seq, file, tmp };
}

/** Gives a checked copy its name, then its manifest: only the last step makes it count. */
function finish(
  target: BackupTarget,
  made: { seq: number; file: string; tmp: string },
  { content, bytes, sha256 }: CopyFacts,
  files: BackupFiles | null,
): BackupInfo {
  const { userVersion, structure, logSeq, counts } = content;
  const info: BackupInfo = {
    format: 1,
    seq: made.seq,
    kind: target.kind,
    file: made.file,
    bytes,
    sha256,
    appVersion: target.appVersion,
    userVersion,
    structure,
    logSeq,
    counts,
    createdAt: new Date(target.now).toISOString(),
    files,
  };
  renameWithRetry(made.tmp, join(target.dir, made.file));
  fsyncDir(target.dir);
  writeFileAtomic(manifestPath(target.dir, made.file), `${JSON.stringify(info, null, 2)}\n`);
  return info;
}

function discard(tmp: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${tmp}${suffix}`, { force: true });
}

/**
 * Removes copies that a crash cut short: they never counted, and would fill the disk over the years.
 * The caller holds the lock of the store, so no backup is running.
 */
export function removeUnfinished(dir: string): void {
  let names: string[];
  try {
    names = readdirSync(dir);
  } catch {
    return;
  }
  for (const name of names) {
    const file = /^(.+\.db)\.tmp$/.exec(name)?.[1];
    if (file !== undefined && NAME.test(file)) discard(join(dir, name));
  }
}

function assertSameCounts(before: ReadonlyMap<string, number>, content: CopyContent): void {
  for (const [table, rows] of before)
    if (content.counts[table] !== rows)
      throw new StoreError('STORE_CORRUPT', {
        reason: 'backupRows',
        table,
        before: rows,
        after: content.counts[table] ?? null,
      });
}

/**
 * Synchronous verified copy (`VACUUM INTO`) of a store nobody writes to: before migrations. It takes no files along:
 * a migration changes rows alone, and the next backup of the day follows soon (`files` is null).
 * @throws StoreError; no half backup stays behind.
 */
export function backupSync(source: Database.Database, target: BackupTarget): BackupInfo {
  return mapped(() => {
    const made = prepareTarget(source, target);
    try {
      const before = tableCounts(source);
      source.prepare('VACUUM INTO ?').run(made.tmp);
      const facts = inspectCopySync(made.tmp, [], true);
      assertSameCounts(before, facts.content);
      return finish(target, made, facts, null);
    } catch (error) {
      discard(made.tmp);
      throw error;
    }
  });
}

/** Parts of the work as a share of the whole, for the progress. */
const COPIED = 0.4;
const CHECKED = 0.6;

export interface OnlineWork extends CopyWork {
  /** Folder of the store: its `files/` are taken along. */
  readonly storeDir: string;
  readonly columns: readonly FileColumn[];
  readonly inspect: InspectCopy;
}

/**
 * Online backup on the writer's own connection, so that commits in between are carried over and never
 * restart it. The copy equals one committed state between start and end. The files its rows name are proven and, where
 * they are missing, copied before the backup counts; what is gone or damaged in the store itself is named in `files`.
 * @throws StoreError, or the reason of the signal; no half backup stays behind.
 */
export async function backupOnline(
  source: Database.Database,
  target: BackupTarget,
  work: OnlineWork,
): Promise<BackupInfo> {
  const { signal, onProgress } = work;
  const made = mapped(() => prepareTarget(source, target));
  try {
    const from = logSeqOf(source);
    await source.backup(made.tmp, {
      progress: ({ totalPages, remainingPages }) => {
        signal?.throwIfAborted();
        onProgress?.(totalPages === 0 ? 0 : (1 - remainingPages / totalPages) * COPIED);
        return STEP_PAGES;
      },
    });
    const to = logSeqOf(source);
    const facts = await work.inspect(made.tmp, work.columns, true, signal);
    const { logSeq, files: refs } = facts.content;
    if (from !== null && to !== null && (logSeq === null || logSeq < from || logSeq > to))
      throw new StoreError('STORE_CORRUPT', { reason: 'backupRange', from, to, found: logSeq });
    onProgress?.(CHECKED);
    const files = await bringFiles(refs, filesDirOf(work.storeDir), filesDirOf(target.dir), {
      signal,
      onProgress: (fraction) => onProgress?.(CHECKED + (1 - CHECKED) * fraction),
      onStep: work.onStep,
    });
    signal?.throwIfAborted();
    return finish(target, made, facts, files);
  } catch (error) {
    discard(made.tmp);
    signal?.throwIfAborted();
    throw mapSqliteError(error);
  }
}

function countedBackup(dir: string, file: string): BackupInfo {
  if (!NAME.test(file) || sizeOf(join(dir, file)) === null)
    throw new StoreError('STORE_PATH', { reason: 'backup', file });
  const info = readManifest(dir, file);
  if (info === null) throw new StoreError('STORE_CORRUPT', { reason: 'manifest', file });
  return info;
}

function assertUnchanged(info: BackupInfo, { content, sha256 }: CopyFacts): void {
  if (sha256 !== info.sha256) throw new StoreError('STORE_CORRUPT', { reason: 'hash', file: info.file });
  assertSameCounts(new Map(Object.entries(info.counts)), content);
}

/**
 * Compares hash and content of the copy of the store with its manifest; its files are `proveBackup`'s.
 * @throws STORE_CORRUPT, STORE_NOT_OURS, STORE_PATH.
 */
export function verifyBackup(dir: string, file: string): BackupInfo {
  return mapped(() => {
    const info = countedBackup(dir, file);
    const path = join(dir, file);
    // The hash first: what it does not hold need not be opened.
    if (hashFile(path) !== info.sha256) throw new StoreError('STORE_CORRUPT', { reason: 'hash', file });
    assertSameCounts(new Map(Object.entries(info.counts)), readContent(path));
    return info;
  });
}

/**
 * Proves a backup out of the way of everything else.
 * @returns its manifest and the files its rows name, for `bringFiles`.
 * @throws STORE_CORRUPT, STORE_NOT_OURS, STORE_PATH.
 */
export async function proveBackup(
  dir: string,
  file: string,
  inspect: InspectCopy,
  columns: readonly FileColumn[],
  signal?: AbortSignal,
): Promise<{ info: BackupInfo; refs: readonly FileRef[] }> {
  const info = mapped(() => countedBackup(dir, file));
  const facts = await inspect(join(dir, file), columns, false, signal);
  assertUnchanged(info, facts);
  return { info, refs: facts.content.files };
}

/** How many verified backups of each kind stay; a kind that is not named keeps all. */
export const defaultKeep: Readonly<Partial<Record<BackupKind, number>>> = { auto: 14, 'pre-migration': 5 };

/**
 * Removes old backups by number, never by date. Nothing goes unless the newest verified backup proves
 * intact first (P7), and that one never goes. Files beside the backups stay: the store never lets go of one either.
 * @param proven backup that was proven this moment
 * @returns the removed backups
 */
export function rotateBackups(
  dir: string,
  keep: Readonly<Partial<Record<BackupKind, number>>> = defaultKeep,
  proven: string | null = null,
): string[] {
  const counted = listBackups(dir).filter((entry) => entry.info !== null);
  const newest = counted[0];
  if (newest === undefined) return [];
  const seen = new Map<BackupKind, number>();
  const old = counted.filter(({ info }) => {
    if (info === null) return false;
    const nth = (seen.get(info.kind) ?? 0) + 1;
    seen.set(info.kind, nth);
    return info.seq !== newest.seq && nth > (keep[info.kind] ?? Number.POSITIVE_INFINITY);
  });
  if (old.length === 0) return [];
  try {
    if (newest.file !== proven) verifyBackup(dir, newest.file);
  } catch {
    return [];
  }
  for (const { file } of old) {
    // The manifest goes first: a crash in between leaves a file that does not count.
    rmSync(manifestPath(dir, file), { force: true });
    rmSync(join(dir, file), { force: true });
  }
  return old.map(({ file }) => file);
}
