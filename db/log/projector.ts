/**
 * Writes registers to the projection tables. It has no effects besides: it can replay the whole log
 * and must give the live tables again (tested as a property).
 */
import type { Database, Statement } from 'better-sqlite3';
import { TOMBSTONE } from '#shared/model/entity.ts';
import { type EntityType, entityOf } from '#shared/model/registry.ts';
import { rowDecoder, type SqlValue, toSql } from '../schema/codec.ts';
import { CREATION, type TombstoneValue } from './types.ts';

export type Row = Record<string, unknown>;

export class Projector {
  readonly #db: Database;
  readonly #statements = new Map<string, Statement>();
  readonly #inserts = new Map<
    EntityType,
    { readonly names: readonly string[]; readonly statement: Statement }
  >();
  readonly #decoders = new Map<EntityType, (row: Row) => Row>();

  constructor(db: Database) {
    this.#db = db;
  }

  #statement(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /** The stored record, in the trash or not; null if there is none. */
  read(entity: EntityType, id: string): Row | null {
    const row = this.#statement(`SELECT * FROM ${entity} WHERE id = ?`).get(id) as Row | undefined;
    if (!row) return null;
    let decode = this.#decoders.get(entity);
    if (!decode) {
      decode = rowDecoder(entityOf(entity));
      this.#decoders.set(entity, decode);
    }
    return decode(row);
  }

  /** Whether a record is there, without reading it: what it holds besides may be megabytes. */
  state(entity: EntityType, id: string): 'yes' | 'trash' | 'no' {
    const found = this.#statement(`SELECT deleted_at FROM ${entity} WHERE id = ?`).get(id) as
      | { deleted_at: string | null }
      | undefined;
    return found === undefined ? 'no' : found.deleted_at === null ? 'yes' : 'trash';
  }

  /** Sets one register. `at` becomes the record's time of change. */
  project(entity: EntityType, id: string, register: string, value: unknown, at: string): void {
    if (register === CREATION) this.#insert(entity, id, value as Row, at);
    else if (register === TOMBSTONE) this.#tombstone(entity, id, value as TombstoneValue | null, at);
    else this.#update(entity, id, register, value as Row, at);
  }

  /** Sets the time of change alone. */
  touch(type: EntityType, id: string, at: string): void {
    this.#statement(`UPDATE ${type} SET updated_at = ? WHERE id = ?`).run(at, id);
  }

  #insert(type: EntityType, id: string, values: Row, at: string): void {
    // Put together once: an import comes through here tens of thousands of times.
    let insert = this.#inserts.get(type);
    if (!insert) {
      const names = Object.keys(entityOf(type).fields);
      const sql = `INSERT INTO ${type} (id, created_at, updated_at, ${names.join(', ')}) VALUES (?, ?, ?${', ?'.repeat(names.length)})`;
      insert = { names, statement: this.#statement(sql) };
      this.#inserts.set(type, insert);
    }
    insert.statement.run(id, at, at, ...this.#values(type, insert.names, values));
  }

  #update(type: EntityType, id: string, register: string, values: Row, at: string): void {
    const names = entityOf(type).registers[register];
    if (!names) throw new Error(`${type} has no register ${register}`);
    const sets = names.map((name) => `${name} = ?`).join(', ');
    const sql = `UPDATE ${type} SET ${sets}, updated_at = ? WHERE id = ?`;
    this.#statement(sql).run(...this.#values(type, names, values), at, id);
  }

  #tombstone(type: EntityType, id: string, value: TombstoneValue | null, at: string): void {
    const sql = `UPDATE ${type} SET deleted_at = ?, deleted_with = ?, updated_at = ? WHERE id = ?`;
    this.#statement(sql).run(value?.at ?? null, value?.with ?? null, at, id);
  }

  #values(type: EntityType, names: readonly string[], values: Row): SqlValue[] {
    const { fields } = entityOf(type);
    return names.map((name) => {
      const field = fields[name];
      if (!field) throw new Error(`${type} has no field ${name}`);
      // A field added after this change was written starts with its initial value.
      return toSql(field, name in values ? values[name] : (field.initial ?? null));
    });
  }
}
