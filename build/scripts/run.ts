import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './files.ts';

export interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly seconds: number;
}

const bin = join(root, 'node_modules', '.bin');

/** The project's own tools first, so that scripts run with the pinned Node wherever they are started. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
}

/** Runs a tool of `node_modules/.bin` (or `node`) in the repository. Never rejects: a missing tool is code 127. */
export function runTool(tool: string, args: readonly string[], show = false): Promise<Outcome> {
  const start = performance.now();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const command = tool === 'node' ? process.execPath : join(bin, tool);
    const shell = process.platform === 'win32' && tool !== 'node';
    const child = spawn(command, [...args], {
      cwd: root,
      env: environment(),
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      shell,
    });
    const end = (code: number): void =>
      resolve({
        code,
        // Some tools colour and link what they print although nobody reads it in a terminal.
        output: stripVTControlCharacters(Buffer.concat(chunks).toString('utf8')),
        seconds: (performance.now() - start) / 1000,
      });
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', (error) => {
      chunks.push(Buffer.from(error.message));
      end(127);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}
