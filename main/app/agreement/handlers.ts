import type { AppContext } from '#main/app/context.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { adjustmentHandlers } from './adjustments.ts';
import { delayHandlers } from './delays.ts';
import { goalHandlers } from './goals.ts';

/** Goals, charter, adjustments, delay notices: what is more than writing one record. */
export function agreementHandlers(ctx: AppContext): Handlers {
  return { ...goalHandlers(ctx), ...adjustmentHandlers(ctx), ...delayHandlers(ctx) };
}
