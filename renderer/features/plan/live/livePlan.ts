/** The whole plan calculated anew while one of its bars is dragged. Nothing is stored before the drop. */
import type { Instant } from '#shared/schedule/calendar/instant.ts';
import type { CpmInput, CpmTask } from '#shared/schedule/cpm/model.ts';
import { type Scheduler, schedulerInSteps } from '#shared/schedule/cpm/scheduler.ts';
import { type KnownDates, progressFor } from '#shared/schedule/edit.ts';
import { finishSteps, type Steps } from '#shared/schedule/steps.ts';
import { type BarDates, NO_DATE } from '../timeline/dates.ts';

/** New dates of one row, as the command of the drop will write them. */
export interface Draft {
  readonly index: number;
  readonly dates: KnownDates;
  /** 0–100; what is done stays done. */
  readonly percent: number;
  /** The person chose the start: links may push it on, nothing pulls it back. */
  readonly pins: boolean;
  /** Links are left out of account: the row keeps exactly these dates. */
  readonly free: boolean;
}

export interface Broken {
  readonly index: number;
  readonly promised: Instant;
  readonly finish: Instant;
}

export interface LiveResult {
  readonly dates: BarDates;
  /** Tasks that lie elsewhere than before, the dragged ones too. */
  readonly moved: number;
  readonly finishBefore: Instant;
  readonly finishAfter: Instant;
  /** Promises that hold now and would not any more. */
  readonly broken: readonly Broken[];
}

export interface LivePlan {
  /** What the plan becomes with these drafts instead of any before. Null: it cannot be calculated. */
  preview(drafts: readonly Draft[]): LiveResult | null;
  /** As if nothing had been dragged. */
  reset(): void;
}

/** What the calculation needs beside its input. */
export interface LivePlanOptions {
  readonly input: CpmInput;
  readonly stored: BarDates;
  /** End of the promised day by row index; null without one. */
  readonly promised: readonly (Instant | null)[] | undefined;
}

/** The task as the core will store it after the drop. */
export function draftTask(task: CpmTask, { dates, percent, pins, free }: Draft): CpmTask {
  const { start, finish, duration } = dates;
  const moved = start !== task.start;
  const progress = progressFor(percent, dates, moved ? null : task.actualStart);
  const holds = pins && !task.manual && !free && (task.constraint === 'ASAP' || task.constraint === 'SNET');
  const moves = pins && !task.manual && !free && task.constraint === 'MSO';
  return {
    ...task,
    start,
    finish,
    duration,
    actualStart: progress.actualStart,
    actualFinish: progress.actualFinish,
    remainingDuration: progress.remaining,
    ...(moved ? { stop: null, resume: null } : {}),
    ...(holds ? { constraint: 'SNET' as const, constraintDate: start } : {}),
    ...(moves ? { constraintDate: start } : {}),
    ...(free ? { fixedDates: true, manual: true } : {}),
  };
}

/** Direct rows inside each summary, as a linked list over the rows. */
interface Outline {
  readonly parent: Int32Array;
  readonly firstChild: Int32Array;
  readonly next: Int32Array;
}

function outlineOf(tasks: readonly CpmTask[]): Outline {
  const parent = new Int32Array(tasks.length).fill(-1);
  const firstChild = new Int32Array(tasks.length).fill(-1);
  const next = new Int32Array(tasks.length).fill(-1);
  for (let i = tasks.length - 1; i >= 0; i--) {
    const up = tasks[i]?.parentUid ?? -1;
    if (up < 0) continue;
    parent[i] = up;
    next[i] = firstChild[up] ?? -1;
    firstChild[up] = i;
  }
  return { parent, firstChild, next };
}

class Live implements LivePlan {
  readonly #tasks: readonly CpmTask[];
  readonly #scheduler: Scheduler;
  readonly #outline: Outline;
  readonly #stored: BarDates;
  readonly #dates: BarDates;
  /** As calculated before any drag; rows are moved where they differ from this, whatever is stored. */
  readonly #origin: BarDates;
  readonly #isMoved: Uint8Array;
  readonly #promises: readonly { readonly index: number; readonly promised: Instant }[];
  readonly #finish: Instant;
  #moved = 0;
  #put: readonly number[] = [];

