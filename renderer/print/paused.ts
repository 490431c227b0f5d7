/** Long work in a window that stays alive. */
import type { Steps } from '#shared/schedule/steps.ts';

/** Longer than this (ms) nobody waits for the window: a frame has 16. */
const AT_A_TIME = 10;

/**
 * Runs steps until they are done, and pauses between them so that the window paints, and hears Cancel.
 * @throws the reason of the signal once it is aborted
 */
export async function paused<Result>(steps: Steps<Result>, signal: AbortSignal): Promise<Result> {
  let until = performance.now() + AT_A_TIME;
  for (;;) {
    signal.throwIfAborted();
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    until = performance.now() + AT_A_TIME;
  }
}
