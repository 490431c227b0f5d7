import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ADJUSTMENT_STATUSES,
  type AdjustmentFacts,
  adjustmentGaps,
  nextAdjustmentStatus,
  proposalGaps,
} from './adjustment.ts';
import { conformityBand, conformityTrend } from './conformity.ts';
import { delayGaps, followingMoves, type LateMilestone, lateBy, lateMilestones } from './delayNotice.ts';
import { type SealedFacts, sealText } from './seal.ts';
import { changedSinceSigning, signedCopy } from './signed.ts';
import {
  approvalGaps,
  canBeSigned,
  missingSides,
  requiredSides,
  SIGNED_BY_BOTH,
  type Side,
  signState,
} from './signing.ts';
import { isAgreed, SMART_FIELDS, smartGaps } from './smart.ts';

const whole = {
  specific: '手术室压差稳定',
  measurable: '15 Pa ± 3 Pa',
  achievable: '同类项目三次达到',
  relevant: '验收条件',
  time_bound: '2026-11-30 前',
};

describe('SMART goals', () => {
  it('names each of the five fields that is empty before signing, a blank one too (G17)', () => {
    expect(smartGaps(whole)).toEqual([]);
    expect(smartGaps({ ...whole, measurable: '  ', time_bound: null })).toEqual(['measurable', 'time_bound']);
    const nothing = Object.fromEntries(SMART_FIELDS.map((field) => [field, null])) as never;
    expect(smartGaps(nothing)).toEqual(SMART_FIELDS);
  });

  it('takes a withdrawn goal and one the client does not see off the confirmation (G17)', () => {
    expect(isAgreed({ status: 'draft', client_visible: true })).toBe(true);
    expect(isAgreed({ status: 'withdrawn', client_visible: true })).toBe(false);
    expect(isAgreed({ status: 'signed', client_visible: false })).toBe(false);
  });
});

describe('conformity of a goal (G19)', () => {
  it('shows the latest judgement by day and the change since the one before, in whatever order they came', () => {
    const trend = conformityTrend([
      { judged_on: '2026-11-20', conformity: 88 },
      { judged_on: '2026-11-06', conformity: 95 },
      { judged_on: '2026-11-13', conformity: 92 },
    ]);
    expect(trend.points.map(({ conformity }) => conformity)).toEqual([95, 92, 88]);
    expect(trend).toMatchObject({ latest: { conformity: 88 }, change: -4, direction: 'down' });
  });

  it('has no change with one judgement and nothing at all with none; a second one of a day replaces the first', () => {
    expect(conformityTrend([])).toEqual({ points: [], latest: null, change: null, direction: null });
    const day = { judged_on: '2026-11-06' };
    expect(
      conformityTrend([
        { ...day, conformity: 70 },
        { ...day, conformity: 90 },
      ]),
    ).toMatchObject({ points: [{ conformity: 90 }], change: null });
  });

  it('bands at 95 and 80 percent', () => {
    expect([100, 95, 94, 80, 79, 0].map(conformityBand)).toEqual([
      'good',
      'good',
      'fair',
      'fair',
      'bad',
      'bad',
    ]);
  });
});

const proposal: AdjustmentFacts = {
  status: 'proposed',
  reason: '规范更新',
  before: '换气 6 次/时',
  after: '换气 8 次/时',
  impact_cost_minor: 0,
  impact_days: 3,
  impact_resource: '多一名调试员',
  negotiations: 0,
  signed: false,
};

