import type { Store } from '#db/engine/types.ts';

/** A backup of the day is due this long after the last one. */
export const BACKUP_EVERY_MS = 20 * 3_600_000;
const FIRST_LOOK_MS = 20_000;
const LOOK_EVERY_MS = 30 * 60_000;

/** Whether a backup should be made now: there is something in the log, and the last one is old or from a clock ahead. */
export function backupDue(logSeq: number, lastAgeMs: number | null): boolean {
  if (logSeq === 0) return false;
  return lastAgeMs === null || lastAgeMs >= BACKUP_EVERY_MS || lastAgeMs < 0;
}

/** Makes the backup of the day while the app runs, out of the way of the start. Returns what stops it. */
export function startAutoBackup(store: Store, report: (error: unknown) => void): () => void {
  const look = (): void => {
    const seq =
      store.read.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM txn').get()?.seq ?? 0;
    if (backupDue(seq, store.health().lastBackup?.ageMs ?? null))
      store.backup({ kind: 'auto' }).catch(report);
  };
  const first = setTimeout(look, FIRST_LOOK_MS);
  const again = setInterval(look, LOOK_EVERY_MS);
  first.unref();
  again.unref();
  return () => {
    clearTimeout(first);
    clearInterval(again);
  };
}
