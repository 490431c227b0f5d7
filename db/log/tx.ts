import type { Database } from 'better-sqlite3';
import type { ZodError } from 'zod';
import { AppError } from '#shared/ipc/errors.ts';
import { canonicalJson } from '#shared/model/canonical.ts';
import { type Entity, TOMBSTONE } from '#shared/model/entity.ts';
import { uuidv7 } from '#shared/model/id.ts';
import {
  type CreateInput,
  type EntityType,
  entityOf,
  entityTypes,
  type Patch,
  type RecordOf,
} from '#shared/model/registry.ts';
import { finish, type Steps } from '../engine/slices.ts';
import { prepared } from '../engine/statements.ts';
import { headHlc } from './heads.ts';
import type { Projector, Row } from './projector.ts';
import { type Change, type ChangeText, CREATION, type TombstoneValue, UNDO_MARK } from './types.ts';

export interface TxContext {
  readonly db: Database;
  readonly projector: Projector;
  readonly txnId: string;
  /** Time of the transaction, ISO-8601 UTC. */
  readonly at: string;
  readonly nowMs: number;
  readonly random: (bytes: Uint8Array) => void;
}

function validationError(entity: EntityType, error: ZodError, field?: string): AppError {
  const issue = error.issues[0];
  const inside = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.join('.');
  const path = field === undefined ? inside : [field, inside].filter(Boolean).join('.');
  const reason = issue?.code === 'custom' || issue?.code === 'invalid_format' ? issue.message : issue?.code;
  return new AppError(
    'VALIDATION',
    { entity, detail: reason ?? '' },
    { field: `${entity}.${path ?? ''}`, reason: reason ?? '' },
  );
}

const jsonOf = (value: unknown): string | null => (value === null ? null : canonicalJson(value));

const textOf = ({ entity, id, register, value, prev, prevHlc }: Change): ChangeText => ({
  entity,
  id,
  register,
  value: jsonOf(value),
  prev: jsonOf(prev),
  prevHlc,
});

/** What a transaction comes down to. */
export interface Settled {
  readonly changes: readonly Change[];
  readonly texts: readonly ChangeText[];
}

/**
 * The only way to change user data: handed to the body of a commit. It diffs against what is stored,
 * projects at once (so that the body sees its own writes) and remembers the changes for the log.
 */
export class Tx {
  readonly #ctx: TxContext;
  /** `id register` -> change; a register that is set twice keeps its first `prev`. */
  readonly #changes = new Map<string, Change>();
  /** Records set register by register: their rules hold for the sum, not for every step on the way. */
  readonly #unchecked = new Map<string, EntityType>();
  /** Rows as they are now, by `type id`: rules and the index ask for what the body has just written. */
  readonly #rows = new Map<string, Row | null>();

  constructor(ctx: TxContext) {
    this.#ctx = ctx;
  }

  /** For reads inside the transaction only. */
  get db(): Database {
    return this.#ctx.db;
  }

  /** Id of the transaction. */
  get id(): string {
    return this.#ctx.txnId;
  }

  get at(): string {
    return this.#ctx.at;
  }

  /**
   * Ends the body: drops what was set and set back again, and checks the records that undo put together.
   * @throws AppError RULE_BROKEN
   */
  settle(): Settled {
    return finish(this.settling());
  }

  /** `settle` in steps. */
  *settling(): Steps<Settled> {
    for (const [id, type] of this.#unchecked) {
      const row = this.readAny(type, id);
      if (row) this.#checkRules(entityOf(type), row);
    }
    const idle: Change[] = [];
    const changes: Change[] = [];
    const texts: ChangeText[] = [];
    for (const [key, change] of this.#changes) {
      yield;
      const text = textOf(change);
      if (change.register !== CREATION && text.prev === text.value) {
        idle.push(change);
        this.#changes.delete(key);
      } else {
        changes.push(change);
        texts.push(text);
      }
    }
    if (idle.length > 0) this.#restoreStamps(idle, new Set(changes.map(({ id }) => id)));
    return { changes, texts };
  }

