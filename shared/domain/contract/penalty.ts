/** D7, MS-12: what a delay costs by the contract. Pure. */
import { addDays, daysBetween } from '../deadline/dates.ts';
import { percentOf } from './money.ts';

export interface PenaltyRule {
  /** Percent of the basis per calendar day. */
  readonly ratePercent: number;
  /** Calendar days that cost nothing. */
  readonly graceDays: number;
  /** Upper limit in percent of the basis; null: none. */
  readonly capPercent: number | null;
  /** Amount in minor units the percents are of. */
  readonly basisMinor: number;
}

export interface Penalty {
  readonly lateDays: number;
  /** Days that cost money: those beyond the grace. */
  readonly chargedDays: number;
  readonly amountMinor: number;
  readonly capped: boolean;
}

/**
 * D7: rate × basis × (days late − grace), at most cap × basis. The rate is applied to the exact product and rounded
 * once, to the nearest minor unit.
 */
export function penaltyFor(rule: PenaltyRule, lateDays: number): Penalty {
  const late = Math.max(0, Math.trunc(lateDays));
  const chargedDays = Math.max(0, late - rule.graceDays);
  const plain = percentOf(rule.basisMinor, rule.ratePercent, chargedDays);
  const cap = rule.capPercent === null ? null : percentOf(rule.basisMinor, rule.capPercent);
  const capped = cap !== null && plain > cap;
  return { lateDays: late, chargedDays, amountMinor: capped ? cap : plain, capped };
}

export interface Obligation {
  /** Day the contract names. */
  readonly dueOn: string;
  /** Sum of the extensions of approved changes. */
  readonly extensionDays: number;
  /** Day the plan says now, or on which it was reached. */
  readonly expectedOn: string;
  readonly done: boolean;
}

export interface Exposure extends Penalty {
  /** Day that counts: the contract's and what approved changes added. */
  readonly extendedOn: string;
  /** Day it is measured with: what is open cannot be done before today. */
  readonly measuredOn: string;
}

/**
 * MS-12: money at risk because an obligation comes late. An approved change that extends the date moves the day that
 * counts, so the exposure goes down in the same reading; so does moving the milestone.
 */
export function exposureOf(rule: PenaltyRule, obligation: Obligation, today: string): Exposure {
  const extendedOn = addDays(obligation.dueOn, obligation.extensionDays);
  const measuredOn = !obligation.done && obligation.expectedOn < today ? today : obligation.expectedOn;
  return { ...penaltyFor(rule, daysBetween(extendedOn, measuredOn)), extendedOn, measuredOn };
}
