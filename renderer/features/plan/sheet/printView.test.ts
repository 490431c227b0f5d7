import { expect, it } from 'vitest';
import type { PlanRow } from '../model.ts';
import type { Arranged } from './arrange.ts';
import { printView } from './printView.ts';

const rows = (indexes: readonly number[]) =>
  indexes.map((index) => ({ index, depth: 2, name: `r${index}` })) as PlanRow[];
const arranged = (part: object) =>
  ({ outline: false, rows: [], level: () => 2, parent: () => false, ...part }) as unknown as Arranged;

it('the outline needs no view; a sorted one keeps its levels, a list and groups do not', () => {
  expect(printView(arranged({ outline: true, rows: rows([0, 1]) }))).toBeNull();
  expect(printView(arranged({ rows: rows([1, 0]) }))).toEqual({ flat: false, heads: [] });
  expect(printView(arranged({ rows: rows([1, 0]), level: () => 1 }))).toEqual({ flat: true, heads: [] });
});

it('headings stand before the row they were shown over, folded groups too', () => {
  expect(printView(arranged({ rows: rows([-2, 4, 5, -3, -4, 6]) }))?.heads).toEqual([
    { at: 0, name: 'r-2' },
    { at: 2, name: 'r-3' },
    { at: 2, name: 'r-4' },
  ]);
});
