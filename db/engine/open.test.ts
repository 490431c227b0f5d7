import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addEntries, sha256, storeErrorOf, type TempStores, tempStores } from '#test/support/tempStore.ts';
import { storePaths } from './files.ts';
import type { Structure } from './types.ts';

let stores: TempStores;
let db: string;
beforeEach(() => {
  stores = tempStores();
  db = storePaths(stores.dir).db;
});
afterEach(() => stores.cleanUp());

function refusal(options: Parameters<TempStores['open']>[0] = {}): { code: string; reason: unknown } {
  const before = sha256(db);
  const error = storeErrorOf(() => stores.open(options));
  expect(sha256(db)).toBe(before);
  // A refused start must not keep the lock: a second try says the same.
  expect(storeErrorOf(() => stores.open(options)).code).toBe(error.code);
  expect(sha256(db)).toBe(before);
  return { code: error.code, reason: error.args.reason };
}

describe('openStore: connections', () => {
  it('holds the settings on both connections after the first write and after a re-open', () => {
    for (const round of [1, 2]) {
      const store = stores.open();
      addEntries(store, round, round);
      for (const connection of [store.write, store.read]) {
        const value = (name: string): unknown => connection.pragma(name, { simple: true });
        expect(value('journal_mode')).toBe('wal');
        expect(value('synchronous')).toBe(2);
        expect(value('foreign_keys')).toBe(1);
        expect(value('trusted_schema')).toBe(0);
        expect(value('cell_size_check')).toBe(1);
        expect(value('secure_delete')).toBe(1);
        expect(value('busy_timeout')).toBe(5000);
        expect(value('journal_size_limit')).toBe(67_108_864);
        expect(value('temp_store')).toBe(2);
        expect(value('mmap_size') ?? 0).toBe(0);
      }
      store.close();
    }
  });

  it('refuses every write on the read connection', () => {
    const store = stores.open();
    for (const sql of [
      "INSERT INTO device VALUES ('d', 'n', 't', 'h')",
      'CREATE TABLE t (a)',
      'DROP TABLE device',
      'PRAGMA user_version = 9',
    ])
      expect(() => store.read.exec(sql), sql).toThrow(/readonly/);
    store.read.pragma('query_only = 0');
    expect(() => store.read.exec("INSERT INTO device VALUES ('d', 'n', 't', 'h')")).toThrow(/readonly/);
  });

  it('shows the reader what the writer committed', () => {
    const store = stores.open();
    addEntries(store, 1, 3);
    expect(store.read.prepare('SELECT max(seq) FROM txn').pluck().get()).toBe(3);
  });

  it.runIf(process.platform !== 'win32')('keeps folder and files from other users', () => {
    const dir = join(stores.dir, 'deep', '资料');
    const store = stores.open({ dir, reserveBytes: 4096 });
    addEntries(store, 1, 1);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    const paths = storePaths(dir);
    for (const path of [paths.db, paths.wal, paths.shm, paths.lock, paths.lockInfo, paths.reserve])
      expect([path, statSync(path).mode & 0o777]).toEqual([path, 0o600]);
  });

  it('leaves one file at rest when it closes', () => {
    const store = stores.open();
    addEntries(store, 1, 5);
    store.close();
    store.close();
    expect(existsSync(storePaths(stores.dir).wal)).toBe(false);
    expect(existsSync(storePaths(stores.dir).fresh)).toBe(false);
  });
});

