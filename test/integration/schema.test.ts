import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { listBackups } from '#db/engine/backup.ts';
import { openStore } from '#db/engine/open.ts';
import type { Store, Structure } from '#db/engine/types.ts';
import { CORE_TABLES } from '#db/migrations/coreTables.ts';
import { migrations } from '#db/migrations/index.ts';
import { openMilepostStore } from '#db/open.ts';
import { rowDecoder } from '#db/schema/codec.ts';
import {
  applyStructure,
  hasUnknownStructure,
  indexSql,
  structureFingerprint,
  tableSql,
} from '#db/schema/projection.ts';
import { tables } from '#db/schema/tables.ts';
import { channelsOf } from '#shared/ipc/channels/records.ts';
import { client } from '#shared/model/entities/client.ts';
import { defineEntity, type Entity } from '#shared/model/entity.ts';
import { bool, initially, json, required, text } from '#shared/model/field.ts';
import { entityOf, entityTypes } from '#shared/model/registry.ts';
import { emptyDatabase } from '#test/support/memoryCore.ts';
import { sha256, storeErrorOf } from '#test/support/tempStore.ts';
import { startTestApp } from '#test/support/testApp.ts';

let dir: string;
const open: { close(): void }[] = [];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'milepost-schema-'));
});
afterEach(() => {
  for (const store of open.splice(0)) store.close();
  rmSync(dir, { recursive: true, force: true });
});

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}
const columnsOf = (db: Database.Database, table: string): Column[] =>
  db.prepare<[string], Column>('SELECT name, type, "notnull", pk FROM pragma_table_info(?)').all(table);

describe('one definition per entity', () => {
  test('typed tables, derived SQL and the migrated database say the same of every column', () => {
    const db = emptyDatabase();
    open.push(db);
    for (const type of entityTypes) {
      const typed = getTableConfig(tables[type]).columns.map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        notnull: column.notNull ? 1 : 0,
        pk: column.primary ? 1 : 0,
      }));
      expect(columnsOf(db, type), type).toEqual(typed);
      const stored = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(type);
      expect(stored).toBe(tableSql(entityOf(type)));
      for (const { name, sql } of indexSql(entityOf(type)))
        expect(db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name)).toBe(sql);
    }
  });

  test('initial values of the tables are those of the definitions', () => {
    const db = emptyDatabase();
    open.push(db);
    db.pragma('foreign_keys = 0');
    for (const type of entityTypes) {
      const entity = entityOf(type);
      const needed = Object.entries(entity.fields).filter(([, f]) => !f.nullable && !f.hasInitial);
      const names = ['id', 'created_at', 'updated_at', ...needed.map(([name]) => name)];
      const values = needed.map(([, f]) =>
        f.kind === 'json' ? '{}' : f.storage !== 'text' ? 1 : '2026-01-01',
      );
      db.prepare(`INSERT INTO ${type} (${names}) VALUES (${names.map(() => '?')})`).run(
        'id',
        't',
        't',
        ...values,
      );
      const row = rowDecoder(entity)(db.prepare(`SELECT * FROM ${type}`).get() as Record<string, unknown>);
      for (const [name, field] of Object.entries(entity.fields))
        if (field.hasInitial || field.nullable)
          expect(row[name], `${type}.${name}`).toEqual(field.initial ?? null);
    }
  });
});

/** The registry with one more field at the client: the only edit that is made. */
function withField(field: Entity['fields'][string], name = 'vip'): Entity[] {
  const { type, prefix, title, fields, indexes, searchable } = client as unknown as Entity;
  const edited = defineEntity({
    type,
    prefix,
    title,
    fields: { ...fields, [name]: field },
    ...(indexes ? { indexes } : {}),
    ...(searchable ? { searchable } : {}),
  }) as unknown as Entity;
  return entityTypes.map((other) => (other === 'client' ? edited : entityOf(other)));
}

