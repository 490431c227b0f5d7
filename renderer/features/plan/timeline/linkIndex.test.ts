import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLinkIndex, type LinkIndex, linksOf, scanLinks } from './linkIndex.ts';

const ROWS = 400;
const cases = fc.record({
  links: fc.array(fc.tuple(fc.nat(ROWS - 1), fc.nat(ROWS - 1)), { maxLength: 60 }),
  near: fc.array(fc.tuple(fc.nat(ROWS - 1), fc.integer({ min: -30, max: 30 })), { maxLength: 60 }),
  order: fc.integer({ min: 0, max: 3 }),
  first: fc.nat(ROWS - 1),
  rows: fc.integer({ min: 1, max: 90 }),
});

const clamp = (row: number) => Math.min(ROWS - 1, Math.max(0, row));

/** As in the outline, turned round, or with rows left out. */
function placesIn(order: number): Int32Array {
  let place = 0;
  return Int32Array.from({ length: ROWS }, (_, row) => {
    if (order === 0) return row;
    if (order === 1) return ROWS - 1 - row;
    return row % (order + 1) === 0 ? -1 : place++;
  });
}

function seen(index: LinkIndex, first: number, last: number): string[] {
  const out: string[] = [];
  index.visit(first, last, (link, from, to) => out.push(`${link}:${from}-${to}`));
  return out.sort();
}

describe('links of the rows in view', () => {
  it('are, each once, those that a look at every link finds, in any order of the rows', () => {
    fc.assert(
      fc.property(cases, ({ links, near, order, first, rows }) => {
        const all = [...links, ...near.map(([row, by]) => [row, clamp(row + by)] as const)];
        const ends = { from: all.map(([from]) => from), to: all.map(([, to]) => to) };
        const places = placesIn(order);
        const expected = seen(scanLinks(ends, places), first, first + rows);
        expect(seen(createLinkIndex(ends, places), first, first + rows)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  it('that cross the view from above to below it are among them', () => {
    const ends = { from: [0, 10], to: [399, 50] };
    expect(seen(createLinkIndex(ends, placesIn(0)), 20, 30)).toEqual(['0:0-399', '1:10-50']);
  });

  it('are those of the plan they are asked for, also after it has changed', () => {
    const places = placesIn(0);
    const before = { from: [1], to: [2] };
    const after = { from: [1, 2], to: [2, 3] };
    for (const ends of [before, before, after, after, after])
      expect(seen(linksOf(ends, places), 0, 9)).toHaveLength(ends.from.length);
  });
});
