import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, extname, join } from 'node:path';
import { deferred } from '#main/host/deferred.ts';
import type { ShellPort } from '#main/host/ports.ts';
import type { Platform } from '#main/policy/dataDir.ts';
import { allowedExternalUrl } from '#main/policy/externalUrl.ts';
import { isOpenableFile } from '#main/policy/openFile.ts';

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
}

/** Runs a program with an argument list; there is no shell in between that could read it as code. */
export type RunCommand = (command: string, args: readonly string[]) => Promise<CommandResult>;

export interface ShellOptions {
  readonly platform: Platform;
  readonly headless: boolean;
  readonly run: RunCommand;
  /** True when a program of this name can be started. */
  readonly hasCommand: (name: string) => boolean;
}

/** Shell port of a host without a toolkit: asks the desktop's own helper programs. */
export function createDesktopShell(options: ShellOptions): ShellPort {
  const { platform, headless, run } = options;
  return {
    async openExternal(url) {
      const allowed = allowedExternalUrl(url);
      if (allowed === null) throw new Error('address refused');
      if (headless) return;
      const [command, ...args] = openCommand(platform, allowed);
      await start(options, command, args);
    },
    async revealFile(path) {
      if (headless || path.includes('\0')) return;
      if (platform === 'win32') await run('explorer.exe', [`/select,${path}`]);
      else if (platform === 'darwin') await run('open', ['-R', path]);
      else await start(options, 'xdg-open', [dirname(path)]);
    },
    async openFile(path) {
      if (!isOpenableFile(path, platform)) return { opened: false, reason: 'refused' };
      if (headless) return { opened: false, reason: 'headless' };
      if (!(await hasHandler(options, path))) return { opened: false, reason: 'no-handler' };
      const [command, ...args] = openCommand(platform, path);
      const result = await run(command, args);
      return result.code === 0 ? { opened: true } : { opened: false, reason: 'failed' };
    },
  };
}

/** Starts programs for real; a viewer that stays open counts as started after two seconds. */
export const runCommand: RunCommand = (command, args) => {
  const { promise, resolve } = deferred<CommandResult>();
  const child = spawn(command, [...args], { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout = (stdout + chunk.toString('utf8')).slice(0, 4096);
  });
  const timer = setTimeout(() => resolve({ code: 0, stdout }), 2000);
  timer.unref();
  child.once('error', () => resolve({ code: null, stdout }));
  child.once('close', (code) => resolve({ code, stdout }));
  child.unref();
  return promise.finally(() => clearTimeout(timer));
};

/** Looks a program up in `PATH` without starting it. */
export function commandExists(name: string, env: NodeJS.ProcessEnv = process.env): boolean {
  return (env['PATH'] ?? '').split(delimiter).some((dir) => dir !== '' && existsSync(join(dir, name)));
}

type Command = readonly [string, ...string[]];

function openCommand(platform: Platform, target: string): Command {
  // Not `cmd /c start`, which would read `&` in a file name as the end of the command.
  if (platform === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler', target];
  return platform === 'darwin' ? ['open', target] : ['xdg-open', target];
}

async function start(options: ShellOptions, command: string, args: readonly string[]): Promise<void> {
  if (options.platform === 'linux' && !options.hasCommand(command))
    throw new Error(`${command} is not installed`);
  const result = await options.run(command, args);
  if (result.code !== 0) throw new Error(`${command} failed`);
}

/** Asks before opening, since `xdg-open` without a handler may pick a browser that shows raw text. */
async function hasHandler(options: ShellOptions, path: string): Promise<boolean> {
  if (options.platform === 'darwin') return true;
  if (options.platform === 'win32') {
    const found = await options.run('reg.exe', ['query', `HKCR\\${extname(path).toLowerCase()}`, '/ve']);
    return found.code === 0;
  }
  if (!options.hasCommand('xdg-open') || !options.hasCommand('xdg-mime')) return false;
  const type = await options.run('xdg-mime', ['query', 'filetype', path]);
  const mime = type.stdout.trim();
  if (type.code !== 0 || mime === '') return false;
  const handler = await options.run('xdg-mime', ['query', 'default', mime]);
  return handler.code === 0 && handler.stdout.trim() !== '';
}
