import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findInstalledBrowser, unpackHeadlessChromium } from '../../build/scripts/findBrowser.ts';

export interface TestBrowser {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** The browser that component and end-to-end tests run in; unpacks one from npm where none is installed. */
export async function testBrowser(): Promise<TestBrowser> {
  const env = ownEnvironment();
  // Root cannot start the sandbox; tests only show pages of this repository.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const installed = findInstalledBrowser(process.env, process.platform, existsSync);
  if (installed !== null) return { executablePath: installed, args, env };
  const cache = join(
    fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url)),
    'headless-chromium',
  );
  const unpacked = await unpackHeadlessChromium(cache);
  return {
    executablePath: unpacked.executablePath,
    args,
    env: { ...env, ...unpacked.env },
  };
}
