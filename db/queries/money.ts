/** Money of projects: instalments with their derived days and states, the fee identity, exposure, budget. */
import type { Database } from 'better-sqlite3';
import type { z } from 'zod';
import { budgetFigures, feeStructure } from '#shared/domain/contract/identity.ts';
import { cashByMonth, dueOf, outstandingOf, paymentState } from '#shared/domain/contract/payment.ts';
import { exposureOf } from '#shared/domain/contract/penalty.ts';
import { isSigned } from '#shared/domain/contract/signed.ts';
import { addDays, daysBetween } from '#shared/domain/deadline/dates.ts';
import type {
  ContractMoney,
  ExposureRow,
  InstalmentRow,
  MoneyTotals,
  moneyChannels,
} from '#shared/ipc/channels/money.ts';
import { COST_CATEGORIES } from '#shared/model/entities/contract.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { prepared } from '../engine/statements.ts';

type ProjectMoney = z.infer<(typeof moneyChannels)['money.project']['output']>;
type Contract = RecordOf<'contract'>;
type Stage = RecordOf<'payment_stage'> & {
  readonly task_name: string | null;
  readonly deliverable_name: string | null;
  readonly accepted_on: string | null;
  readonly acceptance_on: string | null;
  readonly received_minor: number;
} & TaskDay;
type Fee = RecordOf<'extra_fee'>;

interface TaskDay {
  readonly task_start: string | null;
  readonly task_finish: string | null;
  readonly task_actual: string | null;
  readonly task_percent: number | null;
}

/** Day a person names for a finish: 24:00 belongs to the day that ends. */
function dayOf(start: string | null, finish: string | null): string | null {
  if (finish === null) return null;
  const midnight = finish.endsWith('T00:00:00') && start !== null && start < finish;
  const day = finish.slice(0, 10);
  return midnight ? addDays(day, -1) : day;
}

const taskDay = ({ task_start, task_finish, task_actual }: TaskDay): string | null =>
  task_actual?.slice(0, 10) ?? dayOf(task_start, task_finish);

const CONTRACTS_SQL = `SELECT * FROM contract WHERE project_id = ? AND deleted_at IS NULL
  ORDER BY direction = 'downstream', no, id`;

const STAGES_SQL = `SELECT s.*, t.name AS task_name, t.start_at AS task_start, t.finish_at AS task_finish,
    t.actual_finish_at AS task_actual, t.percent AS task_percent, d.name AS deliverable_name, d.accepted_on,
    coalesce(d.due_on, substr(dt.finish_at, 1, 10)) AS acceptance_on,
    (SELECT coalesce(sum(r.amount_minor), 0) FROM receipt r
      WHERE r.payment_stage_id = s.id AND r.deleted_at IS NULL) AS received_minor
  FROM payment_stage s
    LEFT JOIN task t ON t.id = s.task_id AND t.deleted_at IS NULL
    LEFT JOIN deliverable d ON d.id = s.deliverable_id AND d.deleted_at IS NULL
    LEFT JOIN task dt ON dt.id = d.task_id AND dt.deleted_at IS NULL
  WHERE s.contract_id = ? AND s.deleted_at IS NULL ORDER BY s.rank, s.created_at, s.id`;

const FEES_SQL = `SELECT * FROM extra_fee WHERE contract_id = ? AND deleted_at IS NULL
  ORDER BY raised_on IS NULL, raised_on, created_at, id`;

