import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsScope, type ScopedTask, scopeCoverage } from './scope.ts';

const task = (id: string, values: Partial<ScopedTask> = {}): ScopedTask => ({
  id,
  summary: false,
  milestone: false,
  blank: false,
  active: true,
  buffer: false,
  scopeItemId: null,
  duration: 4800,
  ...values,
});

describe('H2: scope coverage', () => {
  it('asks only rows that are work for a scope item', () => {
    expect(needsScope(task('a'))).toBe(true);
    for (const values of [
      { summary: true },
      { milestone: true },
      { blank: true },
      { active: false },
      { buffer: true },
    ])
      expect(needsScope(task('a', values))).toBe(false);
  });

  it('tells work inside, outside and without scope, and items nobody planned', () => {
    const items = [
      { id: 'in1', side: 'in' },
      { id: 'in2', side: 'in' },
      { id: 'out', side: 'out' },
    ] as const;
    const found = scopeCoverage(
      [
        task('a', { scopeItemId: 'in1', duration: 3 * 4800 }),
        task('b', { scopeItemId: 'out' }),
        task('c'),
        task('d', { scopeItemId: 'deleted' }),
        task('e', { milestone: true }),
      ],
      items,
    );
    expect(found).toMatchObject({
      work: 4,
      covered: 1,
      outside: ['b'],
      without: ['c', 'd'],
      percent: 50,
      unplanned: ['in2'],
    });
  });

  it('has no share without work and counts rows where nothing lasts', () => {
    expect(scopeCoverage([], []).percent).toBeNull();
    const items = [{ id: 'i', side: 'in' }] as const;
    const rows = [task('a', { duration: 0, scopeItemId: 'i' }), task('b', { duration: 0 })];
    expect(scopeCoverage(rows, items).percent).toBe(50);
  });

  it('puts every row of work into exactly one of covered, outside and without', () => {
    const row = fc.record({
      summary: fc.boolean(),
      milestone: fc.boolean(),
      scopeItemId: fc.constantFrom(null, 'in', 'out', 'gone'),
      duration: fc.nat(100_000),
    });
    const items = [
      { id: 'in', side: 'in' },
      { id: 'out', side: 'out' },
    ] as const;
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const found = scopeCoverage(
          rows.map((values, i) => task(`t${i}`, values)),
          items,
        );
        expect(found.covered + found.outside.length + found.without.length).toBe(found.work);
        if (found.percent !== null) expect(found.percent).toBeGreaterThanOrEqual(0);
        if (found.percent !== null) expect(found.percent).toBeLessThanOrEqual(100);
      }),
    );
  });
});
