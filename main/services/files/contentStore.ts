import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeFileAtomic } from '#db/engine/writeFileAtomic.ts';
import { AppError } from '#shared/ipc/errors.ts';

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Files that never change, each under the hash of its content: `<dataDir>/files/<aa>/<sha256>.<extension>`. */
export class ContentStore {
  readonly #dir: string;

  constructor(dataDir: string) {
    this.#dir = join(dataDir, 'files');
  }

  pathOf(hash: string, extension: string): string {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a SHA-256');
    return join(this.#dir, hash.slice(0, 2), `${hash}.${extension}`);
  }

  /** Stores the bytes and returns their hash. What is there already is the same and stays, unless it is damaged. */
  put(bytes: Uint8Array, extension: string): string {
    const hash = sha256(bytes);
    const path = this.pathOf(hash, extension);
    if (existsSync(path) && sha256(readFileSync(path)) === hash) return hash;
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileAtomic(path, bytes);
    return hash;
  }

  /** The bytes, or null if the file is gone or is not what was stored. */
  find(hash: string, extension: string): Uint8Array | null {
    const path = this.pathOf(hash, extension);
    if (!existsSync(path)) return null;
    const bytes = readFileSync(path);
    return sha256(bytes) === hash ? bytes : null;
  }

  /** Whether a file is there as it was stored. */
  state(hash: string, extension: string): 'whole' | 'missing' | 'altered' {
    if (!existsSync(this.pathOf(hash, extension))) return 'missing';
    return this.find(hash, extension) === null ? 'altered' : 'whole';
  }

  /** @throws AppError FILE_UNREADABLE */
  get(hash: string, extension: string): Uint8Array {
    const bytes = this.find(hash, extension);
    if (bytes === null) throw new AppError('FILE_UNREADABLE', { name: `${hash.slice(0, 12)}.${extension}` });
    return bytes;
  }
}
