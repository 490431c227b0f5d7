import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { preferredLanguages } from '#main/host/languages.ts';
import { parseArgv } from '#main/policy/argv.ts';
import { type Platform, resolveDataDir } from '#main/policy/dataDir.ts';
import { createApp } from '#main/start.ts';
import { matchLocale } from '#shared/i18n/index.ts';
import type { BrowserProgram } from './browser.ts';
import { runDemo } from './demo.ts';
import { decideSandbox } from './flags.ts';
import { type ChromiumHostOptions, openChromiumHost } from './host.ts';

export interface RunOptions {
  readonly program: BrowserProgram;
  /** Arguments after the script's name. */
  readonly argv: readonly string[];
  /** Folder that holds `renderer/` and `worker/`. */
  readonly outDir: string;
  /** Where the headless demo leaves its results. */
  readonly demoDir: string;
  readonly appVersion: string;
  /** True where no window can be shown. */
  readonly headless: boolean;
  readonly say: (line: string) => void;
}

/** Runs the app in a Chromium window, or the demo without one. @returns the exit code */
export async function runInChromium(options: RunOptions): Promise<number> {
  const parsed = parseArgv(options.argv);
  if (!parsed.ok) {
    options.say(`Refused: ${parsed.argument} (${parsed.code})`);
    return 2;
  }
  const { say } = options;
  const headless = options.headless || parsed.options.headless;
  const sandbox = decideSandbox({
    isRoot: process.getuid?.() === 0,
    headless,
    allowNoSandbox: parsed.options.allowNoSandbox,
  });
  if (sandbox === 'refuse') {
    say('Chromium cannot protect itself when started as root. Use a normal user, or add --allow-no-sandbox.');
    return 2;
  }
  if (sandbox === 'off') say("Running without the browser's sandbox.");
  const languages = preferredLanguages(process.env);
  const lang = parsed.options.lang;
  const base: Omit<ChromiumHostOptions, 'exportDir' | 'profileDir'> = {
    program: options.program,
    assetsDir: join(options.outDir, 'renderer'),
    workerEntry: join(options.outDir, 'worker', 'entry.js'),
    headless,
    sandbox: sandbox === 'on',
    appVersion: options.appVersion,
    platform: currentPlatform(),
    preferredLanguages: lang === null ? languages : [lang, ...languages.filter((tag) => tag !== lang)],
    log: say,
  };
  if (headless)
    return runDemo({
      host: base,
      demoDir: options.demoDir,
      lang: matchLocale(base.preferredLanguages),
      importFiles: parsed.options.importFiles,
      createApp,
      say,
    });
  return runWindow(base, parsed.options.dataDir, parsed.options.importFiles, say);
}

async function runWindow(
  base: Omit<ChromiumHostOptions, 'exportDir' | 'profileDir'>,
  fromArgv: string | null,
  importFiles: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const place = resolveDataDir({
    platform: base.platform,
    env: process.env,
    homeDir: homedir(),
    fromArgv,
    cwd: process.cwd(),
  });
  if (!place.ok) {
    say(`The data folder cannot be used: ${place.path} (${place.code})`);
    return 2;
  }
  if (place.warning)
    say(`Warning: ${place.path} is synchronised by ${place.provider}; two machines must not share it.`);
  await mkdir(place.path, { recursive: true, mode: 0o700 });
  const host = await openChromiumHost({
    ...base,
    profileDir: join(place.path, 'chromium-profile'),
    exportDir: join(homedir(), 'Documents', 'Milepost'),
  });
  const stop = (): void => host.ports.lifecycle.quit();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const app = await createApp(host.ports, { dataDir: place.path });
    host.ports.lifecycle.onQuit(() => app.close());
    for (const file of importFiles) host.openFile(file);
    await host.show();
    await host.closed;
    return 0;
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    await host.close();
  }
}

function currentPlatform(): Platform {
  return process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';
}
