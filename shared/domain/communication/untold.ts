/** O14: what the client should know and has not been told, or not since it changed. */
import { daysBetween } from '../deadline/dates.ts';

export const UNTOLD_KINDS = ['risk', 'issue', 'decision', 'date'] as const;
export type UntoldKind = (typeof UNTOLD_KINDS)[number];

export interface Told {
  /** Day the client was told; null: never. */
  readonly informed_on: string | null;
  /** Day of the last change of what the client would read; null: none since it was made. */
  readonly changed_on: string | null;
  /** The change was written after the client was marked as told. Decides when both fall on one day. */
  readonly changed_after: boolean;
}

export type UntoldReason = 'never' | 'changed';

/** Why the client has to be told; null: he knows. */
export function untoldReason({ informed_on, changed_on, changed_after }: Told): UntoldReason | null {
  if (informed_on === null) return 'never';
  if (changed_on === null || changed_on < informed_on) return null;
  return changed_on > informed_on || changed_after ? 'changed' : null;
}

/** Fields of what the client reads: a change of another one is none of his business. */
export const CLIENT_FACING = {
  risk: ['client_visible', 'client_text', 'occurred_on'],
  issue: ['client_wording', 'severity', 'status', 'due_on'],
  // The outcome is the client's own choice: he knows it.
  decision: ['question', 'options', 'needed_on', 'consequence'],
} as const;

export interface DateTold {
  readonly now_on: string;
  /** Day the client was last told; null if nobody ever told him one. */
  readonly told_on: string | null;
  readonly done: boolean;
}

/** Days by which a date lies after (negative: before) the one the client knows; null if there is nothing to tell. */
export function dateShift({ now_on, told_on, done }: DateTold): number | null {
  if (told_on === null || done || now_on === told_on) return null;
  return daysBetween(told_on, now_on);
}
