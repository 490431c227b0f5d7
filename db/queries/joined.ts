/**
 * Lists that show names of related records. The SQL is put together once from the entity definitions; rows
 * come as SQLite gives them, and only boolean and structured columns are touched.
 */
import type { Database } from 'better-sqlite3';
import type { Field } from '#shared/model/field.ts';
import { type EntityType, entityOf } from '#shared/model/registry.ts';
import { prepared } from '../engine/statements.ts';
import { fromSql } from '../schema/codec.ts';

export interface Joined {
  readonly from: EntityType;
  /** Alias -> the entity and the reference that leads to it; records in the trash do not count. */
  readonly joins: Readonly<
    Record<string, { readonly to: EntityType; readonly by: readonly [string, string] }>
  >;
  /** Name in the answer -> `alias` and column; the alias of `from` is its own name. */
  readonly columns: Readonly<Record<string, readonly [string, string]>>;
  /** References of `from` that the caller gives values for, in this order. */
  readonly where: readonly string[];
  readonly order: readonly string[];
}

const SYSTEM = new Set(['id', 'created_at', 'updated_at', 'deleted_at', 'deleted_with']);

function fieldOf(type: EntityType, column: string): Field | null {
  const field = entityOf(type).fields[column];
  if (!field && !SYSTEM.has(column)) throw new Error(`${type} has no column ${column}`);
  return field ?? null;
}

/** Compiles the list; the result runs it. @throws Error for a column that no definition has. */
export function joinedQuery<R>(spec: Joined): (db: Database, ...values: (string | null)[]) => R[] {
  const typeOf = (alias: string): EntityType => {
    const type = alias === spec.from ? spec.from : spec.joins[alias]?.to;
    if (!type) throw new Error(`no table is called ${alias}`);
    return type;
  };
  const special: [string, Field][] = [];
  const columns = Object.entries(spec.columns).map(([name, [alias, column]]) => {
    const field = fieldOf(typeOf(alias), column);
    if (field && (field.kind === 'bool' || field.kind === 'json')) special.push([name, field]);
    return `${alias}.${column} AS ${name}`;
  });
  const joins = Object.entries(spec.joins).map(
    ([
      alias,
      {
        to,
        by: [from, reference],
      },
    ]) => {
      const points = entityOf(typeOf(from)).fields[reference]?.target === to;
      const on = points ? `${alias}.id = ${from}.${reference}` : `${alias}.${reference} = ${from}.id`;
      if (!points) fieldOf(to, reference);
      return `LEFT JOIN ${to} AS ${alias} ON ${on} AND ${alias}.deleted_at IS NULL`;
    },
  );
  for (const name of [...spec.where, ...spec.order]) fieldOf(spec.from, name);
  const where = spec.where.map((name) => ` AND ${spec.from}.${name} IS ?`).join('');
  const order = spec.order.map((name) => `${spec.from}.${name}`).join(', ');
  const sql = `SELECT ${columns.join(', ')} FROM ${spec.from} ${joins.join(' ')}
    WHERE ${spec.from}.deleted_at IS NULL${where} ORDER BY ${order}`;
  return (db, ...values) => {
    const rows = prepared(db, sql).all(...values) as Record<string, unknown>[];
    if (special.length > 0)
      for (const row of rows) for (const [name, field] of special) row[name] = fromSql(field, row[name]);
    return rows as R[];
  };
}
