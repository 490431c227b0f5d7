import { buffersOf, takenFrom } from '#db/queries/buffers.ts';
import { getRecord } from '#db/queries/records.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { durationInput, parseDuration, readUnit } from '#shared/domain/plan/duration.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { withDuration } from '#shared/schedule/edit.ts';
import type { AppContext } from '../context.ts';
import { createLabel } from '../labels.ts';
import { clockOf, datesOf, storedDates } from '../plan/dates.ts';
import { isSummary, type PlanEdit, planCommit, taskOf } from '../plan/planCommit.ts';
import { placeFor, placeTasks } from '../plan/structure.ts';
import { newDates } from '../plan/tasks.ts';

/** Working time as typed. Round-the-clock time is none: a buffer is working time. @throws AppError PLAN_TEXT_UNREADABLE */
function readAmount(edit: PlanEdit, text: string): { tenths: number; unit: string } {
  const read = parseDuration(text, edit.units);
  if (!read || read.tenths <= 0 || readUnit(read.unit).elapsed)
    throw new AppError(
      'PLAN_TEXT_UNREADABLE',
      { text },
      { field: 'task.duration_tenths', reason: 'DURATION' },
    );
  return { tenths: read.tenths, unit: read.unit.replace('?', '') };
}

/** Sets what is left; start stays, finish follows. */
function setLeft(edit: PlanEdit, task: RecordOf<'task'>, left: number, total: number): void {
  const dates = withDuration(clockOf(edit, task), datesOf(task), left);
  if (!dates) throw new AppError('DATE_OUT_OF_CALENDAR', {}, { field: 'task.finish_at' });
  edit.tx.update('task', task.id, { ...storedDates(task, dates, task.percent), buffer_tenths: total });
}

const used = (edit: PlanEdit, id: string): number =>
  takenFrom(edit.tx.db, id).reduce((sum, tenths) => sum + tenths, 0);

/** A buffer. @throws AppError NOT_A_BUFFER */
function bufferTask(edit: PlanEdit, id: string): RecordOf<'task'> {
  const task = edit.tx.get('task', id);
  if (task.buffer_kind === null) throw new AppError('NOT_A_BUFFER', { name: clipped(task.name) });
  return task;
}

function addBuffer(ctx: AppContext, input: InputOf<'tracking.addBuffer'>) {
  const label = createLabel('task', input.name);
  const place =
    input.afterId === null
      ? ({ where: 'end', id: null } as const)
      : ({ where: 'after', id: input.afterId } as const);
  return planCommit(ctx, input.projectId, label, (edit) => {
    const { tenths, unit } = readAmount(edit, input.duration);
    const id = edit.tx.create('task', {
      project_id: input.projectId,
      name: input.name,
      ...newDates(edit, place, false),
      duration_unit: unit,
      buffer_kind: input.kind,
      buffer_tenths: tenths,
      notes: input.reason,
    });
    const target = placeFor(edit, place, new Set([id]));
    placeTasks(edit, [id], target.parentId, target.index);
    setLeft(edit, edit.tx.get('task', id), tenths, tenths);
    return { id };
  });
}

function setBuffer(ctx: AppContext, { id, kind, reason }: InputOf<'tracking.setBuffer'>) {
  const { project_id, name } = taskOf(ctx, id);
  const label = { key: 'update', args: { entity: 'task', name: clipped(name), field: 'buffer_kind' } };
  return planCommit(ctx, project_id, label, (edit) => {
    const task = edit.tx.get('task', id);
    if (kind !== null && (task.milestone || isSummary(edit.tx, id)))
      throw new AppError(
        'BUFFER_NEEDS_DURATION',
        { name: clipped(task.name) },
        { field: 'task.buffer_kind' },
      );
    const buffer_tenths = kind === null ? null : (task.duration_tenths ?? 0) + Math.max(0, used(edit, id));
    const notes = reason === undefined ? {} : { notes: reason };
    return { changed: edit.tx.update('task', id, { buffer_kind: kind, buffer_tenths, ...notes }) };
  });
}

function useBuffer(ctx: AppContext, input: InputOf<'tracking.useBuffer'>) {
  const { project_id, name } = taskOf(ctx, input.id);
  const key = input.giveBack ? 'bufferGiveBack' : 'bufferUse';
  return planCommit(ctx, project_id, { key, args: { name: clipped(name), amount: input.amount } }, (edit) => {
    const task = bufferTask(edit, input.id);
    const { tenths } = readAmount(edit, input.amount);
    const length = task.duration_tenths ?? 0;
    const taken = used(edit, task.id);
    const change = input.giveBack ? -tenths : tenths;
    const most = input.giveBack ? taken : length;
    if (tenths > most)
      throw new AppError(
        input.giveBack ? 'BUFFER_NOT_TAKEN' : 'BUFFER_TOO_SHORT',
        { name: clipped(task.name), left: durationInput(most, 'd', edit.units) },
        { field: 'buffer_use.tenths' },
      );
    const id = edit.tx.create('buffer_use', {
      task_id: task.id,
      used_on: input.on,
      tenths: change,
      reason: input.reason,
      risk_id: input.riskId,
    });
    setLeft(edit, task, length - change, length + taken);
    return { id, left: length - change };
  });
}

function removeUse(ctx: AppContext, id: string) {
  const stored = getRecord(ctx.store.read, 'buffer_use', id);
  if (!stored) throw new AppError('NOT_FOUND', { entity: 'buffer_use' });
  const { project_id } = taskOf(ctx, stored.task_id);
  const label = { key: 'remove', args: { entity: 'buffer_use', name: clipped(stored.reason) } };
  return planCommit(ctx, project_id, label, (edit) => {
    const { tenths } = edit.tx.get('buffer_use', id);
    const task = bufferTask(edit, stored.task_id);
    const left = Math.max(0, (task.duration_tenths ?? 0) + tenths);
    edit.tx.remove('buffer_use', id);
    setLeft(edit, task, left, left + Math.max(0, used(edit, task.id)));
    return { left };
  });
}

function buffers(ctx: AppContext, projectId: string) {
  const project = getRecord(ctx.store.read, 'project', projectId);
  if (!project) throw new AppError('NOT_FOUND', { entity: 'project' });
  return { minutesPerDay: project.minutes_per_day, rows: buffersOf(ctx.store.read, project, ctx.today()) };
}

export function bufferHandlers(ctx: AppContext): Handlers {
  return {
    'tracking.buffers': ({ projectId }) => buffers(ctx, projectId),
    'tracking.addBuffer': (input) => addBuffer(ctx, input),
    'tracking.setBuffer': (input) => setBuffer(ctx, input),
    'tracking.useBuffer': (input) => useBuffer(ctx, input),
    'tracking.removeBufferUse': ({ id }) => removeUse(ctx, id),
  };
}
