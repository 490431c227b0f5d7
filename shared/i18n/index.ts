import en from './en/index.ts';
import type { Locale, Translated } from './types.ts';
import zhCN from './zh-CN/index.ts';
import zhTW from './zh-TW/index.ts';

export { type Locale, locales, matchLocale, type Translated } from './types.ts';

/** The source catalogue; its keys and variables type every translation call. */
export type Catalogue = typeof zhCN;
export type Namespace = keyof Catalogue;

/** All texts, by language and namespace. A new namespace is added to the three `index.ts` files. */
export const catalogues: Readonly<Record<Locale, Translated<Catalogue>>> = {
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  en,
};

export const namespaces = Object.keys(zhCN) as Namespace[];
