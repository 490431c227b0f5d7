import { StoreError } from '#db/engine/errors.ts';
import { inspectCopySync } from '#db/engine/inspect.ts';
import type { CopyFacts, FileColumn } from '#db/engine/types.ts';

export interface InspectCopyInput {
  readonly path: string;
  readonly columns: readonly FileColumn[];
  readonly settle: boolean;
}

export type InspectCopyResult =
  | { readonly ok: true; readonly facts: CopyFacts }
  | { readonly ok: false; readonly code: string; readonly args: StoreError['args'] };

/** Checks a copy of our own store in a process of its own: for a large one that takes a second. */
export function inspectCopyJob(input: unknown): InspectCopyResult {
  const { path, columns, settle } = input as InspectCopyInput;
  try {
    return { ok: true, facts: inspectCopySync(path, columns, settle) };
  } catch (error) {
    if (error instanceof StoreError) return { ok: false, code: error.code, args: error.args };
    throw error;
  }
}
