import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppContext } from '#main/app/context.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import type { TestApp } from './testApp.ts';

const BLOCK = 1024 * 1024;

/** Files to import, in a folder of their own. */
export interface ImportFiles {
  /** Writes a file and returns its path. */
  readonly write: (content: string | Uint8Array, name?: string) => string;
  /** A large file of at most `bytes`, written piece by piece: this process must not hold it. */
  readonly writeLarge: (head: string, piece: string, bytes: number, tail?: string) => string;
  /** Removes the folder. */
  readonly remove: () => void;
}

export function importFiles(): ImportFiles {
  const dir = mkdtempSync(join(tmpdir(), 'milepost-import-'));
  let count = 0;
  const write: ImportFiles['write'] = (content, name = 'plan.xml') => {
    count += 1;
    const path = join(dir, `${count}-${name}`);
    writeFileSync(path, content);
    return path;
  };
  const writeLarge: ImportFiles['writeLarge'] = (head, piece, bytes, tail = '') => {
    const path = write(head);
    const file = openSync(path, 'a');
    const block = Buffer.from(piece.repeat(Math.ceil(BLOCK / piece.length)));
    for (let size = head.length; size + block.length + tail.length <= bytes; size += block.length)
      writeSync(file, block);
    writeSync(file, tail);
    closeSync(file);
    return path;
  };
  return { write, writeLarge, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** What the handlers work on. @throws Error if the store did not open */
export function openContext(t: TestApp): AppContext {
  const open = t.app.context();
  if (!open) throw new Error('the store is not open');
  return open;
}

/** Imports a file for a new client, as if a person had chosen it in the system's dialog. */
export function importFrom(t: TestApp, path: string): Promise<OutputOf<'import.project'>> {
  const { token } = openContext(t).files.fromPath(path);
  return t.task('import.project', { token, client: { name: '甲' } });
}
