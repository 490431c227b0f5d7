/**
 * Hybrid logical clock. Text form `<ms, 12 hex>-<counter, 4 hex>-<device>` sorts as text in causal
 * order, the device id last as tie-break. It never refuses a local edit: a wall clock that jumps back
 * only stops the physical part, the counter goes on.
 */
export interface Hlc {
  readonly ms: number;
  readonly counter: number;
  readonly device: string;
}

const MAX_COUNTER = 0xffff;

/** A peer further ahead than this is named in a warning. */
export const MAX_DRIFT_MS = 24 * 60 * 60 * 1000;

export function formatHlc(hlc: Hlc): string {
  return `${hlc.ms.toString(16).padStart(12, '0')}-${hlc.counter.toString(16).padStart(4, '0')}-${hlc.device}`;
}

/** @throws RangeError for a text that is no stamp. */
export function parseHlc(text: string): Hlc {
  const match = /^([0-9a-f]{12})-([0-9a-f]{4})-(.+)$/.exec(text);
  if (!match) throw new RangeError(`not a clock stamp: ${text.slice(0, 60)}`);
  return { ms: Number.parseInt(match[1]!, 16), counter: Number.parseInt(match[2]!, 16), device: match[3]! };
}

/** Stamp of the next local transaction, later than `last` whatever the wall clock says. `nowMs` is a whole number ≥ 0. */
export function tick(last: Hlc | null, nowMs: number, device: string): Hlc {
  if (!last || nowMs > last.ms) return { ms: nowMs, counter: 0, device };
  if (last.counter < MAX_COUNTER) return { ms: last.ms, counter: last.counter + 1, device };
  return { ms: last.ms + 1, counter: 0, device };
}

/** Clock after a remote stamp was seen, so that the next local one is later than both. */
export function receive(last: Hlc | null, remote: Hlc, nowMs: number, device: string): Hlc {
  const base =
    !last || formatHlc({ ...remote, device: '' }) > formatHlc({ ...last, device: '' }) ? remote : last;
  return tick({ ...base, device }, nowMs, device);
}

/** True if a remote stamp is so far ahead of our clock that one of the two clocks must be wrong. */
export function isFarAhead(remote: Hlc, nowMs: number): boolean {
  return remote.ms - nowMs > MAX_DRIFT_MS;
}
