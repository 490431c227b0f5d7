/** Reading and writing of other programs' files: always by the worker, which a hostile file may bring down. */
import type { AppContext } from '#main/app/context.ts';
import { WorkerFailure } from '#main/host/ports.ts';
import type { TaskContext } from '#main/ipc/router.ts';
import type { ContactsJobResult } from '#main/services/worker/contactsJob.ts';
import { FILE_UNREADABLE } from '#main/services/worker/projectFileJob.ts';
import { WorkerJobError } from '#main/services/worker/supervise.ts';
import type { TableJobResult } from '#main/services/worker/tableJob.ts';
import { AppError, type ErrorCode } from '#shared/ipc/errors.ts';

const MEMORY_MB = 1024;
const FAILURES = {
  timeout: 'WORKER_TIMEOUT',
  memory: 'WORKER_MEMORY',
  crash: 'WORKER_CRASH',
  aborted: 'CANCELLED',
} as const;
const KEPT = 2;

/** Name of an error, wherever it was thrown: one from the child process carries its own as `kind`. */
function nameOf(error: unknown): string {
  if (error instanceof WorkerJobError) return error.kind;
  return error instanceof Error ? error.name : '';
}

export interface FileJob {
  readonly job: 'readProject' | 'readContacts' | 'readTable' | 'writeTable';
  readonly input: unknown;
  /** Name of the file in messages. */
  readonly name: string;
  readonly timeoutMs: number;
  /** How much of the whole task the job is, 0–1. */
  readonly share: number;
}

/** Runs a job of the worker; what goes wrong becomes an error about the file. @throws AppError */
export async function runFileJob(ctx: AppContext, work: FileJob, task: TaskContext): Promise<unknown> {
  const { job, input, name, timeoutMs, share } = work;
  try {
    return await ctx.ports.worker.run(job, input, {
      memoryMb: MEMORY_MB,
      timeoutMs,
      signal: task.signal,
      onProgress: (fraction) => task.progress(fraction * share, 'read'),
    });
  } catch (cause) {
    if (cause instanceof WorkerFailure) throw new AppError(FAILURES[cause.reason], { name }, { cause });
    if (nameOf(cause) === FILE_UNREADABLE) throw new AppError('FILE_UNREADABLE', { name }, { cause });
    throw cause;
  }
}

/** Runs a job on a table; it is the most of its task. @throws AppError */
export const runTableJob = (
  ctx: AppContext,
  job: FileJob['job'],
  input: unknown,
  name: string,
  task: TaskContext,
): Promise<unknown> => runFileJob(ctx, { job, input, name, timeoutMs: 60_000, share: 0.8 }, task);

interface Results {
  readonly readTable: TableJobResult;
  readonly readContacts: ContactsJobResult;
}

/** What a file was read as. */
export type KeptFile<Job extends keyof Results> = Extract<Results[Job], { readonly ok: true }> & {
  readonly fileName: string;
};

/** How the bytes of a text file are to be read; what is missing is found out from them. */
interface TextChoice {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
}

/** Files that users look at: each is read once by the worker and kept while the look goes on. */
export class KeptFiles<Job extends keyof Results> {
  readonly #ctx: AppContext;
  readonly #job: Job;
  readonly #refused: ErrorCode;
  readonly #kept = new Map<string, KeptFile<Job>>();

  constructor(ctx: AppContext, job: Job, refused: ErrorCode) {
    this.#ctx = ctx;
    this.#job = job;
    this.#refused = refused;
  }

  /** What a file holds, in the encoding the user chose. @throws AppError if it is refused, and those of the worker */
  async read(token: string, { encoding, delimiter }: TextChoice, task: TaskContext): Promise<KeptFile<Job>> {
    const { path, size, name } = this.#ctx.files.get(token);
    const choice = { encoding, delimiter };
    const key = JSON.stringify([token, path, size, choice]);
    const known = this.#kept.get(key);
    if (known) return known;
    // Our own code, which has read a hostile file: every value passes the entity schemas before it is stored.
    const result = (await runTableJob(this.#ctx, this.#job, { path, choice }, name, task)) as Results[Job];
    if (!result.ok) throw new AppError(this.#refused, { name, ...result.args }, { reason: result.code });
    const read = { ...result, fileName: name } as KeptFile<Job>;
    for (const old of [...this.#kept.keys()].slice(0, Math.max(0, this.#kept.size - KEPT + 1)))
      this.#kept.delete(old);
    this.#kept.set(key, read);
    return read;
  }

  forget(): void {
    this.#kept.clear();
  }
}
