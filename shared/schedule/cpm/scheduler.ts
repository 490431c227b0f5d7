import { finishSteps, type Steps } from '../steps.ts';
import { backwardPlace } from './backward.ts';
import { forwardPlace, forwardSweep } from './forward.ts';
import type {
  CpmDates,
  CpmInput,
  CpmLink,
  CpmLoop,
  CpmOptions,
  CpmReason,
  CpmSummary,
  CpmTask,
  TaskId,
} from './model.ts';
import { backwardAll, calculate, calculateInSteps, findContrary, lastFinish } from './passes.ts';
import { fillRow, type Plan } from './plan.ts';
import { allSummaries, datesOf } from './result.ts';
import { compileInSteps, compilePlan } from './schedule.ts';
import { explain } from './why.ts';

/** What one step of editing changes. Tasks are put whole; a new uid is a new row at the end. */
export interface CpmChange<Id extends TaskId = number> {
  readonly put?: readonly CpmTask<Id>[];
  readonly remove?: readonly Id[];
  readonly options?: Partial<CpmOptions>;
}

export interface CpmUpdate<Id extends TaskId = number> {
  readonly ok: true;
  /** Leaves whose dates, slack or criticality may differ from before; null: look at all of them. */
  readonly changed: readonly Id[] | null;
}

/** A plan that stays calculated while it is edited. */
export interface Scheduler<Id extends TaskId = number> {
  readonly start: number;
  readonly finish: number;
  /** Apply a change and bring every date up to date. A change that closes a circle is refused and has no effect. */
  edit(change: CpmChange<Id>): CpmUpdate<Id> | CpmLoop<Id>;
  /** null for summaries and rows that do not count. */
  dates(uid: Id): CpmDates | null;
  summaries(): ReadonlyMap<Id, CpmSummary>;
  why(uid: Id): CpmReason<Id> | null;
}

const sameLink = (a: CpmLink<TaskId>, b: CpmLink<TaskId>): boolean =>
  a.predecessorUid === b.predecessorUid &&
  a.type === b.type &&
  a.lag === b.lag &&
  a.percent === b.percent &&
  a.elapsed === b.elapsed;

/** Neither the network nor what is inherited through it differs. */
function keepsShape<Id extends TaskId>(plan: Plan<Id>, row: number, after: CpmTask<Id>): boolean {
  const before = plan.tasks[row] as CpmTask<Id>;
  if (before === after) return true;
  if (before.parentUid !== after.parentUid || before.counts !== after.counts) return false;
  if (before.summary || after.summary || plan.network.isLeaf[row] !== 1) return false;
  if (before.links === after.links) return true;
  return (
    before.links.length === after.links.length &&
    before.links.every((link, i) => sameLink(link, after.links[i] as CpmLink<Id>))
  );
}

/** Places still to visit, as flags over the order, with the span they lie in. */
class Agenda {
  readonly #flags: Uint8Array;
  low: number;
  high = -1;

  constructor(size: number) {
    this.#flags = new Uint8Array(size);
    this.low = size;
  }

  add(place: number): void {
    if (place < 0) return;
    this.#flags[place] = 1;
    if (place < this.low) this.low = place;
    if (place > this.high) this.high = place;
  }

  take(place: number): boolean {
    if (this.#flags[place] === 0) return false;
    this.#flags[place] = 0;
    return true;
  }

  /** Forget what is still to visit. */
  reset(): void {
    this.#flags.fill(0);
    this.clear();
  }

  /** All has been visited. */
  clear(): void {
    this.low = this.#flags.length;
    this.high = -1;
  }
}

interface Agendas {
  readonly ahead: Agenda;
  readonly back: Agenda;
}

/** Once so large a part of the plan moves, following every link costs more than calculating all of it. */
const PART_TO_FOLLOW = 1 / 8;

/**
 * Early dates of the rows on the agenda and of all they move; what has moved needs its slack looked at. False if so
 * much moves that all rows were calculated and all slack has to be.
 */
function moveForward<Id extends TaskId>(plan: Plan<Id>, { ahead, back }: Agendas): boolean {
  const { order, place, network } = plan;
  const { incoming, outgoing } = network;
  let left = Math.max(100, order.length * PART_TO_FOLLOW);
  for (let k = ahead.low; k <= ahead.high; k++) {
    if (!ahead.take(k)) continue;
    const row = order[k] as number;
    if (left-- <= 0) {
      forwardSweep(plan, k, order.length);
      ahead.reset();
      back.reset();
      return false;
    }
    back.add(k);
    if (!forwardPlace(plan, k)) continue;
    const end = outgoing.first[row + 1] as number;
    for (let e = outgoing.first[row] as number; e < end; e++)
      ahead.add(place[outgoing.row[e] as number] as number);
    const last = incoming.first[row + 1] as number;
    for (let e = incoming.first[row] as number; e < last; e++)
      back.add(place[incoming.row[e] as number] as number);
  }
  ahead.clear();
  return true;
}

/** Rows bound by the end of the project, once that has moved. */
function addBoundByEnd<Id extends TaskId>(plan: Plan<Id>, back: Agenda, finish: number): void {
  const { order, open, lateFinish } = plan;
  for (let k = 0; k < order.length; k++) {
    const row = order[k] as number;
    if (open[row] === 1 || (lateFinish[row] as number) > finish) back.add(k);
  }
}

function moveBackward<Id extends TaskId>(plan: Plan<Id>, back: Agenda, changed: Id[]): void {
  const { order, place, network, tasks } = plan;
  const { first, row: from } = network.incoming;
  for (let k = back.high; k >= back.low; k--) {
    if (!back.take(k)) continue;
    const row = order[k] as number;
    changed.push((tasks[row] as CpmTask<Id>).uid);
    if (!backwardPlace(plan, k)) continue;
    const end = first[row + 1] as number;
    for (let e = first[row] as number; e < end; e++) back.add(place[from[e] as number] as number);
  }
  back.clear();
}

class PlanScheduler<Id extends TaskId> implements Scheduler<Id> {
  #plan: Plan<Id>;
  #agendas: Agendas;
  /** Some tasks lie at the other end of their slack; their dates depend on both passes. */
  #hasContrary: boolean;

