/** J1–J4: assignments, load against capacity, material needs. */
import { prepared } from '#db/engine/statements.ts';
import { readNeeds } from '#db/queries/needs.ts';
import { getRecord } from '#db/queries/records.ts';
import { readCauses, readLoad } from '#db/queries/resource.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { newEffort, withUnits, withWork } from '#shared/domain/resource/effort.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { type AssignmentRow, LOAD_MAX_DAYS } from '#shared/ipc/channels/resource.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { EntityType, RecordOf } from '#shared/model/registry.ts';
import { parseDate } from '#shared/schedule/calendar/instant.ts';
import type { AppContext } from '../context.ts';
import { isSummary, planCommit, taskOf } from '../plan/planCommit.ts';

function stored<T extends EntityType>(ctx: AppContext, type: T, id: string): RecordOf<T> {
  const record = getRecord(ctx.store.read, type, id);
  if (!record) throw new AppError('NOT_FOUND', { entity: type });
  return record;
}

/** @throws AppError RULE_BROKEN if the range is reversed or longer than a chart can show */
function daysOf(from: string, to: string): { first: number; end: number } {
  const first = parseDate(from) ?? 0;
  const end = (parseDate(to) ?? 0) + 1;
  if (end <= first)
    throw new AppError('RULE_BROKEN', { entity: 'resource' }, { field: 'to', reason: 'DATES_REVERSED' });
  if (end - first > LOAD_MAX_DAYS)
    throw new AppError('RULE_BROKEN', { entity: 'resource' }, { field: 'to', reason: 'RANGE_TOO_LONG' });
  return { first, end };
}

const isTimed = (kind: RecordOf<'resource'>['kind']): boolean => kind === 'work' || kind === 'equipment';

type Wanted = { readonly id: string } | { readonly name: string };

function refuse(field: 'task_id' | 'resource_id', reason: string): AppError {
  return new AppError('RULE_BROKEN', { entity: 'assignment' }, { field: `assignment.${field}`, reason });
}

function assign(ctx: AppContext, taskId: string, wanted: Wanted, units: number | undefined) {
  const task = taskOf(ctx, taskId);
  const name = 'id' in wanted ? stored(ctx, 'resource', wanted.id).name : wanted.name;
  const label = { key: 'resourceAssign', args: { resource: clipped(name), task: clipped(task.name) } };
  return planCommit(ctx, task.project_id, label, ({ tx }) => {
    if (isSummary(tx, taskId)) throw refuse('task_id', 'SUMMARY_ASSIGNED');
    const id = 'id' in wanted ? wanted.id : tx.create('resource', { project_id: task.project_id, name });
    const resource = tx.get('resource', id);
    const twice = prepared(
      tx.db,
      'SELECT 1 FROM assignment WHERE task_id = ? AND resource_id = ? AND deleted_at IS NULL LIMIT 1',
    ).get(taskId, id);
    if (twice !== undefined) throw refuse('resource_id', 'ASSIGNED_TWICE');
    const timed = isTimed(resource.kind);
    const most = resource.max_units > 0 ? resource.max_units : 1;
    const effort = newEffort(task.duration_tenths ?? 0, units ?? (timed ? Math.min(1, most) : 1));
    const created = tx.create('assignment', {
      task_id: taskId,
      resource_id: id,
      units: effort.units,
      work_tenths: timed ? effort.work : null,
    });
    return { id: created };
  });
}

function editAssignment(
  ctx: AppContext,
  id: string,
  patch: { readonly units: number } | { readonly work: number },
) {
  const before = stored(ctx, 'assignment', id);
  const task = taskOf(ctx, before.task_id);
  const resource =
    before.resource_id === null ? null : getRecord(ctx.store.read, 'resource', before.resource_id);
  const label = {
    key: 'resourceEffort',
    args: { resource: clipped(resource?.name ?? ''), task: clipped(task.name) },
  };
  return planCommit(ctx, task.project_id, label, ({ tx }) => {
    const { units, work_tenths } = tx.get('assignment', id);
    const duration = tx.get('task', task.id).duration_tenths ?? 0;
    if (resource && !isTimed(resource.kind))
      return { changed: 'units' in patch && tx.update('assignment', id, { units: patch.units }) };
    const effort = { units: units ?? 1, work: work_tenths ?? Math.round(duration * (units ?? 1)) };
    const next =
      'units' in patch
        ? withUnits(task.effort_type, duration, effort, patch.units)
        : withWork(task.effort_type, duration, effort, patch.work);
    return { changed: tx.update('assignment', id, { units: next.units, work_tenths: next.work }) };
  });
}

function unassign(ctx: AppContext, id: string) {
  const { task_id, resource_id } = stored(ctx, 'assignment', id);
  const task = taskOf(ctx, task_id);
  const resource = resource_id === null ? null : getRecord(ctx.store.read, 'resource', resource_id);
  const args = { resource: clipped(resource?.name ?? ''), task: clipped(task.name) };
  return planCommit(ctx, task.project_id, { key: 'resourceUnassign', args }, ({ tx }) => {
    tx.remove('assignment', id);
    return {};
  });
}

function assignmentsOf(ctx: AppContext, taskId: string): AssignmentRow[] {
  return prepared(
    ctx.store.read,
    `SELECT a.id, r.id AS resourceId, r.name, r.kind, r.unit, a.units, a.work_tenths AS work
     FROM assignment a JOIN resource r ON r.id = a.resource_id
     WHERE a.task_id = ? AND a.deleted_at IS NULL AND r.deleted_at IS NULL ORDER BY a.created_at, a.id`,
  ).all(taskId) as AssignmentRow[];
}

export function resourceHandlers(ctx: AppContext): Handlers {
  return {
    'resource.load': ({ projectId, from, to, unit, across }) => {
      stored(ctx, 'project', projectId);
      return readLoad(ctx.store.read, projectId, { ...daysOf(from, to), unit, across });
    },
    'resource.causes': ({ resourceId, from, to, across }) => {
      stored(ctx, 'resource', resourceId);
      return readCauses(ctx.store.read, resourceId, { ...daysOf(from, to), across });
    },
    'resource.assignments': ({ taskId }) => {
      taskOf(ctx, taskId);
      return assignmentsOf(ctx, taskId);
    },
    'resource.assign': ({ taskId, resource, units }) => assign(ctx, taskId, resource, units),
    'resource.editAssignment': ({ id, ...patch }) => editAssignment(ctx, id, patch),
    'resource.unassign': ({ id }) => unassign(ctx, id),
    'resource.needs': ({ projectId }) => {
      stored(ctx, 'project', projectId);
      return readNeeds(ctx.store.read, projectId, ctx.today());
    },
  };
}
