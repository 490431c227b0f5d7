/**
 * `npm run screenshots`: the pictures of README.md, taken from the demo on the sample project.
 * They show the app as it is: run it again after a change of the screens.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Picture of the demo → name in `docs/images`. */
const PICTURES = {
  '01-today': 'today',
  '06-plan': 'plan',
  '07-risks': 'risks',
  '30-report-draft': 'report',
  '22-dark': 'plan-dark',
} as const;

const run = spawnSync(process.execPath, [join(root, 'build/start.ts'), '--headless', '--lang', 'en'], {
  cwd: root,
  stdio: 'inherit',
});
if (run.status === 0) {
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  for (const [from, to] of Object.entries(PICTURES))
    copyFileSync(join(root, 'demo-output', `${from}.png`), join(root, 'docs/images', `${to}.png`));
}
process.exitCode = run.status ?? 1;
