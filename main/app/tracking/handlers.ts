import type { Handlers } from '#main/ipc/router.ts';
import type { AppContext } from '../context.ts';
import { baselineHandlers } from './baselines.ts';
import { bufferHandlers } from './buffers.ts';
import { deviationHandlers } from './deviations.ts';
import { milestoneHandlers } from './milestones.ts';
import { saveTableHandlers } from './saveTable.ts';

/** Plan against reality: baselines, deviations, forecasts, confirmations, buffers. */
export function trackingHandlers(ctx: AppContext): Handlers {
  return {
    ...baselineHandlers(ctx),
    ...deviationHandlers(ctx),
    ...milestoneHandlers(ctx),
    ...bufferHandlers(ctx),
    ...saveTableHandlers(ctx),
  };
}
