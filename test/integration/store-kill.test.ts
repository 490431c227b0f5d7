import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TempStores, tempStores } from '#test/support/tempStore.ts';

const script = fileURLToPath(new URL('../support/storeWriter.ts', import.meta.url));
let stores: TempStores;
beforeEach(() => {
  stores = tempStores();
});
afterEach(() => stores.cleanUp());

/** Lets the writer acknowledge `edits` entries, kills it, and returns the last number it said. */
async function killAfter(edits: number): Promise<number> {
  const child = spawn(process.execPath, [script, stores.dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let last = 0;
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    count += 1;
    if (count === edits) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return last;
}

describe('a killed writer', () => {
  // `MILEPOST_KILLS=1000` is the long form of this test.
  const kills = Number(process.env.MILEPOST_KILLS ?? 10);

  it(
    'has saved every entry it acknowledged, none of them by half, and frees the lock',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 120 }), async (edits) => {
          const last = await killAfter(edits);
          const store = stores.open();
          const one = (sql: string): unknown => store.read.prepare(sql).pluck().get();
          const top = Number(one('SELECT max(seq) FROM txn'));
          expect(top).toBeGreaterThanOrEqual(last);
          expect(top).toBeLessThanOrEqual(last + 1);
          expect(one('SELECT count(*) FROM txn')).toBe(top);
          expect(one('SELECT sum(changes) FROM txn')).toBe(one('SELECT count(*) FROM change'));
          expect(one('PRAGMA integrity_check')).toBe('ok');
          store.close();
        }),
        { numRuns: kills, endOnFailure: true },
      );
    },
    kills * 5000,
  );
});
