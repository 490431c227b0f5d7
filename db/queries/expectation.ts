/** Expectations of a project with everything that is known about them. */
import type { Database } from 'better-sqlite3';
import { addDays } from '#shared/domain/deadline/dates.ts';
import {
  currentOf,
  type GapItem,
  type GapTask,
  type GapView,
  gapValues,
  gapView,
  TREND_DAYS,
  withTrend,
} from '#shared/domain/expectation/gap.ts';
import { type KanoPair, kanoResult } from '#shared/domain/expectation/kano.ts';
import { type ExpectationFacts, isSmart } from '#shared/domain/expectation/life.ts';
import { principleChecks } from '#shared/domain/expectation/principles.ts';
import type { ExpectationFact, RadarAnswer } from '#shared/ipc/channels/expectation.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { prepared } from '../engine/statements.ts';
import { listRecords } from './records.ts';
import { type Rewindable, rewound } from './rewind.ts';

type Goal = RecordOf<'goal'>;
type Expectation = RecordOf<'expectation'>;

const SIGNED: ReadonlySet<Goal['status']> = new Set(['signed', 'reached', 'missed']);

type Gapped = Rewindable &
  Pick<
    Expectation,
    | 'no'
    | 'text'
    | 'aspect'
    | 'weight'
    | 'kano'
    | 'status'
    | 'agreed_percent'
    | 'planned_percent'
    | 'actual_percent'
    | 'key_date_on'
    | 'task_id'
    | 'deliverable_id'
  >;
type Task = Rewindable &
  Pick<RecordOf<'task'>, 'name' | 'finish_at' | 'actual_finish_at' | 'percent' | 'promised_on'>;
type GoalRow = Rewindable & Pick<Goal, 'expectation_id' | 'status' | 'due_on'>;
type Answer = KanoPair & { readonly expectation_id: string; readonly created_at: string };

interface Source {
  readonly expectations: readonly Gapped[];
  readonly tasks: readonly Task[];
  readonly goals: readonly GoalRow[];
  readonly answers: readonly Answer[];
  /** Task of each deliverable. */
  readonly taskOf: ReadonlyMap<string, string>;
}

/** Rows of now, and of what was deleted after `since`. */
function readSource(db: Database, projectId: string, since: string): Source {
  const live = '(x.deleted_at IS NULL OR x.deleted_at > ?)';
  const taskOf = prepared(
    db,
    'SELECT id, task_id FROM deliverable WHERE project_id = ? AND task_id IS NOT NULL AND deleted_at IS NULL',
  ).all(projectId) as { id: string; task_id: string }[];
  return {
    expectations: prepared(
      db,
      `SELECT x.id, x.created_at, x.deleted_at, x.no, x.text, x.aspect, x.weight, x.kano, x.status, x.agreed_percent,
         x.planned_percent, x.actual_percent, x.key_date_on, x.task_id, x.deliverable_id
       FROM expectation x WHERE x.project_id = ? AND ${live} ORDER BY x.no, x.id`,
    ).all(projectId, since) as Gapped[],
    tasks: prepared(
      db,
      `SELECT x.id, x.created_at, x.deleted_at, x.name, x.finish_at, x.actual_finish_at, x.percent, x.promised_on
       FROM task x WHERE x.project_id = ? AND ${live} AND (
         x.id IN (SELECT task_id FROM expectation WHERE project_id = ?)
         OR x.id IN (SELECT task_id FROM deliverable WHERE project_id = ?))`,
    ).all(projectId, since, projectId, projectId) as Task[],
    goals: prepared(
      db,
      `SELECT x.id, x.created_at, x.deleted_at, x.expectation_id, x.status, x.due_on FROM goal x
       WHERE x.project_id = ? AND x.expectation_id IS NOT NULL AND ${live}`,
    ).all(projectId, since) as GoalRow[],
    answers: prepared(
      db,
      `SELECT k.expectation_id, k.functional, k.dysfunctional, k.created_at FROM kano_answer k
       JOIN expectation x ON x.id = k.expectation_id WHERE x.project_id = ? AND k.deleted_at IS NULL`,
    ).all(projectId) as Answer[],
    taskOf: new Map(taskOf.map(({ id, task_id }) => [id, task_id])),
  };
}

