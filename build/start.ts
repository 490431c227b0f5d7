import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from './build.ts';
import { findInstalledBrowser, unpackHeadlessChromium } from './scripts/findBrowser.ts';

/**
 * `npm start`: builds if needed, then runs the app in the best host this machine has.
 * Electron first; without its binary an installed Chrome, Chromium or Edge; without a display the
 * headless demo, if need be in the Chromium that npm brought.
 * `MILEPOST_HOST=electron` or `=chromium` decides by hand.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const say = (line: string): void => console.log(line);
const ELECTRON_LIMIT_MS = 10 * 60_000;
const PROBE_MS = 5000;
const RETRY_AFTER_MS = 24 * 3600_000;

/** What `main/chromium/main.ts` exports, restated because this layer compiles without the DOM. */
interface ChromiumModule {
  runInChromium(options: {
    program: { executablePath: string; env: Record<string, string> };
    argv: readonly string[];
    outDir: string;
    demoDir: string;
    appVersion: string;
    headless: boolean;
    say: (line: string) => void;
  }): Promise<number>;
}

async function main(argv: readonly string[]): Promise<number> {
  if (await buildIfNeeded()) say('Built.');
  const headless = argv.includes('--headless') || !hasDisplay(process.env, process.platform);
  const wanted = process.env['MILEPOST_HOST'];
  if (!headless && wanted !== 'chromium') {
    const electron = await electronBinary();
    if (electron !== null) return run(electron, [root, ...argv]);
    if (wanted === 'electron') {
      say('Electron is not available.');
      return 1;
    }
  }
  if (headless) say('No display: running the demo on the sample project (see demo-output/).');
  return startChromium(argv, headless);
}

async function startChromium(argv: readonly string[], headless: boolean): Promise<number> {
  const installed = findInstalledBrowser(process.env, process.platform, existsSync);
  if (installed === null && !headless) {
    say(
      'Neither Electron nor Chrome, Chromium or Edge is here. Install one of them, or use npm start -- --headless.',
    );
    return 1;
  }
  if (installed === null) say('No browser is installed: unpacking the one that came with npm.');
  const program =
    installed === null
      ? await unpackHeadlessChromium(join(cacheDir(), 'browser'))
      : { executablePath: installed, env: {} };
  say(`Host: ${program.executablePath}`);
  const entry = new URL('../out/chromium/main.js', import.meta.url).href;
  const { runInChromium } = (await import(entry)) as ChromiumModule;
  return runInChromium({
    program,
    argv,
    outDir: join(root, 'out'),
    demoDir: join(root, 'demo-output'),
    appVersion: packageVersion(join(root, 'package.json')),
    headless,
    say,
  });
}

/** Path of Electron's program, fetching it if the download server answers; `null` if there is none. */
async function electronBinary(): Promise<string | null> {
  const home = join(root, 'node_modules', 'electron');
  const found = installedElectron(home);
  if (found !== null || !existsSync(join(home, 'install.js'))) return found;
  const marker = join(cacheDir(), 'electron-unavailable');
  if (existsSync(marker) && Date.now() - statSync(marker).mtimeMs < RETRY_AFTER_MS) {
    say('Electron could not be downloaded within the last day; using a browser instead.');
    return null;
  }
  if (await downloadServerAnswers(packageVersion(join(home, 'package.json')))) {
    say('Downloading Electron (about 110 MB, once) …');
    await run(process.execPath, [join(home, 'install.js')], ELECTRON_LIMIT_MS);
    const fetched = installedElectron(home);
    if (fetched !== null) return fetched;
  }
  say('Electron cannot be downloaded here; using a browser instead.');
  await mkdir(cacheDir(), { recursive: true });
  await writeFile(marker, '');
  return null;
}

function installedElectron(home: string): string | null {
  const pathFile = join(home, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const program = join(home, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : null;
}

async function downloadServerAnswers(version: string): Promise<boolean> {
  const mirror = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/download/';
  try {
    const url = new URL(`v${version}/SHASUMS256.txt`, mirror.endsWith('/') ? mirror : `${mirror}/`);
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
    return response.ok;
  } catch {
    return false;
  }
}

/** Runs a program to its end and returns its exit code; 1 if it was killed or never started. */
function run(command: string, args: readonly string[], limitMs?: number): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      stdio: 'inherit',
      ...(limitMs === undefined ? {} : { timeout: limitMs }),
    });
    child.once('error', (error) => {
      say(error.message);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function hasDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  if (platform !== 'linux') return true;
  return Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

function cacheDir(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'milepost');
}

function packageVersion(file: string): string {
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (
    typeof parsed === 'object' &&
    parsed !== null &&
    'version' in parsed &&
    typeof parsed.version === 'string'
  ) {
    return parsed.version;
  }
  throw new Error(`${file} has no version`);
}

process.exitCode = await main(process.argv.slice(2));
