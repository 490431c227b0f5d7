import { planLinks, planOutline, projectCalendars } from '#db/queries/plan.ts';
import type { Handlers } from '#main/ipc/router.ts';
import type { PlanWhy, WhyDriver } from '#shared/ipc/channels/planWhy.ts';
import { dayOf, formatDate, type Instant, weekdayOf } from '#shared/schedule/calendar/instant.ts';
import type { CpmDriver } from '#shared/schedule/cpm/model.ts';
import { type CONSTRAINTS, NETWORK_FLAGS } from '#shared/schedule/network/columns.ts';
import type { AppContext } from '../context.ts';
import { taskOf } from './planCommit.ts';
import type { PlanSchedule } from './schedule.ts';
import { schedulesOf } from './schedules.ts';

type Constraint = (typeof CONSTRAINTS)[number];
type Named = { id: string; number: string; name: string };

/** What drivers are put into words with. */
export interface NamedPlan {
  readonly schedule: PlanSchedule;
  /** Id, outline number and name of each row. */
  readonly names: readonly Named[];
  readonly links: ReturnType<typeof planLinks>;
}

const nameless: Named = { id: '', number: '', name: '' };
const nameOf = ({ names }: NamedPlan, row: number): Named => names[row] ?? nameless;

function linkDriver(
  plan: NamedPlan,
  driver: Extract<CpmDriver, { kind: 'link' }>,
  row: number,
  side: 'early' | 'late',
): WhyDriver {
  const { predecessor, successor, link, date } = driver;
  const [from, to] = [nameOf(plan, predecessor), nameOf(plan, successor)];
  const stored = plan.links.find(
    ({ from_id, to_id, type }) => from_id === from.id && to_id === to.id && type === link.type,
  );
  const own = side === 'early' ? successor : predecessor;
  return {
    kind: 'link',
    date,
    type: link.type,
    lagKind: stored?.lag_kind ?? 'working',
    lagValue: stored?.lag_value ?? 0,
    lagUnit: stored?.lag_unit ?? 'd',
    task: side === 'early' ? from : to,
    above: own === row ? null : nameOf(plan, own),
  };
}

function fixedKind(plan: NamedPlan, row: number): 'manual' | 'foreign' | 'kept' {
  const flags = plan.schedule.row(row)?.flags ?? 0;
  if ((flags & NETWORK_FLAGS.manual) !== 0) return 'manual';
  return (flags & NETWORK_FLAGS.foreign) !== 0 ? 'foreign' : 'kept';
}

/** A driver with the names of its tasks. @param row of the task it drives */
export function driverOf(plan: NamedPlan, driver: CpmDriver, row: number, side: 'early' | 'late'): WhyDriver {
  const { date } = driver;
  switch (driver.kind) {
    case 'link':
      return linkDriver(plan, driver, row, side);
    case 'constraint':
      return {
        kind: 'constraint',
        date,
        type: driver.type.toLowerCase() as Constraint,
        above: driver.on === row ? null : nameOf(plan, driver.on),
      };
    case 'deadline':
      return { kind: 'deadline', date };
    case 'fixedDates':
      return { kind: fixedKind(plan, row), date };
    default:
      return { kind: driver.kind, date };
  }
}

/** What kind of time off lies between two instants, the longest first. */
function waitOf(
  ctx: AppContext,
  projectId: string,
  calendarId: string | null,
  from: Instant,
  to: Instant,
): PlanWhy['wait'] {
  const calendars = projectCalendars(ctx.store.read, projectId);
  const clock = calendars.of(calendarId);
  const used = calendars.defs.filter(({ id }) => id === (calendarId ?? calendars.projectCalendarId));
  let isWeekend = false;
  for (let day = dayOf(from); day <= dayOf(to); day++) {
    if (clock.intervalsOn(day).length > 0) continue;
    const date = formatDate(day);
    const holiday = used
      .flatMap(({ exceptions }) => exceptions)
      .find((e) => e.recurrence === null && e.intervals.length === 0 && e.from <= date && date <= e.to);
    if (holiday) return { from, to, reason: 'holiday', name: holiday.name };
    isWeekend ||= weekdayOf(day) === 0 || weekdayOf(day) === 6;
  }
  return { from, to, reason: isWeekend ? 'weekend' : 'hours', name: '' };
}

/** The leaf below a summary that begins first or ends last. */
function ofSummary(plan: NamedPlan, row: number): PlanWhy {
  const inside = new Set([row]);
  let first: { row: number; date: Instant } | null = null;
  let last: { row: number; date: Instant } | null = null;
  for (let index = row + 1; index < plan.names.length; index++) {
    if (!inside.has(plan.schedule.row(index)?.parent ?? -1)) break;
    inside.add(index);
    const dates = plan.schedule.dates(index);
    if (!dates) continue;
    if (!first || dates.start < first.date) first = { row: index, date: dates.start };
    if (!last || dates.finish > last.date) last = { row: index, date: dates.finish };
  }
  const driver = (found: { row: number; date: Instant } | null): WhyDriver | null =>
    found && { kind: 'subtask', date: found.date, task: nameOf(plan, found.row) };
  return { early: driver(first), late: driver(last), wait: null, overruled: null };
}

export function namedPlan(
  db: AppContext['store']['read'],
  projectId: string,
  schedule: PlanSchedule,
): NamedPlan {
  const names = planOutline(db, projectId).map(({ row, number }) => ({
    id: row.id,
    number,
    name: row.name,
  }));
  return { schedule, names, links: planLinks(db, projectId) };
}

function why(ctx: AppContext, id: string): PlanWhy {
  const task = taskOf(ctx, id);
  const { read } = ctx.store;
  const schedule = schedulesOf(ctx).at(read, task.project_id);
  const plan = namedPlan(read, task.project_id, schedule);
  const row = schedule.indexOf(id);
  if (((schedule.row(row)?.flags ?? 0) & NETWORK_FLAGS.summary) !== 0) return ofSummary(plan, row);
  const reason = schedule.why(row);
  if (!reason) return { early: null, late: null, wait: null, overruled: null };
  const { early, late, calendarWait, overruled } = reason;
  return {
    early: driverOf(plan, early, row, 'early'),
    late: driverOf(plan, late, row, 'late'),
    wait: calendarWait && waitOf(ctx, task.project_id, task.calendar_id, calendarWait.from, calendarWait.to),
    overruled: overruled && driverOf(plan, overruled, row, 'early'),
  };
}

export function whyHandlers(ctx: AppContext): Handlers {
  return { 'plan.why': ({ id }) => why(ctx, id) };
}
