import { getRecord } from '#db/queries/records.ts';
import { dueRows } from '#db/queries/today.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { typeOfId } from '#shared/model/registry.ts';
import type { AppContext } from '../context.ts';

/** Calendar day of instants in a time zone. One formatter for all: making one costs more than the query. */
function dayIn(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(Date.parse(instant)).map((p) => [p.type, p.value]));
    return `${parts.year}-${parts.month}-${parts.day}`;
  };
}

/** The Today page: what is due over all projects, and ticking it off. */
export function todayHandlers(ctx: AppContext): Handlers {
  return {
    'today.get': () => {
      const today = ctx.today();
      const dayOf = dayIn(ctx.ports.clock.timeZone());
      return { today, ...dueRows(ctx.store.read, { today, dayOf }) };
    },
    'today.done': ({ id }) => {
      const type = typeOfId(id);
      if (type === 'comm_log') {
        const name = clipped(getRecord(ctx.store.read, type, id)?.next_step);
        ctx.log.commit({ key: 'stepDone', args: { name } }, (tx) => {
          const { next_step, done_at } = tx.get(type, id);
          if (!next_step)
            throw new AppError(
              'RULE_BROKEN',
              { entity: type },
              { field: 'comm_log.next_step', reason: 'NEXT_STEP_MISSING' },
            );
          if (done_at === null) tx.update(type, id, { done_at: tx.at });
        });
        return {};
      }
      if (type !== 'risk_action')
        throw new AppError('VALIDATION', { entity: type ?? '' }, { field: 'id', reason: 'NOT_A_STEP' });
      const name = clipped(getRecord(ctx.store.read, type, id)?.text);
      ctx.log.commit({ key: 'stepDone', args: { name } }, (tx) => {
        if (tx.get(type, id).status === 'open') tx.update(type, id, { status: 'done', done_on: ctx.today() });
      });
      return {};
    },
  };
}
