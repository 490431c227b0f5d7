import { daysBetween } from './dates.ts';

/** How soon something is due, the most urgent first. */
export const DUE_BUCKETS = ['overdue', 'today', 'week', 'fortnight'] as const;
export type DueBucket = (typeof DUE_BUCKETS)[number];

/** Last day of the horizon that the Today page looks at, in days from today. */
export const HORIZON_DAYS = 14;

/** Group of a due date as seen from `today`; null when it lies beyond the horizon. */
export function dueBucket(due: string, today: string): DueBucket | null {
  const days = daysBetween(today, due);
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  if (days <= 7) return 'week';
  return days <= HORIZON_DAYS ? 'fortnight' : null;
}
