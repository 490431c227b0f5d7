import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openChromiumHost } from '#main/chromium/host.ts';
import { testBrowser } from '#test/support/browser.ts';
import { launchMilepost } from '#test/support/launch.ts';
import { compare, type Result } from './compare.ts';

const EMPTY =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title></head><body>.</body></html>';

/** Reloads the page and returns the milliseconds from navigation to the first content on it. */
async function firstPaint(page: Page): Promise<number> {
  await page.reload();
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const entry = list.getEntriesByName('first-contentful-paint')[0];
          if (entry) resolve(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

/** First paint of the app's page against that of an empty one, both served by the same host. */
export async function paintResults(): Promise<Result[]> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  if (!existsSync(join(root, 'out/renderer/index.html'))) throw new Error('run `npm run build` first');
  const assets = mkdtempSync(join(tmpdir(), 'milepost-empty-'));
  writeFileSync(join(assets, 'index.html'), EMPTY);
  const browser = await testBrowser();
  const app = await launchMilepost();
  const empty = await openChromiumHost({
    program: { executablePath: browser.executablePath, env: browser.env },
    assetsDir: assets,
    workerEntry: join(root, 'main/services/worker/entry.ts'),
    exportDir: assets,
    profileDir: null,
    headless: true,
    sandbox: process.getuid?.() !== 0,
    appVersion: '0.0.0-test',
    platform: 'linux',
    preferredLanguages: ['en'],
  });
  try {
    await empty.show();
    return [
      await compare(
        'first paint of the app, against an empty page in the same host',
        null,
        15,
        () => firstPaint(app.page),
        () => firstPaint(empty.page),
      ),
    ];
  } finally {
    await app.close();
    await empty.close();
    rmSync(assets, { recursive: true, force: true });
  }
}
