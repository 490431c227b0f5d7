import { prepared } from '#db/engine/statements.ts';
import type { Tx } from '#db/log/tx.ts';
import type { Label } from '#db/log/types.ts';
import { type PlanTask, type ProjectCalendars, planOutline, projectCalendars } from '#db/queries/plan.ts';
import { getRecord } from '#db/queries/records.ts';
import type { DurationUnits } from '#shared/domain/plan/duration.ts';
import type { OutlineEntry } from '#shared/domain/plan/outline.ts';
import type { PlanEffect } from '#shared/ipc/channels/plan.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import type { AppContext } from '../context.ts';
import { followDurations } from '../resource/effort.ts';
import { ensureCalendar } from './ensureCalendar.ts';
import { schedulesOf } from './schedules.ts';
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

/**
 * The day a plan begins has to be known, or it would begin with whatever task happens to be the first. Without
 * tasks that is today.
 */
function ensureStart(edit: PlanEdit): void {
  const { start_on, finish_on, scheduling } = edit.tx.get('project', edit.project.id);
  if (start_on !== null || scheduling === 'kept') return;
  const { first } = prepared(
    edit.tx.db,
    'SELECT min(start_at) AS first FROM task WHERE project_id = ? AND deleted_at IS NULL AND blank = 0',
  ).get(edit.project.id) as { first: string | null };
  const day = first?.slice(0, 10) ?? edit.today;
  if (finish_on === null || finish_on >= day) edit.tx.update('project', edit.project.id, { start_on: day });
}

/** What a command on a plan answers besides its own. */
export interface Effect {
  readonly effect: PlanEffect;
}

function editOf(ctx: AppContext, tx: Tx, projectId: string): PlanEdit {
  ensureCalendar(tx, projectId, ctx.prefs.language);
  const project = tx.get('project', projectId);
  return {
    tx,
    project,
    calendars: projectCalendars(tx.db, projectId),
    units: unitsOf(project),
    today: ctx.today(),
    outline: () => planOutline(tx.db, projectId),
  };
}

/**
 * One intent on a plan is one commit; dates that follow from it are settled in the same step. A plan whose dates
 * were never calculated (of an earlier version, or written without a plan) is kept as it is from then on: no edit
 * of one task moves others that nobody looked at.
 */
export function planCommit<T extends object>(
  ctx: AppContext,
  projectId: string,
  label: Label,
  body: (edit: PlanEdit) => T,
  /** Runs when the dates have been settled, in the same step: for what freezes them. */
  after?: (tx: Tx) => void,
): T & Effect {
  const schedules = schedulesOf(ctx);
  return ctx.log.commit(label, (tx) => {
    tx.get('project', projectId);
    const taken = schedules.take(tx.db, projectId);
    const before = taken.schedule.snapshot();
    const isSettled = taken.schedule.moves().size === 0;
    const edit = editOf(ctx, tx, projectId);
    if (!isSettled) tx.update('project', projectId, { scheduling: 'kept' });
    const answer = body(edit);
    followDurations(tx);
    ensureStart(edit);
    schedules.absorb(taken, tx, projectId);
    const effect = settle(tx, before, taken.schedule);
    schedules.giveAfter(projectId, taken, tx);
    after?.(tx);
    return { ...answer, effect };
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

/** Whether the task has live subtasks: then its dates are theirs. */
export function isSummary(tx: Tx, id: string): boolean {
  return (
    prepared(tx.db, 'SELECT 1 FROM task WHERE parent_id = ? AND deleted_at IS NULL LIMIT 1').get(id) !==
    undefined
  );
}
