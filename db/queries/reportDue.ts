/** When the client of a project next waits for a report. Today, the list of projects and the project say the same. */
import { nextReportDue, type ReportFrequency } from '#shared/domain/deadline/reportDue.ts';
import type { Days } from './days.ts';

/** The moment the last report of project `p` left; NULL: none did. */
export const LAST_REPORT_SQL = `(SELECT max(coalesce(r.sent_at, r.draft_made_at)) FROM report r
      WHERE r.project_id = p.id AND r.deleted_at IS NULL)`;

export interface ReportRhythm {
  readonly report_frequency: ReportFrequency;
  readonly report_weekday: number;
  readonly start_on: string | null;
  readonly created_at: string;
  readonly last_report_at: string | null;
}

/**
 * R3: the day, which may lie in the past; null where none is due. Before the work has started nobody waits for a
 * report, unless one was already sent. Work that started before the project came into the app is reported on from
 * that day on, not in arrears.
 */
export function reportDueOn(row: ReportRhythm, { today, dayOf }: Days): string | null {
  const known = dayOf(row.created_at);
  const start = row.start_on === null || row.start_on > today ? null : row.start_on;
  return nextReportDue({
    frequency: row.report_frequency,
    weekday: row.report_weekday,
    lastSentOn: row.last_report_at === null ? null : dayOf(row.last_report_at),
    anchorOn: start !== null && start < known ? known : start,
  });
}
