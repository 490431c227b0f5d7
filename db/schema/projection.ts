/**
 * SQL of the projection tables, derived from the entity registry. Adding a field or an entity is one
 * edit in `shared/model/entities`: the next start adds the column inside the guarded migration
 * transaction. Renaming, removing or retyping one is not additive and needs a numbered migration.
 */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { canonicalJson } from '#shared/model/canonical.ts';
import type { Entity } from '#shared/model/entity.ts';
import type { Field } from '#shared/model/field.ts';
import { entityOf, entityTypes } from '#shared/model/registry.ts';
import type { FileColumn } from '../engine/types.ts';

const SYSTEM_COLUMNS = [
  'id TEXT PRIMARY KEY NOT NULL',
  'created_at TEXT NOT NULL',
  'updated_at TEXT NOT NULL',
  'deleted_at TEXT',
  'deleted_with TEXT',
] as const;

const quoteText = (value: string): string => `'${value.replaceAll("'", "''")}'`;

function defaultSql(field: Field): string {
  if (!field.hasInitial) return '';
  const { initial } = field;
  if (field.kind === 'json') return ` DEFAULT ${quoteText(canonicalJson(initial))}`;
  if (typeof initial === 'boolean') return ` DEFAULT ${initial ? 1 : 0}`;
  if (typeof initial === 'number') return ` DEFAULT ${initial}`;
  return ` DEFAULT ${quoteText(String(initial))}`;
}

/** Definition of one column. References are deferred: an import may bring children before parents. */
export function columnSql(name: string, field: Field): string {
  const parts = [`${name} ${field.storage.toUpperCase()}`];
  if (!field.nullable) parts.push(` NOT NULL${defaultSql(field)}`);
  if (field.kind === 'bool') parts.push(` CHECK (${name} IN (0, 1))`);
  if (field.kind === 'json') parts.push(` CHECK (${name} IS NULL OR json_valid(${name}))`);
  if (field.target) parts.push(` REFERENCES ${field.target} (id) DEFERRABLE INITIALLY DEFERRED`);
  return parts.join('');
}

export function tableSql(entity: Entity): string {
  const columns = Object.entries(entity.fields).map(([name, field]) => columnSql(name, field));
  return `CREATE TABLE ${entity.type} (\n  ${[...SYSTEM_COLUMNS, ...columns].join(',\n  ')}\n) STRICT`;
}

/** References and declared combinations are indexed: every list reads by them. */
export function indexSql(entity: Entity): { name: string; sql: string }[] {
  const single = Object.entries(entity.fields)
    .filter(([, field]) => field.target)
    .map(([name]) => [name]);
  return [...single, ...(entity.indexes ?? [])].map((fields) => {
    const name = `ix_${entity.type}_${fields.join('_')}`;
    return { name, sql: `CREATE INDEX ${name} ON ${entity.type} (${fields.join(', ')})` };
  });
}

/** Columns that name files beside the store, from the entity registry. */
export function fileColumns(): FileColumn[] {
  return definitions().flatMap((entity) =>
    Object.entries(entity.fields).flatMap(([column, { file }]) =>
      file === undefined ? [] : [{ table: entity.type, column, title: entity.title, ending: file }],
    ),
  );
}

const definitions = (): Entity[] => entityTypes.map((type) => entityOf(type));

/** Changes whenever the derived tables do. */
export function structureFingerprint(entities: readonly Entity[] = definitions()): string {
  const text = entities.map((e) => [tableSql(e), ...indexSql(e).map((i) => i.sql)].join(';\n')).join(';\n');
  return createHash('sha256').update(text).digest('hex');
}

function columnsOf(db: Database, table: string): Set<string> {
  const rows = db.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(table);
  return new Set(rows.map((row) => row.name));
}

function indexesOf(db: Database): Set<string> {
  const rows = db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'index'").all();
  return new Set(rows.map((row) => row.name));
}

/** Brings the tables to the registry by adding what is missing; never drops or rewrites anything. */
export function applyStructure(db: Database, entities: readonly Entity[] = definitions()): void {
  const indexes = indexesOf(db);
  for (const entity of entities) {
    const existing = columnsOf(db, entity.type);
    if (existing.size === 0) db.exec(tableSql(entity));
    else addColumns(db, entity, existing);
    for (const index of indexSql(entity)) if (!indexes.has(index.name)) db.exec(index.sql);
  }
}

function addColumns(db: Database, entity: Entity, existing: ReadonlySet<string>): void {
  for (const [name, field] of Object.entries(entity.fields)) {
    if (existing.has(name)) continue;
    if (!field.nullable && !field.hasInitial) {
      throw new Error(`${entity.type}.${name}: a new required field needs an initial value or a migration`);
    }
    db.exec(`ALTER TABLE ${entity.type} ADD COLUMN ${columnSql(name, field)}`);
  }
}

/** A table or column we do not know was written by a later version: opening it could lose that data. */
export function hasUnknownStructure(
  db: Database,
  coreTables: ReadonlySet<string>,
  entities: readonly Entity[] = definitions(),
): boolean {
  const known = new Map(entities.map((entity) => [entity.type, entity]));
  const rows = db
    .prepare<[], { name: string }>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .all();
  return rows.some(({ name }) => {
    if (coreTables.has(name)) return false;
    const entity = known.get(name);
    if (!entity) return true;
    const allowed = new Set([...SYSTEM_COLUMNS.map((c) => c.split(' ')[0]!), ...Object.keys(entity.fields)]);
    return [...columnsOf(db, name)].some((column) => !allowed.has(column));
  });
}
