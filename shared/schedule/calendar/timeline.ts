import type { Intervals } from './definition.ts';
import { civilToDay, type EpochDay, type Instant, TENTHS_PER_DAY } from './instant.ts';

/** First and last day a plan can reach. Work beyond them does not exist: searches end there. */
export const FIRST_DAY: EpochDay = civilToDay(1900, 1, 1);
export const LAST_DAY: EpochDay = civilToDay(2200, 12, 31);
/** Bounds of all instants; they fit into 32 bits, as does the work between them. */
export const FIRST_INSTANT: Instant = FIRST_DAY * TENTHS_PER_DAY;
export const END_INSTANT: Instant = (LAST_DAY + 1) * TENTHS_PER_DAY;
/** What a search that leaves the bounds answers. */
export const BEFORE_TIME: Instant = FIRST_INSTANT - 1;
export const AFTER_TIME: Instant = END_INSTANT + 1;

/** Where the periods of each day come from: the periods of the `count` days from `first` on. */
export type DaySource = (first: EpochDay, count: number) => readonly Intervals[];

const NONE: Intervals = [];
const STEP_DAYS = 1024;
/** Enough for a first look at a plan; a plan that is calculated grows it once. */
const FIRST_DAYS = 256;
const BACK_DAYS = 64;
/** One entry of the index over work covers 2^12 tenths, about seven hours. */
const SHIFT = 12;
const SENTINEL = 2_147_483_647;

/**
 * Working time of a calendar as flat tables: periods as instants, and the work done before each. Working time is
 * thereby a coordinate: `work` gives the coordinate of an instant, `startAt` and `finishAt` give the instants of a
 * coordinate, so that all calendar arithmetic is an addition between two look-ups. Tables cover the days asked for
 * and double when a question leaves them; coordinates once given stay valid. All amounts are whole tenths of a
 * minute.
 */
export class Timeline {
  /** Days on which the tables begin and end (exclusive). */
  #first: EpochDay = 0;
  #end: EpochDay = 0;
  #base: Instant = 0;
  #limit: Instant = 0;
  /** Per day: the first period that ends after its midnight. */
  #index: Int32Array = new Int32Array(1);
  #from: Int32Array = new Int32Array(1);
  #to: Int32Array = new Int32Array(1);
  /** Work before each period, counted from where the tables first began. */
  #done: Int32Array = new Int32Array(1);
  /** Period of each 2^12-th unit of work. */
  #bucket: Int32Array = new Int32Array(1);
  #workStart = 0;
  #workEnd = 0;
  /** Working days before each day. */
  #workdays: Int32Array = new Int32Array(1);
  #days: Intervals[] = [];
  readonly #source: DaySource;
  /** False: no working time at all. */
  readonly hasWork: boolean;

  constructor(source: DaySource) {
    this.#source = source;
    this.hasWork = hasAnyWork(source);
  }

  /** Coordinate of an instant: all work before it, less a constant. Instants out of bounds count as the bound. */
  work(t: Instant): number {
    return this.workIn(this.seek(t), t);
  }

