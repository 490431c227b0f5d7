import type { Handlers } from '#main/ipc/router.ts';
import type { AppContext } from '../context.ts';
import { baselineHandlers } from './baselines.ts';
import { deviationHandlers } from './deviations.ts';
import { saveTableHandlers } from './saveTable.ts';

/** Plan against reality: baselines, deviations, forecasts, confirmations, buffers. */
export function trackingHandlers(ctx: AppContext): Handlers {
  return { ...baselineHandlers(ctx), ...deviationHandlers(ctx), ...saveTableHandlers(ctx) };
}
