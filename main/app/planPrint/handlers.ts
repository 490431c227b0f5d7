import { printSource } from '#db/queries/planPrint.ts';
import type { AppContext } from '#main/app/context.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { PlanExport } from './export.ts';

export function planPrintHandlers(ctx: AppContext): Handlers {
  const exports = new PlanExport(ctx);
  return {
    'planPrint.source': ({ projectId }) => printSource(ctx.store.read, projectId, ctx.today()),
    'planPrint.pdf': (input, task) => exports.pdf(input, task),
    'planPrint.images': (input) => exports.images(input),
    'planPrint.open': () => exports.open(),
  };
}
