import { readFileSync, statSync } from 'node:fs';
import type { Tx } from '#db/log/tx.ts';
import { projectCalendars } from '#db/queries/plan.ts';
import { getRecord } from '#db/queries/records.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { compileCalendar } from '#shared/schedule/calendar/compile.ts';
import type { CalendarDef } from '#shared/schedule/calendar/definition.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import { MAX_CHARACTERS } from '#shared/schedule/holidays/list.ts';
import { readHolidayList } from '#shared/schedule/holidays/read.ts';
import type { AppContext } from '../context.ts';
import { type PlanEdit, planCommit } from './planCommit.ts';

function defFor(db: Tx['db'], projectId: string, calendarId: string | undefined): CalendarDef {
  const calendars = projectCalendars(db, projectId);
  const wanted = calendarId ?? calendars.projectCalendarId;
  const def = calendars.defs.find((candidate) => candidate.id === wanted);
  if (!def) throw new AppError('NOT_FOUND', { entity: 'calendar' });
  return def;
}

function shown(ctx: AppContext, projectId: string, calendarId: string | undefined) {
  const { id, name, week, exceptions, workWeeks, baseId } = defFor(ctx.store.read, projectId, calendarId);
  return { id, name, week, exceptions, otherRules: workWeeks.length + (baseId === null ? 0 : 1) };
}

/** @throws AppError CALENDAR_WITHOUT_WORK, RULE_BROKEN */
function check(edit: PlanEdit, after: CalendarDef): void {
  const { defs } = projectCalendars(edit.tx.db, edit.project.id);
  const all = new Map(defs.map((def) => [def.id, def.id === after.id ? after : def]));
  const field = 'calendar.definition';
  if (!compileCalendar(after, all).hasWorkingTime) throw new AppError('CALENDAR_WITHOUT_WORK', {}, { field });
  if (after.exceptions.some(({ from, to }) => to < from))
    throw new AppError('RULE_BROKEN', { entity: 'calendar' }, { field, reason: 'DATES_REVERSED' });
}

/** Text of a list, which programs in China also write in GB 18030. Bytes of neither are no list. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function readList(ctx: AppContext, token: string) {
  const { path, name } = ctx.files.get(token);
  try {
    // A character has at most four bytes; more is refused before it is read.
    if (statSync(path).size > MAX_CHARACTERS * 4) return { ok: false as const, code: 'TOO_LARGE' as const };
    const read = readHolidayList(decode(readFileSync(path)));
    return read.ok ? { ...read, days: [...read.days] } : read;
  } catch (error) {
    throw new AppError('FILE_UNREADABLE', { name }, { cause: error });
  } finally {
    ctx.files.release(token);
  }
}

export function calendarHandlers(ctx: AppContext): Handlers {
  const label = { key: 'planCalendar', args: {} };
  return {
    'plan.calendar.get': ({ projectId, calendarId }) => {
      if (!getRecord(ctx.store.read, 'project', projectId))
        throw new AppError('NOT_FOUND', { entity: 'project' });
      return shown(ctx, projectId, calendarId);
    },
    'plan.calendar.set': ({ projectId, calendarId, week, exceptions }) => {
      const body = (edit: PlanEdit) => {
        const after = { ...defFor(edit.tx.db, projectId, calendarId), week, exceptions };
        check(edit, after);
        return { changed: edit.tx.update('calendar', after.id, { definition: { ...after } }) };
      };
      return planCommit(ctx, projectId, label, body);
    },
    'plan.calendar.add': ({ projectId, name, preset }) => {
      const body = ({ tx }: PlanEdit) => {
        const id = tx.newId('calendar');
        const definition = { ...presetCalendar(preset, id, name) };
        tx.create('calendar', { project_id: projectId, name, definition }, id);
        return { id };
      };
      return planCommit(ctx, projectId, label, body);
    },
    'plan.calendar.readList': ({ token }) => readList(ctx, token),
  };
}
