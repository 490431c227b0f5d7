/** Task values of an imported project: columns where we have one, `source` for everything else. */
import { generateNKeysBetween } from 'fractional-indexing';
import type { Steps } from '#db/engine/slices.ts';
import type {
  DurationFormat,
  MspdiBaseline,
  MspdiLink,
  MspdiProject,
  MspdiTask,
} from '#shared/interchange/mspdi/model.ts';
import type { CreateInput } from '#shared/model/registry.ts';
import { formatLocal } from '#shared/schedule/calendar/instant.ts';

type TaskValues = CreateInput<'task'>;

const UNITS = {
  minute: 'm',
  hour: 'h',
  day: 'd',
  week: 'w',
  month: 'mo',
  percent: '%',
  default: 'd',
} as const;

/** `d`, `ed`, `d?` …: the unit as people type it. */
export function unitText(format: DurationFormat): string {
  return `${format.elapsed ? 'e' : ''}${UNITS[format.unit]}${format.estimated ? '?' : ''}`;
}

export const local = (instant: number | null): string | null =>
  instant === null ? null : formatLocal(instant);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is replaced
const CONTROL = /[\u0000-\u001F\u007F]+/g;

/** The first `max` UTF-16 units, never half of a character. */
function cut(value: string, max: number): string {
  const text = value.slice(0, max);
  // A pair of surrogates is one character: half of it would be stored as another one.
  return (value.length > max ? text.replace(/[\uD800-\uDBFF]$/, '') : text).toWellFormed();
}

/** One line of text: line breaks and control characters become spaces. Use `original` to keep what it was. */
export function oneLine(value: string | null, max: number): string | null {
  if (value === null) return null;
  const text = cut(value.replace(CONTROL, ' ').trim(), max);
  return text === '' ? null : text;
}

/** The value under its name if a column could not hold it as it is written. */
export function original(
  name: string,
  written: string | null,
  stored: string | null,
): Record<string, string> {
  return written === null || written === (stored ?? '') ? {} : { [name]: written.toWellFormed() };
}

/** Tenths of a minute as a column holds them: not negative, at most `max`; the exact value stays in `source`. */
export const within = (value: number | null, max: number): number | null =>
  value === null || value < 0 ? null : Math.min(Math.round(value), max);

const between = (value: number, limit: number): number =>
  Math.min(limit, Math.max(-limit, Math.round(value)));

/** Hundredths of the currency unit within what a column holds. */
export const minor = (value: number | null): number | null =>
  value === null ? null : between(value, MAX_MINOR);

/** A lag within what a column holds. */
export const lagValue = (value: number): number => Math.min(MAX_TENTHS, Math.max(-MAX_TENTHS, value));

/** A unique ID of the file if it is a 32-bit number, as Microsoft Project's are; others live in `source` alone. */
export const sourceUid = (uid: number): number | null =>
  Number.isInteger(uid) && Math.abs(uid) <= 2_147_483_647 ? uid : null;

const MAX_MINOR = 9_000_000_000_000_00;
export const MAX_TENTHS = 200 * 366 * 14_400;
const MAX_NOTES = 100_000;

/** Without empty values: most fields of most tasks say nothing. */
export function compact(record: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(
      ([, v]) => v !== null && v !== undefined && v !== false && !(Array.isArray(v) && v.length === 0),
    ),
  );
}

/** Notes of a resource as their column holds them. */
export const resourceNotes = (notes: string | null): string | null =>
  notes === null || notes === '' ? null : cut(notes.replaceAll('\u0000', ''), 5000);
/** Unit of a material as its column holds it. */
export const materialUnit = (label: string | null): string | null => oneLine(label, 30);

const EFFORT_TYPES = {
  fixedUnits: 'fixed_units',
  fixedDuration: 'fixed_duration',
  fixedWork: 'fixed_work',
} as const;

