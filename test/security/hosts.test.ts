/// <reference path="../../renderer/host.d.ts" />
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFolderDialogs } from '#main/chromium/dialogs.ts';
import { chromiumFlags, decideSandbox } from '#main/chromium/flags.ts';
import type { ChromiumHost } from '#main/chromium/host.ts';
import { createDesktopShell } from '#main/chromium/shell.ts';
import { openTestHost } from '#test/support/chromiumHost.ts';

const MAIN = fileURLToPath(new URL('../../main', import.meta.url));

async function sources(): Promise<Map<string, string>> {
  const out = new Map<string, string>();
  for (const entry of await readdir(MAIN, { recursive: true })) {
    if (!entry.endsWith('.ts') || entry.endsWith('.test.ts') || entry.includes('fake')) continue;
    out.set(entry.replaceAll('\\', '/'), await readFile(join(MAIN, entry), 'utf8'));
  }
  return out;
}

describe('the sources of the hosts', () => {
  const only = async (pattern: RegExp): Promise<string[]> =>
    [...(await sources())].filter(([, text]) => pattern.test(text)).map(([name]) => name);

  it('construct windows in one place, behind the guard', async () => {
    expect(await only(/new BrowserWindow\(/)).toEqual(['electron/windows.ts']);
    const text = (await sources()).get('electron/windows.ts') ?? '';
    expect(text.match(/new BrowserWindow\(/g)).toHaveLength(1);
    expect(text.indexOf('assertSecureWebPreferences({')).toBeLessThan(text.indexOf('new BrowserWindow('));
  });

  it('load Electron at run time in the entry and the preloads alone', async () => {
    expect((await only(/^import (?!type)[^;]*from 'electron'/m)).sort()).toEqual([
      'electron/main.ts',
      'electron/preload.ts',
      'electron/printPreload.ts',
    ]);
  });

  it('touch the dangerous calls in one place each', async () => {
    expect(await only(/ipcMain\.(handle|on)\(/)).toEqual(['electron/startElectron.ts']);
    expect(await only(/(?<!ports\.)shell\.openExternal\(/)).toEqual(['electron/ports.ts']);
    expect(
      await only(/\bloadFile\(|webSecurity: false|nodeIntegration: true|\beval\(|new Function\(/),
    ).toEqual([]);
    expect(await only(/shell: true|execSync\(|(?<!\.)\bexec\(/)).toEqual([]);
  });
});

describe('the page in Chromium', () => {
  let host: ChromiumHost;
  const log: string[] = [];
  beforeAll(async () => {
    host = await openTestHost((line) => log.push(line));
    host.ports.transport.onRequest((json) => Promise.resolve(json));
    await host.show();
  }, 30_000);
  afterAll(() => host.close());

  /** Runs a hostile piece in the page and tells which directives it broke. */
  async function violations(attack: () => unknown): Promise<string[]> {
    await host.page.evaluate(attack);
    await host.page.waitForTimeout(150);
    return host.page.evaluate(() => {
      const list = (globalThis as unknown as { contractViolations: string[] }).contractViolations;
      return list.splice(0);
    });
  }

  it('gets a frozen host and nothing else', async () => {
    const seen = await host.page.evaluate(() => ({
      keys: Object.keys(window.host).sort(),
      frozen: Object.isFrozen(window.host) && Object.isFrozen(window.host.info),
      binding: '__milepostRequest' in window,
      globals: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
      secure: window.isSecureContext,
    }));
    expect(seen).toEqual({
      keys: ['info', 'request', 'subscribe'],
      frozen: true,
      binding: false,
      globals: [],
      secure: true,
    });
    await expect(
      host.page.evaluate(() => {
        Reflect.deleteProperty(window, 'host');
        Object.defineProperty(window, 'host', { value: 1 });
      }),
    ).rejects.toThrow();
  });

  it.each([
    [
      'inline script',
      'require-trusted-types-for',
      (): void => {
        const script = document.createElement('script');
        try {
          script.textContent = 'window.pwned = 1';
        } catch {
          script.append('window.pwned = 1');
        }
        document.body.append(script);
      },
    ],
    [
      'fetch to the network',
      'connect-src',
      (): void => void fetch('https://example.com/').catch(() => undefined),
    ],
    ['fetch of our own files', 'connect-src', (): void => void fetch('/index.html').catch(() => undefined)],
    ['beacon', 'connect-src', (): void => void navigator.sendBeacon('https://example.com/', 'x')],
    [
      'foreign image',
      'img-src',
      () => {
        document.body.append(Object.assign(new Image(), { src: 'https://example.com/x.png' }));
      },
    ],
    [
      'frame',
      'frame-src',
      () => {
        document.body.append(
          Object.assign(document.createElement('iframe'), { src: 'https://example.com/' }),
        );
      },
    ],
    [
      'form',
      'form-action',
      () => {
        const form = Object.assign(document.createElement('form'), {
          action: 'https://example.com/',
          method: 'post',
        });
        document.body.append(form);
        form.submit();
      },
    ],
    [
      'base',
      'base-uri',
      () => {
        document.head.append(Object.assign(document.createElement('base'), { href: 'https://example.com/' }));
      },
    ],
    [
      'foreign style sheet',
      'style-src-elem',
      () => {
        document.head.append(
          Object.assign(document.createElement('link'), {
            rel: 'stylesheet',
            href: 'https://example.com/x.css',
          }),
        );
      },
    ],
    [
      'markup as text',
      'require-trusted-types-for',
      () => {
        try {
          document.body.innerHTML = '<img src=x onerror=alert(1)>';
        } catch {
          // Refused, as it should be; the report is what is looked at.
        }
      },
    ],
  ] as const)('%s breaks %s and goes nowhere', async (_name, directive, attack) => {
    expect(await violations(attack)).toContain(directive);
    expect(await host.page.evaluate(() => 'pwned' in window)).toBe(false);
    expect(host.page.url()).toBe('https://milepost.invalid/index.html');
  });

  it('cannot navigate away; what is tried is counted', async () => {
    const before = host.router.refused();
    await host.page.evaluate(() => {
      location.href = 'https://example.com/?secret';
    });
    await expect.poll(() => host.router.refused()).toBeGreaterThan(before);
    expect(host.router.lastRefused().at(-1)).toContain('example.com');
    expect(host.page.url()).toBe('https://milepost.invalid/index.html');
    expect(await host.page.evaluate(() => window.host.request('still here'))).toBe('still here');
  });

  it('cannot keep a second window', async () => {
    await host.page.evaluate(() => void window.open('https://example.com/'));
    await expect.poll(() => log).toContain('a second page was closed');
    await expect.poll(() => host.page.context().pages().length).toBe(1);
  });

  it('prints without a way to the core, and says why a print failed', async () => {
    const job = (data: unknown) => ({ page: 'print.html', dataJson: JSON.stringify(data), title: '报告' });
    await expect(host.ports.print.toPdf(job({ heading: 'x', fail: 'no rows' }))).rejects.toThrow('no rows');
    await expect(host.ports.print.toPdf({ ...job({}), page: '../x.html' })).rejects.toThrow('not a page');
    const control = new AbortController();
    const hanging = host.ports.print.toPdf(job({ heading: 'x', hang: true }), control.signal);
    setTimeout(() => control.abort(new Error('cancelled by the user')), 800);
    await expect(hanging).rejects.toThrow('cancelled by the user');
    const pdf = Buffer.from(await host.ports.print.toPdf(job({ heading: 'x' }))).toString('latin1');
    // 100 mm × 200 mm in points, from the page's own style sheet; tags for screen readers.
    const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([283, 567]);
    expect(pdf).toContain('/StructTreeRoot');
  }, 30_000);
});

describe('launching a browser', () => {
  it('keeps the sandbox for normal users and asks root for an explicit word', () => {
    const base = { isRoot: false, headless: false, allowNoSandbox: false };
    expect(decideSandbox(base)).toBe('on');
    expect(decideSandbox({ ...base, isRoot: true })).toBe('refuse');
    expect(decideSandbox({ ...base, isRoot: true, headless: true })).toBe('off');
    expect(decideSandbox({ ...base, allowNoSandbox: true })).toBe('off');
  });

  it('weakens nothing on its command line', () => {
    const flags = chromiumFlags({
      profileDir: '/p',
      headless: false,
      sandbox: true,
      appWindow: true,
      lang: 'zh-CN',
    });
    expect(flags.join(' ')).not.toMatch(
      /no-sandbox|disable-web-security|site-isolation|remote-debugging-port|allow-running|popup-blocking/,
    );
    expect(flags).toContain('--remote-debugging-pipe');
  });
});

describe('the desktop shell', () => {
  const calls: string[][] = [];
  const shell = (headless: boolean, handler: string) =>
    createDesktopShell({
      platform: 'linux',
      headless,
      hasCommand: () => true,
      run: (command, args) => {
        calls.push([command, ...args]);
        return Promise.resolve({ code: 0, stdout: args[1] === 'default' ? handler : 'application/pdf' });
      },
    });

  it('passes a hostile file name as one argument', async () => {
    calls.length = 0;
    const path = '/home/li/$(reboot) & "x".pdf';
    expect(await shell(false, 'viewer.desktop').openFile(path)).toEqual({ opened: true });
    expect(calls.at(-1)).toEqual(['xdg-open', path]);
  });

  it('opens nothing without a handler, without a display, or of another type', async () => {
    calls.length = 0;
    expect(await shell(false, '').openFile('/a.pdf')).toEqual({ opened: false, reason: 'no-handler' });
    expect(await shell(true, 'x').openFile('/a.pdf')).toEqual({ opened: false, reason: 'headless' });
    expect(await shell(false, 'x').openFile('/a.desktop')).toEqual({ opened: false, reason: 'refused' });
    expect(calls.some(([command]) => command === 'xdg-open')).toBe(false);
  });
});

describe('saving without dialogs', () => {
  it('never overwrites and never leaves its folder', async () => {
    const { mkdtemp, rm } = await import('node:fs/promises');
    const { tmpdir } = await import('node:os');
    const dir = await mkdtemp(join(tmpdir(), 'milepost-save-'));
    const save = createFolderDialogs(dir);
    const options = { title: '', suggestedName: '../../报告.pdf', filters: [] };
    const first = await save.saveFile(options);
    const second = await save.saveFile(options);
    expect(first).not.toBe(second);
    for (const path of [first, second])
      expect(path?.startsWith(`${dir}/`) && !path.slice(dir.length + 1).includes('/')).toBe(true);
    await rm(dir, { recursive: true });
  });
});
