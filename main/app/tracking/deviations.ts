import { getRecord } from '#db/queries/records.ts';
import { measurePlan, trackPlan } from '#db/queries/tracking.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { RowProgress } from '#shared/domain/tracking/progress.ts';
import type { DeviationTable } from '#shared/ipc/channels/tracking.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import type { AppContext } from '../context.ts';
import { createLabel } from '../labels.ts';
import { openRecord, openRecords } from './watch.ts';

function projectOf(ctx: AppContext, id: string): RecordOf<'project'> {
  const project = getRecord(ctx.store.read, 'project', id);
  if (!project) throw new AppError('NOT_FOUND', { entity: 'project' });
  return project;
}

const figures = ({ planned, actual, value, abnormal }: RowProgress) => ({
  planned,
  actual,
  deviation: value,
  abnormal,
});

function table(ctx: AppContext, projectId: string): DeviationTable {
  const db = ctx.store.read;
  const project = projectOf(ctx, projectId);
  const plan = trackPlan(db, project);
  const found = measurePlan(db, plan, ctx.today());
  const open = openRecords(db, projectId);
  const rows = plan.outline.flatMap(({ row, number, depth, summary }, index) => {
    const measured = found.rows[index];
    if (row.blank === 1 || row.active === 0 || !measured || measured.planned === null) return [];
    const recordId = open.get(row.id) ?? null;
    return [{ ...figures(measured), id: row.id, name: row.name, number, depth, summary, recordId }];
  });
  return {
    statusOn: found.statusOn,
    statusSet: project.status_on !== null,
    threshold: project.deviation_threshold,
    weighting: project.deviation_weight,
    baseline: found.baseline && { id: found.baseline.id, name: found.baseline.name },
    total: { ...figures(found.total), recordId: open.get(null) ?? null },
    rows,
  };
}

function open(ctx: AppContext, projectId: string, taskId: string | null): { id: string; opened: boolean } {
  const project = projectOf(ctx, projectId);
  const task = taskId === null ? null : getRecord(ctx.store.read, 'task', taskId);
  if (taskId !== null && !task) throw new AppError('NOT_FOUND', { entity: 'task' });
  if (task && task.project_id !== projectId) throw new AppError('OTHER_PROJECT', { entity: 'task' });
  const label = createLabel('deviation', (task ?? project).name);
  return ctx.log.commit(label, (tx) => {
    const known = openRecords(tx.db, projectId).get(taskId);
    if (known !== undefined) return { id: known, opened: false };
    const plan = trackPlan(tx.db, tx.get('project', projectId));
    const found = measurePlan(tx.db, plan, ctx.today());
    const index = taskId === null ? null : plan.outline.findIndex(({ row }) => row.id === taskId);
    const { value } = (index === null ? found.total : found.rows[index]) ?? found.total;
    if (value === null) throw new AppError('DEVIATION_UNKNOWN', { name: clipped((task ?? project).name) });
    return { id: openRecord(tx, plan, found, index), opened: true };
  }).value;
}

function setStatusDate(ctx: AppContext, projectId: string, statusOn: string | null) {
  const { name } = projectOf(ctx, projectId);
  const label = { key: 'update', args: { entity: 'project', name: clipped(name), field: 'status_on' } };
  const { value } = ctx.log.commit(label, (tx) => tx.update('project', projectId, { status_on: statusOn }));
  return { changed: value };
}

export function deviationHandlers(ctx: AppContext): Handlers {
  return {
    'tracking.deviations': ({ projectId }) => table(ctx, projectId),
    'tracking.openDeviation': ({ projectId, taskId }) => open(ctx, projectId, taskId),
    'tracking.setStatusDate': ({ projectId, statusOn }) => setStatusDate(ctx, projectId, statusOn),
  };
}
