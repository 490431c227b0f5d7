import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addEntries, storeErrorOf, type TempStores, tempStores } from '#test/support/tempStore.ts';
import { storePaths } from './files.ts';
import type { SlowQuery, Store } from './types.ts';

let stores: TempStores;
beforeEach(() => {
  stores = tempStores();
});
afterEach(() => stores.cleanUp());

function addDevice(store: Store, id: string): void {
  store.write.prepare("INSERT INTO device VALUES (?, 'n', 't', 'h')").run(id);
}

function devices(store: Store): unknown {
  return store.read.prepare('SELECT count(*) FROM device').pluck().get();
}

describe('runInTransaction', () => {
  it('commits the result of its body', () => {
    const store = stores.open();
    const result = store.runInTransaction(() => {
      addDevice(store, 'a');
      return 7;
    });
    expect(result).toBe(7);
    expect(devices(store)).toBe(1);
  });

  it('rolls back and passes on the very error of the caller', () => {
    const store = stores.open();
    const mine = new RangeError('rule W1');
    expect(() =>
      store.runInTransaction(() => {
        addDevice(store, 'a');
        throw mine;
      }),
    ).toThrow(mine);
    expect(devices(store)).toBe(0);
    expect(store.write.inTransaction).toBe(false);
  });

  it('passes on a broken constraint as SQLite names it', () => {
    const store = stores.open();
    expect(() =>
      store.runInTransaction(() => {
        addDevice(store, 'a');
        addDevice(store, 'a');
      }),
    ).toThrow(expect.objectContaining({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' }));
    expect(devices(store)).toBe(0);
  });

  it('refuses a body that awaits, and one inside another', () => {
    const store = stores.open();
    expect(() => store.runInTransaction(async () => addDevice(store, 'a'))).toThrow(TypeError);
    expect(devices(store)).toBe(0);
    expect(() => store.runInTransaction(() => store.runInTransaction(() => 1))).toThrow(/nest/);
    expect(store.write.inTransaction).toBe(false);
  });

  it('says STORE_FULL on a full disk, frees the reserve once, keeps the data and goes on', () => {
    const store = stores.open({ reserveBytes: 65_536 });
    addEntries(store, 1, 5);
    const { reserve } = storePaths(stores.dir);
    expect(existsSync(reserve)).toBe(true);
    const pages = Number(store.write.pragma('page_count', { simple: true }));
    store.write.pragma(`max_page_count = ${pages + 2}`);

    const grow = (): void => addEntries(store, 6, 6, 40, 4000);
    const first = storeErrorOf(grow);
    expect([first.code, first.args.reserveFreed]).toEqual(['STORE_FULL', true]);
    expect(existsSync(reserve)).toBe(false);
    expect(store.health().reserve).toBe(false);
    expect(storeErrorOf(grow).args.reserveFreed).toBe(false);
    expect(store.read.prepare('SELECT count(*) FROM txn').pluck().get()).toBe(5);

    store.write.pragma('max_page_count = 1000000');
    grow();
    expect(store.read.prepare('SELECT max(seq) FROM txn').pluck().get()).toBe(6);
    expect(store.restoreReserve()).toBe(true);
    expect(store.health().reserve).toBe(true);
  });

  it.runIf(process.platform !== 'win32')('does not say saved about a file that was replaced', () => {
    const store = stores.open();
    addEntries(store, 1, 1);
    renameSync(storePaths(stores.dir).db, join(stores.dir, 'conflicted copy.db'));
    expect(store.health().sameFile).toBe(false);
    const error = storeErrorOf(() => addEntries(store, 2, 2));
    expect([error.code, error.args.reason]).toEqual(['STORE_IO', 'replaced']);
  });
});

describe('store', () => {
  it('names slow reads and transactions from 40 ms on, and only those', () => {
    const slow: SlowQuery[] = [];
    let now = 0;
    const store = stores.open({ log: (entry) => slow.push(entry), monotonic: () => now });
    store.timed('projects.list', () => {
      now += 39;
    });
    store.timed('tasks.ofProject', () => {
      now += 40;
    });
    store.runInTransaction(() => {
      now += 50;
    });
    expect(slow).toEqual([
      { name: 'tasks.ofProject', ms: 40 },
      { name: 'transaction', ms: 50 },
    ]);
  });

  it('empties the write-ahead log on a checkpoint', () => {
    const store = stores.open();
    addEntries(store, 1, 20);
    expect(store.health().walBytes).toBeGreaterThan(0);
    expect(store.checkpoint()).toBe(true);
    expect(store.health().walBytes).toBe(0);
  });

  it('overwrites deleted names in the file and in the search index', () => {
    const store = stores.open();
    const name = 'Zhanghuimin4711';
    store.runInTransaction(() => {
      addDevice(store, name);
      store.write.prepare("INSERT INTO search VALUES ('client', 'cli_1', '', 't', ?)").run(name);
    });
    store.runInTransaction(() => {
      store.write.exec('DELETE FROM device; DELETE FROM search;');
    });
    store.close();
    const bytes = readFileSync(storePaths(stores.dir).db).toString('latin1').toLowerCase();
    expect(bytes.includes(name.toLowerCase())).toBe(false);
  });
});
