import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDatePhrase } from './datePhrase.ts';

/** A Saturday. */
const TODAY = '2026-11-21';
const read = (text: string, today = TODAY): string | null => findDatePhrase(text, today)?.value ?? null;

describe('days in promises, as people say them (MS-5)', () => {
  it.each([
    ['下周三给您报价', '2026-11-25'],
    ['下下周一进场', '2026-11-30'],
    ['这周五前把图纸发过去', '2026-11-20'],
    ['3天内答复', '2026-11-24'],
    ['两周内完成返工', '2026-12-05'],
    ['五个工作日内出方案', '2026-11-27'],
    ['月底前结清', '2026-11-30'],
    ['下个月底验收', '2026-12-31'],
    ['12月5日交付样板间', '2026-12-05'],
    ['下月5号开工', '2026-12-05'],
    ['28号之前送到', '2026-11-28'],
    ['5号之前送到', '2026-12-05'],
    ['明天下午给您电话', '2026-11-22'],
    ['大后天来量尺寸', '2026-11-24'],
    ['年底前一定完工', '2026-12-31'],
    ['下周末前补齐资料', '2026-11-27'],
    ['十天之内换新的', '2026-12-01'],
  ])('zh-CN: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['下週三提供報價', '2026-11-25'],
    ['三天內回覆', '2026-11-24'],
    ['兩週後進場', '2026-12-05'],
    ['三個工作天內處理', '2026-11-25'],
    ['下個月底前完工', '2026-12-31'],
    ['下禮拜五補件', '2026-11-27'],
    ['週五前寄出', '2026-11-27'],
    ['一個月內完成', '2026-12-21'],
    ['後天過去看現場', '2026-11-23'],
    ['12月5號交屋', '2026-12-05'],
  ])('zh-TW: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['We will send the quote by next Wednesday.', '2026-11-25'],
    ['ready on Friday', '2026-11-27'],
    ['within 3 days', '2026-11-24'],
    ['in two weeks', '2026-12-05'],
    ['within five working days', '2026-11-27'],
    ['by the end of the month', '2026-11-30'],
    ['by end of next month', '2026-12-31'],
    ['by end of next week', '2026-11-27'],
    ['on 5 December', '2026-12-05'],
    ['December 5th at the latest', '2026-12-05'],
    ['tomorrow morning', '2026-11-22'],
    ['the day after tomorrow', '2026-11-23'],
    ['in a month', '2026-12-21'],
    ['Jan 5', '2027-01-05'],
  ])('en: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('says which words it read, so that they can be confirmed', () => {
    expect(findDatePhrase('好的，下周三给您报价', TODAY)).toEqual({
      phrase: '下周三',
      index: 3,
      value: '2026-11-25',
    });
  });

  it('takes the first day of a sentence that names two', () => {
    expect(read('周一开工，月底完工')).toBe('2026-11-23');
  });

  it.each(['尽快给您答复', 'as soon as possible', '报价 3,500 元', '2月30日', '', 'the sun is out 24/7'])(
    'finds no day in %j',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it('never throws, and finds nothing but days of the calendar', () => {
    const day = fc
      .integer({ min: 0, max: 60_000 })
      .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    const words = fc.constantFrom(
      '下',
      '周',
      '三',
      '月底',
      'next ',
      'week',
      '3',
      '天内',
      'end of ',
      'month',
      '日',
      '/',
      ' ',
    );
    fc.assert(
      fc.property(day, fc.array(words, { maxLength: 12 }), (today, parts) => {
        const found = findDatePhrase(parts.join(''), today);
        if (found) expect(new Date(`${found.value}T00:00:00Z`).toISOString().slice(0, 10)).toBe(found.value);
      }),
    );
  });
});
