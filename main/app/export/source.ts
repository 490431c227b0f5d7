/** Typed reading of `source`: what an import kept besides the columns. Whatever is not of its kind counts as absent. */
import type { DurationFormat, MspdiFieldValue, RawElement } from '#shared/interchange/mspdi/model.ts';
import { durationFormat } from '#shared/interchange/mspdi/values.ts';
import { type Instant, parseLocal } from '#shared/schedule/calendar/instant.ts';

type Json = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRaw = (value: unknown): value is RawElement =>
  isRecord(value) && typeof value['name'] === 'string' && typeof value['xml'] === 'string';

export const instantOf = (local: string | null): Instant | null =>
  local === null ? null : parseLocal(local);

const READ = new WeakMap<object, Source>();

export class Source {
  readonly #json: Json;

  constructor(json: unknown) {
    this.#json = isRecord(json) ? json : {};
  }

  /** The `source` of a row as it is stored: text, read when it is first asked for. */
  static of(row: { readonly source: string | null }): Source {
    const known = READ.get(row);
    if (known) return known;
    const source = new Source(row.source === null ? null : JSON.parse(row.source));
    READ.set(row, source);
    return source;
  }

  has(name: string): boolean {
    return this.#json[name] !== undefined;
  }

  number(name: string): number | null {
    const value = this.#json[name];
    return typeof value === 'number' ? value : null;
  }

  text(name: string): string | null {
    const value = this.#json[name];
    return typeof value === 'string' ? value : null;
  }

  /** A value that is false is not kept. */
  flag(name: string): boolean {
    return this.#json[name] === true;
  }

  /** A wall-clock text as an instant. */
  local(name: string): Instant | null {
    return instantOf(this.text(name));
  }

  inner(name: string): Source {
    return new Source(this.#json[name]);
  }

  list(name: string): readonly Source[] {
    const value = this.#json[name];
    return Array.isArray(value) ? value.map((each) => new Source(each)) : [];
  }

  format(name: string): DurationFormat | null {
    const code = this.number(name) ?? this.inner(name).number('code');
    return code === null ? null : durationFormat(code);
  }

  /** Elements that the model does not name. */
  extra(): readonly RawElement[] {
    const value = this.#json['extra'];
    return Array.isArray(value) ? value.filter(isRaw) : [];
  }

  /** Values of custom fields. */
  fields(): readonly MspdiFieldValue[] {
    return this.list('fields').map((field) => ({
      fieldId: field.text('fieldId') ?? '',
      value: field.text('value'),
      durationFormat: field.number('durationFormat'),
      valueGuid: field.text('valueGuid'),
      extra: field.extra(),
    }));
  }

  effort() {
    return {
      work: this.number('work'),
      actualWork: this.number('actualWork'),
      remainingWork: this.number('remainingWork'),
      overtimeWork: this.number('overtimeWork'),
      cost: this.number('cost'),
      actualCost: this.number('actualCost'),
      remainingCost: this.number('remainingCost'),
    };
  }
}

/**
 * The value of the file if the column still says what the import made of it, else what the column says: columns
 * round, cut and have bounds, and they are what the user edits.
 */
export function exact<T>(written: T | null, column: T | null, stored: (written: T) => T | null): T | null {
  return written !== null && stored(written) === column ? written : column;
}
