import type { LagKind, LinkType } from '../../domain/plan/predecessors.ts';
import { ELAPSED_CALENDAR } from '../calendar/compile.ts';
import type { Instant } from '../calendar/instant.ts';
import { intersectCalendars, type WorkCalendar } from '../calendar/workCalendar.ts';
import type { ConstraintType, CpmLink, CpmTask, CpmWorkPart } from '../cpm/model.ts';
import { type CONSTRAINTS, NETWORK_FLAGS } from './columns.ts';

/** Work of one person on a task (semantics §2, last bullet). */
export interface NetworkPart {
  /** null: the calendar of the project. */
  readonly calendar: string | null;
  /** Working time has to be common with this calendar. */
  readonly also: string | null;
  /** Work / units. */
  readonly length: number;
  readonly delay: number;
}

export interface NetworkLink {
  readonly from: number;
  readonly type: LinkType;
  readonly lagKind: LagKind;
  readonly lagValue: number;
}

/** One row of a plan as the calculation reads it; tasks are known by their index in the outline. */
export interface NetworkRow {
  readonly parent: number;
  readonly flags: number;
  readonly duration: number | null;
  readonly calendar: string | null;
  readonly start: Instant | null;
  readonly finish: Instant | null;
  readonly constraint: (typeof CONSTRAINTS)[number];
  readonly constraintDate: Instant | null;
  readonly deadline: Instant | null;
  readonly actualStart: Instant | null;
  readonly actualFinish: Instant | null;
  readonly stop: Instant | null;
  readonly resume: Instant | null;
  readonly remaining: number | null;
  readonly levelling: number;
  readonly parts: readonly NetworkPart[];
  readonly links: readonly NetworkLink[];
}

/** Calendars by id; an unknown id and null give that of the project. */
export interface CalendarsById {
  of(id: string | null): WorkCalendar;
}

/** What the rows of one plan have in common. */
export interface RowContext {
  readonly calendars: CalendarsById;
  /** Dates stay as they are stored. */
  readonly kept: boolean;
  /** Calendars of two owners, by `id id`; filled as they are needed. */
  readonly common: Map<string, WorkCalendar>;
}

export const rowContext = (calendars: CalendarsById, kept: boolean): RowContext => ({
  calendars,
  kept,
  common: new Map(),
});

function partCalendar({ calendars, common }: RowContext, { calendar, also }: NetworkPart): WorkCalendar {
  const first = calendars.of(calendar);
  if (also === null) return first;
  const key = `${calendar} ${also}`;
  const both = common.get(key) ?? intersectCalendars(first, calendars.of(also));
  common.set(key, both);
  // Two that never work at the same time: that of the task decides.
  return both.hasWorkingTime ? both : first;
}

const toPart = (context: RowContext, part: NetworkPart): CpmWorkPart => ({
  calendar: partCalendar(context, part),
  length: part.length,
  delay: part.delay,
});

const toLink = ({ from, type, lagKind, lagValue }: NetworkLink): CpmLink => ({
  predecessorUid: from,
  type,
  lag: lagValue,
  percent: lagKind === 'percent' || lagKind === 'elapsed_percent',
  elapsed: lagKind === 'elapsed' || lagKind === 'elapsed_percent',
});

const NO_PARTS: readonly CpmWorkPart[] = [];
const NO_LINKS: readonly CpmLink[] = [];

/** The row at `uid` in the form the calculation takes. */
export function toCpmTask(row: NetworkRow, uid: number, context: RowContext): CpmTask {
  const has = (flag: number) => (row.flags & flag) !== 0;
  const elapsed = has(NETWORK_FLAGS.elapsed);
  const manual = has(NETWORK_FLAGS.manual);
  const isKept = context.kept && row.start !== null && row.finish !== null;
  const calendar = context.calendars.of(row.calendar);
  return {
    uid,
    parentUid: row.parent < 0 ? null : row.parent,
    summary: has(NETWORK_FLAGS.summary),
    counts: !has(NETWORK_FLAGS.off),
    fixedDates: manual || isKept || has(NETWORK_FLAGS.foreign),
    manual,
    milestone: has(NETWORK_FLAGS.milestone),
    duration: row.duration ?? 0,
    elapsed,
    calendar: calendar.hasWorkingTime ? calendar : ELAPSED_CALENDAR,
    parts: row.parts.length === 0 ? NO_PARTS : row.parts.map((part) => toPart(context, part)),
    start: row.start,
    finish: row.finish,
    constraint: row.constraint.toUpperCase() as ConstraintType,
    constraintDate: row.constraintDate,
    deadline: row.deadline,
    actualStart: row.actualStart,
    actualFinish: row.actualFinish,
    stop: row.stop,
    resume: row.resume,
    remainingDuration: row.remaining,
    levelingDelay: row.levelling,
    links: row.links.length === 0 ? NO_LINKS : row.links.map(toLink),
  };
}
