import { addDays, addMonths, weekdayOf } from './dates.ts';

export type ReportFrequency = 'weekly' | 'biweekly' | 'monthly' | 'none';

export interface ReportRule {
  readonly frequency: ReportFrequency;
  /** ISO weekday on which reports go out, 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** Day the last report was sent; null if none was. */
  readonly lastSentOn: string | null;
  /** Day from which the client waits for the first report: the start of the work. */
  readonly anchorOn: string | null;
}

const PERIOD: Readonly<Record<Exclude<ReportFrequency, 'none'>, (date: string) => string>> = {
  weekly: (date) => addDays(date, 7),
  biweekly: (date) => addDays(date, 14),
  monthly: (date) => addMonths(date, 1),
};

/**
 * R3: day the next report is due, or null if none is. It is the report weekday nearest to one period
 * after the last report, so that a report sent a day early or late neither skips nor doubles a turn.
 * Without a sent report the period counts from the anchor.
 */
export function nextReportDue(rule: ReportRule): string | null {
  const from = rule.lastSentOn ?? rule.anchorOn;
  if (rule.frequency === 'none' || from === null) return null;
  const ideal = PERIOD[rule.frequency](from);
  const ahead = (rule.weekday - weekdayOf(ideal) + 7) % 7;
  return addDays(ideal, ahead > 3 ? ahead - 7 : ahead);
}
