import { inParts, isRunMessage, type JobTable, type WorkerMessage } from './protocol.ts';

/** The child's end of the line to its parent. */
export interface ParentLine {
  receive(listener: (message: unknown) => void): void;
  /** Resolves once the message has left this process; a large one takes a while. */
  send(message: WorkerMessage): Promise<void>;
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
    return line.send({ type: 'failed', name: 'UnknownJob', message: name });
  }
  let lastReport = 0;
  const report = (fraction: number): void => {
    const now = performance.now();
    if (now - lastReport < PROGRESS_EVERY_MS && fraction < 1) return;
    lastReport = now;
    void line.send({ type: 'progress', fraction: Math.min(1, Math.max(0, fraction)) });
  };
  try {
    const { rest, parts } = inParts(await job(input, report));
    for (const part of parts) await line.send(part);
    await line.send({ type: 'done', output: rest });
  } catch (error) {
    const { name: kind, message } = error instanceof Error ? error : new Error(String(error));
    await line.send({ type: 'failed', name: kind, message });
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
      send: (message) => {
        port.postMessage(message);
        return Promise.resolve();
      },
      // The parent ends a utility process: exiting here could overtake the message.
      done: () => undefined,
    };
  }
  if (!process.send) throw new Error('the worker has no parent');
  return {
    receive: (listener) => void process.on('message', listener),
    // Leaving before the callback would cut a large answer off in the middle of the pipe.
    send: (message) =>
      new Promise((resolve, reject) => {
        process.send?.(message, undefined, undefined, (error) => (error ? reject(error) : resolve()));
      }),
    done: () => process.disconnect(),
  };
}
