import { createInstance } from 'i18next';
import { catalogues, type Locale, locales } from '#shared/i18n/index.ts';

let instance: ReturnType<typeof createInstance> | null = null;

/** Texts of communication in the language of the record that keeps them. */
export function communicationTexts(locale: Locale): (key: string, values?: object) => string {
  if (instance === null) {
    instance = createInstance();
    void instance.init({
      lng: locale,
      fallbackLng: false,
      supportedLngs: [...locales],
      ns: ['communication'],
      resources: Object.fromEntries(
        locales.map((name) => [name, { communication: catalogues[name].communication }]),
      ),
      initAsync: false,
      interpolation: { escapeValue: false },
    });
  }
  const t = instance.getFixedT(locale) as unknown as (key: string, values?: object) => string;
  return (key, values) => t(key, values);
}
