import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Hand-written kernels and the generator of their data: what no engine with objects, ids and calendars can beat.
 * Read from the measuring folder if it is there (`MILEPOST_BENCH`, else `../shared/bench` beside the checkout);
 * otherwise from `ownLimits.ts`, written to the same description.
 */
export interface GeneratedPlan {
  readonly n: number;
  /** Working days. */
  readonly dur: Int32Array;
  /** Predecessor, successor, type (0 FS 1 SS 2 FF 3 SF), lag in working days. */
  readonly links: readonly (readonly [number, number, number, number])[];
}

export interface KernelDates {
  readonly es: Int32Array;
  readonly ef: Int32Array;
  readonly ls: Int32Array;
  readonly lf: Int32Array;
  readonly sl: Int32Array;
  readonly cr: Uint8Array;
  readonly end: number;
}

/** Minutes of work before each day, and the day of each working day; a day works from 8:00 to 16:00. */
export interface KernelCalendar {
  readonly pre: Int32Array;
  readonly inv: Int32Array;
}

export interface Csr {
  readonly ip: Int32Array;
  readonly op: Int32Array;
  readonly ie: Int32Array;
  readonly oe: Int32Array;
}

export interface Limits {
  readonly origin: string;
  genCpm(n: number): GeneratedPlan;
  toCsr(n: number, m: number, from: Int32Array, to: Int32Array): Csr;
  topo(n: number, csr: Csr, from: Int32Array, to: Int32Array): Int32Array;
  cpm(
    n: number,
    dur: Int32Array,
    from: Int32Array,
    to: Int32Array,
    type: Uint8Array,
    lag: Int32Array,
  ): KernelDates;
  makeCals(count: number, horizonDays: number): KernelCalendar[];
  cpmCal(
    n: number,
    minutes: Int32Array,
    from: Int32Array,
    to: Int32Array,
    type: Uint8Array,
    lagMinutes: Int32Array,
    calendarOf: Uint8Array,
    calendars: readonly KernelCalendar[],
  ): KernelDates;
}

function benchDir(): string | null {
  const named = process.env['MILEPOST_BENCH'];
  const beside = fileURLToPath(new URL('../../../shared/bench', import.meta.url));
  for (const dir of [named, beside]) if (dir && existsSync(`${dir}/cpm/limit.mjs`)) return dir;
  return null;
}

export async function loadLimits(): Promise<Limits> {
  const dir = benchDir();
  if (dir === null) {
    const own = await import('./ownLimits.ts');
    return { origin: 'own kernels (set MILEPOST_BENCH to measure against others)', ...own };
  }
  const generator = await import(pathToFileURL(`${dir}/lib/gen.mjs`).href);
  const kernels = await import(pathToFileURL(`${dir}/cpm/limit.mjs`).href);
  return { origin: dir, ...kernels, genCpm: generator.genCpm };
}