/** The same as it was at an instant. */
function sourceAt(db: Database, source: Source, at: string): Source {
  return {
    ...source,
    expectations: rewound(db, source.expectations, at),
    tasks: rewound(db, source.tasks, at),
    goals: rewound(db, source.goals, at),
    answers: source.answers.filter((answer) => answer.created_at <= at),
  };
}

const alive = (row: Rewindable): boolean => row.deleted_at === null;
const dayOf = (at: string | null): string | null => at?.slice(0, 10) ?? null;

function gapTask(task: Task): GapTask {
  const done = task.actual_finish_at ?? (task.percent >= 100 ? task.finish_at : null);
  return {
    id: task.id,
    name: task.name,
    finishOn: dayOf(task.finish_at),
    actualOn: dayOf(done),
    promisedOn: task.promised_on,
  };
}

/** Rows by a key, in their order. */
function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function itemsOf({ expectations, tasks, goals, answers, taskOf }: Source): GapItem[] {
  const taskById = new Map(tasks.filter(alive).map((task) => [task.id, gapTask(task)]));
  const goalsOf = grouped(goals.filter(alive), (goal) => goal.expectation_id);
  const answersOf = grouped(answers, (answer) => answer.expectation_id);
  return expectations.filter(alive).map((row) => {
    const signed = (goalsOf.get(row.id) ?? []).filter((goal) => SIGNED.has(goal.status));
    const due = signed.flatMap(({ due_on }) => due_on ?? []).sort();
    const taskId = row.task_id ?? taskOf.get(row.deliverable_id ?? '') ?? '';
    return {
      id: row.id,
      no: row.no,
      text: row.text,
      aspect: row.aspect,
      weight: row.weight,
      kano: kanoResult(row.kano, answersOf.get(row.id) ?? []).kind,
      status: row.status,
      agreedPercent: row.agreed_percent,
      plannedPercent: row.planned_percent,
      actualPercent: row.actual_percent,
      goalSigned: signed.length > 0,
      goalDueOn: due.at(-1) ?? null,
      keyOn: row.key_date_on,
      task: taskById.get(taskId) ?? null,
    };
  });
}

export interface Moment {
  /** Today where the user is. */
  readonly today: string;
  /** Now, as an instant. */
  readonly at: string;
}

function startOf(db: Database, projectId: string): string | null {
  const sql = `SELECT coalesce(p.start_on, (SELECT substr(min(t.start_at), 1, 10) FROM task t
      WHERE t.project_id = p.id AND t.active = 1 AND t.blank = 0 AND t.deleted_at IS NULL))
    FROM project p WHERE p.id = ?`;
  return prepared(db, sql).pluck().get(projectId) as string | null;
}

/** Expectations the client was told about: an adjustment that was not declined, or a delay notice that left. */
function toldOf(db: Database, projectId: string, view: GapView): ReadonlySet<string> {
  const adjusted = prepared(
    db,
    `SELECT expectation_id FROM adjustment WHERE project_id = ? AND expectation_id IS NOT NULL
       AND status <> 'declined' AND deleted_at IS NULL`,
  )
    .pluck()
    .all(projectId) as string[];
  const noticed = prepared(
    db,
    `SELECT task_id FROM delay_notice WHERE project_id = ? AND task_id IS NOT NULL AND status <> 'draft'
       AND deleted_at IS NULL`,
  )
    .pluck()
    .all(projectId) as string[];
  const tasks = new Set(noticed);
  return new Set([...adjusted, ...view.late.filter(({ taskId }) => tasks.has(taskId)).map(({ id }) => id)]);
}

/** MS-4, A7: the radar of a project with its trend and the four principles. */
export function expectationRadar(
  db: Database,
  project: Pick<RecordOf<'project'>, 'id' | 'stage'>,
  { today, at }: Moment,
): RadarAnswer {
  const since = addDays(today, -TREND_DAYS);
  const then = new Date(Date.parse(at) - TREND_DAYS * 86_400_000).toISOString();
  const source = readSource(db, project.id, then);
  const startOn = startOf(db, project.id);
  const items = itemsOf(source);
  const before = gapView(itemsOf(sourceAt(db, source, then)), { startOn, today: since });
  const view = withTrend(gapView(items, { startOn, today }), before);
  const told = toldOf(db, project.id, view);
  const principles = principleChecks({ stage: project.stage, view, expectations: items.length, told });
  return {
    since,
    average: view.average,
    status: view.status,
    axes: view.axes.map((axis) => ({ ...axis })),
    unmetBasics: [...view.unmetBasics],
    unagreed: [...view.unagreed],
    late: [...view.late],
    principles: principles.map((check) => ({ ...check, broken: [...check.broken] })),
  };
}

