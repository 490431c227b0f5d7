import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KANO_CLASSES } from '../../model/entities/expectation.ts';
import {
  coefficientText,
  KANO_ORDER,
  type KanoPair,
  kanoCoefficients,
  kanoMajority,
  kanoOfPair,
  kanoQuarter,
  kanoResult,
  kanoTally,
} from './kano.ts';

const LETTER = {
  basic: 'M',
  performance: 'O',
  excitement: 'A',
  indifferent: 'I',
  reverse: 'R',
  questionable: 'Q',
};
const degrees = [1, 2, 3, 4, 5];
const pair = (functional: number, dysfunctional: number): KanoPair => ({ functional, dysfunctional });
const M = pair(2, 5);
const O = pair(1, 5);
const A = pair(1, 3);
const I = pair(3, 3);
const R = pair(5, 1);
const Q = pair(1, 1);

const anyPair = fc.record({
  functional: fc.integer({ min: 1, max: 5 }),
  dysfunctional: fc.integer({ min: 1, max: 5 }),
});

describe('the KANO evaluation table (G6)', () => {
  it('is the standard one, 5 × 5', () => {
    const rows = degrees.map((functional) =>
      degrees
        .map((dysfunctional) => LETTER[kanoOfPair(pair(functional, dysfunctional)) ?? 'basic'])
        .join(' '),
    );
    expect(rows).toEqual(['Q A A A O', 'R I I I M', 'R I I I M', 'R I I I M', 'R R R R Q']);
  });

  it('knows no class outside 1 to 5', () => {
    expect([pair(0, 3), pair(3, 6), pair(1.5, 2), pair(Number.NaN, 1)].map(kanoOfPair)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('the class of several respondents (G6)', () => {
  it('is that of the majority', () => {
    expect(kanoResult(null, [A, A, M, I]).kind).toBe('excitement');
    expect(kanoResult(null, []).kind).toBeNull();
  });

  it('decides ties M > O > A > I, and reverse and questionable last', () => {
    expect(kanoMajority(kanoTally([I, A, O, M]))).toBe('basic');
    expect(kanoMajority(kanoTally([I, A, O]))).toBe('performance');
    expect(kanoMajority(kanoTally([I, A]))).toBe('excitement');
    expect(kanoMajority(kanoTally([Q, R, I]))).toBe('indifferent');
    expect(kanoMajority(kanoTally([Q, R]))).toBe('reverse');
  });

  it('gives way to the class chosen by hand, and still says what was answered', () => {
    expect(kanoResult('basic', [A, A])).toMatchObject({
      kind: 'basic',
      answered: 'excitement',
      respondents: 2,
    });
  });

  it('has better and worse of the usual formula', () => {
    // A 2, O 1, M 3, I 2: better 3 ÷ 8, worse −4 ÷ 8
    const tally = kanoTally([A, A, O, M, M, M, I, I, R, Q]);
    expect(kanoCoefficients(tally)).toEqual({ better: 0.375, worse: -0.5 });
  });

  it('has none where only reverse or questionable answers are, shown as a dash', () => {
    expect(kanoCoefficients(kanoTally([R, Q]))).toEqual({ better: null, worse: null });
    expect(coefficientText(null)).toBe('—');
    expect(coefficientText(-0.5)).toBe('−0.50');
    expect(coefficientText(-0.001)).toBe('0.00');
  });

  it('counts every respondent once and keeps better in 0…1, worse in −1…0', () => {
    fc.assert(
      fc.property(fc.array(anyPair), (pairs) => {
        const { tally, better, worse, respondents, answered } = kanoResult(null, pairs);
        expect(respondents).toBe(pairs.length);
        expect(answered === null).toBe(pairs.length === 0);
        if (better !== null) expect(better >= 0 && better <= 1).toBe(true);
        if (worse !== null) expect(worse >= -1 && worse <= 0).toBe(true);
        if (answered !== null)
          for (const kind of KANO_ORDER) expect(tally[kind]).toBeLessThanOrEqual(tally[answered]);
      }),
    );
  });

  it('orders all classes of the model', () => {
    expect([...KANO_ORDER].sort()).toEqual([...KANO_CLASSES].sort());
  });
});

describe('the quarters of the scatter (G6)', () => {
  it('cut at one half', () => {
    expect(kanoQuarter({ better: 0.5, worse: -0.5 })).toBe('performance');
    expect(kanoQuarter({ better: 0.8, worse: -0.1 })).toBe('excitement');
    expect(kanoQuarter({ better: 0.1, worse: -0.8 })).toBe('basic');
    expect(kanoQuarter({ better: 0.1, worse: -0.1 })).toBe('indifferent');
    expect(kanoQuarter({ better: null, worse: null })).toBeNull();
  });
});