  #restoreStamps(idle: readonly Change[], written: ReadonlySet<string>): void {
    for (const { entity, id } of idle) if (!written.has(id)) this.#restoreStamp(entity, id);
  }

  /** A record that ends as it began was not changed: its time of change is that of its last entry. */
  #restoreStamp(type: EntityType, id: string): void {
    const last = prepared(
      this.#ctx.db,
      'SELECT t.at FROM change c JOIN txn t ON t.seq = c.txn_seq WHERE c.id = ? ORDER BY t.seq DESC LIMIT 1',
    ).get(id) as { at: string } | undefined;
    if (last) this.#ctx.projector.touch(type, id, last.at);
    this.#rows.delete(`${type} ${id}`);
  }

  /** The change of one register so far, if there is one. */
  changed(id: string, register: string): Change | undefined {
    return this.#changes.get(`${id} ${register}`);
  }

  touched(): Map<EntityType, Set<string>> {
    const out = new Map<EntityType, Set<string>>();
    for (const change of this.#changes.values()) {
      const ids = out.get(change.entity) ?? new Set();
      ids.add(change.id);
      out.set(change.entity, ids);
    }
    return out;
  }

  newId(type: EntityType): string {
    return `${entityOf(type).prefix}_${uuidv7(this.#ctx.nowMs, this.#ctx.random)}`;
  }

  /** The record, or null if there is none or it is in the trash. */
  find<T extends EntityType>(type: T, id: string): RecordOf<T> | null {
    const row = this.readAny(type, id);
    return row && row.deleted_at === null ? (row as unknown as RecordOf<T>) : null;
  }

  /** The stored row, in the trash or not; null if there is none. */
  readAny(type: EntityType, id: string): Row | null {
    const key = `${type} ${id}`;
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    const row = this.#ctx.projector.read(type, id);
    this.#rows.set(key, row);
    return row;
  }

  exists(type: EntityType, id: string): 'yes' | 'trash' | 'no' {
    const known = this.#rows.get(`${type} ${id}`);
    if (known) return known.deleted_at === null ? 'yes' : 'trash';
    return this.#ctx.projector.state(type, id);
  }

  /** @throws AppError NOT_FOUND or IN_TRASH */
  get<T extends EntityType>(type: T, id: string): RecordOf<T> {
    const row = this.readAny(type, id);
    if (!row) throw new AppError('NOT_FOUND', { entity: type });
    if (row.deleted_at !== null) throw new AppError('IN_TRASH', { entity: type });
    return row as unknown as RecordOf<T>;
  }

  /** Creates a record and returns its id. @throws AppError VALIDATION, RULE_BROKEN */
  create<T extends EntityType>(type: T, values: CreateInput<T>, id: string = this.newId(type)): string {
    const entity = entityOf(type);
    const parsed = entity.createSchema.safeParse(values);
    if (!parsed.success) throw validationError(type, parsed.error);
    const given = parsed.data as Row;
    const full: Row = {};
    // Most fields of most records are empty, and the log keeps what is written for ever.
    const filled: Row = {};
    for (const [name, field] of Object.entries(entity.fields)) {
      full[name] = given[name] ?? field.initial ?? null;
      if (full[name] !== null) filled[name] = full[name];
    }
    this.#checkRules(entity, { id, ...full });
    this.#set(type, id, CREATION, filled, null, null);
    const { at } = this.#ctx;
    this.#rows.set(`${type} ${id}`, {
      id,
      created_at: at,
      updated_at: at,
      deleted_at: null,
      deleted_with: null,
      ...full,
    });
    return id;
  }

  /** Changes fields; registers whose value stays the same are not written. Returns whether any was. */
  update<T extends EntityType>(type: T, id: string, patch: Patch<T>): boolean {
    const parsed = entityOf(type).patchSchema.safeParse(patch);
    if (!parsed.success) throw validationError(type, parsed.error);
    return this.#apply(type, id, patch);
  }

  /** Like `update`, for use cases that may also set fields no form can: numbers, hashes, states. */
  updateSystem<T extends EntityType>(type: T, id: string, patch: Patch<T>): boolean {
    const { valueSchemas } = entityOf(type);
    for (const [name, value] of Object.entries(patch)) {
      const schema = valueSchemas[name];
      if (!schema) throw new AppError('VALIDATION', { entity: type }, { field: `${type}.${name}` });
      const valid = value === undefined ? null : schema.safeParse(value);
      if (valid?.success === false) throw validationError(type, valid.error, name);
    }
    return this.#apply(type, id, patch);
  }

  #apply<T extends EntityType>(type: T, id: string, patch: Patch<T>): boolean {
    const entity = entityOf(type);
    const before = this.get(type, id) as unknown as Row;
    const after: Row = { ...before };
    for (const [name, value] of Object.entries(patch)) if (value !== undefined) after[name] = value;
    this.#checkRules(entity, after);
    const registers = new Set(Object.keys(patch).map((name) => entity.registerOf[name] ?? name));
    let written = false;
    for (const register of registers)
      written = this.#setIfChanged(type, id, register, before, after) || written;
    return written;
  }

  /** Puts the record and everything it owns into the trash. */
  remove(type: EntityType, id: string): void {
    this.get(type, id);
    const stone: TombstoneValue = { at: this.#ctx.at, with: this.#ctx.txnId };
    const queue: [EntityType, string][] = [[type, id]];
    const seen = new Set<string>();
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [entity, current] = next;
      if (seen.has(current)) continue;
      seen.add(current);
      this.setTombstone(entity, current, stone);
      queue.push(...this.#ownedBy(entity, current));
    }
  }

  /** Takes the record and what was deleted together with it out of the trash. @throws OWNER_IN_TRASH */
  restore(type: EntityType, id: string): void {
    const row = this.readAny(type, id);
    if (!row) throw new AppError('NOT_FOUND', { entity: type });
    if (row.deleted_at === null) return;
    // It was never there as far as the user knows; redo is its way back.
    if (String(row.deleted_with).startsWith(UNDO_MARK)) throw new AppError('NOT_FOUND', { entity: type });
    for (const entity of entityTypes) {
      const batch = prepared(this.#ctx.db, `SELECT id FROM ${entity} WHERE deleted_with = ?`);
      for (const found of batch.all(row.deleted_with) as { id: string }[])
        this.setTombstone(entity, found.id, null);
    }
    for (const [entity, ids] of this.touched())
      for (const touched of ids) this.#requireOwners(entity, touched);
  }

  #requireOwners(type: EntityType, id: string): void {
    const row = this.readAny(type, id);
    const entity = entityOf(type);
    for (const name of entity.owners) {
      const target = entity.fields[name]?.target as EntityType;
      const owner = row?.[name];
      if (typeof owner !== 'string') continue;
      if (this.readAny(target, owner)?.deleted_at !== null)
        throw new AppError('OWNER_IN_TRASH', { entity: target });
    }
  }

  #ownedBy(type: EntityType, id: string): [EntityType, string][] {
    const out: [EntityType, string][] = [];
    for (const child of entityTypes) {
      const definition = entityOf(child);
      for (const name of definition.owners) {
        if (definition.fields[name]?.target !== type) continue;
        const sql = `SELECT id FROM ${child} WHERE ${name} = ? AND deleted_at IS NULL`;
        for (const row of prepared(this.#ctx.db, sql).all(id) as { id: string }[]) out.push([child, row.id]);
      }
    }
    return out;
  }

  /** Low level: used by remove, restore, undo and merge. */
  setTombstone(type: EntityType, id: string, value: TombstoneValue | null): void {
    const row = this.readAny(type, id);
    if (!row) throw new AppError('NOT_FOUND', { entity: type });
    const prev = row.deleted_at === null ? null : { at: row.deleted_at, with: row.deleted_with };
    if (canonicalJson(prev) === canonicalJson(value)) return;
    this.#set(type, id, TOMBSTONE, value, prev, headHlc(this.#ctx.db, id, TOMBSTONE));
  }

  /** Low level: sets one register of a record that may lie in the trash; used by undo. */
  setRegister(type: EntityType, id: string, register: string, values: Row): void {
    const row = this.readAny(type, id);
    if (!row) throw new AppError('NOT_FOUND', { entity: type });
    this.#unchecked.set(id, type);
    this.#setIfChanged(type, id, register, row, { ...row, ...values });
  }

  #setIfChanged(type: EntityType, id: string, register: string, before: Row, after: Row): boolean {
    const fields = entityOf(type).registers[register];
    if (!fields) throw new AppError('VALIDATION', { entity: type }, { field: `${type}.${register}` });
    const pick = (row: Row): Row => Object.fromEntries(fields.map((name) => [name, row[name] ?? null]));
    const prev = pick(before);
    const value = pick(after);
    if (canonicalJson(prev) === canonicalJson(value)) return false;
    // What is created here has no stamp yet, and the change becomes part of its creation.
    const created = this.#changes.has(`${id} ${CREATION}`);
    this.#set(type, id, register, value, prev, created ? null : headHlc(this.#ctx.db, id, register));
    return true;
  }

  #set(
    entity: EntityType,
    id: string,
    register: string,
    value: unknown,
    prev: unknown,
    prevHlc: string | null,
  ): void {
    this.#ctx.projector.project(entity, id, register, value, this.#ctx.at);
    this.#rows.delete(`${entity} ${id}`);
    const created = this.#changes.get(`${id} ${CREATION}`);
    if (created && register !== CREATION && register !== TOMBSTONE) {
      this.#changes.set(`${id} ${CREATION}`, {
        ...created,
        value: { ...(created.value as Row), ...(value as Row) },
      });
      return;
    }
    const key = `${id} ${register}`;
    const earlier = this.#changes.get(key);
    this.#changes.set(key, earlier ? { ...earlier, value } : { entity, id, register, value, prev, prevHlc });
  }

  #checkRules(entity: Entity, record: Row): void {
    const broken = entity.check?.(record as never)[0];
    if (!broken) return;
    throw new AppError(
      'RULE_BROKEN',
      { entity: entity.type },
      { field: `${entity.type}.${broken.field}`, reason: broken.code },
    );
  }
}
