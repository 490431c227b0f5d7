/** Dates of the tasks of a list: as written where they are written, else as links and durations say. */
import { isElapsed } from '../../domain/plan/duration.ts';
import type { Lag } from '../../domain/plan/predecessors.ts';
import { ELAPSED_CALENDAR } from '../../schedule/calendar/compile.ts';
import { type Instant, parseDate, parseLocal } from '../../schedule/calendar/instant.ts';
import type { WorkCalendar } from '../../schedule/calendar/workCalendar.ts';
import { finishDay, finishOn, startOn } from '../../schedule/edit.ts';
import type { DraftTask } from './read.ts';
import type { DraftLink } from './references.ts';

export interface DatedTask {
  readonly summary: boolean;
  readonly start: Instant | null;
  readonly finish: Instant | null;
  /** Tenths of working time; null for summaries. */
  readonly duration: number | null;
  readonly unit: string;
  /** The task may not start earlier: the list says so and nothing else does. */
  readonly notBefore: Instant | null;
  /** The duration of the list is not what lies between its dates. */
  readonly durationDiffers: boolean;
  /** A date of the list is no working day and became the nearest one. */
  readonly dayOff: boolean;
  /** The list starts the task before its predecessors allow. */
  readonly beforeLinks: boolean;
}

export interface ScheduleContext {
  readonly calendar: WorkCalendar;
  /** Tenths of one working day. */
  readonly oneDay: number;
  /** Where tasks begin that neither a date nor a link places. */
  readonly start: Instant;
}

interface Placed {
  readonly start: Instant;
  readonly finish: Instant;
  readonly duration: number;
  readonly dayOff: boolean;
  readonly differs: boolean;
}

type Edge = 'start' | 'finish';

const isWorking = (clock: WorkCalendar, at: Instant, edge: Edge): boolean =>
  (edge === 'start' ? clock.nextWorkStart(at) : clock.prevWorkEnd(at)) === at;

/** A day means the working start or end on it; so does a time at which nobody works. */
function momentOf(clock: WorkCalendar, text: string, edge: Edge, milestone: boolean): Instant | null {
  const exact = parseDate(text) === null ? parseLocal(text) : null;
  if (exact !== null && (milestone || isWorking(clock, exact, edge))) return exact;
  const day = parseDate(text.slice(0, 10));
  if (day === null) return null;
  return edge === 'start' ? startOn(clock, day, milestone) : finishOn(clock, day, milestone);
}

const isDayOff = (clock: WorkCalendar, text: string | null): boolean => {
  const day = text === null ? null : parseDate(text.slice(0, 10));
  return day !== null && !clock.isWorkingDay(day);
};

/** The instant a link allows its successor to begin, given the dates of its predecessor. */
function driven(
  link: DraftLink,
  from: { readonly start: Instant; readonly finish: Instant },
  own: { readonly clock: WorkCalendar; readonly duration: number },
): Instant | null {
  const base = link.type[0] === 'F' ? from.finish : from.start;
  const at = shifted(own.clock, base, link, from.finish - from.start);
  if (at === null || link.type[1] === 'S') return at;
  return own.clock.subtractWork(at, own.duration);
}

function shifted(clock: WorkCalendar, at: Instant, lag: Lag, span: number): Instant | null {
  const value = lag.lag_kind.endsWith('percent') ? Math.round((span * lag.lag_value) / 100) : lag.lag_value;
  if (value === 0) return at;
  const on = lag.lag_kind.startsWith('elapsed') ? ELAPSED_CALENDAR : clock;
  return value > 0 ? on.addWork(at, value) : on.subtractWork(at, -value);
}

