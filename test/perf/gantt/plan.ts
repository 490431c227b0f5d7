import { PLAN_FLAGS, type PlanAnswer } from '#shared/ipc/channels/plan.ts';
import { dayOf, formatDate, TENTHS_PER_DAY } from '#shared/schedule/calendar/instant.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import { plainColumns } from '#test/support/planColumns.ts';

/** What the measuring folder generates: days from `T0`, rows in outline order, link types 0 FS, 1 SS, 2 FF, 3 SF. */
export interface GeneratedGantt {
  readonly n: number;
  readonly T0: number;
  readonly spanDays: number;
  readonly tasks: readonly {
    readonly id: number;
    /** 0: outermost. */
    readonly parent: number;
    readonly name: string;
    /** 2 project, 1 phase, 0 task. */
    readonly kind: number;
    readonly s: number;
    readonly d: number;
    readonly p: number;
  }[];
  readonly links: readonly {
    readonly id: number;
    readonly a: number;
    readonly b: number;
    readonly t: number;
  }[];
}

export const BENCH_PROJECT = 'prj_00000000-0000-7000-8000-000000000001';
const CALENDAR = 'cal_00000000-0000-7000-8000-000000000001';
const TYPES = ['FS', 'SS', 'FF', 'SF'] as const;
const DAY_OF_WORK = 4800;
const START_OF_DAY = 4800;
const END_OF_DAY = 10_200;

export const rowId = (id: number): string => `tsk_00000000-0000-7000-8000-${String(id).padStart(12, '0')}`;

/**
 * Lag in days that makes a generated plan agree with its links: those that the dates break become leads and are
 * tight, so that a moved bar pushes what hangs on it, as in a plan that was scheduled.
 */
function lagOf({ tasks }: GeneratedGantt, { a, b, t }: GeneratedGantt['links'][number]): number {
  const from = tasks[a - 1];
  const to = tasks[b - 1];
  if (!from || !to) return 0;
  const out = t === 0 || t === 2 ? from.s + from.d : from.s;
  const into = t === 0 || t === 1 ? to.s : to.s + to.d;
  return Math.min(0, into - out);
}

function outline({ tasks }: GeneratedGantt): { depth: number[]; number: string[] } {
  const depth: number[] = [];
  const number: string[] = [];
  const counts: number[] = [];
  for (const task of tasks) {
    const level = task.parent === 0 ? 1 : (depth[task.parent - 1] ?? 0) + 1;
    counts.length = level;
    counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    depth.push(level);
    number.push(counts.join('.'));
  }
  return { depth, number };
}

/** The generated plan as the core would answer `plan.get`, with the dates that the other components draw. */
export function planAnswer(data: GeneratedGantt): PlanAnswer {
  const { tasks, links } = data;
  const first = dayOf((data.T0 / 60_000) * 10);
  const today = formatDate(first);
  const at = (day: number) => (first + day) * TENTHS_PER_DAY;
  const places = outline(data);
  const parents = new Set(tasks.map(({ parent }) => parent));
  return {
    project: {
      id: BENCH_PROJECT,
      name: 'Bench',
      start_on: today,
      finish_on: null,
      status_on: null,
      minutes_per_day: 480,
      minutes_per_week: 3360,
      days_per_month: 30,
      scheduling: 'automatic',
      schedule_from: 'start',
    },
    today,
    statusAt: null,
    calendars: [presetCalendar('sevenDay', CALENDAR, 'Bench')],
    calendarId: CALENDAR,
    rows: {
      id: tasks.map(({ id }) => rowId(id)),
      depth: places.depth,
      number: places.number,
      name: tasks.map(({ name }) => name),
      flags: tasks.map(({ id }) => (parents.has(id) ? PLAN_FLAGS.summary : 0)),
      start: tasks.map(({ s }) => at(s) + START_OF_DAY),
      finish: tasks.map(({ s, d }) => at(s + d - 1) + END_OF_DAY),
      duration: tasks.map(({ d }) => d * DAY_OF_WORK),
      unit: tasks.map(() => 'd'),
      percent: tasks.map(({ p }) => p),
      deadline: tasks.map(() => null),
      responsible: tasks.map(() => null),
      calendar: tasks.map(() => null),
      ...plainColumns(tasks.length),
    },
    links: {
      id: links.map(({ id }) => `lnk_00000000-0000-7000-8000-${String(id).padStart(12, '0')}`),
      from: links.map(({ a }) => a - 1),
      to: links.map(({ b }) => b - 1),
      type: links.map(({ t }) => TYPES[t] ?? 'FS'),
      lagKind: links.map(() => 'working' as const),
      lagValue: links.map((link) => lagOf(data, link) * DAY_OF_WORK),
      lagUnit: links.map(() => 'd'),
    },
  };
}
