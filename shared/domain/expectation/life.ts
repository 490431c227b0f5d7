/**
 * X8: the life of an expectation: identified → analysed → guided → SMART goal set → signed → tracked →
 * adjusted → realised or not realised, with its guards.
 */
export const EXPECTATION_STATUSES = [
  'identified',
  'analysed',
  'guided',
  'goal_set',
  'signed',
  'tracked',
  'adjusted',
  'realised',
  'not_realised',
] as const;
export type ExpectationStatus = (typeof EXPECTATION_STATUSES)[number];

export type GoalFacts = {
  /** G17: all of specific, measurable, achievable, relevant, time-bound. */
  readonly smart: boolean;
  /** G18: both sides have signed it. */
  readonly signed: boolean;
};

/** What the guards look at. */
export interface ExpectationFacts {
  readonly status: ExpectationStatus;
  readonly maslow: string | null;
  readonly kano: string | null;
  readonly factors: string | null;
  readonly reasonableness: 'low' | 'ok' | 'high' | null;
  readonly actual_percent: number | null;
  readonly actual_text: string | null;
  /** Pairs of KANO answers. */
  readonly answers: number;
  readonly fishbones: number;
  /** Guidance with what it led to (G13–G15). */
  readonly guidances: number;
  /** G10: the latest capability check; null: none was made. */
  readonly capability: 'can' | 'with_conditions' | 'cannot' | null;
  readonly goals: readonly GoalFacts[];
  /** Adjustments that both sides confirmed (G22). */
  readonly adjustments: number;
}

export type ExpectationBlock =
  | 'ANALYSIS_MISSING'
  | 'REASONABLENESS_MISSING'
  | 'GUIDANCE_MISSING'
  | 'CAPABILITY_MISSING'
  | 'CAPABILITY_LACKING'
  | 'GOAL_MISSING'
  | 'GOAL_NOT_SMART'
  | 'GOAL_NOT_SIGNED'
  | 'ADJUSTMENT_MISSING'
  | 'OUTCOME_MISSING';

/** Why a status cannot be reached yet, and the field or list that unblocks it. */
export interface LifeProblem {
  readonly code: ExpectationBlock;
  readonly field:
    | 'kano'
    | 'reasonableness'
    | 'guidances'
    | 'capability'
    | 'goals'
    | 'adjustments'
    | 'actual_percent';
}

const stepOf = (status: ExpectationStatus): number => EXPECTATION_STATUSES.indexOf(status);
const isBlank = (text: string | null): boolean => text === null || text.trim() === '';

function analysed(facts: ExpectationFacts): readonly LifeProblem[] {
  const done =
    facts.maslow !== null ||
    facts.kano !== null ||
    facts.answers > 0 ||
    facts.fishbones > 0 ||
    !isBlank(facts.factors);
  return done ? [] : [{ code: 'ANALYSIS_MISSING', field: 'kano' }];
}

/** G11: what is reasonable needs no guidance; what is too low or too high does, with the result written down. */
function guided(facts: ExpectationFacts): readonly LifeProblem[] {
  if (facts.reasonableness === null) return [{ code: 'REASONABLENESS_MISSING', field: 'reasonableness' }];
  if (facts.reasonableness !== 'ok' && facts.guidances === 0)
    return [{ code: 'GUIDANCE_MISSING', field: 'guidances' }];
  return [];
}

/** G10, G17: no goal without knowing that we can reach it, and none that is not SMART. */
function goalSet(facts: ExpectationFacts): readonly LifeProblem[] {
  const problems: LifeProblem[] = [];
  if (facts.capability === null) problems.push({ code: 'CAPABILITY_MISSING', field: 'capability' });
  else if (facts.capability === 'cannot') problems.push({ code: 'CAPABILITY_LACKING', field: 'capability' });
  if (facts.goals.length === 0) problems.push({ code: 'GOAL_MISSING', field: 'goals' });
  else if (!facts.goals.some((goal) => goal.smart)) problems.push({ code: 'GOAL_NOT_SMART', field: 'goals' });
  return problems;
}

/** G18: signed is what both sides signed, not what somebody says was signed. */
function signed(facts: ExpectationFacts): readonly LifeProblem[] {
  return facts.goals.some((goal) => goal.smart && goal.signed)
    ? []
    : [{ code: 'GOAL_NOT_SIGNED', field: 'goals' }];
}

/**
 * What is missing for an expectation to be in status `to`; empty if it may go there. Steps may be skipped forwards
 * if the guards of all of them hold; going back is always allowed. An end is reached from anywhere, for
 * expectations die early too, but never without the outcome being written down.
 */
export function lifeProblems(facts: ExpectationFacts, to: ExpectationStatus): readonly LifeProblem[] {
  if (to === facts.status) return [];
  if (to === 'realised' || to === 'not_realised')
    return facts.actual_percent === null && isBlank(facts.actual_text)
      ? [{ code: 'OUTCOME_MISSING', field: 'actual_percent' }]
      : [];
  const step = stepOf(to);
  const from = stepOf(facts.status);
  if (step < from) return [];
  const problems: LifeProblem[] = [];
  if (step >= 1) problems.push(...analysed(facts));
  if (step >= 2) problems.push(...guided(facts));
  if (step >= 3) problems.push(...goalSet(facts));
  if (step >= 4 && facts.goals.some((goal) => goal.smart)) problems.push(...signed(facts));
  if (step >= 6 && facts.adjustments === 0)
    problems.push({ code: 'ADJUSTMENT_MISSING', field: 'adjustments' });
  return problems;
}

/**
 * The usual next status; null at the end of the way. An adjustment is the exception, so tracking leads to the
 * end, unless one was confirmed.
 */
export function nextLifeStatus(
  facts: Pick<ExpectationFacts, 'status' | 'adjustments'>,
): ExpectationStatus | null {
  if (facts.status === 'realised' || facts.status === 'not_realised') return null;
  if (facts.status === 'tracked') return facts.adjustments > 0 ? 'adjusted' : 'realised';
  return EXPECTATION_STATUSES[stepOf(facts.status) + 1] ?? null;
}

/** G18: the client has confirmed it. */
export function isConfirmed(status: ExpectationStatus): boolean {
  const step = stepOf(status);
  return step >= stepOf('signed') && step <= stepOf('adjusted');
}

/** G17: the five fields of a goal. */
export const SMART_FIELDS = ['specific', 'measurable', 'achievable', 'relevant', 'time_bound'] as const;

/** G17: all five are filled. */
export function isSmart(goal: Readonly<Record<(typeof SMART_FIELDS)[number], string | null>>): boolean {
  return SMART_FIELDS.every((field) => !isBlank(goal[field]));
}
