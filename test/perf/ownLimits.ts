import type { Csr, GeneratedPlan, KernelCalendar, KernelDates } from './limits.ts';

/*
 * Kernels over typed arrays: nothing but the arithmetic of the critical path. They name what is possible; the
 * engine is measured as a ratio to them.
 */

/** Small seeded generator of numbers in [0, 1), so that every run measures the same plan. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4_294_967_296;
  };
}

/** Activities of 1–20 days with about 1.5 links each from a window of earlier ones; a fifth of the links lag. */
export function genCpm(n: number): GeneratedPlan {
  const random = createRandom(7);
  const window = Math.max(200, Math.floor(n / 25));
  const dur = new Int32Array(n);
  const links: [number, number, number, number][] = [];
  for (let i = 0; i < n; i++) {
    dur[i] = 1 + Math.floor(random() * 20);
    const before = new Set<number>();
    const wanted = i === 0 ? 0 : random() < 0.5 ? 1 : 2;
    for (let k = 0; k < wanted; k++)
      before.add(Math.max(0, i - 1 - Math.floor(random() * Math.min(window, i))));
    for (const from of before) {
      const kind = random();
      const type = kind < 0.8 ? 0 : kind < 0.9 ? 1 : kind < 0.97 ? 2 : 3;
      links.push([from, i, type, random() < 0.2 ? Math.floor(random() * 8) - 2 : 0]);
    }
  }
  return { n, dur, links };
}

const get = (table: Int32Array | Uint8Array, i: number): number => table[i] as number;

function group(n: number, m: number, keys: Int32Array): { first: Int32Array; edges: Int32Array } {
  const first = new Int32Array(n + 1);
  for (let e = 0; e < m; e++) first[get(keys, e) + 1] = get(first, get(keys, e) + 1) + 1;
  for (let i = 0; i < n; i++) first[i + 1] = get(first, i + 1) + get(first, i);
  const next = first.slice();
  const edges = new Int32Array(m);
  for (let e = 0; e < m; e++) {
    const key = get(keys, e);
    edges[get(next, key)] = e;
    next[key] = get(next, key) + 1;
  }
  return { first, edges };
}

export function toCsr(n: number, m: number, from: Int32Array, to: Int32Array): Csr {
  const incoming = group(n, m, to);
  const outgoing = group(n, m, from);
  return { ip: incoming.first, ie: incoming.edges, op: outgoing.first, oe: outgoing.edges };
}

export function topo(n: number, { ip, op, oe }: Csr, _from: Int32Array, to: Int32Array): Int32Array {
  const waiting = new Int32Array(n);
  const order = new Int32Array(n);
  let tail = 0;
  for (let i = 0; i < n; i++) {
    waiting[i] = get(ip, i + 1) - get(ip, i);
    if (waiting[i] === 0) order[tail++] = i;
  }
  for (let head = 0; head < tail; head++) {
    const node = get(order, head);
    for (let q = get(op, node); q < get(op, node + 1); q++) {
      const next = get(to, get(oe, q));
      waiting[next] = get(waiting, next) - 1;
      if (waiting[next] === 0) order[tail++] = next;
    }
  }
  return order;
}

function emptyDates(n: number) {
  const make = () => new Int32Array(n);
  return { es: make(), ef: make(), ls: make(), lf: make(), sl: make(), cr: new Uint8Array(n), end: 0 };
}

