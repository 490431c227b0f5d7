/** F4, F6: how soon a requirement has to be answered, and how often it is verified. */
import { addDays } from '../deadline/dates.ts';

export type Urgency = 'normal' | 'urgent' | 'critical';

/** Hours until the first answer (derived; the sources only ask for it "in time"). */
export const ANSWER_HOURS: Readonly<Record<Urgency, number>> = { normal: 72, urgent: 24, critical: 4 };

export interface Clocked {
  readonly urgency: Urgency;
  /** Wall clock `YYYY-MM-DDTHH:MM:SS`, or null. */
  readonly received_at: string | null;
  readonly answered_at: string | null;
}

const MS_PER_HOUR = 3_600_000;
const ms = (wall: string): number => Date.parse(`${wall}Z`);

/**
 * F6: hours from receiving to the first answer, or until now; and whether that is longer than the urgency allows.
 * Null when it is not known when the requirement came.
 */
export function responseClock(
  requirement: Clocked,
  now: string,
): { readonly hours: number; readonly late: boolean; readonly answered: boolean } | null {
  const { received_at, answered_at, urgency } = requirement;
  if (received_at === null) return null;
  const hours = Math.max(0, (ms(answered_at ?? now) - ms(received_at)) / MS_PER_HOUR);
  return { hours, late: hours > ANSWER_HOURS[urgency], answered: answered_at !== null };
}

/** Wall-clock moment until which the first answer is due. */
export function answerDue(requirement: Clocked): string | null {
  if (requirement.received_at === null) return null;
  const due = ms(requirement.received_at) + ANSWER_HOURS[requirement.urgency] * MS_PER_HOUR;
  return new Date(due).toISOString().slice(0, 19);
}

export interface Verified {
  readonly status: string;
  readonly verify_days: number | null;
  readonly verified_on: string | null;
  /** Day it was recorded, from which the first verification counts. */
  readonly since: string;
}

/** F4: day of the next verification; null for a requirement that is not verified at intervals, or settled. */
export function verificationDue({ status, verify_days, verified_on, since }: Verified): string | null {
  if (verify_days === null || status === 'fulfilled' || status === 'declined') return null;
  return addDays(verified_on ?? since, verify_days);
}

export interface Described {
  readonly kind: 'explicit' | 'implicit';
  readonly measure: string | null;
  readonly target: string | null;
  readonly evidence: string | null;
  readonly confidence: string | null;
  readonly impact_note: string | null;
  readonly solution: string | null;
}

const blank = (text: string | null): boolean => (text ?? '').trim() === '';

/** F2, F3, F5: fields that keep a requirement from counting as analysed. */
export function missingForAnalysis(requirement: Described): readonly string[] {
  const needed =
    requirement.kind === 'explicit'
      ? (['measure', 'target'] as const)
      : (['evidence', 'confidence'] as const);
  return [...needed, 'impact_note' as const].filter((field) => blank(requirement[field]));
}
