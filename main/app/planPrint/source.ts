import { readPlan } from '#db/queries/plan.ts';
import { printSource } from '#db/queries/planPrint.ts';
import { getRecord } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { schedulesOf } from '#main/app/plan/schedules.ts';
import type { PrintSource } from '#shared/ipc/channels/planPrint.ts';
import { AppError } from '#shared/ipc/errors.ts';

/** Everything a chart of the project on paper shows, as it is now. @throws AppError NOT_FOUND */
export function readPrintSource(
  ctx: AppContext,
  projectId: string,
  baselineId: string | null = null,
): PrintSource {
  const db = ctx.store.read;
  const project = getRecord(db, 'project', projectId);
  if (!project) throw new AppError('NOT_FOUND', { entity: 'project' });
  const plan = readPlan(db, project, ctx.today(), schedulesOf(ctx).at(db, projectId));
  return printSource(db, project, plan, baselineId);
}
