import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostPorts } from '#main/host/ports.ts';
import { createFakeElectron, type FakeElectron, type FakeOptions } from './fakeElectron.ts';
import { applicationTemplate } from './menu.ts';
import { startElectron } from './startElectron.ts';
import { isReachable } from './windows.ts';

const OUT = fileURLToPath(new URL('../../test/contract', import.meta.url));
let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'milepost-electron-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

interface Started {
  readonly fake: FakeElectron;
  readonly ports: HostPorts;
  readonly close: ReturnType<typeof vi.fn<() => Promise<void>>>;
  readonly log: string[];
}

async function start(argv: readonly string[] = [], options: FakeOptions = {}): Promise<Started> {
  const fake = createFakeElectron(options);
  const log: string[] = [];
  const close = vi.fn(() => Promise.resolve());
  let ports: HostPorts | null = null;
  await startElectron(fake.electron, {
    createApp: (given) => {
      ports = given;
      given.transport.onRequest((json) => Promise.resolve(`echo ${json}`));
      return Promise.resolve({ close });
    },
    outDir: OUT,
    argv,
    env: { MILEPOST_DATA_DIR: dataDir },
    homeDir: '/home/li',
    cwd: '/',
    platform: 'linux',
    log: (line) => log.push(line),
  });
  return { fake, close, log, ports: ports as unknown as HostPorts };
}

const session = (fake: FakeElectron, name: string) =>
  fake.sessions.get('persist:milepost')?.get(name) as (...args: unknown[]) => unknown;

describe('start-up', () => {
  it('declares sandbox and scheme, takes the lock, and only then waits for ready', async () => {
    const { fake } = await start();
    expect(fake.calls.slice(0, 4)).toEqual([
      'app.enableSandbox',
      'protocol.registerSchemesAsPrivileged',
      'app.requestSingleInstanceLock',
      'powerMonitor.on',
    ]);
    expect(fake.calls.indexOf('app.whenReady')).toBeGreaterThan(3);
    expect(fake.calls.indexOf('new BrowserWindow')).toBeGreaterThan(fake.calls.indexOf('app.whenReady'));
    expect(fake.calls.at(-1)).toBe('loadURL app://bundle/index.html');
    expect(fake.schemes).toMatchObject([
      {
        scheme: 'app',
        privileges: {
          standard: true,
          secure: true,
          corsEnabled: true,
          bypassCSP: false,
          allowServiceWorkers: false,
        },
      },
    ]);
  });

  it('ends at once on a dangerous switch', async () => {
    const { fake } = await start(['--inspect=9229']);
    expect(fake.calls).toEqual(['app.exit 2']);
  });

  it('leaves when another instance holds the lock', async () => {
    const { fake } = await start([], { lock: false });
    expect(fake.calls.at(-1)).toBe('app.quit');
    expect(fake.windows).toEqual([]);
  });

  it('refuses a data folder on the network, in a message box', async () => {
    const { fake } = await start(['--data-dir', '//server/share']);
    expect(fake.errors).toEqual(['NETWORK_PATH: //server/share']);
    expect(fake.calls.at(-1)).toBe('app.exit 1');
    expect(fake.windows).toEqual([]);
  });
});

describe('windows', () => {
  it('opens one hidden, sandboxed, isolated window without Node', async () => {
    const { fake } = await start();
    expect(fake.windows).toHaveLength(1);
    expect(fake.windows[0]).toMatchObject({
      show: false,
      windowStatePersistence: true,
      webPreferences: {
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        spellcheck: false,
        devTools: false,
        partition: 'persist:milepost',
        preload: join(OUT, 'preload', 'preload.cjs'),
      },
    });
  });

  it('brings a window back that was left on a missing display', async () => {
    const { fake } = await start();
    fake.contents.emit('window:ready-to-show');
    expect(fake.calls.slice(-2)).toEqual([
      'setBounds {"x":280,"y":90,"width":1360,"height":860}',
      'window.show',
    ]);
    const area = { x: 0, y: 0, width: 1920, height: 1040 };
    expect(isReachable({ x: -1300, y: 10, width: 1360, height: 860 }, [area])).toBe(false);
    expect(isReachable({ x: 10, y: 10, width: 1360, height: 860 }, [area])).toBe(true);
    expect(isReachable({ x: 10, y: -400, width: 1360, height: 860 }, [area])).toBe(false);
  });
});

