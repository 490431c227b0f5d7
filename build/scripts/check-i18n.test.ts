import { describe, expect, it } from 'vitest';
import { foreignCharacters } from './check-i18n.ts';
import { checkKeys, checkScript, checkUsage, checkVariables, usageOf } from './i18nRules.ts';

const set = (zh: Record<string, string>, en: Record<string, string>) => ({
  'zh-CN': { a: zh },
  en: { a: en },
});

describe('catalogue rules', () => {
  it('find keys that a language lacks, and empty texts', () => {
    expect(checkKeys(set({ x: '甲', y: '乙' }, { x: ' ' }))).toEqual([
      'en: a:y is missing',
      'en: a:x is empty',
    ]);
  });

  it('allow an English singular, and no Chinese one', () => {
    expect(
      checkKeys(set({ n_other: '{{count}} 项' }, { n_one: '1 item', n_other: '{{count}} items' })),
    ).toEqual([]);
    expect(checkKeys(set({ n_one: '一', n_other: '多' }, { n_other: 'many' }))).toEqual([
      'zh-CN: a:n_one: Chinese has no singular form',
    ]);
    expect(checkKeys(set({}, { n_one: 'one' }))).toEqual(['en: a:n_one has no a:n_other']);
  });

  it('find a variable that a translation drops', () => {
    expect(checkVariables(set({ x: '{{name}} 已删除' }, { x: 'Deleted' }), 'zh-CN')).toHaveLength(1);
    expect(checkVariables(set({ x: '{{a}}{{b}}' }, { x: '{{b}} of {{a}}' }), 'zh-CN')).toEqual([]);
    const singular = (text: string) =>
      set({ x_other: '{{count}} 次' }, { x_other: '{{count}}×', x_one: text });
    expect(checkVariables(singular('once'), 'zh-CN')).toEqual([]);
    expect(checkVariables(singular('{{number}} time'), 'zh-CN')).toHaveLength(1);
  });

  it('find characters of the other script', () => {
    const foreign = foreignCharacters();
    expect(checkScript('zh-TW', { a: { x: '专案', y: '專案後台' } }, foreign.inTaiwan)).toEqual([
      'zh-TW: a:x has 专 of the other script',
    ]);
    expect(checkScript('zh-CN', { a: { x: '項目', y: '项目后台' } }, foreign.inMainland)).toEqual([
      'zh-CN: a:x has 項 of the other script',
    ]);
  });

  it('find keys that are missing or unused, and follow keys made at run time', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is source text to be scanned
    const usage = usageOf("t('a:used'); t('a:gone'); t(`a:kind.${kind}`); t('b:other')", ['a']);
    const tree = { a: { used: '1', spare: '2', kind: { x: '3' }, fam: { y: '4' } } };
    expect(checkUsage(tree, usage, ['a:fam.'])).toEqual([
      'a:gone is used but not in the catalogue',
      'a:spare is not used anywhere',
    ]);
  });

  it('count a plural as used through its stem', () => {
    expect(checkUsage({ a: { n_other: '1' } }, usageOf("t('a:n', { count })", ['a']), [])).toEqual([]);
  });
});
