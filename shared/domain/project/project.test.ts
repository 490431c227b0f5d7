import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STAGES } from '../../model/entities/client.ts';
import {
  GATE_CHECK_IDS,
  GATE_CHECKS,
  GATE_FACTS,
  type GateFacts,
  gateOf,
  nextStage,
  stagesLeft,
} from './gate.ts';
import { screeningResult, suggestedFrequency, suggestedHealth } from './intake.ts';
import { MODULES, moduleStates } from './modules.ts';

const nothing = Object.fromEntries(GATE_FACTS.map((fact) => [fact, 0])) as GateFacts;

describe('stage gates', () => {
  test('X9: every check stands in the list once, and every stage but the last has some', () => {
    expect(GATE_CHECKS.map(({ id }) => id)).toEqual([...GATE_CHECK_IDS]);
    for (const stage of STAGES.slice(0, -1))
      expect(gateOf(stage, 'direct', nothing, new Set()), stage).not.toEqual([]);
    expect(gateOf('closed', 'direct', nothing, new Set())).toEqual([]);
    expect(nextStage('closed')).toBeNull();
  });

  test('A3: an internal project is asked nothing about clients and contracts', () => {
    const asked = STAGES.flatMap((stage) => gateOf(stage, 'internal', nothing, new Set())).map(
      ({ id }) => id,
    );
    expect(asked).not.toContain('contractSigned');
    expect(asked).not.toContain('decider');
    expect(asked).toContain('goalsSigned');
  });

  test('stages left on the way are those between, none on the way back', () => {
    expect(stagesLeft('presales', 'kickoff')).toEqual(['presales', 'contracting']);
    expect(stagesLeft('kickoff', 'presales')).toEqual([]);
  });
});

describe('intake', () => {
  test('A6: one factor at its worst, or 14 together, makes a project risky', () => {
    const of = (a: number, b: number, c: number, d: number) =>
      screeningResult({ complexity: a, time_pressure: b, resource_gap: c, expectation_pressure: d });
    expect(of(5, 1, 1, 1)).toBe('risky');
    expect(of(4, 4, 3, 3)).toBe('risky');
    expect(of(4, 3, 3, 3)).toBe('normal');
  });

  test('A5: complexity, length and investment drive how often is reported', () => {
    const traits = { complexity: 3, days: 120, investmentMinor: null, kind: 'engineering' };
    expect(suggestedFrequency(traits)).toBe('biweekly');
    expect(suggestedFrequency({ ...traits, complexity: 4 })).toBe('weekly');
    expect(suggestedFrequency({ ...traits, days: 365, complexity: 2 })).toBe('monthly');
    expect(suggestedFrequency({ ...traits, investmentMinor: 2_000_000_000 })).toBe('weekly');
    expect(suggestedFrequency({ ...traits, kind: 'risky', days: 365, complexity: 1 })).toBe('weekly');
  });

  test('A2: suggested health is 1–5 or nothing, whatever the facts', () => {
    const count = fc.nat(50);
    const facts = fc.record({
      conformity: fc.option(fc.double({ min: 0, max: 200, noNaN: true })),
      commRows: count,
      commOverdue: count,
      needsOpen: count,
      needsLate: count,
      tasks: count,
      tasksLate: count,
      risks: count,
      highRisks: count,
      rectificationsOpen: count,
      deliverablesRejected: count,
      deliverables: count,
      satisfaction: fc.option(fc.double({ min: 1, max: 5, noNaN: true })),
    });
    fc.assert(
      fc.property(facts, (given) => {
        for (const score of Object.values(suggestedHealth(given)))
          expect(score === null || (Number.isInteger(score) && score >= 1 && score <= 5)).toBe(true);
      }),
    );
  });
});

test('demand 30: the user’s choice goes before records, records before the kind of project', () => {
  const states = moduleStates('direct', { plan: false }, new Set(['scope', 'plan']));
  expect(states.map(({ id }) => id)).toEqual([...MODULES]);
  expect(states.find(({ id }) => id === 'plan')).toMatchObject({
    shown: false,
    reason: 'chosen',
    used: true,
  });
  expect(states.find(({ id }) => id === 'scope')).toMatchObject({ shown: true, reason: 'records' });
  expect(states.find(({ id }) => id === 'team')).toMatchObject({ shown: false, reason: 'kind' });
});
