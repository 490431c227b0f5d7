import type { Intervals } from './definition.ts';
import { civilToDay, dayOf, type EpochDay, type Instant, TENTHS_PER_DAY } from './instant.ts';

/** First and last day a plan can reach. Work beyond them does not exist: searches end there. */
export const FIRST_DAY: EpochDay = civilToDay(1900, 1, 1);
export const LAST_DAY: EpochDay = civilToDay(2200, 12, 31);

/**
 * Working time on the wall clock. Boundaries as in Microsoft Project (semantics §3): the end of one period and
 * the start of the next are different instants of the same working moment. All amounts are tenths of a minute.
 * A search that leaves 1900–2200 answers null.
 */
export interface WorkCalendar {
  /** False: no working time at all; every search answers null. */
  readonly hasWorkingTime: boolean;
  /** Working periods of a day in tenths since midnight; empty on a day off. */
  intervalsOn(day: EpochDay): Intervals;
  isWorkingDay(day: EpochDay): boolean;
  /** Earliest instant ≥ t at which work can go on (inside a period or at its start; never at its end). */
  nextWorkStart(t: Instant): Instant | null;
  /** Latest instant ≤ t up to which work was possible (inside a period or at its end; never at its start). */
  prevWorkEnd(t: Instant): Instant | null;
  /** Earliest instant with `tenths` of work after t; 0 gives t itself; negative goes back. */
  addWork(t: Instant, tenths: number): Instant | null;
  /** Latest instant with `tenths` of work between it and t; 0 gives t itself; negative goes forward. */
  subtractWork(t: Instant, tenths: number): Instant | null;
  /** Work from a to b, negative if b lies before a. */
  workBetween(a: Instant, b: Instant): number;
  /** Number of working days from start to finish, both included; 0 if finish lies before start. */
  workingDaysBetween(start: EpochDay, finish: EpochDay): number;
  /** n = 0: the day itself; n > 0: the n-th working day after it; n < 0: before it. */
  addWorkingDays(day: EpochDay, n: number): EpochDay | null;
}

/** Where the periods of each day come from: the periods of the `count` days from `first` on. */
export type DaySource = (first: EpochDay, count: number) => readonly Intervals[];

const CHUNK = 512;
const FIRST_CHUNK = Math.floor(FIRST_DAY / CHUNK);
const LAST_CHUNK = Math.floor(LAST_DAY / CHUNK);

/** Tables of 512 days: periods, and running totals of work and working days before each day. */
interface Chunk {
  readonly days: readonly Intervals[];
  readonly work: Float64Array;
  readonly workdays: Int32Array;
}

const NONE: Intervals = [];

function buildChunk(source: DaySource, index: number): Chunk {
  const days = source(index * CHUNK, CHUNK);
  const work = new Float64Array(CHUNK + 1);
  const workdays = new Int32Array(CHUNK + 1);
  for (let i = 0; i < CHUNK; i++) {
    let sum = 0;
    for (const [from, to] of days[i] ?? NONE) sum += to - from;
    work[i + 1] = (work[i] ?? 0) + sum;
    workdays[i + 1] = (workdays[i] ?? 0) + (sum > 0 ? 1 : 0);
  }
  return { days, work, workdays };
}

/** Smallest i in 0…CHUNK-1 with table[i + 1] >= amount; the caller knows that there is one. */
function findDay(table: Float64Array | Int32Array, amount: number): number {
  let low = 0;
  let high = CHUNK - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((table[middle + 1] ?? 0) >= amount) high = middle;
    else low = middle + 1;
  }
  return low;
}

function workBefore(intervals: Intervals, time: number): number {
  let sum = 0;
  for (const [from, to] of intervals) {
    if (time <= from) break;
    sum += Math.min(time, to) - from;
  }
  return sum;
}

/** Earliest time of day by which `amount` (> 0) of work is done. */
function timeAfter(intervals: Intervals, amount: number): number {
  let left = amount;
  for (const [from, to] of intervals) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  return TENTHS_PER_DAY;
}

