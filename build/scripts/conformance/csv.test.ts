import { expect, it } from 'vitest';
import { parseCsv, readTable } from './csv.ts';

it('reads quotes with commas, line breaks and quotes, a mark in front and either line end', () => {
  expect(parseCsv('\ufeffa,b\r\n"1,5","two\nlines"\n"say ""hi""",\n\n')).toEqual([
    ['a', 'b'],
    ['1,5', 'two\nlines'],
    ['say "hi"', ''],
  ]);
});
it('finds cells by name', () => {
  const [row] = readTable('file,class\nplan.xml,A\n');
  expect([row?.('class'), row?.('file'), row?.('absent')]).toEqual(['A', 'plan.xml', '']);
});
