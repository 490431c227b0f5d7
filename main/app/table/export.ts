/** The plan as a task list. */
import { planLinks, planOutline, planSummaries, projectCalendars } from '#db/queries/plan.ts';
import { taskDetails } from '#db/queries/taskList.ts';
import type { AppContext } from '#main/app/context.ts';
import type { WrittenLink, WrittenTask } from '#shared/interchange/table/write.ts';
import { formatLocal, type Instant, parseLocal } from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import { finishDay, finishOn, startOn } from '#shared/schedule/edit.ts';

type Edge = 'start' | 'finish';

/** The day alone where the time is the one that a day stands for; else day and time. */
function written(clock: WorkCalendar, at: Instant | null, edge: Edge, milestone: boolean): string | null {
  if (at === null) return null;
  const day = finishDay(edge === 'start' ? at : null, at);
  const usual = edge === 'start' ? startOn(clock, day, milestone) : finishOn(clock, day, milestone);
  const text = formatLocal(at);
  return at === usual || milestone ? text.slice(0, 10) : text;
}

const instant = (local: string | null): Instant | null => (local === null ? null : parseLocal(local));

/** Tasks of a project in outline order, as they are written to a list. Blank rows of imported plans are left out. */
export function writtenTasks(ctx: AppContext, projectId: string): WrittenTask[] {
  const db = ctx.store.read;
  const outline = planOutline(db, projectId);
  const calendars = projectCalendars(db, projectId);
  const sums = planSummaries(outline, calendars);
  const details = taskDetails(db, projectId);
  const numbers = new Map(outline.map(({ row, number }) => [row.id, number]));
  const links = new Map<string, WrittenLink[]>();
  for (const { from_id, to_id, ...link } of planLinks(db, projectId)) {
    const number = numbers.get(from_id);
    if (number === undefined) continue;
    const own = links.get(to_id) ?? [];
    own.push({ number, ...link });
    links.set(to_id, own);
  }
  return outline.flatMap(({ row, number, summary }, index): WrittenTask[] => {
    if (row.blank === 1) return [];
    const sum = sums.get(index);
    const clock = calendars.of(row.calendar_id);
    const milestone = row.milestone === 1 && !summary;
    const start = summary ? (sum?.start ?? null) : instant(row.start_at);
    const finish = summary ? (sum?.finish ?? null) : instant(row.finish_at);
    const detail = details.get(row.id);
    return [
      {
        number,
        name: row.name,
        start: written(clock, start, 'start', milestone),
        finish: written(clock, finish, 'finish', milestone),
        duration:
          summary || row.duration_tenths === null
            ? null
            : { tenths: row.duration_tenths, unit: row.duration_unit },
        percent: summary ? null : row.percent,
        milestone,
        responsible: row.responsible,
        deliverable: detail?.deliverable ?? null,
        cost: detail?.cost_minor ?? null,
        notes: detail?.notes ?? null,
        links: links.get(row.id) ?? [],
      },
    ];
  });
}
