import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoreError } from '#db/engine/errors.ts';
import { openStore } from '#db/engine/open.ts';
import type { Migration, Store } from '#db/engine/types.ts';
import { migrations } from '#db/migrations/index.ts';
import { addEntries } from '#test/support/tempStore.ts';
import { buildVfs, type FailKind, type FaultVfs, failKinds, loadVfs } from './vfs.ts';

/**
 * Lets every single I/O call of a start-up with migration and some edits fail, once and from then on, in
 * each way a disk can: `node test/fault/io.ts`. Whatever happens must be a `StoreError`, what was
 * acknowledged must be there afterwards, and the file must be whole.
 */
const next: Migration = {
  version: 2,
  name: 'index',
  up: (db) => void db.exec('CREATE INDEX txn_by_kind ON txn (kind)'),
};
const list = [...migrations, next];
const EDITS = 4;

function open(dir: string, withMigration = true): Store {
  return openStore({ dir, migrations: withMigration ? list : migrations, clock: Date, reserveBytes: 0 });
}

/** Runs the scenario until something fails. Returns the last acknowledged entry and what was thrown. */
function scenario(dir: string): { acknowledged: number; thrown: unknown[] } {
  const thrown: unknown[] = [];
  let acknowledged = 2;
  let store: Store;
  try {
    store = open(dir);
  } catch (error) {
    return { acknowledged, thrown: [error] };
  }
  try {
    for (let n = 0; n < EDITS; n++) {
      try {
        addEntries(store, acknowledged + 1, acknowledged + 1, 2, 3000);
        acknowledged++;
      } catch (error) {
        thrown.push(error);
      }
    }
    try {
      store.checkpoint();
    } catch (error) {
      thrown.push(error);
    }
  } finally {
    store.close();
  }
  return { acknowledged, thrown };
}

/** Opens the store again on a healthy disk. */
function complaint(dir: string, acknowledged: number): string | null {
  const store = open(dir);
  try {
    const one = (sql: string): unknown => store.read.prepare(sql).pluck().get();
    if (one('PRAGMA integrity_check(1)') !== 'ok') return 'damaged';
    const top = Number(one('SELECT max(seq) FROM txn'));
    if (top < acknowledged) return `lost ${acknowledged - top}`;
    // A commit whose outcome is unknown may be there after all, but only one, and whole.
    if (Number(one('SELECT count(*) FROM txn')) !== top) return 'gap';
    if (one('SELECT sum(changes) FROM txn') !== one('SELECT count(*) FROM change')) return 'half an edit';
    addEntries(store, top + 1, top + 1);
    return null;
  } finally {
    store.close();
  }
}

interface Tally {
  points: number;
  readonly codes: Record<string, number>;
  readonly failures: string[];
}

/** Plays one kind of fault at call 1, 2, 3 … until the scenario no longer reaches it. */
function sweep(base: string, vfs: FaultVfs, kind: FailKind, persist: boolean, tally: Tally): void {
  for (let nth = 1; ; nth++) {
    const dir = `${base}-run`;
    rmSync(dir, { recursive: true, force: true });
    cpSync(base, dir, { recursive: true });
    vfs.fail(kind, nth, persist);
    const { acknowledged, thrown } = scenario(dir);
    const hits = vfs.hits();
    vfs.fail(kind, 0, false);
    if (hits === 0) return;
    tally.points++;
    const where = `${kind} call ${nth}${persist ? ' and all after' : ''}`;
    for (const error of thrown) {
      if (!(error instanceof StoreError)) tally.failures.push(`${where}: threw ${String(error)}`);
      else tally.codes[error.code] = (tally.codes[error.code] ?? 0) + 1;
    }
    try {
      const found = complaint(dir, acknowledged);
      if (found !== null) tally.failures.push(`${where}: ${found}`);
    } catch (error) {
      tally.failures.push(`${where}: does not open again: ${String(error)}`);
    }
  }
}

const work = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'milepost-io-'));
try {
  const vfs = loadVfs(buildVfs(work));
  const base = join(work, 'base');
  const store = open(base, false);
  addEntries(store, 1, 2);
  store.close();
  const tally: Tally = { points: 0, codes: {}, failures: [] };
  for (const kind of Object.keys(failKinds) as FailKind[])
    for (const persist of [false, true]) sweep(base, vfs, kind, persist, tally);
  process.stdout.write(`${JSON.stringify({ ...tally, failures: tally.failures.length })}\n`);
  if (tally.points < 1000) throw new Error('too few fault points: the harness is blind');
  if (tally.failures.length > 0) throw new Error(tally.failures.slice(0, 40).join('\n'));
} finally {
  rmSync(work, { recursive: true, force: true });
}
