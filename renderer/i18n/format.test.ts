import { describe, expect, it } from 'vitest';
import { createFormat } from './format.ts';

describe('createFormat', () => {
  const cn = createFormat('zh-CN');
  const tw = createFormat('zh-TW');
  const en = createFormat('en');

  it('writes dates with the weekday of the language, whatever the time zone', () => {
    expect(cn.date('2026-11-21')).toBe('2026-11-21 周六');
    expect(tw.date('2026-11-21')).toBe('2026-11-21 週六');
    expect(en.date('2026-11-21')).toBe('2026-11-21 Sat');
  });

  it('writes instants in the zone it is given', () => {
    expect(cn.dateTime('2026-11-21T16:05:00Z', 'Asia/Shanghai')).toBe('2026-11-22 00:05');
    expect(en.time('2026-11-21T16:05:00Z', 'Asia/Taipei')).toBe('00:05');
  });

  it('writes money from minor units', () => {
    expect(cn.money(1_250_000, 'CNY')).toBe('¥12,500.00');
    expect(tw.money(1_250_000, 'TWD')).toBe('$12,500.00');
    expect(tw.money(1_250_000, 'CNY')).toBe('CN¥12,500.00');
    expect(en.money(1_250_000, 'CNY')).toBe('¥12,500.00');
    expect(cn.money(500, 'JPY')).toBe('JP¥500');
    expect(cn.moneyShort(12_500_000, 'CNY')).toBe('¥12.5万');
  });

  it('writes numbers, percentages and relative days', () => {
    expect(en.number(1234.5, 1)).toBe('1,234.5');
    expect(cn.percent(0.6)).toBe('60%');
    expect(cn.relativeDays(1)).toBe('明天');
    expect(en.relativeDays(-2)).toBe('2 days ago');
  });

  it('sorts mainland Chinese by sound', () => {
    expect(['王', '陈', '李'].sort(cn.compare)).toEqual(['陈', '李', '王']);
  });
});
