import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '#db/engine/open.ts';
import type { Store } from '#db/engine/types.ts';
import { migrations } from '#db/migrations/index.ts';
import { addEntries, storeErrorOf } from '#test/support/tempStore.ts';

/**
 * A disk that is really full, as a small tmpfs (Linux, root): `node test/fault/full.ts`. The app must say
 * so, keep what it has, let the user read, and open again with the help of the reserve.
 */
const disk = mkdtempSync(join(tmpdir(), 'milepost-full-'));
const ballast = join(disk, 'ballast');

function open(): Store {
  return openStore({
    dir: join(disk, 'store'),
    migrations,
    clock: Date,
    reserveBytes: 400_000,
    backupDir: join(disk, 'backups'),
  });
}

function fill(): void {
  const block = Buffer.alloc(4096, 1);
  try {
    for (;;) appendFileSync(ballast, block);
  } catch {
    assert.equal(statfsSync(disk).bavail, 0);
  }
}

function entries(store: Store): unknown {
  return store.read.prepare('SELECT count(*) FROM txn').pluck().get();
}

execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]);
try {
  // While it is open.
  let store = open();
  addEntries(store, 1, 10, 2, 3000);
  fill();
  const error = storeErrorOf(() => addEntries(store, 11, 11, 10, 4000));
  assert.deepEqual([error.code, error.args.reserveFreed], ['STORE_FULL', true]);
  assert.equal(entries(store), 10);
  addEntries(store, 11, 11, 10, 4000);
  fill();
  await assert.rejects(store.backup(), { code: 'STORE_FULL' });
  store.close();

  // At start-up, first with the reserve, then without one.
  rmSync(ballast);
  open().close();
  fill();
  store = open();
  assert.equal(store.health().reserve, false);
  assert.equal(entries(store), 11);
  store.close();
  fill();
  assert.equal(storeErrorOf(open).code, 'STORE_FULL');
  rmSync(ballast);
  store = open();
  assert.equal(entries(store), 11);
  assert.equal(store.read.pragma('integrity_check', { simple: true }), 'ok');
  assert.equal(store.health().reserve, true);
  store.close();
  process.stdout.write('a full disk keeps everything\n');
} finally {
  execFileSync('umount', [disk]);
  rmdirSync(disk);
}
