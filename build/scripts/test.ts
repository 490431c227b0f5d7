/**
 * `npm test`: checks, build, all tests. Ends with one plain line, `N passed, N failed, N skipped`, added up
 * from the reports of the runners; a runner that left no report counts as a failure.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded } from '../build.ts';
import { runChecks } from './check.ts';
import { root } from './files.ts';
import { runTool } from './run.ts';

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const NOTHING: Totals = { passed: 0, failed: 0, skipped: 0 };
const BROKEN: Totals = { passed: 0, failed: 1, skipped: 0 };

export function add(a: Totals, b: Totals): Totals {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

const count = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0);

/** Numbers of a report of vitest (or jest). A suite that could not be loaded is a failure of its own. */
export function vitestTotals(report: unknown): Totals {
  if (typeof report !== 'object' || report === null) return BROKEN;
  const r = report as Record<string, unknown>;
  if (typeof r['numTotalTests'] !== 'number' || r['numTotalTests'] === 0) return BROKEN;
  const failed = count(r['numFailedTests']);
  const suites = Array.isArray(r['testResults']) ? (r['testResults'] as Record<string, unknown>[]) : [];
  const unloaded = suites.filter(
    (suite) =>
      suite['status'] === 'failed' &&
      !(suite['assertionResults'] as { status: string }[] | undefined)?.some((t) => t.status === 'failed'),
  ).length;
  return {
    passed: count(r['numPassedTests']),
    failed: failed + unloaded || (r['success'] === false ? 1 : 0),
    skipped: count(r['numPendingTests']) + count(r['numTodoTests']),
  };
}

/** The closing line; other programs read it. */
export const plainLine = ({ passed, failed, skipped }: Totals): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

interface Runner {
  readonly name: string;
  readonly args: readonly string[];
  readonly report: string;
}

const reports = join(root, 'test-results');

function runners(): Runner[] {
  const report = join(reports, 'vitest.json');
  const vitest = (extra: readonly string[], file: string): readonly string[] => [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...extra,
  ];
  const e2e = join(reports, 'e2e.json');
  return [
    { name: 'vitest', args: vitest([], report), report },
    { name: 'end to end', args: vitest(['--config', 'test/e2e/vitest.config.ts'], e2e), report: e2e },
  ];
}

async function runOne(runner: Runner): Promise<Totals> {
  rmSync(runner.report, { force: true });
  const { code } = await runTool('vitest', runner.args, true);
  if (!existsSync(runner.report)) return BROKEN;
  const totals = vitestTotals(JSON.parse(readFileSync(runner.report, 'utf8')));
  // An error outside of any test, such as an unhandled rejection, shows only in the exit code.
  return code !== 0 && totals.failed === 0 ? add(totals, BROKEN) : totals;
}

async function main(): Promise<number> {
  mkdirSync(reports, { recursive: true });
  // A check is no test: it adds to the failures, never to what passed.
  let totals = await runChecks().then(({ failed }) => add(NOTHING, { passed: 0, failed, skipped: 0 }));
  try {
    await buildIfNeeded();
    const bundles = await runTool('node', ['build/scripts/check-bundles.ts'], true);
    if (bundles.code !== 0) totals = add(totals, BROKEN);
  } catch (error) {
    console.error(error);
    totals = add(totals, BROKEN);
  }
  for (const runner of runners()) totals = add(totals, await runOne(runner));
  console.log(plainLine(totals));
  return totals.failed === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main();
