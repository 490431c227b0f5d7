import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASPECTS, KANO_CLASSES } from '../../model/entities/expectation.ts';
import {
  type Aspect,
  type GapContext,
  type GapItem,
  type GapView,
  gapValues,
  gapView,
  timeValue,
  withTrend,
} from './gap.ts';
import { EXPECTATION_STATUSES } from './life.ts';

const context: GapContext = { startOn: '2026-01-01', today: '2026-03-01' };

const item = (no: number, aspect: Aspect, weight: number, part: Partial<GapItem> = {}): GapItem => ({
  id: `e${no}`,
  no,
  text: `${no}`,
  aspect,
  weight,
  kano: 'performance',
  status: 'identified',
  agreedPercent: null,
  plannedPercent: null,
  actualPercent: null,
  goalSigned: false,
  goalDueOn: null,
  keyOn: null,
  task: null,
  ...part,
});

const values = (agreed: number | null, planned: number | null, actual: number | null) => ({
  agreedPercent: agreed,
  plannedPercent: planned,
  actualPercent: actual,
});

/** 2026-04-11 is a hundred days after the start. */
const milestone = (finishOn: string, actualOn: string | null = null) => ({
  id: 't1',
  name: '通水',
  finishOn,
  actualOn,
  promisedOn: null,
});

/** Twenty expectations; every value below was computed by hand from docs/expectations.md. */
const twenty: readonly GapItem[] = [
  item(1, 'goal', 5, values(100, 100, 90)),
  item(2, 'goal', 5, values(90, 90, null)),
  item(3, 'scope', 6, values(100, 100, 100)),
  item(4, 'scope', 2, values(80, 60, 60)),
  item(5, 'scope', 2, values(null, 100, null)),
  item(6, 'deliverable', 4, values(100, 100, 110)),
  item(7, 'deliverable', 4, values(100, 100, 90)),
  item(8, 'deliverable', 2, { ...values(null, 50, null), kano: 'excitement' }),
  item(9, 'time', 5, {
    keyOn: '2026-04-11',
    task: milestone('2026-05-06'),
    goalSigned: true,
    goalDueOn: '2026-04-11',
  }),
  item(10, 'time', 5, { ...values(100, 40, null), keyOn: '2026-04-11', task: milestone('2026-04-11') }),
  item(11, 'time', 10, values(100, 95, null)),
  item(12, 'quality', 8, values(100, 100, 95)),
  item(13, 'quality', 2, { ...values(100, 100, 100), kano: 'basic' }),
  item(14, 'acceptance', 5, { ...values(100, 100, null), status: 'realised' }),
  item(15, 'acceptance', 5, values(100, 80, null)),
  item(16, 'service', 3, { ...values(null, 100, 150), kano: 'excitement' }),
  item(17, 'service', 3, values(100, 100, 100)),
  item(18, 'service', 4, { ...values(50, 50, null), kano: 'indifferent' }),
  item(19, 'cost', 10, values(95, 85, null)),
  item(20, 'cost', 10, { status: 'signed' }),
];

const replaced = (no: number, part: Partial<GapItem>): GapItem[] =>
  twenty.map((row) => (row.no === no ? { ...row, ...part } : row));
const axis = (view: GapView, aspect: Aspect) => view.axes.find((row) => row.aspect === aspect);
const figures = (view: GapView) =>
  view.axes.map(({ aspect, expected, agreed, planned, actual, current, gap }) => [
    aspect,
    expected,
    agreed,
    planned,
    actual,
    current,
    gap,
  ]);

describe('the gap of twenty expectations (MS-4, G24)', () => {
  it('has the values computed by hand on all eight axes', () => {
    expect(figures(gapView(twenty, context))).toEqual([
      ['goal', 100, 95, 95, 90, 90, -10],
      ['scope', 100, 95, 92, 90, 92, -8],
      ['deliverable', 100, 100, 100, 100, 100, 0],
      ['time', 100, 100, 92.5, null, 92.5, -7.5],
      ['quality', 100, 100, 100, 96, 96, -4],
      ['acceptance', 100, 100, 90, 100, 90, -10],
      ['service', 100, 100, 100, 125, 125, 25],
      ['cost', 100, 97.5, 85, null, 92.5, -7.5],
    ]);
  });

  it('names the direction of each gap', () => {
    expect(gapView(twenty, context).axes.map(({ direction }) => direction)).toEqual([
      'below',
      'below',
      'met',
      'below',
      'below',
      'below',
      'above',
      'below',
    ]);
  });

  it('is green at an average of 95 %, and red at the same average with one unmet basic expectation (G6)', () => {
    expect(gapView(twenty, context)).toMatchObject({ average: 95, status: 'good', unmetBasics: [] });
    const view = gapView(replaced(13, { actualPercent: 99 }), context);
    expect(view).toMatchObject({ average: 95, status: 'bad', unmetBasics: [{ id: 'e13', current: 99 }] });
  });

  it('lists apart what the client expects and nobody confirmed', () => {
    expect(gapView(twenty, context).unagreed.map(({ no }) => no)).toEqual([5, 8, 16]);
  });

  it('leaves a delight out that was not agreed, and counts it once it was (G6, G25)', () => {
    expect(axis(gapView(twenty, context), 'deliverable')?.planned).toBe(100);
    // (4·100 + 4·100 + 2·50) ÷ 10
    expect(axis(gapView(replaced(8, { goalSigned: true }), context), 'deliverable')?.planned).toBe(90);
  });

  it('changes the time axis with the date of a milestone and names who waits', () => {
    const before = gapView(twenty, context);
    // 50 days late instead of 25: 100 · 100 ÷ 150 = 66.67; (5·66.67 + 5·100 + 10·95) ÷ 20 = 89.2
    const after = gapView(replaced(9, { task: milestone('2026-05-31') }), context);
    expect(axis(before, 'time')?.current).toBe(92.5);
    expect(axis(after, 'time')?.current).toBe(89.2);
    expect(before.late).toMatchObject([{ id: 'e9', days: 25, task: '通水', forecastOn: '2026-05-06' }]);
    expect(after.late).toMatchObject([{ id: 'e9', days: 50 }]);
    expect(axis(withTrend(after, before), 'time')?.trend).toBe('worse');
    expect(axis(withTrend(before, after), 'time')?.trend).toBe('better');
    expect(axis(withTrend(after, before), 'cost')?.trend).toBe('same');
  });

  it('moves the time axis also when a dated expectation of another aspect slips', () => {
    const dated = replaced(6, { keyOn: '2026-04-11', task: milestone('2026-05-06') });
    // (5·80 + 5·100 + 10·95 + 4·80) ÷ 24 = 90.4
    expect(axis(gapView(dated, context), 'time')?.current).toBe(90.4);
    expect(axis(gapView(dated, context), 'deliverable')?.current).toBe(100);
    expect(gapView(dated, context).late.map(({ no }) => no)).toEqual([6, 9]);
  });
});