  constructor(scheduler: Scheduler, { input, stored, promised }: LivePlanOptions) {
    this.#tasks = input.tasks;
    this.#scheduler = scheduler;
    this.#outline = outlineOf(input.tasks);
    this.#stored = stored;
    this.#dates = { start: stored.start.slice(), finish: stored.finish.slice() };
    this.#origin = { start: stored.start.slice(), finish: stored.finish.slice() };
    this.#isMoved = new Uint8Array(input.tasks.length);
    this.#finish = scheduler.finish;
    for (let i = 0; i < input.tasks.length; i++) {
      const dates = scheduler.dates(i);
      if (!dates) continue;
      this.#origin.start[i] = dates.start;
      this.#origin.finish[i] = dates.finish;
    }
    this.#promises = (promised ?? []).flatMap((date, index) =>
      date !== null && (stored.finish[index] ?? NO_DATE) <= date ? [{ index, promised: date }] : [],
    );
  }

  preview(drafts: readonly Draft[]): LiveResult | null {
    const put: CpmTask[] = [];
    const now = new Set(drafts.map(({ index }) => index));
    for (const index of this.#put) {
      const task = this.#tasks[index];
      if (task && !now.has(index)) put.push(task);
    }
    for (const draft of drafts) {
      const task = this.#tasks[draft.index];
      if (task) put.push(draftTask(task, draft));
    }
    this.#put = [...now];
    const update = this.#scheduler.edit({ put });
    if (!update.ok) return null;
    this.#take(update.changed);
    return {
      // A new object each time: the same numbers are not the same picture.
      dates: { ...this.#dates },
      moved: this.#moved,
      finishBefore: this.#finish,
      finishAfter: this.#scheduler.finish,
      broken: this.#promises.flatMap((promise) => {
        const finish = this.#dates.finish[promise.index] ?? NO_DATE;
        return finish > promise.promised ? [{ ...promise, finish }] : [];
      }),
    };
  }

  reset(): void {
    if (this.#put.length > 0) this.preview([]);
  }

  /** Takes over the rows that may have moved, and rolls their summaries up. */
  #take(changed: readonly number[] | null): void {
    const dirty = new Set<number>();
    const { parent } = this.#outline;
    const count = changed?.length ?? this.#tasks.length;
    for (let k = 0; k < count; k++) {
      const row = changed ? (changed[k] ?? 0) : k;
      if (!this.#takeRow(row)) continue;
      for (let up = parent[row] ?? -1; up >= 0 && !dirty.has(up); up = parent[up] ?? -1) dirty.add(up);
    }
    // Outline order: a summary stands before what is inside it.
    for (const summary of [...dirty].sort((a, b) => b - a)) this.#rollUp(summary);
  }

  #takeRow(row: number): boolean {
    const dates = this.#scheduler.dates(row);
    if (!dates) return false;
    const { start, finish } = this.#dates;
    const moved = dates.start !== this.#origin.start[row] || dates.finish !== this.#origin.finish[row];
    const newStart = moved ? dates.start : (this.#stored.start[row] ?? NO_DATE);
    const newFinish = moved ? dates.finish : (this.#stored.finish[row] ?? NO_DATE);
    this.#moved += Number(moved) - (this.#isMoved[row] ?? 0);
    this.#isMoved[row] = Number(moved);
    if (newStart === start[row] && newFinish === finish[row]) return false;
    start[row] = newStart;
    finish[row] = newFinish;
    return true;
  }

  #rollUp(summary: number): void {
    const { firstChild, next } = this.#outline;
    const { start, finish } = this.#dates;
    let low = Number.POSITIVE_INFINITY;
    let high = NO_DATE;
    for (let row = firstChild[summary] ?? -1; row >= 0; row = next[row] ?? -1) {
      const [from = NO_DATE, to = NO_DATE] = [start[row], finish[row]];
      if (this.#tasks[row]?.counts === false || from === NO_DATE) continue;
      low = Math.min(low, from);
      high = Math.max(high, to);
    }
    if (high === NO_DATE) return;
    start[summary] = low;
    finish[summary] = high;
  }
}

/** A plan to drag in; null if its links run in a circle. Costs one full calculation. */
export const createLivePlan = (options: LivePlanOptions): LivePlan | null =>
  finishSteps(livePlanInSteps(options));

/** The same in steps. */
export function* livePlanInSteps(options: LivePlanOptions): Steps<LivePlan | null> {
  const scheduler = yield* schedulerInSteps(options.input);
  if ('cycle' in scheduler) return null;
  yield;
  return new Live(scheduler, options);
}
