/** WF3, WF4, demand 19: how long a client may go without hearing from us. */
import { CONTACT_LIMIT_DAYS, type ProjectStage } from '../deadline/contactDue.ts';
import { addDays, daysBetween } from '../deadline/dates.ts';
import { type Frequency, periodDays } from './frequency.ts';

/** A project of the client, and what its communication plan says for the stage it is in. */
export interface ContactDemand {
  readonly stage: ProjectStage;
  /** Of the active rows for the client that hold in this stage. */
  readonly frequencies: readonly Frequency[];
}

const EARLY: ReadonlySet<ProjectStage> = new Set(['presales', 'contracting', 'kickoff']);

/**
 * Days without contact after which the client of a project waits; null: none is expected. The plan adjusts what the
 * stage says (O8), except that in the early stages a week is the most (WF3).
 */
export function contactLimit({ stage, frequencies }: ContactDemand): number | null {
  const usual = CONTACT_LIMIT_DAYS[stage];
  if (usual === null) return null;
  const planned = frequencies.flatMap((frequency) => periodDays(frequency) ?? []);
  if (planned.length === 0) return usual;
  const own = Math.min(...planned);
  return EARLY.has(stage) ? Math.min(usual, own) : own;
}

export interface LastContact {
  readonly state: 'none_expected' | 'ok' | 'soon' | 'overdue';
  /** Days the strictest project allows; null if none expects contact. */
  readonly limit: number | null;
  readonly due_on: string | null;
  /** Days since the last contact, or since the client came without any. */
  readonly days: number;
}

/** `soon` begins two days before, so that there is time to call. */
const SOON_DAYS = 2;

/** @param lastOn day of the last contact; without any the day the first project came into the app */
export function lastContact(demands: readonly ContactDemand[], lastOn: string, today: string): LastContact {
  const days = daysBetween(lastOn, today);
  const limits = demands.flatMap((demand) => contactLimit(demand) ?? []);
  if (limits.length === 0) return { state: 'none_expected', limit: null, due_on: null, days };
  const limit = Math.min(...limits);
  const due_on = addDays(lastOn, limit);
  const left = daysBetween(today, due_on);
  const state = left <= 0 ? 'overdue' : left <= SOON_DAYS && limit > SOON_DAYS ? 'soon' : 'ok';
  return { state, limit, due_on, days };
}
