import { getRecord } from '#db/queries/records.ts';
import { lastSentReport } from '#db/queries/report.ts';
import { baselineRows, baselinesOf } from '#db/queries/tracking.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { snapshotSchema } from '#shared/domain/report/snapshot.ts';
import { type ToldDates, toldDates } from '#shared/domain/report/told.ts';
import type { PlanSince } from '#shared/ipc/channels/planSince.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { dayOf, formatDate, parseLocal } from '#shared/schedule/calendar/instant.ts';
import { finishDay } from '#shared/schedule/edit.ts';
import type { AppContext } from '../context.ts';

function columns(rows: readonly ToldDates[]): PlanSince['rows'] {
  return {
    id: rows.map(({ id }) => id),
    start: rows.map(({ start }) => start),
    finish: rows.map(({ finish }) => finish),
  };
}

/** A baseline has moments; people compare days. */
function dayRows(ctx: AppContext, baselineId: string): ToldDates[] {
  return baselineRows(ctx.store.read, baselineId).map(({ task_id: id, start_at, finish_at }) => {
    const start = start_at === null ? null : parseLocal(start_at);
    const finish = finish_at === null ? null : parseLocal(finish_at);
    return {
      id,
      start: start === null ? null : formatDate(dayOf(start)),
      finish: finish === null ? null : formatDate(finishDay(start, finish)),
    };
  });
}

/** Dates of the last report that was sent, else of the newest baseline. @throws AppError NOT_FOUND */
function since(ctx: AppContext, projectId: string): PlanSince | null {
  const { read } = ctx.store;
  if (!getRecord(read, 'project', projectId)) throw new AppError('NOT_FOUND', { entity: 'project' });
  const report = lastSentReport(read, projectId);
  if (report) {
    const snapshot = snapshotSchema.parse(JSON.parse(report.snapshot));
    return {
      from: { kind: 'report', no: report.no, on: snapshot.status_on },
      rows: columns(toldDates(snapshot)),
    };
  }
  const [baseline] = baselinesOf(read, projectId);
  if (!baseline) return null;
  const { id, name, taken_on: on } = baseline;
  return { from: { kind: 'baseline', name, on }, rows: columns(dayRows(ctx, id)) };
}

export const sinceHandlers = (ctx: AppContext): Handlers => ({
  'plan.since': ({ projectId }) => since(ctx, projectId),
});
