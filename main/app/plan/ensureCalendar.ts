import type { Tx } from '#db/log/tx.ts';
import { catalogues, type Locale } from '#shared/i18n/index.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';

/**
 * Gives the project a working calendar, Monday to Friday 8–12 and 13–17, unless it has one. Call it in the
 * commit that creates a project. @returns the id of its calendar
 */
export function ensureCalendar(tx: Tx, projectId: string, language: Locale): string {
  const { calendar_id } = tx.get('project', projectId);
  if (calendar_id !== null && tx.exists('calendar', calendar_id) === 'yes') return calendar_id;
  const id = tx.newId('calendar');
  const name = catalogues[language].plan.calendar.defaultName;
  tx.create(
    'calendar',
    { project_id: projectId, name, definition: presetCalendar('standard', id, name) },
    id,
  );
  tx.update('project', projectId, { calendar_id: id });
  return id;
}
