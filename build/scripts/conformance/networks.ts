import { readFileSync } from 'node:fs';
import { ELAPSED_CALENDAR } from '#shared/schedule/calendar/compile.ts';
import { TENTHS_PER_HOUR } from '#shared/schedule/calendar/instant.ts';
import type { CpmDates, CpmTask } from '#shared/schedule/cpm/model.ts';
import { schedule } from '#shared/schedule/cpm/schedule.ts';
import { type Cells, readTable } from './csv.ts';
import { type Folder, readBytes } from './folder.ts';

/** Duration and successors (numbers from 1) of each activity. */
interface Activity {
  readonly duration: number;
  readonly successors: readonly number[];
}

/** A network, and the length it states itself. */
interface NetworkFile {
  readonly activities: readonly Activity[];
  readonly stated: number | null;
}

export interface NetworkVerdict {
  readonly file: string;
  readonly unread: boolean;
  readonly differences: readonly string[];
}

/** More activities than any published network has; a damaged count must not fill the memory. */
const MAX_ACTIVITIES = 100_000;

const numbers = (line: string) => line.trim().split(/\s+/).filter(Boolean).map(Number);

/**
 * ProGen format of PSPLIB, with one mode for each job (.sm) or several (.mm). Of several modes the shortest counts, as
 * in the length such a file states. Only the first mode of a job names the job.
 */
function parseProgen(text: string): NetworkFile {
  const lines = text.split(/\r?\n/);
  const section = (title: string) => {
    const start = lines.findIndex((line) => line.startsWith(title));
    if (start < 0) return [];
    const end = lines.findIndex((line, i) => i > start && line.startsWith('***'));
    return lines
      .slice(start + 1, end < 0 ? lines.length : end)
      .map(numbers)
      .filter((row) => row.length > 2 && row.every(Number.isFinite));
  };
  const modes = section('REQUESTS/DURATIONS');
  const width = Math.max(0, ...modes.map((row) => row.length));
  const durations = new Map<number, number>();
  let job = 0;
  for (const row of modes) {
    const isFirst = row.length === width;
    if (isFirst) job = row[0] ?? 0;
    const duration = row[isFirst ? 2 : 1] ?? 0;
    durations.set(job, Math.min(duration, durations.get(job) ?? duration));
  }
  const activities: Activity[] = [];
  for (const [number = 0, , count, ...successors] of section('PRECEDENCE RELATIONS')) {
    const duration = durations.get(number);
    if (number !== activities.length + 1 || duration === undefined)
      throw new Error(`job ${number} is out of order or has no duration`);
    activities.push({ duration, successors: successors.slice(0, count) });
  }
  return { activities, stated: section('PROJECT INFORMATION')[0]?.[5] ?? null };
}

/** Patterson format: a stream of numbers; per activity duration, demands, number of successors, successors. */
function parsePatterson(text: string): NetworkFile {
  const all = numbers(text);
  const [count = 0, resources = 0] = all;
  if (!all.every(Number.isInteger) || count < 1 || count > MAX_ACTIVITIES || resources < 0)
    throw new Error('not a network in Patterson format');
  const activities: Activity[] = [];
  let at = 2 + resources;
  for (let i = 0; i < count; i++) {
    const successors = all[at + 1 + resources];
    const from = at + 2 + resources;
    if (successors === undefined || successors < 0 || from + successors > all.length)
      throw new Error(`activity ${i + 1} is cut off`);
    activities.push({ duration: all[at] ?? 0, successors: all.slice(from, from + successors) });
    at = from + successors;
  }
  return { activities, stated: null };
}

function parseNetwork(text: string): NetworkFile {
  const network = text.includes('PRECEDENCE RELATIONS') ? parseProgen(text) : parsePatterson(text);
  const { length } = network.activities;
  if (length === 0) throw new Error('no activities');
  network.activities.forEach(({ duration, successors }, i) => {
    const bad = successors.find((to) => !Number.isInteger(to) || to < 1 || to > length);
    if (bad !== undefined) throw new Error(`activity ${i + 1} is followed by ${bad}, which is not there`);
    if (!(duration >= 0 && duration < 1e6)) throw new Error(`activity ${i + 1} has no duration`);
  });
  return network;
}