function instalmentRow(
  stage: Stage,
  contract: Contract,
  share: ReturnType<typeof feeStructure>['stages'][number] | undefined,
  today: string,
): InstalmentRow {
  const binding = isSigned(contract);
  const due = dueOf(
    {
      rule: stage.due_rule,
      dueOn: stage.due_on,
      signedOn: binding ? contract.signed_on : null,
      milestoneOn: taskDay(stage),
      milestoneDone: (stage.task_percent ?? 0) >= 100,
      acceptedOn: stage.accepted_on,
      acceptanceExpectedOn: stage.acceptance_on,
      dueDays: stage.due_days,
    },
    today,
  );
  const amountMinor = share?.amountMinor ?? null;
  const receivedMinor = stage.received_minor;
  const facts = { ...due, amountMinor, receivedMinor, claimedOn: stage.claimed_on, binding };
  const state = paymentState(facts, today);
  const event = { date: null, signing: null, milestone: stage.task_name, acceptance: stage.deliverable_name };
  return {
    id: stage.id,
    name: stage.name,
    kind: stage.kind,
    percent: stage.percent,
    fixed: stage.amount_minor !== null,
    baseMinor: share?.baseMinor ?? null,
    feesMinor: share?.feesMinor ?? 0,
    amountMinor,
    dueRule: stage.due_rule,
    dueDays: stage.due_days,
    event: event[stage.due_rule],
    taskId: stage.task_id,
    deliverableId: stage.deliverable_id,
    ...due,
    state,
    overdueDays: state === 'overdue' && due.dueOn !== null ? daysBetween(due.dueOn, today) : 0,
    claimedOn: stage.claimed_on,
    method: stage.method,
    condition: stage.condition,
    receivedMinor,
    outstandingMinor: state === 'received' ? 0 : outstandingOf(amountMinor, receivedMinor),
    excessMinor: amountMinor === null ? 0 : Math.max(0, receivedMinor - Math.max(0, amountMinor)),
    early: due.dueOn !== null && contract.effective_on !== null && due.dueOn < contract.effective_on,
  };
}

function contractMoney(db: Database, contract: Contract, today: string): ContractMoney {
  const stages = prepared(db, STAGES_SQL).all(contract.id) as Stage[];
  const fees = prepared(db, FEES_SQL).all(contract.id) as Fee[];
  const shares = stages.map((stage) => ({
    id: stage.id,
    percent: stage.percent,
    amountMinor: stage.amount_minor,
  }));
  const structure = feeStructure(
    contract.total_minor,
    shares,
    fees.map((fee) => ({
      kind: fee.kind,
      amountMinor: fee.amount_minor,
      approved: fee.approved_on !== null,
      stageId: fee.payment_stage_id,
    })),
  );
  const { stages: parts, openMinor, ...sums } = structure;
  const rows = stages.map((stage, index) => instalmentRow(stage, contract, parts[index], today));
  return {
    id: contract.id,
    no: contract.no,
    title: contract.title,
    direction: contract.direction,
    status: contract.status,
    ...sums,
    openFeesMinor: openMinor,
    receivedMinor: rows.reduce((sum, row) => sum + row.receivedMinor, 0),
    retentionPercent: contract.retention_percent,
    retentionMinor: rows.reduce(
      (sum, row) => sum + (row.kind === 'retention' ? (row.amountMinor ?? 0) : 0),
      0,
    ),
    stages: rows,
    fees: fees.map((fee) => ({
      id: fee.id,
      kind: fee.kind,
      text: fee.text,
      amountMinor: fee.amount_minor,
      approvedOn: fee.approved_on,
      extensionDays: fee.extension_days ?? 0,
      stageId: fee.payment_stage_id,
    })),
  };
}

function totalsOf(contracts: readonly ContractMoney[]): MoneyTotals {
  const stages = contracts.flatMap((contract) => contract.stages);
  const sum = (of: (row: InstalmentRow) => number): number => stages.reduce((all, row) => all + of(row), 0);
  const late = (row: InstalmentRow): boolean => row.state === 'overdue';
  return {
    dueMinor: contracts.reduce((all, one) => all + one.dueMinor, 0),
    receivedMinor: sum((row) => row.receivedMinor),
    outstandingMinor: sum((row) => row.outstandingMinor),
    overdueMinor: sum((row) => (late(row) ? row.outstandingMinor : 0)),
    overdueCount: stages.filter(late).length,
    claimableMinor: sum((row) => (row.state === 'due' || row.state === 'claimed' ? row.outstandingMinor : 0)),
  };
}

type LiabilityRow = RecordOf<'clause'> &
  TaskDay & { readonly task: string | null; readonly promised_on: string | null };

