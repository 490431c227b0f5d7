import { type AppContext, wallClock } from '#main/app/context.ts';

/** Calendar day of an instant where the user is. */
export function dayReader(ctx: AppContext): (instant: string) => string {
  const zone = ctx.ports.clock.timeZone();
  return (instant) => wallClock(Date.parse(instant), zone).slice(0, 10);
}
