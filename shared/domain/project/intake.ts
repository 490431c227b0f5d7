/** A5, A6, A2: what the traits of a project suggest. */

export interface Screening {
  /** Each 1–5. */
  readonly complexity: number;
  readonly time_pressure: number;
  readonly resource_gap: number;
  readonly expectation_pressure: number;
}

/** Sum from which a project counts as risky although no single factor is at its worst (derived). */
export const RISKY_SUM = 14;

/** A6: risky when one factor is at its worst or all together are high. */
export function screeningResult(factors: Screening): 'normal' | 'risky' {
  const all = [factors.complexity, factors.time_pressure, factors.resource_gap, factors.expectation_pressure];
  return all.some((factor) => factor >= 5) || all.reduce((sum, factor) => sum + factor, 0) >= RISKY_SUM
    ? 'risky'
    : 'normal';
}

export interface Traits {
  /** 1–5, or null when nobody judged it. */
  readonly complexity: number | null;
  /** Calendar days from start to finish, or null. */
  readonly days: number | null;
  /** Minor units of the project's currency, or null. */
  readonly investmentMinor: number | null;
  readonly kind: string;
}

/** Investment from which reports are weekly (derived; minor units, whatever the currency). */
export const LARGE_INVESTMENT_MINOR = 1_000_000_000;

/** A5, WF1: risky or complex: weekly; long and simple: monthly; else every two weeks. */
export function suggestedFrequency(traits: Traits): 'weekly' | 'biweekly' | 'monthly' {
  const { complexity, days, investmentMinor, kind } = traits;
  if (kind === 'risky' || (complexity ?? 0) >= 4 || (investmentMinor ?? 0) >= LARGE_INVESTMENT_MINOR)
    return 'weekly';
  if (days !== null && days > 180 && (complexity ?? 3) <= 2) return 'monthly';
  return days !== null && days <= 60 ? 'weekly' : 'biweekly';
}

/** What the data say about the seven core elements (A2). Null: nothing to judge by. */
export interface HealthFacts {
  /** Mean conformity of goals in percent. */
  readonly conformity: number | null;
  /** Rows of the communication plan that are overdue, and of how many. */
  readonly commRows: number;
  readonly commOverdue: number;
  readonly needsOpen: number;
  readonly needsLate: number;
  /** Tasks that should be finished by now, and are not; of how many. */
  readonly tasks: number;
  readonly tasksLate: number;
  readonly risks: number;
  readonly highRisks: number;
  readonly rectificationsOpen: number;
  readonly deliverablesRejected: number;
  readonly deliverables: number;
  /** Mean of the overall scores 1–5. */
  readonly satisfaction: number | null;
}

export const HEALTH_ELEMENTS = [
  'goal',
  'communication',
  'resource',
  'time',
  'risk',
  'quality',
  'satisfaction',
] as const;
export type HealthElement = (typeof HEALTH_ELEMENTS)[number];

const clamp = (value: number): number => Math.max(1, Math.min(5, Math.round(value)));
/** 5 with none, one point less for each fifth of the share. */
const byShare = (bad: number, of: number): number | null => (of === 0 ? null : clamp(5 - (bad / of) * 5));

/** A2: a proposal for each element, 1 (bad) to 5 (good); the user judges. */
export function suggestedHealth(facts: HealthFacts): Readonly<Record<HealthElement, number | null>> {
  const flaws = facts.rectificationsOpen + facts.deliverablesRejected;
  return {
    goal: facts.conformity === null ? null : clamp(facts.conformity / 20),
    communication: byShare(facts.commOverdue, facts.commRows),
    resource: byShare(facts.needsLate, facts.needsOpen),
    time: byShare(facts.tasksLate, facts.tasks),
    risk: facts.risks === 0 ? null : clamp(5 - facts.highRisks),
    quality: flaws === 0 && facts.deliverables === 0 ? null : clamp(5 - flaws),
    satisfaction: facts.satisfaction === null ? null : clamp(facts.satisfaction),
  };
}
