/** O1: when the next report of a project falls due. */

export type ReportFrequency = 'weekly' | 'biweekly' | 'monthly' | 'none';

export interface ReportRhythm {
  readonly frequency: ReportFrequency;
  /** ISO weekday, 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
}

const DAY = 86_400_000;

const toMs = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const toDate = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** First day with the ISO weekday on or after `date`. */
function weekdayFrom(date: string, weekday: number): string {
  const ms = toMs(date);
  const iso = ((new Date(ms).getUTCDay() + 6) % 7) + 1;
  return toDate(ms + ((weekday - iso + 7) % 7) * DAY);
}

/** Same day of the next month, or its last day if that month is shorter. */
function monthLater(date: string): string {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
  return toDate(Date.UTC(y, m, Math.min(d, last)));
}

/**
 * Day of the next report, `YYYY-MM-DD`; null where none is agreed. `covered` is the last day that a sent
 * or frozen report speaks of; without one the first report is due on the agreed weekday from `from` on.
 * The day may lie in the past: then the report is overdue.
 */
export function nextReportDue(rhythm: ReportRhythm, covered: string | null, from: string): string | null {
  if (rhythm.frequency === 'none') return null;
  if (covered === null) return weekdayFrom(from, rhythm.weekday);
  if (rhythm.frequency === 'monthly') return weekdayFrom(monthLater(covered), rhythm.weekday);
  const days = rhythm.frequency === 'weekly' ? 1 : 8;
  return weekdayFrom(toDate(toMs(covered) + days * DAY), rhythm.weekday);
}
