import { prepared } from '#db/engine/statements.ts';
import type { Log } from '#db/log/log.ts';
import type { Tx } from '#db/log/tx.ts';
import { CREATION } from '#db/log/types.ts';
import { getRecord } from '#db/queries/records.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { TOMBSTONE } from '#shared/model/entity.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import type { AppContext } from '../context.ts';
import { PlanSchedule } from './schedule.ts';

interface Touched {
  readonly entity: string;
  readonly id: string;
  readonly register: string;
}

type Database = Tx['db'];

/** Registers after which rows come, go or stand elsewhere. */
const STRUCTURAL = [CREATION, TOMBSTONE, 'place', 'project_id', 'from_id', 'to_id', 'task_id'] as const;
const isStructural = (register: string) => STRUCTURAL.some((name) => name === register);
/** With so many changes, reading the plan anew is quicker than row by row. */
const MAX_REFRESHED = 500;
/** Plans kept calculated. */
const MAX_KEPT = 4;

const ownerSql = {
  task: 'SELECT project_id AS project, id AS task FROM task WHERE id = ?',
  link: 'SELECT project_id AS project, to_id AS task FROM link WHERE id = ?',
  assignment: `SELECT t.project_id AS project, a.task_id AS task
    FROM assignment a JOIN task t ON t.id = a.task_id WHERE a.id = ?`,
  resource: 'SELECT project_id AS project, NULL AS task FROM resource WHERE id = ?',
  calendar: 'SELECT project_id AS project, NULL AS task FROM calendar WHERE id = ?',
} as const;

const isOwned = (entity: string): entity is keyof typeof ownerSql => entity in ownerSql;

/** Whether a link or an assignment only came, went or changed: then one row says all. */
function isOneRow({ entity, register }: Touched): boolean {
  if (entity === 'task') return !isStructural(register);
  if (entity === 'resource' || entity === 'calendar') return false;
  return register === CREATION || register === TOMBSTONE || !isStructural(register);
}

/** Rows a change asks to be read again; `all`: the whole plan. */
function rowsFor(db: Database, projectId: string, change: Touched): 'all' | string | null {
  if (change.entity === 'project') {
    if (change.id !== projectId) return null;
    return change.register === 'calendar_id' || change.register === 'scheduling' ? 'all' : 'project';
  }
  if (!isOwned(change.entity)) return null;
  const owner = prepared(db, ownerSql[change.entity]).get(change.id) as
    | { project: string; task: string | null }
    | undefined;
  if (owner?.project !== projectId) return null;
  return isOneRow(change) && owner.task !== null ? owner.task : 'all';
}

/** Brings a schedule up to date with what was touched. */
function absorb(
  schedule: PlanSchedule,
  db: Database,
  project: RecordOf<'project'>,
  changes: Iterable<Touched>,
): void {
  const rows = new Set<string>();
  for (const change of changes) {
    const row = rowsFor(db, project.id, change);
    if (row === 'all' || rows.size > MAX_REFRESHED) {
      schedule.reload(db, project);
      return;
    }
    if (row !== null) rows.add(row);
  }
  if (rows.delete('project')) schedule.setProject(project);
  if (rows.size > 0 && !schedule.refresh(db, rows)) schedule.reload(db, project);
}

/** What a transaction has touched so far. */
function* touchedBy(tx: Tx): Generator<Touched> {
  for (const [entity, ids] of tx.touched())
    for (const id of ids) {
      const register = [...STRUCTURAL, 'calendar_id', 'scheduling'].find((name) => tx.changed(id, name));
      yield { entity, id, register: register ?? '' };
    }
}

const lastSeq = (db: Database): number =>
  (prepared(db, 'SELECT max(seq) AS seq FROM txn').get() as { seq: number | null }).seq ?? 0;

function requireProject(db: Database, projectId: string): RecordOf<'project'> {
  const project = getRecord(db, 'project', projectId);
  if (!project) throw new AppError('NOT_FOUND', { entity: 'project' });
  return project;
}

export interface TakenSchedule {
  readonly schedule: PlanSchedule;
  /** Entry of the log it is of. */
  readonly seq: number;
  /** It has the writes of this transaction as well, which becomes the entry after `seq`, or fails. */
  readonly pending?: string;
}

/**
 * Calculated plans by project, as of an entry of the log. Whatever wrote since (undo, an import, another command)
 * is found in the log, so that nobody has to say that a plan is out of date.
 */
export class PlanSchedules {
  readonly #kept = new Map<string, TakenSchedule>();
  readonly #settled = new WeakSet<Tx>();

  /** The plan as it is committed, or within a transaction as it was before it. @throws AppError NOT_FOUND */
  at(db: Database, projectId: string): PlanSchedule {
    const taken = this.take(db, projectId);
    this.give(projectId, taken);
    return taken.schedule;
  }

  /** Like `at`; nobody else has it until it is given back, so that a transaction that fails leaves nothing behind. */
  take(db: Database, projectId: string): TakenSchedule {
    const seq = lastSeq(db);
    const known = this.#confirmed(db, projectId);
    this.#kept.delete(projectId);
    if (known?.seq === seq) return known;
    const project = requireProject(db, projectId);
    if (!known) return { schedule: PlanSchedule.of(db, project), seq };
    const changes = prepared(
      db,
      `SELECT entity, id, register FROM change WHERE txn_seq > ?
         AND entity IN ('task', 'link', 'assignment', 'resource', 'calendar', 'project')`,
    ).iterate(known.seq) as Iterable<Touched>;
    absorb(known.schedule, db, project, [...changes]);
    return { schedule: known.schedule, seq };
  }

  /** What is known for sure: a transaction that failed takes the plan it changed with it. */
  #confirmed(db: Database, projectId: string): TakenSchedule | undefined {
    const known = this.#kept.get(projectId);
    if (known?.pending === undefined) return known;
    const seq = known.seq + 1;
    const entry = prepared(db, 'SELECT 1 FROM txn WHERE seq = ? AND id = ?').get(seq, known.pending);
    return entry === undefined ? undefined : { schedule: known.schedule, seq };
  }

  /** Gives back a plan that has the writes of a transaction, before that is committed. */
  giveAfter(projectId: string, { schedule, seq }: TakenSchedule, tx: Tx): void {
    this.#settled.add(tx);
    this.give(projectId, { schedule, seq, pending: tx.id });
  }

  /** Whether a command on a plan has settled it in this transaction. */
  isSettled(tx: Tx): boolean {
    return this.#settled.has(tx);
  }

  give(projectId: string, taken: TakenSchedule): void {
    this.#kept.set(projectId, taken);
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= MAX_KEPT) break;
      this.#kept.delete(id);
    }
  }

  /** Takes the writes of a transaction into the schedule. */
  absorb(taken: TakenSchedule, tx: Tx, projectId: string): void {
    absorb(taken.schedule, tx.db, tx.get('project', projectId), touchedBy(tx));
  }
}

const byLog = new WeakMap<Log, PlanSchedules>();

/** The calculated plans of the open store. */
export function schedulesOf({ log }: Pick<AppContext, 'log'>): PlanSchedules {
  let known = byLog.get(log);
  if (!known) {
    known = new PlanSchedules();
    byLog.set(log, known);
  }
  return known;
}
