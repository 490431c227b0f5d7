import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '#db/engine/migrate.ts';
import { migrations } from '#db/migrations/index.ts';

const folder = fileURLToPath(new URL('../../db/migrations', import.meta.url));

function fresh(): Database.Database {
  const db = new Database(':memory:');
  migrate(db, migrations);
  return db;
}

describe('the migration list', () => {
  it('is numbered 1 … n without gaps, and each file stands in it under its name', () => {
    expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, i) => i + 1));
    const files = readdirSync(folder).filter((name) => /^\d/.test(name) && !name.includes('.test.'));
    expect(files.sort()).toEqual(
      migrations.map(({ version, name }) => `${String(version).padStart(4, '0')}-${name}.ts`),
    );
  });

  it('makes only STRICT tables, no triggers and no views', () => {
    const db = fresh();
    const loose = db
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name <> 'sqlite_schema'",
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')").all()).toEqual([]);
  });

  it('refuses kinds and states that the log does not know', () => {
    const db = fresh();
    const add = (kind: string): unknown =>
      db
        .prepare("INSERT INTO txn VALUES (NULL, ?, ?, 'd', ?, 'k', '{}', NULL, 't', 0, '', '')")
        .run(kind, kind, kind);
    for (const kind of ['user', 'undo', 'redo', 'import', 'system']) add(kind);
    expect(() => add('merge')).toThrow(/CHECK/);
    expect(() => db.exec("INSERT INTO undo_entry VALUES (1, 'lost', 1)")).toThrow(/CHECK/);
    expect(() => db.exec("INSERT INTO change VALUES (99, 0, 'e', 'i', 'r', NULL, NULL, NULL)")).toThrow(
      /FOREIGN/,
    );
  });

  it('finds Chinese words of two characters through their bigrams', () => {
    const db = fresh();
    db.exec("INSERT INTO search VALUES ('change', 'chg_1', 'prj_1', '設計變更單', '設計 計變 變更 更單')");
    const find = (word: string): unknown =>
      db.prepare('SELECT id FROM search WHERE search MATCH ?').pluck().get(`grams:"${word}"`);
    expect(find('變更')).toBe('chg_1');
    expect(find('滿意')).toBeUndefined();
  });

  it('writes the schema that was released', () => {
    const sql = fresh()
      .prepare(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY name",
      )
      .pluck()
      .all();
    expect(sql).toMatchSnapshot();
  });
});
