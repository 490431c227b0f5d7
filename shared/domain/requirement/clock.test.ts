import { describe, expect, test } from 'vitest';
import { answerDue, missingForAnalysis, responseClock, verificationDue } from './clock.ts';

const received = { urgency: 'urgent', received_at: '2026-03-02T09:00:00', answered_at: null } as const;

describe('F6: the response clock', () => {
  test('runs until the first answer and is late beyond the hours of its urgency', () => {
    expect(responseClock(received, '2026-03-03T09:00:00')).toEqual({
      hours: 24,
      late: false,
      answered: false,
    });
    expect(responseClock(received, '2026-03-03T09:30:00')).toMatchObject({ late: true });
    const answered = { ...received, answered_at: '2026-03-02T11:00:00' };
    expect(responseClock(answered, '2026-05-01T00:00:00')).toEqual({ hours: 2, late: false, answered: true });
  });

  test('is not shown when nobody knows when the requirement came', () => {
    expect(responseClock({ ...received, received_at: null }, '2026-03-03T09:00:00')).toBeNull();
    expect(answerDue({ ...received, received_at: null })).toBeNull();
    expect(answerDue({ ...received, urgency: 'critical' })).toBe('2026-03-02T13:00:00');
  });
});

test('F4: verification is due at intervals from the last one, until the requirement is settled', () => {
  const base = { status: 'agreed', verify_days: 30, verified_on: null, since: '2026-03-02' };
  expect(verificationDue(base)).toBe('2026-04-01');
  expect(verificationDue({ ...base, verified_on: '2026-03-20' })).toBe('2026-04-19');
  expect(verificationDue({ ...base, status: 'fulfilled' })).toBeNull();
  expect(verificationDue({ ...base, verify_days: null })).toBeNull();
});

test('F2, F3, F5: explicit needs a measure and a value, implicit evidence and confidence, both their impact', () => {
  const empty = {
    measure: null,
    target: ' ',
    evidence: null,
    confidence: null,
    impact_note: null,
    solution: null,
  };
  expect(missingForAnalysis({ ...empty, kind: 'explicit' })).toEqual(['measure', 'target', 'impact_note']);
  expect(missingForAnalysis({ ...empty, kind: 'implicit' })).toEqual([
    'evidence',
    'confidence',
    'impact_note',
  ]);
  expect(
    missingForAnalysis({
      ...empty,
      kind: 'implicit',
      evidence: '访谈',
      confidence: 'high',
      impact_note: '无',
    }),
  ).toEqual([]);
});
