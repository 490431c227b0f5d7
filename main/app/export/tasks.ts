/** Stored rows of a plan as the tasks of a project file. */

import type { Lazy } from '#db/queries/projectRows.ts';
import type { MspdiBaseline, MspdiLink, MspdiTask } from '#shared/interchange/mspdi/model.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { lagValue, MAX_TENTHS, minor, nameOf, notesOf, oneLine, within } from '../import/mspdiTasks.ts';
import { formatOfUnit, keptFormat, lagFormat } from './formats.ts';
import { exact, instantOf, Source } from './source.ts';

type Task = Lazy<RecordOf<'task'>>;

/** Where a row stands, and what else is known of it. */
export interface TaskPlace {
  readonly uid: number;
  readonly id: number;
  readonly parentUid: number | null;
  readonly depth: number;
  /** `1.2.3`; null for blank rows. */
  readonly number: string | null;
  readonly summary: boolean;
  readonly calendarUid: number | null;
  readonly links: readonly RecordOf<'link'>[];
  readonly baselines: readonly { readonly number: number; readonly row: Lazy<RecordOf<'baseline_task'>> }[];
  /** Values that the writer of the imported file had computed still hold. */
  readonly untouched: boolean;
  /** Rolled-up dates of a summary whose file values no longer hold. */
  readonly rolledUp: {
    readonly start: number | null;
    readonly finish: number | null;
    readonly duration: number | null;
    readonly percentComplete: number;
  } | null;
  /** Who is assigned, by name. */
  readonly people: readonly string[];
}

const TYPES = {
  fixed_units: 'fixedUnits',
  fixed_duration: 'fixedDuration',
  fixed_work: 'fixedWork',
} as const;

function datesOf(task: Task, source: Source): Pick<MspdiTask, 'start' | 'finish' | 'duration'> {
  const start = instantOf(task.start_at);
  const written = source.local('exactFinish');
  const reversed = written !== null && start !== null && written < start && task.finish_at === task.start_at;
  return {
    start,
    finish: reversed ? written : instantOf(task.finish_at),
    duration: exact(source.number('duration'), task.duration_tenths, (value) => within(value, MAX_TENTHS)),
  };
}

/** Dates, duration or progress are no longer those of the file; then nothing computed from them is either. */
export function isRescheduled(task: Task): boolean {
  if (task.source === null) return true;
  const source = Source.of(task);
  const progress = source.inner('progress');
  const { start, finish, duration } = datesOf(task, source);
  return (
    start !== source.local('exactStart') ||
    finish !== source.local('exactFinish') ||
    duration !== source.number('duration') ||
    task.percent !== (progress.number('percentComplete') ?? 0) ||
    instantOf(task.actual_start_at) !== progress.number('actualStart') ||
    instantOf(task.actual_finish_at) !== progress.number('actualFinish')
  );
}

function progressOf(task: Task, source: Source): MspdiTask['progress'] {
  const kept = isRescheduled(task) ? new Source(null) : source.inner('progress');
  return {
    percentComplete: task.percent,
    percentWorkComplete: kept.number('percentWorkComplete'),
    physicalPercentComplete: kept.number('physicalPercentComplete'),
    actualStart: instantOf(task.actual_start_at),
    actualFinish: instantOf(task.actual_finish_at),
    actualDuration: kept.number('actualDuration') ?? doneOf(task),
    remainingDuration: exact(kept.number('remainingDuration'), task.remaining_tenths, (value) =>
      within(value, MAX_TENTHS),
    ),
    stop: instantOf(task.stop_at),
    resume: instantOf(task.resume_at),
  };
}

/** Work done of an edited task; programs that read no percentage read this. */
function doneOf(task: Task): number | null {
  if (task.source !== null && !isRescheduled(task)) return null;
  if (task.duration_tenths === null || task.remaining_tenths === null) return null;
  return Math.max(0, task.duration_tenths - task.remaining_tenths);
}

function storedOf(source: Source): MspdiTask['stored'] {
  return {
    earlyStart: source.number('earlyStart'),
    earlyFinish: source.number('earlyFinish'),
    lateStart: source.number('lateStart'),
    lateFinish: source.number('lateFinish'),
    totalSlack: source.number('totalSlack'),
    freeSlack: source.number('freeSlack'),
    startSlack: source.number('startSlack'),
    finishSlack: source.number('finishSlack'),
    critical: source.has('critical') ? source.flag('critical') : null,
  };
}

