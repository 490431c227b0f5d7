/** Words for what comes from the core as codes: entities, fields, values, history labels, errors. */
import type { Format, T } from './index.ts';

type Args = Readonly<Record<string, string | number>>;
type Lookup = (key: string, args?: Args) => string;

/** Keys that are put together at run time; `shared/i18n/model.test.ts` proves that they exist. */
const lookup = (t: T): Lookup => t as unknown as Lookup;

/** What an entity is called, such as “Client”. */
export function entityName(t: T, type: string): string {
  return lookup(t)(`model:${type}.name`);
}

/** A name in the middle of a sentence: “Risk action” is “risk action” there, “KANO answer” and “風險” stay. */
export function insideSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** What a field of an entity is called. */
export function fieldName(t: T, type: string, field: string): string {
  return lookup(t)(`model:${type}.fields.${field}`);
}

/** What a value of an enum field is called. */
export function valueName(t: T, type: string, field: string, value: string): string {
  return lookup(t)(`model:${type}.enums.${field}.${value}`);
}

interface LabelLike {
  readonly key: string;
  readonly args: Args;
}

/** A history label in words: “Change client ‘Huacheng’”. */
export function labelText(t: T, label: LabelLike): string {
  const { entity, field } = label.args;
  const words = {
    ...label.args,
    ...(typeof entity === 'string' ? { entity: insideSentence(entityName(t, entity)) } : {}),
    ...(typeof entity === 'string' && typeof field === 'string' && field !== ''
      ? { field: insideSentence(fieldName(t, entity, field)) }
      : {}),
  };
  return lookup(t)(`undo:${label.key}`, words);
}

interface ErrorLike {
  readonly code: string;
  readonly args: Args;
  readonly reason?: string | undefined;
  readonly field?: string | undefined;
}

const isErrorLike = (error: unknown): error is ErrorLike =>
  typeof error === 'object' && error !== null && 'code' in error && 'args' in error;

/** Arguments as they are said: fields that an error names by their key get their names. */
function namedArgs(args: Args, nameOf: (entity: string, field: string) => string): Args {
  const { entity } = args;
  if (typeof entity !== 'string') return args;
  const named = (['earlier', 'later'] as const).flatMap((key) => {
    const field = args[key];
    return typeof field === 'string' ? [[key, nameOf(entity, field)] as const] : [];
  });
  return { ...args, ...Object.fromEntries(named) };
}

/** Codes of the schemas that say the same as one of ours. */
const ALIKE: Readonly<Record<string, string>> = { too_big: 'tooLong', too_small: 'BLANK' };

/**
 * What a refusal tells the user: its reason where there is a text for it, because it says what to do, else its code.
 * Entities it names are named as they are inside a sentence.
 */
export function errorText(t: T, error: unknown): string {
  if (!isErrorLike(error)) return t('errors:INTERNAL');
  const { entity } = error.args;
  const words = typeof entity === 'string' && entity !== '' ? { entity: entityName(t, entity) } : {};
  const named = namedArgs(error.args, (of, field) => fieldName(t, of, field));
  const args = { ...named, ...words };
  // A key that is not there is answered by itself, without its name space.
  const textOf = (key: string): string | null => {
    const text = lookup(t)(key, args);
    return text === key.slice(key.indexOf(':') + 1) ? null : text;
  };
  const reason = error.reason === undefined ? '' : (ALIKE[error.reason] ?? error.reason);
  const closest = reason === '' ? null : (textOf(`register:rule.${reason}`) ?? textOf(`reason:${reason}`));
  return closest ?? textOf(`errors:${error.code}`) ?? t('errors:INTERNAL');
}

/** Last part of the field an error names, or null. */
export function errorField(error: unknown): string | null {
  return isErrorLike(error) && error.field !== undefined ? (error.field.split('.').at(-1) ?? null) : null;
}

/** A wall-clock `YYYY-MM-DDTHH:MM:SS` as people read it. */
export function localText(format: Format, local: string): string {
  return `${format.date(local.slice(0, 10))} ${local.slice(11, 16)}`;
}
