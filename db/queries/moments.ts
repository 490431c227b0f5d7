import { type Instant, parseLocal } from '#shared/schedule/calendar/instant.ts';

/**
 * Reads stored moments. The store holds `YYYY-MM-DDTHH:MM:SS` only, and a plan has few different days, so the
 * day is looked up and the time read by place: parsing is most of the work of a plan of 20 000 rows.
 */
export function createMoments(): (local: string | null) => Instant | null {
  const days = new Map<string, Instant | null>();
  return (local) => {
    if (local === null) return null;
    const date = local.slice(0, 10);
    let midnight = days.get(date);
    if (midnight === undefined) {
      midnight = parseLocal(date);
      days.set(date, midnight);
    }
    if (midnight === null) return null;
    const [hours, minutes, seconds] = [local.slice(11, 13), local.slice(14, 16), local.slice(17, 19)];
    return midnight + Number(hours) * 600 + Number(minutes) * 10 + Math.round(Number(seconds) / 6);
  };
}
