import type { Tx } from '#db/log/tx.ts';
import { type PresetKind, presetCalendar } from '#shared/schedule/calendar/presets.ts';

/** Gives a project its own calendar of a usual kind, as part of the caller's commit. Returns its id. */
export function createCalendar(tx: Tx, projectId: string, preset: PresetKind, name: string): string {
  const id = tx.newId('calendar');
  const definition = { ...presetCalendar(preset, id, name) };
  tx.create('calendar', { project_id: projectId, name, definition }, id);
  tx.updateSystem('project', projectId, { calendar_id: id });
  return id;
}
