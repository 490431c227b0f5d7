/** Backups are checked in a child process, so that the window never waits for it. */
import { z } from 'zod';
import { StoreError, storeErrorCodes } from '#db/engine/errors.ts';
import { inspectHere } from '#db/engine/inspect.ts';
import type { InspectCopy } from '#db/engine/types.ts';
import type { WorkerPort } from '#main/host/ports.ts';

const MEMORY_MB = 256;
const TIMEOUT_MS = 15 * 60_000;

const count = z.int().nonnegative();
const resultSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    facts: z.object({
      content: z.object({
        userVersion: count,
        structure: z.string().nullable(),
        logSeq: count.nullable(),
        counts: z.record(z.string(), count),
        files: z.array(z.object({ name: z.string(), table: z.string(), title: z.string() })),
      }),
      bytes: count,
      sha256: z.string(),
    }),
  }),
  z.object({
    ok: z.literal(false),
    code: z.enum(storeErrorCodes),
    args: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
]);

/**
 * `InspectCopy` over the worker of a host. Where no child can be started the copy is checked here: a backup is worth
 * a moment's wait. @param report told why there was no child
 */
export function inspectInWorker(worker: WorkerPort, report: (error: unknown) => void): InspectCopy {
  return async (path, columns, settle, signal) => {
    let answer: unknown;
    try {
      const limits = { memoryMb: MEMORY_MB, timeoutMs: TIMEOUT_MS, ...(signal ? { signal } : {}) };
      answer = await worker.run('inspectCopy', { path, columns, settle }, limits);
    } catch (error) {
      signal?.throwIfAborted();
      report(error);
      return inspectHere(path, columns, settle);
    }
    const result = resultSchema.parse(answer);
    if (!result.ok) throw new StoreError(result.code, result.args);
    return result.facts;
  };
}
