import { describe, expect, it } from 'vitest';
import { foreignCharacters } from '#build/scripts/check-i18n.ts';
import { contents, type SampleLocale } from '#shared/sample/content/index.ts';

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

describe('scripts of the sample', () => {
  const foreign = foreignCharacters();
  it.each([
    ['zh-TW', foreign.inTaiwan],
    ['zh-CN', foreign.inMainland],
  ] as const)('%s writes its own characters', (locale, strangers) => {
    const found = texts(contents[locale]).flatMap((text) => [...text].filter((c) => strangers.has(c)));
    expect(found).toEqual([]);
    expect(strangers.size).toBeGreaterThan(1000);
  });
  it('leaves no Chinese in the English sample and none of it untranslated', () => {
    expect(texts(contents.en).filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
    const plain = (l: SampleLocale) =>
      texts({ ...contents[l].plan, ...contents[l].control, ...contents[l].tracking }).filter(
        (text) => text !== 'm²',
      );
    for (const locale of ['zh-CN', 'zh-TW'] as const)
      expect(plain(locale).filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });
});
