/**
 * Building blocks of entity definitions. A field says once how a value is validated, stored,
 * shown and searched; table, schema, registers, IPC and forms are derived from it.
 */
import { z } from 'zod';

export type FieldKind =
  | 'text'
  | 'longText'
  | 'enum'
  | 'bool'
  | 'int'
  | 'real'
  | 'date'
  | 'instant'
  | 'local'
  | 'money'
  | 'ref'
  | 'rank'
  | 'json';

export type Storage = 'text' | 'integer' | 'real';

export interface Field<T = unknown, N extends boolean = boolean> {
  readonly kind: FieldKind;
  readonly storage: Storage;
  /** Validates one non-null value. */
  readonly schema: z.ZodType<T>;
  readonly nullable: N;
  /** Value of a new record when none is given. Nullable fields default to null. */
  readonly initial?: T;
  readonly hasInitial: boolean;
  /** Part of the search text of the record. */
  readonly searched: boolean;
  /** Enum members in their display order. */
  readonly values?: readonly string[];
  /** Entity type a `ref` points to. */
  readonly target?: string;
  /** The record belongs to the target: it goes to the trash with it. */
  readonly owned: boolean;
  /** Set by the core, never by a form or an import. */
  readonly system: boolean;
  /** Too large to travel with every list: it comes with the record alone. */
  readonly heavy?: boolean;
  /** The value is the SHA-256 of a file that is kept beside the store; how its name ends. */
  readonly file?: FileEnding;
}

/** One ending for all files of a field, or the one that belongs to the value of another field (its media type). */
export type FileEnding = string | { readonly field: string; readonly of: Readonly<Record<string, string>> };

type FieldOptions = {
  readonly search?: boolean;
  readonly system?: boolean;
};

type Optional<T> = Field<T, true> & { readonly hasInitial: false };
type Required<T> = Field<T, false> & { readonly hasInitial: false };
type WithInitial<T> = Field<T, false> & { readonly hasInitial: true };

function make<T>(
  kind: FieldKind,
  storage: Storage,
  schema: z.ZodType<T>,
  options: FieldOptions & { values?: readonly string[]; target?: string; owned?: boolean } = {},
): Optional<T> {
  return {
    kind,
    storage,
    schema,
    nullable: true,
    hasInitial: false,
    searched: options.search === true,
    owned: options.owned === true,
    system: options.system === true,
    ...(options.values ? { values: options.values } : {}),
    ...(options.target ? { target: options.target } : {}),
  };
}

/** The field must have a value; a new record needs it in its input. An empty text is not a value. */
export function required<T>(field: Optional<T>): Required<T> {
  const isText = field.kind === 'text' || field.kind === 'longText';
  const filled = (value: T): boolean => typeof value !== 'string' || value.trim() !== '';
  const schema = isText ? field.schema.refine(filled, { error: 'BLANK' }) : field.schema;
  return { ...field, schema, nullable: false };
}

/** The value may be large and no list shows it: lists leave it out, whoever needs it asks for the record. */
export function heavy<F extends Field>(field: F): F & { readonly heavy: true } {
  return { ...field, heavy: true };
}

/** The field always has a value; a new record starts with `initial`. */
export function initially<T>(field: Optional<T>, initial: NoInfer<T>): WithInitial<T> {
  return { ...field, nullable: false, initial, hasInitial: true };
}

// Unpaired surrogates cannot be stored as UTF-8: they would come back as another text.
const wellFormed = (value: string): boolean => !LONE_SURROGATE.test(value);
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** One line of text. `max` counts UTF-16 units; control characters are refused. */
export function text(max = 500, options: FieldOptions = {}): Optional<string> {
  const schema = z
    .string()
    .max(max)
    .refine((v) => v.trim() === v || v.trim().length > 0, { error: 'BLANK' })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
    .refine((v) => !/[\u0000-\u0008\u000A-\u001F\u007F]/.test(v), { error: 'CONTROL_CHARACTERS' })
    .refine(wellFormed, { error: 'MALFORMED_TEXT' });
  return make('text', 'text', schema, options);
}