describe('guards', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    'prevents %s to foreign pages',
    async (name) => {
      const { fake } = await start();
      fake.app.emit('web-contents-created', {}, contentsOf(fake));
      for (const url of ['https://evil.com/', 'file:///etc/passwd', 'app://bundle.evil/', 'javascript:1']) {
        const event = { url, isMainFrame: true, preventDefault: vi.fn() };
        fake.contents.emit(name, event);
        expect(event.preventDefault).toHaveBeenCalled();
      }
    },
  );

  it('opens no windows and attaches no webviews', async () => {
    const { fake } = await start();
    fake.app.emit('web-contents-created', {}, contentsOf(fake));
    expect(fake.windowOpen?.({ url: 'app://bundle/index.html' })).toEqual({ action: 'deny' });
    const event = { preventDefault: vi.fn() };
    fake.contents.emit('will-attach-webview', event);
    expect(event.preventDefault).toHaveBeenCalled();
  });

  it('guards both sessions in the same way', async () => {
    const { fake } = await start();
    expect([...fake.sessions.keys()]).toEqual(['persist:milepost', 'milepost-print']);
    for (const handlers of fake.sessions.values()) {
      expect([...handlers.keys()].sort()).toEqual(
        [
          'beforeRequest',
          'device',
          'displayMedia',
          'permissionCheck',
          'permissionRequest',
          'protocol:app',
          'proxy',
          'spellcheck',
          'will-download',
        ].sort(),
      );
    }
  });

  it('denies permissions by request and by check', async () => {
    const { fake } = await start();
    const answer = vi.fn();
    session(fake, 'permissionRequest')(null, 'geolocation', answer);
    expect(answer).toHaveBeenCalledWith(false);
    expect(session(fake, 'permissionCheck')(null, 'media')).toBe(false);
    expect(session(fake, 'device')({ deviceType: 'usb' })).toBe(false);
  });

  it.each([
    ['app://bundle/index.html', false],
    ['blob:app://bundle/1', false],
    ['https://example.com/', true],
    ['http://127.0.0.1:9/', true],
    ['ws://evil.com/', true],
    ['file:///etc/passwd', true],
    ['devtools://x/', true],
  ])('request to %s is cancelled: %s', async (url, cancel) => {
    const { fake } = await start();
    const answer = vi.fn();
    session(fake, 'beforeRequest')({ url }, answer);
    expect(answer).toHaveBeenCalledWith({ cancel });
  });

  it('serves no file outside the bundle, and the policy with every answer', async () => {
    const { fake } = await start();
    const handle = session(fake, 'protocol:app') as (
      request: Request | { url: string; method: string },
    ) => Promise<Response>;
    for (const url of [
      'app://bundle/../secret.json',
      'app://bundle/%2e%2e%2fx.json',
      'app://evil/index.html',
      'app://bundle/nothing.html',
    ]) {
      const response = await handle({ url, method: 'GET' });
      expect(response.status).toBe(404);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    expect((await handle({ url: 'app://bundle/index.html', method: 'POST' })).status).toBe(405);
    expect((await handle({ url: 'app://bundle/index.html', method: 'GET' })).status).toBe(200);
  });
});

describe('requests', () => {
  const call = (fake: FakeElectron, event: unknown, json: unknown) =>
    (fake.ipc.get('milepost:request') as unknown as (event: unknown, json: unknown) => Promise<string>)(
      event,
      json,
    );

  it('forwards what the top frame of the window says', async () => {
    const { fake } = await start();
    const event = { sender: fake.page, senderFrame: fake.frame };
    expect(await call(fake, event, '{}')).toBe('echo {}');
  });

  it('refuses frames that are gone, foreign or not on top, other windows, and what is no text', async () => {
    const { fake } = await start();
    const sender = fake.page;
    const url = 'app://bundle/index.html';
    await expect(call(fake, { sender, senderFrame: null }, '{}')).rejects.toThrow(
      'SENDER_REFUSED: not-top-frame',
    );
    await expect(call(fake, { sender, senderFrame: { url } }, '{}')).rejects.toThrow(
      'SENDER_REFUSED: not-top-frame',
    );
    await expect(call(fake, { sender: {}, senderFrame: { url } }, '{}')).rejects.toThrow(
      'SENDER_REFUSED: no-window',
    );
    await expect(call(fake, { sender, senderFrame: fake.frame }, { a: 1 })).rejects.toThrow(
      'REQUEST_NOT_TEXT',
    );
    fake.frame.url = 'https://evil.com/';
    await expect(call(fake, { sender, senderFrame: fake.frame }, '{}')).rejects.toThrow('foreign-origin');
  });

  it('pushes events as text to the page', async () => {
    const { fake, ports } = await start();
    ports.transport.push('"x"');
    expect(fake.sent).toEqual([['milepost:event', '"x"']]);
  });
});

