/** X2, G22: proposed → negotiating → confirmed in writing by both sides, or declined. */

export const ADJUSTMENT_STATUSES = ['proposed', 'negotiating', 'confirmed', 'declined'] as const;
export type AdjustmentStatus = (typeof ADJUSTMENT_STATUSES)[number];

/** What an adjustment says and what has been done about it so far. */
export interface AdjustmentFacts {
  readonly status: AdjustmentStatus;
  readonly reason: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly impact_cost_minor: number | null;
  readonly impact_days: number | null;
  readonly impact_resource: string | null;
  /** Negotiations that were written down. */
  readonly negotiations: number;
  /** Both sides signed what it says now. */
  readonly signed: boolean;
}

export type AdjustmentProblem =
  | 'NOT_FROM_HERE'
  | 'REASON_MISSING'
  | 'BEFORE_MISSING'
  | 'AFTER_MISSING'
  | 'NOTHING_CHANGES'
  | 'COST_MISSING'
  | 'DAYS_MISSING'
  | 'RESOURCE_MISSING'
  | 'NEGOTIATION_MISSING'
  | 'SIGNATURES_MISSING';

export interface AdjustmentGap {
  readonly field: string;
  readonly code: AdjustmentProblem;
}

const NEXT: Readonly<Record<AdjustmentStatus, readonly AdjustmentStatus[]>> = {
  proposed: ['negotiating', 'declined'],
  negotiating: ['confirmed', 'declined', 'proposed'],
  // A client who declined may come back to it.
  declined: ['negotiating'],
  // What both signed stays; whatever comes later is another adjustment.
  confirmed: [],
};

const blank = (text: string | null): boolean => text === null || text.trim() === '';

/** G22: what a proposal must say: reason, content, and impact on cost, time and resources (0 is an answer). */
export function proposalGaps(facts: AdjustmentFacts): AdjustmentGap[] {
  const gaps: AdjustmentGap[] = [];
  const need = (missing: boolean, field: string, code: AdjustmentProblem): void => {
    if (missing) gaps.push({ field, code });
  };
  need(blank(facts.reason), 'reason', 'REASON_MISSING');
  need(blank(facts.before), 'before', 'BEFORE_MISSING');
  need(blank(facts.after), 'after', 'AFTER_MISSING');
  need(!blank(facts.before) && facts.before?.trim() === facts.after?.trim(), 'after', 'NOTHING_CHANGES');
  need(facts.impact_cost_minor === null, 'impact_cost_minor', 'COST_MISSING');
  need(facts.impact_days === null, 'impact_days', 'DAYS_MISSING');
  need(blank(facts.impact_resource), 'impact_resource', 'RESOURCE_MISSING');
  return gaps;
}

/** Why an adjustment cannot go to a status yet; empty when it can. Staying where it is needs nothing. */
export function adjustmentGaps(facts: AdjustmentFacts, to: AdjustmentStatus): AdjustmentGap[] {
  if (to === facts.status) return [];
  if (!NEXT[facts.status].includes(to)) return [{ field: 'status', code: 'NOT_FROM_HERE' }];
  if (to === 'negotiating') return proposalGaps(facts);
  if (to !== 'confirmed') return [];
  const gaps = proposalGaps(facts);
  if (facts.negotiations === 0) gaps.push({ field: 'negotiation', code: 'NEGOTIATION_MISSING' });
  if (!facts.signed) gaps.push({ field: 'signatures', code: 'SIGNATURES_MISSING' });
  return gaps;
}

/** The usual next step; null once it is settled. The way to `confirmed` is the second signature. */
export function nextAdjustmentStatus(status: AdjustmentStatus): AdjustmentStatus | null {
  if (status === 'declined') return 'negotiating';
  return NEXT[status][0] ?? null;
}