  /** @param plan calculated */
  constructor(plan: Plan<Id>) {
    this.#plan = plan;
    this.#agendas = createAgendas(plan);
    this.#hasContrary = findContrary(plan).length > 0;
  }

  get start(): number {
    return this.#plan.start;
  }

  get finish(): number {
    return this.#plan.finish;
  }

  dates(uid: Id): CpmDates | null {
    const row = this.#plan.network.rowOf(uid);
    return row >= 0 && this.#plan.network.isLeaf[row] === 1 ? datesOf(this.#plan, row) : null;
  }

  summaries(): ReadonlyMap<Id, CpmSummary> {
    return allSummaries(this.#plan);
  }

  why(uid: Id): CpmReason<Id> | null {
    return explain(this.#plan, this.#plan.network.rowOf(uid));
  }

  edit(change: CpmChange<Id>): CpmUpdate<Id> | CpmLoop<Id> {
    const rows = change.remove && change.remove.length > 0 ? null : this.#rowsOf(change.put ?? []);
    if (!rows) return this.#rebuild(change);
    const plan = this.#plan;
    const wasContrary = this.#hasContrary;
    (change.put ?? []).forEach((task, i) => {
      fillRow(plan, rows[i] as number, task);
    });
    if (change.options) plan.options = { ...plan.options, ...change.options };
    this.#hasContrary =
      wasContrary || change.options ? findContrary(plan).length > 0 : this.#isContrary(rows);
    const isFull = wasContrary || this.#hasContrary || change.options || plan.network.hasSummaryLinks;
    if (isFull || plan.options.scheduleFrom === 'finish') {
      calculate(plan);
      return { ok: true, changed: null };
    }
    return { ok: true, changed: this.#propagate(rows) };
  }

  #isContrary(rows: readonly number[]): boolean {
    return rows.some((row) => (this.#plan.tasks[row] as CpmTask<Id>).constraint === 'ALAP');
  }

  /** Rows of the tasks; null if the network has to be built anew. */
  #rowsOf(tasks: readonly CpmTask<Id>[]): number[] | null {
    const rows: number[] = [];
    for (const task of tasks) {
      const row = this.#plan.network.rowOf(task.uid);
      if (row < 0 || !keepsShape(this.#plan, row, task)) return null;
      rows.push(row);
    }
    return rows;
  }

  #propagate(rows: readonly number[]): Id[] | null {
    const plan = this.#plan;
    const { ahead, back } = this.#agendas;
    for (const row of rows) {
      const { incoming, outgoing } = plan.network;
      ahead.add(plan.place[row] as number);
      // Lags of a percentage and lags on its calendar change with the task even if its dates do not.
      for (let e = outgoing.first[row] as number; e < (outgoing.first[row + 1] as number); e++)
        ahead.add(plan.place[outgoing.row[e] as number] as number);
      for (let e = incoming.first[row] as number; e < (incoming.first[row + 1] as number); e++)
        back.add(plan.place[incoming.row[e] as number] as number);
    }
    const isFollowed = moveForward(plan, this.#agendas);
    const finish = lastFinish(plan);
    if (!isFollowed) {
      plan.finish = finish;
      backwardAll(plan, null);
      return null;
    }
    if (finish !== plan.finish) {
      plan.finish = finish;
      addBoundByEnd(plan, back, finish);
    }
    const changed: Id[] = [];
    moveBackward(plan, back, changed);
    return changed;
  }

  #rebuild({ put = [], remove = [], options }: CpmChange<Id>): CpmUpdate<Id> | CpmLoop<Id> {
    const gone = new Set(remove);
    const changed = new Map(put.map((task) => [task.uid, task]));
    const tasks = this.#plan.tasks
      .filter(({ uid }) => !gone.has(uid))
      .map((task) => {
        const after = changed.get(task.uid);
        changed.delete(task.uid);
        return after ?? task;
      });
    for (const task of changed.values()) if (!gone.has(task.uid)) tasks.push(task);
    const plan = compilePlan({ ...this.#plan.options, ...options, tasks });
    if ('cycle' in plan) return plan;
    calculate(plan);
    this.#plan = plan;
    this.#agendas = createAgendas(plan);
    this.#hasContrary = findContrary(plan).length > 0;
    return { ok: true, changed: null };
  }
}

const createAgendas = <Id extends TaskId>({ order }: Plan<Id>): Agendas => ({
  ahead: new Agenda(order.length),
  back: new Agenda(order.length),
});

/**
 * A scheduler for a plan that is edited: the network and its order are kept, and an edit of a task calculates only
 * what it moves. Changes of links, of the outline or of rows build the network anew.
 */
export const createScheduler = <Id extends TaskId = number>(
  input: CpmInput<Id>,
): Scheduler<Id> | CpmLoop<Id> => finishSteps(schedulerInSteps(input));

/** The same in steps. */
export function* schedulerInSteps<Id extends TaskId = number>(
  input: CpmInput<Id>,
): Steps<Scheduler<Id> | CpmLoop<Id>> {
  const plan = yield* compileInSteps(input);
  if ('cycle' in plan) return plan;
  yield* calculateInSteps(plan);
  return new PlanScheduler(plan);
}