/** The name as its column holds it. */
export const nameOf = ({ name }: Pick<MspdiTask, 'name'>): string => oneLine(name, 10_000) ?? '';
/** The notes as their column holds them. */
export const notesOf = ({ notes }: Pick<MspdiTask, 'notes'>): string | null =>
  notes === null ? null : cut(notes.replaceAll('\u0000', ''), MAX_NOTES);

/** A baseline's values that its records do not hold. */
const baselineRest = ({ number, duration, work, cost, ...rest }: MspdiBaseline) => ({
  number,
  ...compact({
    durationFormat: rest.durationFormat?.code ?? null,
    fixedCost: rest.fixedCost,
    interim: rest.interim,
    extra: rest.extra,
  }),
  // The records round and cut; what is written stays.
  ...(cost !== null && minor(cost) !== cost ? { cost } : {}),
  ...(duration !== null && within(duration, MAX_TENTHS) !== duration ? { duration } : {}),
  ...(work !== null && within(work, MAX_TENTHS * 100) !== work ? { work } : {}),
});

/** Links whose order, number format or other end their records cannot tell. */
function linkRest(task: MspdiTask): { links?: readonly unknown[] } {
  const { links } = task;
  const plain = (link: MspdiLink) => !link.crossProject && link.lagFormat.unit !== 'default';
  if (links.length === 0 || (links.length === 1 && links.every(plain))) return {};
  return {
    links: links.map((link) =>
      link.crossProject
        ? { ...link, lagFormat: link.lagFormat.code }
        : { predecessorUid: link.predecessorUid, type: link.type, lag: link.lag, code: link.lagFormat.code },
    ),
  };
}

/** Level of a delay in elapsed days, as nearly every task says without having one. */
const USUAL_DELAY_FORMAT = 8;

/** What no column says. Columns and derived values are left out: this is most of what a large plan stores. */
function restOf(task: MspdiTask): Record<string, unknown> {
  const { id, guid, outlineLevel, outlineNumber, summary, milestone, external, subproject } = task;
  const { isSubproject, recurring, rollup, effortDriven, fixedCost, fixedCostAccrual, contact } = task;
  const { hyperlink, fields, extra, stored, effort, levelingDelay, levelingDelayFormat } = task;
  const { durationFormat, priority, duration } = task;
  return compact({
    ...{ id, guid, outlineLevel, outlineNumber, summary, milestone, external, subproject, isSubproject },
    ...{ recurring, rollup, effortDriven, fixedCost, fixedCostAccrual, contact, hyperlink, fields, extra },
    ...stored,
    ...effort,
    priority,
    duration,
    durationFormat: durationFormat.code,
    levelingDelay: levelingDelay === 0 ? null : levelingDelay,
    levelingDelayFormat: levelingDelayFormat.code === USUAL_DELAY_FORMAT ? null : levelingDelayFormat.code,
  });
}

/** What stays with a task beside its columns. */
export function sourceOf(task: MspdiTask): Record<string, unknown> {
  const { uid, stored } = task;
  const baselineRests = task.baselines.map(baselineRest);
  const manual = compact(task.manualSchedule);
  const progress = compact(task.progress);
  return {
    ...restOf(task),
    // “Not critical” is a statement, unlike most values that are false.
    ...(stored.critical === false ? { critical: false } : {}),
    ...(Object.keys(manual).length > 0 ? { manualSchedule: manual } : {}),
    ...original('name', task.name, nameOf(task)),
    ...original('notes', task.notes, notesOf(task)),
    ...original('wbs', task.wbs, oneLine(task.wbs, 200)),
    ...(sourceUid(uid) === null ? { uid } : {}),
    ...(baselineRests.length > 0 ? { baselines: baselineRests } : {}),
    ...linkRest(task),
    ...(Object.keys(progress).length > 0 ? { progress } : {}),
    exactStart: local(task.start),
    exactFinish: local(task.finish),
  };
}

