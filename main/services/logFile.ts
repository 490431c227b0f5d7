import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MAX_BYTES = 1_000_000;

/**
 * The file a user can send when something went wrong: unknown exceptions with their stack and an id.
 * Never names, texts or values of the store. One older file is kept. Failing to write it is no failure.
 */
export function createLogFile(dataDir: string, now: () => number): (message: string) => void {
  const dir = join(dataDir, 'logs');
  const file = join(dir, 'milepost.log');
  return (message) => {
    try {
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.1`);
      appendFileSync(file, `${new Date(now()).toISOString()} ${message}\n`, { mode: 0o600 });
    } catch {
      // A full disk or a read-only folder: the user is told by the action that failed.
    }
  };
}
