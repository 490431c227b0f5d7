/** Material needs with the day that counts (J3). */
import type { Database } from 'better-sqlite3';
import { neededOn, needWarnings } from '#shared/domain/resource/need.ts';
import type { NeedRow } from '#shared/ipc/channels/resource.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { formatLocal } from '#shared/schedule/calendar/instant.ts';
import { planOutline, planSummaries, projectCalendars } from './plan.ts';
import { listRecords } from './records.ts';

interface TaskPlace {
  readonly number: string;
  readonly name: string;
  readonly start: string | null;
}

/** Start of the rows that needs hang on; of a summary that of its earliest row. */
function taskPlaces(db: Database, projectId: string, wanted: ReadonlySet<string>): Map<string, TaskPlace> {
  const places = new Map<string, TaskPlace>();
  if (wanted.size === 0) return places;
  const outline = planOutline(db, projectId);
  const sums = planSummaries(outline, projectCalendars(db, projectId));
  for (const [index, { row, number, summary }] of outline.entries()) {
    if (!wanted.has(row.id)) continue;
    const first = sums.get(index)?.start ?? null;
    const start = summary ? (first === null ? null : formatLocal(first)) : row.start_at;
    places.set(row.id, { number, name: row.name, start });
  }
  return places;
}

/** Needs of a project; those of tasks in the trash stand by themselves. @param today `YYYY-MM-DD` */
export function readNeeds(db: Database, projectId: string, today: string): NeedRow[] {
  const needs: readonly RecordOf<'material_need'>[] = listRecords(db, 'material_need', {
    project_id: projectId,
  });
  const places = taskPlaces(db, projectId, new Set(needs.flatMap(({ task_id }) => task_id ?? [])));
  return needs.map((need) => {
    const place = need.task_id === null ? undefined : places.get(need.task_id);
    const start = place?.start ?? null;
    return {
      id: need.id,
      neededOn: neededOn(need, start),
      taskStart: start?.slice(0, 10) ?? null,
      taskNumber: place?.number ?? null,
      taskName: place?.name ?? null,
      warnings: [...needWarnings(need, start, today)],
    };
  });
}
