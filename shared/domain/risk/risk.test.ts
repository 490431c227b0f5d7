import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogues, locales } from '../../i18n/index.ts';
import { RISK_CHECKLIST } from './checklist.ts';
import { matrixCounts } from './matrix.ts';
import { nextReviewOn, reviewIsDue } from './review.ts';
import { isHighRisk, riskBand, riskScore } from './score.ts';
import { canOccur, nextStatus, RISK_STATUSES, type RiskFacts, statusProblems } from './workflow.ts';

const facts = (part: Partial<RiskFacts>): RiskFacts => ({
  status: 'identified',
  probability: null,
  impact: null,
  strategy: null,
  owner: null,
  actions: 0,
  ...part,
});
const codes = (risk: Partial<RiskFacts>, to: RiskFacts['status']) =>
  statusProblems(facts(risk), to).map((problem) => problem.code);

const anyRisk: fc.Arbitrary<RiskFacts> = fc.record({
  status: fc.constantFrom(...RISK_STATUSES),
  probability: fc.option(fc.integer({ min: 1, max: 5 })),
  impact: fc.option(fc.integer({ min: 1, max: 5 })),
  strategy: fc.option(fc.constantFrom('avoid', 'accept')),
  owner: fc.option(fc.constantFrom('', ' ', '张工')),
  actions: fc.integer({ min: 0, max: 3 }),
});

describe('score and band (W4)', () => {
  it('multiplies, and has no score while one degree is missing', () => {
    expect(riskScore(4, 5)).toBe(20);
    expect(riskScore(4, null)).toBeNull();
    expect([1, 4, 5, 9, 10, 16, 17, 25].map((score) => riskBand(score))).toEqual([
      'low',
      'low',
      'medium',
      'medium',
      'high',
      'high',
      'critical',
      'critical',
    ]);
  });
});

describe('workflow of a risk (X5)', () => {
  it('needs a rating to be assessed and a response to be planned', () => {
    expect(codes({}, 'assessed')).toEqual(['RATING_MISSING']);
    expect(codes({ probability: 2, impact: 2 }, 'assessed')).toEqual([]);
    expect(codes({ probability: 2, impact: 2 }, 'planned')).toEqual(['RESPONSE_MISSING']);
    expect(codes({ probability: 2, impact: 2, strategy: 'accept' }, 'planned')).toEqual([]);
    expect(codes({ probability: 2, impact: 2, actions: 1 }, 'planned')).toEqual([]);
  });

  it('names everything an open high risk lacks (K7)', () => {
    expect(codes({ probability: 5, impact: 4, strategy: 'avoid' }, 'open')).toEqual([
      'OWNER_MISSING',
      'PLAN_MISSING',
    ]);
    expect(codes({ probability: 5, impact: 4, owner: '张工', actions: 1 }, 'open')).toEqual([]);
    expect(codes({ probability: 5, impact: 4, owner: '  ', actions: 1 }, 'open')).toEqual(['OWNER_MISSING']);
  });

  it('reaches occurred only by the act that opens the issue', () => {
    expect(codes({ status: 'open' }, 'occurred')).toEqual(['OCCUR_FIRST']);
    expect(RISK_STATUSES.filter(canOccur)).toEqual(['identified', 'assessed', 'planned', 'open']);
  });

  it('lets every risk stay, close and go back to identified', () => {
    fc.assert(
      fc.property(anyRisk, (risk) => {
        expect(statusProblems(risk, risk.status)).toEqual([]);
        expect(statusProblems(risk, 'closed')).toEqual([]);
        expect(statusProblems(risk, 'identified')).toEqual([]);
      }),
    );
  });

  it('never opens a high risk without owner and plan, nor any without a rating', () => {
    fc.assert(
      fc.property(anyRisk, (risk) => {
        fc.pre(risk.status !== 'open' && statusProblems(risk, 'open').length === 0);
        expect(riskScore(risk.probability, risk.impact)).not.toBeNull();
        if (isHighRisk(risk.probability, risk.impact)) {
          expect(risk.owner?.trim()).toBeTruthy();
          expect(risk.actions).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('leads from identified to closed step by step', () => {
    const path = [];
    for (let at: RiskFacts['status'] | null = 'identified'; at !== null; at = nextStatus(at)) path.push(at);
    expect(path).toEqual(['identified', 'assessed', 'planned', 'open', 'closed']);
  });
});

describe('reviews (K9, WF6)', () => {
  it('come round every two weeks, until the risk is over', () => {
    expect(nextReviewOn('2026-12-25')).toBe('2027-01-08');
    expect(reviewIsDue({ status: 'open', review_on: '2026-11-21' }, '2026-11-21')).toBe(true);
    expect(reviewIsDue({ status: 'open', review_on: '2026-11-22' }, '2026-11-21')).toBe(false);
    expect(reviewIsDue({ status: 'closed', review_on: '2026-01-01' }, '2026-11-21')).toBe(false);
    expect(reviewIsDue({ status: 'open', review_on: null }, '2026-11-21')).toBe(false);
  });
});

describe('the matrix', () => {
  const degree = fc.integer({ min: 1, max: 5 });
  const rated = fc.tuple(degree, degree);
  const risk = fc
    .tuple(fc.option(rated), fc.option(rated), fc.constantFrom(...RISK_STATUSES))
    .map(([initial, residual, status]) => ({
      status,
      probability: initial?.[0] ?? null,
      impact: initial?.[1] ?? null,
      residual_probability: residual?.[0] ?? null,
      residual_impact: residual?.[1] ?? null,
    }));

  it('holds every risk that is not closed exactly once, rated or not', () => {
    fc.assert(
      fc.property(fc.array(risk), fc.constantFrom('initial' as const, 'residual' as const), (risks, view) => {
        const { cells, unrated } = matrixCounts(risks, view);
        const inCells = cells.reduce((sum, cell) => sum + cell.count, 0);
        expect(cells).toHaveLength(25);
        expect(inCells + unrated).toBe(risks.filter((r) => r.status !== 'closed').length);
      }),
    );
  });
});

describe('the checklist of typical risks (K4)', () => {
  it.each(locales)('has every text in %s', (locale) => {
    const texts = catalogues[locale].risk.checklist;
    expect(Object.keys(texts).sort()).toEqual(RISK_CHECKLIST.map((item) => item.key).sort());
  });
});
