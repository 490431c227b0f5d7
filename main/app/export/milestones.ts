/** Milestones of a project as whole days of a calendar. */

import type { Lazy } from '#db/queries/projectRows.ts';
import { buildOutline } from '#shared/domain/plan/outline.ts';
import { writeDayCalendar } from '#shared/interchange/ical/write.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { dayOf } from '#shared/schedule/calendar/instant.ts';
import { instantOf } from './source.ts';

/** @param madeAt ISO-8601 UTC */
export function milestonesCalendar(
  project: RecordOf<'project'>,
  tasks: readonly Lazy<RecordOf<'task'>>[],
  madeAt: string,
): string {
  const events = buildOutline(tasks).flatMap(({ row, summary }) => {
    const at = instantOf(row.finish_at ?? row.start_at);
    if (!row.milestone || summary || row.blank || !row.active || at === null) return [];
    return [
      {
        uid: `${row.id}@milepost.invalid`,
        day: dayOf(at),
        summary: row.name,
        description: [project.name, row.deliverable].filter((line) => line !== null).join('\n'),
        changedAt: row.updated_at,
      },
    ];
  });
  return writeDayCalendar({ name: project.name, events, madeAt });
}
