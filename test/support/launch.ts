import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { type ChromiumHost, openChromiumHost } from '#main/chromium/host.ts';
import { type App, createApp } from '#main/start.ts';
import type { Locale } from '#shared/i18n/index.ts';
import type { WireReply } from '#shared/ipc/codec.ts';
import type { ChannelName, InputOf, OutputOf } from '#shared/ipc/contract.ts';
import { testBrowser } from './browser.ts';
import { WireFailure } from './testApp.ts';

export interface Launched {
  readonly page: Page;
  readonly host: ChromiumHost;
  readonly app: App;
  readonly dataDir: string;
  /** Folder that exports and e-mail drafts are written to. */
  readonly exportDir: string;
  /** A request through the same door the window uses. */
  request<C extends ChannelName>(channel: C, input: InputOf<C>): Promise<OutputOf<C>>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly lang?: Locale;
  /** Kept after `close`, for restarts; else a temporary folder. */
  readonly dataDir?: string;
  /** Runs after the store is open and before the window is shown. */
  readonly prepare?: (request: Launched['request']) => Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Starts the whole app in a headless Chromium, as `npm start` does without a display. Needs `npm run build`. */
export async function launchMilepost(options: LaunchOptions = {}): Promise<Launched> {
  const assetsDir = join(root, 'out', 'renderer');
  if (!existsSync(join(assetsDir, 'index.html'))) throw new Error('run `npm run build` first');
  const browser = await testBrowser();
  const work = mkdtempSync(join(tmpdir(), 'milepost-e2e-'));
  const dataDir = options.dataDir ?? join(work, 'data');
  const exportDir = join(work, 'exports');
  const host = await openChromiumHost({
    program: { executablePath: browser.executablePath, env: browser.env },
    assetsDir,
    workerEntry: join(root, 'main/services/worker/entry.ts'),
    exportDir,
    profileDir: null,
    headless: true,
    sandbox: process.getuid?.() !== 0,
    appVersion: '0.0.0-test',
    platform: 'linux',
    preferredLanguages: [options.lang ?? 'en'],
  });
  const app = await createApp(host.ports, { dataDir, log: (message) => console.error(message) });
  const request: Launched['request'] = async (channel, input) => {
    const reply = JSON.parse(await app.request(JSON.stringify({ channel, input }))) as WireReply;
    if (!reply.ok) throw new WireFailure(reply.err);
    return reply.value as never;
  };
  await options.prepare?.(request);
  await host.show();
  const close = async (): Promise<void> => {
    await app.close();
    await host.close();
    rmSync(work, { recursive: true, force: true });
  };
  return { page: host.page, host, app, dataDir, exportDir, request, close };
}
