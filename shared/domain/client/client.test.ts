import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registry } from '../../model/registry.ts';
import { planCare, TOUCH_POINTS } from './care.ts';
import { type Channel, isBetter, type Severity, suggestChannel, type Tier } from './channel.ts';
import { answerDue, FEEDBACK_STEPS, isUntriaged, missingFor, nextFeedbackStatus } from './feedback.ts';
import { satisfactionOf } from './satisfaction.ts';

describe('the channel for the next word (B16, O6)', () => {
  it.each([
    ['regular', null, 'im', 'im', 'preferred'],
    ['regular', null, null, 'phone', 'usual'],
    ['key', null, 'im', 'phone', 'tier'],
    ['key', 'medium', 'phone', 'meeting', 'both'],
    ['key', 'high', 'video', 'meeting', 'severity'],
    ['regular', 'high', 'phone', 'meeting', 'severity'],
    ['occasional', 'high', 'email', 'video', 'severity'],
    ['key', 'high', 'site_visit', 'site_visit', 'preferred'],
    ['prospect', 'low', 'email', 'phone', 'severity'],
  ] as const)(
    '%s client, %s matter, prefers %s: %s because %s',
    (tier, severity, preferred, channel, reason) => {
      expect(suggestChannel(tier, severity, preferred)).toEqual({ channel, reason });
    },
  );

  it.each([
    ['key', 'high', null, 'email', true],
    ['key', 'high', null, 'site_visit', false],
    ['regular', 'medium', null, 'video', false],
    ['regular', null, 'im', 'phone', true],
    ['regular', null, null, 'email', false],
  ] as const)(
    'B16, O6: for a %s client, %s matter, who prefers %s, another channel than %s is better: %s',
    (tier, severity, preferred, chosen, better) => {
      expect(isBetter(suggestChannel(tier, severity, preferred), chosen)).toBe(better);
    },
  );

  it('never gets weaker as the matter gets worse', () => {
    const RICH: readonly Channel[] = ['email', 'im', 'phone', 'video', 'meeting'];
    const STEPS: readonly (Severity | null)[] = [null, 'low', 'medium', 'high'];
    const tiers = fc.constantFrom<Tier>('key', 'regular', 'occasional', 'prospect');
    fc.assert(
      fc.property(tiers, fc.constantFrom(...RICH), (tier, preferred) => {
        const ranks = STEPS.map((step) => RICH.indexOf(suggestChannel(tier, step, preferred).channel));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
    );
  });
});

describe('touch points after the work (B8, B9, Q1)', () => {
  it('plans the visits of a warranty and the inspection before its end', () => {
    expect(
      planCare({ stage: 'warranty', from_on: '2026-03-01', warranty_end_on: '2027-02-28' }, '2026-03-02'),
    ).toEqual([
      { point: 'firstWeek', kind: 'after_sales', due_on: '2026-03-08' },
      { point: 'firstMonth', kind: 'return_visit', due_on: '2026-03-31' },
      { point: 'firstQuarter', kind: 'return_visit', due_on: '2026-05-30' },
      { point: 'halfYear', kind: 'return_visit', due_on: '2026-08-28' },
      { point: 'beforeWarrantyEnds', kind: 'return_visit', due_on: '2027-01-29' },
    ]);
  });

  it('leaves out what has gone by and what lies behind the end of a short warranty', () => {
    const points = planCare(
      { stage: 'warranty', from_on: '2026-01-01', warranty_end_on: '2026-04-30' },
      '2026-02-15',
    ).map(({ point }) => point);
    expect(points).toEqual(['beforeWarrantyEnds', 'firstQuarter']);
  });

  it('stays in touch after closing, and never plans the past', () => {
    expect(
      planCare({ stage: 'closed', from_on: '2026-01-01', warranty_end_on: null }, '2026-01-01').map(
        ({ point }) => point,
      ),
    ).toEqual(['afterClosing', 'halfYearLater', 'yearLater']);
    const day = fc
      .integer({ min: 0, max: 2000 })
      .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.constantFrom('warranty', 'closed'),
        day,
        fc.option(day),
        day,
        (stage, from_on, end, today) => {
          const plan = planCare({ stage, from_on, warranty_end_on: end }, today);
          expect(plan.every(({ due_on, point }) => due_on >= today && TOUCH_POINTS.includes(point))).toBe(
            true,
          );
          expect(plan.map(({ due_on }) => due_on)).toEqual(plan.map(({ due_on }) => due_on).sort());
        },
      ),
    );
  });
});

describe('satisfaction over time (B15, W3)', () => {
  const at = (on: string, overall: number, deliverable: number | null = null) => ({
    on,
    overall,
    deliverable,
    service: null,
  });

  it('gives the latest score, the means, the gap to the target and the trend', () => {
    const result = satisfactionOf([at('2026-03-01', 5, 4), at('2026-01-01', 3, 3), at('2026-02-01', 4)]);
    expect(result).toEqual({
      count: 3,
      last: 5,
      mean: 4,
      meanDeliverable: 3.5,
      meanService: null,
      gap: 1,
      trend: 'rising',
    });
    expect(satisfactionOf([at('2026-01-01', 4), at('2026-02-01', 2)])).toMatchObject({
      gap: -2,
      trend: 'falling',
    });
    expect(satisfactionOf([at('2026-01-01', 4), at('2026-02-01', 4)]).trend).toBe('steady');
  });

  it('says nothing where nobody was asked, and no trend of one answer', () => {
    expect(satisfactionOf([])).toMatchObject({ count: 0, last: null, mean: null, gap: null, trend: null });
    expect(satisfactionOf([at('2026-01-01', 4)]).trend).toBeNull();
  });
});

describe('the way of a remark (B13, C6)', () => {
  const fresh = { sort: null, assignee: null, measure: null, effect: null, told_on: null };

  it('has the steps of the record, in their order', () => {
    expect(FEEDBACK_STEPS).toEqual(registry.feedback.fields.status.values);
  });

  it('waits for somebody to look at it, and a complaint waits for the shortest time', () => {
    expect(isUntriaged({ sort: null, status: 'received' })).toBe(true);
    expect(isUntriaged({ sort: 'praise', status: 'received' })).toBe(false);
    expect(answerDue('complaint', '2026-03-30')).toBe('2026-04-01');
    expect(answerDue('suggestion', '2026-03-30')).toBe('2026-04-06');
  });

  it('names everything that is missing before it can be closed', () => {
    expect(missingFor(fresh, 'closed').map(({ field }) => field)).toEqual([
      'sort',
      'assignee',
      'measure',
      'effect',
      'told_on',
    ]);
    expect(missingFor({ ...fresh, sort: 'complaint', assignee: '李工' }, 'measure')).toEqual([
      { code: 'FEEDBACK_MEASURE', field: 'measure' },
    ]);
  });

  it('needs no measure for praise or a question, but the answer reaches the client', () => {
    const praise = { ...fresh, sort: 'praise', assignee: '李工' } as const;
    expect(missingFor(praise, 'closed').map(({ field }) => field)).toEqual(['told_on']);
    expect(nextFeedbackStatus({ status: 'assigned', sort: 'question' })).toBe('told');
    expect(nextFeedbackStatus({ status: 'assigned', sort: 'complaint' })).toBe('measure');
    expect(nextFeedbackStatus({ status: 'closed', sort: null })).toBeNull();
  });
});
