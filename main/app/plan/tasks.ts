import type { Handlers } from '#main/ipc/router.ts';
import { topmost } from '#shared/domain/plan/outline.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { catalogues } from '#shared/i18n/index.ts';
import type { Place, TaskPatch } from '#shared/ipc/channels/plan.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { CreateInput, Patch, RecordOf } from '#shared/model/registry.ts';
import { formatLocal, parseDate } from '#shared/schedule/calendar/instant.ts';
import { type KnownDates, resizeDates, shiftDates, startOn } from '#shared/schedule/edit.ts';
import type { AppContext } from '../context.ts';
import { createLabel } from '../labels.ts';
import { clockOf, datesOf, editedDates, pinned, rescaleWork, storedDates } from './dates.ts';
import { type Effect, isSummary, type PlanEdit, planCommit, projectOf, taskOf } from './planCommit.ts';
import { placeFor, placeTasks } from './structure.ts';

/** Fields that a summary takes from its subtasks. */
const COMPUTED = ['start', 'finish', 'duration', 'percent', 'milestone'] as const;

/** Dates of a new task: at the row it is put at, else at the start of the project, else today; one working day. */
export function newDates(edit: PlanEdit, place: Place, milestone: boolean): Partial<CreateInput<'task'>> {
  const near = place.id === null ? null : edit.tx.get('task', place.id).start_at;
  const clock = edit.calendars.of(null);
  const day = parseDate((near ?? edit.project.start_on ?? edit.today).slice(0, 10));
  const start = day === null ? null : startOn(clock, day, milestone);
  const duration = milestone ? 0 : edit.units.minutesPerDay * 10;
  const finish = start === null ? null : clock.addWork(start, duration);
  if (start === null || finish === null) return { duration_tenths: duration };
  return {
    start_at: formatLocal(start),
    finish_at: formatLocal(finish),
    duration_tenths: duration,
    remaining_tenths: duration,
  };
}

function addTask(
  ctx: AppContext,
  input: {
    projectId: string;
    place: Place;
    name?: string | undefined;
    milestone?: boolean | undefined;
  },
) {
  const texts = catalogues[ctx.prefs.language];
  const milestone = input.milestone ?? false;
  const name = input.name ?? (milestone ? texts.plan.newMilestone : texts.plan.newTask);
  const label = createLabel('task', name);
  const body = (edit: PlanEdit) => {
    const values = {
      project_id: input.projectId,
      name,
      milestone,
      ...newDates(edit, input.place, milestone),
    };
    const id = edit.tx.create('task', values);
    const target = placeFor(edit, input.place, new Set([id]));
    placeTasks(edit, [id], target.parentId, target.index);
    return { id };
  };
  return planCommit(ctx, input.projectId, label, body);
}

function plainFields(patch: TaskPatch, edit: PlanEdit, task: RecordOf<'task'>): Patch<'task'> {
  const { constraint_on, deadline_on, start, finish, duration, percent, milestone, ...plain } = patch;
  const { constraint_type } = plain;
  const clock = edit.calendars.of(task.calendar_id);
  const at = (date: string | null, end: boolean): string | null => {
    const day = date === null ? null : parseDate(date);
    if (day === null) return null;
    const found = end ? clock.prevWorkEnd((day + 1) * 14_400) : startOn(clock, day, true);
    return found === null ? null : formatLocal(found);
  };
  const type = constraint_type ?? task.constraint_type;
  const ends = type === 'mfo' || type === 'fnet' || type === 'fnlt';
  const free = type === 'asap' || type === 'alap';
  const constraint_at = free ? null : constraint_on === undefined ? undefined : at(constraint_on, ends);
  const fallback = !free && task.constraint_at === null && constraint_at === undefined;
  const given: Record<string, unknown> = {
    ...plain,
    constraint_at: fallback && constraint_type ? (ends ? task.finish_at : task.start_at) : constraint_at,
    deadline_at: deadline_on === undefined ? undefined : at(deadline_on, true),
  };
  if (constraint_type === undefined && constraint_on === undefined) delete given.constraint_at;
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Patch<'task'>;
}

