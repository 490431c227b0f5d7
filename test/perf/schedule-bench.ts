/**
 * Speed of the scheduling engine as ratios to hand-written kernels, measured in turn in one run; absolute times
 * of a shared machine mean nothing.
 *
 *   npm run bench:schedule [-- TASKS]        100 000 if not said
 *
 * Prints a line per measurement; exit code 1 if a ratio is above its limit or a result differs from the kernel's.
 */
import { createWorkCalendar, type WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import type { CpmInput, CpmTask } from '#shared/schedule/cpm/model.ts';
import { buildNetwork, type Network, turnLinks } from '#shared/schedule/cpm/network.ts';
import { orderLeaves } from '#shared/schedule/cpm/order.ts';
import { calculate } from '#shared/schedule/cpm/passes.ts';
import { createPlan, type Plan } from '#shared/schedule/cpm/plan.ts';
import { schedule } from '#shared/schedule/cpm/schedule.ts';
import { createScheduler } from '#shared/schedule/cpm/scheduler.ts';
import { type GeneratedPlan, type Limits, loadLimits } from './limits.ts';

const TYPES = ['FS', 'SS', 'FF', 'SF'] as const;
const CALENDARS = 8;
/** Tenths of a minute of a working day of eight hours. */
const DAY = 4800;
const ROUNDS = 15;

interface Columns {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly type: Uint8Array;
  readonly lag: Int32Array;
}

function toColumns({ links }: GeneratedPlan): Columns {
  const column = (i: 0 | 1 | 3) => Int32Array.from(links, (link) => link[i]);
  return { from: column(0), to: column(1), type: Uint8Array.from(links, (link) => link[2]), lag: column(3) };
}

/** The calendars of the kernel: eight hours from 8:00, five days a week, every 37th day off, shifted by c. */
function calendarOf(c: number): WorkCalendar {
  return createWorkCalendar((first, count) =>
    Array.from({ length: count }, (_, i) => {
      const day = first + i;
      const works = day >= 0 && (day + c) % 7 < 5 && (day + c * 3) % 37 !== 36;
      return works ? [[4800, 9600] as const] : [];
    }),
  );
}

function toTasks<Id extends string | number>(
  { n, dur, links }: GeneratedPlan,
  calendars: readonly WorkCalendar[],
  idOf: (row: number) => Id,
): CpmTask<Id>[] {
  const into: CpmTask<Id>['links'][number][][] = Array.from({ length: n }, () => []);
  for (const [from, to, type, lag] of links)
    into[to]?.push({
      predecessorUid: idOf(from),
      type: TYPES[type as 0 | 1 | 2 | 3],
      lag: lag * DAY,
      percent: false,
      elapsed: false,
    });
  return into.map((list, i) => ({
    uid: idOf(i),
    parentUid: null,
    summary: false,
    counts: true,
    fixedDates: false,
    manual: false,
    milestone: false,
    duration: (dur[i] ?? 0) * DAY,
    elapsed: false,
    calendar: calendars[i % calendars.length] as WorkCalendar,
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
    links: list,
  }));
}

const inputOf = <Id extends string | number>(tasks: readonly CpmTask<Id>[]): CpmInput<Id> => ({
  start: 4800,
  tasks,
  multipleCriticalPaths: false,
  criticalSlackLimit: 0,
});

const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN;

/** Measure two things in turn, so that both meet the same machine. `limit` null: for information. */
function compare(
  name: string,
  limit: number | null,
  kernel: (round: number) => void,
  ours: (round: number) => void,
  rounds = ROUNDS,
): boolean {
  const times: [number[], number[]] = [[], []];
  for (let round = -4; round < rounds; round++)
    [kernel, ours].forEach((run, side) => {
      globalThis.gc?.();
      const begin = performance.now();
      run(round + 4);
      if (round >= 0) times[side]?.push(performance.now() - begin);
    });
  const [a, b] = [median(times[0]), median(times[1])];
  const isFast = limit === null || b / a <= limit;
  const verdict = limit === null ? '(for information)' : `(at most ${limit}) ${isFast ? 'ok' : 'TOO SLOW'}`;
  console.log(
    `${name.padEnd(52)} kernel ${a.toFixed(2).padStart(8)} ms  ours ${b.toFixed(2).padStart(8)} ms  ratio ${(b / a).toFixed(2)} ${verdict}`,
  );
  return isFast;
}

/** Everything from the links on: both directions, the order, both passes and the slack. */
function fullRun(template: Plan<number>): void {
  const network: Network<number> = {
    ...template.network,
    outgoing: turnLinks(template.network.incoming, template.network.size),
  };
  const order = orderLeaves(network);
  if (!order.ok) throw new Error('loop');
  calculate({ ...template, network, order: order.rows });
}

function planOf(tasks: readonly CpmTask[]): Plan<number> {
  const network = buildNetwork(tasks);
  const order = orderLeaves(network);
  if (!order.ok) throw new Error('loop');
  return createPlan(inputOf(tasks), network, order.rows);
}

/** The kernel that starts and ends with objects: ids to rows, days to dates. */
function objectKernel(limits: Limits, plan: GeneratedPlan) {
  const tasks = Array.from(plan.dur, (duration, i) => ({ id: `task-${i}`, duration }));
  const links = plan.links.map(([from, to, type, lag]) => ({
    from: `task-${from}`,
    to: `task-${to}`,
    type: TYPES[type as 0 | 1 | 2 | 3],
    lag,
  }));
  const codes = { FS: 0, SS: 1, FF: 2, SF: 3 };
  const workdays: number[] = [];
  for (let day = 0; workdays.length < 20_000; day++) if (day % 7 < 5 && day % 37 !== 36) workdays.push(day);
  const days = Int32Array.from(workdays);
  const dateOf = (x: number) => 1_767_571_200_000 + (days[x < 0 ? 0 : x] ?? 0) * 864e5;
  return () => {
    const rows = new Map(tasks.map(({ id }, i) => [id, i]));
    const dur = Int32Array.from(tasks, ({ duration }) => duration);
    const from = new Int32Array(links.length);
    const to = new Int32Array(links.length);
    const type = new Uint8Array(links.length);
    const lag = new Int32Array(links.length);
    links.forEach((link, i) => {
      from[i] = rows.get(link.from) ?? 0;
      to[i] = rows.get(link.to) ?? 0;
      type[i] = codes[link.type];
      lag[i] = link.lag;
    });
    const found = limits.cpm(tasks.length, dur, from, to, type, lag);
    return tasks.map(({ id }, i) => ({
      id,
      es: dateOf(found.es[i] ?? 0),
      ef: dateOf(found.ef[i] ?? 0),
      ls: dateOf(found.ls[i] ?? 0),
      lf: dateOf(found.lf[i] ?? 0),
      slack: found.sl[i] ?? 0,
      critical: found.cr[i] === 1,
    }));
  };
}

/** Links, order and memory layout prepared once; then both passes over whole days after each change. */
function cachedKernel(limits: Limits, plan: GeneratedPlan, { from, to, type, lag }: Columns) {
  const { n } = plan;
  const m = from.length;
  const csr = limits.toCsr(n, m, from, to);
  const order = limits.topo(n, csr, from, to);
  const place = new Int32Array(n);
  order.forEach((row, k) => {
    place[row] = k;
  });
  const dur = Int32Array.from(order, (row) => plan.dur[row] ?? 0);
  const side = (first: Int32Array, edges: Int32Array, other: Int32Array) => {
    const at = new Int32Array(n + 1);
    const list: number[] = [];
    order.forEach((row, k) => {
      for (let q = first[row] ?? 0; q < (first[row + 1] ?? 0); q++) list.push(edges[q] ?? 0);
      at[k + 1] = list.length;
    });
    return {
      at,
      row: Int32Array.from(list, (e) => place[other[e] ?? 0] ?? 0),
      type: Uint8Array.from(list, (e) => type[e] ?? 0),
      lag: Int32Array.from(list, (e) => lag[e] ?? 0),
    };
  };
  const into = side(csr.ip, csr.ie, from);
  const out = side(csr.op, csr.oe, to);
  return { n, dur, into, out, run: createCachedRun(n, dur, into, out) };
}

type Side = { at: Int32Array; row: Int32Array; type: Uint8Array; lag: Int32Array };

function createCachedRun(n: number, dur: Int32Array, into: Side, out: Side): () => number {
  const [es, ef, ls, lf, sl] = [0, 1, 2, 3, 4].map(() => new Int32Array(n)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const { at: ip, row: ir, type: it, lag: il } = into;
  const { at: op, row: or, type: ot, lag: ol } = out;
  return () => {
    let end = 0;
    for (let v = 0; v < n; v++) {
      const d = dur[v] as number;
      let s = 0;
      for (let q = ip[v] as number; q < (ip[v + 1] as number); q++) {
        const p = ir[q] as number;
        const t = it[q] as number;
        const c = ((t & 1 ? es[p] : ef[p]) as number) + (il[q] as number) - (t >= 2 ? d : 0);
        if (c > s) s = c;
      }
      es[v] = s;
      ef[v] = s + d;
      if (s + d > end) end = s + d;
    }
    for (let u = n - 1; u >= 0; u--) {
      const d = dur[u] as number;
      let f = end;
      for (let q = op[u] as number; q < (op[u + 1] as number); q++) {
        const v = or[q] as number;
        const t = ot[q] as number;
        const c = ((t >= 2 ? lf[v] : ls[v]) as number) - (ol[q] as number) + (t & 1 ? d : 0);
        if (c < f) f = c;
      }
      lf[u] = f;
      ls[u] = f - d;
      sl[u] = f - d - (es[u] as number);
    }
    return end;
  };
}

/** On one calendar the kernel and the engine mean the same; they must agree in every task. */
function checkEqual(limits: Limits, plan: GeneratedPlan, { from, to, type, lag }: Columns): boolean {
  const result = schedule(inputOf(toTasks(plan, [calendarOf(0)], (row) => row + 1)));
  if (!result.ok) return false;
  const kernel = limits.cpm(plan.n, plan.dur, from, to, type, lag);
  let different = 0;
  for (let i = 0; i < plan.n; i++) {
    const dates = result.dates.get(i + 1);
    if (dates?.totalSlack !== (kernel.sl[i] ?? 0) * DAY || dates.critical !== (kernel.cr[i] === 1))
      different++;
  }
  console.log(`${plan.n - different} of ${plan.n} tasks have the slack of the kernel`);
  return different === 0;
}

const everyLength = (round: number) => 1 + (round % 20);
/** Alternates so that an edit of a critical task moves the end of the project every time. */
const shortAndLong = (round: number) => (round % 2 === 0 ? 20 : 1);

function editRuns(
  plan: GeneratedPlan,
  tasks: readonly CpmTask[],
  row: number,
  durationOf: (round: number) => number,
) {
  const scheduler = createScheduler(inputOf(tasks));
  if ('cycle' in scheduler) throw new Error('loop');
  const task = tasks[row] as CpmTask;
  const runs: number[] = [];
  const run = (round: number) => {
    const update = scheduler.edit({ put: [{ ...task, duration: durationOf(round) * DAY }] });
    if (!update.ok) throw new Error('loop');
    runs.push(update.changed?.length ?? plan.n);
  };
  return { run, touched: () => median(runs) };
}

async function main(n: number): Promise<number> {
  const limits = await loadLimits();
  const plan = limits.genCpm(n);
  const columns = toColumns(plan);
  console.log(
    `${n} tasks, ${plan.links.length} links, ${CALENDARS} calendars; kernels from ${limits.origin}`,
  );
  const calendars = Array.from({ length: CALENDARS }, (_, c) => calendarOf(c));
  const tasks = toTasks(plan, calendars, (row) => row + 1);
  const named = inputOf(toTasks(plan, calendars, (row) => `task-${row}`));
  const verdicts = [checkEqual(limits, plan, columns)];

  const { from, to, type, lag } = columns;
  const end = limits.cpm(n, plan.dur, from, to, type, lag).end;
  const kernelCalendars = limits.makeCals(CALENDARS, end * 2 + 2000);
  const minutes = plan.dur.map((days) => days * 480);
  const lags = lag.map((days) => days * 480);
  const owners = new Uint8Array(n).map((_, i) => i % CALENDARS);
  const compiled = planOf(tasks);
  verdicts.push(
    compare(
      'full calculation, links to slack',
      2,
      () => limits.cpmCal(n, minutes, from, to, type, lags, owners, kernelCalendars),
      () => fullRun(compiled),
    ),
    compare('objects in, objects out', 2, objectKernel(limits, plan), () => {
      const result = schedule(named);
      if (!result.ok || result.dates.size !== n) throw new Error('wrong');
    }),
  );

  const result = schedule(inputOf(tasks));
  const critical = result.ok
    ? [...result.dates].filter(([, dates]) => dates.critical).map(([uid]) => uid - 1)
    : [];
  const rows = [
    ['one edit in the middle', 2, n >> 1, everyLength],
    ['one edit of the middle critical task', 2, critical[critical.length >> 1] ?? 0, everyLength],
    // Eight calendars of minutes for every row, against whole days on one: the worst there is.
    ['one edit that moves the end and nearly everything', null, critical[0] ?? 0, shortAndLong],
  ] as const;
  for (const [name, limit, row, durationOf] of rows) {
    const kernel = cachedKernel(limits, plan, columns);
    const ours = editRuns(plan, tasks, row, durationOf);
    verdicts.push(
      compare(
        name,
        limit,
        (round) => {
          kernel.dur[n >> 1] = 1 + (round % 20);
          kernel.run();
        },
        ours.run,
        2 * ROUNDS,
      ),
    );
    console.log(`${' '.repeat(52)} rows looked at: ${ours.touched()}`);
  }
  return verdicts.every(Boolean) ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main(Number(process.argv[2] ?? 100_000));
