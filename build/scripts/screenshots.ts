/**
 * `npm run screenshots`: the pictures of README.md, taken from the demo on the sample project, and pages of
 * real plans as they are printed, where the real files (`MILEPOST_DATA`) and `pdftoppm` are at hand.
 * They show the app as it is: run it again after a change of the screens.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const images = join(root, 'docs/images');
const output = join(root, 'demo-output');

/** Picture of the demo → name in `docs/images`. */
const PICTURES = {
  'screen-today': 'today',
  'screen-client': 'client',
  'screen-expectations-gap': 'expectation-gap',
  'screen-goals-goals': 'goals',
  'screen-contract-money': 'contract-money',
  'screen-plan': 'plan',
  'screen-risks': 'risks',
  'plan-on-paper': 'gantt-print',
  'report-draft': 'report',
  'screen-plan-dark': 'plan-dark',
} as const;

/** Real plans of other programs: file, language of the sheets, page to show and its name in `docs/images`. */
const PAGES = [
  { file: 'mspdi/msp2010-obra-comercial-361.xml', lang: 'en', page: 4, image: 'gantt-paper' },
  { file: 'mspdi-from-mpp/开办新公司-102.xml', lang: 'zh-CN', page: 1, image: 'gantt-paper-zh' },
] as const;
const DPI = 84;

/** Runs the demo. @returns its exit code */
function demo(...args: readonly string[]): number {
  const run = spawnSync(process.execPath, [join(root, 'build/start.ts'), '--headless', ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  return run.status ?? 1;
}

function takePictures(): number {
  const status = demo('--lang', 'en');
  if (status === 0)
    for (const [from, to] of Object.entries(PICTURES))
      copyFileSync(join(output, `${from}.png`), join(images, `${to}.png`));
  return status;
}

function takePages(dir: string): number {
  for (const { file, lang, page, image } of PAGES) {
    const status = demo('--lang', lang, '--import', join(dir, file));
    if (status !== 0) return status;
    // The report has an e-mail draft of its name beside it.
    const names = new Set(readdirSync(output));
    const pdf = [...names].find(
      (name) => name.endsWith('.pdf') && !names.has(name.replace(/\.pdf$/, '.eml')),
    );
    const only = ['-f', `${page}`, '-l', `${page}`, '-singlefile', '-r', `${DPI}`, '-png'];
    const made = spawnSync('pdftoppm', [...only, join(output, pdf ?? ''), join(images, image)], {
      stdio: 'inherit',
    });
    if (made.status !== 0) return made.status ?? 1;
  }
  return 0;
}

mkdirSync(images, { recursive: true });
const data = process.env['MILEPOST_DATA'] ?? join(root, '../shared/data');
const poppler = spawnSync('pdftoppm', ['-v']).error === undefined;
const pages = existsSync(data) && poppler;
if (!pages) console.warn('Pages of real plans are left as they are: MILEPOST_DATA or pdftoppm is missing.');
// `--pages` takes the pages alone.
const status = process.argv.includes('--pages') ? 0 : takePictures();
process.exitCode = status === 0 && pages ? takePages(data) : status;
