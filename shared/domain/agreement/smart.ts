/** G17: what a SMART goal needs before anybody signs it. */

export const SMART_FIELDS = ['specific', 'measurable', 'achievable', 'relevant', 'time_bound'] as const;
export type SmartField = (typeof SMART_FIELDS)[number];

/** A goal may be drafted with gaps; these are the texts that must not be empty when it is signed. */
export type SmartGoal = { readonly [F in SmartField]: string | null };

const filled = (text: string | null): boolean => text !== null && text.trim() !== '';

/** G17: the SMART fields that are still empty, in their order. */
export function smartGaps(goal: SmartGoal): readonly SmartField[] {
  return SMART_FIELDS.filter((field) => !filled(goal[field]));
}

export interface GoalStanding extends SmartGoal {
  readonly status: 'draft' | 'signed' | 'reached' | 'missed' | 'withdrawn';
  readonly client_visible: boolean;
}

/** Goals that belong on the confirmation: shown to the client and not withdrawn. */
export const isAgreed = (goal: Pick<GoalStanding, 'status' | 'client_visible'>): boolean =>
  goal.client_visible && goal.status !== 'withdrawn';