describe('the end', () => {
  it('holds the quit back until the core has closed, once', async () => {
    const { fake, close } = await start();
    const first = { preventDefault: vi.fn() };
    fake.app.emit('before-quit', first);
    expect(first.preventDefault).toHaveBeenCalled();
    await vi.waitFor(() => expect(fake.calls.at(-1)).toBe('app.quit'));
    expect(close).toHaveBeenCalledTimes(1);
    const second = { preventDefault: vi.fn() };
    fake.app.emit('before-quit', second);
    expect(second.preventDefault).not.toHaveBeenCalled();
  });

  it('waits five seconds for a core that hangs, not longer', async () => {
    const { fake, ports } = await start();
    vi.useFakeTimers();
    try {
      ports.lifecycle.onQuit(() => new Promise(() => undefined));
      fake.app.emit('before-quit', { preventDefault: vi.fn() });
      await vi.advanceTimersByTimeAsync(4900);
      expect(fake.calls).not.toContain('app.quit');
      await vi.advanceTimersByTimeAsync(200);
      expect(fake.calls).toContain('app.quit');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('ports', () => {
  it('prints in a window of its own partition and throws it away', async () => {
    const { fake, ports } = await start();
    await ports.print.toPdf({ page: 'print.html', dataJson: '{}', title: 't' });
    expect(fake.windows[1]).toMatchObject({
      show: false,
      webPreferences: { partition: 'milepost-print', sandbox: true },
    });
    expect(fake.pdfOptions).toEqual([
      {
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      },
    ]);
    expect(fake.calls.at(-1)).toBe('window.destroy');
  });

  it('reports a print page that failed, and refuses pages that are not of the bundle', async () => {
    const { fake, ports } = await start();
    fake.printState = { state: 'failed', reason: 'no data', fonts: 'loaded' };
    await expect(ports.print.toPdf({ page: 'print.html', dataJson: '{}', title: 't' })).rejects.toThrow(
      'no data',
    );
    await expect(ports.print.toPdf({ page: '../x.html', dataJson: '{}', title: 't' })).rejects.toThrow(
      'not a page',
    );
  });

  it('hands allowed addresses and own documents to the system, nothing else', async () => {
    const { fake, ports } = await start();
    await expect(ports.shell.openExternal('file:///x')).rejects.toThrow('refused');
    await ports.shell.openExternal('https://example.com');
    expect(await ports.shell.openFile('/home/li/x.sh')).toEqual({ opened: false, reason: 'refused' });
    expect(await ports.shell.openFile('/home/li/x.pdf')).toEqual({ opened: true });
    expect(fake.externals).toEqual(['https://example.com/', '/home/li/x.pdf']);
  });

  it('queues files of the first moment and filters those of a second start', async () => {
    const { fake, ports } = await start(['/home/li/a.milepost']);
    const seen: string[] = [];
    ports.lifecycle.onOpenFile((path) => void seen.push(path));
    fake.app.emit('second-instance', {}, ['milepost', '--inspect', 'b.xml', 'c.exe'], '/home/li');
    expect(seen).toEqual(['/home/li/a.milepost', '/home/li/b.xml']);
    expect(fake.calls).toContain('window.focus');
  });

  it('reloads a dead page three times, then gives up', async () => {
    const { fake } = await start();
    const die = (contents: unknown): void =>
      void fake.app.emit('render-process-gone', {}, contents, { reason: 'crashed' });
    die({});
    expect(fake.calls).not.toContain('reload');
    for (let count = 0; count < 3; count += 1) die(fake.page);
    expect(fake.calls.filter((call) => call === 'reload')).toHaveLength(3);
    expect(fake.calls).not.toContain('app.quit');
    die(fake.page);
    expect(fake.calls.at(-1)).toBe('app.quit');
  });
});

describe('menu', () => {
  it('maps roles, separators, checks and commands', () => {
    const run = vi.fn();
    const [edit] = applicationTemplate(
      [
        {
          id: 'edit',
          label: '编辑',
          submenu: [
            { id: 'undo', label: '撤销', role: 'undo' },
            { id: '-', label: '', separator: true },
            { id: 'dark', label: '深色', checked: true, accelerator: 'CmdOrCtrl+D' },
          ],
        },
      ],
      run,
      'linux',
    );
    expect(edit).toMatchObject({
      label: '编辑',
      submenu: [{ role: 'undo' }, { type: 'separator' }, { type: 'checkbox', checked: true }],
    });
    const items = edit?.submenu as Electron.MenuItemConstructorOptions[];
    const click = items[2]?.click as unknown as () => void;
    click();
    expect(run).toHaveBeenCalledWith('dark');
    expect(applicationTemplate([], run, 'darwin')).toEqual([{ role: 'appMenu' }]);
  });
});

function contentsOf(fake: FakeElectron): unknown {
  return {
    on: (event: string, listener: () => void) => fake.contents.on(event, listener),
    setWindowOpenHandler: (handler: NonNullable<FakeElectron['windowOpen']>) => {
      fake.windowOpen = handler;
    },
  };
}
