import { printSource } from '#db/queries/planPrint.ts';
import type { AppContext } from '#main/app/context.ts';
import type { PrintSource } from '#shared/ipc/channels/planPrint.ts';
import { schedulesOf } from '../plan/schedules.ts';

/** Everything a chart of the project on paper shows, with what is calculated. @throws AppError NOT_FOUND */
export function sourceOf(ctx: AppContext, projectId: string): PrintSource {
  const { read } = ctx.store;
  return printSource(read, projectId, ctx.today(), schedulesOf(ctx).at(read, projectId));
}
