import { EventEmitter } from 'node:events';
import type { AppSession, AppWindow, ElectronModule } from './types.ts';

type Handler = (...args: never[]) => unknown;

export interface FakeElectron {
  readonly electron: ElectronModule;
  /** Names of the calls, in order: `app.enableSandbox`, `new BrowserWindow`, … */
  readonly calls: string[];
  readonly windows: Electron.BrowserWindowConstructorOptions[];
  readonly sessions: Map<string, Map<string, Handler>>;
  readonly ipc: Map<string, Handler>;
  readonly app: EventEmitter;
  readonly contents: EventEmitter;
  readonly sent: unknown[][];
  readonly schemes: Electron.CustomScheme[];
  readonly externals: string[];
  readonly menus: Electron.MenuItemConstructorOptions[][];
  readonly errors: string[];
  readonly pdfOptions: Electron.PrintToPDFOptions[];
  printState: { state: string; reason: string; fonts: string };
  windowOpen: ((details: { url: string }) => { action: string }) | null;
  /** The contents of the first window. */
  page: AppWindow['webContents'] | null;
  /** The page's main frame, as the sender of requests. */
  readonly frame: { url: string };
}

export interface FakeOptions {
  readonly lock?: boolean;
}

/**
 * Electron as a recorder: the methods this host uses, no behaviour beyond what a test asks for.
 * It shows order and arguments. It shows nothing about what Electron makes of them.
 */
export function createFakeElectron(options: FakeOptions = {}): FakeElectron {
  const fake: Omit<FakeElectron, 'electron'> = {
    calls: [],
    windows: [],
    sessions: new Map(),
    ipc: new Map(),
    app: new EventEmitter(),
    contents: new EventEmitter(),
    sent: [],
    schemes: [],
    externals: [],
    menus: [],
    errors: [],
    pdfOptions: [],
    printState: { state: 'ready', reason: '', fonts: 'loaded' },
    windowOpen: null,
    page: null,
    frame: { url: 'app://bundle/index.html' },
  };
  return Object.assign(fake, { electron: fakeModule(fake, options) });
}

function fakeModule(fake: Omit<FakeElectron, 'electron'>, options: FakeOptions): ElectronModule {
  const note = (name: string): void => void fake.calls.push(name);
  class BrowserWindow {
    constructor(settings: Electron.BrowserWindowConstructorOptions) {
      note('new BrowserWindow');
      fake.windows.push(settings);
      Object.assign(this, fakeWindow(fake));
    }
  }
  const app = {
    enableSandbox: () => note('app.enableSandbox'),
    requestSingleInstanceLock: () => {
      note('app.requestSingleInstanceLock');
      return options.lock ?? true;
    },
    whenReady: () => {
      note('app.whenReady');
      return Promise.resolve();
    },
    on: (event: string, listener: Handler) => fake.app.on(event, listener as () => void),
    quit: () => note('app.quit'),
    exit: (code?: number) => note(`app.exit ${code}`),
    getVersion: () => '0.1.0',
    getPath: () => '/home/li/Documents',
    getPreferredSystemLanguages: () => ['zh-CN'],
    getAppMetrics: () => [],
    setAppUserModelId: () => note('app.setAppUserModelId'),
    isPackaged: true,
  };
  const module = {
    app,
    BrowserWindow,
    Menu: {
      buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => {
        fake.menus.push(template);
        return {};
      },
      setApplicationMenu: () => note('Menu.setApplicationMenu'),
    },
    dialog: {
      showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
      showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
      showErrorBox: (_title: string, text: string) => void fake.errors.push(text),
    },
    shell: {
      openExternal: (url: string) => Promise.resolve(void fake.externals.push(url)),
      openPath: (path: string) => Promise.resolve(fake.externals.push(path) > 0 ? '' : 'never'),
      showItemInFolder: (path: string) => void fake.externals.push(path),
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => {
        note('protocol.registerSchemesAsPrivileged');
        fake.schemes.push(...schemes);
      },
    },
    session: { fromPartition: (partition: string) => fakeSession(fake, partition) },
    ipcMain: {
      handle: (channel: string, handler: Handler) => void fake.ipc.set(channel, handler),
      on: (channel: string, handler: Handler) => void fake.ipc.set(channel, handler),
    },
    nativeTheme: { themeSource: 'system', shouldUseDarkColors: true },
    utilityProcess: { fork: () => new EventEmitter() },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
    powerMonitor: { on: () => note('powerMonitor.on') },
  };
  // The overloads of `on` cannot be written by hand; everything else was checked against the members used.
  return module satisfies Record<keyof ElectronModule, unknown> as unknown as ElectronModule;
}

function fakeWindow(fake: Omit<FakeElectron, 'electron'>): AppWindow {
  const window = {
    webContents: fakeContents(fake),
    loadURL: (url: string) => Promise.resolve(void fake.calls.push(`loadURL ${url}`)),
    show: () => void fake.calls.push('window.show'),
    focus: () => void fake.calls.push('window.focus'),
    restore: () => void fake.calls.push('window.restore'),
    isMinimized: () => true,
    isDestroyed: () => false,
    destroy: () => void fake.calls.push('window.destroy'),
    close: () => undefined,
    setTitle: () => undefined,
    setProgressBar: (value: number) => void fake.calls.push(`progress ${value}`),
    getBounds: () => ({ x: 5000, y: 0, width: 1360, height: 860 }),
    setBounds: (bounds: Partial<Electron.Rectangle>) =>
      void fake.calls.push(`setBounds ${JSON.stringify(bounds)}`),
    once: (event: string, listener: Handler) => fake.contents.once(`window:${event}`, listener as () => void),
  };
  return window as unknown as AppWindow;
}

function fakeContents(fake: Omit<FakeElectron, 'electron'>): AppWindow['webContents'] {
  const contents = {
    mainFrame: fake.frame,
    ipc: { on: (channel: string, handler: Handler) => void fake.ipc.set(channel, handler) },
    on: (event: string, listener: Handler) => fake.contents.on(event, listener as () => void),
    send: (...args: unknown[]) => void fake.sent.push(args),
    isDestroyed: () => false,
    reload: () => void fake.calls.push('reload'),
    setWindowOpenHandler: (handler: NonNullable<FakeElectron['windowOpen']>) => {
      fake.windowOpen = handler;
    },
    executeJavaScript: () => Promise.resolve(fake.printState),
    printToPDF: (settings: Electron.PrintToPDFOptions) => {
      fake.pdfOptions.push(settings);
      return Promise.resolve(Buffer.from('%PDF-'));
    },
  };
  const page = contents as unknown as AppWindow['webContents'];
  fake.page ??= page;
  return page;
}

function fakeSession(fake: Omit<FakeElectron, 'electron'>, partition: string): AppSession {
  const handlers = new Map<string, Handler>();
  fake.sessions.set(partition, handlers);
  const keep = (name: string) => (handler: Handler) => void handlers.set(name, handler);
  const session = {
    setPermissionRequestHandler: keep('permissionRequest'),
    setPermissionCheckHandler: keep('permissionCheck'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('displayMedia'),
    setSpellCheckerEnabled: (on: boolean) => void handlers.set('spellcheck', () => on),
    setProxy: (config: Electron.ProxyConfig) => Promise.resolve(void handlers.set('proxy', () => config)),
    on: (event: string, handler: Handler) => void handlers.set(event, handler),
    webRequest: { onBeforeRequest: keep('beforeRequest') },
    protocol: {
      handle: (scheme: string, handler: Handler) => void handlers.set(`protocol:${scheme}`, handler),
    },
  };
  return session as unknown as AppSession;
}
