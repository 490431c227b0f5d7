/**
 * Compares our calendar and critical-path arithmetic with what Microsoft Project stored in real files, and with
 * the published values of the PSPLIB networks.
 *
 *   npm run conformance -- DIR [-v]
 *
 * DIR holds conformance.csv (which file must agree in which fields, and which UIDs are known to be stale) and lists
 * of networks such as psplib/expected.csv, each anywhere below it. Without such a list every plan is held to every
 * field it stores, every network to the length it states. Prints a line per file and totals; exit code 1 if anything
 * that must agree does not or cannot be read, 2 if there is nothing to compare.
 */
import { statSync } from 'node:fs';
import { openFolder } from './conformance/folder.ts';
import { readConformanceList, rowsWithoutList } from './conformance/list.ts';
import { compareNetworks, type NetworkVerdict } from './conformance/networks.ts';
import { comparePlan, type FileVerdict } from './conformance/plans.ts';

function stateOf({ row, unread, differences }: FileVerdict): string {
  if (unread !== null) return row.mayRefuse ? 'refused' : 'UNREAD';
  if (row.fields.length === 0) return 'read';
  return differences.length === 0 ? 'ok' : 'DIFFERS';
}

function printPlan(verdict: FileVerdict, isVerbose: boolean): void {
  const { row, unread, checked, differences } = verdict;
  const equal = Math.max(0, checked - differences.length);
  const count = row.fields.length === 0 ? `${checked} tasks` : `${equal}/${checked}`;
  console.log(`${row.kind} ${stateOf(verdict).padEnd(7)} ${count.padStart(9)} ${row.file}`);
  if (unread !== null) console.log(`      ${unread}`);
  if (row.fields.length === 0) return;
  const limit = isVerbose ? differences.length : 3;
  for (const line of differences.slice(0, limit)) console.log(`      ${line}`);
  if (differences.length > limit) console.log(`      … and ${differences.length - limit} more (-v)`);
}

function printNetwork({ file, unread, differences }: NetworkVerdict): void {
  const state = unread ? 'UNREAD ' : differences.length === 0 ? 'ok     ' : 'DIFFERS';
  console.log(`P ${state} ${file} ${differences.join(', ')}`.trimEnd());
}

function comparePlans(dir: ReturnType<typeof openFolder>, isVerbose: boolean): FileVerdict[] {
  const listed = readConformanceList(dir);
  if (listed === null) console.log('no conformance.csv: every plan is held to every field it stores');
  return (listed ?? rowsWithoutList(dir)).map((row) => {
    const verdict = comparePlan(row);
    printPlan(verdict, isVerbose);
    return verdict;
  });
}

function main(args: readonly string[]): number {
  const path = args.find((arg) => !arg.startsWith('-'));
  if (path === undefined || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    console.error('usage: npm run conformance -- DIR [-v]   (DIR holds plans, networks and their lists)');
    return 2;
  }
  const dir = openFolder(path);
  const plans = comparePlans(dir, args.includes('-v'));
  const networks = compareNetworks(dir);
  networks.forEach(printNetwork);
  if (plans.length + networks.length === 0) {
    console.error(`nothing to compare in ${path}`);
    return 2;
  }
  const bound = plans.filter(({ row }) => row.fields.length > 0);
  const checked = bound.reduce((sum, verdict) => sum + verdict.checked, 0);
  const wrong = bound.reduce((sum, verdict) => sum + verdict.differences.length, 0);
  const unread = plans.filter(({ unread: why, row }) => why !== null && !row.mayRefuse).length;
  const wrongNetworks = networks.filter(({ differences }) => differences.length > 0).length;
  console.log(
    `class A and B: ${Math.max(0, checked - wrong)} of ${checked} tasks equal in ${bound.length} files; ${plans.length - bound.length} more only read; ${unread} files unread`,
  );
  console.log(`networks: ${networks.length - wrongNetworks} of ${networks.length} equal`);
  return wrong + unread + wrongNetworks > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
