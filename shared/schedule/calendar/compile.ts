import type { CalendarDef, Intervals, Week } from './definition.ts';
import { type EpochDay, parseDate, weekdayOf } from './instant.ts';
import { standardDay } from './presets.ts';
import { type ResolvedException, recursOn, resolveException } from './recurrence.ts';
import { createWorkCalendar, type WorkCalendar } from './workCalendar.ts';

interface Layer {
  readonly week: Week;
  readonly exceptions: readonly (ResolvedException & { readonly intervals: Intervals })[];
  readonly workWeeks: readonly { readonly from: EpochDay; readonly to: EpochDay; readonly week: Week }[];
}

function toLayer(def: CalendarDef): Layer {
  const exceptions = def.exceptions.flatMap((exception) => {
    const resolved = resolveException(exception);
    return resolved ? [{ ...resolved, intervals: exception.intervals }] : [];
  });
  // Stable sort: of equal rank the later one in the list wins, as it is painted last.
  exceptions.sort((a, b) => a.rank - b.rank);
  const workWeeks = def.workWeeks.flatMap(({ from, to, week }) => {
    const first = parseDate(from);
    const last = parseDate(to);
    return first === null || last === null ? [] : [{ from: first, to: last, week }];
  });
  return { week: def.week, exceptions, workWeeks };
}

const STANDARD: readonly Intervals[] = [0, 1, 2, 3, 4, 5, 6].map(standardDay);

function weekHours(layers: readonly Layer[], day: EpochDay): Intervals {
  const weekday = weekdayOf(day);
  for (const layer of layers) {
    for (const alternate of layer.workWeeks)
      if (day >= alternate.from && day <= alternate.to && alternate.week[weekday])
        return alternate.week[weekday];
    const hours = layer.week[weekday];
    if (hours) return hours;
  }
  return STANDARD[weekday] ?? [];
}

/** The calendar first, then its base, then the base of that. A loop or a missing base ends the chain. */
export function calendarChain(def: CalendarDef, all: ReadonlyMap<string, CalendarDef>): CalendarDef[] {
  const chain: CalendarDef[] = [];
  let next: CalendarDef | undefined = def;
  while (next && !chain.includes(next)) {
    chain.push(next);
    next = next.baseId === null ? undefined : all.get(next.baseId);
  }
  return chain;
}

/**
 * Make a calendar fast to ask. `all` holds the calendars it may be based on. Rules: exceptions (own before those
 * of the base) over alternate weeks over the week over the week of the base over the standard week.
 */
export function compileCalendar(def: CalendarDef, all: ReadonlyMap<string, CalendarDef>): WorkCalendar {
  const layers = calendarChain(def, all).map(toLayer);
  return createWorkCalendar((first, count) => {
    const days: Intervals[] = Array.from({ length: count }, (_, i) => weekHours(layers, first + i));
    // Base first, so that what a derived calendar says itself is painted over it.
    for (const layer of [...layers].reverse())
      for (const { rule, from, to, intervals } of layer.exceptions) {
        const last = Math.min(to, first + count - 1);
        for (let day = Math.max(from, first); day <= last; day++)
          if (!rule || recursOn(rule, from, day)) days[day - first] = intervals;
      }
    return days;
  });
}

/** Compile a set of calendars on demand, each once. Unknown id: null. */
export function createCalendarSet(defs: readonly CalendarDef[]): (id: string) => WorkCalendar | null {
  const all = new Map(defs.map((def) => [def.id, def]));
  const compiled = new Map<string, WorkCalendar>();
  return (id) => {
    const def = all.get(id);
    if (!def) return null;
    let calendar = compiled.get(id);
    if (!calendar) {
      calendar = compileCalendar(def, all);
      compiled.set(id, calendar);
    }
    return calendar;
  };
}

/** Round the clock, for elapsed durations and lags. */
export const ELAPSED_CALENDAR: WorkCalendar = createWorkCalendar((_, count) =>
  Array.from({ length: count }, (): Intervals => [[0, 14_400]]),
);
