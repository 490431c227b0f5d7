/**
 * The sample project: everything that is in it, as inputs of new records. Pure; the same day and language give
 * the same sample. References hold local keys (`task/design`), which the core replaces by ids.
 */
import { generateNKeysBetween } from 'fractional-indexing';
import type { CreateInput, EntityType } from '#shared/model/registry.ts';
import { formatDate, formatLocal, parseDate, weekdayOf } from '#shared/schedule/calendar/instant.ts';
import { CHECK_DAYS } from './agreed.ts';
import { agreementRecords } from './agreement/records.ts';
import type { SampleContent } from './content/content.ts';
import { contents, type SampleLocale } from './content/index.ts';
import { contractRecords } from './contractRecords.ts';
import { controlRecords } from './controlRecords.ts';
import { expectationRecords } from './expectation/records.ts';
import { type Dates, lagOf, layOut, progressOf, type SampleCalendar, sampleCalendar } from './layout.ts';
import { commRecords, contactRecords } from './peopleRecords.ts';
import { plannedTasks, type TaskKey } from './plan.ts';
import { clientBackground, relationRecords } from './relationRecords.ts';
import { requirementRecords } from './requirement/records.ts';
import { talkRecords } from './talkRecords.ts';
import { teamRecords } from './team/records.ts';
import { agreedValues, costOf, scopeRecords, trackingRecords } from './trackingRecords.ts';

/** A record to be made. Reference fields hold the keys of other records of the sample. */
export type SampleRecord = {
  [T in EntityType]: { readonly type: T; readonly key: string; readonly values: CreateInput<T> };
}[EntityType];

/** Work that is so far behind that it has a record of its own (W1); the core measures how far. */
export interface SampleDeviation {
  /** Key of the task. */
  readonly task: string;
  readonly owner: string;
  readonly due: string;
  readonly notes: string;
}

/** A report that was sent before today. */
export interface SampleReport {
  readonly key: string;
  readonly no: number;
  readonly from: string;
  readonly to: string;
  /** Working day on which it was frozen and sent. */
  readonly frozenOn: string;
}

export interface SampleData {
  /** For users without a company card of their own. */
  readonly company: CreateInput<'company'>;
  /** In the order in which they can be made, except for references between tasks and to the calendar. */
  readonly records: readonly SampleRecord[];
  readonly deviation: SampleDeviation;
  readonly reports: readonly SampleReport[];
  /** Log of contacts: refers to records and reports. */
  readonly comms: readonly SampleRecord[];
}

const on = (date: string): number => parseDate(date) ?? 0;

function clientRecords(locale: SampleLocale, { people }: SampleContent): SampleRecord[] {
  const { name, nameEn, industry, address, phone, notes } = people.client;
  const values = {
    name,
    name_en: nameEn,
    industry,
    address,
    phone,
    notes,
    tier: 'key',
    language: locale,
    source: 'referral',
    owner: people.parties.manager,
    sample: true,
    ...clientBackground(locale),
  } as const;
  return [{ type: 'client', key: 'client', values }];
}

function projectRecords(
  today: string,
  content: SampleContent,
  calendar: SampleCalendar,
  contract: ReadonlyMap<TaskKey, Dates>,
): SampleRecord[] {
  const { people } = content;
  const day = (key: TaskKey): string | null => formatLocal(contract.get(key)?.finish ?? 0).slice(0, 10);
  return [
    {
      type: 'project',
      key: 'project',
      values: {
        client_id: 'client',
        name: people.project.name,
        code: people.project.code,
        kind: 'engineering',
        stage: 'execution',
        currency: people.project.currency,
        contract_minor: people.project.contractMinor,
        start_on: day('kickoff'),
        finish_on: day('handover'),
        status_on: today,
        calendar_id: 'calendar',
        manager: people.parties.manager,
        communication_owner: people.parties[people.communicationOwner],
        report_frequency: 'weekly',
        report_weekday: 5,
        complexity: 4,
        description: people.project.description,
        minutes_per_day: 480,
        minutes_per_week: 2880,
        days_per_month: 25,
        scheduling: 'automatic',
        premilestone_days: CHECK_DAYS,
        sample: true,
      },
    },
    {
      type: 'calendar',
      key: 'calendar',
      values: { project_id: 'project', name: people.calendar, definition: { ...calendar.definition } },
    },
  ];
}

/** Sort keys: phases in their order, tasks in theirs below each phase. */
function ranks(): ReadonlyMap<TaskKey, string> {
  const groups = new Map<string | null, TaskKey[]>();
  for (const [key, { phase }] of plannedTasks) groups.set(phase, [...(groups.get(phase) ?? []), key]);
  return new Map(
    [...groups.values()].flatMap((keys) => {
      const made = generateNKeysBetween(null, null, keys.length);
      return keys.map((key, index) => [key, made[index] ?? 'a0'] as const);
    }),
  );
}