/** Latest time of day before which exactly `amount` (less than the day has) is done: a start of a period. */
function timeBefore(intervals: Intervals, amount: number): number {
  let left = amount;
  for (const [from, to] of intervals) {
    if (left < to - from) return from + left;
    left -= to - from;
  }
  return TENTHS_PER_DAY;
}

interface Tables {
  chunkAt(index: number): Chunk;
  /** Work / working days from the start of the chunk of `day` to the day. */
  totalBefore(table: 'work' | 'workdays', day: EpochDay): number;
  /** Sum over whole chunks [from, to). */
  totalOf(table: 'work' | 'workdays', from: number, to: number): number;
}

const chunkOf = (day: EpochDay) => Math.floor(day / CHUNK);

function createTables(source: DaySource): Tables {
  const chunks = new Map<number, Chunk>();
  const chunkAt = (index: number): Chunk => {
    let chunk = chunks.get(index);
    if (!chunk) {
      chunk = buildChunk(source, index);
      chunks.set(index, chunk);
    }
    return chunk;
  };
  return {
    chunkAt,
    totalBefore: (table, day) => chunkAt(chunkOf(day))[table][day - chunkOf(day) * CHUNK] ?? 0,
    totalOf: (table, from, to) => {
      let sum = 0;
      for (let i = from; i < to; i++) sum += chunkAt(i)[table][CHUNK] ?? 0;
      return sum;
    },
  };
}

/** Day on which the running total reaches `amount` (> 0), counted from the start of chunk `index`; and the rest. */
function seekForward(tables: Tables, table: 'work' | 'workdays', index: number, amount: number) {
  let left = amount;
  for (let i = Math.max(index, FIRST_CHUNK); i <= LAST_CHUNK; i++) {
    const totals = tables.chunkAt(i)[table];
    const all = totals[CHUNK] ?? 0;
    if (left <= all) {
      const offset = findDay(totals, left);
      return { day: i * CHUNK + offset, left: left - (totals[offset] ?? 0) };
    }
    left -= all;
  }
  return null;
}

/** The day that holds the unit number `total - amount` (amount > 0 before the end), going back by chunks. */
function seekBackward(tables: Tables, table: 'work' | 'workdays', index: number, before: number) {
  let rest = before;
  let i = Math.min(index, LAST_CHUNK);
  while (rest < 0) {
    i--;
    if (i < FIRST_CHUNK) return null;
    rest += tables.chunkAt(i)[table][CHUNK] ?? 0;
  }
  const totals = tables.chunkAt(i)[table];
  // The last day that starts with no more than `rest` done and still has something to do.
  let low = 0;
  let high = CHUNK - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((totals[middle + 1] ?? 0) > rest) high = middle;
    else low = middle + 1;
  }
  return { day: i * CHUNK + low, left: rest - (totals[low] ?? 0) };
}

const inRange = (day: EpochDay) => day >= FIRST_DAY && day <= LAST_DAY;

function createSearch(tables: Tables, hasWorkingTime: boolean) {
  const intervalsOn = (day: EpochDay): Intervals =>
    inRange(day) ? (tables.chunkAt(chunkOf(day)).days[day - chunkOf(day) * CHUNK] ?? NONE) : NONE;
  const doneBefore = (t: Instant): number => {
    const day = dayOf(t);
    return tables.totalBefore('work', day) + workBefore(intervalsOn(day), t - day * TENTHS_PER_DAY);
  };
  const forward = (t: Instant, amount: number): Instant | null => {
    if (!hasWorkingTime || !inRange(dayOf(t))) return null;
    const found = seekForward(tables, 'work', chunkOf(dayOf(t)), doneBefore(t) + amount);
    if (!found || !inRange(found.day)) return null;
    return found.day * TENTHS_PER_DAY + timeAfter(intervalsOn(found.day), found.left);
  };
  const backward = (t: Instant, amount: number): Instant | null => {
    if (!hasWorkingTime || !inRange(dayOf(t))) return null;
    const found = seekBackward(tables, 'work', chunkOf(dayOf(t)), doneBefore(t) - amount);
    if (!found || !inRange(found.day)) return null;
    return found.day * TENTHS_PER_DAY + timeBefore(intervalsOn(found.day), found.left);
  };
  return { intervalsOn, doneBefore, forward, backward };
}

