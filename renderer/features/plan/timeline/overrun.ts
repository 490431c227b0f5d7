import type { Instant } from '#shared/schedule/calendar/instant.ts';
import type { PlanRow } from '../model.ts';

/** What was set for a summary, where the rolled-up end of its tasks passes it; else null. */
export function overrun(row: PlanRow, finish: Instant): Instant | null {
  if (!row.summary || row.index < 0) return null;
  const limits = [row.deadline, row.promised].flatMap((limit) => limit ?? []);
  const limit = limits.length === 0 ? null : Math.min(...limits);
  return limit !== null && finish > limit ? limit : null;
}
