import { isRunMessage, type JobTable, type WorkerMessage } from './protocol.ts';

/** The child's end of the line to its parent. */
export interface ParentLine {
  receive(listener: (message: unknown) => void): void;
  send(message: WorkerMessage): void;
  /** Called once the one job of this process is over and its answer has been handed on. */
  done(): void;
}

const PROGRESS_EVERY_MS = 50;

/** Serves one job per process: a fresh heap for each hostile file, nothing to leak into the next. */
export function serveJobs(jobs: JobTable, line: ParentLine): void {
  let taken = false;
  line.receive((message) => {
    if (taken || !isRunMessage(message)) return;
    taken = true;
    void runJob(jobs, message.job, message.input, line).finally(() => line.done());
  });
}

async function runJob(jobs: JobTable, name: string, input: unknown, line: ParentLine): Promise<void> {
  const job = Object.hasOwn(jobs, name) ? jobs[name] : undefined;
  if (!job) {
    line.send({ type: 'failed', name: 'UnknownJob', message: name });
    return;
  }
  let lastReport = 0;
  const report = (fraction: number): void => {
    const now = performance.now();
    if (now - lastReport < PROGRESS_EVERY_MS && fraction < 1) return;
    lastReport = now;
    line.send({ type: 'progress', fraction: Math.min(1, Math.max(0, fraction)) });
  };
  try {
    line.send({ type: 'done', output: await job(input, report) });
  } catch (error) {
    const { name: kind, message } = error instanceof Error ? error : new Error(String(error));
    line.send({ type: 'failed', name: kind, message });
  }
}

/** Where Electron's utility process keeps its port; typed here because the core never sees Electron. */
interface UtilityParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  postMessage(message: unknown): void;
}

/** Finds the line to the parent in whichever kind of child process this is. */
export function connectParent(): ParentLine {
  const port = (process as { parentPort?: UtilityParentPort | null }).parentPort;
  if (port) {
    return {
      receive: (listener) => void port.on('message', (event) => listener(event.data)),
      send: (message) => port.postMessage(message),
      // The parent ends a utility process: exiting here could overtake the message.
      done: () => undefined,
    };
  }
  if (!process.send) throw new Error('the worker has no parent');
  return {
    receive: (listener) => void process.on('message', listener),
    send: (message) => void process.send?.(message),
    done: () => process.disconnect(),
  };
}
