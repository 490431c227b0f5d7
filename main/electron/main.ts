import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron';
import { createApp } from '#main/start.ts';
import { startElectron } from './startElectron.ts';

/** The one file that loads Electron. Not awaited: see `startElectron` about the first turn. */
void startElectron(
  {
    app,
    BrowserWindow,
    dialog,
    ipcMain,
    Menu,
    nativeTheme,
    powerMonitor,
    protocol,
    screen,
    session,
    shell,
    utilityProcess,
  },
  {
    createApp,
    outDir: join(import.meta.dirname, '..'),
    // In development the app's folder stands between the program and our arguments.
    argv: process.argv.slice(app.isPackaged ? 1 : 2),
    env: process.env,
    homeDir: homedir(),
    cwd: process.cwd(),
    platform: process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux',
    log: (message) => console.error(message),
  },
);
