/** Dates and progress of the sample plan: computed by the schedule engine on the calendar of the sample. */
import { createCalendarSet } from '#shared/schedule/calendar/compile.ts';
import type { CalendarDef, CalendarException } from '#shared/schedule/calendar/definition.ts';
import {
  formatDate,
  formatLocal,
  type Instant,
  parseDate,
  parseLocal,
} from '#shared/schedule/calendar/instant.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import type { CpmLink, CpmTask } from '#shared/schedule/cpm/model.ts';
import { schedule } from '#shared/schedule/cpm/schedule.ts';
import { DAYS_SO_FAR, type PlannedLink, type PlannedTask, plannedTasks, type TaskKey } from './plan.ts';

/** Working tenths of a minute of a day on site. */
export const DAY = 4800;
const ELAPSED_DAY = 14_400;
/** Working days from today on which the building has no power. */
const POWER_CUTS = [-25, 9];

export interface SampleCalendar {
  readonly definition: CalendarDef;
  readonly work: WorkCalendar;
  /** Today, or the next working day if nobody works today. */
  readonly anchor: number;
  /** Date of the n-th working day from today on; negative for the past. */
  date(days: number): string;
}

function compiled(definition: CalendarDef): WorkCalendar {
  const calendar = createCalendarSet([definition])(definition.id);
  if (!calendar?.hasWorkingTime) throw new Error('the sample calendar has no working time');
  return calendar;
}

function counter(work: WorkCalendar, today: number): { anchor: number; date: (days: number) => string } {
  const anchor = work.isWorkingDay(today) ? today : (work.addWorkingDays(today, 1) ?? today);
  return { anchor, date: (days) => formatDate(work.addWorkingDays(anchor, days) ?? anchor) };
}

/**
 * Monday to Saturday, with the holidays given and two days without power, one past and one to come.
 * @param today `YYYY-MM-DD` @throws RangeError if it is no date
 */
export function sampleCalendar(
  today: string,
  names: { readonly calendar: string; readonly powerCut: string },
  holidays: readonly CalendarException[],
): SampleCalendar {
  const day = parseDate(today);
  if (day === null) throw new RangeError(`no date: ${today}`);
  const plain = { ...presetCalendar('sixDay', 'calendar', names.calendar), exceptions: [...holidays] };
  const before = counter(compiled(plain), day);
  const cuts = POWER_CUTS.map(before.date).map((date) => ({
    name: names.powerCut,
    from: date,
    to: date,
    intervals: [],
    recurrence: null,
    occurrences: null,
  }));
  const definition = { ...plain, exceptions: [...plain.exceptions, ...cuts] };
  const work = compiled(definition);
  return { definition, work, ...counter(work, day) };
}

export interface Dates {
  readonly start: Instant;
  readonly finish: Instant;
  /** Working tenths of a minute. */
  readonly duration: number;
}

const uidOf = new Map(plannedTasks.map(([key], index) => [key as string, index + 1]));
const uid = (key: string): number => uidOf.get(key) ?? -1;

/** Kind and value of a lag as a link record stores them. */
export function lagOf([, , lag = 0, unit = 'd']: PlannedLink): {
  kind: 'working' | 'elapsed' | 'percent';
  value: number;
  unit: string;
} {
  if (unit === '%') return { kind: 'percent', value: lag, unit };
  return unit === 'ed'
    ? { kind: 'elapsed', value: lag * ELAPSED_DAY, unit }
    : { kind: 'working', value: lag * DAY, unit };
}

function cpmLink(link: PlannedLink): CpmLink {
  const [from, type = 'FS'] = link;
  const { kind, value } = lagOf(link);
  return {
    predecessorUid: uid(from),
    type,
    lag: value,
    percent: kind === 'percent',
    elapsed: kind === 'elapsed',
  };
}

export type Plan = 'contract' | 'now';

/** Start of the working day so many days after the start of the project. */
export function dayOfProject(calendar: SampleCalendar, days: number): Instant {
  return parseLocal(`${calendar.date(days - DAYS_SO_FAR)}T08:00:00`) ?? 0;
}

function cpmTask(calendar: SampleCalendar, key: TaskKey, task: PlannedTask, plan: Plan): CpmTask {
  const notBefore = task.notBefore?.[plan === 'contract' ? 0 : 1];
  const days = (plan === 'now' ? task.slipped : undefined) ?? task.days ?? 0;
  return {
    uid: uid(key),
    parentUid: task.phase === null ? null : uid(task.phase),
    summary: task.days === null,
    counts: true,
    fixedDates: false,
    manual: false,
    milestone: task.days === 0,
    duration: days * DAY,
    elapsed: false,
    calendar: calendar.work,
    parts: [],
    start: null,
    finish: null,
    constraint: notBefore === undefined ? 'ASAP' : 'SNET',
    constraintDate: notBefore === undefined ? null : dayOfProject(calendar, notBefore),
    deadline: null,
    actualStart: null,
    actualFinish: null,
    stop: null,
    resume: null,
    remainingDuration: null,
    levelingDelay: 0,
    links: (task.after ?? []).map(cpmLink),
  };
}

