/** Records about the agreement and the means: scope, buffers, confirmations, forecasts, resources and needs. */
import { generateNKeysBetween } from 'fractional-indexing';
import { confirmationDue } from '#shared/domain/tracking/premilestone.ts';
import type { CreateInput } from '#shared/model/registry.ts';
import { formatDate, formatLocal, type Instant, parseDate } from '#shared/schedule/calendar/instant.ts';
import {
  CHECK_DAYS,
  FORECAST_WEEKS,
  plannedChecks,
  plannedCommitments,
  plannedCosts,
  plannedNews,
  plannedScope,
  UNSCOPED,
  USUAL_NEWS,
} from './agreed.ts';
import type { SampleContent } from './content/content.ts';
import { DAY, type Dates, type Plan, type SampleCalendar } from './layout.ts';
import { plannedNeeds, plannedResources, plannedUses } from './means.ts';
import { plannedTasks, type TaskKey } from './plan.ts';
import type { SampleRecord, SampleReport } from './sample.ts';

type DatesOf = ReadonlyMap<TaskKey, Dates>;

/** Everything the records are made from. */
export interface TrackingSource {
  readonly content: SampleContent;
  readonly calendar: SampleCalendar;
  readonly contract: DatesOf;
  readonly now: DatesOf;
  readonly reports: readonly SampleReport[];
}

const dayOf = (at: Instant | undefined): string => formatLocal(at ?? 0).slice(0, 10);
const isKey = (key: string, keys: readonly (readonly [string, unknown])[]): boolean =>
  keys.some(([known]) => known === key);

/** Thousandths of the contract sum in minor units, rounded to whole hundreds of the currency. */
function share({ people }: SampleContent, thousandths: number): number {
  return Math.round((people.project.contractMinor * thousandths) / 1000 / 10_000) * 10_000;
}

/** Cost of a task in minor units; null where it costs nothing of its own. */
export function costOf(content: SampleContent, key: TaskKey, plan: Plan): number | null {
  const cost = plannedCosts[key];
  if (cost === undefined) return null;
  return share(content, (plan === 'now' ? cost[1] : undefined) ?? cost[0]);
}

function promisedOn(key: TaskKey, { calendar, contract }: Pick<TrackingSource, 'calendar' | 'contract'>) {
  const due = parseDate(dayOf(contract.get(key)?.finish)) ?? 0;
  const { later = 0 } = plannedCommitments[key] ?? {};
  return formatDate(later === 0 ? due : (calendar.work.addWorkingDays(due, later) ?? due));
}

/** Fields of a task that say what was agreed about it. */
export function agreedValues(
  key: TaskKey,
  source: Pick<TrackingSource, 'content' | 'calendar' | 'contract'>,
): Partial<CreateInput<'task'>> {
  const task = plannedTasks.find(([known]) => known === key)?.[1];
  const commitment = plannedCommitments[key];
  const { payments, expectations } = source.content.tracking;
  const isWork = task !== undefined && (task.days ?? 0) > 0 && task.buffer === undefined;
  const hasScope = isWork && !UNSCOPED.has(key) && isKey(task.phase ?? '', plannedScope);
  return {
    cost_minor: costOf(source.content, key, 'now'),
    scope_item_id: hasScope ? `scope/${task.phase}` : null,
    commitment: commitment?.kind ?? null,
    promised_on: commitment ? promisedOn(key, source) : null,
    payment_stage: payments[key] ?? null,
    expectation: expectations[key] ?? null,
    buffer_kind: task?.buffer ?? null,
    buffer_tenths: task?.buffer ? (task.days ?? 0) * DAY : null,
  };
}

/** Scope items; before the tasks that refer to them. */
export function scopeRecords({ tracking }: SampleContent): SampleRecord[] {
  const ranks = generateNKeysBetween(null, null, plannedScope.length);
  return plannedScope.map(([key, side], index) => {
    const { text, client, notes } = tracking.scope[key];
    const values: CreateInput<'scope_item'> = {
      project_id: 'project',
      rank: ranks[index] ?? 'a0',
      side,
      text,
      notes: notes ?? null,
      client_visible: true,
      client_text: client ?? null,
    };
    return { type: 'scope_item', key: `scope/${key}`, values };
  });
}

function useRecords({ content, calendar }: TrackingSource): SampleRecord[] {
  return plannedUses.map(([key, use]) => ({
    type: 'buffer_use',
    key: `use/${key}`,
    values: {
      task_id: `task/${use.buffer}`,
      used_on: calendar.date(use.day),
      tenths: use.days * DAY,
      reason: content.tracking.uses[key],
      risk_id: use.risk ? `risk/${use.risk}` : null,
    },
  }));
}

function checkRecords({ content, calendar, now }: TrackingSource): SampleRecord[] {
  return plannedChecks.map(([key, { task, confirmed, contact }]) => {
    const on = dayOf(now.get(task)?.finish);
    const isDone = confirmed !== undefined;
    const values: CreateInput<'premilestone_check'> = {
      project_id: 'project',
      task_id: `task/${task}`,
      due_on: confirmationDue(calendar.work, on, CHECK_DAYS),
      milestone_on: isDone ? on : null,
      confirmed_on: isDone ? calendar.date(confirmed) : null,
      confirmed_by: isDone ? content.people.contacts[contact].name : null,
      contact_id: `contact/${contact}`,
      note: content.tracking.checks[key],
    };
    return { type: 'premilestone_check', key: `check/${key}`, values };
  });
}

