/** Milestones of several projects: how late each is, and which of them fall into a period. Pure. */
import { addDays, daysBetween } from '../deadline/dates.ts';

interface Dated {
  readonly due_on: string | null;
  readonly promised_on: string | null;
  readonly planned_on: string | null;
}

/** Calendar days after the promised day, else after that of the baseline; negative is early, null: nothing to compare. */
export function slipOf({ due_on, promised_on, planned_on }: Dated): number | null {
  const wanted = promised_on ?? planned_on;
  return due_on === null || wanted === null ? null : daysBetween(wanted, due_on);
}

export const PERIODS = ['all', 'overdue', 'days30', 'days90', 'year', 'undated'] as const;
export type Period = (typeof PERIODS)[number];

const LAST_DAY: Readonly<Partial<Record<Period, number>>> = { days30: 30, days90: 90, year: 365 };

/** Whether a day belongs to a period as seen from today. The next days include those already overdue: they are next. */
export function inPeriod(due: string | null, period: Period, today: string): boolean {
  if (period === 'all') return true;
  if (period === 'undated') return due === null;
  if (due === null) return false;
  if (period === 'overdue') return due < today;
  return due <= addDays(today, LAST_DAY[period] ?? 0);
}
