import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Folder of the other components and the harness: named, or `../shared/bench` beside the checkout. */
function benchDir(): string {
  const found = [process.env['MILEPOST_BENCH'], at('../../../../shared/bench')].find(
    (dir) => dir && existsSync(join(dir, 'gantt/run.mjs')),
  );
  if (!found) throw new Error('the measuring folder is not there: name it in MILEPOST_BENCH');
  return found;
}

/** A copy of a read-only folder is read-only too. */
function makeWritable(path: string): void {
  chmodSync(path, statSync(path).isDirectory() ? 0o755 : 0o644);
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) makeWritable(join(path, name));
}

function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): void {
  const { status } = spawnSync(command, [...args], {
    cwd,
    stdio: 'inherit',
    env: { ...plainEnv(), ...env },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

/** Without npm's own settings: those of this repository, such as strict install scripts, are not the folder's. */
const plainEnv = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));

/**
 * A copy of the measuring folder with its components installed and built. Nothing of it becomes part of the
 * repository. Kept between runs, because installing takes a minute.
 */
export function scratchCopy(): string {
  const dir = process.env['MILEPOST_BENCH_WORK'] ?? at('../../../node_modules/.cache/gantt-bench');
  mkdirSync(dir, { recursive: true });
  for (const part of ['gantt', 'lib', 'package.json']) {
    cpSync(join(benchDir(), part), join(dir, part), { recursive: true, force: true, mode: 0 });
    makeWritable(join(dir, part));
  }
  mkdirSync(join(dir, 'results'), { recursive: true });
  if (!existsSync(join(dir, 'node_modules/dhtmlx-gantt')))
    run('npm', ['i', '--legacy-peer-deps', '--no-audit', '--no-fund'], dir);
  if (!existsSync(join(dir, 'gantt/dist/svar.html')))
    run(process.execPath, ['build.mjs'], join(dir, 'gantt'));
  return dir;
}

/** Runs the harness over components and sizes in turn; results go to `out`, one JSON object per line. */
export function runHarness(
  dir: string,
  {
    libs,
    sizes,
    runs,
    out,
  }: { libs: readonly string[]; sizes: readonly number[]; runs: number; out: string },
): void {
  run(process.execPath, ['run.mjs', libs.join(','), sizes.join(','), String(runs)], join(dir, 'gantt'), {
    OUT: out,
  });
}
