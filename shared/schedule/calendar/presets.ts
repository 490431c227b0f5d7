import type { CalendarDef, Interval, Week } from './definition.ts';
import { TENTHS_PER_DAY } from './instant.ts';

const h = (hour: number) => hour * 600;
const DAY_SHIFT: Interval[] = [
  [h(8), h(12)],
  [h(13), h(17)],
];
const ALL_DAY: Interval[] = [[0, TENTHS_PER_DAY]];

/** The hours of a day nobody defines, as Microsoft Project has them: Monday–Friday 8–12 and 13–17. */
export function standardDay(weekday: number): Interval[] {
  return weekday === 0 || weekday === 6 ? [] : copy(DAY_SHIFT);
}

const copy = (list: readonly Interval[]): Interval[] => list.map(([from, to]): Interval => [from, to]);
const weekOf = (hours: (weekday: number) => readonly Interval[]): Week => [
  copy(hours(0)),
  copy(hours(1)),
  copy(hours(2)),
  copy(hours(3)),
  copy(hours(4)),
  copy(hours(5)),
  copy(hours(6)),
];

/** A night shift Monday to Friday evening, 23–3, 4–8; split at midnight, so it ends on Saturday morning. */
function nightHours(weekday: number): Interval[] {
  const morning: Interval[] = [
    [0, h(3)],
    [h(4), h(8)],
  ];
  const evening: Interval = [h(23), h(24)];
  if (weekday === 0) return [];
  if (weekday === 1) return [evening];
  return weekday === 6 ? morning : [...morning, evening];
}

export const PRESET_KINDS = ['standard', 'sixDay', 'sevenDay', 'allDay', 'nightShift'] as const;
export type PresetKind = (typeof PRESET_KINDS)[number];

const WEEKS: Readonly<Record<PresetKind, (weekday: number) => readonly Interval[]>> = {
  standard: standardDay,
  sixDay: (weekday) => (weekday === 0 ? [] : DAY_SHIFT),
  sevenDay: () => DAY_SHIFT,
  allDay: () => ALL_DAY,
  nightShift: nightHours,
};

/** A fresh calendar of a usual kind: 5, 6 or 7 days of 8–12 13–17, round the clock, or nights. */
export function presetCalendar(kind: PresetKind, id: string, name: string): CalendarDef {
  return { id, name, baseId: null, week: weekOf(WEEKS[kind]), exceptions: [], workWeeks: [] };
}
