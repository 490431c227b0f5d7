import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ELAPSED_CALENDAR } from '#shared/schedule/calendar/compile.ts';
import { TENTHS_PER_HOUR } from '#shared/schedule/calendar/instant.ts';
import type { CpmDates, CpmTask } from '#shared/schedule/cpm/model.ts';
import { schedule } from '#shared/schedule/cpm/schedule.ts';
import { readTable } from './csv.ts';

/** Duration and successors (numbers from 1) of each activity. */
interface Activity {
  readonly duration: number;
  readonly successors: readonly number[];
}

export interface NetworkVerdict {
  readonly file: string;
  readonly differences: readonly string[];
}

const numbers = (line: string) => line.trim().split(/\s+/).filter(Boolean).map(Number);

/** ProGen single-mode format of PSPLIB. */
function parseSm(text: string): Activity[] {
  const section = (title: string) => {
    const lines = text.split(/\r?\n/);
    const start = lines.findIndex((line) => line.startsWith(title));
    const end = lines.findIndex((line, i) => i > start && line.startsWith('***'));
    return lines
      .slice(start + 1, end)
      .map(numbers)
      .filter((row) => row.length > 2 && row.every(Number.isFinite));
  };
  const durations = new Map(section('REQUESTS/DURATIONS').map((row) => [row[0], row[2] ?? 0]));
  return section('PRECEDENCE RELATIONS').map(([job, , count, ...successors]) => ({
    duration: durations.get(job) ?? 0,
    successors: successors.slice(0, count),
  }));
}

/** Patterson format: a stream of numbers; per activity duration, demands, number of successors, successors. */
function parsePatterson(text: string): Activity[] {
  const all = numbers(text.replaceAll('\n', ' '));
  const [count = 0, resources = 0] = all;
  const activities: Activity[] = [];
  let at = 2 + resources;
  for (let i = 0; i < count; i++) {
    const successors = all[at + 1 + resources] ?? 0;
    const from = at + 2 + resources;
    activities.push({ duration: all[at] ?? 0, successors: all.slice(from, from + successors) });
    at = from + successors;
  }
  return activities;
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
type Columns = readonly (readonly [keyof Measures, string])[];

/** Networks of one list; a column the list does not have is not compared. */
function compareList(
  dir: string,
  list: string,
  folder: string,
  parse: (text: string) => Activity[],
  columns: Columns,
): NetworkVerdict[] {
  const path = join(dir, 'psplib', list);
  if (!existsSync(path)) return [];
  return readTable(readFileSync(path, 'utf8')).map((cell) => {
    const file = cell('file');
    const network = join(dir, 'psplib', folder, file);
    if (!existsSync(network)) return { file, differences: ['no such file'] };
    const measured = measure(parse(readFileSync(network, 'utf8')));
    if (!measured) return { file, differences: ['loop'] };
    const compared = columns.filter(([, column]) => cell(column) !== '');
    if (compared.length === 0) return { file, differences: ['nothing to compare with'] };
    const wrong = compared.filter(([name, column]) => measured[name] !== Number(cell(column)));
    return {
      file,
      differences: wrong.map(([name, column]) => `${name} ${measured[name]} expected ${cell(column)}`),
    };
  });
}

/** All networks of the lists that are there: one period is one hour round the clock. */
export function comparePsplib(dir: string): NetworkVerdict[] {
  return [
    ...compareList(dir, 'expected.csv', '', parseSm, [
      ['length', 'critical_path_length'],
      ['earlyStarts', 'sum_of_early_starts'],
      ['lateFinishes', 'sum_of_late_finishes'],
      ['critical', 'critical_activities_with_duration'],
    ]),
    ...compareList(dir, 'expected-rg300.csv', 'rg300', parsePatterson, [
      ['length', 'critical_path_length'],
      ['earlyStarts', 'sum_of_early_starts'],
    ]),
  ];
}
