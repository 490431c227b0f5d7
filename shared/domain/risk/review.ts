import { addDays } from '../deadline/dates.ts';

/** WF6: how often an open risk is looked at again when nothing else was agreed. */
export const REVIEW_INTERVAL_DAYS = 14;

/** Date of the review after one on `reviewedOn`. */
export function nextReviewOn(reviewedOn: string): string {
  return addDays(reviewedOn, REVIEW_INTERVAL_DAYS);
}

/** A risk that is over is not reviewed any more, whatever date it still carries. */
export function reviewIsDue(
  risk: { readonly status: string; readonly review_on: string | null },
  today: string,
): boolean {
  return (
    risk.review_on !== null &&
    risk.review_on <= today &&
    risk.status !== 'closed' &&
    risk.status !== 'occurred'
  );
}
