import { z } from 'zod';
import type { AttachmentKind } from './attachmentKinds.ts';
import { type Field, type FieldMap, instantSchema, type ValueOf } from './field.ts';

/** A broken rule of one record: which field, and the code whose text the user reads. */
export interface RuleIssue {
  readonly field: string;
  readonly code: string;
}

export interface EntitySpec<Type extends string, F extends FieldMap> {
  readonly type: Type;
  /** First part of every id, e.g. `cli` in `cli_0190…`. */
  readonly prefix: string;
  readonly fields: F;
  /**
   * Fields bound by a rule belong to one register: merged one by one they could break it.
   * A field that is in no composite is a register of its own.
   */
  readonly composites?: Readonly<Record<string, readonly (keyof F & string)[]>>;
  /** Field that names the record in lists, the trash and the undo history. */
  readonly title: keyof F & string;
  /** Rules over the fields of one record. Throwing is not needed: return what is broken. */
  readonly check?: (record: EntityRecord<F>) => readonly RuleIssue[];
  /** Days of which the first never lies after the second; times count by their day. */
  readonly days?: readonly (readonly [earlier: keyof F & string, later: keyof F & string])[];
  /** `generic`: the derived create/update/remove channels exist. `usecase`: only its own commands write it. `sealed`: and nobody removes it. */
  readonly writes?: 'generic' | 'usecase' | 'sealed';
  /** Columns that are indexed beside the references. */
  readonly indexes?: readonly (readonly (keyof F & string)[])[];
  /** Files the user hands over belong to its records (vouchers, photos); what new ones are. */
  readonly files?: AttachmentKind;
  /** Shown in the global search. */
  readonly searchable?: boolean;
}

/** What every record has besides its own fields. */
export interface SystemFields {
  readonly id: string;
  readonly created_at: string;
  readonly updated_at: string;
  /** Set while the record is in the trash. */
  readonly deleted_at: string | null;
  /** Records deleted by one action share it, so that they come back together. */
  readonly deleted_with: string | null;
}

export type EntityRecord<F extends FieldMap> = SystemFields & { readonly [K in keyof F]: ValueOf<F[K]> };

type HeavyKeys<F extends FieldMap> = {
  [K in keyof F]: F[K] extends { readonly heavy: true } ? K : never;
}[keyof F];

/** A record as lists have it: without its heavy fields. */
export type ListedRecord<F extends FieldMap> = Omit<EntityRecord<F>, HeavyKeys<F>>;

/** Fields a new record cannot do without: not nullable and without an initial value. */
export type RequiredKeys<F extends FieldMap> = {
  [K in keyof F]: F[K] extends { readonly nullable: true } | { readonly hasInitial: true } ? never : K;
}[keyof F];

export type CreateOf<F extends FieldMap> = { readonly [K in RequiredKeys<F>]: ValueOf<F[K]> } & {
  readonly [K in Exclude<keyof F, RequiredKeys<F>>]?: ValueOf<F[K]>;
};
export type PatchOf<F extends FieldMap> = { readonly [K in keyof F]?: ValueOf<F[K]> };

export interface Entity<Type extends string = string, F extends FieldMap = FieldMap>
  extends EntitySpec<Type, F> {
  /** Register name -> its fields, in definition order. Derived. */
  readonly registers: Readonly<Record<string, readonly string[]>>;
  readonly registerOf: Readonly<Record<string, string>>;
  /** Fields whose target owns the record. */
  readonly owners: readonly string[];
  readonly recordSchema: z.ZodType<EntityRecord<F>>;
  readonly listedSchema: z.ZodType<ListedRecord<F>>;
  /** Input of a new record: strict, fields that have an initial value may be left out. */
  readonly createSchema: z.ZodType<CreateOf<F>>;
  /** Strict; system fields are refused. */
  readonly patchSchema: z.ZodType<PatchOf<F>>;
  /** Schema of each field by itself, null included where it may be empty. */
  readonly valueSchemas: Readonly<Record<string, z.ZodType>>;
}

export const TOMBSTONE = 'deleted';

function valueSchema(field: Field): z.ZodType {
  return field.nullable ? field.schema.nullable() : field.schema;
}

function deriveRegisters(spec: EntitySpec<string, FieldMap>): {
  registers: Record<string, readonly string[]>;
  registerOf: Record<string, string>;
} {
  const registers: Record<string, readonly string[]> = {};
  const registerOf: Record<string, string> = {};
  for (const [name, fields] of Object.entries(spec.composites ?? {})) {
    registers[name] = fields;
    for (const field of fields) {
      if (registerOf[field]) throw new Error(`${spec.type}.${field} is in two registers`);
      registerOf[field] = name;
    }
  }
  for (const field of Object.keys(spec.fields)) {
    if (registerOf[field]) continue;
    if (registers[field]) throw new Error(`${spec.type}: register ${field} is named like a field`);
    registers[field] = [field];
    registerOf[field] = field;
  }
  return { registers, registerOf };
}

function deriveSchemas(fields: FieldMap) {
  const record: Record<string, z.ZodType> = {};
  const listed: Record<string, z.ZodType> = {};
  const create: Record<string, z.ZodType> = {};
  const patch: Record<string, z.ZodType> = {};
  for (const [name, field] of Object.entries(fields)) {
    const schema = valueSchema(field);
    record[name] = schema;
    if (!field.heavy) listed[name] = schema;
    const needed = !field.nullable && !field.hasInitial;
    create[name] = needed ? schema : schema.optional();
    if (!field.system) patch[name] = schema.optional();
  }
  const system = {
    id: z.string(),
    created_at: instantSchema,
    updated_at: instantSchema,
    deleted_at: instantSchema.nullable(),
    deleted_with: z.string().nullable(),
  };
  return {
    record: z.strictObject({ ...system, ...record }),
    listed: z.strictObject({ ...system, ...listed }),
    create: z.strictObject(create),
    patch: z.strictObject(patch),
    values: record,
  };
}

/** Declares an entity and derives its registers and schemas. The only way to make one. */
export function defineEntity<const Type extends string, F extends FieldMap>(
  spec: EntitySpec<Type, F>,
): Entity<Type, F> {
  const { registers, registerOf } = deriveRegisters(spec as unknown as EntitySpec<string, FieldMap>);
  const schemas = deriveSchemas(spec.fields);
  return {
    ...spec,
    registers,
    registerOf,
    owners: Object.keys(spec.fields).filter((name) => spec.fields[name]?.owned),
    recordSchema: schemas.record as unknown as z.ZodType<EntityRecord<F>>,
    listedSchema: schemas.listed as unknown as z.ZodType<ListedRecord<F>>,
    createSchema: schemas.create as unknown as z.ZodType<CreateOf<F>>,
    patchSchema: schemas.patch as unknown as z.ZodType<PatchOf<F>>,
    valueSchemas: schemas.values,
  };
}
