/** Languages of the user interface and of the reports, the source language first. */
export const locales = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof locales)[number];

/**
 * The shape a translation must have: the keys of the source catalogue, any text.
 * Chinese has one plural form, so the source holds `x_other` only; English may add `x_one`.
 */
export type Translated<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Translated<Source[Key]>;
} & {
  readonly [Key in keyof Source as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]?: string;
};

/**
 * The best of our languages for a list of BCP 47 tags, best first.
 * Every Chinese that is written with traditional characters gets zh-TW; no match gets zh-CN.
 */
export function matchLocale(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    const lower = tag.toLowerCase();
    if (/^zh\b.*(-hant|-tw|-hk|-mo)/.test(lower)) return 'zh-TW';
    if (/^zh\b/.test(lower)) return 'zh-CN';
    if (/^en\b/.test(lower)) return 'en';
  }
  return 'zh-CN';
}
