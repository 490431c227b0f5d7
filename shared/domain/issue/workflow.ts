/** X6: raised → responded → solution explained → solved → confirmed by the client. */

export const ISSUE_STATUSES = ['raised', 'responded', 'explained', 'solved', 'confirmed'] as const;
export type IssueStatus = (typeof ISSUE_STATUSES)[number];

const filled = (text: string | null): boolean => text !== null && text.trim() !== '';

/** L2: fields that are missing for an issue to be in a status; measure and reason are told together. */
export function issueProblems(
  issue: { readonly measure: string | null; readonly reason: string | null },
  to: IssueStatus,
): readonly ('measure' | 'reason')[] {
  if (to === 'raised' || to === 'responded') return [];
  return (['measure', 'reason'] as const).filter((field) => !filled(issue[field]));
}

/** The usual next status; null once the client has confirmed. */
export function nextIssueStatus(status: IssueStatus): IssueStatus | null {
  return ISSUE_STATUSES[ISSUE_STATUSES.indexOf(status) + 1] ?? null;
}
