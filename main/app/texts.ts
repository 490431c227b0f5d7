/** Texts in a language of their own: that of a document, a report or a client, not that of the app. */
import { createInstance } from 'i18next';
import { catalogues, type Locale, locales, type Namespace, namespaces } from '#shared/i18n/index.ts';
import { type EntityType, entityOf } from '#shared/model/registry.ts';

/** Text of a key, name space first. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

let instance: ReturnType<typeof createInstance> | null = null;

/** All texts in a language; `namespace` is that of the keys that name none. */
export function textsIn(locale: Locale, namespace: Namespace | null = null): Say {
  if (instance === null) {
    instance = createInstance();
    void instance.init({
      lng: locale,
      fallbackLng: false,
      supportedLngs: [...locales],
      ns: [...namespaces],
      resources: catalogues,
      initAsync: false,
      interpolation: { escapeValue: false },
    });
  }
  const t = instance.getFixedT(locale, namespace) as unknown as Say;
  return (key, values) => t(key, values);
}

/** Name of an enum value as the forms call it; null for none. */
export function enumText(say: Say, entity: EntityType, field: string, value: string | null): string | null {
  return value === null ? null : say(`model:${entity}.enums.${field}.${value}`);
}

/** Name of a field as the forms call it. */
export function fieldText(say: Say, entity: EntityType, field: string): string {
  if (!(field in entityOf(entity).fields)) throw new Error(`${entity} has no field ${field}`);
  return say(`model:${entity}.fields.${field}`);
}

/** A value of a field as people read it; empty for null. */
export function valueText(say: Say, entity: EntityType, field: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  return entityOf(entity).fields[field]?.kind === 'enum' ? (enumText(say, entity, field, text) ?? '') : text;
}
