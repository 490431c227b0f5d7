/**
 * A real core for tests in the browser: the page's `window.host` asks it through the test runner.
 * The core is loaded by Node itself, not by the runner's bundler, since it needs the native module.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestApp } from './testApp.ts';

const cores = new Map<string, TestApp>();

async function startCore(): Promise<TestApp> {
  const module = pathToFileURL(join(process.cwd(), 'test/support/testApp.ts')).href;
  const { startTestApp } = (await import(/* @vite-ignore */ module)) as typeof import('./testApp.ts');
  return startTestApp();
}

function coreOf(key: string): TestApp {
  const core = cores.get(key);
  if (!core) throw new Error('coreStart first');
  return core;
}

/** Commands of the browser project; `key` tells tests that run at the same time apart. */
export const coreCommands = {
  coreStart: async (_context: unknown, key: string): Promise<void> => {
    await cores.get(key)?.close();
    cores.set(key, await startCore());
  },
  /** Answers with the reply and the events pushed since the last request. */
  coreRequest: async (_context: unknown, key: string, json: string) => {
    const core = coreOf(key);
    const reply = await core.raw(json);
    const events = core.events.splice(0).map((event) => JSON.stringify(event));
    return { reply, events };
  },
  coreClose: async (_context: unknown, key: string): Promise<void> => {
    await cores.get(key)?.close();
    cores.delete(key);
  },
};
