import { describe, expect, it } from 'vitest';
import { catalogues, locales, namespaces } from '#shared/i18n/index.ts';
import { createFormat } from './format.ts';
import { createI18n, fixedT } from './index.ts';

type Loose = (key: string, args?: Readonly<Record<string, unknown>>) => unknown;

/** Every text of a catalogue with its full key. */
function textsOf(at: unknown, path: string): [string, string][] {
  if (typeof at === 'string') return [[path, at]];
  if (typeof at !== 'object' || at === null) return [];
  return Object.entries(at).flatMap(([key, inner]) =>
    textsOf(inner, path.endsWith(':') ? path + key : `${path}.${key}`),
  );
}

/** A value for each variable of a text; `$` and braces must come through as they are. */
const argsFor = (text: string): Record<string, unknown> =>
  Object.fromEntries(
    [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = ''], i) => [
      name,
      i % 2 === 0 ? `a $& {b} ${name}` : i,
    ]),
  );

describe.each(locales)('the short way to plain texts in %s', (locale) => {
  const instance = createI18n(locale);
  const full = instance.getFixedT(locale, ['common', ...namespaces]) as unknown as Loose;
  const short = fixedT(instance, locale) as unknown as Loose;
  const all = namespaces.flatMap((name) => textsOf(catalogues[locale][name], `${name}:`));

  it('says what i18next says, for every text there is', () => {
    expect(all.length).toBeGreaterThan(1000);
    const different = all.filter(([key, text]) => {
      const args = argsFor(text);
      const given = Object.keys(args).length === 0 ? [] : [args];
      return short(key, ...given) !== full(key, ...given);
    });
    expect(different).toEqual([]);
  });

  it('leaves plurals, missing variables and unknown keys to i18next', () => {
    for (const [key, args] of [
      ['common:grid.selected', { count: 1 }],
      ['common:grid.selected', { count: 3 }],
      ['plan:time.week', { week: 4 }],
      ['plan:time.week', {}],
      ['plan:time', undefined],
      ['plan:no.such.text', undefined],
      ['today', undefined],
    ] as const)
      expect([key, short(key, args)]).toEqual([key, full(key, args)]);
  });

  it('writes small whole numbers as Intl does', () => {
    const format = createFormat(locale);
    const intl = new Intl.NumberFormat(locale);
    for (const value of [0, 1, 7, 42, 999, 1000, -5, -999, 123_456])
      expect(format.number(value)).toBe(intl.format(value));
  });
});