/** Is there a working day at all? Looks at the whole range once, newest chunks first built on demand. */
function anyWork(tables: Tables, hint: EpochDay): boolean {
  const middle = chunkOf(hint);
  const reach = Math.max(middle - FIRST_CHUNK, LAST_CHUNK - middle);
  for (let i = 0; i <= reach; i++)
    for (const index of [middle + i, middle - i])
      if (index >= FIRST_CHUNK && index <= LAST_CHUNK && (tables.chunkAt(index).workdays[CHUNK] ?? 0) > 0)
        return true;
  return false;
}

const HINT_DAY = civilToDay(2020, 1, 1);

/**
 * A calendar over a day source. Days outside 1900–2200 are days off. Tables are built for 512 days at a time
 * when first touched; a search is a binary search inside them.
 */
export function createWorkCalendar(source: DaySource): WorkCalendar {
  const tables = createTables((first, count) =>
    source(first, count).map((intervals, i) => (inRange(first + i) ? intervals : NONE)),
  );
  const hasWorkingTime = anyWork(tables, HINT_DAY);
  const { intervalsOn, doneBefore, forward, backward } = createSearch(tables, hasWorkingTime);
  const addWork = (t: Instant, tenths: number): Instant | null => {
    if (tenths === 0) return t;
    return tenths > 0 ? forward(t, tenths) : backward(t, -tenths);
  };
  const clamp = (t: Instant) =>
    Math.min(Math.max(t, FIRST_DAY * TENTHS_PER_DAY), (LAST_DAY + 1) * TENTHS_PER_DAY - 1);
  return {
    hasWorkingTime,
    intervalsOn,
    isWorkingDay: (day) => intervalsOn(day).length > 0,
    nextWorkStart(t) {
      // One tenth of work later is inside or at the end of a period: its beginning is a working start.
      const done = forward(t, 1);
      return done === null ? null : done - 1;
    },
    prevWorkEnd(t) {
      const done = backward(t, 1);
      return done === null ? null : done + 1;
    },
    addWork,
    subtractWork: (t, tenths) => addWork(t, tenths === 0 ? 0 : -tenths),
    workBetween(a, b) {
      const from = clamp(a);
      const to = clamp(b);
      const between = tables.totalOf(
        'work',
        chunkOf(dayOf(Math.min(from, to))),
        chunkOf(dayOf(Math.max(from, to))),
      );
      return doneBefore(to) - doneBefore(from) + (from <= to ? between : -between);
    },
    workingDaysBetween(start, finish) {
      const from = Math.max(start, FIRST_DAY);
      const to = Math.min(finish, LAST_DAY) + 1;
      if (to <= from) return 0;
      const chunks = tables.totalOf('workdays', chunkOf(from), chunkOf(to));
      return tables.totalBefore('workdays', to) - tables.totalBefore('workdays', from) + chunks;
    },
    addWorkingDays(day, n) {
      if (n === 0) return day;
      if (!hasWorkingTime || !inRange(day)) return null;
      const found =
        n > 0
          ? seekForward(
              tables,
              'workdays',
              chunkOf(day),
              tables.totalBefore('workdays', day) + (intervalsOn(day).length > 0 ? 1 : 0) + n,
            )
          : seekBackward(tables, 'workdays', chunkOf(day), tables.totalBefore('workdays', day) + n);
      return found && inRange(found.day) ? found.day : null;
    },
  };
}

/** Time that is working in both calendars (task calendar and resource calendar). */
export function intersectCalendars(a: WorkCalendar, b: WorkCalendar): WorkCalendar {
  const common = (left: Intervals, right: Intervals): Intervals => {
    const result: [number, number][] = [];
    for (const [from, to] of left)
      for (const [start, end] of right)
        if (Math.max(from, start) < Math.min(to, end))
          result.push([Math.max(from, start), Math.min(to, end)]);
    return result;
  };
  return createWorkCalendar((first, count) =>
    Array.from({ length: count }, (_, i) => common(a.intervalsOn(first + i), b.intervalsOn(first + i))),
  );
}