/** Dates that the list itself says, with what is missing computed; null without any date. */
function given(task: DraftTask, clock: WorkCalendar, oneDay: number): Placed | null {
  const start = task.start === null ? null : momentOf(clock, task.start, 'start', task.milestone);
  const finish = task.finish === null ? null : momentOf(clock, task.finish, 'finish', task.milestone);
  const dayOff = !task.milestone && (isDayOff(clock, task.start) || isDayOff(clock, task.finish));
  if (task.milestone) {
    const at = finish ?? start;
    return at === null ? null : { start: at, finish: at, duration: 0, dayOff: false, differs: false };
  }
  const wanted = task.duration?.tenths ?? oneDay;
  if (start !== null && finish !== null && finish > start) {
    const duration = clock.workBetween(start, finish);
    const differs = task.duration !== null && Math.abs(task.duration.tenths - duration) >= 10;
    return { start, finish, duration, dayOff, differs };
  }
  if (start !== null) {
    const end = clock.addWork(start, wanted);
    return end === null ? null : { start, finish: end, duration: wanted, dayOff, differs: false };
  }
  const begin = finish === null ? null : clock.subtractWork(finish, wanted);
  return finish === null || begin === null
    ? null
    : { start: begin, finish, duration: wanted, dayOff, differs: false };
}

interface Node {
  readonly task: number;
  readonly finishes: boolean;
}

/** Both ends of every task in an order in which each comes after what it follows from. */
function orderOf(tasks: readonly DraftTask[]): Node[] {
  const count = tasks.length * 2;
  const next: number[][] = Array.from({ length: count }, () => []);
  const waits = new Int32Array(count);
  const edge = (from: number, to: number): void => {
    next[from]?.push(to);
    waits[to] = (waits[to] ?? 0) + 1;
  };
  for (const [index, task] of tasks.entries()) {
    edge(2 * index, 2 * index + 1);
    if (task.parent >= 0) {
      edge(2 * task.parent, 2 * index);
      edge(2 * index + 1, 2 * task.parent + 1);
    }
    for (const { from, type } of task.links) edge(2 * from + (type[0] === 'F' ? 1 : 0), 2 * index);
  }
  const order: number[] = [];
  for (let node = 0; node < count; node++) if (waits[node] === 0) order.push(node);
  for (let at = 0; at < order.length; at++)
    for (const to of next[order[at] ?? 0] ?? []) {
      waits[to] = (waits[to] ?? 0) - 1;
      if (waits[to] === 0) order.push(to);
    }
  // Links that end at finishes can seem to wait for each other; such tasks stand as they are written.
  for (let node = 0; node < count; node++) if ((waits[node] ?? 0) > 0) order.push(node);
  return order.map((node) => ({ task: node >> 1, finishes: (node & 1) === 1 }));
}

const sameDay = (a: Instant, b: Instant): boolean => finishDay(null, a) === finishDay(null, b);

class Scheduler {
  readonly #tasks: readonly DraftTask[];
  readonly #context: ScheduleContext;
  readonly #summary: readonly boolean[];
  readonly #starts: (Instant | null)[];
  readonly #finishes: (Instant | null)[];
  /** Earliest start by the links of the task and of what it lies in. */
  readonly #earliest: (Instant | null)[];
  readonly #dated: (DatedTask | undefined)[];

  constructor(tasks: readonly DraftTask[], context: ScheduleContext) {
    this.#tasks = tasks;
    this.#context = context;
    const parents = new Set(tasks.map((task) => task.parent));
    this.#summary = tasks.map((_, index) => parents.has(index));
    this.#starts = tasks.map(() => null);
    this.#finishes = tasks.map(() => null);
    this.#earliest = tasks.map(() => null);
    this.#dated = tasks.map(() => undefined);
  }

