import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostPorts } from '#main/host/ports.ts';
import { demoSteps } from './demoSteps.ts';
import { type ChromiumHost, type ChromiumHostOptions, openChromiumHost } from './host.ts';

export interface DemoContext {
  readonly host: ChromiumHost;
  /** Where results go: `demo-output/`. */
  readonly outDir: string;
  readonly say: (line: string) => void;
}

/** One part of the tour. `run` returns the files it wrote, relative to `outDir`. */
export interface DemoStep {
  readonly name: string;
  run(context: DemoContext): Promise<readonly string[]>;
}

export interface DemoOptions {
  readonly host: Omit<ChromiumHostOptions, 'exportDir' | 'profileDir'>;
  readonly demoDir: string;
  readonly createApp: (
    ports: HostPorts,
    options: { dataDir: string; sample: true },
  ) => Promise<{ close(): Promise<void> }>;
  readonly say: (line: string) => void;
  readonly steps?: readonly DemoStep[];
}

/**
 * Drives the app on its sample project without a display and leaves pictures and documents behind.
 * The store is a temporary one. A step that fails is reported and the tour goes on;
 * the exit code is 0 only if every step worked.
 */
export async function runDemo(options: DemoOptions): Promise<number> {
  const work = await mkdtemp(join(tmpdir(), 'milepost-demo-'));
  const exportDir = join(work, 'exports');
  let host: ChromiumHost | null = null;
  let failed = 0;
  try {
    await rm(options.demoDir, { recursive: true, force: true });
    await mkdir(options.demoDir, { recursive: true });
    await mkdir(exportDir, { recursive: true });
    host = await openWithFallback(options, exportDir);
    const app = await options.createApp(host.ports, { dataDir: join(work, 'data'), sample: true });
    host.ports.lifecycle.onQuit(() => app.close());
    await host.show();
    failed = await runSteps(options, host);
    await host.close();
    for (const name of await readdir(exportDir)) {
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

async function runSteps(options: DemoOptions, host: ChromiumHost): Promise<number> {
  let failed = 0;
  for (const step of options.steps ?? demoSteps) {
    try {
      const files = await step.run({ host, outDir: options.demoDir, say: options.say });
      options.say(`${step.name}: ${files.length} file(s)`);
      for (const file of files) options.say(`  ${join(options.demoDir, file)}`);
    } catch (error) {
      failed += 1;
      options.say(`${step.name} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
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