describe('the value of a date (MS-4)', () => {
  it('is the time there was as a share of the time it takes', () => {
    expect(timeValue('2026-04-11', '2026-05-06', '2026-01-01')).toBe(80);
    expect(timeValue('2026-04-11', '2026-04-11', '2026-01-01')).toBe(100);
    expect(timeValue('2026-04-11', '2026-02-01', '2026-01-01')).toBe(100);
  });

  it('counts at least thirty days, with a start unknown or after the key date', () => {
    expect(timeValue('2026-04-11', '2026-05-11', null)).toBe(50);
    expect(timeValue('2026-04-11', '2026-05-11', '2026-06-01')).toBe(50);
  });

  it('does not let an unfinished task be forecast for a day that has passed', () => {
    const late = item(1, 'time', 5, { keyOn: '2026-02-01', task: milestone('2026-02-01') });
    expect(gapView([late], context).late).toMatchObject([{ forecastOn: '2026-03-01', days: 28 }]);
    expect(gapValues(late, context).actual).toBeLessThan(100);
  });

  it('is settled by the day it was really finished', () => {
    const done = item(1, 'time', 5, { keyOn: '2026-02-01', task: milestone('2026-03-20', '2026-02-01') });
    expect(gapValues(done, context)).toMatchObject({ actual: 100 });
    expect(gapView([done], context).late).toEqual([]);
  });
});

const percent = fc.option(fc.integer({ min: 0, max: 200 }));
const anyItem: fc.Arbitrary<GapItem> = fc.record({
  id: fc.uuid(),
  no: fc.nat(1000),
  text: fc.constant('x'),
  aspect: fc.constantFrom(...ASPECTS),
  weight: fc.integer({ min: 1, max: 10 }),
  kano: fc.option(fc.constantFrom(...KANO_CLASSES)),
  status: fc.constantFrom(...EXPECTATION_STATUSES),
  agreedPercent: percent,
  plannedPercent: percent,
  actualPercent: percent,
  goalSigned: fc.boolean(),
  goalDueOn: fc.option(fc.constantFrom('2026-02-01', '2026-05-01')),
  keyOn: fc.option(fc.constantFrom('2026-02-15', '2026-04-11')),
  task: fc.option(fc.constantFrom(milestone('2026-01-20'), milestone('2026-06-30'))),
});

describe('every gap', () => {
  it('does not depend on the order of the expectations', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 20 }), (items) => {
        const [one, other] = [gapView(items, context), gapView([...items].reverse(), context)];
        expect(other.status).toBe(one.status);
        other.axes.forEach((row, i) => {
          const [a, b] = [row.current, one.axes[i]?.current ?? null];
          // Sums of the same numbers in another order may differ in the last digit before rounding.
          if (a === null || b === null) expect(a).toBe(b);
          else expect(Math.abs(a - b)).toBeLessThan(0.11);
        });
      }),
    );
  });

  it('stays inside 0 to 200, with every expectation on one axis and red with any unmet basic', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 20 }), (items) => {
        const view = gapView(items, context);
        expect(view.axes.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
        for (const { agreed, planned, actual, current } of view.axes)
          for (const value of [agreed, planned, actual, current])
            if (value !== null) expect(value >= 0 && value <= 200).toBe(true);
        if (view.unmetBasics.length > 0) expect(view.status).toBe('bad');
      }),
    );
  });

  it('never gets better on the time axis when a milestone moves back', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.option(fc.constant('2026-01-01')), (a, b, startOn) => {
        const day = (n: number) => new Date(Date.UTC(2026, 2, 1 + n)).toISOString().slice(0, 10);
        const at = (n: number) =>
          gapView([item(1, 'time', 3, { keyOn: '2026-04-11', task: milestone(day(n)) })], {
            ...context,
            startOn,
          }).axes[3]?.current ?? 0;
        expect(at(Math.max(a, b))).toBeLessThanOrEqual(at(Math.min(a, b)));
      }),
    );
  });
});
