import type { AppContext } from '#main/app/context.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { PlanExport } from './export.ts';
import { readPrintSource } from './source.ts';

export function planPrintHandlers(ctx: AppContext): Handlers {
  const exports = new PlanExport(ctx);
  return {
    'planPrint.source': ({ projectId, baselineId }) => readPrintSource(ctx, projectId, baselineId),
    'planPrint.pdf': (input, task) => exports.pdf(input, task),
    'planPrint.images': (input) => exports.images(input),
    'planPrint.open': () => exports.open(),
  };
}
