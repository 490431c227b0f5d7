import type { Store } from '#db/engine/types.ts';
import type { Log } from '#db/log/log.ts';
import type { Days } from '#db/queries/days.ts';
import type { HostPorts } from '#main/host/ports.ts';
import type { EventHub } from '#main/ipc/hub.ts';
import type { Tasks } from '#main/ipc/tasks.ts';
import type { FileTokens } from '#main/services/fileTokens.ts';
import type { PrefsFile } from '#main/services/prefs.ts';

/** What use cases work with. One per open store. */
export interface AppContext {
  readonly ports: HostPorts;
  readonly store: Store;
  readonly log: Log;
  readonly hub: EventHub;
  readonly tasks: Tasks;
  readonly files: FileTokens;
  readonly prefs: PrefsFile;
  readonly dataDir: string;
  /** Today where the user is, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Now as a wall-clock `YYYY-MM-DDTHH:MM:SS`. */
  readonly nowLocal: () => string;
}

/** Making a formatter costs more than most queries: one for each time zone. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format) return format;
  format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}

/** Wall-clock time of an instant in a time zone, `YYYY-MM-DDTHH:MM:SS`. */
export function wallClock(ms: number, timeZone: string): string {
  const parts = formatIn(timeZone).formatToParts(ms);
  const get = (type: string): string => parts.find((part) => part.type === type)?.value ?? '00';
  return `${get('year').padStart(4, '0')}-${get('month')}-${get('day')}T${get('hour')}:${get('minute')}:${get('second')}`;
}

/** Wall-clock time of stored instants where the user is. */
export function localReader(ctx: AppContext): (instant: string) => string {
  const zone = ctx.ports.clock.timeZone();
  return (instant) => wallClock(Date.parse(instant), zone);
}

/** Today, and the calendar day of stored instants, where the user is. */
export function daysOf(ctx: AppContext): Days {
  const local = localReader(ctx);
  return { today: ctx.today(), dayOf: (instant) => local(instant).slice(0, 10) };
}
