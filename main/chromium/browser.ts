import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { chromiumFlags } from './flags.ts';

export interface BrowserProgram {
  readonly executablePath: string;
  /** Extra environment of the browser, e.g. the libraries that came with it. */
  readonly env: Readonly<Record<string, string>>;
}

export interface LaunchOptions {
  readonly program: BrowserProgram;
  readonly headless: boolean;
  readonly sandbox: boolean;
  readonly appWindow: boolean;
  readonly lang: string | null;
  readonly viewport: { width: number; height: number } | null;
  /** `null`: a temporary profile that is removed afterwards. */
  readonly profileDir: string | null;
}

export interface LaunchedBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** Starts a browser on the DevTools pipe: no socket listens, nobody else can attach. */
export async function launchBrowser(options: LaunchOptions): Promise<LaunchedBrowser> {
  const profileDir = options.profileDir ?? (await mkdtemp(join(tmpdir(), 'milepost-browser-')));
  await mkdir(profileDir, { recursive: true, mode: 0o700 });
  const removeProfile = async (): Promise<void> => {
    if (options.profileDir === null) await rm(profileDir, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const context = await chromium.launchPersistentContext(profileDir, {
      executablePath: options.program.executablePath,
      ignoreDefaultArgs: true,
      args: chromiumFlags({ ...options, profileDir }),
      headless: options.headless,
      chromiumSandbox: options.sandbox,
      env: browserEnvironment(process.env, options.program.env),
      viewport: options.viewport,
      serviceWorkers: 'block',
      acceptDownloads: false,
      permissions: [],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: 30_000,
      ...(options.lang === null ? {} : { locale: options.lang }),
    });
    const close = async (): Promise<void> => {
      await context.close().catch(() => undefined);
      await removeProfile();
    };
    return { context, close };
  } catch (error) {
    await removeProfile();
    throw error;
  }
}

/** Proxies, key logs and debuggers named in the environment are not for this browser. */
function browserEnvironment(
  env: NodeJS.ProcessEnv,
  extra: Readonly<Record<string, string>>,
): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [key, value] of Object.entries(env)) {
    if (value === undefined || /^(.*_proxy|SSLKEYLOGFILE|NODE_OPTIONS|CHROME_.*|GOOGLE_.*)$/i.test(key))
      continue;
    out[key] = value;
  }
  return { ...out, ...extra };
}
