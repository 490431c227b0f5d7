import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMoneyInput } from './moneyInput.ts';

function read(text: string, digits = 2): number | string | null {
  const answer = parseMoneyInput(text, digits);
  return answer.ok ? answer.minor : answer.code;
}

describe('parseMoneyInput', () => {
  it.each([
    ['12500', 1_250_000],
    ['12,500.00', 1_250_000],
    ['¥12,500.5', 1_250_050],
    ['￥１２．５万', 12_500_000],
    ['12.5萬', 12_500_000],
    ['12.5w', 12_500_000],
    ['1.2亿', 12_000_000_000],
    ['12.5k', 1_250_000],
    ['-300元', -30_000],
    ['NT$1,200', 120_000],
    ['0.07', 7],
    ['-0', 0],
    ['1.2300', 123],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('reads blank as no amount', () => {
    expect(read(' ')).toBe(null);
  });

  it('refuses what it would have to round', () => {
    expect(read('1.005')).toBe('PRECISION');
    expect(read('1.5', 0)).toBe('PRECISION');
    expect(read('1.23456万')).toBe(1_234_560);
    expect(read('1.2345678万')).toBe('PRECISION');
  });

  it('refuses amounts beyond exact integers', () => {
    expect(read('99999999亿')).toBe('RANGE');
  });

  it.each(['abc', '1,23', '1.2.3', '12万5', '¥', '--5', '1e5', '.'])('refuses %s', (text) => {
    expect(read(text)).toBe('UNREADABLE');
  });

  it('reads back every amount written with two decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), (minor) => {
        const abs = String(Math.abs(minor)).padStart(3, '0');
        const text = `${minor < 0 ? '-' : ''}${abs.slice(0, -2)}.${abs.slice(-2)}`;
        expect(read(text)).toBe(minor === 0 ? 0 : minor);
      }),
    );
  });
});
