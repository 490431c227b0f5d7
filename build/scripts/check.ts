/** `npm run check`: every check that needs no running app, two at a time, one line each. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './files.ts';
import { type Outcome, runTool } from './run.ts';

interface Check {
  readonly name: string;
  readonly tool: string;
  readonly args: readonly string[];
}

const PARALLEL = 2;
const PROJECTS = ['shared', 'db', 'main', 'main/electron', 'main/chromium', 'renderer', 'build', 'test'];
const script = (name: string, file: string): Check => ({ name, tool: 'node', args: [file] });

const checks: readonly Check[] = [
  ...PROJECTS.map((dir) => ({ name: `types ${dir}`, tool: 'tsc', args: ['-p', `${dir}/tsconfig.json`] })),
  { name: 'lint and format', tool: 'biome', args: ['ci', '--max-diagnostics=50', '--log-kind=compact'] },
  { name: 'promises', tool: 'oxlint', args: ['--type-aware'] },
  script('layers', 'build/lint/check-layers.ts'),
  script('size and variables', 'build/scripts/check-size.ts'),
  script('texts', 'build/scripts/check-i18n.ts'),
  { name: 'coverage', tool: 'node', args: ['build/scripts/coverage.ts', '--check'] },
  { name: 'unused code', tool: 'knip', args: ['--no-progress'] },
];

const SHOWN_LINES = 40;

/** The first lines, without the empty ones that some tools put between all others. */
function shortened(output: string): string[] {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  if (lines.length <= SHOWN_LINES) return lines;
  return [...lines.slice(0, SHOWN_LINES), `… and ${lines.length - SHOWN_LINES} more lines`];
}

function report(check: Check, { code, output, seconds }: Outcome): boolean {
  const last = output.trimEnd().split('\n').at(-1)?.trim() ?? '';
  const note = code === 0 && check.tool === 'node' ? ` (${last})` : '';
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${check.name} ${seconds.toFixed(1)} s${note}`);
  if (code !== 0) for (const line of shortened(output)) console.log(`     ${line}`);
  return code === 0;
}

/** Runs all checks and says how many passed. */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  const queue = checks.filter(
    (check) => check.tool !== 'node' || existsSync(join(root, check.args[0] ?? '')),
  );
  let passed = 0;
  let failed = 0;
  const lane = async (): Promise<void> => {
    for (let check = queue.shift(); check; check = queue.shift()) {
      if (report(check, await runTool(check.tool, check.args))) passed += 1;
      else failed += 1;
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, lane));
  return { passed, failed };
}

if (import.meta.main) {
  const { passed, failed } = await runChecks();
  console.log(`${passed} checks passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
