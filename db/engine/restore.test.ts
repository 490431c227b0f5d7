import { existsSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '#db/migrations/index.ts';
import { addEntries, sha256, storeErrorOf, type TempStores, tempStores } from '#test/support/tempStore.ts';
import { backupSync } from './backup.ts';
import { storePaths } from './files.ts';
import { takeLock } from './lock.ts';
import { finishRestore, quarantineStore, type RestoreOptions, restoreBackup } from './restore.ts';
import type { Migration } from './types.ts';

const clock = { now: () => 0 };
let stores: TempStores;
let backupDir: string;
beforeEach(() => {
  stores = tempStores();
  backupDir = join(stores.dir, 'backups');
});
afterEach(() => stores.cleanUp());

const refused = (options: RestoreOptions, code: string) =>
  expect(restoreBackup(options)).rejects.toMatchObject({ name: 'StoreError', code });

class Crash extends Error {}

/** A store with three entries and a backup of it; then two more entries. */
function prepare(): RestoreOptions {
  const store = stores.open();
  addEntries(store, 1, 3);
  const { file } = backupSync(store.write, { dir: backupDir, kind: 'manual', appVersion: '', now: 0 });
  addEntries(store, 4, 5);
  store.close();
  return { dir: stores.dir, backupDir, file, clock, migrations };
}

function entries(path: string): unknown {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare('SELECT count(*) FROM txn').pluck().get();
  } finally {
    db.close();
  }
}

/** Throws at the n-th step; counts the steps that were reached. */
function crashAt(n: number): { hook: (step: string) => void; seen: string[] } {
  const seen: string[] = [];
  return {
    seen,
    hook: (step) => {
      seen.push(step);
      if (seen.length === n) throw new Crash(step);
    },
  };
}

function openedEntries(): unknown {
  const store = stores.open();
  const count = store.read.prepare('SELECT count(*) FROM txn').pluck().get();
  expect(store.read.pragma('integrity_check', { simple: true })).toBe('ok');
  store.close();
  return count;
}

describe('restoreBackup', () => {
  it('puts the backup in place and keeps the old store aside', async () => {
    const { quarantine: name } = await restoreBackup(prepare());
    expect(name).toBe('0001-restore');
    expect(openedEntries()).toBe(3);
    expect(entries(join(stores.dir, 'quarantine', name, 'milepost.db'))).toBe(5);
    expect(existsSync(storePaths(stores.dir).restoreJournal)).toBe(false);
  });

  it('takes the write-ahead log of the old store aside with it', async () => {
    const options = prepare();
    const paths = storePaths(stores.dir);
    // A store whose process died: rows are in the log alone, which would destroy the restored file.
    const db = new Database(paths.db);
    db.pragma('wal_autocheckpoint = 0');
    db.exec("INSERT INTO device VALUES ('d', 'n', 't', 'h')");
    // The lock of the store is a file of its own, so this open connection stands for a stale one.
    const { quarantine: name } = await restoreBackup(options);
    db.close();
    expect(readdirSync(join(stores.dir, 'quarantine', name))).toContain('milepost.db-wal');
    expect(openedEntries()).toBe(3);
  });

  it('leaves the old store or the new one at every crash point, and at every crash of the repair', async () => {
    const whole = crashAt(0);
    await restoreBackup({ ...prepare(), onStep: whole.hook });
    expect(whole.seen).toEqual([
      'copied',
      'staged',
      'journal',
      'aside milepost.db',
      'placed',
      'journal removed',
    ]);
    for (let first = 1; first <= whole.seen.length; first++)
      for (let second = 1; second <= 4; second++) {
        stores.cleanUp();
        stores = tempStores();
        backupDir = join(stores.dir, 'backups');
        const options = prepare();
        await expect(restoreBackup({ ...options, onStep: crashAt(first).hook })).rejects.toThrow();
        const paths = storePaths(stores.dir);
        const lock = takeLock(paths, 0);
        try {
          finishRestore(paths, crashAt(second).hook);
        } catch (error) {
          expect(error).toBeInstanceOf(Crash);
        }
        lock.release();
        const expected = first < whole.seen.indexOf('journal') + 1 ? 5 : 3;
        expect([first, second, openedEntries()]).toEqual([first, second, expected]);
      }
  });

  it('can be repeated after a crash', async () => {
    const options = prepare();
    await expect(restoreBackup({ ...options, onStep: crashAt(1).hook })).rejects.toThrow();
    await restoreBackup(options);
    expect(openedEntries()).toBe(3);
  });

  it('refuses while the store is open', async () => {
    const options = prepare();
    stores.open();
    await refused(options, 'STORE_LOCKED');
  });

  it('refuses damaged, missing and newer backups and leaves the store as it is', async () => {
    const options = prepare();
    const { db } = storePaths(stores.dir);
    const hash = sha256(db);
    const next: Migration = { version: 2, name: 'next', up: () => {} };
    const newer = stores.open({ dir: join(stores.dir, 'other'), migrations: [...migrations, next] });
    const made = backupSync(newer.write, { dir: backupDir, kind: 'manual', appVersion: '', now: 0 });
    await refused({ ...options, file: made.file }, 'STORE_NEWER');
    await refused({ ...options, file: 'milepost-000099-auto.db' }, 'STORE_PATH');
    truncateSync(join(backupDir, options.file), 8192);
    await refused(options, 'STORE_CORRUPT');
    expect(sha256(db)).toBe(hash);
    expect(existsSync(storePaths(stores.dir).quarantine)).toBe(false);
  });

  it('brings back a store that is gone', async () => {
    const options = prepare();
    rmSync(storePaths(stores.dir).db);
    await restoreBackup(options);
    expect(openedEntries()).toBe(3);
  });

  it('brings back a store that is damaged, then migrates it', async () => {
    const options = prepare();
    truncateSync(storePaths(stores.dir).db, 100);
    await restoreBackup(options);
    const next: Migration = {
      version: 2,
      name: 'next',
      up: (db) => void db.exec('CREATE TABLE n (a) STRICT'.replace('(a)', '(a TEXT)')),
    };
    const store = stores.open({ migrations: [...migrations, next] });
    expect(store.opened.migratedFrom).toBe(1);
  });
});

describe('quarantineStore', () => {
  it('moves a damaged store aside, so that an empty one can be started on purpose', () => {
    prepare();
    truncateSync(storePaths(stores.dir).db, 8192);
    const name = quarantineStore(stores.dir, clock);
    expect(name).toBe('0001-damaged');
    expect(storeErrorOf(() => stores.open()).args.reason).toBe('missing');
    expect(stores.open({ startEmpty: true }).opened.created).toBe(true);
    expect(readdirSync(join(stores.dir, 'quarantine', name ?? ''))).toEqual(['milepost.db']);
  });

  it('does nothing where there is no store', () => {
    expect(quarantineStore(stores.dir, clock)).toBe(null);
  });
});
