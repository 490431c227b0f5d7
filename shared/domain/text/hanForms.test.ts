import fc from 'fast-check';
import { expect, it } from 'vitest';
import { simplified } from './hanForms.ts';

it.each([
  ['臺灣水務股份有限公司', '台湾水务股份有限公司'],
  ['華成營造', '华成营造'],
  ['張偉、陳國強、劉麗萍、鄭麗雲', '张伟、陈国强、刘丽萍、郑丽云'],
  ['機電與資訊發展總廠', '机电与资讯发展总厂'],
  ['Acme 水务 123', 'Acme 水务 123'],
])('%s for comparing is %s', (written, expected) => expect(simplified(written)).toBe(expected));

it('is done after one turn and keeps the number of characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = simplified(text);
      expect(simplified(once)).toBe(once);
      expect([...once]).toHaveLength([...text].length);
    }),
  );
});
