/** The calculated plan of one project, kept between commands and brought up to date from the log. */
import { finish, type Steps } from '#db/engine/slices.ts';
import type { Tx } from '#db/log/tx.ts';
import { networkOptions, networkRowOf, readingNetworkRows } from '#db/queries/network.ts';
import { type ProjectCalendars, projectCalendars } from '#db/queries/plan.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import type { Instant } from '#shared/schedule/calendar/instant.ts';
import type { CpmDates, CpmReason, CpmSummary, CpmTask } from '#shared/schedule/cpm/model.ts';
import { type Scheduler, schedulerInSteps } from '#shared/schedule/cpm/scheduler.ts';
import { NETWORK_FLAGS, type PlanNetwork } from '#shared/schedule/network/columns.ts';
import { type NetworkOptions, packNetwork, toCpmOptions } from '#shared/schedule/network/network.ts';
import { type NetworkRow, type RowContext, rowContext, toCpmTask } from '#shared/schedule/network/row.ts';
import { STEP_ROWS } from '#shared/schedule/steps.ts';

type Database = Tx['db'];

/** Dates as the store held them at one time, to compare with. */
export interface Snapshot {
  readonly finish: Instant | null;
  readonly hasCycle: boolean;
  readonly rows: readonly NetworkRow[];
  readonly rowOf: ReadonlyMap<string, number>;
  /** What is owed to somebody, by id. */
  readonly owed: ReadonlyMap<string, Owed>;
}

/** A task by whose end somebody counts, and its finish. */
export interface Owed {
  readonly due: Instant;
  readonly finish: Instant | null;
}

interface Network {
  readonly options: NetworkOptions;
  readonly calendars: ProjectCalendars;
  readonly context: RowContext;
  readonly ids: readonly string[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly rows: NetworkRow[];
  readonly dues: (Instant | null)[];
  /** null: links run in a circle. */
  readonly scheduler: Scheduler | null;
  /** Names of the circle, if there is one. */
  readonly cycle: readonly number[];
}

function load(db: Database, project: RecordOf<'project'>): Network {
  return finish(loading(db, project, false));
}

function* loading(db: Database, project: RecordOf<'project'>, inSteps: boolean): Steps<Network> {
  const calendars = projectCalendars(db, project.id);
  const stored = yield* readingNetworkRows(db, project.id, inSteps);
  yield;
  const options = networkOptions(project, calendars, stored);
  const context = rowContext(calendars, options.scheduling === 'kept');
  const rows = stored.map(({ row }) => row);
  const tasks: CpmTask[] = [];
  for (const [uid, row] of rows.entries()) {
    if (uid % STEP_ROWS === 0) yield;
    tasks.push(toCpmTask(row, uid, context));
  }
  const scheduler = yield* schedulerInSteps({ ...toCpmOptions(options), tasks });
  yield;
  return {
    options,
    calendars,
    context,
    ids: stored.map(({ id }) => id),
    rowOf: new Map(stored.map(({ id }, index) => [id, index])),
    rows,
    dues: stored.map(({ due }) => due),
    scheduler: 'cycle' in scheduler ? null : scheduler,
    cycle: 'cycle' in scheduler ? scheduler.cycle : [],
  };
}

const sameOptions = (a: NetworkOptions, b: NetworkOptions): boolean =>
  a.start === b.start &&
  a.finish === b.finish &&
  a.scheduleFrom === b.scheduleFrom &&
  a.criticalSlack === b.criticalSlack &&
  a.multipleCriticalPaths === b.multipleCriticalPaths;

/** Dates that differ from those in the store, by id. */
export type Moves = ReadonlyMap<string, { readonly start: Instant; readonly finish: Instant }>;

export class PlanSchedule {
  #net: Network;
  /** Rows whose dates may be other than stored; null: any. */
  #unsettled: Set<number> | null = null;

  private constructor(net: Network) {
    this.#net = net;
  }

