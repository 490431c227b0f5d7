/**
 * Drizzle tables for typed read queries, derived from the registry like the SQL itself; a test compares
 * both with a migrated database.
 */
import type { NotNull } from 'drizzle-orm';
import { customType, type SQLiteCustomColumnBuilder, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Field, FieldMap } from '#shared/model/field.ts';
import { type EntityType, entityOf, entityTypes, type Registry } from '#shared/model/registry.ts';
import { fromSql, type SqlValue, toSql } from './codec.ts';

type ColumnBuilder<T> = SQLiteCustomColumnBuilder<{
  name: string;
  dataType: 'custom';
  columnType: 'SQLiteCustomColumn';
  data: T;
  driverParam: SqlValue;
  enumValues: undefined;
}>;

type ColumnsOf<F extends FieldMap> = {
  [K in keyof F]: F[K] extends Field<infer T, infer N>
    ? N extends true
      ? ColumnBuilder<T>
      : NotNull<ColumnBuilder<T>>
    : never;
};

function columnFor(name: string, field: Field) {
  const column = customType<{ data: unknown; driverData: SqlValue }>({
    dataType: () => field.storage,
    toDriver: (value) => toSql(field, value),
    fromDriver: (value) => fromSql(field, value),
  })(name);
  return field.nullable ? column : column.notNull();
}

const systemColumns = () => ({
  id: text('id').primaryKey(),
  created_at: text('created_at').notNull(),
  updated_at: text('updated_at').notNull(),
  deleted_at: text('deleted_at'),
  deleted_with: text('deleted_with'),
});

function tableFor<T extends EntityType>(type: T) {
  const own = Object.fromEntries(
    Object.entries(entityOf(type).fields).map(([name, field]) => [name, columnFor(name, field)]),
  ) as unknown as ColumnsOf<Registry[T]['fields']>;
  return sqliteTable(type as string, { ...systemColumns(), ...own });
}

type Tables = { readonly [T in EntityType]: ReturnType<typeof tableFor<T>> };

export const tables = Object.fromEntries(
  entityTypes.map((type) => [type, tableFor(type)]),
) as unknown as Tables;
