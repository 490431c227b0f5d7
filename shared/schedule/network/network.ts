import { createCalendarSet, ELAPSED_CALENDAR } from '../calendar/compile.ts';
import type { CalendarDef } from '../calendar/definition.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import type { CpmInput, CpmOptions, CpmTask } from '../cpm/model.ts';
import { finishSteps, STEP_ROWS, type Steps } from '../steps.ts';
import type { PlanNetwork } from './columns.ts';
import {
  type CalendarsById,
  type NetworkLink,
  type NetworkPart,
  type NetworkRow,
  rowContext,
  toCpmTask,
} from './row.ts';

export type NetworkOptions = Pick<
  PlanNetwork,
  'scheduling' | 'scheduleFrom' | 'start' | 'finish' | 'criticalSlack' | 'multipleCriticalPaths'
>;

/** Options of the calculation. Backward from a finish needs one. */
export function toCpmOptions(options: NetworkOptions): Required<CpmOptions> {
  return {
    start: options.start,
    scheduleFrom: options.finish === null ? 'start' : options.scheduleFrom,
    finish: options.finish,
    multipleCriticalPaths: options.multipleCriticalPaths,
    criticalSlackLimit: options.criticalSlack,
  };
}

/** Compiled calendars of a plan; one without working time gives way to that of the project. */
export function networkCalendars(defs: readonly CalendarDef[], projectCalendarId: string): CalendarsById {
  const compile = createCalendarSet(defs);
  const usable = (id: string | null): WorkCalendar | null => {
    const found = id === null ? null : compile(id);
    return found?.hasWorkingTime ? found : null;
  };
  const project = usable(projectCalendarId) ?? ELAPSED_CALENDAR;
  return { of: (id) => usable(id) ?? project };
}

/** A row while it is put together. */
type Draft = { -readonly [Key in Exclude<keyof NetworkRow, 'parts' | 'links'>]: NetworkRow[Key] } & {
  parts: NetworkPart[];
  links: NetworkLink[];
};

/** Most rows have none, and few have more than one: no list is made before there is something in it. */
const NONE: never[] = [];

function added<Item>(list: Item[], item: Item): Item[] {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
}

/** Rows of the columns as objects. */
export function networkRows(network: PlanNetwork): NetworkRow[] {
  const { rows, constraints, deadlines, progress, levelling, parts, links } = network;
  const out = rows.id.map(
    (_, i): Draft => ({
      parent: rows.parent[i] ?? -1,
      flags: rows.flags[i] ?? 0,
      duration: rows.duration[i] ?? null,
      calendar: rows.calendar[i] ?? null,
      start: rows.start[i] ?? null,
      finish: rows.finish[i] ?? null,
      constraint: 'asap',
      constraintDate: null,
      deadline: null,
      actualStart: null,
      actualFinish: null,
      stop: null,
      resume: null,
      remaining: null,
      levelling: 0,
      parts: NONE,
      links: NONE,
    }),
  );
  const at = (list: readonly number[], put: (row: Draft, i: number) => void) => {
    for (const [i, index] of list.entries()) {
      const row = out[index];
      if (row) put(row, i);
    }
  };
  at(constraints.row, (row, i) => {
    row.constraint = constraints.type[i] ?? 'asap';
    row.constraintDate = constraints.date[i] ?? null;
  });
  at(deadlines.row, (row, i) => {
    row.deadline = deadlines.date[i] ?? null;
  });
  at(progress.row, (row, i) => {
    row.actualStart = progress.actualStart[i] ?? null;
    row.actualFinish = progress.actualFinish[i] ?? null;
    row.stop = progress.stop[i] ?? null;
    row.resume = progress.resume[i] ?? null;
    row.remaining = progress.remaining[i] ?? null;
  });
  at(levelling.row, (row, i) => {
    row.levelling = levelling.delay[i] ?? 0;
  });
  at(parts.row, (row, i) => {
    const [calendar = null, also = null] = [parts.calendar[i], parts.also[i]];
    const part = { calendar, also, length: parts.length[i] ?? 0, delay: parts.delay[i] ?? 0 };
    row.parts = added(row.parts, part);
  });
  at(links.to, (row, i) => {
    const [from = -1, type = 'FS', lagKind = 'working'] = [links.from[i], links.type[i], links.lagKind[i]];
    row.links = added(row.links, { from, type, lagKind, lagValue: links.lagValue[i] ?? 0 });
  });
  return out;
}

