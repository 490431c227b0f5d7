import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const MAC_APPS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/**
 * Path of an installed Chrome, Chromium or Edge, or `null`. `MILEPOST_BROWSER` wins; one that does not
 * exist is an error rather than a reason to take another.
 * @param exists asks the file system; a parameter for tests
 */
export function findInstalledBrowser(
  env: Env,
  platform: NodeJS.Platform,
  exists: (path: string) => boolean,
): string | null {
  const named = env['MILEPOST_BROWSER'];
  if (named) {
    if (!exists(named)) throw new Error(`MILEPOST_BROWSER names ${named}, which does not exist`);
    return named;
  }
  return candidates(env, platform).find(exists) ?? null;
}

function candidates(env: Env, platform: NodeJS.Platform): string[] {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return roots.flatMap((root) =>
      root ? WINDOWS_PROGRAMS.map((parts) => [root, ...parts].join('\\')) : [],
    );
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env['HOME'] ? [`${env['HOME']}/Applications`] : [])];
    return roots.flatMap((root) => MAC_APPS.map((app) => `${root}/${app}`));
  }
  const dirs = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return dirs
    .filter((dir) => dir.startsWith('/'))
    .flatMap((dir) => LINUX_NAMES.map((name) => `${dir}/${name}`));
}

/**
 * Unpacks the headless Chromium that came as an npm package and says how to start it. The folder is
 * named after the package's version and made in one rename, so neither a stale copy nor a
 * half-written one is ever used. Linux x64 only; throws elsewhere.
 * @returns the program, and the environment it needs: its own system libraries where the machine
 *   lacks them, its own font configuration where there is none
 */
export async function unpackHeadlessChromium(
  cacheDir: string,
): Promise<{ executablePath: string; args: readonly string[]; env: Record<string, string> }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('the npm-borne Chromium exists for Linux x64 only');
  }
  const home = packageDir();
  const version = await packageVersion(home);
  const target = join(cacheDir, `headless-chromium-${version}`);
  const executablePath = join(target, 'chromium');
  if (!existsSync(executablePath)) await unpackInto(join(home, 'bin'), cacheDir, target);
  const env: Record<string, string> = {};
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_PATH'] = join(target, 'fonts');
  if (!starts(executablePath, env)) {
    env['LD_LIBRARY_PATH'] = join(target, 'al2023', 'lib');
    if (!starts(executablePath, env)) throw new Error('the npm-borne Chromium does not start on this system');
  }
  // For callers with a driver of their own; our host decides about the sandbox by itself.
  return { executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [], env };
}

async function unpackInto(archives: string, cacheDir: string, target: string): Promise<void> {
  await mkdir(cacheDir, { recursive: true });
  const staging = await mkdtemp(join(cacheDir, 'unpacking-'));
  const before = process.env['TMPDIR'];
  try {
    // The package writes into the temporary folder and takes whatever already lies there for its own.
    process.env['TMPDIR'] = staging;
    const { inflate } = await import('@sparticuz/chromium');
    await Promise.all(
      ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((name) =>
        inflate(join(archives, name)),
      ),
    );
    await writeFile(join(staging, 'fonts', 'fonts.conf'), fontConfiguration(join(target, 'fonts')));
    await rename(staging, target).catch(async (error: unknown) => {
      // Somebody else was quicker: their copy is complete, since it was renamed too.
      if (!existsSync(join(target, 'chromium'))) throw error;
    });
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    await rm(staging, { recursive: true, force: true });
  }
}

/** The package's own file names a fixed folder in `/tmp`; without fonts even the page's layout falls apart. */
function fontConfiguration(dir: string): string {
  return `<?xml version="1.0"?>
<fontconfig>
  <dir>${dir.replace(/[&<]/g, (char) => (char === '&' ? '&amp;' : '&lt;'))}</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>${dir.replace(/[&<]/g, (char) => (char === '&' ? '&amp;' : '&lt;'))}/cache</cachedir>
</fontconfig>
`;
}

function starts(executablePath: string, env: Record<string, string>): boolean {
  const run = spawnSync(executablePath, ['--version'], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
    timeout: 20_000,
  });
  return run.status === 0;
}

function packageDir(): string {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  return dirname(dirname(main));
}

async function packageVersion(dir: string): Promise<string> {
  const parsed: unknown = JSON.parse(await readFile(join(dir, 'package.json'), 'utf8'));
  const version =
    typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : null;
  return typeof version === 'string' ? version : 'unknown';
}
