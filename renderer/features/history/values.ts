import type { Field } from '#shared/model/field.ts';
import { entityOf, typeOfId } from '#shared/model/registry.ts';
import type { Format, T } from '../../i18n/index.ts';
import { fieldName, localText, valueName } from '../../i18n/words.ts';

/** One changed field in words; null stands for “not there yet”. */
export interface FieldChange {
  readonly field: string;
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Values = Readonly<Record<string, unknown>>;

const LONG = 200;

/** Fields that only the program reads. */
const HIDDEN_KINDS = new Set(['rank', 'json']);

interface Words {
  readonly t: T;
  readonly format: Format;
  /** Currency of money fields. */
  readonly currency: string;
  /** Names of referenced records that are known. */
  readonly nameOf: (id: string) => string | undefined;
}

function valueText(type: string, name: string, field: Field, value: unknown, words: Words): string {
  const { t, format } = words;
  if (value === null || value === undefined || value === '') return t('common:state.empty');
  switch (field.kind) {
    case 'enum':
      return valueName(t, type, name, String(value));
    case 'bool':
      return value === true ? t('history:yes') : t('history:no');
    case 'date':
      return format.date(String(value));
    case 'instant':
      return format.dateTime(String(value));
    case 'local':
      return localText(format, String(value));
    case 'money':
      return format.money(Number(value), words.currency);
    case 'ref':
      return words.nameOf(String(value)) ?? t('history:otherRecord');
    case 'int':
    case 'real':
      return String(value);
    default:
      return String(value).length > LONG ? `${String(value).slice(0, LONG)}…` : String(value);
  }
}

const asValues = (value: unknown): Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};

/** The fields that one entry of the log set, each before and after, in words. Creation shows what is filled in. */
export function fieldChanges(
  id: string,
  change: { readonly before: unknown; readonly after: unknown },
  words: Words,
): readonly FieldChange[] {
  const type = typeOfId(id);
  if (type === null) return [];
  const { fields } = entityOf(type);
  const before = asValues(change.before);
  const after = asValues(change.after);
  const created = change.before === null;
  return Object.entries(fields).flatMap(([field, definition]) => {
    const known = field in before || field in after;
    if (!known || HIDDEN_KINDS.has(definition.kind)) return [];
    const was = before[field] ?? null;
    const is = after[field] ?? null;
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    // What every new record starts with says nothing about this one.
    if (created && JSON.stringify(is) === JSON.stringify(definition.initial)) return [];
    return [
      {
        field,
        name: fieldName(words.t, type, field),
        before: created ? null : valueText(type, field, definition, was, words),
        after: valueText(type, field, definition, is, words),
      },
    ];
  });
}
