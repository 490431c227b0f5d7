import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '#db/migrations/index.ts';
import { sha256, storeErrorOf, type TempStores, tempStores } from '#test/support/tempStore.ts';
import { listBackups, verifyBackup } from './backup.ts';
import { storePaths } from './files.ts';
import { assertMigrationList } from './migrate.ts';
import { hasTable, readMeta } from './statements.ts';
import type { Migration, Structure } from './types.ts';

let stores: TempStores;
let backups: string;
beforeEach(() => {
  stores = tempStores();
  backups = join(stores.dir, 'backups');
});
afterEach(() => stores.cleanUp());

const base: Migration = {
  version: 2,
  name: 'plan',
  up(db) {
    db.exec(`
      CREATE TABLE project (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
      CREATE TABLE task (
        id TEXT PRIMARY KEY,
        project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE
      ) STRICT;
      INSERT INTO project VALUES ('p1', '一号楼'), ('p2', '二号楼');
      INSERT INTO task SELECT 'a' || value, 'p1' FROM json_each('[1,2,3]');
      INSERT INTO task SELECT 'b' || value, 'p2' FROM json_each('[1,2]');
    `);
  },
};
const before = [...migrations, base];

function third(up: string, rowChanges?: Migration['rowChanges']): Migration[] {
  const migration: Migration = { version: 3, name: 'third', up: (db) => void db.exec(up) };
  return [...before, rowChanges === undefined ? migration : { ...migration, rowChanges }];
}

/** The way table rebuilds are written, and the one that empties children when keys are on. */
const rebuild = `
  CREATE TABLE project_new (id TEXT PRIMARY KEY, name TEXT NOT NULL, code TEXT) STRICT;
  INSERT INTO project_new (id, name) SELECT id, name FROM project;
  DROP TABLE project;
  ALTER TABLE project_new RENAME TO project;
`;

/** Opens with the given list, expects a refusal, and that not one byte and no version moved. */
function failing(list: readonly Migration[]): ReturnType<typeof storeErrorOf> {
  stores.open({ migrations: before }).close();
  const { db } = storePaths(stores.dir);
  const hash = sha256(db);
  const error = storeErrorOf(() => stores.open({ migrations: list }));
  expect(sha256(db)).toBe(hash);
  const again = stores.open({ migrations: before });
  expect(again.health().userVersion).toBe(2);
  expect(again.read.prepare('SELECT count(*) FROM task').pluck().get()).toBe(5);
  again.close();
  return error;
}

