import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findInstalledBrowser, unpackHeadlessChromium } from '#build/scripts/findBrowser.ts';
import type { BrowserProgram } from '#main/chromium/browser.ts';
import { type ChromiumHost, openChromiumHost } from '#main/chromium/host.ts';

const BUNDLE = fileURLToPath(new URL('../contract/renderer', import.meta.url));
const WORKER = fileURLToPath(new URL('../contract/worker.ts', import.meta.url));

/** An installed browser, else the one from npm: these tests never skip. */
export async function testBrowser(): Promise<BrowserProgram> {
  const installed = findInstalledBrowser(process.env, process.platform, existsSync);
  if (installed !== null) return { executablePath: installed, env: {} };
  const { executablePath, env } = await unpackHeadlessChromium(join(tmpdir(), 'milepost-test-browser'));
  return { executablePath, env };
}

/** A headless host on a small bundle of its own; the core is up to the test. */
export async function openTestHost(log: (line: string) => void = () => undefined): Promise<ChromiumHost> {
  return openChromiumHost({
    program: await testBrowser(),
    assetsDir: BUNDLE,
    workerEntry: WORKER,
    exportDir: await mkdtemp(join(tmpdir(), 'milepost-exports-')),
    profileDir: null,
    headless: true,
    sandbox: process.getuid?.() !== 0,
    appVersion: '0.0.0',
    platform: 'linux',
    preferredLanguages: ['zh-CN', 'en'],
    log,
  });
}
