import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const failKinds = {
  write: 1,
  sync: 2,
  read: 3,
  truncate: 4,
  open: 5,
  delete: 6,
  full: 7,
  short: 8,
} as const;
export type FailKind = keyof typeof failKinds;

/** Builds the fault VFS with the system's C compiler; throws where there is none: a fault test never skips. */
export function buildVfs(dir: string): string {
  const library = join(dir, 'faultvfs.so');
  const headers = join(root, 'node_modules/better-sqlite3/deps/sqlite3');
  execFileSync(
    'gcc',
    ['-shared', '-fPIC', '-O1', '-Wall', '-I', headers, '-o', library, join(root, 'test/fault/faultvfs.c')],
    { stdio: 'inherit' },
  );
  return library;
}

export interface FaultVfs {
  /** Lets the `nth` call of a kind fail, once or from then on. `nth` 0 ends it. */
  fail(kind: FailKind, nth: number, persist: boolean): void;
  hits(): number;
  /** Writes a number into the trace: everything up to it has been acknowledged. */
  mark(number: number): void;
}

/** Makes the fault VFS the default one of this process; databases that are open already keep theirs. */
export function loadVfs(library: string): FaultVfs {
  const handle = new Database(':memory:');
  handle.loadExtension(library);
  const set = handle.prepare('SELECT fault_set(?, ?, ?)');
  const hits = handle.prepare('SELECT fault_hits()').pluck();
  const mark = handle.prepare('SELECT trace_mark(?)');
  return {
    fail: (kind, nth, persist) => void set.get(failKinds[kind], nth, persist ? 1 : 0),
    hits: () => Number(hits.get()),
    mark: (number) => void mark.get(number),
  };
}
