import { addDays } from './dates.ts';

/** WF3, WF4, WF6: days without a contact after which the client is waiting; null: nothing is expected. */
export const CONTACT_LIMIT_DAYS = {
  presales: 7,
  contracting: 7,
  kickoff: 7,
  execution: 7,
  acceptance: 7,
  warranty: 30,
  closed: null,
} as const;

export type ProjectStage = keyof typeof CONTACT_LIMIT_DAYS;

/**
 * Day by which the client of projects in these stages should hear from us again: the strictest stage
 * counts. null if no stage asks for contact.
 */
export function nextContactDue(stages: readonly ProjectStage[], lastContactOn: string): string | null {
  const limits = stages.flatMap((stage) => CONTACT_LIMIT_DAYS[stage] ?? []);
  return limits.length === 0 ? null : addDays(lastContactOn, Math.min(...limits));
}
