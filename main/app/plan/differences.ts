import { getRecord } from '#db/queries/records.ts';
import type { Handlers } from '#main/ipc/router.ts';
import type { PlanDifference } from '#shared/ipc/channels/planWhy.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import type { CpmReason } from '#shared/schedule/cpm/model.ts';
import type { NetworkRow } from '#shared/schedule/network/row.ts';
import type { AppContext } from '../context.ts';
import { type PlanEdit, planCommit } from './planCommit.ts';
import { PlanSchedule } from './schedule.ts';
import { driverOf, namedPlan } from './why.ts';

/** Differences listed one by one; the number of all of them is told besides. */
const MAX_ROWS = 2000;

function projectFor(ctx: AppContext, projectId: string): RecordOf<'project'> {
  const project = getRecord(ctx.store.read, 'project', projectId);
  if (!project) throw new AppError('NOT_FOUND', { entity: 'project' });
  return project;
}

function causeOf(
  row: NetworkRow,
  ourStart: number,
  reason: CpmReason | null,
  isOff: (row: number) => boolean,
): PlanDifference['cause'] {
  if (row.start === ourStart) return row.parts.length > 0 ? 'resource' : 'calendar';
  const driver = reason?.early;
  switch (driver?.kind) {
    case 'link':
      return isOff(driver.predecessor) ? 'follows' : 'link';
    case 'constraint':
      return 'constraint';
    case 'actualStart':
    case 'actualFinish':
    case 'resumed':
      return 'progress';
    default:
      return 'free';
  }
}

function differences(ctx: AppContext, projectId: string) {
  const { read } = ctx.store;
  const project = projectFor(ctx, projectId);
  const schedule = PlanSchedule.of(read, project, 'automatic');
  const plan = namedPlan(read, projectId, schedule);
  const moves = schedule.moves();
  const isOff = (row: number) => moves.has(schedule.ids[row] ?? '');
  const rows = [...moves].slice(0, MAX_ROWS).flatMap(([id, { start, finish }]): PlanDifference[] => {
    const index = schedule.indexOf(id);
    const [row, named, reason] = [schedule.row(index), plan.names[index], schedule.why(index)];
    if (!row || !named) return [];
    return [
      {
        ...named,
        start: row.start,
        finish: row.finish,
        ourStart: start,
        ourFinish: finish,
        cause: causeOf(row, start, reason, isOff),
        driver: reason && driverOf(plan, reason.early, index, 'early'),
      },
    ];
  });
  const circle = schedule.cycle.map((id) => plan.names[schedule.indexOf(id)]?.name ?? '');
  return { count: moves.size, rows, circle, imported: project.source !== null };
}

function pin({ tx, project }: PlanEdit, ids: readonly string[]): void {
  const schedule = PlanSchedule.of(tx.db, project, 'automatic');
  const moving = schedule.moves();
  for (const id of ids)
    if (tx.get('task', id).project_id !== project.id) throw new AppError('OTHER_PROJECT', { entity: 'task' });
  // What stays anyway needs no hold.
  for (const [id, how] of schedule.holds(ids.filter((candidate) => moving.has(candidate)))) {
    const { start_at } = tx.get('task', id);
    if (how === 'manual') tx.update('task', id, { mode: 'manual' });
    else tx.update('task', id, { constraint_type: 'snet', constraint_at: start_at });
  }
}

function setScheduling(
  ctx: AppContext,
  projectId: string,
  scheduling: RecordOf<'project'>['scheduling'],
  pinned: readonly string[],
) {
  const body = (edit: PlanEdit) => {
    if (scheduling === 'automatic') pin(edit, pinned);
    edit.tx.update('project', projectId, { scheduling });
    return {};
  };
  return planCommit(ctx, projectId, { key: 'planScheduling', args: {} }, body);
}

export function differenceHandlers(ctx: AppContext): Handlers {
  return {
    'plan.differences': ({ projectId }) => differences(ctx, projectId),
    'plan.setScheduling': ({ projectId, scheduling, pin: pinned = [] }) =>
      setScheduling(ctx, projectId, scheduling, pinned),
  };
}