/** Whole working days on one calendar. */
export function cpm(
  n: number,
  dur: Int32Array,
  from: Int32Array,
  to: Int32Array,
  type: Uint8Array,
  lag: Int32Array,
): KernelDates {
  const csr = toCsr(n, from.length, from, to);
  const order = topo(n, csr, from, to);
  const dates = emptyDates(n);
  const { es, ef, ls, lf, sl, cr } = dates;
  for (let k = 0; k < n; k++) {
    const v = get(order, k);
    let start = 0;
    for (let q = get(csr.ip, v); q < get(csr.ip, v + 1); q++) {
      const e = get(csr.ie, q);
      const t = get(type, e);
      const asked = get((t & 1) === 0 ? ef : es, get(from, e)) + get(lag, e) - (t >= 2 ? get(dur, v) : 0);
      if (asked > start) start = asked;
    }
    es[v] = start;
    ef[v] = start + get(dur, v);
    dates.end = Math.max(dates.end, start + get(dur, v));
  }
  for (let k = n - 1; k >= 0; k--) {
    const u = get(order, k);
    let finish = dates.end;
    for (let q = get(csr.op, u); q < get(csr.op, u + 1); q++) {
      const e = get(csr.oe, q);
      const t = get(type, e);
      const room = get(t >= 2 ? lf : ls, get(to, e)) - get(lag, e) + ((t & 1) === 0 ? 0 : get(dur, u));
      if (room < finish) finish = room;
    }
    lf[u] = finish;
    ls[u] = finish - get(dur, u);
    sl[u] = get(ls, u) - get(es, u);
    cr[u] = get(sl, u) <= 0 ? 1 : 0;
  }
  return dates;
}

export function makeCals(count: number, horizonDays: number): KernelCalendar[] {
  return Array.from({ length: count }, (_, c) => {
    const pre = new Int32Array(horizonDays + 1);
    const days: number[] = [];
    for (let day = 0; day < horizonDays; day++) {
      pre[day] = days.length * 480;
      if ((day + c) % 7 < 5 && (day + c * 3) % 37 !== 36) days.push(day);
    }
    pre[horizonDays] = days.length * 480;
    return { pre, inv: Int32Array.from(days) };
  });
}

function toWork({ pre }: KernelCalendar, t: number): number {
  const day = (t / 1440) | 0;
  const before = get(pre, day);
  const minute = Math.min(Math.max(t - day * 1440 - 480, 0), 480);
  return get(pre, day + 1) > before ? before + minute : before;
}

function toStart({ inv }: KernelCalendar, work: number): number {
  const day = (work / 480) | 0;
  return get(inv, day) * 1440 + 480 + work - day * 480;
}

const toFinish = (calendar: KernelCalendar, work: number): number =>
  work <= 0 ? toStart(calendar, 0) : toStart(calendar, work - 1) + 1;

/** Minutes on several calendars. */
export function cpmCal(
  n: number,
  dur: Int32Array,
  from: Int32Array,
  to: Int32Array,
  type: Uint8Array,
  lag: Int32Array,
  calendarOf: Uint8Array,
  calendars: readonly KernelCalendar[],
): KernelDates {
  const csr = toCsr(n, from.length, from, to);
  const order = topo(n, csr, from, to);
  const dates = emptyDates(n);
  const { es, ef, ls, lf, sl, cr } = dates;
  for (let k = 0; k < n; k++) {
    const v = get(order, k);
    const calendar = calendars[get(calendarOf, v)] as KernelCalendar;
    let start = 0;
    for (let q = get(csr.ip, v); q < get(csr.ip, v + 1); q++) {
      const e = get(csr.ie, q);
      const t = get(type, e);
      const base = get((t & 1) === 0 ? ef : es, get(from, e));
      start = Math.max(start, toWork(calendar, base) + get(lag, e) - (t >= 2 ? get(dur, v) : 0));
    }
    es[v] = toStart(calendar, start);
    ef[v] = toFinish(calendar, start + get(dur, v));
    dates.end = Math.max(dates.end, get(ef, v));
  }
  for (let k = n - 1; k >= 0; k--) {
    const u = get(order, k);
    const calendar = calendars[get(calendarOf, u)] as KernelCalendar;
    let finish = toWork(calendar, dates.end);
    for (let q = get(csr.op, u); q < get(csr.op, u + 1); q++) {
      const e = get(csr.oe, q);
      const t = get(type, e);
      const base = get(t >= 2 ? lf : ls, get(to, e));
      finish = Math.min(finish, toWork(calendar, base) - get(lag, e) + ((t & 1) === 0 ? 0 : get(dur, u)));
    }
    lf[u] = toFinish(calendar, finish);
    ls[u] = toStart(calendar, Math.max(0, finish - get(dur, u)));
    sl[u] = finish - get(dur, u) - toWork(calendar, get(es, u));
    cr[u] = get(sl, u) <= 0 ? 1 : 0;
  }
  return dates;
}
