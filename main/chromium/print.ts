import type { BrowserContext, Page } from 'playwright-core';
import type { AssetReader } from '#main/host/assetFiles.ts';
import { deferred } from '#main/host/deferred.ts';
import type { PrintJob, PrintPort } from '#main/host/ports.ts';
import { resolveAsset } from '#main/policy/assets.ts';
import { installPrintData } from './bridge.ts';
import { type LaunchedBrowser, type LaunchOptions, launchBrowser } from './browser.ts';
import { routeAssets } from './routing.ts';

export interface PrintOptions {
  readonly launch: Omit<LaunchOptions, 'headless' | 'appWindow' | 'profileDir' | 'viewport'>;
  readonly assets: AssetReader;
  readonly origin: string;
  /** Limit for one page to become ready and print. */
  readonly timeoutMs?: number;
  /** How long the printing browser is kept for the next job. */
  readonly idleMs?: number;
}

export interface ChromiumPrint extends PrintPort {
  close(): Promise<void>;
}

const TIMEOUT_MS = 60_000;
const IDLE_MS = 20_000;

/**
 * Prints in a headless browser of its own: no transport there, another profile, no flicker in front of
 * the user, and a report that crashes its page takes nothing else with it. Jobs run one after another.
 */
export function createChromiumPrint(options: PrintOptions): ChromiumPrint {
  let browser: Promise<LaunchedBrowser> | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | null = null;

  function open(): Promise<LaunchedBrowser> {
    if (idle) clearTimeout(idle);
    idle = null;
    browser ??= start(options).then(
      (launched) => {
        launched.context.once('close', () => {
          browser = null;
        });
        return launched;
      },
      (error: unknown) => {
        browser = null;
        throw error;
      },
    );
    return browser;
  }

  async function close(): Promise<void> {
    if (idle) clearTimeout(idle);
    idle = null;
    const open = browser;
    browser = null;
    if (open) await (await open.catch(() => null))?.close();
  }

  async function print(job: PrintJob, signal: AbortSignal | undefined): Promise<Uint8Array> {
    signal?.throwIfAborted();
    const { context } = await open();
    try {
      return await printIn(context, job, options, signal);
    } finally {
      idle = setTimeout(() => void close(), options.idleMs ?? IDLE_MS);
      idle.unref();
    }
  }

  return {
    toPdf(job, signal) {
      const run = queue.then(() => print(job, signal));
      queue = run.catch(() => undefined);
      return run;
    },
    close,
  };
}

async function start(options: PrintOptions): Promise<LaunchedBrowser> {
  const launched = await launchBrowser({
    ...options.launch,
    headless: true,
    appWindow: false,
    profileDir: null,
    viewport: { width: 1200, height: 1600 },
  });
  await routeAssets(launched.context, options.assets, options.origin);
  return launched;
}

async function printIn(
  context: BrowserContext,
  job: PrintJob,
  options: PrintOptions,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const url = `${options.origin}/${job.page}`;
  if (!resolveAsset(url, options.origin)) throw new Error(`not a page of the bundle: ${job.page}`);
  const page = await context.newPage();
  const onAbort = (): void => void page.close();
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const timeout = job.timeoutMs ?? options.timeoutMs ?? TIMEOUT_MS;
    page.setDefaultTimeout(timeout);
    return await withCrashAndLimit(page, timeout, printPage(page, url, job, timeout));
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await page.close().catch(() => undefined);
  }
}

async function printPage(page: Page, url: string, job: PrintJob, timeout: number): Promise<Uint8Array> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(installPrintData, [job.dataJson, job.title] as const);
  await page.goto(url, { waitUntil: 'load' });
  await page
    .waitForFunction(() => /^(ready|failed)$/.test(document.documentElement.dataset['print'] ?? ''), null, {
      timeout,
    })
    .catch((error: unknown) => {
      throw new Error(`the print page never became ready${errors.length > 0 ? `: ${errors[0]}` : ''}`, {
        cause: error,
      });
    });
  const state = await page.evaluate(async (title) => {
    const { dataset } = document.documentElement;
    document.title = title;
    await document.fonts.ready;
    return { failed: dataset['print'] === 'failed', reason: dataset['printError'] ?? '' };
  }, job.title);
  if (state.failed) throw new Error(`the print page failed: ${state.reason.slice(0, 500)}`);
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
}

/** Printing itself knows no time limit and a crashed page never answers: both end here. */
async function withCrashAndLimit<T>(page: Page, timeoutMs: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = deferred<never>();
  const onCrash = (): void => reject(new Error('the print page crashed'));
  page.once('crash', onCrash);
  const timer = setTimeout(() => reject(new Error(`printing took longer than ${timeoutMs} ms`)), timeoutMs);
  // When the limit wins, the page is closed and `work` fails later; that failure is already answered.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
    page.off('crash', onCrash);
  }
}
