import { createInstance } from 'i18next';
import type { Say } from '#shared/domain/report/phrases.ts';
import { catalogues, type Locale, locales } from '#shared/i18n/index.ts';

let instance: ReturnType<typeof createInstance> | null = null;

/** The texts of reports in one language; the language of the report, not that of the app. */
export function reportTexts(locale: Locale): Say {
  if (instance === null) {
    instance = createInstance();
    void instance.init({
      lng: locale,
      fallbackLng: false,
      supportedLngs: [...locales],
      ns: ['report'],
      defaultNS: 'report',
      resources: Object.fromEntries(locales.map((l) => [l, { report: catalogues[l].report }])),
      initAsync: false,
      interpolation: { escapeValue: false },
    });
  }
  const t = instance.getFixedT(locale, 'report') as unknown as (key: string, values?: object) => string;
  return (key, values) => t(key, values);
}
