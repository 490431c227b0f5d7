/** Messages between the core and its worker process. The same for `child_process` and Electron's utility process. */
export interface RunMessage {
  readonly type: 'run';
  readonly job: string;
  readonly input: unknown;
}

export type WorkerMessage =
  | { readonly type: 'progress'; readonly fraction: number }
  | { readonly type: 'done'; readonly output: unknown }
  | { readonly type: 'failed'; readonly name: string; readonly message: string };

/** A job gets what `WorkerPort.run` was given and returns plain data (structured clone). */
export type Job = (input: unknown, report: (fraction: number) => void) => unknown;
export type JobTable = Readonly<Record<string, Job>>;

export function isRunMessage(value: unknown): value is RunMessage {
  return isRecord(value) && value['type'] === 'run' && typeof value['job'] === 'string';
}

/** The child has read a hostile file: what it says is checked like any other input. */
export function parseWorkerMessage(value: unknown): WorkerMessage | null {
  if (!isRecord(value)) return null;
  if (value['type'] === 'progress') {
    const fraction = value['fraction'];
    return typeof fraction === 'number' && fraction >= 0 && fraction <= 1
      ? { type: 'progress', fraction }
      : null;
  }
  if (value['type'] === 'done') return { type: 'done', output: value['output'] };
  if (value['type'] !== 'failed') return null;
  const { name, message } = value;
  if (typeof name !== 'string' || typeof message !== 'string') return null;
  return { type: 'failed', name: name.slice(0, 100), message: message.slice(0, 2000) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