const LIABILITY_SQL = `SELECT c.*, t.name AS task, t.promised_on, t.start_at AS task_start,
    t.finish_at AS task_finish, t.actual_finish_at AS task_actual, t.percent AS task_percent
  FROM clause c LEFT JOIN task t ON t.id = c.task_id AND t.deleted_at IS NULL
  WHERE c.contract_id = ? AND c.kind = 'liability' AND c.rate_percent > 0 AND c.deleted_at IS NULL
  ORDER BY c.rank, c.created_at, c.id`;

/** The last row of the plan: its start and finish, and whether everything is done. */
const PLAN_END_SQL = `SELECT start_at AS task_start, finish_at AS task_finish, NULL AS task_actual,
    (SELECT min(percent) FROM task m WHERE m.project_id = @id AND m.active = 1 AND m.blank = 0
      AND m.buffer_kind IS NULL AND m.deleted_at IS NULL) AS task_percent
  FROM task WHERE project_id = @id AND active = 1 AND blank = 0 AND buffer_kind IS NULL AND deleted_at IS NULL
    AND finish_at IS NOT NULL ORDER BY finish_at DESC LIMIT 1`;

/** MS-12: exposure of each penalty clause of a contract; those that are in time have an amount of 0. */
function exposuresOf(
  db: Database,
  contract: Contract,
  fees: ContractMoney['fees'],
  today: string,
): ExposureRow[] {
  const clauses = prepared(db, LIABILITY_SQL).all(contract.id) as LiabilityRow[];
  const extra = prepared(db, FEES_SQL).all(contract.id) as Fee[];
  const changed = new Map(extra.map((fee) => [fee.id, fee.task_id]));
  return clauses.flatMap((clause) => {
    const onTask = clause.task !== null;
    const measured = onTask
      ? clause
      : (prepared(db, PLAN_END_SQL).get({ id: contract.project_id }) as TaskDay | undefined);
    const expectedOn = measured ? taskDay(measured) : null;
    const dueOn = clause.due_on ?? (onTask ? clause.promised_on : null) ?? contract.finish_on;
    const basisMinor = clause.basis_minor ?? contract.total_minor;
    if (expectedOn === null || dueOn === null || basisMinor === null || clause.rate_percent === null)
      return [];
    const extensionDays = fees
      .filter((fee) => {
        const of = changed.get(fee.id) ?? null;
        return fee.approvedOn !== null && (of === null || of === clause.task_id);
      })
      .reduce((sum, fee) => sum + fee.extensionDays, 0);
    const rule = {
      ratePercent: clause.rate_percent,
      graceDays: clause.grace_days ?? 0,
      capPercent: clause.cap_percent,
      basisMinor,
    };
    const done = (measured?.task_percent ?? 0) >= 100;
    const { measuredOn, ...found } = exposureOf(rule, { dueOn, extensionDays, expectedOn, done }, today);
    return [
      {
        clauseId: clause.id,
        title: clause.title,
        taskId: onTask ? clause.task_id : null,
        task: clause.task,
        contractId: contract.id,
        dueOn,
        extensionDays,
        expectedOn: measuredOn,
        ...rule,
        ...found,
      },
    ];
  });
}

const BUDGET_SQL = `SELECT category, sum(planned) AS planned, sum(spent) AS spent FROM (
    SELECT category, planned_minor AS planned, 0 AS spent FROM budget_line
      WHERE project_id = @id AND deleted_at IS NULL
    UNION ALL SELECT category, 0, amount_minor FROM cost_entry WHERE project_id = @id AND deleted_at IS NULL
  ) GROUP BY category`;

function budgetOf(db: Database, projectId: string): Pick<ProjectMoney, 'budget' | 'categories'> {
  const rows = prepared(db, BUDGET_SQL).all({ id: projectId }) as {
    category: (typeof COST_CATEGORIES)[number];
    planned: number;
    spent: number;
  }[];
  const place = (category: (typeof COST_CATEGORIES)[number]): number => COST_CATEGORIES.indexOf(category);
  rows.sort((a, b) => place(a.category) - place(b.category));
  const all = (key: 'planned' | 'spent'): number => rows.reduce((sum, row) => sum + row[key], 0);
  return {
    budget: budgetFigures(all('planned'), all('spent')),
    categories: rows.map((row) => ({ category: row.category, ...budgetFigures(row.planned, row.spent) })),
  };
}

