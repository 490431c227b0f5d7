import type { Label } from '#db/log/types.ts';
import { getRecord } from '#db/queries/records.ts';
import { byDay, dueRows } from '#db/queries/today.ts';
import { renewalsDue } from '#main/app/document/renew.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { typeOfId } from '#shared/model/registry.ts';
import { type AppContext, daysOf } from '../context.ts';

const labelOf = (done: boolean, name: unknown): Label => ({
  key: done ? 'stepDone' : 'stepReopened',
  args: { name: clipped(name) },
});

function tickStep(ctx: AppContext, id: string, done: boolean): void {
  const label = labelOf(done, getRecord(ctx.store.read, 'comm_log', id)?.next_step);
  ctx.log.commit(label, (tx) => {
    const { next_step, done_at } = tx.get('comm_log', id);
    if (!next_step)
      throw new AppError(
        'RULE_BROKEN',
        { entity: 'comm_log' },
        { field: 'comm_log.next_step', reason: 'NO_NEXT_STEP' },
      );
    // A second tick must not move the time of the first.
    if ((done_at !== null) !== done) tx.update('comm_log', id, { done_at: done ? tx.at : null });
  });
}

function tickAction(ctx: AppContext, id: string, done: boolean): void {
  const label = labelOf(done, getRecord(ctx.store.read, 'risk_action', id)?.text);
  ctx.log.commit(label, (tx) => {
    const { status } = tx.get('risk_action', id);
    if ((status === 'done') === done) return;
    tx.update('risk_action', id, { status: done ? 'done' : 'open', done_on: done ? ctx.today() : null });
  });
}

/** Ticks off what is done on a day. */
function tickDone(
  ctx: AppContext,
  type: 'rectification' | 'meeting_item' | 'care_task',
  id: string,
  done: boolean,
): void {
  const label = labelOf(done, getRecord(ctx.store.read, type, id)?.text);
  ctx.log.commit(label, (tx) => {
    const { done_on } = tx.get(type, id);
    if ((done_on !== null) !== done) tx.update(type, id, { done_on: done ? ctx.today() : null });
  });
}

/** The Today page: what is due over all projects, and ticking it off. */
export function todayHandlers(ctx: AppContext): Handlers {
  return {
    'today.get': () => {
      const days = daysOf(ctx);
      const { rows, cut } = dueRows(ctx.store.read, days);
      const all = [...rows, ...renewalsDue(ctx)];
      return { today: days.today, rows: all.sort(byDay), cut };
    },
    'today.done': ({ id, done }) => {
      const type = typeOfId(id);
      if (type === 'comm_log') tickStep(ctx, id, done);
      else if (type === 'risk_action') tickAction(ctx, id, done);
      else if (type === 'rectification' || type === 'meeting_item' || type === 'care_task')
        tickDone(ctx, type, id, done);
      else throw new AppError('VALIDATION', { entity: type ?? '' }, { field: 'id', reason: 'NOT_A_STEP' });
      return {};
    },
  };
}
