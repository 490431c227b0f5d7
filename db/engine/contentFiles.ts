/**
 * The files that rows name by their hash. They never change, so a backup keeps each once, beside all copies of the
 * store in its folder: `files/<aa>/<sha256>.<ending>`, as they lie beside the store itself.
 */
import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { type FileHandle, mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCodeOf, StoreError } from './errors.ts';
import { freeBytes } from './reserve.ts';
import type { BackupFiles, FileRef } from './types.ts';
import { renameWithRetry } from './writeFileAtomic.ts';

/** Bytes read at once; others have their turn between two of them. */
const CHUNK = 512 * 1024;

/** Called after each step that reaches the disk; tests throw from it to play a crash. */
export type FileStep = (step: string) => void;

export interface CopyWork {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((fraction: number) => void) | undefined;
  readonly onStep?: FileStep | undefined;
}

/** The folder with the files of a store, or of its backups. */
export const filesDirOf = (dir: string): string => join(dir, 'files');

const pathIn = (dir: string, name: string): string => join(dir, name.slice(0, 2), name);

/** One file that cannot be read must not keep all others from being backed up. */
const UNREADABLE: ReadonlySet<string | null> = new Set([
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EACCES',
  'EPERM',
  'EIO',
]);

async function unlessUnreadable<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (UNREADABLE.has(errorCodeOf(error))) return null;
    throw error;
  }
}

async function sizeIn(path: string): Promise<number | null> {
  const found = await unlessUnreadable(stat(path));
  return found?.isFile() ? found.size : null;
}

/** Reads a file to its end, writes it to `to` if given, and returns its hash; null if it cannot be read. */
async function pump(from: FileHandle, to: FileHandle | null, work: CopyWork): Promise<string | null> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (;;) {
    work.signal?.throwIfAborted();
    const read = await unlessUnreadable(from.read(buffer, 0, CHUNK));
    if (read === null) return null;
    if (read.bytesRead === 0) return hash.digest('hex');
    const part = buffer.subarray(0, read.bytesRead);
    hash.update(part);
    for (let at = 0; to !== null && at < part.length; )
      at += (await to.write(part, at, part.length - at)).bytesWritten;
  }
}

const hashIn = (name: string): string => name.slice(0, 64);

/** Whether the file is there, byte for byte what its name says. */
async function isWhole(path: string, name: string, work: CopyWork): Promise<boolean> {
  if ((await sizeIn(path)) === null) return false;
  const from = await unlessUnreadable(open(path, 'r'));
  if (from === null) return false;
  try {
    return (await pump(from, null, work)) === hashIn(name);
  } finally {
    await from.close();
  }
}

/** Copies one file under its final name only once it is whole on the disk. False if the source is gone or damaged. */
async function copyOne(source: string, target: string, name: string, work: CopyWork): Promise<boolean> {
  if ((await sizeIn(source)) === null) return false;
  const from = await unlessUnreadable(open(source, 'r'));
  if (from === null) return false;
  const temporary = `${target}.tmp`;
  try {
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    const to = await open(temporary, 'w', 0o600);
    let same = false;
    try {
      same = (await pump(from, to, work)) === hashIn(name);
      work.onStep?.(`written ${name}`);
      if (same) await to.sync();
    } finally {
      await to.close();
    }
    if (same) renameWithRetry(temporary, target);
    else await rm(temporary, { force: true });
    work.onStep?.(`placed ${name}`);
    return same;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    await from.close();
  }
}

/** A rename survives a power cut only with its folder. Windows has no such call and needs none. */
async function syncDir(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

interface Sized {
  readonly ref: FileRef;
  readonly bytes: number;
  readonly present: boolean;
}

async function sizesOf(refs: readonly FileRef[], from: string, to: string): Promise<Sized[]> {
  const sized: Sized[] = [];
  for (const ref of refs) {
    const there = await sizeIn(pathIn(to, ref.name));
    sized.push({
      ref,
      bytes: there ?? (await sizeIn(pathIn(from, ref.name))) ?? 0,
      present: there !== null,
    });
  }
  return sized;
}

/**
 * Makes sure that `to` has every file whole: what is there is read and proven, what is missing or damaged is copied
 * from `from`. Nothing of `to` is ever replaced by less. What neither side has whole is named in `missing`.
 * @throws STORE_FULL before the first byte if there is no room; the reason of `signal`; errors of the medium.
 */
export async function bringFiles(
  refs: readonly FileRef[],
  from: string,
  to: string,
  work: CopyWork = {},
): Promise<BackupFiles> {
  const sized = await sizesOf(refs, from, to);
  const needed = sized.reduce((sum, one) => sum + (one.present ? 0 : one.bytes), 0);
  if (needed > 0) {
    await mkdir(to, { recursive: true, mode: 0o700 });
    const free = freeBytes(to);
    if (free < needed * 1.2) throw new StoreError('STORE_FULL', { reason: 'backup', needed, free });
  }
  const total = Math.max(
    1,
    sized.reduce((sum, one) => sum + one.bytes, 0),
  );
  const touched = new Set<string>();
  const missing: FileRef[] = [];
  let [count, bytes, seen] = [0, 0, 0];
  for (const { ref, bytes: size } of sized) {
    const target = pathIn(to, ref.name);
    const kept = await isWhole(target, ref.name, work);
    const copied = !kept && (await copyOne(pathIn(from, ref.name), target, ref.name, work));
    if (copied) touched.add(dirname(target));
    if (kept || copied) {
      count += 1;
      bytes += (await sizeIn(target)) ?? 0;
    } else missing.push(ref);
    seen += size;
    work.onProgress?.(Math.min(1, seen / total));
  }
  for (const dir of touched) await syncDir(dir);
  if (touched.size > 0) await syncDir(to);
  return { count, bytes, missing };
}

/** Removes copies of files that a crash cut short. The caller holds the lock of the store, so none is being made. */
export function removeUnfinishedFiles(dir: string): void {
  const names = (folder: string): string[] => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  };
  for (const folder of names(dir))
    for (const name of names(join(dir, folder)))
      if (/^[0-9a-f]{64}\.[a-z]+\.tmp$/.test(name)) rmSync(join(dir, folder, name), { force: true });
}
