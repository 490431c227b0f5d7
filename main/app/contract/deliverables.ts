/** D2, X10: a deliverable that is created or changed gets the day or the status that follows from the other. */
import type { Handlers } from '#main/ipc/router.ts';
import { courseOf } from '#shared/domain/contract/deliverable.ts';
import type { AppContext } from '../context.ts';
import { createLabel, updateLabel } from '../labels.ts';
import { lastRank, nextNumber } from '../numbers.ts';

const NEW = { status: 'planned', delivered_on: null, accepted_on: null } as const;

export function deliverableHandlers(ctx: AppContext): Handlers {
  return {
    'deliverable.create': ({ values }) => {
      const { value } = ctx.log.commit(createLabel('deliverable', values.name), (tx) =>
        tx.create('deliverable', {
          ...values,
          ...courseOf(NEW, values, ctx.today()),
          no: nextNumber(tx, 'deliverable', values.project_id),
          rank: lastRank(tx, 'deliverable', values),
        }),
      );
      return { id: value };
    },
    'deliverable.update': ({ id, patch }) => {
      const { value } = ctx.log.commit(updateLabel(ctx, 'deliverable', id, patch), (tx) =>
        tx.update('deliverable', id, {
          ...patch,
          ...courseOf(tx.get('deliverable', id), patch, ctx.today()),
        }),
      );
      return { changed: value };
    },
  };
}