  /** @param scheduling as if the project said so */
  static of(
    db: Database,
    project: RecordOf<'project'>,
    scheduling: RecordOf<'project'>['scheduling'] = project.scheduling,
  ): PlanSchedule {
    return new PlanSchedule(load(db, { ...project, scheduling }));
  }

  /**
   * Whether the calculation finds every task of a plan where it is stored, and no circle, in steps: what it takes
   * for a plan that comes from elsewhere to be calculated from now on.
   */
  static *agrees(db: Database, project: RecordOf<'project'>): Steps<boolean> {
    const schedule = new PlanSchedule(yield* loading(db, { ...project, scheduling: 'automatic' }, true));
    return schedule.cycle.length === 0 && (yield* schedule.#moving()).size === 0;
  }

  get ids(): readonly string[] {
    return this.#net.ids;
  }

  get cycle(): readonly string[] {
    return this.#net.cycle.map((row) => this.#net.ids[row] ?? '');
  }

  get kept(): boolean {
    return this.#net.options.scheduling === 'kept';
  }

  has(id: string): boolean {
    return this.#net.rowOf.has(id);
  }

  indexOf(id: string): number {
    return this.#net.rowOf.get(id) ?? -1;
  }

  /** null for summaries, rows that do not count, and if links run in a circle. */
  dates(row: number): CpmDates | null {
    return this.#net.scheduler?.dates(row) ?? null;
  }

  summaries(): ReadonlyMap<number, CpmSummary> {
    return this.#net.scheduler?.summaries() ?? new Map();
  }

  why(row: number): CpmReason | null {
    return this.#net.scheduler?.why(row) ?? null;
  }

  row(index: number): NetworkRow | null {
    return this.#net.rows[index] ?? null;
  }

  /** Last finish of what counts; null if nothing does. */
  get finish(): Instant | null {
    const { scheduler, rows } = this.#net;
    return scheduler && rows.some((_, row) => scheduler.dates(row) !== null) ? scheduler.finish : null;
  }

  /** What is compared with after a change. Rows are replaced, never changed, so that this costs little. */
  snapshot(): Snapshot {
    const { rows, rowOf, cycle } = this.#net;
    const { finish } = this;
    return { finish, hasCycle: cycle.length > 0, rows: rows.slice(), rowOf, owed: this.#owed() };
  }

  #owed(): Map<string, Owed> {
    const { rows, ids, dues } = this.#net;
    const out = new Map<string, Owed>();
    let spans: ReadonlyMap<number, CpmSummary> | null = null;
    for (const [index, due] of dues.entries()) {
      const [row, id] = [rows[index], ids[index]];
      if (due === null || !row || id === undefined) continue;
      if ((row.flags & NETWORK_FLAGS.summary) === 0) out.set(id, { due, finish: row.finish });
      else {
        spans ??= this.summaries();
        out.set(id, { due, finish: spans.get(index)?.finish ?? null });
      }
    }
    return out;
  }

  network(): PlanNetwork {
    const { options, calendars, ids, rows } = this.#net;
    return packNetwork(options, calendars, ids, rows);
  }

  /** Everything from the store again. */
  reload(db: Database, project: RecordOf<'project'>): void {
    this.#net = load(db, project);
    this.#unsettled = null;
  }

  /** Takes over options that need nothing else to be read. */
  setProject(project: RecordOf<'project'>): void {
    const { calendars, ids, rows } = this.#net;
    const stored = rows.map((row, i) => ({ id: ids[i] ?? '', row, due: null }));
    const options = networkOptions(project, calendars, stored);
    if (sameOptions(options, this.#net.options)) return;
    this.#net.scheduler?.edit({ options: toCpmOptions(options) });
    this.#unsettled = null;
    this.#net = { ...this.#net, options };
  }

  /** Reads single rows again, the outline being as before. False: that is not enough, reload. */
  refresh(db: Database, ids: ReadonlySet<string>): boolean {
    const { rows, rowOf, dues, context, scheduler } = this.#net;
    const put: CpmTask[] = [];
    for (const id of ids) {
      const index = rowOf.get(id);
      const before = index === undefined ? undefined : rows[index];
      const after = before && networkRowOf(db, id, before, rowOf);
      if (index === undefined || !after) return false;
      rows[index] = after.row;
      dues[index] = after.due;
      put.push(toCpmTask(after.row, index, context));
    }
    const update = scheduler?.edit({ put });
    if (!update?.ok) return false;
    if (update.changed === null) this.#unsettled = null;
    else for (const row of update.changed) this.#unsettled?.add(row);
    for (const { uid } of put) this.#unsettled?.add(uid);
    return true;
  }

  /** Dates of automatic tasks that are other than stored. */
  moves(): Moves {
    return finish(this.#moving());
  }

  *#moving(): Steps<Moves> {
    const out = new Map<string, { start: Instant; finish: Instant }>();
    const { scheduler, rows, ids } = this.#net;
    if (!scheduler || this.kept) return out;
    let looked = 0;
    for (const index of this.#unsettled ?? rows.keys()) {
      if (looked++ % STEP_ROWS === 0) yield;
      const dates = scheduler.dates(index);
      const [row, id] = [rows[index], ids[index]];
      if (!dates || !row || id === undefined) continue;
      if (dates.start === row.start && dates.finish === row.finish) continue;
      if ((row.flags & (NETWORK_FLAGS.manual | NETWORK_FLAGS.foreign)) !== 0) continue;
      out.set(id, { start: dates.start, finish: dates.finish });
    }
    // What was looked at and found in its place need not be looked at again.
    if (out.size === 0) this.#unsettled = new Set();
    return out;
  }

  /**
   * How each task is best held where it is stored: by "start no earlier than" if that alone gives its dates, the
   * others held as well; else by hand. Changes the schedule, which is then of no other use.
   */
  holds(ids: readonly string[]): Map<string, 'constraint' | 'manual'> {
    const { rows, rowOf, context, scheduler } = this.#net;
    const found = new Map<string, 'constraint' | 'manual'>();
    const hold = (id: string, how: 'constraint' | 'manual') => {
      const index = rowOf.get(id) ?? -1;
      const row = rows[index];
      if (!row || row.start === null || row.finish === null) return;
      found.set(id, how);
      const isManual = how === 'manual';
      const flags = isManual ? row.flags | NETWORK_FLAGS.manual : row.flags;
      const pinned: NetworkRow = isManual
        ? { ...row, flags }
        : { ...row, constraint: 'snet', constraintDate: row.start };
      scheduler?.edit({ put: [toCpmTask(pinned, index, context)] });
    };
    for (const id of ids) {
      const row = rows[rowOf.get(id) ?? -1];
      const isFree = row?.actualStart === null && (row.constraint === 'asap' || row.constraint === 'alap');
      hold(id, isFree ? 'constraint' : 'manual');
    }
    // Held by hand a task may let others go that its dates had pushed; so until all are in their place.
    for (let isOff = true; isOff; ) {
      isOff = false;
      for (const [id, how] of found) {
        const index = rowOf.get(id) ?? -1;
        const [row, dates] = [rows[index], scheduler?.dates(index)];
        if (how === 'manual' || !row || !dates) continue;
        if (dates.start === row.start && dates.finish === row.finish) continue;
        hold(id, 'manual');
        isOff = true;
      }
    }
    return found;
  }

  /** Says that the store now holds these dates. */
  settle(moves: Moves): void {
    const { rows, rowOf } = this.#net;
    for (const [id, { start, finish }] of moves) {
      const index = rowOf.get(id) ?? -1;
      const row = rows[index];
      if (row) rows[index] = { ...row, start, finish };
    }
    this.#unsettled = new Set();
  }
}
