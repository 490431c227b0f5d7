import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostPorts } from '#main/host/ports.ts';
import type { App } from '#main/start.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { createDemoCore, type DemoCore, listening } from './demoCore.ts';
import { demoSteps } from './demoSteps.ts';
import { type ChromiumHost, type ChromiumHostOptions, openChromiumHost } from './host.ts';

export interface DemoContext {
  readonly host: ChromiumHost;
  readonly core: DemoCore;
  readonly lang: Locale;
  /** Where results go: `demo-output/`. */
  readonly outDir: string;
  /** Project files to import; empty: the tour shows the sample. */
  readonly importFiles: readonly string[];
  readonly say: (line: string) => void;
  /** What the steps tell each other. */
  readonly found: { clientId: string | null; projectId: string | null };
}

/** One part of the tour. `run` returns the files it wrote, relative to `outDir`. */
export interface DemoStep {
  readonly name: string;
  run(context: DemoContext): Promise<readonly string[]>;
}

export interface DemoOptions {
  readonly host: Omit<ChromiumHostOptions, 'exportDir' | 'profileDir'>;
  readonly demoDir: string;
  readonly lang: Locale;
  readonly importFiles: readonly string[];
  readonly createApp: (ports: HostPorts, options: { dataDir: string }) => Promise<App>;
  readonly say: (line: string) => void;
  readonly steps?: readonly DemoStep[];
}

/**
 * Drives the app without a display, on its sample project or on files given to it, and leaves pictures and
 * documents behind. The store is a temporary one. A step that fails is reported and the tour goes on;
 * the exit code is 0 only if every step worked, 2 for a file that is not there.
 */
export async function runDemo(options: DemoOptions): Promise<number> {
  const missing = options.importFiles.find((file) => !existsSync(file));
  if (missing !== undefined) {
    options.say(`There is no file ${missing}.`);
    return 2;
  }
  const work = await mkdtemp(join(tmpdir(), 'milepost-demo-'));
  const exportDir = join(work, 'exports');
  let host: ChromiumHost | null = null;
  let failed = 0;
  try {
    await rm(options.demoDir, { recursive: true, force: true });
    await mkdir(options.demoDir, { recursive: true });
    await mkdir(exportDir, { recursive: true });
    host = await openWithFallback(options, exportDir);
    const { ports, events } = listening(host.ports);
    const app = await options.createApp(ports, { dataDir: join(work, 'data') });
    const core = createDemoCore((json) => app.request(json), events);
    await core.request('prefs.set', { language: options.lang, onboarded: true, theme: 'light' });
    failed = await runSteps(options, host, core);
    await host.close();
    for (const name of (await readdir(exportDir)).sort()) {
      await cp(join(exportDir, name), join(options.demoDir, name));
      options.say(`  ${join(options.demoDir, name)}`);
    }
  } finally {
    await host?.close();
    await rm(work, { recursive: true, force: true });
  }
  options.say(failed === 0 ? 'Demo finished.' : `Demo finished; ${failed} step(s) failed.`);
  return failed === 0 ? 0 : 1;
}

async function runSteps(options: DemoOptions, host: ChromiumHost, core: DemoCore): Promise<number> {
  const { demoDir, lang, importFiles, say } = options;
  const found: DemoContext['found'] = { clientId: null, projectId: null };
  let failed = 0;
  for (const step of options.steps ?? demoSteps) {
    try {
      const files = await step.run({ host, core, lang, outDir: demoDir, importFiles, say, found });
      say(`${step.name}: ${files.length} file(s)`);
      for (const file of files) say(`  ${join(demoDir, file)}`);
    } catch (error) {
      failed += 1;
      say(`${step.name} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const refused = host.router.lastRefused();
  if (refused.length > 0) {
    failed += 1;
    say(`The window asked for something outside: ${refused.join(', ')}`);
  }
  return failed;
}

/** Many containers forbid what the sandbox needs, also to normal users. The demo shows our sample alone. */
async function openWithFallback(options: DemoOptions, exportDir: string): Promise<ChromiumHost> {
  const open = (sandbox: boolean): Promise<ChromiumHost> =>
    openChromiumHost({ ...options.host, exportDir, profileDir: null, sandbox });
  if (!options.host.sandbox) return open(false);
  try {
    return await open(true);
  } catch {
    options.say("The browser's sandbox does not start here; the demo runs without it.");
    return open(false);
  }
}
