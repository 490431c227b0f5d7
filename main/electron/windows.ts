import { join } from 'node:path';
import { ELECTRON_ORIGIN } from '#main/policy/origin.ts';
import { assertSecureWebPreferences, secureWebPreferences } from '#main/policy/windowOptions.ts';
import {
  APP_PARTITION,
  type AppWindow,
  type ElectronDeps,
  type ElectronModule,
  PRINT_PARTITION,
} from './types.ts';

const LIGHT = '#f6f7f9';
const DARK = '#17191d';

/** The app's window. Hidden until its first paint, in the colour of its theme: no white flash. */
export function createMainWindow(electron: ElectronModule, deps: ElectronDeps): AppWindow {
  const window = createWindow(electron, {
    name: 'main',
    width: 1360,
    height: 860,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Milepost',
    backgroundColor: electron.nativeTheme.shouldUseDarkColors ? DARK : LIGHT,
    windowStatePersistence: true,
    webPreferences: {
      ...secureWebPreferences({ devTools: !electron.app.isPackaged }),
      preload: join(deps.outDir, 'preload', 'preload.cjs'),
      partition: APP_PARTITION,
    },
  });
  window.once('ready-to-show', () => {
    moveOntoDisplay(electron, window);
    window.show();
  });
  return window;
}

/** A hidden window that only prints: own partition, own preload, no way to the core. */
export function createPrintWindow(electron: ElectronModule, deps: ElectronDeps): AppWindow {
  return createWindow(electron, {
    show: false,
    width: 1200,
    height: 1600,
    skipTaskbar: true,
    webPreferences: {
      ...secureWebPreferences({ devTools: false }),
      preload: join(deps.outDir, 'preload-print', 'preload.cjs'),
      partition: PRINT_PARTITION,
      backgroundThrottling: false,
    },
  });
}

export const pageUrl = (page: string): string => `${ELECTRON_ORIGIN}/${page}`;

/** The only place that constructs a window. */
function createWindow(
  { BrowserWindow }: ElectronModule,
  options: Electron.BrowserWindowConstructorOptions & { webPreferences: Electron.WebPreferences },
): AppWindow {
  assertSecureWebPreferences({ ...options.webPreferences });
  return new BrowserWindow(options);
}

/** The remembered place may be on a screen that is no longer there. */
function moveOntoDisplay({ screen }: ElectronModule, window: AppWindow): void {
  const bounds = window.getBounds();
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  if (isReachable(bounds, areas)) return;
  const area = areas[0];
  if (!area) return;
  const width = Math.min(bounds.width, area.width);
  const height = Math.min(bounds.height, area.height);
  window.setBounds({
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  });
}

const GRIP = { width: 100, height: 30 };

/** True when enough of the title bar lies on one display to be dragged. Units: DIP. */
export function isReachable(bounds: Electron.Rectangle, areas: readonly Electron.Rectangle[]): boolean {
  return areas.some((area) => {
    const visible = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
    const top = bounds.y >= area.y - 1 && bounds.y + GRIP.height <= area.y + area.height;
    return visible >= GRIP.width && top;
  });
}