  run(): DatedTask[] {
    for (const { task, finishes } of orderOf(this.#tasks))
      if (finishes) this.#close(task);
      else this.#open(task);
    return this.#tasks.map((_, index) => this.#dated[index] ?? this.#summaryOf(index));
  }

  #clock(task: DraftTask): WorkCalendar {
    return task.duration && isElapsed(task.duration.unit) ? ELAPSED_CALENDAR : this.#context.calendar;
  }

  #drivenStart(index: number, clock: WorkCalendar, duration: number): Instant | null {
    const task = this.#tasks[index];
    let latest = task && task.parent >= 0 ? (this.#earliest[task.parent] ?? null) : null;
    for (const link of task?.links ?? []) {
      const start = this.#starts[link.from] ?? null;
      const finish = this.#finishes[link.from] ?? start;
      if (start === null || finish === null) continue;
      const at = driven(link, { start, finish }, { clock, duration });
      if (at !== null && (latest === null || at > latest)) latest = at;
    }
    return latest;
  }

  #open(index: number): void {
    const task = this.#tasks[index];
    if (!task) return;
    const clock = this.#clock(task);
    const written = given(task, clock, this.#context.oneDay);
    const length = written?.duration ?? task.duration?.tenths ?? (task.milestone ? 0 : this.#context.oneDay);
    const links = this.#drivenStart(index, clock, length);
    this.#earliest[index] = links;
    if (this.#summary[index]) return;
    const earliest = links === null || task.milestone ? links : clock.nextWorkStart(links);
    const dated = written
      ? this.#asWritten(task, written, earliest)
      : this.#asLinked(task, clock, earliest ?? this.#context.start, length);
    this.#dated[index] = dated;
    this.#starts[index] = dated.start;
    this.#finishes[index] = dated.finish;
  }

  #asWritten(task: DraftTask, written: Placed, earliest: Instant | null): DatedTask {
    const { duration, dayOff, differs } = written;
    // A milestone named by its day happens when what leads to it is done, that same day.
    const joined =
      duration === 0 && earliest !== null && earliest > written.start && sameDay(earliest, written.start);
    const start = joined ? earliest : written.start;
    const finish = joined ? earliest : written.finish;
    const floor = earliest ?? this.#context.start;
    return {
      summary: false,
      start,
      finish,
      duration,
      unit: task.duration?.unit ?? 'd',
      notBefore: start > floor || (earliest === null && start < floor) ? start : null,
      durationDiffers: differs,
      dayOff,
      beforeLinks: earliest !== null && start < earliest,
    };
  }

  #asLinked(task: DraftTask, clock: WorkCalendar, earliest: Instant, length: number): DatedTask {
    const start = length === 0 ? earliest : (clock.nextWorkStart(earliest) ?? earliest);
    return {
      summary: false,
      start,
      finish: clock.addWork(start, length) ?? start,
      duration: length,
      unit: task.duration?.unit ?? 'd',
      notBefore: null,
      durationDiffers: false,
      dayOff: false,
      beforeLinks: false,
    };
  }

  /** A task hands its dates up to the summaries it lies in. */
  #close(index: number): void {
    const parent = this.#tasks[index]?.parent ?? -1;
    const start = this.#starts[index] ?? null;
    const finish = this.#finishes[index] ?? null;
    if (parent < 0 || start === null || finish === null) return;
    const first = this.#starts[parent] ?? null;
    const last = this.#finishes[parent] ?? null;
    this.#starts[parent] = first === null ? start : Math.min(first, start);
    this.#finishes[parent] = last === null ? finish : Math.max(last, finish);
  }

  #summaryOf(index: number): DatedTask {
    return {
      summary: true,
      start: this.#starts[index] ?? null,
      finish: this.#finishes[index] ?? null,
      duration: null,
      unit: 'd',
      notBefore: null,
      durationDiffers: false,
      dayOff: false,
      beforeLinks: false,
    };
  }
}

/** Places every task of a list in time. Dates of the list are kept, also where its links contradict them. */
export const scheduleTasks = (tasks: readonly DraftTask[], context: ScheduleContext): DatedTask[] =>
  new Scheduler(tasks, context).run();

/** The earliest day a list names, `YYYY-MM-DD`; null if it names none. Starts are asked first. */
export function firstDay(tasks: readonly DraftTask[]): string | null {
  let first: string | null = null;
  for (const { start, finish } of tasks) {
    const day = (start ?? finish)?.slice(0, 10) ?? null;
    if (day !== null && (first === null || day < first)) first = day;
  }
  return first;
}
