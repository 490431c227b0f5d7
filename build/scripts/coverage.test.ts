import { expect, test } from 'vitest';
import { commentsIn, idsIn, scan, titlesIn } from './coverage/scan.ts';

const known = new Set(['A1', 'D1', 'D2', 'D3', 'G6', 'WF3', 'W5', 'X10']);

test('ids are found alone and in ranges, and nowhere inside other words', () => {
  expect([...idsIn('G6, WF3: KANO; X10', known)].sort()).toEqual(['G6', 'WF3', 'X10']);
  expect([...idsIn('D1–D3 and D2', known)].sort()).toEqual(['D1', 'D2', 'D3']);
  expect([...idsIn('D1-3', known)].sort()).toEqual(['D1', 'D2', 'D3']);
  expect([...idsIn('#A1, MS-A1, A12, sha256, B1, R-A1', known)]).toEqual([]);
});

test('titles come from tests and groups, texts from comments only', () => {
  const source =
    "/** G6 */ const x = 'A1'; // W5\ndescribe('G6: KANO', () => { test.each([1])('it\\'s %s', () => {}); });";
  expect(titlesIn(source)).toEqual(['G6: KANO', "it's %s"]);
  expect(commentsIn(source)).toBe('/** G6 */\n// W5');
});

test('code and tests of an id are told apart', () => {
  const { code, tests } = scan(
    [
      { file: 'shared/a.ts', source: '/** G6 */' },
      { file: 'shared/a.test.ts', source: "test('G6: counts', () => {}); /** W5 */" },
    ],
    known,
  );
  expect([...code]).toEqual([['G6', [{ file: 'shared/a.ts' }]]]);
  expect([...tests]).toEqual([['G6', [{ file: 'shared/a.test.ts', title: 'G6: counts' }]]]);
});
