import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDateInput } from './dateInput.ts';

/** A Saturday. */
const TODAY = '2026-11-21';

function read(text: string, today = TODAY): string | null {
  const answer = parseDateInput(text, today);
  return answer.ok ? answer.value : answer.code;
}

describe('parseDateInput', () => {
  it.each([
    ['今天', '2026-11-21'],
    ['明天', '2026-11-22'],
    ['後天', '2026-11-23'],
    ['Tomorrow', '2026-11-22'],
    ['yesterday', '2026-11-20'],
    ['+3d', '2026-11-24'],
    ['+3', '2026-11-24'],
    ['-1天', '2026-11-20'],
    ['＋２w', '2026-12-05'],
    ['+2周', '2026-12-05'],
    ['+1个月', '2026-12-21'],
    ['+1y', '2027-11-21'],
  ])('reads the relative day %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['周六', '2026-11-21'],
    ['周五', '2026-11-27'],
    ['週日', '2026-11-22'],
    ['星期天', '2026-11-22'],
    ['fri', '2026-11-27'],
    ['Friday', '2026-11-27'],
    ['本周五', '2026-11-20'],
    ['下周一', '2026-11-23'],
    ['next fri', '2026-11-27'],
    ['last friday', '2026-11-13'],
  ])('reads the weekday %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['11/28', '2026-11-28'],
    ['11-28', '2026-11-28'],
    ['11月28日', '2026-11-28'],
    ['1/5', '2027-01-05'],
    ['10/28', '2026-10-28'],
    ['20261128', '2026-11-28'],
    ['2026-11-28', '2026-11-28'],
    ['2026/1/5', '2026-01-05'],
    ['2026年11月28日', '2026-11-28'],
    ['28号', '2026-11-28'],
    ['2026-11-28 周六', '2026-11-28'],
    ['2026-11-29 週六', '2026-11-29'],
    ['2026-11-28 Sat', '2026-11-28'],
  ])('reads the date %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('takes the last day of a shorter month', () => {
    expect(read('+1m', '2026-01-31')).toBe('2026-02-28');
    expect(read('+1年', '2028-02-29')).toBe('2029-02-28');
  });

  it('reads blank as no date', () => {
    expect(read('  ')).toBe(null);
  });

  it.each(['2/30', '2026-13-01', '20260230', '+99999y'])('refuses %s, a day no calendar has', (text) => {
    expect(read(text)).toBe('NO_SUCH_DATE');
  });

  it.each(['soon', '周八', '+3q', '13', 'constructor', 'the', '2026'])('refuses %s as unreadable', (text) => {
    expect(read(text)).toBe('UNREADABLE');
  });

  it('reads every date it writes, and never throws', () => {
    const day = fc
      .integer({ min: -300_000, max: 300_000 })
      .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.string({ unit: 'binary' }), (date, junk) => {
        expect(read(date)).toBe(date);
        expect(read(date.replaceAll('-', ''))).toBe(date);
        expect(() => parseDateInput(junk, date)).not.toThrow();
      }),
    );
  });
});