describe('expectation adjustment (X2, G22)', () => {
  it('is negotiated only with reason, content and all three impacts; 0 is an impact, empty is not', () => {
    expect(adjustmentGaps(proposal, 'negotiating')).toEqual([]);
    const bare = {
      ...proposal,
      reason: ' ',
      before: null,
      after: null,
      impact_cost_minor: null,
      impact_days: null,
      impact_resource: null,
    };
    expect(adjustmentGaps(bare, 'negotiating').map(({ code }) => code)).toEqual([
      'REASON_MISSING',
      'BEFORE_MISSING',
      'AFTER_MISSING',
      'COST_MISSING',
      'DAYS_MISSING',
      'RESOURCE_MISSING',
    ]);
    expect(proposalGaps({ ...proposal, after: ' 换气 6 次/时 ' })).toEqual([
      { field: 'after', code: 'NOTHING_CHANGES' },
    ]);
  });

  it('is confirmed only while negotiating, with a negotiation written down and both signatures (X2)', () => {
    const talked: AdjustmentFacts = { ...proposal, status: 'negotiating', negotiations: 1, signed: true };
    expect(adjustmentGaps(talked, 'confirmed')).toEqual([]);
    expect(adjustmentGaps({ ...talked, signed: false }, 'confirmed')).toEqual([
      { field: 'signatures', code: 'SIGNATURES_MISSING' },
    ]);
    expect(adjustmentGaps({ ...talked, negotiations: 0 }, 'confirmed')).toEqual([
      { field: 'negotiation', code: 'NEGOTIATION_MISSING' },
    ]);
    expect(adjustmentGaps({ ...proposal, signed: true, negotiations: 1 }, 'confirmed')).toEqual([
      { field: 'status', code: 'NOT_FROM_HERE' },
    ]);
  });

  it('never leaves confirmed, and no path leads there without both signatures (X2)', () => {
    const status = fc.constantFrom(...ADJUSTMENT_STATUSES);
    fc.assert(
      fc.property(fc.array(fc.tuple(status, fc.boolean(), fc.nat(2)), { maxLength: 30 }), (steps) => {
        let now: AdjustmentFacts = proposal;
        for (const [to, signed, negotiations] of steps) {
          const before = now.status;
          const facts = { ...now, signed, negotiations };
          if (adjustmentGaps(facts, to).length > 0) continue;
          if (before === 'confirmed') expect(to).toBe('confirmed');
          else if (to === 'confirmed')
            expect([before, signed, negotiations > 0]).toEqual(['negotiating', true, true]);
          now = { ...facts, status: to };
        }
      }),
    );
  });

  it('offers the usual next step, and comes back to negotiating after a refusal', () => {
    expect(ADJUSTMENT_STATUSES.map(nextAdjustmentStatus)).toEqual([
      'negotiating',
      'confirmed',
      null,
      'negotiating',
    ]);
    expect(adjustmentGaps({ ...proposal, status: 'declined' }, 'negotiating')).toEqual([]);
  });
});

describe('delay notice (G15)', () => {
  it('needs cause, measures, recovery date and revised dates before it is issued', () => {
    const notice = {
      cause: '设备晚到',
      measures: '夜班',
      recovery_on: '2026-12-20',
      revised_dates: '调试 12-22',
    };
    expect(delayGaps(notice)).toEqual([]);
    expect(delayGaps({ ...notice, measures: ' ', recovery_on: null })).toEqual(['measures', 'recovery_on']);
  });

  const milestone = (id: string, plannedOn: string, expectedOn: string, done = false): LateMilestone => ({
    id,
    name: id,
    plannedOn,
    expectedOn,
    done,
  });
  const fire = milestone('消防', '2026-12-18', '2026-12-25');
  const all = [
    milestone('开工', '2026-10-01', '2026-10-03', true),
    fire,
    milestone('移交', '2026-12-28', '2027-01-04'),
    milestone('竣工', '2026-12-30', '2026-12-30'),
    milestone('布线', '2026-12-01', '2026-12-02'),
  ];

  it('starts from the milestone that is latest, counted in calendar days over a month’s end', () => {
    expect(lateBy(all[2]!)).toBe(7);
    expect(lateBy(milestone('早', '2026-12-10', '2026-12-01'))).toBe(0);
    expect(lateMilestones(all).map(({ id }) => id)).toEqual(['消防', '移交', '布线']);
  });

  it('lists the dates that move after it, not what stays, is done or comes before', () => {
    expect(followingMoves(fire, all).map(({ id }) => id)).toEqual(['移交']);
  });
});

