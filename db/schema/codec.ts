import { canonicalJson } from '#shared/model/canonical.ts';
import type { Entity } from '#shared/model/entity.ts';
import type { Field } from '#shared/model/field.ts';

/** A value as SQLite stores it. */
export type SqlValue = string | number | null;

/** Record value -> column. */
export function toSql(field: Field, value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  if (field.kind === 'bool') return value ? 1 : 0;
  // Canonical, so that a replay of the log gives the same bytes.
  if (field.kind === 'json') return canonicalJson(value);
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`${field.kind} cannot hold a ${typeof value}`);
}

/** Column -> record value. */
export function fromSql(field: Field, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (field.kind === 'bool') return value === 1;
  if (field.kind === 'json') return typeof value === 'string' ? JSON.parse(value) : null;
  return value;
}

/** Decoder of whole rows, made once per entity: only bool and json columns need work. */
export function rowDecoder(entity: Entity): (row: Record<string, unknown>) => Record<string, unknown> {
  const special = Object.entries(entity.fields).filter(([, f]) => f.kind === 'bool' || f.kind === 'json');
  return (row) => {
    for (const [name, field] of special) if (name in row) row[name] = fromSql(field, row[name]);
    return row;
  };
}
