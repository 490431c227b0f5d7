import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addEntries, storeErrorOf, type TempStores, tempStores } from '#test/support/tempStore.ts';
import {
  backupOnline,
  backupSync,
  listBackups,
  manifestPath,
  rotateBackups,
  verifyBackup,
} from './backup.ts';
import { hashFile, inspectHere } from './inspect.ts';
import type { BackupKind, Store } from './types.ts';

let stores: TempStores;
let dir: string;
beforeEach(() => {
  stores = tempStores();
  dir = join(stores.dir, 'backups');
});
afterEach(() => stores.cleanUp());

function make(store: Store, kind: BackupKind = 'auto', now = 0): string {
  return backupSync(store.write, { dir, kind, appVersion: '1.2.3', now }).file;
}

/** Flips one bit, far enough in to be data rather than header. */
function damage(path: string): void {
  const fd = openSync(path, 'r+');
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length * 0.7);
  writeSync(fd, Buffer.from([(bytes[at] ?? 0) ^ 4]), 0, 1, at);
  closeSync(fd);
}

describe('backups', () => {
  it('under load equal a committed prefix of the log', async () => {
    const store = stores.open();
    addEntries(store, 1, 400, 2, 4000);
    let next = 401;
    const fractions: number[] = [];
    const info = await store.backup({
      kind: 'manual',
      onProgress: (fraction) => {
        fractions.push(fraction);
        addEntries(store, next, next, 3, 2000);
        next += 1;
      },
    });
    expect(fractions.length).toBeGreaterThan(5);
    expect(Math.min(...fractions)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...fractions)).toBeLessThanOrEqual(1);
    expect(fractions[0]).toBeLessThan(fractions.at(-1) ?? 0);
    expect(next).toBeGreaterThan(405);
    const copy = new Database(join(dir, info.file), { readonly: true });
    const one = (sql: string): unknown => copy.prepare(sql).pluck().get();
    const top = Number(one('SELECT max(seq) FROM txn'));
    expect(top).toBeGreaterThanOrEqual(400);
    expect(top).toBeLessThan(next);
    expect(one('SELECT count(*) FROM txn')).toBe(top);
    expect(one('SELECT sum(changes) FROM txn')).toBe(one('SELECT count(*) FROM change'));
    copy.close();
    expect(info.logSeq).toBe(top);
    expect(verifyBackup(dir, info.file)).toEqual(info);
  });

  it('are one private file at rest with a manifest beside it', () => {
    const store = stores.open();
    addEntries(store, 1, 3);
    const file = make(store, 'manual', Date.UTC(2026, 0, 2));
    expect(readdirSync(dir).sort()).toEqual([file, `${file}.json`]);
    const info = verifyBackup(dir, file);
    expect(info).toMatchObject({
      seq: 1,
      kind: 'manual',
      appVersion: '1.2.3',
      userVersion: 1,
      logSeq: 3,
      createdAt: '2026-01-02T00:00:00.000Z',
    });
    expect(info.sha256).toBe(hashFile(join(dir, file)));
    expect(info.counts).toMatchObject({ txn: 3, change: 3 });
    expect(readdirSync(dir)).toHaveLength(2);
  });

  it('do not count once a bit has flipped, or a byte is missing, or the manifest is gone', () => {
    const store = stores.open();
    addEntries(store, 1, 20, 2, 500);
    const flipped = make(store);
    damage(join(dir, flipped));
    expect(storeErrorOf(() => verifyBackup(dir, flipped)).args.reason).toBe('hash');

    const cut = make(store);
    truncateSync(join(dir, cut), 4096);
    expect(storeErrorOf(() => verifyBackup(dir, cut)).code).toBe('STORE_CORRUPT');

    const alone = make(store);
    rmSync(manifestPath(dir, alone));
    expect(storeErrorOf(() => verifyBackup(dir, alone)).args.reason).toBe('manifest');

    const forged = make(store);
    writeFileSync(manifestPath(dir, forged), '{"format":1}');
    expect(storeErrorOf(() => verifyBackup(dir, forged)).code).toBe('STORE_CORRUPT');

    const counted = listBackups(dir).map((entry) => [entry.file, entry.info !== null]);
    expect(counted).toEqual([
      [forged, false],
      [alone, false],
      [cut, false],
      [flipped, true],
    ]);
  });

  it('are refused by name before a path is built from it', () => {
    for (const file of ['../milepost.db', 'milepost-000001-auto.db/../x', 'nothing'])
      expect(storeErrorOf(() => verifyBackup(dir, file)).code).toBe('STORE_PATH');
  });

  it('of a damaged store fail and leave nothing behind', async () => {
    const store = stores.open();
    store.write.pragma('foreign_keys = 0');
    store.write.exec("INSERT INTO change VALUES (77, 0, 'e', 'i', 'r', NULL, NULL, NULL)");
    const target = { dir, kind: 'auto', appVersion: '', now: 0 } as const;
    expect(storeErrorOf(() => backupSync(store.write, target)).args.reason).toBe('foreignKey');
    const work = { storeDir: stores.dir, columns: [], inspect: inspectHere };
    await expect(backupOnline(store.write, target, work)).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    expect(readdirSync(dir)).toEqual([]);
  });

  it('that are cut short by closing the store fail and leave nothing behind', async () => {
    const store = stores.open();
    addEntries(store, 1, 300, 2, 4000);
    const running = store.backup({ onProgress: () => store.close() });
    await expect(running).rejects.toMatchObject({ name: 'StoreError' });
    expect(readdirSync(dir)).toEqual([]);
  });

  it('never reuse a number, even of a damaged one', () => {
    const store = stores.open();
    make(store);
    rmSync(manifestPath(dir, make(store)));
    expect(make(store)).toBe('milepost-000003-auto.db');
  });
});

describe('rotateBackups', () => {
  it('counts by number whatever the clock did, per kind, and keeps manual ones', () => {
    const store = stores.open();
    const clock = [5e12, 0, 4e12, -1e12, 3e12, 1, 2e12];
    const autos = clock.map((now) => make(store, 'auto', now));
    const manual = [make(store, 'manual', 9e12), make(store, 'manual', 0)];
    expect(rotateBackups(dir, { auto: 3 }).sort()).toEqual(autos.slice(0, 4));
    expect(listBackups(dir).map((entry) => entry.file)).toEqual([
      ...manual.toReversed(),
      ...autos.slice(4).toReversed(),
    ]);
    expect(existsSync(manifestPath(dir, autos[0] ?? ''))).toBe(false);
  });

  it('removes nothing while the newest one is damaged', () => {
    const store = stores.open();
    addEntries(store, 1, 20, 2, 500);
    const files = [make(store), make(store), make(store)];
    damage(join(dir, files[2] ?? ''));
    expect(rotateBackups(dir, { auto: 1 })).toEqual([]);
    expect(listBackups(dir)).toHaveLength(3);
  });

  it('never removes the last one that counts', () => {
    const store = stores.open();
    const good = make(store);
    rmSync(manifestPath(dir, make(store)));
    expect(rotateBackups(dir, { auto: 0 })).toEqual([]);
    expect(verifyBackup(dir, good).seq).toBe(1);
  });

  it('runs after each backup of the store', async () => {
    const store = stores.open();
    for (let i = 0; i < 16; i++) await store.backup();
    expect(listBackups(dir).map((entry) => entry.seq)).toEqual([
      16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3,
    ]);
    expect(store.health().lastBackup).toMatchObject({ seq: 16, ageMs: 0 });
  });
});
