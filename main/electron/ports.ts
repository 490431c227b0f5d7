import { randomFillSync } from 'node:crypto';
import type { LifecycleControl } from '#main/host/lifecycle.ts';
import type {
  DialogPort,
  HostInfo,
  HostPorts,
  ShellPort,
  TransportPort,
  WindowPort,
} from '#main/host/ports.ts';
import type { RequestGate } from '#main/host/requestGate.ts';
import { openExternalUrl } from '#main/policy/externalUrl.ts';
import { safeFileName } from '#main/policy/fileName.ts';
import { isOpenableFile } from '#main/policy/openFile.ts';
import { EVENT_CHANNEL } from './channels.ts';
import { applicationTemplate } from './menu.ts';
import { createElectronPrint } from './print.ts';
import type { AppWindow, ElectronDeps, ElectronModule } from './types.ts';
import { createUtilityWorker } from './worker.ts';

/** Returns the app's window while there is one. */
type CurrentWindow = () => AppWindow | null;

export function createElectronPorts(
  electron: ElectronModule,
  deps: ElectronDeps,
  parts: { gate: RequestGate; lifecycle: LifecycleControl; window: CurrentWindow },
): HostPorts {
  return {
    info: hostInfo(electron, deps),
    transport: transportPort(parts.gate, parts.window),
    window: windowPort(electron, deps, parts.window),
    dialogs: dialogPort(electron),
    shell: shellPort(electron, deps),
    print: createElectronPrint(electron, deps),
    lifecycle: parts.lifecycle,
    worker: createUtilityWorker(electron, deps),
    clock: { now: () => Date.now(), timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone },
    random: (bytes) => void randomFillSync(bytes),
  };
}

export function hostInfo(electron: ElectronModule, deps: ElectronDeps): HostInfo {
  return {
    kind: 'electron',
    platform: deps.platform,
    appVersion: electron.app.getVersion(),
    nativeMenus: true,
    nativeDialogs: true,
    preferredLanguages: electron.app.getPreferredSystemLanguages(),
  };
}

function transportPort(gate: RequestGate, window: CurrentWindow): TransportPort {
  return {
    onRequest: gate.onRequest,
    push: (json) => {
      const contents = window()?.webContents;
      if (contents && !contents.isDestroyed()) contents.send(EVENT_CHANNEL, json);
    },
  };
}

function windowPort(electron: ElectronModule, deps: ElectronDeps, window: CurrentWindow): WindowPort {
  return {
    focus: () => {
      const current = window();
      if (current?.isMinimized()) current.restore();
      current?.focus();
    },
    setTitle: (title) => window()?.setTitle(title),
    setTheme: (theme) => {
      electron.nativeTheme.themeSource = theme;
    },
    setMenu: (items, onCommand) =>
      electron.Menu.setApplicationMenu(
        electron.Menu.buildFromTemplate(applicationTemplate(items, onCommand, deps.platform)),
      ),
    // Minus one takes the bar away.
    setProgress: (fraction) => window()?.setProgressBar(fraction ?? -1),
  };
}

function dialogPort({ dialog, app }: ElectronModule): DialogPort {
  return {
    native: true,
    async openFiles({ title, filters, multiple }) {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        title,
        filters: mutable(filters),
        properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
      });
      return canceled ? [] : filePaths;
    },
    async saveFile({ title, suggestedName, filters }) {
      const dot = suggestedName.lastIndexOf('.');
      const stem = dot > 0 ? suggestedName.slice(0, dot) : suggestedName;
      const extension = dot > 0 ? suggestedName.slice(dot + 1) : (filters[0]?.extensions[0] ?? '');
      const { canceled, filePath } = await dialog.showSaveDialog({
        title,
        defaultPath: `${app.getPath('documents')}/${safeFileName(stem, extension)}`,
        filters: mutable(filters),
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      return canceled || filePath === '' ? null : filePath;
    },
  };
}

function mutable(filters: readonly { name: string; extensions: readonly string[] }[]): Electron.FileFilter[] {
  return filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));
}

function shellPort({ shell }: ElectronModule, deps: ElectronDeps): ShellPort {
  return {
    async openExternal(url) {
      if (!(await openExternalUrl(url, (allowed) => shell.openExternal(allowed))))
        throw new Error('address refused');
    },
    revealFile: (path) => {
      if (!path.includes('\0')) shell.showItemInFolder(path);
      return Promise.resolve();
    },
    async openFile(path) {
      if (!isOpenableFile(path, deps.platform)) return { opened: false, reason: 'refused' };
      // An empty text means success; anything else is the system's own message.
      const problem = await shell.openPath(path);
      return problem === '' ? { opened: true } : { opened: false, reason: problem };
    },
  };
}
