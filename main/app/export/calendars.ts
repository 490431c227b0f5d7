/** Calendars of a project for its file. */
import type { MspdiCalendar } from '#shared/interchange/mspdi/model.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { type CalendarDef, calendarSchema, type Week } from '#shared/schedule/calendar/definition.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import { oneLine } from '../import/mspdiTasks.ts';
import { giveNumbers } from './numbers.ts';
import { exact, Source } from './source.ts';

export interface CalendarModel {
  readonly calendars: readonly MspdiCalendar[];
  /** Unique ID by record. */
  readonly uidOf: ReadonlyMap<string, number>;
  readonly projectUid: number;
}

function definitionOf(row: RecordOf<'calendar'>): CalendarDef | null {
  const parsed = calendarSchema.safeParse({
    ...row.definition,
    id: row.id,
    name: row.name,
    baseId: row.base_id,
  });
  return parsed.success ? parsed.data : null;
}

/** What a derived calendar says with everything it takes from its bases: base calendars of a file have no base. */
function flattened(def: CalendarDef, byId: ReadonlyMap<string, CalendarDef>): CalendarDef {
  let flat = def;
  const seen = new Set([def.id]);
  for (
    let base = byId.get(def.baseId ?? '');
    base && !seen.has(base.id);
    base = byId.get(base.baseId ?? '')
  ) {
    seen.add(base.id);
    const { week, exceptions, workWeeks }: CalendarDef = base;
    flat = {
      ...flat,
      week: flat.week.map((hours, day) => hours ?? week[day] ?? null) as Week,
      exceptions: [...flat.exceptions, ...exceptions],
      workWeeks: [...flat.workWeeks, ...workWeeks],
    };
  }
  return { ...flat, baseId: null };
}

/** Calendars in the order of the imported file, new ones behind them. A project without one gets the standard week. */
export function calendarModels(
  project: RecordOf<'project'>,
  rows: readonly RecordOf<'calendar'>[],
  personal: ReadonlySet<string>,
): CalendarModel {
  const written = new Source(project.source).list('calendars');
  const placeOf = new Map(written.map((calendar, at) => [calendar.number('uid'), at]));
  const uidOf = giveNumbers(rows);
  const defs = rows.flatMap((row) => definitionOf(row) ?? []);
  const byId = new Map(defs.map((def) => [def.id, def]));
  const models = defs.map((def): { at: number; model: MspdiCalendar } => {
    const uid = uidOf.get(def.id) ?? 0;
    const at = placeOf.get(uid);
    const kept = at === undefined ? null : (written[at] ?? null);
    // Only people have derived calendars in such a file; one of ours that the plan uses has to stand alone.
    const own = kept === null && def.baseId !== null && !personal.has(def.id) ? flattened(def, byId) : def;
    const base = own.baseId === null ? undefined : uidOf.get(own.baseId);
    const name = exact(kept?.text('name') ?? null, def.name, (text) => oneLine(text, 200) ?? String(uid));
    return {
      at: at ?? written.length,
      model: {
        uid,
        isBase: kept === null ? base === undefined : kept.flag('isBase'),
        definition: {
          ...own,
          id: String(uid),
          name: name ?? '',
          baseId: base === undefined ? null : String(base),
        },
        extra: kept?.extra() ?? [],
      },
    };
  });
  const calendars = models.sort((a, b) => a.at - b.at || a.model.uid - b.model.uid).map(({ model }) => model);
  const chosen = uidOf.get(project.calendar_id ?? '');
  const projectUid =
    calendars.find(({ uid }) => uid === chosen)?.uid ?? calendars.find(({ isBase }) => isBase)?.uid;
  if (projectUid !== undefined) return { calendars, uidOf, projectUid };
  const uid = Math.max(0, ...uidOf.values()) + 1;
  const definition = presetCalendar('standard', String(uid), 'Standard');
  return { calendars: [...calendars, { uid, isBase: true, definition, extra: [] }], uidOf, projectUid: uid };
}
