/**
 * Compares our calendar and critical-path arithmetic with what Microsoft Project stored in real files, and with
 * the published values of the PSPLIB networks.
 *
 *   npm run conformance -- DIR [-v]
 *
 * DIR holds conformance.csv (which file must agree in which fields, and which UIDs are known to be stale) and
 * psplib/expected.csv. Prints a line per file and totals; exit code 1 if anything that must agree does not.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toCpmInput } from '#shared/interchange/mspdi/cpmInput.ts';
import type { MspdiProject, MspdiTask } from '#shared/interchange/mspdi/model.ts';
import { readMspdiBytes } from '#shared/interchange/mspdi/read.ts';
import { formatLocal } from '#shared/schedule/calendar/instant.ts';
import type { CpmDates } from '#shared/schedule/cpm/model.ts';
import { schedule } from '#shared/schedule/cpm/schedule.ts';
import { readTable } from './csv.ts';
import { comparePsplib, type NetworkVerdict } from './psplib.ts';

export interface ConformanceRow {
  readonly file: string;
  readonly kind: string;
  readonly excluded: ReadonlySet<number>;
  readonly absentSlackIsZero: boolean;
}

export interface FileVerdict {
  readonly file: string;
  readonly kind: string;
  readonly checked: number;
  readonly excluded: number;
  readonly differences: readonly string[];
}

const UNREAD = 'not read:';

const decode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

export function readConformanceList(dir: string): ConformanceRow[] {
  return readTable(readFileSync(join(dir, 'conformance.csv'), 'utf8')).map((cell) => ({
    file: cell('file'),
    kind: cell('class'),
    excluded: new Set(
      cell('excluded_uids')
        .split(/[\s;]+/)
        .filter(Boolean)
        .map(Number),
    ),
    absentSlackIsZero: cell('absent_total_slack_means_zero') === '1',
  }));
}

type Pair = readonly [field: string, ours: number, stored: number | null];

function pairsOf(task: MspdiTask, dates: CpmDates, row: ConformanceRow): Pair[] {
  const { stored } = task;
  const early: Pair[] = [
    ['ES', dates.earlyStart, stored.earlyStart ?? task.start],
    ['EF', dates.earlyFinish, stored.earlyFinish ?? task.finish],
  ];
  if (row.kind === 'B') return early;
  return [
    ...early,
    ['LS', dates.lateStart, stored.lateStart],
    ['LF', dates.lateFinish, stored.lateFinish],
    ['TS', dates.totalSlack, stored.totalSlack ?? (row.absentSlackIsZero ? 0 : null)],
    ['CR', Number(dates.critical), stored.critical === null ? null : Number(stored.critical)],
  ];
}

const show = (field: string, value: number) =>
  field === 'TS' || field === 'CR' ? String(value) : formatLocal(value);

function compareTasks(project: MspdiProject, row: ConformanceRow): FileVerdict {
  const result = schedule(toCpmInput(project));
  if (!result.ok)
    return {
      file: row.file,
      kind: row.kind,
      checked: 0,
      excluded: 0,
      differences: [`loop through ${result.cycle.join(' ')}`],
    };
  const differences: string[] = [];
  let checked = 0;
  let excluded = 0;
  for (const task of project.tasks) {
    const dates = result.dates.get(task.uid);
    if (!dates || task.manual || task.external || task.isSubproject) continue;
    if (row.excluded.has(task.uid)) {
      excluded++;
      continue;
    }
    checked++;
    const wrong = pairsOf(task, dates, row).filter(([, ours, stored]) => stored !== null && ours !== stored);
    if (wrong.length > 0)
      differences.push(
        `UID ${task.uid} ${wrong.map(([field, ours, stored]) => `${field} ${show(field, ours)} stored ${show(field, stored ?? 0)}`).join(', ')}`,
      );
  }
  return { file: row.file, kind: row.kind, checked, excluded, differences };
}

/** One file of the list against our arithmetic. */
export function compareFile(dir: string, row: ConformanceRow): FileVerdict {
  const unread = (why: string) => ({
    file: row.file,
    kind: row.kind,
    checked: 0,
    excluded: 0,
    differences: [`${UNREAD} ${why}`],
  });
  const path = join(dir, row.file);
  if (!existsSync(path)) return unread('no such file');
  const read = readMspdiBytes(readFileSync(path), decode);
  return read.ok ? compareTasks(read.project, row) : unread(read.refusal.code);
}

function printFile(verdict: FileVerdict, verbose: boolean): void {
  const equal = Math.max(0, verdict.checked - verdict.differences.length);
  const isUnread = verdict.differences[0]?.startsWith(UNREAD) === true;
  const state = isUnread
    ? 'UNREAD'
    : verdict.kind === 'C'
      ? 'read'
      : verdict.differences.length === 0
        ? 'ok'
        : 'DIFFERS';
  console.log(
    `${verdict.kind} ${state.padEnd(7)} ${String(equal).padStart(4)}/${verdict.checked} ${verdict.file}`,
  );
  const limit = verbose ? verdict.differences.length : 3;
  if (verdict.kind !== 'C' || isUnread)
    for (const line of verdict.differences.slice(0, limit)) console.log(`      ${line}`);
}

function printNetworks(verdicts: readonly NetworkVerdict[]): number {
  const wrong = verdicts.filter(({ differences }) => differences.length > 0);
  for (const { file, differences } of verdicts)
    console.log(
      `P ${differences.length === 0 ? 'ok     ' : 'DIFFERS'} ${file} ${differences.join(', ')}`.trimEnd(),
    );
  return wrong.length;
}

function main(args: readonly string[]): number {
  const dir = args.find((arg) => !arg.startsWith('-'));
  if (dir === undefined || !existsSync(join(dir, 'conformance.csv'))) {
    console.error('usage: npm run conformance -- DIR [-v]   (DIR holds conformance.csv)');
    return 2;
  }
  const rows = readConformanceList(dir).filter(({ kind }) => kind !== '-');
  const verdicts = rows.map((row) => compareFile(dir, row));
  for (const verdict of verdicts) printFile(verdict, args.includes('-v'));
  const bound = verdicts.filter(({ kind }) => kind === 'A' || kind === 'B');
  const checked = bound.reduce((sum, verdict) => sum + verdict.checked, 0);
  const wrong = bound.reduce((sum, verdict) => sum + verdict.differences.length, 0);
  const unread = verdicts.filter(({ differences }) => differences[0]?.startsWith(UNREAD)).length;
  const networks = comparePsplib(dir);
  const wrongNetworks = printNetworks(networks);
  console.log(
    `class A and B: ${Math.max(0, checked - wrong)} of ${checked} tasks equal in ${bound.length} files; ${unread} files unread`,
  );
  console.log(`networks: ${networks.length - wrongNetworks} of ${networks.length} equal`);
  return wrong + unread + wrongNetworks > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
