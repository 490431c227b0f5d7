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
export function namedArgs(args: Args, nameOf: (entity: string, field: string) => string): Args {
  const { entity } = args;
  if (typeof entity !== 'string') return args;
  const named = (['earlier', 'later'] as const).flatMap((key) => {
    const field = args[key];
    return typeof field === 'string' ? [[key, nameOf(entity, field)] as const] : [];
  });
  return { ...args, ...Object.fromEntries(named) };
}

const REASONS: Readonly<Record<string, (t: T, args: Args) => string>> = {
  BLANK: (t) => t('reason:BLANK'),
  CONTROL_CHARACTERS: (t) => t('reason:CONTROL_CHARACTERS'),
  MALFORMED_TEXT: (t) => t('reason:MALFORMED_TEXT'),
  NOT_A_DATE: (t) => t('reason:NOT_A_DATE'),
  DATE_OUT_OF_RANGE: (t) => t('reason:DATE_OUT_OF_RANGE'),
  NOT_AN_EMAIL: (t) => t('reason:NOT_AN_EMAIL'),
  NEXT_STEP_MISSING: (t) => t('reason:NEXT_STEP_MISSING'),
  DATES_REVERSED: (t) => t('reason:DATES_REVERSED'),
  DAYS_OUT_OF_ORDER: (t, args) =>
    t('reason:DAYS_OUT_OF_ORDER', { earlier: args['earlier'] ?? '', later: args['later'] ?? '' }),
  NEGATIVE_SUM: (t) => t('reason:NEGATIVE_SUM'),
  AMOUNT_ZERO: (t) => t('reason:AMOUNT_ZERO'),
  SCORE_INCOMPLETE: (t) => t('reason:SCORE_INCOMPLETE'),
  ASSIGNED_TWICE: (t) => t('reason:ASSIGNED_TWICE'),
  SUMMARY_ASSIGNED: (t) => t('reason:SUMMARY_ASSIGNED'),
  RANGE_TOO_LONG: (t) => t('reason:RANGE_TOO_LONG'),
  PLAN_KEPT: (t) => t('reason:PLAN_KEPT'),
  RECURRENCE_ENDLESS: (t) => t('reason:RECURRENCE_ENDLESS'),
  RECURRENCE_EMPTY: (t) => t('reason:RECURRENCE_EMPTY'),
  NOT_RECURRING: (t) => t('reason:NOT_RECURRING'),
  PROMISE_STEP: (t) => t('reason:PROMISE_STEP'),
  PROMISE_OVERDUE: (t) => t('reason:PROMISE_OVERDUE'),
  PROMISE_NO_DATE: (t) => t('reason:PROMISE_NO_DATE'),
  PROMISE_SAME_DATE: (t) => t('reason:PROMISE_SAME_DATE'),
  PROJECT_MISSING: (t) => t('reason:PROJECT_MISSING'),
  OTHER_CLIENT: (t) => t('reason:OTHER_CLIENT'),
  IN_FUTURE: (t) => t('reason:IN_FUTURE'),
  too_big: (t) => t('reason:tooLong'),
  too_small: (t) => t('reason:BLANK'),
};

/** Why a value was refused, for below its field; the general text of the error where there is no closer one. */
export function errorText(t: T, error: unknown): string {
  if (!isErrorLike(error)) return t('errors:INTERNAL');
  const reason = error.reason === undefined ? undefined : REASONS[error.reason];
  if (reason && (error.code === 'VALIDATION' || error.code === 'RULE_BROKEN'))
    return reason(
      t,
      namedArgs(error.args, (entity, field) => fieldName(t, entity, field)),
    );
  const { entity } = error.args;
  const words = typeof entity === 'string' && entity !== '' ? { entity: entityName(t, entity) } : {};
  const text = lookup(t)(`errors:${error.code}`, { ...error.args, ...words });
  return text === error.code ? t('errors:INTERNAL') : text;
}

/** Last part of the field an error names, or null. */
export function errorField(error: unknown): string | null {
  return isErrorLike(error) && error.field !== undefined ? (error.field.split('.').at(-1) ?? null) : null;
}

/** A wall-clock `YYYY-MM-DDTHH:MM:SS` as people read it. */
export function localText(format: Format, local: string): string {
  return `${format.date(local.slice(0, 10))} ${local.slice(11, 16)}`;
}
