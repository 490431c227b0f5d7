/** Clients and projects beyond single records: creation in one step, lists with figures. */
import { clientRows, projectFigures, projectRows } from '#db/queries/projects.ts';
import { type AppContext, daysOf } from '#main/app/context.ts';
import type { Handlers } from '#main/ipc/router.ts';
import type { CreateInput } from '#shared/model/registry.ts';
import { createLabel } from '../labels.ts';
import { createCalendar } from './calendar.ts';

/** Drops what was not given, so that the entity's own initial values apply. */
function given<V extends object>(values: V): { [K in keyof V]: Exclude<V[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof V]: Exclude<V[K], undefined>;
  };
}

export function projectHandlers(ctx: AppContext): Handlers {
  return {
    'project.createWithCalendar': ({ client, values, calendar, calendarName }) => {
      const label = createLabel('project', values.name);
      const { value } = ctx.log.commit(label, (tx) => {
        const clientId = 'id' in client ? client.id : tx.create('client', { name: client.name });
        tx.get('client', clientId);
        const record: CreateInput<'project'> = { ...given(values), name: values.name, client_id: clientId };
        const projectId = tx.create('project', record);
        createCalendar(tx, projectId, calendar, calendarName);
        return { projectId, clientId };
      });
      return value;
    },
    'project.rows': ({ client_id }) => projectRows(ctx.store.read, daysOf(ctx), client_id ?? null),
    'project.figures': ({ id }) => projectFigures(ctx.store.read, id, daysOf(ctx)),
    'client.rows': () => clientRows(ctx.store.read),
  };
}
