/** X5: identified → assessed → response planned → open (monitored) → occurred or closed, with its guards. */
import { isHighRisk } from './score.ts';

export const RISK_STATUSES = ['identified', 'assessed', 'planned', 'open', 'occurred', 'closed'] as const;
export type RiskStatus = (typeof RISK_STATUSES)[number];

/** What the guards look at. */
export interface RiskFacts {
  readonly status: RiskStatus;
  readonly probability: number | null;
  readonly impact: number | null;
  readonly strategy: string | null;
  readonly owner: string | null;
  /** Actions that are not cancelled. */
  readonly actions: number;
}

export type RiskBlock =
  | 'RATING_MISSING'
  | 'RESPONSE_MISSING'
  | 'OWNER_MISSING'
  | 'PLAN_MISSING'
  | 'OCCUR_FIRST';

/** Why a status cannot be reached yet, and the field that unblocks it. */
export interface WorkflowProblem {
  readonly code: RiskBlock;
  readonly field: 'probability' | 'strategy' | 'owner' | 'actions' | 'status';
}

const STEP: Readonly<Record<RiskStatus, number>> = {
  identified: 0,
  assessed: 1,
  planned: 2,
  open: 3,
  occurred: 4,
  closed: 4,
};

/**
 * What is missing for a risk to be in status `to`; empty if it may go there.
 * Steps may be skipped forwards if the guards of all of them hold, and going back is always allowed:
 * the register follows the work, not the other way round. Closing is always possible.
 * `occurred` is reached only by the act that also opens the issue (K12), so it is a problem here.
 */
export function statusProblems(risk: RiskFacts, to: RiskStatus): readonly WorkflowProblem[] {
  if (to === risk.status || to === 'closed') return [];
  if (to === 'occurred') return [{ code: 'OCCUR_FIRST', field: 'status' }];
  const problems: WorkflowProblem[] = [];
  const step = STEP[to];
  const rated = risk.probability !== null && risk.impact !== null;
  if (step >= 1 && !rated) problems.push({ code: 'RATING_MISSING', field: 'probability' });
  const high = isHighRisk(risk.probability, risk.impact);
  // K7: an open high risk needs somebody who acts and something to do.
  if (step >= 3 && high) {
    if (risk.owner === null || risk.owner.trim() === '')
      problems.push({ code: 'OWNER_MISSING', field: 'owner' });
    if (risk.actions === 0) problems.push({ code: 'PLAN_MISSING', field: 'actions' });
  } else if (step >= 2 && risk.strategy === null && risk.actions === 0) {
    problems.push({ code: 'RESPONSE_MISSING', field: 'strategy' });
  }
  return problems;
}

/** The usual next status; null at the end of the way. */
export function nextStatus(status: RiskStatus): RiskStatus | null {
  if (status === 'closed') return null;
  if (status === 'occurred' || status === 'open') return 'closed';
  return RISK_STATUSES[STEP[status] + 1] ?? null;
}

/** K12: a risk can happen as long as it is not over. */
export function canOccur(status: RiskStatus): boolean {
  return status !== 'occurred' && status !== 'closed';
}
