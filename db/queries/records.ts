import type { Database } from 'better-sqlite3';
import { type EntityType, entityOf, type ListedOf, type RecordOf } from '#shared/model/registry.ts';
import { prepared } from '../engine/statements.ts';
import { rowDecoder } from '../schema/codec.ts';

type Row = Record<string, unknown>;

type Where = Readonly<Record<string, string | null | undefined>>;

const SYSTEM = ['id', 'created_at', 'updated_at', 'deleted_at', 'deleted_with'] as const;

/** Conditions are on reference fields. */
function rowsOf(db: Database, type: EntityType, columns: string, where: Where): Row[] {
  const entity = entityOf(type);
  const conditions = Object.entries(where).filter(([, value]) => value !== undefined);
  for (const [name] of conditions)
    if (!entity.fields[name]?.target) throw new Error(`${type}.${name} is not a reference`);
  const order = 'rank' in entity.fields ? 'rank, id' : 'id';
  const sql = `SELECT ${columns} FROM ${type} WHERE deleted_at IS NULL${conditions.map(([n]) => ` AND ${n} IS ?`).join('')} ORDER BY ${order}`;
  const rows = prepared(db, sql).all(...conditions.map(([, value]) => value)) as Row[];
  const decode = rowDecoder(entity);
  for (const row of rows) decode(row);
  return rows;
}

/** Records that are not in the trash, in their manual order or that of creation. */
export function listRecords<T extends EntityType>(db: Database, type: T, where: Where = {}): RecordOf<T>[] {
  return rowsOf(db, type, '*', where) as unknown as RecordOf<T>[];
}

/** The same without the heavy fields, which are not even read. */
export function listedRecords<T extends EntityType>(db: Database, type: T, where: Where = {}): ListedOf<T>[] {
  const fields = Object.entries(entityOf(type).fields).filter(([, field]) => !field.heavy);
  const columns = [...SYSTEM, ...fields.map(([name]) => name)].map((name) => `"${name}"`).join(', ');
  return rowsOf(db, type, columns, where) as unknown as ListedOf<T>[];
}

/** The record, or null if there is none or it is in the trash. */
export function getRecord<T extends EntityType>(db: Database, type: T, id: string): RecordOf<T> | null {
  const row = prepared(db, `SELECT * FROM ${type} WHERE id = ? AND deleted_at IS NULL`).get(id) as
    | Row
    | undefined;
  return row ? (rowDecoder(entityOf(type))(row) as unknown as RecordOf<T>) : null;
}
