import { createInstance } from 'i18next';
import { catalogues, type Locale, locales, namespaces } from '#shared/i18n/index.ts';
import { type EntityType, entityOf } from '#shared/model/registry.ts';

/** Text of a key, name space first. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

let instance: ReturnType<typeof createInstance> | null = null;

/** All texts in the language of a document; not that of the app. */
export function documentTexts(locale: Locale): Say {
  if (instance === null) {
    instance = createInstance();
    void instance.init({
      lng: locale,
      fallbackLng: false,
      supportedLngs: [...locales],
      ns: [...namespaces],
      defaultNS: 'document',
      resources: catalogues,
      initAsync: false,
      interpolation: { escapeValue: false },
    });
  }
  const t = instance.getFixedT(locale) as unknown as (key: string, values?: object) => string;
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