function taskRecords(
  content: SampleContent,
  calendar: SampleCalendar,
  contract: ReadonlyMap<TaskKey, Dates>,
  now: ReadonlyMap<TaskKey, Dates>,
): SampleRecord[] {
  const progress = progressOf(calendar, now);
  const rank = ranks();
  return plannedTasks.flatMap(([key, task]) => {
    const dates = now.get(key);
    const state = progress.get(key);
    if (!dates || !state) return [];
    const text = content.plan[key];
    const start = formatLocal(dates.start);
    const planned = contract.get(key)?.finish;
    const values: CreateInput<'task'> = {
      project_id: 'project',
      parent_id: task.phase === null ? null : `task/${task.phase}`,
      rank: rank.get(key) ?? 'a0',
      name: text.name,
      milestone: task.days === 0,
      start_at: start,
      finish_at: formatLocal(dates.finish),
      duration_tenths: dates.duration,
      percent: state.percent,
      actual_start_at: state.actualStart,
      actual_finish_at: state.actualFinish,
      remaining_tenths: state.remaining,
      ...(task.notBefore ? { constraint_type: 'snet' as const, constraint_at: start } : {}),
      deadline_at: task.deadline && planned !== undefined ? formatLocal(planned) : null,
      responsible: task.by ? content.people.parties[task.by] : null,
      party: task.by ? partyOf(task.by) : null,
      deliverable: text.deliverable ?? null,
      client_visible: task.visible === true,
      client_text: text.client ?? null,
      notes: text.notes ?? null,
      ...agreedValues(key, { content, calendar, contract }),
    };
    return [{ type: 'task', key: `task/${key}`, values }];
  });
}

function partyOf(by: string): NonNullable<CreateInput<'task'>['party']> {
  if (by === 'client') return 'client';
  if (by.endsWith('Sub')) return 'subcontractor';
  return by.endsWith('Supplier') ? 'supplier' : 'own';
}

function linkRecords(): SampleRecord[] {
  return plannedTasks.flatMap(([key, task]) =>
    (task.after ?? []).map((link): SampleRecord => {
      const [from, type = 'FS'] = link;
      const lag = lagOf(link);
      return {
        type: 'link',
        key: `link/${from}/${key}`,
        values: {
          project_id: 'project',
          from_id: `task/${from}`,
          to_id: `task/${key}`,
          type,
          lag_kind: lag.kind,
          lag_value: lag.value,
          lag_unit: lag.unit,
        },
      };
    }),
  );
}

function baselineRecords(
  content: SampleContent,
  contract: ReadonlyMap<TaskKey, Dates>,
  takenOn: string,
): SampleRecord[] {
  const head: SampleRecord = {
    type: 'baseline',
    key: 'baseline',
    values: {
      project_id: 'project',
      number: 0,
      kind: 'contract',
      name: content.people.baseline,
      taken_on: takenOn,
    },
  };
  const rows = [...contract].map(
    ([key, { start, finish, duration }]): SampleRecord => ({
      type: 'baseline_task',
      key: `baseline/${key}`,
      values: {
        baseline_id: 'baseline',
        task_id: `task/${key}`,
        label: content.plan[key].name,
        start_at: formatLocal(start),
        finish_at: formatLocal(finish),
        duration_tenths: duration,
        cost_minor: costOf(content, key, 'contract'),
        percent: 0,
      },
    }),
  );
  return [head, ...rows];
}

/** Day on which a task begins. */
const dayOf = (dates: ReadonlyMap<TaskKey, Dates>, key: TaskKey): string =>
  formatLocal(dates.get(key)?.start ?? 0).slice(0, 10);

const FRIDAY = 5;

/** The reports of the last two weeks that ended: Saturday to Friday. */
function reportsOf(today: string, calendar: SampleCalendar): SampleReport[] {
  const day = on(today);
  const friday = day - ((weekdayOf(day) - FRIDAY + 7) % 7 || 7);
  return [-7, 0].map((shift, index) => {
    const to = friday + shift;
    const frozen = calendar.work.isWorkingDay(to) ? to : (calendar.work.addWorkingDays(to, -1) ?? to);
    return {
      key: index === 0 ? 'report/first' : 'report/second',
      no: index + 1,
      from: formatDate(to - 6),
      to: formatDate(to),
      frozenOn: formatDate(frozen),
    };
  });
}

/**
 * The sample for a user of `locale` on `today`.
 * @param today `YYYY-MM-DD` @throws RangeError if it is no date
 */
export function buildSample(locale: SampleLocale, today: string): SampleData {
  const content = contents[locale];
  const { people } = content;
  const calendar = sampleCalendar(today, people, people.holidays);
  const contract = layOut(calendar, 'contract');
  const now = layOut(calendar, 'now');
  const reports = reportsOf(today, calendar);
  return {
    company: { ...people.company, person: people.parties.manager },
    records: [
      ...clientRecords(locale, content),
      ...contactRecords(locale, people),
      ...projectRecords(today, content, calendar, contract),
      ...scopeRecords(content),
      ...taskRecords(content, calendar, contract, now),
      ...linkRecords(),
      ...baselineRecords(content, contract, dayOf(contract, 'kickoff')),
      ...controlRecords(content, calendar),
      ...talkRecords(locale, content, calendar),
      ...trackingRecords({ content, calendar, contract, now, reports }),
      ...relationRecords(locale, calendar, people.parties),
      ...contractRecords({ content, calendar, contract }),
      ...expectationRecords({ locale, contract, calendar, people }),
      ...requirementRecords({ locale, day: (days) => calendar.date(days), owner: people.parties.manager }),
      ...agreementRecords({ locale, day: (days) => calendar.date(days), owner: people.parties.manager }),
      ...teamRecords({
        locale,
        people,
        day: (days) => calendar.date(days),
        kickoff: dayOf(contract, 'kickoff'),
      }),
    ],
    deviation: {
      task: 'task/joinery',
      owner: people.parties.site,
      due: calendar.date(5),
      notes: content.tracking.deviation,
    },
    reports,
    comms: commRecords(people, calendar, reports),
  };
}
