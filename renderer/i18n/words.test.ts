import { expect, test } from 'vitest';
import { locales } from '#shared/i18n/index.ts';
import { entityTypes } from '#shared/model/registry.ts';
import { createI18n, fixedT } from './index.ts';
import { entityName, insideSentence, labelText } from './words.ts';

test('a name is small inside an English sentence, and an abbreviation stays as it is', () => {
  expect(insideSentence('Risk action')).toBe('risk action');
  expect(insideSentence('KANO answer')).toBe('KANO answer');
  const t = fixedT(createI18n('en'), 'en');
  expect(labelText(t, { key: 'update', args: { entity: 'risk_action', name: 'Order' } })).toBe(
    'Change risk action “Order”',
  );
});

test.each(locales.filter((locale) => locale !== 'en'))('names are the same everywhere in %s', (locale) => {
  const t = fixedT(createI18n(locale), locale);
  for (const type of entityTypes) expect(insideSentence(entityName(t, type)), type).toBe(entityName(t, type));
});
