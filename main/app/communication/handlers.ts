/** Communication plan, log of contacts, meetings and promises: what is more than writing one record. */
import type { Tx } from '#db/log/tx.ts';
import { lastContactOf, promiseRateOf } from '#db/queries/communication.ts';
import { getRecord } from '#db/queries/records.ts';
import { untoldOf } from '#db/queries/untold.ts';
import { type AppContext, daysOf } from '#main/app/context.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { typeOfId } from '#shared/model/registry.ts';
import { tell } from './follow.ts';
import { close, prefill } from './meetings.ts';
import { addStandard, planDone } from './plan.ts';
import { checkPromise, makePromise, renegotiate, settlePromise } from './promises.ts';
import { turnInto } from './turn.ts';

/** O14: the day a milestone was told to be on, beside the reports. */
function tellDate(tx: Tx, id: string, on: string): boolean {
  const task = tx.find('task', id);
  if (!task?.milestone || task.finish_at === null) return false;
  tx.create('milestone_forecast', {
    project_id: task.project_id,
    task_id: id,
    reported_on: on,
    forecast_at: task.finish_at,
    label: clipped(task.name, 200).trim() || null,
    done: task.percent >= 100,
    told: true,
  });
  return true;
}

function markTold(ctx: AppContext, { projectId, ids, on }: InputOf<'comm.markTold'>): number {
  if (on > ctx.today())
    throw new AppError(
      'VALIDATION',
      { entity: 'comm_log', detail: 'IN_FUTURE' },
      { field: 'on', reason: 'IN_FUTURE' },
    );
  return ctx.log.commit({ key: 'clientTold', args: { count: new Set(ids).size } }, (tx) => {
    tx.get('project', projectId);
    let told = 0;
    for (const id of new Set(ids)) {
      const type = typeOfId(id);
      const record = type === null ? null : tx.find(type, id);
      if (!record || !('project_id' in record) || record.project_id !== projectId)
        throw new AppError('NOT_FOUND', { entity: type ?? '' });
      if (type === 'task' ? tellDate(tx, id, on) : tell(tx, id, on)) told += 1;
    }
    return told;
  }).value;
}

/** @throws AppError NOT_FOUND */
function lastContact(ctx: AppContext, clientId: string) {
  const client = getRecord(ctx.store.read, 'client', clientId);
  if (!client) throw new AppError('NOT_FOUND', { entity: 'client' });
  return lastContactOf(ctx.store.read, clientId, daysOf(ctx).dayOf(client.created_at), ctx.today());
}

export function communicationHandlers(ctx: AppContext): Handlers {
  return {
    'comm.lastContact': ({ clientId }) => lastContact(ctx, clientId),
    'comm.untold': ({ projectId }) => untoldOf(ctx.store.read, projectId, daysOf(ctx).dayOf),
    'comm.markTold': (input) => ({ told: markTold(ctx, input) }),
    'comm.addStandard': (input) => addStandard(ctx, input),
    'comm.planDone': (input) => planDone(ctx, input),
    'comm.turn': (input) => turnInto(ctx, input),
    'promise.rate': ({ clientId }) => promiseRateOf(ctx.store.read, clientId, ctx.today()),
    'promise.check': (input) => ({ warnings: checkPromise(ctx, input) }),
    'promise.make': (input) => makePromise(ctx, input),
    'promise.settle': (input) => {
      settlePromise(ctx, input);
      return {};
    },
    'promise.renegotiate': (input) => {
      renegotiate(ctx, input);
      return {};
    },
    'meeting.prefill': ({ id, language }) => ({ added: prefill(ctx, id, language) }),
    'meeting.close': ({ id, language }) => ({ decisions: close(ctx, id, language) }),
  };
}