/** Dates of every row, phases rolled up from their tasks. */
export function layOut(calendar: SampleCalendar, plan: Plan): ReadonlyMap<TaskKey, Dates> {
  const result = schedule({
    start: dayOfProject(calendar, 0),
    tasks: plannedTasks.map(([key, task]) => cpmTask(calendar, key, task, plan)),
    multipleCriticalPaths: false,
    criticalSlackLimit: 0,
  });
  if (!result.ok) throw new Error('the sample plan has a loop');
  const dates = new Map<TaskKey, Dates>();
  for (const [key, task] of plannedTasks) {
    const found = result.dates.get(uid(key));
    if (task.days === null || !found) continue;
    const { earlyStart: start, earlyFinish: finish } = found;
    dates.set(key, { start, finish, duration: calendar.work.workBetween(start, finish) });
  }
  for (const [key, task] of plannedTasks)
    if (task.days === null) dates.set(key, rolledUp(calendar, key, dates));
  return dates;
}

function childrenOf(key: TaskKey): TaskKey[] {
  return plannedTasks.filter(([, task]) => task.phase === key).map(([child]) => child);
}

function rolledUp(calendar: SampleCalendar, key: TaskKey, dates: ReadonlyMap<TaskKey, Dates>): Dates {
  const below = childrenOf(key).flatMap((child) => dates.get(child) ?? []);
  const start = Math.min(...below.map((child) => child.start));
  const finish = Math.max(...below.map((child) => child.finish));
  return { start, finish, duration: calendar.work.workBetween(start, finish) };
}

export interface Progress {
  readonly percent: number;
  readonly actualStart: string | null;
  readonly actualFinish: string | null;
  readonly remaining: number;
}

function leafProgress(calendar: SampleCalendar, task: PlannedTask, dates: Dates, now: Instant): Progress {
  const { start, finish, duration } = dates;
  if (start >= now) return { percent: 0, actualStart: null, actualFinish: null, remaining: duration };
  const actualStart = formatLocal(start);
  if (finish <= now && task.percent === undefined)
    return { percent: 100, actualStart, actualFinish: formatLocal(finish), remaining: 0 };
  const share = calendar.work.workBetween(start, Math.min(now, finish)) / duration;
  const percent = task.percent ?? Math.round(share * 20) * 5;
  return { percent, actualStart, actualFinish: null, remaining: Math.round(duration * (1 - percent / 100)) };
}

/** What is done this morning. Phases: the mean of their tasks, weighted by duration. */
export function progressOf(
  calendar: SampleCalendar,
  dates: ReadonlyMap<TaskKey, Dates>,
): ReadonlyMap<TaskKey, Progress> {
  const now = calendar.anchor * ELAPSED_DAY;
  const out = new Map<TaskKey, Progress>();
  for (const [key, task] of plannedTasks) {
    const own = dates.get(key);
    if (task.days !== null && own) out.set(key, leafProgress(calendar, task, own, now));
  }
  for (const [key, task] of plannedTasks) {
    const own = dates.get(key);
    if (task.days === null && own) out.set(key, phaseProgress(childrenOf(key), dates, out, own));
  }
  return out;
}

function phaseProgress(
  children: readonly TaskKey[],
  dates: ReadonlyMap<TaskKey, Dates>,
  known: ReadonlyMap<TaskKey, Progress>,
  own: Dates,
): Progress {
  let weight = 0;
  let sum = 0;
  const started: string[] = [];
  const finished: string[] = [];
  for (const child of children) {
    const duration = dates.get(child)?.duration ?? 0;
    const progress = known.get(child);
    weight += duration;
    sum += duration * (progress?.percent ?? 0);
    if (progress?.actualStart) started.push(progress.actualStart);
    if (progress?.actualFinish) finished.push(progress.actualFinish);
  }
  const percent = weight === 0 ? 0 : Math.round((sum / weight) * 100) / 100;
  const done = finished.length === children.length;
  return {
    percent: done ? 100 : percent,
    actualStart: started.sort()[0] ?? null,
    actualFinish: done ? (finished.sort().at(-1) ?? null) : null,
    remaining: done ? 0 : Math.round(own.duration * (1 - percent / 100)),
  };
}