describe('signing (MS-3, G18)', () => {
  it('needs two sides for goals, scope, schedule, change, adjustment and acceptance (MS-3 d, H3, I6)', () => {
    for (const kind of ['goals', 'scope', 'schedule', 'change', 'adjustment', 'acceptance'])
      expect(requiredSides(kind), kind).toEqual(['client', 'own']);
    expect(SIGNED_BY_BOTH.every(canBeSigned)).toBe(true);
    expect(canBeSigned('minutes')).toBe(false);
    expect(requiredSides('delay_notice')).toEqual([]);
    expect(missingSides('goals', ['client'])).toEqual(['own']);
  });

  it('is signed with both sides, partly with one, and outdated once the words differ (MS-3 b)', () => {
    const state = (sides: readonly Side[], current = true) => signState({ kind: 'goals', sides, current });
    expect(state([])).toBe('unsigned');
    expect(state(['own'])).toBe('partly');
    expect(state(['own', 'client'])).toBe('signed');
    expect(state(['own', 'client'], false)).toBe('outdated');
    expect(state(['client'], false)).toBe('outdated');
    expect(state([], false)).toBe('unsigned');
  });

  it('lets a change pass when it was assessed, a major one only with both signatures (X1)', () => {
    expect(approvalGaps({ assessed: true, major: false, sides: [] })).toEqual([]);
    expect(approvalGaps({ assessed: false, major: true, sides: ['own'] })).toEqual([
      'ASSESSMENT_MISSING',
      'SIGNATURES_MISSING',
    ]);
    expect(approvalGaps({ assessed: true, major: true, sides: ['own', 'client'] })).toEqual([]);
  });
});

describe('the seal of a signature (MS-3 c)', () => {
  const facts: SealedFacts = {
    document_id: 'doc_1',
    content_sha256: 'a'.repeat(64),
    side: 'client',
    name: '李工',
    role: null,
    method: 'drawn',
    signed_at: '2026-11-21T04:00:00.000Z',
    image_sha256: 'b'.repeat(64),
    image_type: 'image/png',
  };

  it('covers every fact: changing any one of them changes the text that is hashed', () => {
    for (const key of Object.keys(facts) as (keyof SealedFacts)[])
      expect(sealText({ ...facts, [key]: `${facts[key]}x` }), key).not.toBe(sealText(facts));
  });

  it('covers nothing else, in whatever order the facts come', () => {
    const more = { note: 'later', ...Object.fromEntries(Object.entries(facts).reverse()) };
    expect(sealText(more as never)).toBe(sealText(facts));
  });
});

describe('what has changed since signing (MS-3 b)', () => {
  const goal = {
    ...whole,
    title: '压差',
    aspect: 'quality',
    due_on: '2026-11-30',
    target_value: 15,
    unit: 'Pa',
    client_text: null,
    status: 'signed',
    owner: '王',
  };

  it('names the words that differ, down to one character, and nothing for progress and notes', () => {
    const signed = { ...goal, signed_as: signedCopy('goal', goal) };
    expect(changedSinceSigning('goal', signed)).toEqual([]);
    expect(changedSinceSigning('goal', { ...signed, owner: '赵', status: 'reached' } as never)).toEqual([]);
    expect(changedSinceSigning('goal', { ...signed, measurable: '15 Pa ± 4 Pa' } as never)).toEqual([
      'measurable',
    ]);
    expect(changedSinceSigning('goal', { ...signed, status: 'withdrawn' } as never)).toEqual(['status']);
    expect(changedSinceSigning('goal', { ...goal, signed_as: null } as never)).toBeNull();
  });
});
