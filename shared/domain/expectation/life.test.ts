import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectation } from '../../model/entities/expectation.ts';
import {
  EXPECTATION_STATUSES,
  type ExpectationFacts,
  type ExpectationStatus,
  isSmart,
  lifeProblems,
  nextLifeStatus,
} from './life.ts';

const facts = (part: Partial<ExpectationFacts> = {}): ExpectationFacts => ({
  status: 'identified',
  maslow: null,
  kano: null,
  factors: null,
  reasonableness: null,
  actual_percent: null,
  actual_text: null,
  answers: 0,
  fishbones: 0,
  guidances: 0,
  capability: null,
  goals: [],
  adjustments: 0,
  ...part,
});
const codes = (part: Partial<ExpectationFacts>, to: ExpectationStatus) =>
  lifeProblems(facts(part), to).map(({ code }) => code);

const ready: Partial<ExpectationFacts> = {
  kano: 'basic',
  reasonableness: 'ok',
  capability: 'can',
  goals: [{ smart: true, signed: true }],
};

const anyFacts: fc.Arbitrary<ExpectationFacts> = fc.record({
  status: fc.constantFrom(...EXPECTATION_STATUSES),
  maslow: fc.option(fc.constant('safety')),
  kano: fc.option(fc.constant('basic')),
  factors: fc.option(fc.constantFrom('', '雨季')),
  reasonableness: fc.option(fc.constantFrom('low' as const, 'ok' as const, 'high' as const)),
  actual_percent: fc.option(fc.integer({ min: 0, max: 200 })),
  actual_text: fc.option(fc.constantFrom(' ', '已达到')),
  answers: fc.nat(2),
  fishbones: fc.nat(1),
  guidances: fc.nat(1),
  capability: fc.option(fc.constantFrom('can' as const, 'with_conditions' as const, 'cannot' as const)),
  goals: fc.array(fc.record({ smart: fc.boolean(), signed: fc.boolean() }), { maxLength: 2 }),
  adjustments: fc.nat(1),
});

describe('the life of an expectation (X8)', () => {
  it('knows the statuses of the model in their order', () => {
    expect(expectation.fields.status.values).toEqual(EXPECTATION_STATUSES);
  });

  it('is analysed by Maslow, KANO, a fishbone or its factors (G5, G6, G7)', () => {
    expect(codes({}, 'analysed')).toEqual(['ANALYSIS_MISSING']);
    expect(codes({ factors: '  ' }, 'analysed')).toEqual(['ANALYSIS_MISSING']);
    for (const part of [
      { maslow: 'safety' },
      { kano: 'basic' },
      { answers: 1 },
      { fishbones: 1 },
      { factors: '雨季' },
    ])
      expect(codes(part, 'analysed')).toEqual([]);
  });

  it('is guided once it is rated, and with a result where it is too low or too high (G11, G13)', () => {
    const kano = 'basic';
    expect(codes({ kano }, 'guided')).toEqual(['REASONABLENESS_MISSING']);
    expect(codes({ kano, reasonableness: 'high' }, 'guided')).toEqual(['GUIDANCE_MISSING']);
    expect(codes({ kano, reasonableness: 'high', guidances: 1 }, 'guided')).toEqual([]);
    expect(codes({ kano, reasonableness: 'ok' }, 'guided')).toEqual([]);
  });

  it('gets no goal before the capability was checked, nor one that is not SMART (G10, G17)', () => {
    const base = { kano: 'basic', reasonableness: 'ok' } as const;
    expect(codes(base, 'goal_set')).toEqual(['CAPABILITY_MISSING', 'GOAL_MISSING']);
    expect(
      codes({ ...base, capability: 'cannot', goals: [{ smart: false, signed: false }] }, 'goal_set'),
    ).toEqual(['CAPABILITY_LACKING', 'GOAL_NOT_SMART']);
    expect(codes({ ...ready, goals: [{ smart: true, signed: false }] }, 'goal_set')).toEqual([]);
  });

  it('is signed only when both sides signed its goal (G18)', () => {
    expect(codes({ ...ready, goals: [{ smart: true, signed: false }] }, 'signed')).toEqual([
      'GOAL_NOT_SIGNED',
    ]);
    expect(codes(ready, 'signed')).toEqual([]);
    expect(codes(ready, 'tracked')).toEqual([]);
    expect(codes({ ...ready, status: 'tracked' }, 'adjusted')).toEqual(['ADJUSTMENT_MISSING']);
    expect(codes({ ...ready, status: 'tracked', adjustments: 1 }, 'adjusted')).toEqual([]);
  });

  it('ends only with the outcome written down', () => {
    expect(codes({}, 'realised')).toEqual(['OUTCOME_MISSING']);
    expect(codes({ actual_text: ' ' }, 'not_realised')).toEqual(['OUTCOME_MISSING']);
    expect(codes({ actual_percent: 0 }, 'not_realised')).toEqual([]);
  });

  it('leads from identified to realised, over an adjustment only when there is one', () => {
    const way = (adjustments: number): ExpectationStatus[] => {
      const path: ExpectationStatus[] = [];
      let at: ExpectationStatus | null = 'identified';
      while (at !== null) {
        path.push(at);
        at = nextLifeStatus({ status: at, adjustments });
      }
      return path;
    };
    expect(way(1)).toEqual(EXPECTATION_STATUSES.slice(0, 8));
    expect(way(0)).toEqual(EXPECTATION_STATUSES.filter((s) => s !== 'adjusted' && s !== 'not_realised'));
  });

  it('never reaches signed without a signed SMART goal, however it goes', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('signed' as const, 'tracked' as const), (some, to) => {
        const from = EXPECTATION_STATUSES.indexOf(some.status);
        fc.pre(from < EXPECTATION_STATUSES.indexOf(to) && lifeProblems(some, to).length === 0);
        expect(some.goals.some(({ smart, signed }) => smart && signed)).toBe(true);
        expect(some.reasonableness).not.toBeNull();
      }),
    );
  });

  it('lets everything stay and go back', () => {
    fc.assert(
      fc.property(anyFacts, (some) => {
        expect(lifeProblems(some, some.status)).toEqual([]);
        expect(lifeProblems(some, 'identified')).toEqual([]);
      }),
    );
  });
});

describe('a SMART goal (G17)', () => {
  it('has all five fields', () => {
    const goal = { specific: 'a', measurable: 'b', achievable: 'c', relevant: 'd', time_bound: 'e' };
    expect(isSmart(goal)).toBe(true);
    for (const field of Object.keys(goal)) expect(isSmart({ ...goal, [field]: ' ' })).toBe(false);
  });
});