function structureOf(entities: readonly Entity[]): Structure {
  const fingerprint = structureFingerprint(entities);
  return {
    fingerprint,
    apply: (db) => applyStructure(db, entities),
    isNewer: (db) => hasUnknownStructure(db, CORE_TABLES, entities),
    isPending: (db) =>
      db.prepare("SELECT value FROM meta WHERE key = 'structure'").pluck().get() !== fingerprint,
  };
}

function openWith(entities: readonly Entity[]): Store {
  const store = openStore({
    dir,
    migrations,
    structure: structureOf(entities),
    clock: Date,
    reserveBytes: 0,
  });
  open.push(store);
  return store;
}

async function filledStore(): Promise<string> {
  const t = await startTestApp({ dir });
  const { id } = await t.request('client.create', { values: { name: '甲' } });
  await t.close();
  return id;
}

describe('adding a field is one edit', () => {
  test.each([
    ['a flag', initially(bool(), true), true, false],
    ['an optional text', text(50), null, 'x'],
    [
      'a structured value',
      initially(json(z.record(z.string(), z.unknown())), { b: 1, a: [2] }),
      { a: [2], b: 1 },
      {},
    ],
    ['a text with a quote', initially(text(50), "it's"), "it's", 'y'],
  ] as const)(
    '%s reaches table, rows, registers, schemas and channels',
    async (_name, field, initial, other) => {
      const id = await filledStore();
      const entities = withField(field);
      const edited = entities.find((entity) => entity.type === 'client')!;
      const store = openWith(entities);
      expect(store.opened.migratedFrom).toBe(migrations.length);
      expect(
        listBackups(join(dir, 'backups')).filter(({ info }) => info?.kind === 'pre-migration'),
      ).toHaveLength(1);
      const row = store.read.prepare('SELECT * FROM client WHERE id = ?').get(id) as Record<string, unknown>;
      expect(rowDecoder(edited)(row)).toMatchObject({ id, name: '甲', vip: initial });
      expect(edited.registers.vip).toEqual(['vip']);
      expect(edited.registerOf.vip).toBe('vip');
      expect(edited.recordSchema.safeParse(row).success).toBe(true);
      const channels = channelsOf(edited);
      expect(channels['client.create']?.input.safeParse({ values: { name: 'n', vip: other } }).success).toBe(
        true,
      );
      expect(channels['client.update']?.input.safeParse({ id, patch: { vip: other } }).success).toBe(true);
      expect(channels['client.update']?.input.safeParse({ id, patch: { vip: 7 } }).success).toBe(false);
      expect(channels['client.list']?.output.safeParse([row]).success).toBe(true);
      const before = channelsOf(entityOf('client'));
      expect(before['client.update']?.input.safeParse({ id, patch: { vip: other } }).success).toBe(false);
      // The second start has nothing to do.
      store.close();
      expect(openWith(entities).opened.migratedFrom).toBeNull();
    },
  );

  test('a required field without an initial value is refused, and the store stays as it was', async () => {
    await filledStore();
    const file = join(dir, 'milepost.db');
    const before = sha256(file);
    const error = storeErrorOf(() => openWith(withField(required(text(10)))));
    expect(error.code).toBe('STORE_MIGRATION');
    expect(sha256(file)).toBe(before);
    const store = openMilepostStore({ dir, clock: Date, reserveBytes: 0 });
    open.push(store);
    expect(store.read.prepare('SELECT count(*) FROM client').pluck().get()).toBe(1);
  });
});

describe('a store of a later version', () => {
  test.each([
    ['an unknown column', 'ALTER TABLE client ADD COLUMN from_the_future TEXT'],
    ['an unknown table', 'CREATE TABLE invoice (id TEXT PRIMARY KEY) STRICT'],
    ['a later migration', 'PRAGMA user_version = 99'],
  ])('with %s is refused with its reason and not one byte is changed', async (_name, sql) => {
    await filledStore();
    const file = join(dir, 'milepost.db');
    const db = new Database(file);
    db.exec(sql);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const before = sha256(file);
    const t = await startTestApp({ dir });
    expect((await t.request('startup.state', {})).err?.code).toBe('STORE_NEWER');
    await t.close();
    expect(sha256(file)).toBe(before);
  });
});
