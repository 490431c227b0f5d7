/** D3: the days of a contract become milestones of the plan, and the plan the baseline of the contract. */
import { type ContractDay, contractMilestones, hasContractBaseline } from '#db/queries/contract.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { catalogues } from '#shared/i18n/index.ts';
import type { FREE_DAYS } from '#shared/ipc/channels/contract.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { type RecordOf, typeOfId } from '#shared/model/registry.ts';
import { formatLocal, parseDate } from '#shared/schedule/calendar/instant.ts';
import { startOn } from '#shared/schedule/edit.ts';
import type { AppContext } from '../context.ts';
import { type PlanEdit, planCommit } from '../plan/planCommit.ts';
import { placeFor, placeTasks } from '../plan/structure.ts';
import { takeBaseline } from '../tracking/baselines.ts';
import { aroundDay } from './freeDays.ts';

type FreeDays = (typeof FREE_DAYS)[number];

/**
 * A milestone on the day of the contract. It starts no earlier, so that it stands there until work is linked to it;
 * work that comes too late then moves it, and the exposure shows what that costs.
 */
function addMilestone(edit: PlanEdit, row: ContractDay, freeDays: FreeDays): string {
  const calendar = edit.calendars.of(null);
  const momentOn = (date: string): string | null => {
    const day = parseDate(date);
    const at = day === null ? null : startOn(calendar, day, true);
    return at === null ? null : formatLocal(at);
  };
  const around = aroundDay(calendar, row.dueOn);
  // On a day off the plan would begin it on the next working day: late from the start.
  const moment = momentOn(around === null ? row.dueOn : around[freeDays]);
  const id = edit.tx.create('task', {
    project_id: edit.project.id,
    name: clipped(row.name),
    milestone: true,
    start_at: moment,
    finish_at: moment,
    duration_tenths: 0,
    remaining_tenths: 0,
    constraint_type: moment === null ? 'asap' : 'snet',
    constraint_at: moment,
    deadline_at: around === null ? null : momentOn(row.dueOn),
    commitment: 'contract',
    promised_on: row.dueOn,
    client_visible: true,
  });
  const target = placeFor(edit, { where: 'end', id: null }, new Set([id]));
  placeTasks(edit, [id], target.parentId, target.index);
  return id;
}

function link(edit: PlanEdit, recordId: string, taskId: string): void {
  const type = typeOfId(recordId);
  if (type === 'clause' || type === 'deliverable') edit.tx.update(type, recordId, { task_id: taskId });
}

/** @throws AppError CONTRACT_NO_DAYS when the contract names no day */
export function takeIntoPlan(ctx: AppContext, contract: RecordOf<'contract'>, freeDays: FreeDays = 'before') {
  const name = clipped(contract.title);
  const rows = contractMilestones(ctx.store.read, contract);
  if (rows.length === 0) throw new AppError('CONTRACT_NO_DAYS', { name }, { field: 'clause.due_on' });
  const wanted = !hasContractBaseline(ctx.store.read, contract.project_id);
  const answer = { added: 0, linked: 0, baselineId: null as string | null };
  const label = { key: 'contractIntoPlan', args: { name } };
  const { effect } = planCommit(
    ctx,
    contract.project_id,
    label,
    (edit) => {
      for (const row of rows) {
        if (row.state === 'planned') continue;
        if (row.taskId === null) {
          link(edit, row.id, addMilestone(edit, row, freeDays));
          answer.added += 1;
        } else {
          edit.tx.update('task', row.taskId, { commitment: 'contract', promised_on: row.dueOn });
          answer.linked += 1;
        }
      }
      return {};
    },
    (tx) => {
      if (!wanted) return;
      const baselineName = catalogues[ctx.prefs.language].model.baseline.enums.kind.contract;
      const baseline = {
        projectId: contract.project_id,
        name: baselineName,
        kind: 'contract' as const,
        reason: name,
      };
      answer.baselineId = takeBaseline(tx, { ...baseline, today: ctx.today() }).id;
    },
  );
  return { ...answer, effect };
}
