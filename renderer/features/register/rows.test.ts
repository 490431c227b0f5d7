import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsWords, filterPredicates, type RowQuery, toggleOption, visibleRows } from './rows.ts';

interface Row {
  readonly name: string;
  readonly score: number | null;
}
const rows: readonly Row[] = [
  { name: '断供 Supplier', score: 12 },
  { name: '停电', score: null },
  { name: '变更 supply', score: 4 },
];
const query: RowQuery<Row> = {
  text: '',
  textOf: (row) => row.name,
  filters: [],
  sort: null,
  compare: (a, b) => a.localeCompare(b),
};
const names = (part: Partial<RowQuery<Row>>) => visibleRows(rows, { ...query, ...part }).map((r) => r.name);

describe('rows of a register', () => {
  it('are found by all words, whatever case and width', () => {
    expect(names({ text: ' ＳＵＰＰＬ ' })).toEqual(['断供 Supplier', '变更 supply']);
    expect(names({ text: 'supp 变更' })).toEqual(['变更 supply']);
    expect(names({ text: 'x' })).toEqual([]);
    expect(containsWords('a b', 'b a')).toBe(true);
  });

  it('stand sorted with what has no value last, up and down', () => {
    const key = (row: Row) => row.score;
    expect(names({ sort: { key, descending: false } })).toEqual(['变更 supply', '断供 Supplier', '停电']);
    expect(names({ sort: { key, descending: true } })).toEqual(['断供 Supplier', '变更 supply', '停电']);
  });

  it('pass one option of each filter', () => {
    const matches = (filter: string, row: Row, option: string) =>
      filter === 'rated' ? String(row.score !== null) === option : row.name.includes(option);
    const chosen = { rated: ['true'], name: ['断供', '停电'] };
    expect(names({ filters: filterPredicates(chosen, matches) })).toEqual(['断供 Supplier']);
  });

  it('are only ever left out or reordered', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer())), fc.boolean(), (values, descending) => {
        const shown = visibleRows(
          values.map((value) => ({ value })),
          {
            text: '',
            textOf: () => '',
            filters: [],
            sort: { key: (row) => row.value, descending },
            compare: query.compare,
          },
        );
        const sort = (list: readonly (number | null)[]) => [...list].map(String).sort();
        expect(sort(shown.map((row) => row.value))).toEqual(sort(values));
      }),
    );
  });
});

describe('filter options', () => {
  it('come and go, and an empty filter is no filter', () => {
    const one = toggleOption({}, 'status', 'open');
    const two = toggleOption(one, 'status', 'closed');
    expect(two).toEqual({ status: ['open', 'closed'] });
    expect(toggleOption(toggleOption(two, 'status', 'open'), 'status', 'closed')).toEqual({});
  });
});