describe('openStore: files it must refuse and leave alone', () => {
  it('refuses a file of a newer version', () => {
    stores.open().close();
    const other = new Database(db);
    other.pragma('user_version = 99');
    other.close();
    expect(refusal().code).toBe('STORE_NEWER');
  });

  it('refuses a file with a structure it does not know', () => {
    stores.open().close();
    const structure: Structure = {
      fingerprint: 'a',
      apply: () => {},
      isNewer: () => true,
      isPending: () => true,
    };
    expect(refusal({ structure }).code).toBe('STORE_NEWER');
  });

  it('refuses the database of another program', () => {
    const other = new Database(db);
    other.exec('CREATE TABLE bookmark (url TEXT)');
    other.close();
    expect(refusal().code).toBe('STORE_NOT_OURS');
  });

  it('refuses a file that is no database', () => {
    writeFileSync(db, 'PK\u0003\u0004 not a database at all'.repeat(200));
    expect(refusal().code).toBe('STORE_CORRUPT');
  });

  it('refuses an empty file instead of starting afresh in it', () => {
    writeFileSync(db, '');
    expect(refusal()).toEqual({ code: 'STORE_CORRUPT', reason: 'empty' });
  });

  it('refuses a truncated file', () => {
    const store = stores.open();
    addEntries(store, 1, 50, 2, 500);
    store.close();
    truncateSync(db, Math.floor(statSync(db).size / 2 / 4096) * 4096);
    expect(refusal().code).toBe('STORE_CORRUPT');
  });

  it('refuses a file with overwritten pages', () => {
    const store = stores.open();
    addEntries(store, 1, 50, 2, 500);
    store.close();
    const fd = openSync(db, 'r+');
    writeSync(fd, Buffer.alloc(3 * 4096, 0xa5), 0, 3 * 4096, 2 * 4096);
    closeSync(fd);
    expect(refusal().code).toBe('STORE_CORRUPT');
  });

  it('refuses a folder in the place of the file', () => {
    mkdirSync(db);
    expect(storeErrorOf(() => stores.open()).code).toBe('STORE_PATH');
  });

  it('does not start empty where only the write-ahead log is left', () => {
    writeFileSync(storePaths(stores.dir).wal, 'log of a lost store');
    expect(storeErrorOf(() => stores.open()).args.reason).toBe('walOnly');
    expect(readFileSync(storePaths(stores.dir).wal, 'utf8')).toBe('log of a lost store');
    expect(existsSync(db)).toBe(false);
  });

  it('refuses a path that SQLite cannot open, before anything is created', () => {
    const dir = join(
      stores.dir,
      '很长的文件夹名'.repeat(4),
      '很长的文件夹名'.repeat(11),
      '很长的文件夹名'.repeat(11),
    );
    expect(storeErrorOf(() => stores.open({ dir })).code).toBe('STORE_PATH');
    expect(existsSync(dir)).toBe(false);
  });

  it('opens in a long path with spaces and Chinese characters', () => {
    const store = stores.open({ dir: join(stores.dir, '# 工地 资料', '项目'.repeat(40)) });
    addEntries(store, 1, 1);
    expect(store.health().sameFile).toBe(true);
  });
});

describe('openStore: creation', () => {
  it('builds on nothing that an interrupted creation left', () => {
    writeFileSync(storePaths(stores.dir).fresh, 'half a store');
    const store = stores.open();
    expect(store.opened.created).toBe(true);
    expect(store.health().userVersion).toBe(1);
  });

  it('takes a lost file beside verified backups for lost data, unless told to start empty', async () => {
    const store = stores.open();
    addEntries(store, 1, 1);
    await store.backup();
    store.close();
    renameSync(db, join(stores.dir, 'elsewhere'));
    const error = storeErrorOf(() => stores.open());
    expect([error.code, error.args.reason, error.args.backup]).toEqual([
      'STORE_CORRUPT',
      'missing',
      'milepost-000001-auto.db',
    ]);
    expect(existsSync(db)).toBe(false);
    expect(stores.open({ startEmpty: true }).opened.created).toBe(true);
  });

  it('clears away backups that a crash cut short, and nothing else', async () => {
    const store = stores.open();
    const { file } = await store.backup();
    store.close();
    const dir = join(stores.dir, 'backups');
    writeFileSync(join(dir, 'milepost-000007-auto.db.tmp'), 'half a copy');
    writeFileSync(join(dir, 'notes.db.tmp'), 'not ours');
    stores.open();
    expect(readdirSync(dir).sort()).toEqual([file, `${file}.json`, 'notes.db.tmp']);
  });

  it('moves a damaged lock file aside and takes the lock all the same', () => {
    const paths = storePaths(stores.dir);
    writeFileSync(paths.lock, 'written over by something else'.repeat(100));
    stores.open();
    expect(storeErrorOf(() => stores.open()).code).toBe('STORE_LOCKED');
  });

  it('reports its stages in order', () => {
    const stages: string[] = [];
    stores.open({ onProgress: (stage) => stages.push(stage) });
    expect(stages).toEqual(['lock', 'check', 'open']);
  });
});
