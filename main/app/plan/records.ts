/** Tasks written through the channels every entity has: their dates follow as after any command on a plan. */
import { getRecord } from '#db/queries/records.ts';
import type { Handlers } from '#main/ipc/router.ts';
import type { CreateInput, Patch, RecordOf } from '#shared/model/registry.ts';
import { formatLocal, parseLocal } from '#shared/schedule/calendar/instant.ts';
import { withDuration, withFinish, withStart } from '#shared/schedule/edit.ts';
import type { AppContext } from '../context.ts';
import { createLabel, updateLabel } from '../labels.ts';
import { rankAtEnd } from '../records.ts';
import { clockOf, datesOf, pinned } from './dates.ts';
import { type PlanEdit, planCommit } from './planCommit.ts';

type Task = RecordOf<'task'>;
type Dates = Pick<
  Task,
  'start_at' | 'finish_at' | 'duration_tenths' | 'duration_unit' | 'calendar_id' | 'milestone'
>;

/** Fields the dates of a plan follow from; a patch of others has nothing to settle here. */
const DATED = ['start_at', 'finish_at', 'duration_tenths', 'duration_unit', 'mode', 'milestone'] as const;

/** The length of a task whose ends were given without it; one whose length nobody said is a day long. */
function lengthOf(edit: PlanEdit, task: Dates): number {
  if (task.milestone) return 0;
  const { start, finish } = datesOf(task);
  const oneDay = edit.units.minutesPerDay * 10;
  if (start === null || finish === null) return task.duration_tenths ?? oneDay;
  return Math.max(0, clockOf(edit, task).workBetween(start, finish));
}

/** A start that is given holds the task, unless a constraint came with it. */
function held(edit: PlanEdit, task: Pick<Task, 'mode' | 'constraint_type' | 'start_at'>): Partial<Task> {
  const start = task.start_at === null ? null : parseLocal(task.start_at);
  return start === null ? {} : (pinned(edit, task, start) as Partial<Task>);
}

const NEW = {
  start_at: null,
  finish_at: null,
  duration_tenths: null,
  duration_unit: 'd',
  calendar_id: null,
  milestone: false,
  mode: 'auto',
  constraint_type: 'asap',
} as const;

/** With the start that follows where the finish alone was given; a milestone is where it ends. */
function begun<T extends Dates>(edit: PlanEdit, task: T): T {
  if (task.milestone) return { ...task, start_at: task.finish_at ?? task.start_at, duration_tenths: 0 };
  const { start, finish } = datesOf(task);
  if (start !== null || finish === null) return task;
  const dates = withFinish(clockOf(edit, task), datesOf(task), finish, edit.units.minutesPerDay * 10);
  return dates === null || dates === 'reversed' ? task : { ...task, start_at: formatLocal(dates.start) };
}

function createTask(ctx: AppContext, values: CreateInput<'task'>): { id: string } {
  const label = createLabel('task', values.name);
  const { id } = planCommit(ctx, values.project_id, label, (edit) => {
    const given = begun(edit, { ...NEW, ...values });
    const duration = given.duration_tenths ?? lengthOf(edit, given);
    const full: CreateInput<'task'> = {
      ...values,
      start_at: given.start_at,
      ...(given.constraint_type === 'asap' ? held(edit, given) : {}),
      duration_tenths: duration,
      rank: rankAtEnd(edit.tx, values.project_id, values.parent_id),
    };
    return { id: edit.tx.create('task', full) };
  });
  return { id };
}

/** The other end where one was given alone: a new start keeps the length, a new length moves the finish. */
function otherEnd(edit: PlanEdit, before: Task, after: Task): Partial<Task> {
  const clock = clockOf(edit, after);
  const { start, duration } = datesOf(after);
  const dates =
    start === null
      ? null
      : after.duration_tenths === before.duration_tenths
        ? withStart(clock, datesOf(before), start, lengthOf(edit, before))
        : withDuration(clock, { ...datesOf(before), start }, duration ?? 0);
  return dates === null || dates.finish === null ? {} : { finish_at: formatLocal(dates.finish) };
}

/** A milestone takes no time: one date is both of its ends, the finish if they differ. */
function updatedMilestone(edit: PlanEdit, before: Task, patch: Patch<'task'>): Patch<'task'> {
  const isNew = (name: 'start_at' | 'finish_at') => patch[name] !== undefined && patch[name] !== before[name];
  const names = (['finish_at', 'start_at'] as const).filter(isNew);
  const date = names[0] === undefined ? null : (patch[names[0]] ?? null);
  const isPinned = date !== null && patch.constraint_type === undefined;
  return {
    ...patch,
    duration_tenths: 0,
    ...(names.length > 0 ? { start_at: date, finish_at: date } : {}),
    ...(isPinned ? held(edit, { ...before, ...patch, start_at: date }) : {}),
  };
}

function updatedTask(edit: PlanEdit, before: Task, patch: Patch<'task'>): Patch<'task'> {
  const after: Task = { ...before, ...patch };
  if (after.milestone) return updatedMilestone(edit, before, patch);
  const isSet = (name: (typeof DATED)[number]) => patch[name] !== undefined && patch[name] !== before[name];
  const isOneEnd = patch.finish_at === undefined && (isSet('start_at') || isSet('duration_tenths'));
  // Both ends, or the new finish alone, say how long it is.
  const isMeasured = isSet('finish_at') && !isSet('duration_tenths');
  return {
    ...patch,
    ...(isOneEnd ? otherEnd(edit, before, after) : {}),
    ...(isSet('start_at') && patch.constraint_type === undefined ? held(edit, after) : {}),
    ...(isMeasured ? { duration_tenths: lengthOf(edit, after) } : {}),
    // What was a milestone takes a day, unless it is said how long.
    ...(before.milestone && (after.duration_tenths ?? 0) === 0
      ? { duration_tenths: edit.units.minutesPerDay * 10 }
      : {}),
  };
}

/** @throws AppError NOT_FOUND, IN_TRASH */
function updateTask(ctx: AppContext, id: string, patch: Patch<'task'>): { changed: boolean } {
  const stored = getRecord(ctx.store.read, 'task', id);
  const label = updateLabel(ctx, 'task', id, patch);
  const isMoved = patch.project_id !== undefined && patch.project_id !== stored?.project_id;
  if (!stored || isMoved || !DATED.some((name) => patch[name] !== undefined))
    return { changed: ctx.log.commit(label, (tx) => tx.update('task', id, patch)).value };
  return planCommit(ctx, stored.project_id, label, (edit) => {
    const before = edit.tx.get('task', id);
    return { changed: edit.tx.update('task', id, updatedTask(edit, before, patch)) };
  });
}

export function taskRecordHandlers(ctx: AppContext): Handlers {
  return {
    'task.create': ({ values }) => createTask(ctx, values),
    'task.update': ({ id, patch }) => {
      const { changed } = updateTask(ctx, id, patch);
      return { changed };
    },
  };
}