/** Report days: those of the sent reports, and the same weekday of the weeks before. */
function reportDays({ calendar, reports }: TrackingSource): string[] {
  const first = parseDate(reports[0]?.to ?? '') ?? 0;
  const earlier = Array.from({ length: FORECAST_WEEKS - reports.length }, (_, i) => {
    const day = first - 7 * (FORECAST_WEEKS - reports.length - i);
    return formatDate(calendar.work.isWorkingDay(day) ? day : (calendar.work.addWorkingDays(day, -1) ?? day));
  });
  return [...new Set([...earlier, ...reports.map(({ frozenOn }) => frozenOn)])];
}

/** What was expected on a report day: the contract, and as much of the slip as was known by then. */
function forecastOn(key: TaskKey, on: string, source: TrackingSource): { at: Instant; done: boolean } {
  const { calendar, contract, now } = source;
  const planned = contract.get(key)?.finish ?? 0;
  const actual = now.get(key)?.finish ?? 0;
  if (dayOf(actual) <= on) return { at: actual, done: true };
  const [from, to] = (plannedNews[key] ?? USUAL_NEWS).map((day) => parseDate(calendar.date(day)) ?? 0);
  const day = parseDate(on) ?? 0;
  const known = Math.min(1, Math.max(0, (day - (from ?? 0)) / ((to ?? 1) - (from ?? 0))));
  const slip = Math.round(calendar.work.workBetween(planned, actual) / DAY);
  const days = Math.trunc(slip * known);
  if (days === slip) return { at: actual, done: false };
  const at = days === 0 ? planned : (calendar.work.addWork(planned, days * DAY) ?? actual);
  // Nobody expects yesterday what is not there today.
  return { at: dayOf(at) <= on ? actual : at, done: false };
}

function forecastRecords(source: TrackingSource): SampleRecord[] {
  const milestones = plannedTasks.filter(([, task]) => task.days === 0);
  return reportDays(source).flatMap((on) =>
    milestones.map(([key]): SampleRecord => {
      const { at, done } = forecastOn(key, on, source);
      return {
        type: 'milestone_forecast',
        key: `forecast/${on}/${key}`,
        values: {
          project_id: 'project',
          task_id: `task/${key}`,
          reported_on: on,
          forecast_at: formatLocal(at),
          label: source.content.plan[key].name,
          done,
        },
      };
    }),
  );
}

function resourceRecords({ content }: TrackingSource): SampleRecord[] {
  return plannedResources.map(([key, resource]) => {
    const { name, role, unit } = content.tracking.resources[key];
    const values: CreateInput<'resource'> = {
      project_id: 'project',
      name: resource.person ? content.people.parties[resource.person] : name,
      kind: resource.kind,
      role: role ?? null,
      unit: unit ?? null,
      max_units: resource.units,
    };
    return { type: 'resource', key: `resource/${key}`, values };
  });
}

function assignmentRecords({ now }: TrackingSource): SampleRecord[] {
  return plannedResources.flatMap(([key, { kind, on }]) =>
    Object.entries(on).map(([task, units]): SampleRecord => {
      const duration = now.get(task as TaskKey)?.duration ?? 0;
      return {
        type: 'assignment',
        key: `assignment/${key}/${task}`,
        values: {
          task_id: `task/${task}`,
          resource_id: `resource/${key}`,
          units,
          work_tenths: kind === 'material' ? null : Math.round(duration * units),
        },
      };
    }),
  );
}

function needRecords({ content, calendar, now }: TrackingSource): SampleRecord[] {
  const { people, tracking } = content;
  const day = (days: number | undefined) => (days === undefined ? null : calendar.date(days));
  return plannedNeeds.map(([key, need]) => {
    const { name, unit, supplier, notes } = tracking.needs[key];
    const values: CreateInput<'material_need'> = {
      project_id: 'project',
      task_id: `task/${need.task}`,
      resource_id: need.resource ? `resource/${need.resource}` : null,
      name,
      quantity: need.quantity,
      unit,
      needed_on: dayOf(now.get(need.task)?.start),
      status: need.status,
      supplier: need.supplier ? people.parties[need.supplier] : (supplier ?? null),
      ordered_on: day(need.ordered),
      expected_on: day(need.expected),
      delivered_on: day(need.delivered),
      cost_minor: need.cost === undefined ? null : share(content, need.cost),
      owner: people.parties.buyer,
      notes: notes ?? null,
    };
    return { type: 'material_need', key: `need/${key}`, values };
  });
}

/** What belongs to the tasks, risks and contacts that are there already. */
export function trackingRecords(source: TrackingSource): SampleRecord[] {
  return [useRecords, checkRecords, forecastRecords, resourceRecords, assignmentRecords, needRecords].flatMap(
    (records) => records(source),
  );
}
