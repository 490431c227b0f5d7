import { createInstance, type i18n, type TFunction } from 'i18next';
import { useCallback, useContext, useSyncExternalStore } from 'react';
import { getI18n, I18nContext, initReactI18next } from 'react-i18next';
import { catalogues, type Locale, locales, matchLocale, namespaces } from '#shared/i18n/index.ts';
import { createFormat, type Format } from './format.ts';
import { withPlainTexts } from './plainTexts.ts';

export type { Format } from './format.ts';
export { createFormat } from './format.ts';

type AllNamespaces = ['common', ...(typeof namespaces)[number][]];

/** Translates `namespace:key`; a wrong key or a missing variable does not compile. */
export type T = TFunction<AllNamespaces>;

/** An i18next instance with every catalogue loaded: switching the language is synchronous and offline. */
export function createI18n(locale: Locale): i18n {
  const instance = createInstance();
  instance.use(initReactI18next);
  void instance.init({
    lng: locale,
    fallbackLng: false,
    supportedLngs: [...locales],
    defaultNS: 'common',
    ns: [...namespaces],
    resources: catalogues,
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
}

/** The texts of one language outside React (menus, tests, reports). */
export function fixedT(instance: i18n, locale?: Locale): T {
  const full = instance.getFixedT(locale ?? null, ['common', ...namespaces]) as T;
  return locale === undefined ? full : withPlainTexts(full, instance, locale);
}

/** Switches the language of the instance and of the document (`lang` chooses the Han glyph forms). */
export async function switchLocale(instance: i18n, locale: Locale, root: HTMLElement): Promise<void> {
  await instance.changeLanguage(locale);
  root.lang = locale;
}

export interface I18nTools {
  readonly t: T;
  readonly locale: Locale;
  readonly format: Format;
}

const formats = new Map<Locale, Format>();

/** The formatters of a language; made once, since `Intl` objects are dear. */
export function formatFor(locale: Locale): Format {
  const known = formats.get(locale);
  if (known) return known;
  const made = createFormat(locale);
  formats.set(locale, made);
  return made;
}

const toolsOf = new WeakMap<i18n, Map<Locale, I18nTools>>();

/** Made once for each language: a screen asks hundreds of times, and its parts compare what they were given. */
function toolsFor(instance: i18n, locale: Locale): I18nTools {
  const byLocale = toolsOf.get(instance) ?? new Map<Locale, I18nTools>();
  toolsOf.set(instance, byLocale);
  const known = byLocale.get(locale);
  if (known) return known;
  const made = { t: fixedT(instance, locale), locale, format: formatFor(locale) };
  byLocale.set(locale, made);
  return made;
}

/** Texts and formatters of the current language; re-renders when it changes. */
export function useI18n(): I18nTools {
  // Every catalogue is there from the start: no name spaces to wait for.
  const i18n = useContext(I18nContext)?.i18n ?? getI18n();
  const subscribe = useCallback(
    (changed: () => void) => {
      i18n.on('languageChanged', changed);
      return () => i18n.off('languageChanged', changed);
    },
    [i18n],
  );
  const language = useSyncExternalStore(subscribe, () => i18n.language);
  return toolsFor(i18n, matchLocale([language]));
}
