/** D, E: contracts and their money. */
import type { Tx } from '#db/log/tx.ts';
import { contractMilestones, gapsOf, hasContractBaseline } from '#db/queries/contract.ts';
import { clientMoney, projectMoney } from '#db/queries/money.ts';
import { getRecord } from '#db/queries/records.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { EntityType, RecordOf } from '#shared/model/registry.ts';
import type { AppContext } from '../context.ts';
import { deliverableHandlers } from './deliverables.ts';
import { exportMoney } from './export.ts';
import { gapsMessage } from './follow.ts';
import { aroundProjectDay } from './freeDays.ts';
import { takeIntoPlan } from './takeIntoPlan.ts';

function found<T extends EntityType>(ctx: AppContext, type: T, id: string): RecordOf<T> {
  const record = getRecord(ctx.store.read, type, id);
  if (!record) throw new AppError('NOT_FOUND', { entity: type });
  return record;
}

/** The contract sum of a project is that of its signed contracts with the client. */
function followTotal(tx: Tx, projectId: string): void {
  const { sum } = tx.db
    .prepare<[string], { sum: number | null }>(
      `SELECT sum(total_minor) AS sum FROM contract WHERE project_id = ? AND direction = 'upstream'
         AND status IN ('signed', 'finished') AND deleted_at IS NULL`,
    )
    .get(projectId) ?? { sum: null };
  if (sum !== null) tx.update('project', projectId, { contract_minor: sum });
}

/** @throws AppError NOT_FOUND, CONTRACT_SIGNED, VALIDATION, CONTRACT_GAPS */
function sign(ctx: AppContext, { id, signedOn, reason }: InputOf<'contract.sign'>): { gaps: number } {
  const contract = found(ctx, 'contract', id);
  const name = clipped(contract.title);
  const field = 'contract.signed_on';
  if (contract.status !== 'draft' && contract.status !== 'negotiating')
    throw new AppError('CONTRACT_SIGNED', { name }, { field });
  if (signedOn > ctx.today())
    throw new AppError(
      'VALIDATION',
      { entity: 'contract', detail: 'SIGNED_IN_FUTURE' },
      { field, reason: 'SIGNED_IN_FUTURE' },
    );
  const gaps = gapsOf(ctx.store.read, contract);
  const why = reason?.trim() || null;
  if (gaps.length > 0 && why === null) throw gapsMessage(contract, gaps.length);
  ctx.log.commit({ key: 'contractSign', args: { name } }, (tx) => {
    tx.update('contract', id, { status: 'signed', signed_on: signedOn, sign_reason: why });
    tx.updateSystem('contract', id, { sign_gaps: gaps.map(({ clause }) => clause).join(' ') || null });
    if (contract.direction === 'upstream') followTotal(tx, contract.project_id);
  });
  return { gaps: gaps.length };
}

export function contractHandlers(ctx: AppContext): Handlers {
  return {
    ...deliverableHandlers(ctx),
    'money.project': ({ projectId }) =>
      projectMoney(ctx.store.read, found(ctx, 'project', projectId), ctx.today()),
    'money.client': ({ clientId }) =>
      clientMoney(ctx.store.read, found(ctx, 'client', clientId).id, ctx.today()),
    'money.export': (input, task) => exportMoney(ctx, found(ctx, 'project', input.projectId), input, task),
    'contract.check': ({ id }) => {
      const contract = found(ctx, 'contract', id);
      const gaps = gapsOf(ctx.store.read, contract).map(({ lacks, names, ...gap }) => ({
        ...gap,
        lacks: [...lacks],
        names: [...names],
      }));
      return { status: contract.status, checked: 14, gaps };
    },
    'contract.sign': (input) => sign(ctx, input),
    'contract.milestones': ({ id }) => {
      const contract = found(ctx, 'contract', id);
      return {
        rows: contractMilestones(ctx.store.read, contract).map((row) => ({
          ...row,
          around: aroundProjectDay(ctx, contract.project_id, row.dueOn),
        })),
        baseline: hasContractBaseline(ctx.store.read, contract.project_id),
      };
    },
    'contract.takeIntoPlan': ({ id, freeDays }) => takeIntoPlan(ctx, found(ctx, 'contract', id), freeDays),
    'contract.day': ({ projectId, day }) => {
      found(ctx, 'project', projectId);
      return { around: aroundProjectDay(ctx, projectId, day) };
    },
  };
}
