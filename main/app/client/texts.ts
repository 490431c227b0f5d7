import { catalogues, type Locale } from '#shared/i18n/index.ts';
import { entityOf } from '#shared/model/registry.ts';

/** The text of a key in a language of its own, not that of the app; the key itself if there is none. */
export function textIn(
  locale: Locale,
  key: string,
  args: Readonly<Record<string, string | number>> = {},
): string {
  let at: unknown = catalogues[locale];
  for (const part of key.split(/[:.]/))
    at = typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[part] : undefined;
  if (typeof at !== 'string') return key;
  return at.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(args[name] ?? ''));
}

export const fieldName = (locale: Locale, entity: string, field: string): string =>
  textIn(locale, `model:${entity}.fields.${field}`);

/** A value of a field as people read it; empty for null. */
export function valueText(locale: Locale, entity: string, field: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (entityOf(entity).fields[field]?.kind === 'enum')
    return textIn(locale, `model:${entity}.enums.${field}.${String(value)}`);
  return String(value);
}
