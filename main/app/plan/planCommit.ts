import { prepared } from '#db/engine/statements.ts';
import type { Tx } from '#db/log/tx.ts';
import type { Label } from '#db/log/types.ts';
import { type PlanTask, type ProjectCalendars, planOutline, projectCalendars } from '#db/queries/plan.ts';
import { getRecord } from '#db/queries/records.ts';
import type { DurationUnits } from '#shared/domain/plan/duration.ts';
import type { OutlineEntry } from '#shared/domain/plan/outline.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import type { AppContext } from '../context.ts';
import { followDurations } from '../resource/effort.ts';
import { ensureCalendar } from './calendar.ts';
import { settle } from './settle.ts';

export type PlanOutline = readonly OutlineEntry<PlanTask>[];

/** What commands on a plan share inside one commit. */
export interface PlanEdit {
  readonly tx: Tx;
  readonly project: RecordOf<'project'>;
  readonly calendars: ProjectCalendars;
  readonly units: DurationUnits;
  /** `YYYY-MM-DD` where the user is. */
  readonly today: string;
  /** Read at each call, own writes included; many edits need none. */
  outline(): PlanOutline;
}

export function unitsOf(project: RecordOf<'project'>): DurationUnits {
  return {
    minutesPerDay: project.minutes_per_day,
    minutesPerWeek: project.minutes_per_week,
    daysPerMonth: project.days_per_month,
  };
}

/** One intent on a plan is one commit; dates that follow from it are settled in the same step. */
export function planCommit<T>(
  ctx: AppContext,
  projectId: string,
  label: Label,
  body: (edit: PlanEdit) => T,
): T {
  return ctx.log.commit(label, (tx) => {
    const project = tx.get('project', projectId);
    ensureCalendar(tx, projectId, ctx.prefs.value.language);
    const edit: PlanEdit = {
      tx,
      project,
      calendars: projectCalendars(tx.db, projectId),
      units: unitsOf(project),
      today: ctx.today(),
      outline: () => planOutline(tx.db, projectId),
    };
    const value = body(edit);
    followDurations(tx);
    settle(edit);
    return value;
  }).value;
}

/** A task as stored. @throws AppError NOT_FOUND */
export function taskOf(ctx: AppContext, id: string): RecordOf<'task'> {
  const task = getRecord(ctx.store.read, 'task', id);
  if (!task) throw new AppError('NOT_FOUND', { entity: 'task' });
  return task;
}

/** The one project of all these tasks. @throws AppError NOT_FOUND, OTHER_PROJECT */
export function projectOf(ctx: AppContext, ids: readonly string[]): string {
  const first = taskOf(ctx, ids[0] ?? '').project_id;
  for (const id of ids.slice(1))
    if (taskOf(ctx, id).project_id !== first) throw new AppError('OTHER_PROJECT', { entity: 'task' });
  return first;
}

export const shortName = (name: string): string => name.slice(0, 80);

/** Whether the task has live subtasks: then its dates are theirs. */
export function isSummary(tx: Tx, id: string): boolean {
  return (
    prepared(tx.db, 'SELECT 1 FROM task WHERE parent_id = ? AND deleted_at IS NULL LIMIT 1').get(id) !==
    undefined
  );
}
