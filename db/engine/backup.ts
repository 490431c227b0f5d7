import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { assertSound } from './check.ts';
import { mapped, mapSqliteError, StoreError } from './errors.ts';
import { APPLICATION_ID, createPrivate, ensurePrivateDir, sizeOf } from './files.ts';
import { parseManifest } from './manifest.ts';
import { applyPragmas } from './pragmas.ts';
import { freeBytes } from './reserve.ts';
import { hasTable, readMeta, tableCounts, userVersion } from './statements.ts';
import type { BackupInfo, BackupKind } from './types.ts';
import { fsyncDir, fsyncFile, renameWithRetry, writeFileAtomic } from './writeFileAtomic.ts';

export interface BackupTarget {
  readonly dir: string;
  readonly kind: BackupKind;
  readonly appVersion: string;
  readonly now: number;
}

const NAME = /^milepost-(\d{6,})-([a-z-]+)\.db$/;

/** Pages per step of an online backup: 100 pages stall the writer for some milliseconds. */
const STEP_PAGES = 100;

const HASH_CHUNK = 1024 * 1024;

/** SHA-256 of a file at rest, hex. Never call it on the live store: `close` would drop its locks. */
export function hashFile(path: string): string {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(HASH_CHUNK);
  const fd = openSync(path, 'r');
  try {
    for (let n = readSync(fd, buffer); n > 0; n = readSync(fd, buffer)) hash.update(buffer.subarray(0, n));
  } finally {
    closeSync(fd);
  }
  return hash.digest('hex');
}

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

function logSeqOf(db: Database.Database): number | null {
  if (!hasTable(db, 'txn')) return null;
  return Number(db.prepare('SELECT coalesce(max(seq), 0) FROM txn').pluck().get());
}

interface Content {
  readonly userVersion: number;
  readonly structure: string | null;
  readonly logSeq: number | null;
  readonly counts: Readonly<Record<string, number>>;
}

/** Opens a copy and checks all of it. @throws STORE_CORRUPT or STORE_NOT_OURS. */
function readContent(path: string): Content {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    applyPragmas(db);
    const id = Number(db.pragma('application_id', { simple: true }));
    if (id !== APPLICATION_ID) throw new StoreError('STORE_NOT_OURS', { applicationId: id });
    assertSound(db, 'integrity_check');
    const broken = db.prepare('PRAGMA foreign_key_check').all().length;
    if (broken > 0) throw new StoreError('STORE_CORRUPT', { reason: 'foreignKey', count: broken });
    return {
      userVersion: userVersion(db),
      structure: readMeta(db, 'structure'),
      logSeq: logSeqOf(db),
      counts: Object.fromEntries(tableCounts(db)),
    };
  } finally {
    db.close();
  }
}

/** One file at rest: a copy that asks for WAL would grow -wal and -shm beside it when opened. */
function settle(path: string): void {
  const db = new Database(path, { fileMustExist: true });
  try {
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
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

/** Checks the copy, gives it its name, then its manifest: only the last step makes it count. */
function finish(
  target: BackupTarget,
  made: { seq: number; file: string; tmp: string },
  expect: (content: Content) => void,
): BackupInfo {
  settle(made.tmp);
  const content = readContent(made.tmp);
  expect(content);
  fsyncFile(made.tmp);
  const info: BackupInfo = {
    format: 1,
    seq: made.seq,
    kind: target.kind,
    file: made.file,
    bytes: sizeOf(made.tmp) ?? 0,
    sha256: hashFile(made.tmp),
    appVersion: target.appVersion,
    ...content,
    createdAt: new Date(target.now).toISOString(),
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

function assertSameCounts(before: ReadonlyMap<string, number>, content: Content): void {
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
 * Synchronous verified copy (`VACUUM INTO`) of a store nobody writes to: before migrations, on quit.
 * @throws StoreError; no half backup stays behind.
 */
export function backupSync(source: Database.Database, target: BackupTarget): BackupInfo {
  return mapped(() => {
    const made = prepareTarget(source, target);
    try {
      const before = tableCounts(source);
      source.prepare('VACUUM INTO ?').run(made.tmp);
      return finish(target, made, (content) => assertSameCounts(before, content));
    } catch (error) {
      discard(made.tmp);
      throw error;
    }
  });
}

/**
 * Online backup on the writer's own connection, so that commits in between are carried over and never
 * restart it. The copy equals one committed state between start and end.
 * @throws StoreError; no half backup stays behind.
 */
export async function backupOnline(
  source: Database.Database,
  target: BackupTarget,
  onProgress?: (fraction: number) => void,
): Promise<BackupInfo> {
  const made = mapped(() => prepareTarget(source, target));
  try {
    const from = logSeqOf(source);
    await source.backup(made.tmp, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress?.(totalPages === 0 ? 0 : 1 - remainingPages / totalPages);
        return STEP_PAGES;
      },
    });
    const to = logSeqOf(source);
    return finish(target, made, ({ logSeq }) => {
      if (from !== null && to !== null && (logSeq === null || logSeq < from || logSeq > to))
        throw new StoreError('STORE_CORRUPT', { reason: 'backupRange', from, to, found: logSeq });
    });
  } catch (error) {
    discard(made.tmp);
    throw mapSqliteError(error);
  }
}

/** Compares hash and content of a backup with its manifest. @throws STORE_CORRUPT, STORE_NOT_OURS, STORE_PATH. */
export function verifyBackup(dir: string, file: string): BackupInfo {
  return mapped(() => {
    const path = join(dir, file);
    if (!NAME.test(file) || sizeOf(path) === null)
      throw new StoreError('STORE_PATH', { reason: 'backup', file });
    const info = readManifest(dir, file);
    if (info === null) throw new StoreError('STORE_CORRUPT', { reason: 'manifest', file });
    if (hashFile(path) !== info.sha256) throw new StoreError('STORE_CORRUPT', { reason: 'hash', file });
    const content = readContent(path);
    assertSameCounts(new Map(Object.entries(info.counts)), content);
    return info;
  });
}

/** How many verified backups of each kind stay; a kind that is not named keeps all. */
export const defaultKeep: Readonly<Partial<Record<BackupKind, number>>> = { auto: 14, 'pre-migration': 5 };

/**
 * Removes old backups by number, never by date. Nothing goes unless the newest verified backup proves
 * intact first (P7), and that one never goes. Returns the removed files.
 */
export function rotateBackups(
  dir: string,
  keep: Readonly<Partial<Record<BackupKind, number>>> = defaultKeep,
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
    verifyBackup(dir, newest.file);
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
