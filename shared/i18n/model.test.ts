import { expect, test } from 'vitest';
import { entityOf, entityTypes } from '#shared/model/registry.ts';
import { catalogues, locales } from './index.ts';

type Texts = Record<
  string,
  { name: string; fields: Record<string, string>; enums: Record<string, Record<string, string>> }
>;

test.each(locales)(
  'every entity, field and enum value has a name in %s, and no name is left over',
  (locale) => {
    const model = catalogues[locale].model as unknown as Texts;
    expect(Object.keys(model).sort()).toEqual([...entityTypes].sort());
    for (const type of entityTypes) {
      const { fields } = entityOf(type);
      const texts = model[type]!;
      expect(Object.keys(texts.fields).sort(), type).toEqual(Object.keys(fields).sort());
      const enums = Object.entries(fields).filter(([, field]) => field.values);
      expect(Object.keys(texts.enums).sort(), type).toEqual(enums.map(([name]) => name).sort());
      for (const [name, field] of enums)
        expect(Object.keys(texts.enums[name]!).sort(), name).toEqual([...field.values!].sort());
    }
  },
);
