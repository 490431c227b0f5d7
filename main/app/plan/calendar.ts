import type { Tx } from '#db/log/tx.ts';
import { projectCalendars } from '#db/queries/plan.ts';
import { getRecord } from '#db/queries/records.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { catalogues, type Locale } from '#shared/i18n/index.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { compileCalendar } from '#shared/schedule/calendar/compile.ts';
import type { CalendarDef } from '#shared/schedule/calendar/definition.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import type { AppContext } from '../context.ts';

/**
 * Gives the project a working calendar, Monday to Friday 8–12 and 13–17, unless it has one. Call it in the
 * commit that creates a project. @returns the id of its calendar
 */
export function ensureCalendar(tx: Tx, projectId: string, language: Locale | null): string {
  const { calendar_id } = tx.get('project', projectId);
  if (calendar_id !== null && tx.exists('calendar', calendar_id) === 'yes') return calendar_id;
  const id = tx.newId('calendar');
  const name = catalogues[language ?? 'zh-CN'].plan.calendar.defaultName;
  tx.create(
    'calendar',
    { project_id: projectId, name, definition: presetCalendar('standard', id, name) },
    id,
  );
  tx.update('project', projectId, { calendar_id: id });
  return id;
}

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
    'plan.calendar.set': ({ projectId, week, exceptions }) => {
      const { value } = ctx.log.commit({ key: 'planCalendar', args: {} }, (tx) => {
        ensureCalendar(tx, projectId, ctx.prefs.value.language);
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
        return tx.update('calendar', after.id, { definition: { ...after } });
      });
      return { changed: value };
    },
  };
}
