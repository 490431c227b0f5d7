import { deferred } from '#main/host/deferred.ts';
import { WorkerFailure, type WorkerRun } from '#main/host/ports.ts';
import { fromParts, type Part, parseWorkerMessage, type RunMessage } from './protocol.ts';

/** A child process as both kinds of host can offer it. */
export interface WorkerChild {
  send(message: RunMessage): void;
  kill(): void;
  onMessage(listener: (message: unknown) => void): void;
  /** `memory` when the host can tell that the heap limit ended it. */
  onExit(listener: (exit: { memory: boolean; detail: string }) => void): void;
  /** Resident set size in bytes; `null` where the host cannot tell. */
  residentBytes(): number | null;
}

/** The child's heap is limited by V8; buffers are not, hence the watch over the whole process. */
const RSS_ALLOWANCE_MB = 256;
const RSS_EVERY_MS = 100;

/**
 * Runs one job in `child` and settles exactly once: with its output, with the job's own error
 * (`WorkerJobError`), or with `WorkerFailure`. The child is dead in every case.
 */
export function superviseJob(child: WorkerChild, message: RunMessage, options: WorkerRun): Promise<unknown> {
  const { promise, resolve, reject } = deferred<unknown>();
  let settled = false;
  const finish = (settle: () => void): void => {
    if (settled) return;
    settled = true;
    clearTimeout(timer);
    clearInterval(watch);
    options.signal?.removeEventListener('abort', onAbort);
    child.kill();
    settle();
  };
  const fail = (reason: WorkerFailure['reason'], text: string): void =>
    finish(() => reject(new WorkerFailure(reason, text)));
  const onAbort = (): void => fail('aborted', `job ${message.job} was cancelled`);
  const timer = setTimeout(
    () => fail('timeout', `job ${message.job} took longer than ${options.timeoutMs} ms`),
    options.timeoutMs,
  );
  const limit = (options.memoryMb + RSS_ALLOWANCE_MB) * 1024 * 1024;
  const watch = setInterval(() => {
    if ((child.residentBytes() ?? 0) > limit) fail('memory', `job ${message.job} used too much memory`);
  }, RSS_EVERY_MS);

  const parts: Part[] = [];
  child.onMessage((raw) => {
    const reply = parseWorkerMessage(raw);
    if (reply === null) fail('crash', `job ${message.job} sent a malformed message`);
    else if (reply.type === 'progress') options.onProgress?.(reply.fraction);
    else if (reply.type === 'part') parts.push(reply);
    else if (reply.type === 'done') {
      const whole = fromParts(reply.output, parts);
      if (whole) finish(() => resolve(whole.output));
      else fail('crash', `job ${message.job} sent parts of nothing`);
    } else finish(() => reject(new WorkerJobError(reply.name, reply.message)));
  });
  child.onExit(({ memory, detail }) => fail(memory ? 'memory' : 'crash', `job ${message.job}: ${detail}`));

  if (options.signal?.aborted) onAbort();
  else {
    options.signal?.addEventListener('abort', onAbort, { once: true });
    child.send(message);
  }
  return promise;
}

/** The job ran and said no: its own error, with the name it had in the child. */
export class WorkerJobError extends Error {
  readonly kind: string;
  constructor(kind: string, message: string) {
    super(message);
    this.name = 'WorkerJobError';
    this.kind = kind;
  }
}