const byDay = (a: InstalmentRow, b: InstalmentRow): number =>
  (a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : (a.dueOn ?? '9') > (b.dueOn ?? '9') ? 1 : 0;

function nextOf(stages: readonly InstalmentRow[]): ProjectMoney['next'] {
  const open = stages.filter(
    ({ state, dueOn }) => dueOn !== null && state !== 'overdue' && state !== 'received',
  );
  const first = [...open].sort(byDay)[0];
  return first?.dueOn
    ? { id: first.id, name: first.name, dueOn: first.dueOn, amountMinor: first.amountMinor }
    : null;
}

/** Contracts of a project as stored. */
export function contractsOf(db: Database, projectId: string): Contract[] {
  return prepared(db, CONTRACTS_SQL).all(projectId) as Contract[];
}

/** E1–E5, W5, X10, MS-12 of one project, read from one state of the store. */
export function projectMoney(
  db: Database,
  project: { readonly id: string; readonly currency: string },
  today: string,
): ProjectMoney {
  const records = contractsOf(db, project.id);
  const contracts = records.map((record) => contractMoney(db, record, today));
  const upstream = contracts.filter(({ direction }) => direction === 'upstream');
  const stages = upstream.flatMap((contract) => contract.stages);
  const exposure = records
    .flatMap((record, index) =>
      record.direction === 'upstream' && isSigned(record)
        ? exposuresOf(db, record, contracts[index]?.fees ?? [], today)
        : [],
    )
    .sort((a, b) => b.amountMinor - a.amountMinor);
  return {
    today,
    currency: project.currency,
    contracts,
    in: totalsOf(upstream),
    out: totalsOf(contracts.filter(({ direction }) => direction === 'downstream')),
    months: cashByMonth(stages),
    next: nextOf(stages),
    exposure,
    exposureMinor: exposure.reduce((sum, row) => sum + row.amountMinor, 0),
    ...budgetOf(db, project.id),
  };
}

type ClientMoney = z.infer<(typeof moneyChannels)['money.client']['output']>;

const added = (a: MoneyTotals, b: MoneyTotals): MoneyTotals => ({
  dueMinor: a.dueMinor + b.dueMinor,
  receivedMinor: a.receivedMinor + b.receivedMinor,
  outstandingMinor: a.outstandingMinor + b.outstandingMinor,
  overdueMinor: a.overdueMinor + b.overdueMinor,
  overdueCount: a.overdueCount + b.overdueCount,
  claimableMinor: a.claimableMinor + b.claimableMinor,
});

const NOTHING = totalsOf([]);

/** The money of a client over all projects that have a contract, by currency. */
export function clientMoney(db: Database, clientId: string, today: string): ClientMoney {
  const projects = prepared(
    db,
    `SELECT p.id, p.name, p.currency FROM project p WHERE p.client_id = ? AND p.deleted_at IS NULL
       AND EXISTS (SELECT 1 FROM contract c WHERE c.project_id = p.id AND c.deleted_at IS NULL)
     ORDER BY p.name, p.id`,
  ).all(clientId) as { id: string; name: string; currency: string }[];
  const found = projects.map((project) => ({ project, money: projectMoney(db, project, today) }));
  const currencies = [...new Set(projects.map(({ currency }) => currency))].sort();
  return {
    today,
    currencies: currencies.map((currency) => {
      const mine = found.filter(({ project }) => project.currency === currency);
      const stages = mine.flatMap(({ money }) =>
        money.contracts.filter(({ direction }) => direction === 'upstream').flatMap((one) => one.stages),
      );
      return {
        currency,
        ...mine.reduce((sum, { money }) => added(sum, money.in), NOTHING),
        exposureMinor: mine.reduce((sum, { money }) => sum + money.exposureMinor, 0),
        months: cashByMonth(stages),
        projects: mine.map(({ project, money }) => ({
          projectId: project.id,
          project: project.name,
          ...money.in,
          exposureMinor: money.exposureMinor,
          next: money.next,
        })),
      };
    }),
  };
}
