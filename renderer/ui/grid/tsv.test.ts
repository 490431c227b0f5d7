import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromTsv, toTsv } from './tsv.ts';

describe('tab-separated text', () => {
  it('reads what a spreadsheet copies', () => {
    expect(fromTsv('安装\t3\r\n"两行\n文字"\t"a ""b"""\r\n')).toEqual([
      ['安装', '3'],
      ['两行\n文字', 'a "b"'],
    ]);
  });

  it('keeps empty cells and an open quote', () => {
    expect(fromTsv('a\t\tb\n"x')).toEqual([['a', '', 'b'], ['"x']]);
  });

  it('does not let a cell become a formula, and leaves numbers alone', () => {
    expect(toTsv([['=1+1', '@x', '-5', '+3%', '-cmd']])).toBe("'=1+1\t'@x\t-5\t+3%\t'-cmd");
  });

  it('reads back what it wrote', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', '中', '\t', '\n', '"', ' ', '1') })
      .map((text) => `x${text}`);
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          expect(fromTsv(toTsv(rows))).toEqual(rows);
        },
      ),
    );
  });
});