function linksOf(place: TaskPlace, source: Source, uidOf: ReadonlyMap<string, number>): MspdiLink[] {
  const written = source.list('links');
  const orderOf = new Map(
    written.map((link, at) => [`${link.number('predecessorUid')} ${link.text('type')}`, at]),
  );
  const ours = place.links.flatMap((link): { at: number; link: MspdiLink }[] => {
    const predecessorUid = uidOf.get(link.from_id);
    if (predecessorUid === undefined) return [];
    const at = orderOf.get(`${predecessorUid} ${link.type}`);
    const kept = at === undefined ? undefined : written[at];
    const lag = exact(kept?.number('lag') ?? null, link.lag_value, lagValue) ?? 0;
    const format = lagFormat(link, kept?.number('code') ?? null);
    return [
      {
        at: at ?? written.length,
        link: {
          predecessorUid,
          type: link.type,
          lag,
          lagFormat: format,
          crossProject: false,
          crossProjectName: null,
        },
      },
    ];
  });
  const outside = written.flatMap((link, at) =>
    link.flag('crossProject') ? [{ at, link: crossing(link) }] : [],
  );
  return [...ours, ...outside].sort((a, b) => a.at - b.at).map(({ link }) => link);
}

/** A link to another project: we only keep it. */
export function crossing(link: Source): MspdiLink {
  const type = link.text('type');
  return {
    predecessorUid: link.number('predecessorUid') ?? 0,
    type: type === 'FF' || type === 'SF' || type === 'SS' ? type : 'FS',
    lag: link.number('lag') ?? 0,
    lagFormat: link.format('lagFormat') ?? formatOfUnit('d'),
    crossProject: true,
    crossProjectName: link.text('crossProjectName'),
  };
}

function baselinesOf(place: TaskPlace, source: Source): MspdiBaseline[] {
  const written = source.list('baselines');
  const orderOf = new Map(written.map((baseline, at) => [baseline.number('number'), at]));
  return place.baselines
    .map(({ number, row }) => {
      const kept = written[orderOf.get(number) ?? -1] ?? new Source(null);
      const baseline: MspdiBaseline = {
        number,
        start: instantOf(row.start_at),
        finish: instantOf(row.finish_at),
        duration: exact(kept.number('duration'), row.duration_tenths, (value) => within(value, MAX_TENTHS)),
        durationFormat: kept.format('durationFormat'),
        work: exact(kept.number('work'), row.work_tenths, (value) => within(value, MAX_TENTHS * 100)),
        cost: exact(kept.number('cost'), row.cost_minor, minor),
        fixedCost: kept.number('fixedCost'),
        interim: kept.flag('interim'),
        extra: kept.extra(),
      };
      return { at: orderOf.get(number) ?? written.length + number, baseline };
    })
    .sort((a, b) => a.at - b.at)
    .map(({ baseline }) => baseline);
}

function manualOf(source: Source, rescheduled: boolean): MspdiTask['manualSchedule'] {
  const manual = rescheduled ? new Source(null) : source.inner('manualSchedule');
  return {
    start: manual.number('start'),
    finish: manual.number('finish'),
    duration: manual.number('duration'),
    startText: manual.text('startText'),
    finishText: manual.text('finishText'),
    durationText: manual.text('durationText'),
  };
}

const COMPUTED = new Set([
  'TimephasedData',
  'StartVariance',
  'FinishVariance',
  'PreLeveledStart',
  'PreLeveledFinish',
]);

/** Without values that somebody computed from dates that are no longer these. */
export function extraOf(source: Source, rescheduled: boolean): MspdiTask['extra'] {
  return rescheduled ? source.extra().filter(({ name }) => !COMPUTED.has(name)) : source.extra();
}

/** The responsible where nobody is assigned: a reader of the file, like our own import, looks there for a name. */
function contactOf(task: Task, { people }: TaskPlace, source: Source): string | null {
  const written = source.text('contact');
  return people.length > 0 ? written : exact(written, task.responsible, (name) => oneLine(name, 200));
}

