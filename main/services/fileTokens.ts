import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, sep } from 'node:path';
import { mapped } from '#db/engine/errors.ts';
import { AppError } from '#shared/ipc/errors.ts';

export interface TokenFile {
  readonly path: string;
  readonly name: string;
  readonly size: number;
}

interface Upload extends TokenFile {
  readonly expected: number;
}

/** Largest file a user may hand over; larger ones are refused before a byte is written. */
export const MAX_UPLOAD_BYTES = 200 * 1024 * 1024;

/** A file that somebody cleared away is not begun again in the middle. */
function append(path: string, bytes: Uint8Array): void {
  const file = openSync(path, constants.O_WRONLY | constants.O_APPEND);
  try {
    writeFileSync(file, bytes);
  } finally {
    closeSync(file);
  }
}

/**
 * Files the renderer may speak of. It never sees a path: it holds a token, made when the user chose the
 * file in a native dialog, dropped it on the window, or opened it from the desktop.
 */
export class FileTokens {
  readonly #dir: string;
  readonly #files = new Map<string, Upload>();

  constructor(dataDir: string) {
    this.#dir = join(dataDir, 'incoming');
    // Left over from a run that was killed: nothing refers to it any more.
    rmSync(this.#dir, { recursive: true, force: true });
  }

  /** Registers a file on disk that the user chose. @throws AppError FILE_UNREADABLE */
  fromPath(path: string): { token: string } & TokenFile {
    const stats = existsSync(path) ? statSync(path) : null;
    if (!stats?.isFile()) throw new AppError('FILE_UNREADABLE', { name: basename(path) });
    if (stats.size > MAX_UPLOAD_BYTES) throw new AppError('TOO_LARGE', { max: MAX_UPLOAD_BYTES });
    return this.#register({ path, name: basename(path), size: stats.size, expected: stats.size });
  }

  /** Starts an upload of exactly `size` bytes. @throws AppError TOO_LARGE, StoreError when the disk does not take it */
  begin(name: string, size: number): string {
    if (size > MAX_UPLOAD_BYTES) throw new AppError('TOO_LARGE', { max: MAX_UPLOAD_BYTES });
    // The name on disk is ours: what the user's file is called never becomes part of a path.
    const path = join(this.#dir, randomUUID());
    mapped(() => {
      mkdirSync(this.#dir, { recursive: true, mode: 0o700 });
      writeFileSync(path, new Uint8Array(), { mode: 0o600 });
    });
    return this.#register({ path, name: basename(name), size: 0, expected: size }).token;
  }

  append(token: string, bytes: Uint8Array): void {
    const file = this.#require(token);
    const size = file.size + bytes.byteLength;
    if (size > file.expected) throw new AppError('TOO_LARGE', { max: file.expected });
    mapped(() => append(file.path, bytes));
    this.#files.set(token, { ...file, size });
  }

  /** The whole file. @throws AppError FILE_TOKEN_UNKNOWN, or FILE_UNREADABLE for an upload that is not complete */
  get(token: string): TokenFile {
    const file = this.#require(token);
    if (file.size !== file.expected) throw new AppError('FILE_UNREADABLE', { name: file.name });
    return file;
  }

  release(token: string): void {
    const file = this.#files.get(token);
    this.#files.delete(token);
    // With the separator: a folder whose name only begins like ours holds the user's own files.
    if (file?.path.startsWith(this.#dir + sep)) rmSync(file.path, { force: true });
  }

  close(): void {
    this.#files.clear();
    rmSync(this.#dir, { recursive: true, force: true });
  }

  #register(file: Upload): { token: string } & TokenFile {
    const token = randomUUID();
    this.#files.set(token, file);
    return { token, ...file };
  }

  #require(token: string): Upload {
    const file = this.#files.get(token);
    if (!file) throw new AppError('FILE_TOKEN_UNKNOWN');
    return file;
  }
}
