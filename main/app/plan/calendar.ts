import { projectCalendars } from '#db/queries/plan.ts';
import { getRecord } from '#db/queries/records.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { compileCalendar } from '#shared/schedule/calendar/compile.ts';
import type { CalendarDef } from '#shared/schedule/calendar/definition.ts';
import type { AppContext } from '../context.ts';
import { type PlanEdit, planCommit } from './planCommit.ts';

function shown(ctx: AppContext, projectId: string) {
  const calendars = projectCalendars(ctx.store.read, projectId);
  const def = calendars.defs.find((candidate) => candidate.id === calendars.projectCalendarId);
  if (!def) throw new AppError('NOT_FOUND', { entity: 'calendar' });
  return {
    id: def.id,
    name: def.name,
    week: def.week,
    exceptions: def.exceptions,
    otherRules: def.workWeeks.length + (def.baseId === null ? 0 : 1),
  };
}

export function calendarHandlers(ctx: AppContext): Handlers {
  return {
    'plan.calendar.get': ({ projectId }) => {
      if (!getRecord(ctx.store.read, 'project', projectId))
        throw new AppError('NOT_FOUND', { entity: 'project' });
      return shown(ctx, projectId);
    },
    'plan.calendar.set': ({ projectId, week, exceptions, ...consent }) => {
      const body = ({ tx }: PlanEdit) => {
        const calendars = projectCalendars(tx.db, projectId);
        const before = calendars.defs.find((def) => def.id === calendars.projectCalendarId);
        if (!before) throw new AppError('NOT_FOUND', { entity: 'calendar' });
        const after: CalendarDef = { ...before, week, exceptions };
        const all = new Map(calendars.defs.map((def) => [def.id, def.id === after.id ? after : def]));
        if (!compileCalendar(after, all).hasWorkingTime)
          throw new AppError('CALENDAR_WITHOUT_WORK', {}, { field: 'calendar.definition' });
        for (const exception of exceptions)
          if (exception.to < exception.from)
            throw new AppError(
              'RULE_BROKEN',
              { entity: 'calendar' },
              { field: 'calendar.definition', reason: 'DATES_REVERSED' },
            );
        return { changed: tx.update('calendar', after.id, { definition: { ...after } }) };
      };
      return planCommit(ctx, projectId, { key: 'planCalendar', args: {} }, body, consent);
    },
  };
}