/** The columns as input of the calculation; a task is known by its index in the rows. */
export const toCpmInput = (network: PlanNetwork): CpmInput => finishSteps(cpmInputInSteps(network));

/** The same in steps. */
export function* cpmInputInSteps(network: PlanNetwork): Steps<CpmInput> {
  const calendars = networkCalendars(network.calendars, network.calendarId);
  const context = rowContext(calendars, network.scheduling === 'kept');
  const rows = networkRows(network);
  const tasks: CpmTask[] = [];
  for (const [uid, row] of rows.entries()) {
    if (uid % STEP_ROWS === 0) yield;
    tasks.push(toCpmTask(row, uid, context));
  }
  return { ...toCpmOptions(network), tasks };
}

/** Rows as columns. Only what differs from the usual is sent. */
export function packNetwork(
  options: NetworkOptions,
  calendars: { readonly defs: readonly CalendarDef[]; readonly projectCalendarId: string },
  ids: readonly string[],
  rows: readonly NetworkRow[],
): PlanNetwork {
  const pick = <T>(keep: (row: NetworkRow) => boolean, of: (row: NetworkRow, index: number) => T): T[] =>
    rows.flatMap((row, index) => (keep(row) ? [of(row, index)] : []));
  const indexOf = (_: NetworkRow, index: number) => index;
  const held = ({ constraint }: NetworkRow) => constraint !== 'asap';
  const due = ({ deadline }: NetworkRow) => deadline !== null;
  const begun = ({ actualStart, actualFinish }: NetworkRow) => actualStart !== null || actualFinish !== null;
  const levelled = ({ levelling }: NetworkRow) => levelling !== 0;
  const parts = rows.flatMap((row, index) => row.parts.map((part) => ({ index, part })));
  const links = rows.flatMap((row, to) => row.links.map((link) => ({ to, link })));
  return {
    ...options,
    calendars: [...calendars.defs],
    calendarId: calendars.projectCalendarId,
    rows: {
      id: [...ids],
      parent: rows.map(({ parent }) => parent),
      flags: rows.map(({ flags }) => flags),
      duration: rows.map(({ duration }) => duration),
      calendar: rows.map(({ calendar }) => calendar),
      start: rows.map(({ start }) => start),
      finish: rows.map(({ finish }) => finish),
    },
    constraints: {
      row: pick(held, indexOf),
      type: pick(held, ({ constraint }) => constraint),
      date: pick(held, ({ constraintDate }) => constraintDate),
    },
    deadlines: { row: pick(due, indexOf), date: pick(due, ({ deadline }) => deadline ?? 0) },
    progress: {
      row: pick(begun, indexOf),
      actualStart: pick(begun, ({ actualStart }) => actualStart),
      actualFinish: pick(begun, ({ actualFinish }) => actualFinish),
      stop: pick(begun, ({ stop }) => stop),
      resume: pick(begun, ({ resume }) => resume),
      remaining: pick(begun, ({ remaining }) => remaining),
    },
    levelling: { row: pick(levelled, indexOf), delay: pick(levelled, ({ levelling }) => levelling) },
    parts: {
      row: parts.map(({ index }) => index),
      calendar: parts.map(({ part }) => part.calendar),
      also: parts.map(({ part }) => part.also),
      length: parts.map(({ part }) => part.length),
      delay: parts.map(({ part }) => part.delay),
    },
    links: {
      from: links.map(({ link }) => link.from),
      to: links.map(({ to }) => to),
      type: links.map(({ link }) => link.type),
      lagKind: links.map(({ link }) => link.lagKind),
      lagValue: links.map(({ link }) => link.lagValue),
    },
  };
}
