import { expect, test } from 'vitest';
import { type CauseRow, causeTrees } from '#shared/domain/expectation/causes.ts';
import { linesOf, type Move, targetOf } from './outline.ts';

const row = (id: string, parent_id: string | null, branch: CauseRow['branch'] = 'method'): CauseRow => ({
  id,
  parent_id,
  rank: id,
  branch,
  text: id,
  is_root: false,
});

// material: m — method: a (a1 (a11), a2), b
const trees = causeTrees('production', [
  row('a', null),
  row('a1', 'a'),
  row('a11', 'a1'),
  row('a2', 'a'),
  row('b', null),
  row('m', null, 'material'),
]);
const order = [...trees];
const lines = order.flatMap(([branch, nodes]) => linesOf(branch, nodes));
const target = (id: string, move: Move) => {
  const line = lines.find(({ node }) => node.id === id);
  return line ? targetOf(line, move, order) : undefined;
};

test('G7: lines stand from above to below, branch by branch', () => {
  expect(lines.map(({ node }) => `${node.depth}${node.id}`)).toEqual([
    '0m',
    '0a',
    '1a1',
    '2a11',
    '1a2',
    '0b',
  ]);
});

test('G7: a cause goes in below the one above it, and out behind its parent', () => {
  expect(target('b', 'in')).toEqual({ parentId: 'a', branch: 'method', beforeId: null });
  expect(target('a', 'in')).toBeNull();
  expect(target('a11', 'out')).toEqual({ parentId: 'a', branch: 'method', beforeId: 'a2' });
  expect(target('a2', 'out')).toEqual({ parentId: null, branch: 'method', beforeId: 'b' });
  expect(target('b', 'out')).toBeNull();
});

test('G7: a cause goes up and down among its own, and over to the next branch at the ends', () => {
  expect(target('a2', 'up')).toEqual({ parentId: 'a', branch: 'method', beforeId: 'a1' });
  expect(target('a1', 'down')).toEqual({ parentId: 'a', branch: 'method', beforeId: null });
  expect(target('a', 'up')).toEqual({ parentId: null, branch: 'material', beforeId: null });
  expect(target('m', 'down')).toEqual({ parentId: null, branch: 'method', beforeId: 'a' });
  expect(target('b', 'down')).toEqual({ parentId: null, branch: 'environment', beforeId: null });
  expect(target('a2', 'down')).toBeNull();
});
