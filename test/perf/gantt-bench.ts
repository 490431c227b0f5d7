/**
 * `npm run bench:gantt`: our chart beside other components and a hand-written canvas, all in turn in one run, as
 * ratios of medians. Reads the measuring folder (MILEPOST_BENCH, else `../shared/bench` beside the checkout).
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median } from './compare.ts';
import { buildPage } from './gantt/build.ts';
import type { GeneratedGantt } from './gantt/plan.ts';
import { runHarness, scratchCopy } from './gantt/scratch.ts';
import { storeTimes } from './gantt/store.ts';

const OURS = 'milepost';
const LIMIT = 'canvas';
const PEERS = ['svar', 'dhtmlx'];
const SMALL = 200;
const LARGE = 20_000;

interface Line {
  readonly lib: string;
  readonly n: number;
  readonly painted?: number;
  readonly heapMB?: number;
  readonly fp95?: number;
  readonly move?: readonly (number | null)[];
  readonly error?: string;
  readonly errs?: readonly string[];
}

/** Median of one number of one component at one size; throws where it was not measured. */
type Reading = (lib: string, n: number, of: (line: Line) => readonly (number | null | undefined)[]) => number;

function readerOf(lines: readonly Line[]): Reading {
  return (lib, n, of) => {
    const values = lines
      .filter((line) => line.lib === lib && line.n === n)
      .flatMap(of)
      .filter((value): value is number => typeof value === 'number' && value >= 0);
    if (values.length === 0) throw new Error(`${lib} was not measured at ${n} tasks`);
    return median(values);
  };
}

const painted = (line: Line) => [line.painted];
const moves = (line: Line) => line.move ?? [];
const heap = (line: Line) => [line.heapMB];
const scroll = (line: Line) => [line.fp95];

interface Demand {
  readonly text: string;
  readonly value: number;
  readonly limit: number;
  readonly atLeast?: boolean;
}

/** What is demanded of the chart. */
function demands(read: Reading): Demand[] {
  const best = (of: (line: Line) => readonly (number | null | undefined)[]) =>
    Math.min(...PEERS.map((lib) => read(lib, LARGE, of)));
  const ours = { painted: read(OURS, LARGE, painted), move: read(OURS, LARGE, moves) };
  return [
    {
      text: 'painted, times faster than the best peer',
      value: best(painted) / ours.painted,
      limit: 6,
      atLeast: true,
    },
    { text: 'painted, times the canvas limit', value: ours.painted / read(LIMIT, LARGE, painted), limit: 2 },
    {
      text: 'move with rescheduling, times faster than the best peer without',
      value: best(moves) / ours.move,
      limit: 12,
      atLeast: true,
    },
    {
      text: 'move at 20 000 tasks, times that at 200',
      value: ours.move / read(OURS, SMALL, moves),
      limit: 1.3,
    },
    {
      text: 'scroll, 95th percentile of frames, times dhtmlx',
      value: read(OURS, LARGE, scroll) / read('dhtmlx', LARGE, scroll),
      limit: 1,
    },
    {
      text: 'heap over the data, share of dhtmlx',
      value: read(OURS, LARGE, heap) / read('dhtmlx', LARGE, heap),
      limit: 0.25,
    },
  ];
}

const holds = ({ value, limit, atLeast = false }: Demand): boolean =>
  atLeast ? value >= limit : value <= limit;

function tell(demand: Demand): void {
  const { text, value, limit, atLeast = false } = demand;
  const bound = `${atLeast ? 'at least' : 'at most'} ${limit}`;
  console.log(`${text}: ${value.toFixed(2)}  ${holds(demand) ? 'ok' : 'MISSED'} (${bound})`);
}

function table(read: Reading): void {
  for (const lib of [LIMIT, OURS, ...PEERS])
    console.log(
      `${lib.padEnd(10)} painted ${read(lib, LARGE, painted).toFixed(1)} ms, move ${read(lib, LARGE, moves).toFixed(1)} ms, ` +
        `scroll p95 ${read(lib, LARGE, scroll).toFixed(1)} ms, heap ${read(lib, LARGE, heap).toFixed(1)} MB`,
    );
}

async function main(runs: number): Promise<number> {
  const dir = scratchCopy();
  await buildPage(dir);
  const out = join(dir, 'results/milepost.jsonl');
  rmSync(out, { force: true });
  runHarness(dir, { libs: [LIMIT, OURS, ...PEERS], sizes: [SMALL, LARGE], runs, out });
  const lines = readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  for (const { lib, n, error, errs } of lines)
    if (error ?? errs) console.log(`${lib} at ${n}: ${error ?? errs?.join(', ')}`);
  const read = readerOf(lines);
  table(read);
  const all = demands(read);
  for (const demand of all) tell(demand);
  const generator = (await import(pathToFileURL(join(dir, 'lib/gen.mjs')).href)) as {
    genGantt(n: number): GeneratedGantt;
  };
  const store = await storeTimes(generator.genGantt(LARGE));
  const open = store.open + read(OURS, LARGE, painted);
  console.log(
    `open a plan of 20 000 tasks: ${open.toFixed(0)} ms (from the store ${store.open.toFixed(0)}, to painted ${read(OURS, LARGE, painted).toFixed(0)})`,
  );
  console.log(`commit one drag to the store: ${store.commit.toFixed(0)} ms (${store.moved} tasks moved)`);
  const missed = all.filter((demand) => !holds(demand)).length;
  console.log(`${all.length} demands, ${missed} missed`);
  return missed === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main(Number(process.argv[2] ?? 5));
