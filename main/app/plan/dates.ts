import { prepared } from '#db/engine/statements.ts';
import { isElapsed, parseDuration } from '#shared/domain/plan/duration.ts';
import type { TaskPatch } from '#shared/ipc/channels/plan.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Patch, RecordOf } from '#shared/model/registry.ts';
import { ELAPSED_CALENDAR } from '#shared/schedule/calendar/compile.ts';
import { formatLocal, type Instant, parseDate, parseLocal } from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import {
  finishOn,
  progressFor,
  startOn,
  type TaskDates,
  withDuration,
  withFinish,
  withStart,
} from '#shared/schedule/edit.ts';
import type { PlanEdit } from './planCommit.ts';

type Task = RecordOf<'task'>;
export type Dates = Patch<'task'>;

const toLocal = (instant: Instant | null): string | null => (instant === null ? null : formatLocal(instant));
const toInstant = (local: string | null): Instant | null => (local === null ? null : parseLocal(local));

/** The clock a task runs on: round the clock for elapsed durations, else its calendar or the project's. */
export function clockOf(edit: PlanEdit, task: Pick<Task, 'calendar_id' | 'duration_unit'>): WorkCalendar {
  return isElapsed(task.duration_unit) ? ELAPSED_CALENDAR : edit.calendars.of(task.calendar_id);
}

export function datesOf(task: Pick<Task, 'start_at' | 'finish_at' | 'duration_tenths'>): TaskDates {
  return {
    start: toInstant(task.start_at),
    finish: toInstant(task.finish_at),
    duration: task.duration_tenths,
  };
}

function outOfCalendar(field: string): AppError {
  return new AppError('DATE_OUT_OF_CALENDAR', {}, { field: `task.${field}` });
}

function reversed(): AppError {
  return new AppError(
    'RULE_BROKEN',
    { entity: 'task' },
    { field: 'task.finish_at', reason: 'DATES_REVERSED' },
  );
}

/** A day means the working start (or end) on it; a moment with a time is taken as it is. */
function moment(clock: WorkCalendar, text: string, edge: 'start' | 'finish', milestone: boolean): Instant {
  const day = parseDate(text);
  const snap = edge === 'start' ? startOn : finishOn;
  const found = day === null ? parseLocal(text) : snap(clock, day, milestone);
  if (found === null) throw outOfCalendar(`${edge}_at`);
  return found;
}

/**
 * A start that a person chose holds an automatically scheduled task: not earlier than that day, or, where the plan
 * is calculated back from its finish, not later. Stronger constraints on the start move along; those on the finish
 * stay.
 */
export function pinned(
  edit: Pick<PlanEdit, 'project'>,
  task: Pick<Task, 'mode' | 'constraint_type'>,
  start: Instant,
): Dates {
  if (task.mode === 'manual') return {};
  const usual = edit.project.schedule_from === 'finish' ? 'snlt' : 'snet';
  const { constraint_type: type } = task;
  const kept = type === 'mso' || type === usual ? type : usual;
  if (type !== 'asap' && type !== 'alap' && kept !== type) return {};
  return { constraint_type: kept, constraint_at: formatLocal(start) };
}

/**
 * Work of people that sets the length of a task goes with a new duration: the work grows, or, where that is fixed,
 * more of them do it (semantics §2).
 */
export function rescaleWork({ tx }: PlanEdit, task: Task, duration: number | null | undefined): void {
  const before = task.duration_tenths;
  if (!duration || !before || duration === before || task.effort_type === 'fixed_duration') return;
  const rows = prepared(
    tx.db,
    `SELECT id, units, work_tenths AS work FROM assignment
     WHERE task_id = ? AND deleted_at IS NULL AND units > 0 AND work_tenths > 0`,
  ).all(task.id) as { id: string; units: number; work: number }[];
  for (const { id, units, work } of rows)
    tx.update(
      'assignment',
      id,
      task.effort_type === 'fixed_work'
        ? { units: (units * before) / duration }
        : { work_tenths: Math.round((work * duration) / before) },
    );
}

