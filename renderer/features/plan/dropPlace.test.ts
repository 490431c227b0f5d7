import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropAt, LEVEL_WIDTH } from './dropPlace.ts';
import type { PlanModel, PlanRow } from './model.ts';
import { fromSlider, toSlider } from './ZoomSlider.tsx';

/** An outline from its depths; ids are the places. */
function outline(depths: readonly number[]) {
  const open: number[] = [];
  const rows = depths.map((wanted, index) => {
    const depth = Math.min(wanted, open.length + 1);
    open.length = depth - 1;
    const parent = open.at(-1) ?? -1;
    open.push(index);
    return { index, id: `t${index}`, depth, parent } as PlanRow;
  });
  return { rows, model: { rows } as unknown as PlanModel };
}
type Plan = ReturnType<typeof outline>;

const drop = (plan: Plan, row: number, at: number, levels = 0) =>
  dropAt(plan, plan.rows[row] as PlanRow, { at, dx: levels * LEVEL_WIDTH });
const told = ({ target, place, depth }: ReturnType<typeof drop>) => `${place} ${target?.id} ${depth}`;

// A t0 > (t1, t2 > t3), B t4, C t5
const plan = outline([1, 2, 2, 3, 1, 1]);

describe('a row that is dragged', () => {
  it('keeps its level between rows that allow it', () => {
    expect(told(drop(plan, 5, 4.1))).toBe('after t0 1');
    expect(told(drop(plan, 1, 2.9))).toBe('before t3 3');
    expect(told(drop(plan, 5, 0.1))).toBe('before t0 1');
  });

  it('goes deeper to the right and higher to the left, as far as its neighbours allow', () => {
    expect([0, 1, 2, 3, 9].map((levels) => told(drop(plan, 5, 4.1, levels)))).toEqual([
      'after t0 1',
      'after t2 2',
      'after t3 3',
      'into t3 4',
      'into t3 4',
    ]);
    expect(told(drop(plan, 3, 5.9, -1))).toBe('into t5 2');
    expect(told(drop(plan, 3, 5.9, -2))).toBe('after t5 1');
  });

  it('is indented and outdented where it stands', () => {
    expect(told(drop(plan, 4, 4.5, 1))).toBe('after t2 2');
    expect(told(drop(plan, 5, 5.2, 1))).toBe('into t4 2');
    expect(told(drop(plan, 2, 2.5, -1))).toBe('after t0 1');
    // Something of the same level follows: it cannot go between, so the rows below become its own.
    expect(told(drop(plan, 1, 1.5, -1))).toBe('outdent t1 1');
  });

  it('goes inside a row it is dropped on, but not inside itself', () => {
    expect(told(drop(plan, 5, 4.5))).toBe('into t4 2');
    expect(drop(plan, 0, 3.5).refused).toBe(true);
    expect(drop(plan, 2, 3.5).refused).toBe(true);
  });

  it('always gets a level that its neighbours allow, and never a place inside itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }),
        fc.nat(11),
        fc.double({ min: 0, max: 11.99, noNaN: true }),
        fc.integer({ min: -6, max: 6 }),
        (depths, from, at, levels) => {
          const any = outline(depths);
          const row = from % any.rows.length;
          const found = drop(any, row, Math.min(at, any.rows.length - 0.01), levels);
          if (found.refused || found.target === null || found.place === 'outdent') return;
          let inner: PlanRow | undefined = found.target;
          while (inner) {
            expect(inner.index).not.toBe(row);
            inner = any.rows[inner.parent];
          }
          expect(found.depth).toBe(found.target.depth + (found.place === 'into' ? 1 : 0));
        },
      ),
    );
  });
});

it('the zoom slider reaches both ends and comes back to the scale it was set to', () => {
  expect([toSlider(0.03), toSlider(120), fromSlider(0), fromSlider(100)]).toEqual([0, 100, 0.03, 120]);
  for (const value of [1, 17, 50, 99]) expect(toSlider(fromSlider(value))).toBe(value);
});
