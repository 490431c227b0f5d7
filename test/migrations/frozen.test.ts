import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '#db/log/log.ts';
import { CORE_TABLES } from '#db/migrations/coreTables.ts';
import { entityTypes } from '#shared/model/registry.ts';
import { dumpSearch, dumpTables, emptyDatabase, rebuilt } from '#test/support/memoryCore.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';
import { type FrozenState, frozenDir, stateOf } from './frozen.ts';

const versions = readdirSync(frozenDir)
  .filter((name) => name.endsWith('.db.gz'))
  .map((name) => name.slice(0, -'.db.gz'.length));

/** Tables, columns and indexes, whatever their order: added columns stand last in an old file. */
function shape(db: ReturnType<typeof emptyDatabase>): unknown {
  const names = db.prepare('SELECT type, name, tbl_name FROM sqlite_schema ORDER BY type, name').all();
  const columns = [...entityTypes, ...CORE_TABLES].map((table) =>
    db
      .prepare('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?) ORDER BY name')
      .all(table),
  );
  return { names, columns };
}

it('there is a frozen store of a released version', () => {
  expect(versions).toContain('0.1.0');
});

describe.each(versions)('the store that version %s wrote', (version) => {
  let dir: string;
  let t: TestApp;
  const frozen = JSON.parse(readFileSync(join(frozenDir, `${version}.json`), 'utf8')) as FrozenState;
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'milepost-frozen-'));
    writeFileSync(join(dir, 'milepost.db'), gunzipSync(readFileSync(join(frozenDir, `${version}.db.gz`))));
    t = await startTestApp({ dir });
  });
  afterEach(async () => {
    await t.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('opens with every row and every value', () => {
    const db = t.app.context()!.store.read;
    const now = stateOf(db);
    expect(now.counts).toMatchObject({ ...frozen.counts, meta: expect.any(Number) });
    for (const [table, rows] of Object.entries(frozen.tables))
      expect(now.tables[table], table).toMatchObject(rows);
    expect(verifyChain(db)).toBeNull();
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(dumpTables(db)).toEqual(rebuilt(db).tables);
    expect(dumpSearch(db)).toEqual(rebuilt(db).search);
  });

  it('has the tables of a fresh installation afterwards', () => {
    const fresh = emptyDatabase();
    expect(shape(t.app.context()!.store.read)).toEqual(shape(fresh));
    fresh.close();
  });

  it('is worked on as before: redo, trash and new records', async () => {
    await t.request('undo.redo', {});
    expect((await t.request('client.list', {})).map((row) => row.name)).toContain('undone');
    const [row] = await t.request('trash.list', {});
    expect(row).toMatchObject({ title: 'in the trash', count: 2 });
    await t.request('trash.restore', { id: row!.id });
    await t.request('client.create', { values: { name: 'new' } });
    expect(await t.request('client.list', {})).toHaveLength(4);
  });
});
