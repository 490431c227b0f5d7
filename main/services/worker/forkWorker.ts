import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { WorkerFailure, type WorkerPort } from '#main/host/ports.ts';
import { superviseJob, type WorkerChild } from './supervise.ts';

const STDERR_KEPT = 4096;

/**
 * Worker port over `child_process.fork`, for hosts whose main process is plain Node.
 * The child gets no environment except what Node needs to start, and its own heap limit.
 * @param entry absolute path of the built (or, in development, the TypeScript) worker entry
 */
export function createForkWorker(entry: string): WorkerPort {
  return {
    run(job, input, options) {
      if (options.signal?.aborted) {
        return Promise.reject(new WorkerFailure('aborted', `job ${job} was cancelled`));
      }
      const child = fork(entry, [], {
        execArgv: [`--max-old-space-size=${Math.floor(options.memoryMb)}`],
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        env: bareEnvironment(process.env),
      });
      return superviseJob(wrap(child), { type: 'run', job, input }, options);
    },
  };
}

function wrap(child: ChildProcess): WorkerChild {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString('utf8')).slice(-STDERR_KEPT);
  });
  return {
    send: (message) => void child.send(message, () => undefined),
    kill: () => void child.kill('SIGKILL'),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      child.once('error', (error) => listener({ memory: false, detail: error.message }));
      // `close` and not `exit`: by then the last words on stderr have arrived.
      child.once('close', (code, signal) =>
        listener({ memory: isOutOfMemory(stderr), detail: `ended with ${signal ?? code}` }),
      );
    },
    residentBytes: () => residentBytes(child.pid),
  };
}

function isOutOfMemory(stderr: string): boolean {
  return /heap out of memory|Array buffer allocation failed|OOM/i.test(stderr);
}

/** From `/proc`, second field of `statm` in pages of 4 KiB (16 KiB pages only make the watch more lenient). */
function residentBytes(pid: number | undefined): number | null {
  if (pid === undefined || process.platform !== 'linux') return null;
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return Number.isFinite(pages) ? pages * 4096 : null;
  } catch {
    return null;
  }
}

function bareEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const out: NodeJS.ProcessEnv = {};
  for (const key of ['PATH', 'SystemRoot', 'TEMP', 'TMPDIR', 'LANG', 'TZ']) {
    if (env[key] !== undefined) out[key] = env[key];
  }
  return out;
}
