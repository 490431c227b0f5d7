import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyChain } from '#db/log/log.ts';
import { openMilepostStore } from '#db/open.ts';
import { dumpSearch, dumpTables, rebuilt } from '#test/support/memoryCore.ts';

/** `MILEPOST_KILLS=1000` is the long form of this test. */
const KILLS = Number(process.env['MILEPOST_KILLS'] ?? 104);
/** Kills on one store before a fresh one is taken: each start finds what the last kill left. */
const KILLS_PER_STORE = 13;
const PARALLEL = 2;
const script = fileURLToPath(new URL('../support/coreWriter.ts', import.meta.url));

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'milepost-kill-'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

/** Small generator with a seed, so that a failing run can be played again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Life {
  /** Every acknowledged entry, number -> hash. */
  readonly acknowledged: Map<number, string>;
}

/** Runs the core on the folder and kills it after some milliseconds or acknowledged actions. */
async function liveAndDie(dir: string, seed: number, next: () => number): Promise<Life> {
  const child = spawn(process.execPath, [script, dir, String(seed)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Most of a start is compiling the sources: the lives after the first read what it compiled.
    env: { ...process.env, NODE_COMPILE_CACHE: join(work, 'compiled') },
  });
  const acknowledged = new Map<number, string>();
  const kill = (): void => void child.kill('SIGKILL');
  // Half of the kills hit a moment in time, the other half right behind an acknowledgement.
  const byTime = next() < 0.5;
  const after = Math.floor(next() * (byTime ? 60 : 40));
  let timer: NodeJS.Timeout | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'ready') {
      if (byTime) timer = setTimeout(kill, after);
      continue;
    }
    const [seq, hash] = line.split(' ');
    acknowledged.set(Number(seq), hash ?? '');
    if (!byTime && acknowledged.size > after) kill();
  }
  if (timer) clearTimeout(timer);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return { acknowledged };
}

/** What must be true of the store after every kill. */
function inspect(dir: string, life: Life, before: number): number {
  const store = openMilepostStore({ dir, clock: Date, reserveBytes: 0 });
  try {
    const one = (sql: string): unknown => store.read.prepare(sql).pluck().get();
    const hashOf = store.read.prepare('SELECT hash FROM txn WHERE seq = ?').pluck();
    for (const [seq, hash] of life.acknowledged) expect(hashOf.get(seq)).toBe(hash);
    const top = Number(one('SELECT coalesce(max(seq), 0) FROM txn'));
    const last = Math.max(before, ...life.acknowledged.keys());
    // At most the action that was on its way is there besides, and then whole.
    expect(top - last).toBeGreaterThanOrEqual(0);
    expect(top - last).toBeLessThanOrEqual(1);
    expect(one('PRAGMA integrity_check')).toBe('ok');
    expect(store.read.pragma('foreign_key_check')).toEqual([]);
    expect(verifyChain(store.read)).toBeNull();
    const again = rebuilt(store.read);
    expect(dumpTables(store.read)).toEqual(again.tables);
    expect(dumpSearch(store.read)).toEqual(again.search);
    return top;
  } finally {
    store.close();
  }
}

test(
  `${KILLS} random kills of the running core lose no acknowledged action and leave none by half`,
  async () => {
    const seed = Number(process.env['MILEPOST_SEED']) || Math.floor(Math.random() * 1e9);
    const next = random(seed);
    let kills = 0;
    let actions = 0;
    const oneStore = async (name: string): Promise<void> => {
      const dir = join(work, name);
      let top = 0;
      for (let i = 0; i < KILLS_PER_STORE && kills < KILLS; i++) {
        kills += 1;
        const life = await liveAndDie(dir, Math.floor(next() * 1e9), next);
        actions += life.acknowledged.size;
        top = inspect(dir, life, top);
      }
      rmSync(dir, { recursive: true, force: true });
    };
    const lane = async (id: number): Promise<void> => {
      for (let i = 0; kills < KILLS; i++) await oneStore(`store-${id}-${i}`);
    };
    try {
      await Promise.all(Array.from({ length: PARALLEL }, (_, id) => lane(id)));
    } catch (error) {
      throw new Error(`MILEPOST_SEED=${seed} after ${kills} kills`, { cause: error });
    }
    expect(kills).toBe(KILLS);
    expect(actions).toBeGreaterThan(KILLS);
  },
  Math.max(120_000, KILLS * 6000),
);
