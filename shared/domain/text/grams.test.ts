import { expect, test } from 'vitest';
import { gramQuery, indexGrams } from './grams.ts';

test('Han words are found by their characters and pairs, rare ones outside the basic plane too', () => {
  expect(indexGrams('变更单')).toBe('变 更 单 变更 更单');
  expect(indexGrams('𠮷野家')).toBe('𠮷 野 家 𠮷野 野家');
  expect(gramQuery('𠮷野')).toBe('"𠮷野"');
});

test('nothing the user types can leave the quotes of the query', () => {
  expect(gramQuery('" OR 1 NOT (x*)')).toBe('"or"* AND "1"* AND "not"* AND "x"*');
  expect(gramQuery('，。!')).toBe('');
});