describe('migrations', () => {
  it('keep the children of a rebuilt table with ON DELETE CASCADE', () => {
    stores.open({ migrations: before }).close();
    const store = stores.open({ migrations: third(rebuild) });
    expect(store.opened).toEqual({ created: false, migratedFrom: 2 });
    expect(store.read.prepare('SELECT count(*) FROM project').pluck().get()).toBe(2);
    expect(store.read.prepare('SELECT count(*) FROM task').pluck().get()).toBe(5);
    // The key still works afterwards, and is on again.
    store.write.exec("DELETE FROM project WHERE id = 'p1'");
    expect(store.read.prepare('SELECT count(*) FROM task').pluck().get()).toBe(2);
  });

  it('run behind a verified backup of the file as it was', () => {
    stores.open({ migrations: before }).close();
    expect(listBackups(backups)).toEqual([]);
    stores.open({ migrations: third(rebuild) });
    const [entry] = listBackups(backups);
    const info = verifyBackup(backups, entry?.file ?? '');
    expect([info.kind, info.userVersion, info.counts.task]).toEqual(['pre-migration', 2, 5]);
  });

  it('do not touch a store that is up to date', () => {
    stores.open({ migrations: before }).close();
    const stages: string[] = [];
    stores.open({ migrations: before, onProgress: (stage) => stages.push(stage) });
    expect(stages).toEqual(['lock', 'check', 'open']);
    expect(existsSync(backups)).toBe(false);
  });

  it('leave the file byte for byte when a step throws', () => {
    const error = failing(third(`${rebuild} INSERT INTO nowhere VALUES (1);`));
    expect([error.code, error.args.reason, error.args.name]).toEqual(['STORE_MIGRATION', 'step', 'third']);
  });

  it('leave the file byte for byte when rows go that nobody declared', () => {
    const error = failing(third("DELETE FROM task WHERE project_id = 'p1'"));
    expect(error.args).toMatchObject({ reason: 'rows', table: 'task', before: 5, after: 2 });
  });

  it('leave the file byte for byte when a table goes that nobody declared', () => {
    expect(failing(third('DROP TABLE task')).args).toMatchObject({ reason: 'rows', after: null });
  });

  it('leave the file byte for byte when a foreign key breaks', () => {
    const error = failing(third("UPDATE task SET project_id = 'gone' WHERE id = 'a1'"));
    expect(error.args).toMatchObject({ reason: 'foreignKey', table: 'task', count: 1 });
  });

  it('refuse a step that ends the transaction by itself', () => {
    stores.open({ migrations: before }).close();
    const error = storeErrorOf(() => stores.open({ migrations: third('COMMIT') }));
    expect(error.args.reason).toBe('transaction');
  });

  it('accept exactly the row changes that were declared', () => {
    stores.open({ migrations: before }).close();
    const sql = `
      DELETE FROM task WHERE project_id = 'p1';
      ALTER TABLE project RENAME TO job;
      DROP TABLE search_row;`;
    const store = stores.open({
      migrations: third(sql, { task: -3, project: { renamedTo: 'job' }, search_row: 'dropped' }),
    });
    expect(store.read.prepare('SELECT count(*) FROM job').pluck().get()).toBe(2);
    expect(store.read.prepare('SELECT count(*) FROM task').pluck().get()).toBe(2);
  });

  it('take a rebuild that loses rows for a failure even if the table was declared to grow', () => {
    expect(failing(third('DELETE FROM task', { task: 1 })).args).toMatchObject({ reason: 'rows', after: 0 });
  });

  it('must be numbered without gaps', () => {
    const gap: Migration = { version: 4, name: 'gap', up: () => {} };
    expect(() => assertMigrationList([...before, gap])).toThrow(RangeError);
    expect(() => stores.open({ migrations: [...before, gap] })).toThrow(RangeError);
    expect(existsSync(storePaths(stores.dir).db)).toBe(false);
  });
});

describe('structure', () => {
  function structure(fingerprint: string, sql: string): Structure {
    return {
      fingerprint,
      apply: (db) => void db.exec(sql),
      isNewer: () => false,
      isPending: (db) => readMeta(db, 'structure') !== fingerprint,
    };
  }
  const one = structure('s1', 'CREATE TABLE IF NOT EXISTS risk (id TEXT PRIMARY KEY) STRICT');

  it('is applied to a new store, and remembered', () => {
    const store = stores.open({ structure: one });
    expect(hasTable(store.read, 'risk')).toBe(true);
    expect(readMeta(store.read, 'structure')).toBe('s1');
    store.close();
    expect(stores.open({ structure: one }).opened.migratedFrom).toBe(null);
  });

  it('is treated like a migration: backup first, all or nothing', () => {
    stores.open({ structure: one }).close();
    const two = structure('s2', 'ALTER TABLE risk ADD COLUMN title TEXT');
    const store = stores.open({ structure: two });
    expect(store.opened.migratedFrom).toBe(1);
    expect(readMeta(store.read, 'structure')).toBe('s2');
    expect(listBackups(backups).map((entry) => entry.info?.structure)).toEqual(['s1']);
    store.close();

    const { db } = storePaths(stores.dir);
    const hash = sha256(db);
    const broken = structure('s3', 'CREATE TABLE extra (a); DROP TABLE device');
    expect(storeErrorOf(() => stores.open({ structure: broken })).code).toBe('STORE_MIGRATION');
    expect(sha256(db)).toBe(hash);
  });
});
