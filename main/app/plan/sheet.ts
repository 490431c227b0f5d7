import { planOutline } from '#db/queries/plan.ts';
import { getRecord } from '#db/queries/records.ts';
import { readSheetFields } from '#db/queries/sheet.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { AppContext } from '../context.ts';

function requireProject(ctx: AppContext, projectId: string): void {
  if (!getRecord(ctx.store.read, 'project', projectId))
    throw new AppError('NOT_FOUND', { entity: 'project' });
}

/** Own codes of tasks from their places in the outline, or none. Dates stay as they are: no settling. */
function renumber(ctx: AppContext, projectId: string, prefix: string | null): { count: number } {
  requireProject(ctx, projectId);
  const wanted = planOutline(ctx.store.read, projectId).map(({ row, number }) => ({
    id: row.id,
    wbs: prefix === null ? null : `${prefix.trim()}${number}`,
  }));
  const { value } = ctx.log.commit({ key: 'planRenumber', args: { count: wanted.length } }, (tx) => {
    let count = 0;
    for (const { id, wbs } of wanted) if (tx.update('task', id, { wbs })) count++;
    return count;
  });
  return { count: value };
}

/** The plan's table: columns beyond those of the chart, and codes of tasks. */
export function sheetHandlers(ctx: AppContext): Handlers {
  return {
    'plan.fields': ({ projectId, fields }) => {
      requireProject(ctx, projectId);
      return readSheetFields(ctx.store.read, projectId, fields);
    },
    'plan.renumber': ({ projectId, prefix }) => renumber(ctx, projectId, prefix),
  };
}
