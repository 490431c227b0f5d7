/** Tables that users look at: read once per file by the worker, kept while the look goes on. */
import type { AppContext } from '#main/app/context.ts';
import { WorkerFailure } from '#main/host/ports.ts';
import type { TaskContext } from '#main/ipc/router.ts';
import { FILE_UNREADABLE } from '#main/services/worker/projectFileJob.ts';
import { WorkerJobError } from '#main/services/worker/supervise.ts';
import type { TableJobResult } from '#main/services/worker/tableJob.ts';
import type { Table } from '#shared/interchange/table/model.ts';
import type { TableOptions } from '#shared/ipc/channels/table.ts';
import { AppError } from '#shared/ipc/errors.ts';

const LIMITS = { memoryMb: 1024, timeoutMs: 60_000 } as const;
const KEPT = 2;

const FAILURES = {
  timeout: 'WORKER_TIMEOUT',
  memory: 'WORKER_MEMORY',
  crash: 'WORKER_CRASH',
  aborted: 'CANCELLED',
} as const;

const nameOf = (error: unknown): string =>
  error instanceof WorkerJobError ? error.kind : error instanceof Error ? error.name : '';

/** Runs a job of the worker; what goes wrong becomes an error about the file. */
export async function runTableJob(
  ctx: AppContext,
  job: 'readContacts' | 'readTable' | 'writeTable',
  input: unknown,
  name: string,
  task: TaskContext,
): Promise<unknown> {
  try {
    return await ctx.ports.worker.run(job, input, {
      ...LIMITS,
      signal: task.signal,
      onProgress: (fraction) => task.progress(fraction * 0.8, 'read'),
    });
  } catch (error) {
    if (error instanceof WorkerFailure)
      throw new AppError(FAILURES[error.reason], { name }, { cause: error });
    if (nameOf(error) === FILE_UNREADABLE) throw new AppError('FILE_UNREADABLE', { name }, { cause: error });
    throw error;
  }
}

export interface SourceTable {
  readonly table: Table;
  readonly fileName: string;
}

export class TableSource {
  readonly #ctx: AppContext;
  readonly #kept = new Map<string, SourceTable>();

  constructor(ctx: AppContext) {
    this.#ctx = ctx;
  }

  /** The table of a file, in the encoding the user chose. @throws AppError TABLE_REFUSED and those of the worker */
  async read(token: string, options: TableOptions, task: TaskContext): Promise<SourceTable> {
    const file = this.#ctx.files.get(token);
    const choice = { encoding: options.encoding, delimiter: options.delimiter };
    const key = JSON.stringify([token, file.path, file.size, choice]);
    const known = this.#kept.get(key);
    if (known) return known;
    // Our own code, which has read a hostile file: every value passes the entity schemas before it is stored.
    const result = (await runTableJob(
      this.#ctx,
      'readTable',
      { path: file.path, choice },
      file.name,
      task,
    )) as TableJobResult;
    if (!result.ok)
      throw new AppError('TABLE_REFUSED', { name: file.name, ...result.args }, { reason: result.code });
    const source = { table: result.table, fileName: file.name };
    for (const old of [...this.#kept.keys()].slice(0, Math.max(0, this.#kept.size - KEPT + 1)))
      this.#kept.delete(old);
    this.#kept.set(key, source);
    return source;
  }

  forget(): void {
    this.#kept.clear();
  }
}
