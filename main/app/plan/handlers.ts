import { readPlan } from '#db/queries/plan.ts';
import { getRecord } from '#db/queries/records.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { AppContext } from '../context.ts';
import { calendarHandlers } from './calendar.ts';
import { copyHandlers } from './copy.ts';
import { differenceHandlers } from './differences.ts';
import { linkHandlers } from './links.ts';
import { pasteHandlers } from './paste.ts';
import { taskRecordHandlers } from './records.ts';
import { schedulesOf } from './schedules.ts';
import { sheetHandlers } from './sheet.ts';
import { sinceHandlers } from './since.ts';
import { structureHandlers } from './structure.ts';
import { taskHandlers } from './tasks.ts';
import { whyHandlers } from './why.ts';

export function planHandlers(ctx: AppContext): Handlers {
  return {
    'plan.get': ({ projectId }) => {
      const project = getRecord(ctx.store.read, 'project', projectId);
      if (!project) throw new AppError('NOT_FOUND', { entity: 'project' });
      const schedule = schedulesOf(ctx).at(ctx.store.read, projectId);
      return readPlan(ctx.store.read, project, ctx.today(), schedule);
    },
    'plan.network': ({ projectId }) => schedulesOf(ctx).at(ctx.store.read, projectId).network(),
    ...taskHandlers(ctx),
    ...taskRecordHandlers(ctx),
    ...structureHandlers(ctx),
    ...linkHandlers(ctx),
    ...pasteHandlers(ctx),
    ...calendarHandlers(ctx),
    ...copyHandlers(ctx),
    ...differenceHandlers(ctx),
    ...whyHandlers(ctx),
    ...sheetHandlers(ctx),
    ...sinceHandlers(ctx),
  };
}