function hyperlinkOf(source: Source): MspdiTask['hyperlink'] {
  if (!source.has('hyperlink')) return null;
  const link = source.inner('hyperlink');
  return { text: link.text('text'), address: link.text('address'), subAddress: link.text('subAddress') };
}

function flagsOf(task: Task, place: TaskPlace, source: Source) {
  const summary = place.summary || (place.untouched && source.flag('summary'));
  return {
    summary,
    milestone: task.milestone || (summary && source.flag('milestone')),
    manual: task.mode === 'manual',
    active: task.active,
    isNull: task.blank,
    external: source.flag('external'),
    subproject: source.text('subproject'),
    isSubproject: source.flag('isSubproject'),
    recurring: source.flag('recurring') || task.recurrence !== null,
    rollup: source.flag('rollup'),
    effortDriven: source.flag('effortDriven'),
    ignoreResourceCalendar: task.ignores_resource_calendar,
  };
}

/** Dates as stored; those of a summary as they roll up if its plan has changed since the import. */
function scheduleOf(task: Task, place: TaskPlace, source: Source) {
  const dates = datesOf(task, source);
  const { rolledUp } = place;
  if (rolledUp === null)
    return { ...dates, durationFormat: keptFormat(source.format('durationFormat'), task.duration_unit) };
  return {
    start: rolledUp.start,
    finish: rolledUp.finish,
    duration: rolledUp.duration,
    durationFormat: formatOfUnit('d'),
  };
}

/** One row of the file. */
export function taskModel(task: Task, place: TaskPlace, uidOf: ReadonlyMap<string, number>): MspdiTask {
  const source = Source.of(task);
  const stale = isRescheduled(task) || place.rolledUp !== null;
  const progress = progressOf(task, source);
  const effort = stale ? new Source(null).effort() : source.effort();
  return {
    uid: place.uid,
    id: (place.untouched ? source.number('id') : null) ?? place.id,
    guid: source.text('guid'),
    name: exact(source.text('name'), task.name, (name) => nameOf({ name })) ?? '',
    wbs: exact(source.text('wbs'), task.wbs, (wbs) => oneLine(wbs, 200)),
    outlineLevel: place.number === null ? (source.number('outlineLevel') ?? 0) : place.depth,
    // Some writers do not count every row; as long as nothing moved, their numbers hold.
    outlineNumber: (place.untouched ? source.text('outlineNumber') : null) ?? place.number,
    parentUid: place.parentUid,
    ...flagsOf(task, place, source),
    type: TYPES[task.effort_type],
    priority: exact(source.number('priority'), task.priority, (value) =>
      Math.min(1000, Math.max(0, Math.round(value))),
    ),
    ...scheduleOf(task, place, source),
    stored: storedOf(place.untouched ? source : new Source(null)),
    progress: place.rolledUp ? { ...progress, percentComplete: place.rolledUp.percentComplete } : progress,
    manualSchedule: manualOf(source, stale),
    effort: {
      ...effort,
      work: exact(source.number('work'), task.work_tenths, (value) => within(value, MAX_TENTHS * 100)),
      cost: exact(source.number('cost'), task.cost_minor, minor),
    },
    fixedCost: source.number('fixedCost'),
    fixedCostAccrual: source.number('fixedCostAccrual'),
    constraintType: task.constraint_type.toUpperCase() as MspdiTask['constraintType'],
    constraintDate: instantOf(task.constraint_at),
    deadline: instantOf(task.deadline_at),
    calendarUid: place.calendarUid,
    levelingDelay:
      exact(source.number('levelingDelay'), task.levelling_tenths, (value) =>
        value === 0 ? null : within(value, MAX_TENTHS),
      ) ?? 0,
    levelingDelayFormat: source.format('levelingDelayFormat') ?? formatOfUnit('ed'),
    notes: exact(source.text('notes'), task.notes, (notes) => notesOf({ notes })),
    contact: contactOf(task, place, source),
    hyperlink: hyperlinkOf(source),
    links: linksOf(place, source, uidOf),
    baselines: baselinesOf(place, source),
    fields: source.fields(),
    extra: extraOf(source, stale),
  };
}