function toTasks(activities: readonly Activity[]): CpmTask[] {
  const predecessors = new Map<number, number[]>();
  activities.forEach(({ successors }, i) => {
    for (const successor of successors)
      predecessors.set(successor, [...(predecessors.get(successor) ?? []), i + 1]);
  });
  return activities.map(({ duration }, i) => ({
    uid: i + 1,
    parentUid: null,
    summary: false,
    counts: true,
    fixedDates: false,
    manual: false,
    milestone: duration === 0,
    duration: duration * TENTHS_PER_HOUR,
    elapsed: false,
    calendar: ELAPSED_CALENDAR,
    parts: [],
    start: null,
    finish: null,
    constraint: 'ASAP',
    constraintDate: null,
    deadline: null,
    actualStart: null,
    actualFinish: null,
    stop: null,
    resume: null,
    remainingDuration: null,
    levelingDelay: 0,
    links: (predecessors.get(i + 1) ?? []).map((predecessorUid) => ({
      predecessorUid,
      type: 'FS' as const,
      lag: 0,
      percent: false,
      elapsed: false,
    })),
  }));
}

function measure(activities: readonly Activity[]) {
  const tasks = toTasks(activities);
  const result = schedule({ start: 0, tasks, multipleCriticalPaths: false, criticalSlackLimit: 0 });
  if (!result.ok) return null;
  const sum = (value: (dates: CpmDates) => number) =>
    [...result.dates.values()].reduce((total, dates) => total + value(dates), 0) / TENTHS_PER_HOUR;
  return {
    length: result.finish / TENTHS_PER_HOUR,
    earlyStarts: sum(({ earlyStart }) => earlyStart),
    lateFinishes: sum(({ lateFinish }) => lateFinish),
    critical: tasks.filter(({ uid, duration }) => duration > 0 && result.dates.get(uid)?.critical).length,
  };
}

type Measures = NonNullable<ReturnType<typeof measure>>;
const COLUMNS: readonly (readonly [keyof Measures, string])[] = [
  ['length', 'critical_path_length'],
  ['earlyStarts', 'sum_of_early_starts'],
  ['lateFinishes', 'sum_of_late_finishes'],
  ['critical', 'critical_activities_with_duration'],
];

function compareNetwork(file: string, path: string | null, cell: Cells): NetworkVerdict {
  const unread = (why: string) => ({ file, unread: true, differences: [why] });
  if (path === null) return unread('no such file');
  try {
    const { activities, stated } = parseNetwork(new TextDecoder().decode(readBytes(path)));
    const measured = measure(activities);
    if (!measured) return { file, unread: false, differences: ['loop'] };
    const expected = COLUMNS.map(([name, column]) => [name, cell(column)] as const);
    if (stated !== null) expected.push(['length', String(stated)]);
    const compared = expected.filter(([, value]) => /^-?\d+(?:\.\d+)?$/.test(value));
    if (compared.length === 0) return { file, unread: false, differences: ['nothing to compare with'] };
    const wrong = compared.filter(([name, value]) => measured[name] !== Number(value));
    const differences = wrong.map(([name, value]) => `${name} ${measured[name]} expected ${value}`);
    return { file, unread: false, differences };
  } catch (error) {
    return unread(error instanceof Error ? error.message : String(error));
  }
}

const isList = (path: string) =>
  /\.(?:csv|tsv)$/i.test(path) && /^[^\r\n]*critical_path_length/i.test(readFileSync(path, 'utf8'));
const isNetwork = (path: string) => /\.(?:sm|mm|rcp)(?:\.gz)?$/i.test(path);

/**
 * All networks below the folder, one period being one hour round the clock: those of the lists that are there against
 * what the lists say, all others against the length they state themselves.
 */
export function compareNetworks(dir: Folder): NetworkVerdict[] {
  const seen = new Set<string>();
  const listed = dir.files.filter(isList).flatMap((list) =>
    readTable(readFileSync(list, 'utf8')).map((cell) => {
      const file = cell('file');
      const path = dir.find(file, list);
      if (path !== null) seen.add(path);
      return compareNetwork(file, path, cell);
    }),
  );
  const others = dir.files.filter((path) => isNetwork(path) && !seen.has(path));
  return [
    ...listed,
    ...others.flatMap((path) => {
      const verdict = compareNetwork(dir.show(path), path, () => '');
      // A network of which nobody says how long it is shows nothing.
      return verdict.differences[0] === 'nothing to compare with' ? [] : [verdict];
    }),
  ];
}