/**
 * SHA-256 of a file that is kept beside the store under its hash. What is declared so goes into every backup.
 * @param ending without the dot
 */
export function contentFile(ending: FileEnding): Optional<string> {
  return { ...text(64, { system: true }), file: ending };
}

/** Text of several lines. */
export function longText(max = 20_000, options: FieldOptions = {}): Optional<string> {
  const schema = z
    .string()
    .max(max)
    .refine((v) => !v.includes('\u0000'), { error: 'CONTROL_CHARACTERS' })
    .refine(wellFormed, { error: 'MALFORMED_TEXT' });
  return make('longText', 'text', schema, options);
}

export function oneOf<const V extends readonly [string, ...string[]]>(
  values: V,
  options: FieldOptions = {},
): Optional<V[number]> {
  return make<V[number]>('enum', 'text', z.enum(values), { ...options, values });
}

export function bool(): Optional<boolean> {
  return make('bool', 'integer', z.boolean());
}

export function int(min: number, max: number, options: FieldOptions = {}): Optional<number> {
  return make('int', 'integer', z.int().min(min).max(max), options);
}

export function real(min: number, max: number): Optional<number> {
  return make('real', 'real', z.number().min(min).max(max));
}

const isRealDate = (value: string): boolean => {
  const [y, m, d] = value.slice(0, 10).split('-').map(Number) as [number, number, number];
  if (y < 1900 || y > 2200 || m < 1 || m > 12 || d < 1) return false;
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return d <= (days[m - 1] ?? 0);
};

/** `YYYY-MM-DD` in 1900–2200, a real calendar day. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'NOT_A_DATE' })
  .refine(isRealDate, { error: 'DATE_OUT_OF_RANGE' });

/** Wall-clock `YYYY-MM-DDTHH:MM:SS` without zone, as schedules use it. */
export const localSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/, { error: 'NOT_A_DATE' })
  .refine(isRealDate, { error: 'DATE_OUT_OF_RANGE' });

/** ISO-8601 instant in UTC with milliseconds. */
export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, { error: 'NOT_AN_INSTANT' });

/** A calendar day without zone; the column name ends in `_on`. */
export function date(options: FieldOptions = {}): Optional<string> {
  return make('date', 'text', dateSchema, options);
}

/** A wall-clock moment of a schedule; the column name ends in `_at`. */
export function local(options: FieldOptions = {}): Optional<string> {
  return make('local', 'text', localSchema, options);
}

/** An instant; the column name ends in `_at`. */
export function instant(options: FieldOptions = {}): Optional<string> {
  return make('instant', 'text', instantSchema, options);
}

/** Money in minor units (fen, cents); the column name ends in `_minor`. The currency is the project's. */
export function money(): Optional<number> {
  return make('money', 'integer', z.int().min(-9_000_000_000_000_00).max(9_000_000_000_000_00));
}

export const CURRENCIES = ['CNY', 'TWD', 'HKD', 'MOP', 'USD', 'EUR', 'GBP', 'JPY', 'SGD', 'MYR'] as const;

/** A reference to another record. `owned`: this record belongs to it and is deleted with it. */
export function ref(target: string, options: FieldOptions & { owned?: boolean } = {}): Optional<string> {
  return make('ref', 'text', idSchema, { ...options, target });
}

export const idSchema = z
  .string()
  .regex(/^[a-z]{2,4}_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** Manual order: a fractional index, so that a move writes one record. */
export function rank(): WithInitial<string> {
  return initially(make('rank', 'text', z.string().regex(/^[0-9A-Za-z]{1,200}$/), { system: true }), 'a0');
}

/** A structured value kept as JSON text. `max` limits its length in characters. */
export function json<S extends z.core.$ZodType>(
  schema: S,
  options: FieldOptions = {},
): Optional<z.core.output<S>> {
  // Named by its own type: to find `T` of `z.ZodType<T>` the compiler would compare every method of it.
  return make('json', 'text', schema as unknown as z.ZodType<z.core.output<S>>, options);
}

export type FieldMap = Readonly<Record<string, Field>>;
export type ValueOf<F> = F extends Field<infer T, infer N> ? (N extends true ? T | null : T) : never;