function editTask(ctx: AppContext, id: string, patch: TaskPatch): { changed: boolean } & Effect {
  const task = taskOf(ctx, id);
  const field = Object.keys(patch)[0] ?? '';
  const stored: Record<string, string> = {
    start: 'start_at',
    finish: 'finish_at',
    duration: 'duration_tenths',
    constraint_on: 'constraint_at',
    deadline_on: 'deadline_at',
  };
  const args = { entity: 'task', name: clipped(patch.name ?? task.name), field: stored[field] ?? field };
  const body = (edit: PlanEdit) => {
    const current = edit.tx.get('task', id);
    const computed = COMPUTED.filter((key) => patch[key] !== undefined);
    if (computed.length > 0 && isSummary(edit.tx, id))
      throw new AppError(
        'SUMMARY_COMPUTED',
        { name: clipped(current.name) },
        { field: `task.${computed[0]}` },
      );
    const plain = plainFields(patch, edit, current);
    const dated =
      computed.length > 0 ? editedDates(edit, { ...current, ...plain } as typeof current, patch) : {};
    rescaleWork(edit, current, dated.duration_tenths);
    const values = { ...plain, ...dated, ...(plain.constraint_type ? plain : {}) };
    return { changed: edit.tx.update('task', id, values) };
  };
  return planCommit(ctx, task.project_id, { key: 'update', args }, body);
}

/** The chosen tasks, and for a summary all the tasks below it, without those twice. */
function leavesOf(edit: PlanEdit, ids: readonly string[]): string[] {
  // The usual drag of a bar or two need not read the outline of a large plan.
  if (ids.length <= 20 && !ids.some((id) => isSummary(edit.tx, id))) return [...new Set(ids)];
  const outline = edit.outline();
  const chosen = new Set(ids);
  const inside = new Set<number>();
  const out: string[] = [];
  for (const [index, { row, parent, summary }] of outline.entries()) {
    if (!chosen.has(row.id) && !inside.has(parent)) continue;
    inside.add(index);
    if (!summary) out.push(row.id);
  }
  return out;
}

function writeDates(edit: PlanEdit, task: RecordOf<'task'>, dates: KnownDates, pins: boolean): boolean {
  rescaleWork(edit, task, dates.duration);
  return edit.tx.update('task', task.id, {
    ...storedDates(task, dates, task.percent),
    ...(pins ? pinned(edit, task, dates.start) : {}),
  });
}

function shiftTasks(ctx: AppContext, ids: readonly string[], days: number): { count: number } & Effect {
  const label = { key: 'planShift', args: { count: ids.length } };
  const body = (edit: PlanEdit) => {
    let count = 0;
    for (const id of leavesOf(edit, ids)) {
      const task = edit.tx.get('task', id);
      if (task.start_at === null || task.blank) continue;
      const dates = shiftDates(clockOf(edit, task), datesOf(task), days, task.milestone);
      if (!dates) throw new AppError('DATE_OUT_OF_CALENDAR', {}, { field: 'task.start_at' });
      if (writeDates(edit, task, dates, true)) count += 1;
    }
    return { count };
  };
  return planCommit(ctx, projectOf(ctx, ids), label, body);
}

function resizeTask(
  ctx: AppContext,
  id: string,
  edge: 'start' | 'finish',
  days: number,
): { changed: boolean } & Effect {
  const stored = taskOf(ctx, id);
  const label = { key: 'planResize', args: { name: clipped(stored.name) } };
  const body = (edit: PlanEdit) => {
    const task = edit.tx.get('task', id);
    if (isSummary(edit.tx, id))
      throw new AppError('SUMMARY_COMPUTED', { name: clipped(task.name) }, { field: 'task.duration_tenths' });
    const { start, finish, duration } = datesOf(task);
    if (start === null || finish === null || task.milestone) return { changed: false };
    const dates = resizeDates(clockOf(edit, task), { start, finish, duration: duration ?? 0 }, edge, days);
    if (!dates) throw new AppError('DATE_OUT_OF_CALENDAR', {}, { field: `task.${edge}_at` });
    return { changed: writeDates(edit, task, dates, edge === 'start') };
  };
  return planCommit(ctx, stored.project_id, label, body);
}

function removeTasks(ctx: AppContext, ids: readonly string[]): { count: number } & Effect {
  const single = ids.length === 1 ? taskOf(ctx, ids[0] ?? '') : null;
  const label = single
    ? { key: 'remove', args: { entity: 'task', name: clipped(single.name) } }
    : { key: 'planRemove', args: { count: ids.length } };
  const body = (edit: PlanEdit) => {
    const roots = topmost(edit.outline(), new Set(ids));
    for (const { id } of roots) edit.tx.remove('task', id);
    return { count: edit.tx.touched().get('task')?.size ?? 0 };
  };
  return planCommit(ctx, projectOf(ctx, ids), label, body);
}

export function taskHandlers(ctx: AppContext): Handlers {
  return {
    'plan.addTask': (input) => addTask(ctx, input),
    'plan.editTask': ({ id, patch }) => editTask(ctx, id, patch),
    'plan.shiftTasks': ({ ids, days }) => shiftTasks(ctx, ids, days),
    'plan.resizeTask': ({ id, edge, days }) => resizeTask(ctx, id, edge, days),
    'plan.removeTasks': ({ ids }) => removeTasks(ctx, ids),
  };
}
