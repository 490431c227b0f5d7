import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, readdirSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storePaths } from '#db/engine/files.ts';
import { sha256, storeErrorOf, type TempStores, tempStores } from '#test/support/tempStore.ts';

const script = fileURLToPath(new URL('../support/storeChild.ts', import.meta.url));
let stores: TempStores;
let children: ChildProcess[];
beforeEach(() => {
  stores = tempStores();
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  stores.cleanUp();
});

/** Starts a second process on the store and waits for what it says about opening it. */
async function second(as = ''): Promise<{ child: ChildProcess; answer: Record<string, unknown> }> {
  const child = spawn(process.execPath, [script, stores.dir, as], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, answer: JSON.parse(String(line)) };
}

describe('a second process', () => {
  it('is told at once who has the store open', async () => {
    stores.open();
    const { answer } = await second();
    expect(answer).toMatchObject({ ok: false, code: 'STORE_LOCKED' });
    expect(answer.args).toMatchObject({ pid: process.pid, host: hostname() });
  });

  it('keeps us out the same way, without waiting', async () => {
    const { child } = await second();
    const start = performance.now();
    const error = storeErrorOf(() => stores.open());
    expect(performance.now() - start).toBeLessThan(1000);
    expect([error.code, error.args.pid]).toEqual(['STORE_LOCKED', child.pid]);
  });

  it('gives the store free when it is killed, without a trace to clean up', async () => {
    const { child } = await second();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const store = stores.open();
    expect(store.opened.created).toBe(false);
    expect(store.health().synchronous).toBe(2);
  });

  it('may have the store after it was closed here', async () => {
    stores.open().close();
    expect((await second()).answer.ok).toBe(true);
  });

  it('is kept out by a lock that writes nothing, so that it can be taken on a full disk', () => {
    stores.open();
    const { lock } = storePaths(stores.dir);
    expect(statSync(lock).size).toBe(0);
    expect(existsSync(`${lock}-journal`)).toBe(false);
  });

  it('is refused in the same process as well', () => {
    stores.open();
    expect(storeErrorOf(() => stores.open()).code).toBe('STORE_LOCKED');
    // The failed attempt must not have dropped the lock that is held.
    expect(storeErrorOf(() => stores.open()).code).toBe('STORE_LOCKED');
  });

  it('stays out after a refused attempt in this process', async () => {
    stores.open();
    expect(storeErrorOf(() => stores.open()).code).toBe('STORE_LOCKED');
    expect((await second()).answer).toMatchObject({ ok: false, code: 'STORE_LOCKED' });
  });
});

describe.runIf(process.platform !== 'win32')('a folder without write permission', () => {
  function giveToNobody(mode: number): void {
    if (process.getuid?.() === 0) {
      for (const name of readdirSync(stores.dir)) chownSync(join(stores.dir, name), 65534, 65534);
      chownSync(stores.dir, 65534, 65534);
    }
    chmodSync(stores.dir, mode);
  }
  afterEach(() => chmodSync(stores.dir, 0o700));

  it('is named as such, and the store keeps its bytes', async () => {
    stores.open().close();
    const { db } = storePaths(stores.dir);
    const hash = sha256(db);
    giveToNobody(0o555);
    expect((await second('nobody')).answer).toMatchObject({ ok: false, code: 'STORE_READONLY' });
    chmodSync(stores.dir, 0o700);
    expect(sha256(db)).toBe(hash);
  });

  it('is named as such for a read-only file', async () => {
    stores.open().close();
    const { db } = storePaths(stores.dir);
    giveToNobody(0o700);
    chmodSync(db, 0o400);
    expect((await second('nobody')).answer).toMatchObject({ ok: false, code: 'STORE_READONLY' });
  });

  it('is named as such where no store can be made', async () => {
    giveToNobody(0o555);
    expect((await second('nobody')).answer).toMatchObject({ ok: false, code: 'STORE_READONLY' });
  });
});