  /**
   * The period an instant lies in or before, for `workIn`, `nextStartIn` and `prevEndIn` of the same instant, asked
   * before anything else is asked of this timeline.
   */
  seek(t: Instant): number {
    let at = t;
    if (at < this.#base || at >= this.#limit) {
      at = Math.min(Math.max(at, FIRST_INSTANT), END_INSTANT - 1);
      this.#coverInstant(at);
    }
    const to = this.#to;
    let k = this.#index[((at - this.#base) / TENTHS_PER_DAY) | 0] as number;
    while ((to[k] as number) <= at) k++;
    const isOutside = (k === 0 && at <= (this.#from[0] as number)) || to[k] === SENTINEL;
    return isOutside && this.#widen(k) ? this.seek(t) : k;
  }

  /** Coordinate of an instant that `seek` has found in or before period k. */
  workIn(k: number, t: Instant): number {
    const from = this.#from[k] as number;
    const done = this.#done[k] as number;
    return t > from ? done + Math.min(t, END_INSTANT) - from : done;
  }

  /** Earliest working start from the instant on; AFTER_TIME if there is none. */
  nextStartIn(k: number, t: Instant): Instant {
    const from = this.#from[k] as number;
    return t > from ? t : from;
  }

  /** Latest working end up to the instant; BEFORE_TIME if there is none. */
  prevEndIn(k: number, t: Instant): Instant {
    if (t > (this.#from[k] as number)) return t;
    return k > 0 ? (this.#to[k - 1] as number) : BEFORE_TIME;
  }

  /** Latest instant of a coordinate: inside a period or at its start. Out of bounds: BEFORE_TIME or AFTER_TIME. */
  startAt(w: number): Instant {
    if (w >= this.#workEnd || w < this.#workStart) {
      const bound = this.#coverWork(w);
      if (bound !== 0) return bound;
    }
    const done = this.#done;
    let k = this.#bucket[(w - this.#workStart) >> SHIFT] as number;
    while ((done[k + 1] as number) <= w) k++;
    return (this.#from[k] as number) + w - (done[k] as number);
  }

  /** Earliest instant of a coordinate: inside a period or at its end. Out of bounds as `startAt`, one later. */
  finishAt(w: number): Instant {
    return this.startAt(w - 1) + 1;
  }

  /** Periods of one day; empty out of bounds. */
  intervalsOn(day: EpochDay): Intervals {
    if (day < FIRST_DAY || day > LAST_DAY) return NONE;
    this.#coverDay(day);
    return this.#days[day - this.#first] ?? NONE;
  }

  /** Number of working days before a day, less a constant. */
  workdaysBefore(day: EpochDay): number {
    this.#coverDay(Math.min(Math.max(day, FIRST_DAY), LAST_DAY));
    const last = this.#workdays.length - 1;
    return this.#workdays[Math.min(Math.max(day - this.#first, 0), last)] ?? 0;
  }

  /** The working day that has `count` working days before it, in the count of `workdaysBefore`; null if none. */
  workdayAt(count: number): EpochDay | null {
    while (count < (this.#workdays[0] ?? 0) && this.#first > FIRST_DAY) this.#grow(-1);
    while (count >= (this.#workdays.at(-1) ?? 0) && this.#end <= LAST_DAY) this.#grow(1);
    const table = this.#workdays;
    if (count < (table[0] ?? 0) || count >= (table.at(-1) ?? 0)) return null;
    let low = 0;
    let high = table.length - 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((table[middle + 1] ?? 0) > count) high = middle;
      else low = middle + 1;
    }
    return this.#first + low;
  }

  #coverInstant(t: Instant): void {
    this.#coverDay(Math.floor(t / TENTHS_PER_DAY));
  }

  #coverDay(day: EpochDay): void {
    if (this.#end === this.#first) this.#build(day - BACK_DAYS, day + FIRST_DAYS, 0, 0);
    while (day < this.#first) this.#grow(-1);
    while (day >= this.#end) this.#grow(1);
  }

  /** 0 once the coordinate is inside the tables, else the sentinel of the bound it lies beyond. */
  #coverWork(w: number): Instant | 0 {
    if (!this.hasWork) return AFTER_TIME;
    if (this.#end === this.#first) this.#coverDay(0);
    while (w < this.#workStart && this.#first > FIRST_DAY) this.#grow(-1);
    while (w >= this.#workEnd && this.#end <= LAST_DAY) this.#grow(1);
    if (w < this.#workStart) return BEFORE_TIME;
    return w >= this.#workEnd ? AFTER_TIME : 0;
  }

  /** Look further where period k has no neighbour yet; false once there is nothing more to see. */
  #widen(k: number): boolean {
    if (!this.hasWork) return false;
    if (k === 0 && this.#first > FIRST_DAY) this.#grow(-1);
    else if (this.#to[k] === SENTINEL && this.#end <= LAST_DAY) this.#grow(1);
    else return false;
    return true;
  }

  #grow(direction: 1 | -1): void {
    const step = Math.max(STEP_DAYS, this.#end - this.#first);
    const first = direction < 0 ? this.#first - step : this.#first;
    this.#build(first, direction > 0 ? this.#end + step : this.#end, this.#workStart, this.#workdays[0] ?? 0);
  }

  /** Tables for new bounds; `work` and `workdays` are the coordinates of the beginning of the old ones. */
  #build(wantedFirst: EpochDay, wantedEnd: EpochDay, work: number, workdays: number): void {
    const first = Math.max(wantedFirst, FIRST_DAY);
    const end = Math.min(wantedEnd, LAST_DAY + 1);
    const oldFirst = this.#end === this.#first ? first : this.#first;
    const days = [
      ...this.#source(first, oldFirst - first),
      ...this.#days,
      ...this.#source(oldFirst + this.#days.length, end - oldFirst - this.#days.length),
    ];
    const added = sumOf(days, oldFirst - first);
    this.#days = days;
    this.#first = first;
    this.#end = end;
    this.#base = first * TENTHS_PER_DAY;
    this.#limit = end * TENTHS_PER_DAY;
    this.#workStart = work - added.work;
    this.#fillDays(workdays - added.workdays);
    this.#fillPeriods();
    this.#fillBuckets();
  }

  #fillDays(before: number): void {
    const table = new Int32Array(this.#days.length + 1);
    table[0] = before;
    this.#days.forEach((day, i) => {
      table[i + 1] = (table[i] ?? 0) + (day.length > 0 ? 1 : 0);
    });
    this.#workdays = table;
  }

  /** Periods in a row; those that meet at midnight become one. */
  #fillPeriods(): void {
    const count = this.#days.reduce((sum, day) => sum + day.length, 0);
    const from = new Int32Array(count + 1);
    const to = new Int32Array(count + 1);
    const done = new Int32Array(count + 1);
    const index = new Int32Array(this.#days.length);
    let size = 0;
    let work = this.#workStart;
    this.#days.forEach((day, i) => {
      const midnight = this.#base + i * TENTHS_PER_DAY;
      // A period that ran on from yesterday is still the one this day begins in.
      let firstOfDay = size;
      for (const [start, finish] of day) {
        if (size > 0 && to[size - 1] === midnight + start) {
          if (start === 0) firstOfDay = size - 1;
          to[size - 1] = midnight + finish;
        } else {
          from[size] = midnight + start;
          to[size] = midnight + finish;
          done[size] = work;
          size++;
        }
        work += finish - start;
      }
      index[i] = firstOfDay;
    });
    from[size] = AFTER_TIME;
    to[size] = SENTINEL;
    done[size] = work;
    this.#from = from;
    this.#to = to;
    this.#done = done;
    this.#index = index;
    this.#workEnd = work;
  }

  #fillBuckets(): void {
    const bucket = new Int32Array(((this.#workEnd - this.#workStart) >> SHIFT) + 1);
    let k = 0;
    for (let i = 0; i < bucket.length; i++) {
      const unit = this.#workStart + i * (1 << SHIFT);
      while (unit < this.#workEnd && (this.#done[k + 1] ?? SENTINEL) <= unit) k++;
      bucket[i] = k;
    }
    this.#bucket = bucket;
  }
}

function sumOf(days: readonly Intervals[], count: number): { work: number; workdays: number } {
  let work = 0;
  let workdays = 0;
  for (let i = 0; i < count; i++) {
    for (const [from, to] of days[i] ?? NONE) work += to - from;
    if ((days[i]?.length ?? 0) > 0) workdays++;
  }
  return { work, workdays };
}

const HINT_DAY = civilToDay(2020, 1, 1);
/** In nearly every calendar two weeks hold a day of work. */
const DAYS_OF_MOST = 14;

/** Is there a working day at all? Looks outwards from today's years, as nearly every calendar says yes there. */
function hasAnyWork(source: DaySource): boolean {
  const works = (first: EpochDay, end: EpochDay) => {
    const from = Math.max(first, FIRST_DAY);
    const count = Math.min(end, LAST_DAY + 1) - from;
    return count > 0 && source(from, count).some((day) => day.length > 0);
  };
  if (works(HINT_DAY, HINT_DAY + DAYS_OF_MOST)) return true;
  for (let reach = 0; reach < LAST_DAY - FIRST_DAY; reach += STEP_DAYS) {
    if (works(HINT_DAY + reach, HINT_DAY + reach + STEP_DAYS)) return true;
    if (works(HINT_DAY - reach - STEP_DAYS, HINT_DAY - reach)) return true;
  }
  return false;
}