function scheduleOf(task: MspdiTask): Partial<TaskValues> {
  const start = local(task.start);
  const finish = local(task.finish);
  return {
    start_at: start,
    // A finish before the start is a fault of the file (reported); the exact value stays in `source`.
    finish_at: start !== null && finish !== null && finish < start ? start : finish,
    duration_tenths: within(task.duration, MAX_TENTHS),
    duration_unit: unitText(task.durationFormat),
    mode: task.manual ? 'manual' : 'auto',
    milestone: task.milestone && !task.summary,
  };
}

function progressOf({ progress }: MspdiTask): Partial<TaskValues> {
  return {
    percent: Math.min(100, Math.max(0, progress.percentComplete)),
    actual_start_at: local(progress.actualStart),
    actual_finish_at: local(progress.actualFinish),
    remaining_tenths: within(progress.remainingDuration, MAX_TENTHS),
    stop_at: local(progress.stop),
    resume_at: local(progress.resume),
  };
}

export interface Place {
  readonly parent: number | null;
  readonly rank: string;
}

/** Rank of each row among its siblings, by unique ID; blank rows stay beside the row above them. */
export function* placing(tasks: readonly MspdiTask[]): Steps<Map<number, Place>> {
  const siblings = new Map<number | null, number[]>();
  const parents = new Map<number, number | null>();
  let previous: number | null = null;
  for (const task of tasks) {
    const parent = task.isNull ? previous : task.parentUid;
    if (!task.isNull) previous = task.summary ? task.uid : task.parentUid;
    parents.set(task.uid, parent);
    const list = siblings.get(parent);
    if (list) list.push(task.uid);
    else siblings.set(parent, [task.uid]);
  }
  const out = new Map<number, Place>();
  for (const [parent, uids] of siblings) {
    yield;
    const keys = generateNKeysBetween(null, null, uids.length);
    for (const [i, uid] of uids.entries()) out.set(uid, { parent, rank: keys[i] ?? 'a0' });
  }
  return out;
}

export interface TaskContext {
  readonly projectId: string;
  readonly taskId: ReadonlyMap<number, string>;
  readonly calendarId: ReadonlyMap<number, string>;
  /** Prepared before the one transaction, by unique ID: most of the work of a task. */
  readonly sources: ReadonlyMap<number, Record<string, unknown>>;
  readonly places: ReadonlyMap<number, Place>;
  /** Names of the people assigned to each task. */
  readonly people: ReadonlyMap<number, string>;
}

/** Values of every row in document order, made one by one. */
export function* taskValues(
  project: MspdiProject,
  ctx: TaskContext,
): Generator<{ uid: number; values: TaskValues }> {
  for (const task of project.tasks) {
    const place = ctx.places.get(task.uid);
    const parent = place?.parent ?? null;
    const values: TaskValues = {
      project_id: ctx.projectId,
      parent_id: parent === null ? null : (ctx.taskId.get(parent) ?? null),
      rank: place?.rank ?? 'a0',
      name: nameOf(task),
      wbs: oneLine(task.wbs, 200),
      ...scheduleOf(task),
      ...progressOf(task),
      constraint_type: task.constraintType.toLowerCase() as NonNullable<TaskValues['constraint_type']>,
      constraint_at: local(task.constraintDate),
      deadline_at: local(task.deadline),
      calendar_id: task.calendarUid === null ? null : (ctx.calendarId.get(task.calendarUid) ?? null),
      active: task.active,
      blank: task.isNull,
      responsible: oneLine(ctx.people.get(task.uid) ?? task.contact, 200),
      cost_minor: minor(task.effort.cost),
      work_tenths: within(task.effort.work, MAX_TENTHS * 100),
      levelling_tenths: task.levelingDelay === 0 ? null : within(task.levelingDelay, MAX_TENTHS),
      effort_type: EFFORT_TYPES[task.type],
      ignores_resource_calendar: task.ignoreResourceCalendar,
      priority: task.priority === null ? null : Math.min(1000, Math.max(0, Math.round(task.priority))),
      client_visible: task.milestone && !task.summary,
      notes: notesOf(task),
      source_uid: sourceUid(task.uid),
      source: ctx.sources.get(task.uid) ?? sourceOf(task),
    };
    yield { uid: task.uid, values };
  }
}
