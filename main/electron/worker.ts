import { join } from 'node:path';
import { WorkerFailure, type WorkerPort } from '#main/host/ports.ts';
import { superviseJob, type WorkerChild } from '#main/services/worker/supervise.ts';
import type { ElectronDeps, ElectronModule } from './types.ts';

/** Worker port over a utility process: `child_process.fork` is shut by a fuse in the packaged app. */
export function createUtilityWorker(electron: ElectronModule, deps: ElectronDeps): WorkerPort {
  return {
    run(job, input, options) {
      if (options.signal?.aborted) {
        return Promise.reject(new WorkerFailure('aborted', `job ${job} was cancelled`));
      }
      const child = electron.utilityProcess.fork(join(deps.outDir, 'worker', 'entry.js'), [], {
        serviceName: 'Milepost worker',
        stdio: 'ignore',
        env: {},
        execArgv: [`--max-old-space-size=${Math.floor(options.memoryMb)}`],
      });
      return superviseJob(wrap(electron, child), { type: 'run', job, input }, options);
    },
  };
}

function wrap(electron: ElectronModule, child: Electron.UtilityProcess): WorkerChild {
  let outOfMemory = false;
  child.on('error', (_type, location) => {
    outOfMemory ||= /heap|memory|oom|allocation/i.test(location);
  });
  return {
    send: (message) => child.postMessage(message),
    kill: () => void child.kill(),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) =>
      void child.once('exit', (code) => listener({ memory: outOfMemory, detail: `ended with ${code}` })),
    residentBytes: () => {
      const metric = electron.app.getAppMetrics().find(({ pid }) => pid === child.pid);
      return metric ? metric.memory.workingSetSize * 1024 : null;
    },
  };
}
