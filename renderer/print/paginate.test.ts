import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MeasuredItem, paginate } from './paginate.ts';

const item = (id: string, height: number, more: Partial<MeasuredItem> = {}): MeasuredItem => ({
  id,
  height,
  keepNext: false,
  table: null,
  lines: null,
  ...more,
});

const ids = (pages: ReturnType<typeof paginate>) => pages.map((page) => page.map((p) => p.id));

test('items fill pages in order', () => {
  expect(ids(paginate([item('a', 60), item('b', 40), item('c', 1)], 100))).toEqual([['a', 'b'], ['c']]);
});

test('a heading never stands at the end of a page', () => {
  const items = [item('a', 80), item('h', 15, { keepNext: true }), item('b', 30)];
  expect(ids(paginate(items, 100))).toEqual([['a'], ['h', 'b']]);
});

test('the head of a table is counted on every page it is repeated on', () => {
  const table = { id: 't', headHeight: 20 };
  const rows = ['1', '2', '3', '4', '5'].map((id) => item(id, 30, { table }));
  expect(ids(paginate(rows, 100))).toEqual([['1', '2'], ['3', '4'], ['5']]);
});

test('a long text goes on on the next page with at least two lines on each', () => {
  const lines = { ends: [10, 20, 30, 40, 50, 60], lineHeight: 10, chrome: 0 };
  const pages = paginate([item('a', 65), item('text', 60, { lines })], 100);
  expect(pages).toEqual([
    [
      { id: 'a', from: 0, to: null },
      { id: 'text', from: 0, to: 30 },
    ],
    [{ id: 'text', from: 30, to: null }],
  ]);
  expect(ids(paginate([item('a', 85), item('text', 60, { lines })], 100))).toEqual([['a'], ['text']]);
});

const splittable = fc.record({
  count: fc.integer({ min: 4, max: 60 }),
  chrome: fc.integer({ min: 0, max: 10 }),
});
const anyItem = fc.record({
  height: fc.integer({ min: 1, max: 90 }),
  keepNext: fc.boolean(),
  table: fc.option(fc.constantFrom('t', 'u'), { nil: null }),
  split: fc.option(splittable, { nil: null }),
});

const LINE = 9;

const measured = fc.array(anyItem, { maxLength: 60 }).map((raw) =>
  raw.map(
    ({ height, keepNext, table, split }, index): MeasuredItem =>
      split === null
        ? item(String(index), height, {
            keepNext,
            table: table === null ? null : { id: table, headHeight: 8 },
          })
        : item(String(index), split.chrome + split.count * LINE, {
            lines: {
              ends: Array.from({ length: split.count }, (_, n) => (n + 1) * 10),
              lineHeight: LINE,
              chrome: split.chrome,
            },
          }),
  ),
);

test('the first of a chain that is longer than a page goes to the next page when it does not fit', () => {
  const chain = [
    item('0', 30),
    item('1', 64, { keepNext: true, table: { id: 't', headHeight: 8 } }),
    item('2', 29, { keepNext: true }),
  ];
  expect(paginate(chain, 100).map((page) => page.map((p) => p.id))).toEqual([['0'], ['1'], ['2']]);
});

test('nothing is lost, doubled, reordered or higher than its page', () => {
  fc.assert(
    fc.property(measured, (items) => {
      const byId = new Map(items.map((i) => [i.id, i]));
      const pages = paginate(items, 100);
      const order = pages.flat().map((p) => Number(p.id));
      expect(order).toEqual([...order].sort((a, b) => a - b));
      for (const { id, lines } of items) {
        const parts = pages.flat().filter((p) => p.id === id);
        expect(parts[0]?.from).toBe(0);
        expect(parts.at(-1)?.to).toBeNull();
        parts.slice(1).forEach((part, n) => {
          expect(part.from).toBe(parts[n]?.to);
        });
        if (lines === null) expect(parts).toHaveLength(1);
      }
      for (const page of pages) {
        let used = 0;
        let table: string | null = null;
        for (const { id, from, to } of page) {
          const it = byId.get(id);
          if (!it) throw new Error(id);
          if (it.table && it.table.id !== table) used += it.table.headHeight;
          table = it.table?.id ?? null;
          const count = it.lines ? ((to ?? it.lines.ends.at(-1) ?? 0) - from) / 10 : 0;
          used += it.lines ? it.lines.chrome + count * LINE : it.height;
        }
        expect(used).toBeLessThanOrEqual(101);
      }
    }),
  );
});
