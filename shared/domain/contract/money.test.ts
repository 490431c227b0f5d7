import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capitalAmount } from './capitals.ts';
import { budgetFigures, type Fee, feeStructure } from './identity.ts';
import { percentOf, sharesOf } from './money.ts';
import {
  cashByMonth,
  type DueEvent,
  dueOf,
  instalmentAmounts,
  outstandingOf,
  paymentState,
} from './payment.ts';
import { exposureOf, penaltyFor } from './penalty.ts';

const total = fc.integer({ min: 0, max: 9_000_000_000_000_00 });
/** Percents with at most two decimals that add up to exactly 100. */
const hundred = fc
  .uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 12 })
  .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 10_000])
  .map((edges) => edges.slice(1).map((edge, index) => (edge - (edges[index] ?? 0)) / 100));

describe('E2 amounts of instalments', () => {
  it('E2: 30/30/40 of a sum that does not divide adds up to the sum', () => {
    expect(sharesOf(100_00, [33.33, 33.33, 33.34])).toEqual([33_33, 33_33, 33_34]);
    expect(sharesOf(100_01, [30, 30, 40])).toEqual([30_00, 30_00, 40_01]);
    expect(sharesOf(1, [50, 50])).toEqual([1, 0]);
  });

  it('E2: shares of 100 % are exactly the contract sum, each within one minor unit', () => {
    fc.assert(
      fc.property(total, hundred, (amount, percents) => {
        const shares = sharesOf(amount, percents);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(amount);
        for (const [index, share] of shares.entries())
          expect(Math.abs(share - percentOf(amount, percents[index] ?? 0))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('E2: a fixed amount wins over a percent, and neither is unknown', () => {
    const stages = [
      { percent: 30, amountMinor: null },
      { percent: 50, amountMinor: 12_345 },
      { percent: null, amountMinor: null },
    ];
    expect(instalmentAmounts(100_000, stages)).toEqual([30_000, 12_345, null]);
    expect(instalmentAmounts(null, stages)).toEqual([null, 12_345, null]);
  });
});

const event = (patch: Partial<DueEvent>): DueEvent => ({
  rule: 'date',
  dueOn: null,
  signedOn: null,
  milestoneOn: null,
  milestoneDone: false,
  acceptedOn: null,
  acceptanceExpectedOn: null,
  dueDays: 0,
  ...patch,
});

describe('E2, X10 due day and state', () => {
  it('E2: the due day follows the milestone in the plan; the money may be asked for when it is reached', () => {
    const planned = event({ rule: 'milestone', milestoneOn: '2026-12-01', dueDays: 15 });
    expect(dueOf(planned, '2026-11-22')).toEqual({ dueOn: '2026-12-16', reached: false });
    expect(dueOf({ ...planned, milestoneOn: '2026-12-20' }, '2026-11-22').dueOn).toBe('2027-01-04');
    expect(dueOf({ ...planned, milestoneDone: true }, '2026-12-02').reached).toBe(true);
  });

  it('E2: signing, acceptance and fixed days', () => {
    expect(dueOf(event({ rule: 'signing', dueDays: 7 }), '2026-11-22')).toEqual({
      dueOn: null,
      reached: false,
    });
    expect(dueOf(event({ rule: 'signing', signedOn: '2026-11-20', dueDays: 7 }), '2026-11-22')).toEqual({
      dueOn: '2026-11-27',
      reached: true,
    });
    const acceptance = event({ rule: 'acceptance', acceptanceExpectedOn: '2027-01-10', dueDays: 10 });
    expect(dueOf(acceptance, '2026-11-22')).toEqual({ dueOn: '2027-01-20', reached: false });
    expect(dueOf({ ...acceptance, acceptedOn: '2027-01-12' }, '2027-01-12').dueOn).toBe('2027-01-22');
    expect(dueOf(event({ dueOn: '2026-11-22' }), '2026-11-22').reached).toBe(true);
  });

  it('X10: planned → due → claimed → overdue → received', () => {
    const facts = {
      amountMinor: 100,
      receivedMinor: 0,
      claimedOn: null,
      binding: true,
      dueOn: '2026-12-01',
      reached: false,
    };
    expect(paymentState(facts, '2026-11-22')).toBe('planned');
    // The plan says it is past, but the milestone has not been reached: nothing is owed yet.
    expect(paymentState(facts, '2026-12-24')).toBe('planned');
    const due = { ...facts, reached: true };
    expect(paymentState(due, '2026-11-22')).toBe('due');
    expect(paymentState({ ...due, claimedOn: '2026-11-21' }, '2026-11-22')).toBe('claimed');
    expect(paymentState(due, '2026-12-01')).toBe('due');
    expect(paymentState({ ...due, claimedOn: '2026-11-21' }, '2026-12-02')).toBe('overdue');
    expect(paymentState({ ...due, receivedMinor: 99 }, '2026-12-02')).toBe('overdue');
    expect(paymentState({ ...due, receivedMinor: 120 }, '2026-12-02')).toBe('received');
    expect(paymentState({ ...due, binding: false }, '2026-12-02')).toBe('planned');
  });

  it('E3: expected cash by month leaves out what is overdue, received or has no day', () => {
    const stage = (
      dueOn: string | null,
      outstandingMinor: number,
      state: 'planned' | 'overdue' | 'received',
    ) => ({
      dueOn,
      outstandingMinor,
      state,
    });
    expect(
      cashByMonth([
        stage('2027-01-05', 300, 'planned'),
        stage('2026-12-31', 100, 'planned'),
        stage('2027-01-20', 50, 'planned'),
        stage('2026-11-01', 70, 'overdue'),
        stage(null, 70, 'planned'),
        stage('2026-12-01', 0, 'received'),
      ]),
    ).toEqual([
      { month: '2026-12', amountMinor: 100, count: 1 },
      { month: '2027-01', amountMinor: 350, count: 2 },
    ]);
    expect(outstandingOf(100, 130)).toBe(0);
    expect(outstandingOf(null, 0)).toBe(0);
  });
});

describe('W5 the fee identity', () => {
  const stages = [
    { id: 'a', percent: 30, amountMinor: null },
    { id: 'b', percent: 70, amountMinor: null },
  ];
  const fee = (patch: Partial<Fee>): Fee => ({
    kind: 'extra',
    amountMinor: 10_000,
    approved: true,
    stageId: null,
    ...patch,
  });

  it('D4, W5: contract sum, instalments, extras and change fees, and the difference', () => {
    const found = feeStructure(500_000, stages, [
      fee({ stageId: 'b' }),
      fee({ kind: 'change', amountMinor: 25_000 }),
      fee({ approved: false, amountMinor: 7_000 }),
    ]);
    expect(found).toMatchObject({
      instalmentsMinor: 500_000,
      extrasMinor: 10_000,
      changesMinor: 25_000,
      openMinor: 7_000,
      unbilledMinor: 25_000,
      dueMinor: 535_000,
      billedMinor: 510_000,
      differenceMinor: -25_000,
      percent: 100,
    });
    expect(found.stages[1]).toEqual({ id: 'b', baseMinor: 350_000, feesMinor: 10_000, amountMinor: 360_000 });
  });

  it('E1, W5: with 100 % and every approved fee billed the difference is 0, whatever the sums', () => {
    fc.assert(
      fc.property(total, hundred, fc.array(fc.integer({ min: -1e9, max: 1e9 })), (amount, percents, fees) => {
        const list = percents.map((percent, index) => ({ id: String(index), percent, amountMinor: null }));
        const billed = fees.map((amountMinor, index) =>
          fee({ amountMinor, stageId: String(index % list.length), kind: index % 2 ? 'extra' : 'change' }),
        );
        const found = feeStructure(amount, list, billed);
        expect(found.differenceMinor).toBe(0);
        expect(found.stages.reduce((sum, one) => sum + (one.amountMinor ?? 0), 0)).toBe(found.dueMinor);
      }),
    );
  });

  it('W5: percents that are not 100 and an unknown sum are told, not refused', () => {
    expect(feeStructure(500_000, stages.slice(0, 1), []).differenceMinor).toBe(-350_000);
    expect(feeStructure(null, stages, []).differenceMinor).toBeNull();
    expect(
      feeStructure(
        1,
        [
          { id: 'a', percent: 0.1, amountMinor: null },
          { id: 'b', percent: 0.2, amountMinor: null },
        ],
        [],
      ).percent,
    ).toBe(0.3);
  });

  it('E4, E5, J2: variance of costs against the budget', () => {
    expect(budgetFigures(100_000, 112_500)).toEqual({
      plannedMinor: 100_000,
      spentMinor: 112_500,
      varianceMinor: 12_500,
      variancePercent: 12.5,
    });
    expect(budgetFigures(0, 500).variancePercent).toBeNull();
  });
});

describe('MS-12 penalty exposure', () => {
  const rule = { ratePercent: 0.1, graceDays: 2, capPercent: 5, basisMinor: 500_000_00 };

  it('MS-12: 9 days late, grace 2, 0.1 % a day of 500 000, cap 5 % are 3 500', () => {
    expect(penaltyFor(rule, 9)).toEqual({
      lateDays: 9,
      chargedDays: 7,
      amountMinor: 3_500_00,
      capped: false,
    });
  });

  it('MS-12: the cap holds, the grace costs nothing, early is not late', () => {
    expect(penaltyFor(rule, 90)).toMatchObject({ amountMinor: 25_000_00, capped: true });
    expect(penaltyFor(rule, 52)).toMatchObject({ amountMinor: 25_000_00, capped: false });
    expect(penaltyFor(rule, 2).amountMinor).toBe(0);
    expect(penaltyFor(rule, -5)).toEqual({ lateDays: 0, chargedDays: 0, amountMinor: 0, capped: false });
    expect(penaltyFor({ ...rule, capPercent: null }, 1002).amountMinor).toBe(500_000_00);
  });

  it('MS-12: an approved extension moves the day that counts and removes the exposure', () => {
    const late = { dueOn: '2026-12-01', extensionDays: 0, expectedOn: '2026-12-10', done: false };
    expect(exposureOf(rule, late, '2026-11-22').amountMinor).toBe(3_500_00);
    expect(exposureOf(rule, { ...late, extensionDays: 9 }, '2026-11-22')).toMatchObject({
      amountMinor: 0,
      extendedOn: '2026-12-10',
    });
    expect(exposureOf(rule, { ...late, expectedOn: '2026-12-03' }, '2026-11-22').amountMinor).toBe(0);
  });

  it('D7: what is open and past is measured with today, what is done with its day', () => {
    const past = { dueOn: '2026-11-01', extensionDays: 0, expectedOn: '2026-11-01', done: false };
    expect(exposureOf(rule, past, '2026-11-22')).toMatchObject({ lateDays: 21, measuredOn: '2026-11-22' });
    expect(exposureOf(rule, { ...past, done: true }, '2026-11-22').amountMinor).toBe(0);
  });

  it('D7: never below 0, never above the cap, never less for a later day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 1_000_000_000_00 }),
        fc.integer({ min: -100, max: 2_000 }),
        (rate, graceDays, capPercent, basisMinor, days) => {
          const any = { ratePercent: rate / 10_000, graceDays, capPercent, basisMinor };
          const { amountMinor } = penaltyFor(any, days);
          expect(amountMinor).toBeGreaterThanOrEqual(0);
          expect(amountMinor).toBeLessThanOrEqual(percentOf(basisMinor, capPercent));
          expect(penaltyFor(any, days + 1).amountMinor).toBeGreaterThanOrEqual(amountMinor);
        },
      ),
    );
  });
});

describe('E2 amounts in capitals', () => {
  it.each([
    [0, '零元整'],
    [5, '伍分'],
    [30, '叁角整'],
    [100, '壹元整'],
    [1_005, '壹拾元零伍分'],
    [140_950, '壹仟肆佰零玖元伍角整'],
    [600_714, '陆仟零柒元壹角肆分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [1_000_000, '壹万元整'],
    [10_001_010, '壹拾万零壹拾元壹角整'],
    [1_000_000_001_00, '壹拾亿零壹元整'],
    [12_345_678_901_23, '壹佰贰拾叁亿肆仟伍佰陆拾柒万捌仟玖佰零壹元贰角叁分'],
    [100_000_000_000_000, '壹万亿元整'],
    [-350_000, '负叁仟伍佰元整'],
  ])('E2: %i fen are %s', (minor, text) => {
    expect(capitalAmount(minor)).toBe(text);
  });

  it('E2: in the characters of Taiwan', () => {
    expect(capitalAmount(26_003_00, 'zh-TW')).toBe('貳萬陸仟零參元整');
  });

  it('E2: a zero never stands twice, never before a unit, never at the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900_000_000_000_000 }), (minor) => {
        expect(capitalAmount(minor)).not.toMatch(/零零|零[万亿元角分整拾佰仟]/);
      }),
    );
  });
});
