import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TempStores, tempStores } from '#test/support/tempStore.ts';
import { openMilepostStore } from '../open.ts';
import type { Steps } from './slices.ts';
import type { Store } from './types.ts';

let stores: TempStores;
let store: Store;
/** Milliseconds the steady clock stands at; each reading is one slice later. */
let clock: number;

beforeEach(() => {
  clock = 0;
  stores = tempStores();
  store = stores.open({ monotonic: () => (clock += 1000) });
});
afterEach(() => stores.cleanUp());

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const put = (key: string, value: string) =>
  store.write.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run(key, value);
const has = (key: string, from: Store = store): boolean =>
  from.read.prepare('SELECT 1 FROM meta WHERE key = ?').get(key) !== undefined;

function* rows(count: number): Steps<string> {
  for (let i = 0; i < count; i++) {
    put(`row ${i}`, 'x'.repeat(1000));
    yield;
  }
  return 'done';
}

interface Sliced {
  readonly over: Promise<string>;
  readonly told: string[];
}

function sliced(count: number, pause: (steps: number) => Promise<void> = turn): Sliced {
  const told: string[] = [];
  const over = store.runInSlices(() => rows(count), { pause, committed: (value) => told.push(value) });
  return { over, told };
}

test('others read what was there before until the whole is committed, and then all of it', async () => {
  const seen: boolean[] = [];
  const { over, told } = sliced(20, async (steps) => {
    if (steps > 0) seen.push(has('row 0'));
    await turn();
  });
  expect(store.idle()).not.toBeNull();
  await expect(over).resolves.toBe('done');
  expect(seen.length).toBeGreaterThan(10);
  expect(seen).not.toContain(true);
  expect([has('row 0'), has('row 19')]).toEqual([true, true]);
  expect(told).toEqual(['done']);
  expect(store.idle()).toBeNull();
});

test('the commit has a turn of its own, and a slice that is ended before it commits all the same', async () => {
  const steps: number[] = [];
  const work = { done: false };
  const run = () =>
    store.runInSlices(
      function* () {
        yield;
        put('last', 'x');
        work.done = true;
      },
      {
        pause: async (taken) => {
          steps.push(taken);
          if (work.done) expect(has('last')).toBe(false);
          await turn();
        },
        committed: () => steps.push(-1),
      },
    );
  await run();
  expect(steps).toEqual([0, 1, 2, -1]);
  expect(has('last')).toBe(true);

  store.write.prepare("DELETE FROM meta WHERE key = 'last'").run();
  work.done = false;
  const over = run();
  while (!work.done) await turn();
  store.runInTransaction(() => expect(has('last')).toBe(true));
  await over;
});

test('who has to write meanwhile ends it first, and finds everything', async () => {
  const { over, told } = sliced(50);
  await turn();
  await turn();
  expect(has('row 0')).toBe(false);
  store.runInTransaction(() => {
    expect(told).toEqual(['done']);
    put('mine', 'y');
  });
  expect([has('row 49'), has('mine')]).toEqual([true, true]);
  await expect(over).resolves.toBe('done');
});

test('a second one waits its turn', async () => {
  const first = sliced(5);
  const second = store.runInSlices(
    function* () {
      yield;
      put('second', has('row 4') ? 'after' : 'before');
      return 2;
    },
    { pause: turn, committed: () => {} },
  );
  await expect(second).resolves.toBe(2);
  await expect(first.over).resolves.toBe('done');
  expect(store.read.prepare("SELECT value FROM meta WHERE key = 'second'").pluck().get()).toBe('after');
});

test('a pause that gives up leaves no trace, and the store takes the next write', async () => {
  const { over, told } = sliced(50, (steps) => (steps > 5 ? Promise.reject(new Error('cancelled')) : turn()));
  await expect(over).rejects.toThrow('cancelled');
  expect(has('row 0')).toBe(false);
  expect(told).toEqual([]);
  expect(store.write.inTransaction).toBe(false);
  store.runInTransaction(() => put('next', 'z'));
  expect([has('row 0'), has('next')]).toEqual([false, true]);
});

test('an error in one of the steps takes all of them back; who ended it early does not get that error', async () => {
  const broken = store.runInSlices(
    function* () {
      put('broken', 'x');
      yield;
      throw new RangeError('no');
    },
    { pause: turn, committed: () => {} },
  );
  store.runInTransaction(() => put('mine', 'y'));
  await expect(broken).rejects.toThrow(RangeError);
  expect([has('broken'), has('mine')]).toEqual([false, true]);
});

test('closing the store takes back what is not committed', async () => {
  const { over } = sliced(50);
  const ended = expect(over).rejects.toMatchObject({ code: 'STORE_IO', args: { reason: 'closed' } });
  await turn();
  await turn();
  store.close();
  await ended;
  const again = stores.open();
  expect(has('row 0', again)).toBe(false);
});

test('after a power cut in the middle nothing of it is there, although most was written out already', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'milepost-cut-'));
  try {
    let isCut = false;
    const { over } = sliced(6000, async (steps) => {
      if (steps > 5000 && !isCut) {
        isCut = true;
        expect(statSync(join(stores.dir, 'milepost.db-wal')).size).toBeGreaterThan(2_000_000);
        for (const name of ['milepost.db', 'milepost.db-wal'])
          copyFileSync(join(stores.dir, name), join(copy, name));
      }
      await turn();
    });
    await over;
    expect(isCut).toBe(true);
    const after = openMilepostStore({ dir: copy, clock: Date, reserveBytes: 0 });
    expect(has('row 0', after)).toBe(false);
    expect(after.read.prepare('PRAGMA integrity_check').pluck().get()).toBe('ok');
    after.close();
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

test('a backup waits until it is over', async () => {
  const { over } = sliced(20);
  const info = await store.backup();
  await over;
  expect(info.counts['meta']).toBeGreaterThanOrEqual(20);
});

test('it waits for a backup that is being made, which has nothing of it', async () => {
  const copy = store.backup();
  const { over } = sliced(20);
  const info = await copy;
  await over;
  expect(info.counts['meta']).toBeLessThan(20);
});

test('the settings of the writer are as before afterwards', async () => {
  const settings = () =>
    ['cache_size', 'wal_autocheckpoint'].map((name) => store.write.pragma(name, { simple: true }));
  const before = settings();
  await sliced(5).over;
  expect(settings()).toEqual(before);
  await sliced(5, () => Promise.reject(new Error('cancelled'))).over.catch(() => {});
  expect(settings()).toEqual(before);
});
