import type { Handlers } from '#main/ipc/router.ts';
import type { AppContext } from './context.ts';
import { generalHandlers } from './general.ts';
import { importHandlers } from './import/handlers.ts';
import { recordHandlers } from './records.ts';
import { sampleHandlers } from './sample/handlers.ts';

/** Every handler of an open store; features add theirs here. */
export function appHandlers(ctx: AppContext): Handlers {
  return { ...recordHandlers(ctx), ...generalHandlers(ctx), ...importHandlers(ctx), ...sampleHandlers(ctx) };
}
