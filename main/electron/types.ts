import type { HostPorts } from '#main/host/ports.ts';

type Module = typeof import('electron');

/** The parts of Electron this host uses. The real module fits; so does the recording fake of the tests. */
export interface ElectronModule {
  readonly app: Pick<
    Electron.App,
    | 'enableSandbox'
    | 'requestSingleInstanceLock'
    | 'whenReady'
    | 'on'
    | 'quit'
    | 'exit'
    | 'getVersion'
    | 'getPath'
    | 'getPreferredSystemLanguages'
    | 'getAppMetrics'
    | 'setAppUserModelId'
    | 'isPackaged'
  >;
  readonly BrowserWindow: new (options: Electron.BrowserWindowConstructorOptions) => AppWindow;
  readonly Menu: Pick<Module['Menu'], 'buildFromTemplate' | 'setApplicationMenu'>;
  readonly dialog: Pick<Electron.Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showErrorBox'>;
  readonly shell: Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>;
  readonly protocol: Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>;
  readonly session: { fromPartition(partition: string, options?: { cache: boolean }): AppSession };
  readonly ipcMain: Pick<Electron.IpcMain, 'handle' | 'on'>;
  readonly nativeTheme: Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors'>;
  readonly utilityProcess: Pick<Module['utilityProcess'], 'fork'>;
  readonly screen: Pick<Electron.Screen, 'getAllDisplays'>;
  readonly powerMonitor: Pick<Electron.PowerMonitor, 'on'>;
}

export type AppSession = Pick<
  Electron.Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'setProxy'
  | 'on'
> & {
  readonly webRequest: Pick<Electron.WebRequest, 'onBeforeRequest'>;
  readonly protocol: Pick<Electron.Protocol, 'handle'>;
};

export type AppContents = Pick<
  Electron.WebContents,
  'send' | 'on' | 'setWindowOpenHandler' | 'executeJavaScript' | 'printToPDF' | 'isDestroyed' | 'reload'
> & { readonly ipc: Pick<Electron.IpcMain, 'on'>; readonly mainFrame: Electron.WebFrameMain };

export type AppWindow = Pick<
  Electron.BrowserWindow,
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'restore'
  | 'isMinimized'
  | 'isDestroyed'
  | 'destroy'
  | 'close'
  | 'setTitle'
  | 'setProgressBar'
  | 'getBounds'
  | 'setBounds'
  | 'once'
> & { readonly webContents: AppContents };

export interface ElectronDeps {
  readonly createApp: (ports: HostPorts, options: { dataDir: string }) => Promise<{ close(): Promise<void> }>;
  /** Folder with `renderer/`, `preload/`, `preload-print/`, `worker/`. */
  readonly outDir: string;
  /** Arguments after the program (and, in development, after the app's folder). */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeDir: string;
  readonly cwd: string;
  readonly platform: 'win32' | 'darwin' | 'linux';
  readonly log: (message: string) => void;
}

/** Sessions by purpose: printing shares neither storage nor protocol handler with the app's window. */
export const APP_PARTITION = 'persist:milepost';
export const PRINT_PARTITION = 'milepost-print';
