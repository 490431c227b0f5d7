import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the common Chromium browsers are installed, the most usual first. */
function installedCandidates(env: Readonly<Record<string, string | undefined>>, platform: string): string[] {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    const tails = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Chromium\\Application\\chrome.exe',
    ];
    return tails.flatMap((tail) =>
      roots.filter((root) => root !== undefined && root !== '').map((root) => `${root}\\${tail}`),
    );
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ];
}

/**
 * The browser to run: the one named by `MILEPOST_BROWSER`, else an installed Chrome, Chromium or Edge.
 * A named browser that does not exist is an error rather than a reason to take another one.
 *
 * @param exists asks the file system; injected so that every platform can be tested on one
 * @returns the path of the program, or null if none is installed
 */
export function findInstalledBrowser(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  exists: (path: string) => boolean,
): string | null {
  const named = env['MILEPOST_BROWSER'];
  if (named) {
    if (!exists(named)) throw new Error(`MILEPOST_BROWSER names ${named}, which does not exist`);
    return named;
  }
  return installedCandidates(env, platform).find(exists) ?? null;
}

export interface UnpackedChromium {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** Its libraries and fonts are found through these variables; pass them to the process. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Unpacks the headless Chromium that comes as an npm package (Linux x64 only).
 * The package unpacks into the temp folder and reuses whatever lies there, another version included,
 * so it gets a temp folder of its own.
 *
 * @param cacheDir folder for this version alone; made if missing
 */
export async function unpackHeadlessChromium(cacheDir: string): Promise<UnpackedChromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser is installed. Install Chrome, Chromium or Edge, or set MILEPOST_BROWSER.');
  }
  await mkdir(cacheDir, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = cacheDir;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    await chmod(executablePath, 0o755);
    const libraries = process.env['LD_LIBRARY_PATH'];
    return {
      executablePath,
      args: chromium.args,
      env: {
        TMPDIR: cacheDir,
        FONTCONFIG_PATH: process.env['FONTCONFIG_PATH'] ?? join(cacheDir, 'fonts'),
        ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }),
      },
    };
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