/** Stored fields for new dates, with the progress that belongs to them. */
export function storedDates(task: Task, dates: TaskDates, percent: number): Dates {
  const moved = dates.start !== toInstant(task.start_at);
  // Work that began began where the task now starts: a bar has one left end.
  const known = moved ? null : toInstant(task.actual_start_at);
  const progress = progressFor(percent, dates, known);
  const untouched = percent === task.percent && task.stop_at !== null && !moved;
  return {
    start_at: toLocal(dates.start),
    finish_at: toLocal(dates.finish),
    duration_tenths: dates.duration,
    percent: progress.percent,
    actual_start_at: toLocal(progress.actualStart),
    actual_finish_at: toLocal(progress.actualFinish),
    remaining_tenths: progress.remaining,
    ...(untouched ? {} : { stop_at: null, resume_at: null }),
  };
}

interface Draft {
  milestone: boolean;
  unit: string;
  dates: TaskDates;
}

function applyDuration(edit: PlanEdit, task: Task, draft: Draft, typed: string): void {
  const duration = parseDuration(typed, edit.units);
  if (!duration)
    throw new AppError(
      'PLAN_TEXT_UNREADABLE',
      { text: typed },
      { field: 'task.duration_tenths', reason: 'DURATION' },
    );
  draft.unit = duration.unit;
  draft.milestone = duration.tenths === 0;
  const clock = clockOf(edit, { ...task, duration_unit: draft.unit });
  const dates = withDuration(clock, draft.dates, duration.tenths);
  if (!dates) throw outOfCalendar('duration_tenths');
  draft.dates = dates;
}

function applyMilestone(edit: PlanEdit, task: Task, draft: Draft, milestone: boolean): void {
  const oneDay = edit.units.minutesPerDay * 10;
  draft.milestone = milestone;
  const length = milestone ? 0 : draft.dates.duration === 0 ? oneDay : null;
  if (length === null) return;
  const clock = clockOf(edit, { ...task, duration_unit: draft.unit });
  draft.dates = withDuration(clock, draft.dates, length) ?? draft.dates;
}

function applyEnds(edit: PlanEdit, task: Task, draft: Draft, patch: TaskPatch): void {
  const clock = clockOf(edit, { ...task, duration_unit: draft.unit });
  const oneDay = draft.milestone ? 0 : edit.units.minutesPerDay * 10;
  const only = draft.milestone ? (patch.finish ?? patch.start) : patch.start;
  if (only !== undefined) {
    const start = moment(clock, only, 'start', draft.milestone);
    const dates = withStart(clock, draft.dates, start, oneDay);
    if (!dates) throw outOfCalendar('start_at');
    draft.dates = draft.milestone ? { start, finish: start, duration: 0 } : dates;
  }
  if (patch.finish === undefined || draft.milestone) return;
  const dates = withFinish(clock, draft.dates, moment(clock, patch.finish, 'finish', false), oneDay);
  if (dates === 'reversed') throw reversed();
  if (!dates) throw outOfCalendar('finish_at');
  draft.dates = dates;
}

/**
 * Fields that follow from an edit of dates, duration, milestone or progress of a task without subtasks.
 * A new start keeps the duration, a new duration moves the finish, a new finish changes the duration.
 */
export function editedDates(edit: PlanEdit, task: Task, patch: TaskPatch): Dates {
  const draft: Draft = { milestone: task.milestone, unit: task.duration_unit, dates: datesOf(task) };
  if (patch.milestone !== undefined && patch.milestone !== task.milestone)
    applyMilestone(edit, task, draft, patch.milestone);
  if (patch.duration !== undefined) applyDuration(edit, task, draft, patch.duration);
  applyEnds(edit, task, draft, patch);
  const pins = patch.start !== undefined || (patch.finish !== undefined && draft.milestone);
  return {
    milestone: draft.milestone,
    duration_unit: draft.unit,
    ...storedDates(task, draft.dates, patch.percent ?? task.percent),
    ...(pins && draft.dates.start !== null ? pinned(edit, task, draft.dates.start) : {}),
  };
}
