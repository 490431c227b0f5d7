/** Facts of one contract for its check, and its days for the plan. */
import type { Database } from 'better-sqlite3';
import {
  type CheckDeliverable,
  type ContractFacts,
  contractGaps,
  type Gap,
} from '#shared/domain/contract/completeness.ts';
import { feeStructure } from '#shared/domain/contract/identity.ts';
import type { ContractMilestone } from '#shared/ipc/channels/contract.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { prepared } from '../engine/statements.ts';
import { listRecords } from './records.ts';

type Contract = RecordOf<'contract'>;

/** Deliverables of a contract; those that name none belong to the project's only contract with the client. */
const DELIVERABLES_SQL = `SELECT d.* FROM deliverable d WHERE d.project_id = @project AND d.deleted_at IS NULL
    AND (d.contract_id = @id OR (d.contract_id IS NULL AND @upstream AND (SELECT count(*) FROM contract c
      WHERE c.project_id = @project AND c.direction = 'upstream' AND c.deleted_at IS NULL) = 1))
  ORDER BY d.rank, d.no, d.id`;

export function deliverablesOf(db: Database, contract: Contract): RecordOf<'deliverable'>[] {
  return prepared(db, DELIVERABLES_SQL).all({
    project: contract.project_id,
    id: contract.id,
    upstream: contract.direction === 'upstream' ? 1 : 0,
  }) as RecordOf<'deliverable'>[];
}

function factsOf(db: Database, contract: Contract): ContractFacts {
  const of = { contract_id: contract.id };
  const stages = listRecords(db, 'payment_stage', of);
  const { differenceMinor } = feeStructure(
    contract.total_minor,
    stages.map(({ id, percent, amount_minor }) => ({ id, percent, amountMinor: amount_minor })),
    listRecords(db, 'extra_fee', of).map((fee) => ({
      kind: fee.kind,
      amountMinor: fee.amount_minor,
      approved: fee.approved_on !== null,
      stageId: fee.payment_stage_id,
    })),
  );
  return {
    totalMinor: contract.total_minor,
    finishOn: contract.finish_on,
    retentionPercent: contract.retention_percent,
    retentionReleaseOn: contract.retention_release_on,
    warrantyEndOn: contract.warranty_end_on,
    warrantyTerms: contract.warranty_terms,
    parties: listRecords(db, 'contract_party', of),
    clauses: listRecords(db, 'clause', of),
    deliverables: deliverablesOf(db, contract) satisfies readonly CheckDeliverable[],
    instalments: stages.length,
    differenceMinor,
  };
}

/** D15: what the contract leaves open. */
export const gapsOf = (db: Database, contract: Contract): Gap[] => contractGaps(factsOf(db, contract));

interface TaskFacts {
  readonly id: string;
  readonly commitment: string | null;
  readonly promised_on: string | null;
}

/** What is due by these is not work: money, and what a delay costs. */
const NO_WORK: ReadonlySet<string> = new Set([
  'payment',
  'fees',
  'liability',
  'risk_share',
  'dispute',
  'change',
]);

/** A day of a contract; whether somebody works on it is for a calendar to say. */
export type ContractDay = Omit<ContractMilestone, 'around'>;

/** D3: days of a contract for the plan, by day. Duties of the client alone are not ours to plan. */
export function contractMilestones(db: Database, contract: Contract): ContractDay[] {
  const tasks = new Map(
    (
      prepared(
        db,
        'SELECT id, commitment, promised_on FROM task WHERE project_id = ? AND deleted_at IS NULL AND blank = 0',
      ).all(contract.project_id) as TaskFacts[]
    ).map((task) => [task.id, task]),
  );
  const rowOf = (record: { id: string; name: string; dueOn: string | null; taskId: string | null }) => {
    const { id, name, dueOn } = record;
    if (dueOn === null) return [];
    const task = record.taskId === null ? undefined : tasks.get(record.taskId);
    const kept = task?.commitment === 'contract' && task.promised_on === dueOn;
    const state = task === undefined ? 'new' : kept ? 'planned' : 'linked';
    return [{ id, name, dueOn, taskId: task?.id ?? null, state } as const];
  };
  const rows: ContractDay[] = [
    ...listRecords(db, 'clause', { contract_id: contract.id })
      .filter(({ obliged, kind }) => obliged !== 'client' && obliged !== 'third' && !NO_WORK.has(kind))
      .flatMap((clause) =>
        rowOf({ id: clause.id, name: clause.title, dueOn: clause.due_on, taskId: clause.task_id }),
      ),
    ...deliverablesOf(db, contract).flatMap((item) =>
      rowOf({ id: item.id, name: item.name, dueOn: item.due_on, taskId: item.task_id }),
    ),
  ];
  const { finish_on: finish } = contract;
  if (finish !== null && !rows.some(({ dueOn }) => dueOn === finish)) {
    const known = [...tasks.values()].find(
      ({ commitment, promised_on }) => commitment === 'contract' && promised_on === finish,
    );
    rows.push({
      id: contract.id,
      name: contract.title,
      dueOn: finish,
      taskId: known?.id ?? null,
      state: known ? 'planned' : 'new',
    });
  }
  return rows.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

export const hasContractBaseline = (db: Database, projectId: string): boolean =>
  prepared(
    db,
    "SELECT 1 FROM baseline WHERE project_id = ? AND kind = 'contract' AND deleted_at IS NULL LIMIT 1",
  ).get(projectId) !== undefined;
