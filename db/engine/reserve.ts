import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { sizeOf } from './files.ts';

export const DEFAULT_RESERVE_BYTES = 16 * 1024 * 1024;

const CHUNK = 1024 * 1024;

/** Bytes an ordinary user may still write on the volume of `dir`. */
export function freeBytes(dir: string): number {
  const stat = statfsSync(dir);
  return stat.bavail * stat.bsize;
}

/**
 * Puts the reserve file in place: on a full disk a WAL store cannot even be read, and this is the room
 * that is given back then (T3). Takes it only where four times as much is free, so that the reserve
 * is never itself the reason for a full disk. True if it stands.
 */
export function ensureReserve(path: string, bytes: number): boolean {
  if (bytes === 0) return false;
  try {
    const size = sizeOf(path);
    if (size !== null && size >= bytes) return true;
    if (freeBytes(dirname(path)) < bytes * 4) return false;
    const fd = openSync(path, 'w', 0o600);
    try {
      // Not zeros: file systems that compress or keep holes would reserve nothing.
      const block = Buffer.alloc(Math.min(CHUNK, bytes), 'milepost reserve ');
      for (let left = bytes; left > 0; ) left -= writeSync(fd, block, 0, Math.min(left, block.length));
    } finally {
      closeSync(fd);
    }
    return true;
  } catch {
    // Without the reserve the store works as well; `health` says that it is missing.
    rmSync(path, { force: true });
    return false;
  }
}

/** Gives the room back. True if there was a reserve. */
export function freeReserve(path: string): boolean {
  try {
    if (sizeOf(path) === null) return false;
    rmSync(path);
    return true;
  } catch {
    return false;
  }
}
