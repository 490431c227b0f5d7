import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createAssetReader } from '#main/host/assetFiles.ts';
import { createLifecycle, type LifecycleControl } from '#main/host/lifecycle.ts';
import { createRequestGate, type RequestGate } from '#main/host/requestGate.ts';
import { type LaunchOptions, parseArgv, parseSecondInstance } from '#main/policy/argv.ts';
import { resolveDataDir } from '#main/policy/dataDir.ts';
import { ELECTRON_ORIGIN } from '#main/policy/origin.ts';
import { INFO_CHANNEL, REQUEST_CHANNEL } from './channels.ts';
import { createElectronPorts, hostInfo } from './ports.ts';
import { earlySecurity, sessionSecurity } from './security.ts';
import {
  APP_PARTITION,
  type AppWindow,
  type ElectronDeps,
  type ElectronModule,
  PRINT_PARTITION,
} from './types.ts';
import { createMainWindow, pageUrl } from './windows.ts';

const WINDOW_ID = 'main';
const MAX_RELOADS = 3;

/**
 * Starts the app in Electron. The module comes as an argument, so that the order of calls and every
 * option can be asserted without Electron. Everything up to `whenReady` happens in the first turn:
 * the sandbox and the scheme must be declared before the app is ready.
 */
export async function startElectron(electron: ElectronModule, deps: ElectronDeps): Promise<void> {
  const { app } = electron;
  const parsed = parseArgv(deps.argv);
  if (!parsed.ok) {
    deps.log(`refused argument: ${parsed.code}`);
    app.exit(2);
    return;
  }
  for (const module of earlySecurity) module.enable(electron);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const lifecycle = createLifecycle({
    requestQuit: () => app.quit(),
    onError: (error) => deps.log(String(error)),
  });
  const state: State = { window: null, reloads: 0 };
  watchFilesAndInstances(electron, lifecycle, state);
  watchEnd(electron, deps, lifecycle);
  watchCrashes(electron, deps, state);
  if (deps.platform === 'win32') app.setAppUserModelId('app.milepost.desktop');
  await app.whenReady();
  try {
    await run(electron, deps, parsed.options, lifecycle, state);
  } catch (error) {
    deps.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    // Before the catalogues are there: the product's name and a code, in no language.
    electron.dialog.showErrorBox('Milepost', startFailureText(error));
    app.exit(1);
  }
}

interface State {
  window: AppWindow | null;
  reloads: number;
}

async function run(
  electron: ElectronModule,
  deps: ElectronDeps,
  options: LaunchOptions,
  lifecycle: LifecycleControl,
  state: State,
): Promise<void> {
  const place = resolveDataDir({ ...deps, fromArgv: options.dataDir });
  if (!place.ok) throw new StartRefused(place.code, place.path);
  if (place.warning) deps.log(`${place.warning}: ${place.provider}`);
  await mkdir(place.path, { recursive: true, mode: 0o700 });
  const assets = createAssetReader(join(deps.outDir, 'renderer'), ELECTRON_ORIGIN);
  for (const partition of [APP_PARTITION, PRINT_PARTITION]) {
    const session = electron.session.fromPartition(partition);
    for (const module of sessionSecurity) await module.enable(session, assets);
  }
  const gate = createRequestGate({
    origin: ELECTRON_ORIGIN,
    windows: new Set([WINDOW_ID]),
    onRefused: (reason) => deps.log(`request refused: ${reason}`),
  });
  listen(electron, deps, gate, state);
  const ports = createElectronPorts(electron, deps, { gate, lifecycle, window: () => state.window });
  state.window = createMainWindow(electron, deps);
  state.window.once('closed', () => {
    state.window = null;
  });
  const application = await deps.createApp(ports, { dataDir: place.path });
  lifecycle.onQuit(() => application.close());
  for (const file of options.importFiles) lifecycle.fileOpened(file);
  await state.window?.loadURL(pageUrl('index.html'));
}

/** The only two channels. The sender is looked at here and judged in `requestGate`. */
function listen(electron: ElectronModule, deps: ElectronDeps, gate: RequestGate, state: State): void {
  const senderOf = (event: Electron.IpcMainInvokeEvent | Electron.IpcMainEvent) => {
    const contents = state.window?.webContents;
    const frame = event.senderFrame;
    return {
      url: frame?.url ?? null,
      topFrame: frame !== null && frame === contents?.mainFrame,
      windowId: contents !== undefined && event.sender === (contents as unknown) ? WINDOW_ID : null,
    };
  };
  const info = hostInfo(electron, deps);
  electron.ipcMain.handle(REQUEST_CHANNEL, (event, json: unknown) => gate.receive(json, senderOf(event)));
  electron.ipcMain.on(INFO_CHANNEL, (event) => {
    event.returnValue = senderOf(event).windowId === null ? null : info;
  });
}

function watchFilesAndInstances({ app }: ElectronModule, lifecycle: LifecycleControl, state: State): void {
  app.on('open-file', (event, path) => {
    event.preventDefault();
    lifecycle.fileOpened(path);
  });
  app.on('second-instance', (_event, argv, workingDirectory) => {
    for (const file of parseSecondInstance(argv, workingDirectory)) lifecycle.fileOpened(file);
    if (state.window?.isMinimized()) state.window.restore();
    state.window?.focus();
  });
}

/** `before-quit` is held back once, until the handlers are through or five seconds have gone. */
function watchEnd(
  { app, powerMonitor }: ElectronModule,
  deps: ElectronDeps,
  lifecycle: LifecycleControl,
): void {
  let ended = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void lifecycle.shutDown().then(() => {
      ended = true;
      app.quit();
    });
  });
  powerMonitor.on('shutdown', () => {
    deps.log('the system shuts down');
    app.quit();
  });
}

/** A dead page is loaded again a few times; the core and its store live in another process. */
function watchCrashes({ app }: ElectronModule, deps: ElectronDeps, state: State): void {
  app.on('render-process-gone', (_event, contents, { reason }) => {
    deps.log(`page process gone: ${reason}`);
    const own = state.window?.webContents;
    if (reason === 'clean-exit' || own === undefined || contents !== (own as unknown)) return;
    state.reloads += 1;
    if (state.reloads > MAX_RELOADS) app.quit();
    else own.reload();
  });
  app.on('child-process-gone', (_event, { type, reason }) => deps.log(`${type} process gone: ${reason}`));
}

class StartRefused extends Error {
  constructor(code: string, path: string) {
    super(`${code}: ${path}`);
    this.name = 'StartRefused';
  }
}

function startFailureText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
