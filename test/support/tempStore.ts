import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoreError } from '#db/engine/errors.ts';
import { openStore } from '#db/engine/open.ts';
import type { Store, StoreOptions } from '#db/engine/types.ts';
import { migrations } from '#db/migrations/index.ts';

export interface TempStores {
  readonly dir: string;
  /** Opens the store of the folder; whatever is still open is closed by `cleanUp`. */
  open(options?: Partial<StoreOptions>): Store;
  cleanUp(): void;
}

/** A folder of its own for stores, with a clock that stands at 2026-03-01T08:00:00Z. */
export function tempStores(): TempStores {
  const dir = mkdtempSync(join(tmpdir(), 'milepost-store-'));
  const opened: Store[] = [];
  return {
    dir,
    open(options = {}) {
      const store = openStore({
        dir,
        migrations,
        clock: { now: () => Date.UTC(2026, 2, 1, 8) },
        reserveBytes: 0,
        ...options,
      });
      opened.push(store);
      return store;
    },
    cleanUp() {
      for (const store of opened) store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** What `work` throws, if it is a `StoreError`; anything else fails the test. */
export function storeErrorOf(work: () => unknown): StoreError {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('expected a StoreError, but nothing was thrown');
}

/** SHA-256 of a closed file. */
export function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Adds log entries `from … to`, each with `changes` change rows of `bytes` bytes. */
export function addEntries(store: Store, from: number, to: number, changes = 1, bytes = 10): void {
  for (let seq = from; seq <= to; seq++) {
    store.runInTransaction(() => {
      store.write
        .prepare("INSERT INTO txn VALUES (?, ?, ?, 'd', 'user', 'k', '{}', NULL, 't', ?, '', '')")
        .run(seq, `txn_${seq}`, `h${seq}`, changes);
      for (let idx = 0; idx < changes; idx++)
        store.write
          .prepare("INSERT INTO change VALUES (?, ?, 'client', 'cli_1', 'name', ?, NULL, NULL)")
          .run(seq, idx, 'x'.repeat(bytes));
    });
  }
}
