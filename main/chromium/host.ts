import { randomFillSync } from 'node:crypto';
import type { Page } from 'playwright-core';
import { createAssetReader } from '#main/host/assetFiles.ts';
import { deferred } from '#main/host/deferred.ts';
import { createLifecycle } from '#main/host/lifecycle.ts';
import type { HostInfo, HostPorts, WindowPort } from '#main/host/ports.ts';
import { createRequestGate, type RequestGate } from '#main/host/requestGate.ts';
import { CHROMIUM_ORIGIN } from '#main/policy/origin.ts';
import { createForkWorker } from '#main/services/worker/forkWorker.ts';
import { BINDING, deliverEvent, EVENTS, installBridge } from './bridge.ts';
import { type BrowserProgram, type LaunchedBrowser, launchBrowser } from './browser.ts';
import { createFolderDialogs } from './dialogs.ts';
import { createChromiumPrint } from './print.ts';
import { type Router, routeAssets } from './routing.ts';
import { commandExists, createDesktopShell, runCommand } from './shell.ts';

export interface ChromiumHostOptions {
  readonly program: BrowserProgram;
  /** Folder with the built renderer (`index.html`, `print.html`, assets). */
  readonly assetsDir: string;
  /** Built worker entry, or its TypeScript source in development. */
  readonly workerEntry: string;
  readonly exportDir: string;
  /** `null`: temporary, removed at the end. */
  readonly profileDir: string | null;
  readonly headless: boolean;
  readonly sandbox: boolean;
  readonly appVersion: string;
  readonly platform: HostInfo['platform'];
  readonly preferredLanguages: readonly string[];
  readonly log?: (message: string) => void;
  /** Fixed clock and randomness in tests. */
  readonly clock?: HostPorts['clock'];
  readonly random?: HostPorts['random'];
}

export interface ChromiumHost {
  readonly ports: HostPorts;
  /** The app's window; for tests and the demo. */
  readonly page: Page;
  readonly router: Router;
  /** Loads the start page. */
  show(): Promise<void>;
  /** Hands a file to the core as if the operating system had. */
  openFile(path: string): void;
  /** Runs the quit handlers and closes the browser; safe to call twice. */
  close(): Promise<void>;
  /** Settles when everything is closed, whoever asked for it. */
  readonly closed: Promise<void>;
}

const WINDOW_ID = 'main';
const VIEWPORT = { width: 1360, height: 860 };

/** Opens the app's window in an installed Chrome, Chromium or Edge and offers it as host ports. */
export async function openChromiumHost(options: ChromiumHostOptions): Promise<ChromiumHost> {
  const log = options.log ?? (() => undefined);
  const lang = options.preferredLanguages[0] ?? null;
  const launch = { program: options.program, sandbox: options.sandbox, lang };
  const browser = await launchBrowser({
    ...launch,
    headless: options.headless,
    appWindow: !options.headless,
    profileDir: options.profileDir,
    viewport: options.headless ? VIEWPORT : null,
  });
  const assets = createAssetReader(options.assetsDir, CHROMIUM_ORIGIN);
  const gate = createRequestGate({
    origin: CHROMIUM_ORIGIN,
    windows: new Set([WINDOW_ID]),
    onRefused: (reason) => log(`request refused: ${reason}`),
  });
  try {
    const page = await firstPage(browser);
    const router = await routeAssets(browser.context, assets, CHROMIUM_ORIGIN);
    await connectPage(page, gate, hostInfo(options));
    closeOtherPages(browser, page, log);
    const print = createChromiumPrint({ launch, assets, origin: CHROMIUM_ORIGIN });
    const ending = createEnding(browser, page, () => print.close(), log);
    const ports = { ...portsOf(options, page, gate), print, lifecycle: ending.lifecycle };
    return {
      ports,
      page,
      router,
      show: async () => void (await page.goto(`${CHROMIUM_ORIGIN}/index.html`, { waitUntil: 'load' })),
      openFile: (path) => ending.lifecycle.fileOpened(path),
      close: ending.close,
      closed: ending.closed,
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function firstPage(browser: LaunchedBrowser): Promise<Page> {
  return browser.context.pages()[0] ?? browser.context.waitForEvent('page');
}

async function connectPage(page: Page, gate: RequestGate, info: HostInfo): Promise<void> {
  await page.exposeBinding(BINDING, (source, json: unknown) =>
    gate.receive(json, {
      url: source.frame.isDetached() ? null : source.frame.url(),
      topFrame: source.page === page && source.frame === page.mainFrame(),
      windowId: source.page === page ? WINDOW_ID : null,
    }),
  );
  await page.addInitScript(installBridge, { binding: BINDING, events: EVENTS, info });
}

/** Popups are refused by the browser's policy already; whatever opens all the same is closed unseen. */
function closeOtherPages(browser: LaunchedBrowser, own: Page, log: (message: string) => void): void {
  browser.context.on('page', (page) => {
    if (page === own) return;
    log('a second page was closed');
    void page.close().catch(() => undefined);
  });
}

function createEnding(
  browser: LaunchedBrowser,
  page: Page,
  closePrint: () => Promise<void>,
  log: (message: string) => void,
) {
  const done = deferred<void>();
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      await lifecycle.shutDown();
      await closePrint().catch(() => undefined);
      await browser.close();
      done.resolve();
    })();
    return closing;
  };
  const lifecycle = createLifecycle({
    requestQuit: () => void close(),
    onError: (error) => log(`while quitting: ${error instanceof Error ? error.message : String(error)}`),
  });
  // Closing the window ends the app; so does a browser that died.
  page.once('close', () => void close());
  browser.context.once('close', () => void close());
  page.on('crash', () => {
    log('the page crashed; it is loaded again');
    page.reload().catch(() => void close());
  });
  return { lifecycle, close, closed: done.promise };
}

function portsOf(
  options: ChromiumHostOptions,
  page: Page,
  gate: RequestGate,
): Omit<HostPorts, 'print' | 'lifecycle'> {
  return {
    info: hostInfo(options),
    transport: {
      onRequest: gate.onRequest,
      // A page that is reloading misses the event; the client sees the gap in `seq` and refetches.
      push: (json) => void page.evaluate(deliverEvent, [EVENTS, json] as const).catch(() => undefined),
    },
    window: windowPort(page),
    dialogs: createFolderDialogs(options.exportDir),
    shell: createDesktopShell({
      platform: options.platform,
      headless: options.headless,
      run: runCommand,
      hasCommand: (name) => commandExists(name),
    }),
    worker: createForkWorker(options.workerEntry),
    clock: options.clock ?? {
      now: () => Date.now(),
      timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    random: options.random ?? ((bytes) => void randomFillSync(bytes)),
  };
}

function windowPort(page: Page): WindowPort {
  const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);
  return {
    focus: () => quietly(page.bringToFront()),
    setTitle: (title) =>
      quietly(
        page.evaluate((text) => {
          document.title = text;
        }, title),
      ),
    setTheme: (theme) => quietly(page.emulateMedia({ colorScheme: theme === 'system' ? null : theme })),
    setMenu: () => undefined,
    setProgress: () => undefined,
  };
}

function hostInfo(options: ChromiumHostOptions): HostInfo {
  return {
    kind: 'chromium',
    platform: options.platform,
    appVersion: options.appVersion,
    nativeMenus: false,
    nativeDialogs: false,
    preferredLanguages: options.preferredLanguages,
  };
}