const COUNTS_SQL = `SELECT x.id,
    (SELECT count(*) FROM fishbone f WHERE f.project_id = x.project_id AND f.subject_id = x.id
      AND f.deleted_at IS NULL) AS fishbones,
    (SELECT count(*) FROM guidance g WHERE g.expectation_id = x.id AND trim(coalesce(g.after, '')) <> ''
      AND g.deleted_at IS NULL) AS guidances,
    (SELECT c.result FROM capability_check c WHERE c.deleted_at IS NULL AND (c.expectation_id = x.id
        OR c.goal_id IN (SELECT id FROM goal WHERE expectation_id = x.id AND deleted_at IS NULL))
      ORDER BY coalesce(c.checked_on, '') DESC, c.created_at DESC, c.id DESC LIMIT 1) AS capability,
    (SELECT count(*) FROM adjustment a WHERE a.status = 'confirmed' AND a.deleted_at IS NULL AND (a.expectation_id = x.id
        OR a.goal_id IN (SELECT id FROM goal WHERE expectation_id = x.id AND deleted_at IS NULL))) AS adjustments
  FROM expectation x`;

type Counts = Pick<ExpectationFacts, 'fishbones' | 'guidances' | 'capability' | 'adjustments'> & {
  readonly id: string;
};

/** Goals of an expectation that were not withdrawn. */
function goalFacts(goals: readonly Goal[]): ExpectationFact['goals'] {
  return goals
    .filter(({ status }) => status !== 'withdrawn')
    .map((goal) => ({
      id: goal.id,
      title: goal.title,
      smart: isSmart(goal),
      signed: SIGNED.has(goal.status),
    }));
}

/** Everything the register shows besides the records, in their order. */
export function expectationFacts(db: Database, projectId: string, moment: Moment): ExpectationFact[] {
  const source = readSource(db, projectId, moment.at);
  const context = { startOn: startOf(db, projectId), today: moment.today };
  const counts = prepared(db, `${COUNTS_SQL} WHERE x.project_id = ? AND x.deleted_at IS NULL`).all(
    projectId,
  ) as Counts[];
  const countsOf = new Map(counts.map(({ id, ...row }) => [id, row]));
  const goalsOf = grouped(listRecords(db, 'goal', { project_id: projectId }), (goal) => goal.expectation_id);
  const answersOf = grouped(source.answers, (answer) => answer.expectation_id);
  const chosen = new Map(source.expectations.map(({ id, kano }) => [id, kano]));
  const none = { fishbones: 0, guidances: 0, capability: null, adjustments: 0 };
  return itemsOf(source).map((item) => {
    const values = gapValues(item, context);
    const answers = answersOf.get(item.id) ?? [];
    const { tally, ...kano } = kanoResult(chosen.get(item.id) ?? null, answers);
    return {
      id: item.id,
      ...(countsOf.get(item.id) ?? none),
      answers: answers.length,
      goals: goalFacts(goalsOf.get(item.id) ?? []),
      kano: { ...kano, tally: { ...tally } },
      ...values,
      current: currentOf(values),
    };
  });
}

/** X8: what the guards look at, for one expectation. */
export function lifeFacts(db: Database, record: Expectation): ExpectationFacts {
  const row = prepared(db, `${COUNTS_SQL} WHERE x.id = ?`).get(record.id) as Counts;
  const answers = prepared(
    db,
    'SELECT count(*) FROM kano_answer WHERE expectation_id = ? AND deleted_at IS NULL',
  )
    .pluck()
    .get(record.id) as number;
  return {
    ...record,
    ...row,
    answers,
    goals: goalFacts(listRecords(db, 'goal', { expectation_id: record.id })),
  };
}
