/** What a project file says about the project as a whole. */
import type {
  MspdiFieldDefinition,
  MspdiProject,
  MspdiProperties,
  MspdiTask,
  RawElement,
} from '#shared/interchange/mspdi/model.ts';
import { CURRENCIES } from '#shared/model/field.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import {
  dayOf,
  formatDate,
  type Instant,
  parseDate,
  TENTHS_PER_DAY,
} from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import { oneLine } from '../import/mspdiTasks.ts';
import { formatOfUnit } from './formats.ts';
import { exact, Source } from './source.ts';

type Project = RecordOf<'project'>;

const dayText = (instant: Instant): string => formatDate(dayOf(instant));
const midnight = (day: string): Instant => (parseDate(day) ?? 0) * TENTHS_PER_DAY;

/** The moment of the file as long as the day is still its day, else the first or last working moment of ours. */
function momentOf(
  written: Instant | null,
  day: string | null,
  atDay: (midnight: Instant) => Instant,
): Instant | null {
  if (day === null) return null;
  return written !== null && dayText(written) === day ? written : atDay(midnight(day));
}

const DEFAULTS: readonly RawElement[] = [
  { name: 'DefaultStartTime', xml: '<DefaultStartTime>08:00:00</DefaultStartTime>' },
  { name: 'DefaultFinishTime', xml: '<DefaultFinishTime>17:00:00</DefaultFinishTime>' },
];

function currencyOf(project: Project, kept: Source) {
  const code = kept.text('currencyCode');
  const ours = CURRENCIES.some((known) => known === code);
  // A currency we do not know was never shown nor changed.
  if (code !== null && (!ours || code === project.currency))
    return {
      currencySymbol: kept.text('currencySymbol'),
      currencyCode: code,
      currencyDigits: kept.number('currencyDigits'),
    };
  // A file without a currency was shown in the one projects begin with.
  if (code === null && kept.has('minutesPerDay') && project.currency === CURRENCIES[0])
    return {
      currencySymbol: kept.text('currencySymbol'),
      currencyCode: null,
      currencyDigits: kept.number('currencyDigits'),
    };
  return { currencySymbol: null, currencyCode: project.currency, currencyDigits: 2 };
}

function unitsOf(project: Project, kept: Source) {
  const clamp = (most: number) => (value: number) => Math.min(most, Math.max(1, Math.round(value)));
  return {
    minutesPerDay: exact(kept.number('minutesPerDay'), project.minutes_per_day, clamp(1440)) ?? 480,
    minutesPerWeek: exact(kept.number('minutesPerWeek'), project.minutes_per_week, clamp(10_080)) ?? 2400,
    daysPerMonth: exact(kept.number('daysPerMonth'), project.days_per_month, clamp(31)) ?? 20,
  };
}

function namesOf(project: Project, source: Source) {
  const kept = source.inner('properties');
  // The title is the project's name here; as long as nobody renamed it, the file keeps what it said.
  const renamed = source.inner('report').text('title') !== project.name;
  return {
    name: kept.text('name') ?? (source.has('properties') ? null : `${project.name}.xml`),
    title: renamed ? project.name : kept.text('title'),
    subject: kept.text('subject'),
    author: kept.text('author'),
    manager: exact(kept.text('manager'), project.manager, (name) => oneLine(name, 120)),
    company: kept.text('company'),
    category: kept.text('category'),
    guid: kept.text('guid'),
  };
}

export interface PropertyContext {
  readonly calendarUid: number;
  readonly calendar: WorkCalendar;
  readonly tasks: readonly MspdiTask[];
  /** Now, as a wall-clock instant. */
  readonly now: Instant;
}

function extent(tasks: readonly MspdiTask[]): { start: Instant | null; finish: Instant | null } {
  let start: Instant | null = null;
  let finish: Instant | null = null;
  for (const task of tasks) {
    if (task.isNull) continue;
    if (task.start !== null && (start === null || task.start < start)) start = task.start;
    if (task.finish !== null && (finish === null || task.finish > finish)) finish = task.finish;
  }
  return { start, finish };
}

function datesOf(project: Project, kept: Source, imported: boolean, context: PropertyContext) {
  const { calendar, tasks, now } = context;
  const all = extent(tasks);
  const atStart = (day: Instant) => calendar.nextWorkStart(day) ?? day;
  const atEnd = (day: Instant) => calendar.prevWorkEnd(day + TENTHS_PER_DAY) ?? day;
  const finish = kept.number('finishDate');
  return {
    creationDate: imported ? kept.number('creationDate') : now,
    lastSaved: imported ? kept.number('lastSaved') : now,
    startDate: momentOf(kept.number('startDate'), project.start_on, atStart) ?? (imported ? null : all.start),
    finishDate:
      finish !== null && project.finish_on === null
        ? finish
        : (momentOf(finish, project.finish_on, atEnd) ?? (imported ? null : all.finish)),
    statusDate: momentOf(kept.number('statusDate'), project.status_on, atEnd),
    currentDate: imported ? kept.number('currentDate') : now,
  };
}

export function propertiesModel(project: Project, context: PropertyContext): MspdiProperties {
  const source = new Source(project.source);
  const kept = source.inner('properties');
  const imported = source.has('properties');
  return {
    ...namesOf(project, source),
    ...datesOf(project, kept, imported, context),
    scheduleFromStart: project.schedule_from === 'start',
    calendarUid: context.calendarUid,
    ...unitsOf(project, kept),
    criticalSlackLimit:
      exact(kept.number('criticalSlackLimit'), project.critical_slack_days, (days) =>
        Math.min(1000, Math.max(-1000, days)),
      ) ?? 0,
    multipleCriticalPaths: project.multiple_critical_paths,
    newTasksAreManual: kept.flag('newTasksAreManual'),
    durationFormat: kept.format('durationFormat') ?? formatOfUnit('d'),
    ...currencyOf(project, kept),
    weekStartDay: imported ? kept.number('weekStartDay') : 1,
    saveVersion: imported ? kept.number('saveVersion') : 14,
    buildNumber: kept.text('buildNumber'),
    extra: imported ? kept.extra() : DEFAULTS,
  };
}

export function fieldDefinitionsModel(project: Project): MspdiFieldDefinition[] {
  return new Source(project.source).list('fieldDefinitions').map((field) => ({
    fieldId: field.text('fieldId') ?? '',
    fieldName: field.text('fieldName'),
    alias: field.text('alias'),
    extra: field.extra(),
  }));
}

/** The row of the whole project as it was imported; its dates are those of the plan if that has changed. */
export function summaryModel(
  project: Project,
  tasks: readonly MspdiTask[],
  untouched: boolean,
): MspdiProject['projectSummary'] {
  const written = project.source?.['projectSummary'];
  // Our own import stored it whole; whatever else is there is no task.
  if (typeof written !== 'object' || written === null || !('uid' in written)) return null;
  const summary = written as MspdiTask;
  if (untouched) return summary;
  return { ...summary, ...extent(tasks), duration: null, stored: EMPTY_STORED };
}

const EMPTY_STORED: MspdiTask['stored'] = {
  earlyStart: null,
  earlyFinish: null,
  lateStart: null,
  lateFinish: null,
  totalSlack: null,
  freeSlack: null,
  startSlack: null,
  finishSlack: null,
  critical: null,
};
