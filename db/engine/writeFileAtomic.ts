import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCodeOf } from './errors.ts';

/** Virus scanners and indexers hold new files for a moment on Windows; then a rename fails with these. */
const transient = new Set(['EPERM', 'EBUSY', 'EACCES']);
const RETRIES = 10;

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** Renames, replacing what is there; on Windows with back-off, about two seconds at most. */
export function renameWithRetry(from: string, to: string, platform: string = process.platform): void {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const code = errorCodeOf(error);
      if (platform !== 'win32' || attempt > RETRIES || code === null || !transient.has(code)) throw error;
      sleep(attempt * 40);
    }
  }
}

/** Makes a rename in this folder survive a power cut. Windows has no such call and needs none. */
export function fsyncDir(dir: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(dir, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Flushes a file that nobody has open through SQLite (closing it here would drop SQLite's locks). */
export function fsyncFile(path: string): void {
  const fd = openSync(path, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/**
 * Writes a whole file or leaves the old one: temporary name, fsync, rename, fsync of the folder.
 * The one way to write a user's file that is not a database. Rights 0600.
 * @throws the error of Node as it is; the temporary file is gone then.
 */
export function writeFileAtomic(path: string, data: string | Uint8Array): void {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const fd = openSync(temporary, 'w', 0o600);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameWithRetry(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  fsyncDir(dirname(path));
}
