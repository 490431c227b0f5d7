import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileColumns } from '#db/schema/projection.ts';
import { inspectInWorker } from '#main/services/inspectCopy.ts';
import { createForkWorker } from '#main/services/worker/forkWorker.ts';
import { addPaper, paperStructure } from '#test/support/filesStore.ts';
import { type TempStores, tempStores } from '#test/support/tempStore.ts';

const worker = createForkWorker(
  fileURLToPath(new URL('../../main/services/worker/entry.ts', import.meta.url)),
);
let stores: TempStores;
beforeEach(() => {
  stores = tempStores();
});
afterEach(() => stores.cleanUp());

const unexpected = (error: unknown): never => {
  throw error;
};

it('a backup is checked in a child process, whose refusal comes back as it was', {
  timeout: 30_000,
}, async () => {
  const inspect = inspectInWorker(worker, unexpected);
  const store = stores.open({ structure: paperStructure, inspect });
  const name = addPaper(store, 'Goals', 'goals');
  const info = await store.backup({ kind: 'manual' });
  expect(info).toMatchObject({ counts: { paper: 1 }, files: { count: 1, missing: [] } });
  const copy = join(stores.dir, 'backups', info.file);
  const facts = await inspect(copy, paperStructure.files ?? [], false);
  expect(facts).toMatchObject({ sha256: info.sha256, content: { files: [{ name, title: 'Goals' }] } });
  writeFileSync(copy, 'not a store');
  await expect(inspect(copy, fileColumns(), false)).rejects.toMatchObject({
    name: 'StoreError',
    code: 'STORE_CORRUPT',
  });
  await expect(inspect(copy, [], false, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
});

it('where no child can be started, the copy is checked all the same and the reason is reported', async () => {
  const reported: unknown[] = [];
  const none = { run: () => Promise.reject(new Error('no child')) };
  const store = stores.open({
    structure: paperStructure,
    inspect: inspectInWorker(none, (error) => void reported.push(error)),
  });
  expect((await store.backup()).files).toEqual({ count: 0, bytes: 0, missing: [] });
  expect(reported).toHaveLength(1);
});

it('the core goes on while a large copy is checked', { timeout: 60_000 }, async () => {
  const dir = mkdtempSync(join(tmpdir(), 'milepost-large-'));
  try {
    const store = stores.open({
      dir,
      structure: paperStructure,
      inspect: inspectInWorker(worker, unexpected),
    });
    addPaper(store, 'Large', Buffer.alloc(30_000_000, 5));
    store.runInTransaction(() => {
      const add = store.write.prepare('INSERT INTO paper VALUES (?, NULL, NULL, NULL)');
      for (let n = 0; n < 3000; n++) add.run(`${n} ${'x'.repeat(8000)}`);
    });
    let checking = 0;
    const tick = setInterval(() => void checking++, 5);
    const started = performance.now();
    await store.backup();
    clearInterval(tick);
    // With everything in one piece there would be a handful of turns.
    expect(checking).toBeGreaterThan((performance.now() - started) / 60);
    store.close();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
