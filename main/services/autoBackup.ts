import type { Store } from '#db/engine/types.ts';

/** A backup of the day is due this long after the last one. */
export const BACKUP_EVERY_MS = 20 * 3_600_000;
const FIRST_LOOK_MS = 20_000;
const LOOK_EVERY_MS = 30 * 60_000;

interface LastBackup {
  readonly ageMs: number;
  /** Null if it was made without looking at the files beside the store, as before a migration. */
  readonly files: object | null;
}

/** Whether a backup should be made now: there is something in the log, and the last one is old, from a clock ahead, or without files. */
export function backupDue(logSeq: number, last: LastBackup | null): boolean {
  if (logSeq === 0) return false;
  return last === null || last.files === null || last.ageMs >= BACKUP_EVERY_MS || last.ageMs < 0;
}

/** Makes the backup of the day while the app runs, out of the way of the start. Returns what stops it. */
export function startAutoBackup(store: Store, report: (error: unknown) => void): () => void {
  // Giving up with the store: what was copied of the files is there for the next one.
  const stop = new AbortController();
  const look = (): void => {
    const seq =
      store.read.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM txn').get()?.seq ?? 0;
    if (!backupDue(seq, store.health().lastBackup)) return;
    store.backup({ kind: 'auto', signal: stop.signal }).catch((error: unknown) => {
      if (!stop.signal.aborted) report(error);
    });
  };
  const first = setTimeout(look, FIRST_LOOK_MS);
  const again = setInterval(look, LOOK_EVERY_MS);
  first.unref();
  again.unref();
  return () => {
    clearTimeout(first);
    clearInterval(again);
    stop.abort();
  };
}
