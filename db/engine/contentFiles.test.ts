import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '#db/migrations/index.ts';
import { addPaper, paperStructure, pathOfFile } from '#test/support/filesStore.ts';
import { sha256, type TempStores, tempStores } from '#test/support/tempStore.ts';
import { backupSync, listBackups, manifestPath, proveBackup } from './backup.ts';
import { bringFiles, filesDirOf } from './contentFiles.ts';
import { inspectHere } from './inspect.ts';
import { restoreBackup } from './restore.ts';
import type { Store } from './types.ts';

let stores: TempStores;
let backups: string;
const clock = { now: () => 0 };
beforeEach(() => {
  stores = tempStores();
  backups = join(stores.dir, 'backups');
});
afterEach(() => stores.cleanUp());

const open = (): Store => stores.open({ structure: paperStructure });

const options = (file: string) => ({
  dir: stores.dir,
  backupDir: backups,
  file,
  clock,
  migrations,
  structure: paperStructure,
});

const damage = (path: string): void => writeFileSync(path, 'something else');

describe('the files of a backup (E3, B3)', () => {
  it('lie beside it, each once, whole, private and only what is missing', async () => {
    const store = open();
    const [one, two] = [addPaper(store, 'Goals', 'goals'), addPaper(store, 'Minutes', 'minutes')];
    addPaper(store, 'Goals once more', 'goals');
    const first = await store.backup({ kind: 'manual' });
    expect(first.files).toEqual({ count: 2, bytes: 12, missing: [] });
    for (const name of [one, two]) {
      expect(sha256(pathOfFile(backups, name))).toBe(name.slice(0, 64));
      if (process.platform !== 'win32') expect(statSync(pathOfFile(backups, name)).mode & 0o777).toBe(0o600);
    }
    const before = statSync(pathOfFile(backups, one)).mtimeMs;
    const three = addPaper(store, 'Scope', 'scope');
    expect((await store.backup({ kind: 'manual' })).files).toMatchObject({ count: 3 });
    expect(statSync(pathOfFile(backups, one)).mtimeMs).toBe(before);
    expect(existsSync(pathOfFile(backups, three))).toBe(true);
  });

  it('that are gone or damaged in the store are named, and the backup says so wherever it is listed', async () => {
    const store = open();
    const [gone, bad, good] = ['a', 'b', 'c'].map((text) => addPaper(store, `Paper ${text}`, text));
    rmSync(pathOfFile(stores.dir, gone ?? ''));
    damage(pathOfFile(stores.dir, bad ?? ''));
    const info = await store.backup({ kind: 'manual' });
    expect(info.files?.count).toBe(1);
    expect(info.files?.missing.map(({ title, name }) => [title, name]).sort()).toEqual([
      ['Paper a', gone],
      ['Paper b', bad],
    ]);
    expect(listBackups(backups)[0]?.info?.files).toEqual(info.files);
    expect(store.health().lastBackup?.files?.missing).toHaveLength(2);
    expect(existsSync(pathOfFile(backups, bad ?? ''))).toBe(false);
    expect(existsSync(pathOfFile(backups, good ?? ''))).toBe(true);
  });

  it('are kept by the backup when the store loses them, and mended in the backup while the store has them', async () => {
    const store = open();
    const [lost, worn] = [addPaper(store, 'Lost', 'lost'), addPaper(store, 'Worn', 'worn')];
    await store.backup();
    rmSync(pathOfFile(stores.dir, lost));
    damage(pathOfFile(backups, worn));
    expect((await store.backup()).files).toMatchObject({ count: 2, missing: [] });
    expect(readFileSync(pathOfFile(backups, worn), 'utf8')).toBe('worn');
  });

  it('come back with a restore; the old store and its other files stay', async () => {
    const store = open();
    const names = ['a', 'b', 'c'].map((text) => addPaper(store, text, text));
    const { file } = await store.backup();
    const later = addPaper(store, 'later', 'later');
    store.close();
    rmSync(pathOfFile(stores.dir, names[0] ?? ''));
    damage(pathOfFile(stores.dir, names[1] ?? ''));
    const { missing, quarantine } = await restoreBackup(options(file));
    expect([missing, quarantine]).toEqual([[], '0001-restore']);
    for (const name of [...names, later])
      expect(sha256(pathOfFile(stores.dir, name))).toBe(name.slice(0, 64));
  });

  it('make a folder of backups complete: moved to another disk, an empty machine gets everything', async () => {
    const store = open();
    const names = ['a', 'b'].map((text) => addPaper(store, text, text));
    const { file } = await store.backup();
    store.close();
    const other = join(stores.dir, 'other machine');
    await restoreBackup({ ...options(file), dir: other });
    for (const name of names) expect(sha256(pathOfFile(other, name))).toBe(name.slice(0, 64));
    const again = stores.open({ dir: other, structure: paperStructure });
    expect(again.read.prepare('SELECT count(*) FROM paper').pluck().get()).toBe(2);
  });

  it('that are on neither side are named by a restore, which goes on all the same', async () => {
    const store = open();
    const name = addPaper(store, 'Signed goals', 'x');
    const { file } = await store.backup();
    store.close();
    rmSync(filesDirOf(stores.dir), { recursive: true });
    rmSync(pathOfFile(backups, name));
    expect((await restoreBackup(options(file))).missing).toEqual([
      { name, table: 'paper', title: 'Signed goals' },
    ]);
  });

  it('are not known to backups of earlier versions, which restore as before', async () => {
    const store = open();
    const name = addPaper(store, 'Goals', 'goals');
    const { file } = backupSync(store.write, { dir: backups, kind: 'manual', appVersion: '', now: 0 });
    const manifest = JSON.parse(readFileSync(manifestPath(backups, file), 'utf8'));
    expect(manifest.files).toBe(null);
    delete manifest.files;
    writeFileSync(manifestPath(backups, file), JSON.stringify(manifest));
    store.close();
    expect(listBackups(backups)[0]?.info?.files).toBe(null);
    // Its rows name the file, the store has it, and nothing is wrong.
    expect((await restoreBackup(options(file))).missing).toEqual([]);
    expect(existsSync(pathOfFile(stores.dir, name))).toBe(true);
  });

  it('are none for what is no hash, and for columns the copy does not have yet', async () => {
    const store = open();
    store.write
      .prepare('INSERT INTO paper VALUES (?, ?, ?, ?)')
      .run('Bad', '../../etc/passwd', 'a'.repeat(64), 'image/gif');
    store.write.exec('ALTER TABLE paper DROP COLUMN image');
    expect((await store.backup()).files).toEqual({ count: 0, bytes: 0, missing: [] });
  });

  it('leave no half file and no backup when it is given up', async () => {
    const store = open();
    addPaper(store, 'Large', Buffer.alloc(3_000_000, 7));
    const giveUp = new AbortController();
    const running = store.backup({
      signal: giveUp.signal,
      onProgress: (fraction) => fraction >= 0.6 && giveUp.abort(new Error('enough')),
    });
    await expect(running).rejects.toThrow('enough');
    expect(listBackups(backups)).toEqual([]);
    expect(readdirSync(backups, { recursive: true }).filter((name) => String(name).includes('tmp'))).toEqual(
      [],
    );
  });

  it('are whole or absent under their name at every crash point, and the next start clears what was cut short', async () => {
    const store = open();
    const names = ['a', 'b', 'c'].map((text) => addPaper(store, text, text.repeat(700_000)));
    const refs = names.map((name) => ({ name, table: 'paper', title: name }));
    const steps: string[] = [];
    const [from, to] = [filesDirOf(stores.dir), filesDirOf(backups)];
    await bringFiles(refs, from, to, { onStep: (step) => void steps.push(step) });
    expect(steps).toHaveLength(6);
    for (let n = 1; n <= steps.length; n++) {
      rmSync(to, { recursive: true });
      let seen = 0;
      const onStep = () => {
        seen += 1;
        if (seen === n) throw new Error('crash');
      };
      await expect(bringFiles(refs, from, to, { onStep })).rejects.toThrow('crash');
      for (const name of names) {
        const path = pathOfFile(backups, name);
        if (existsSync(path)) expect(sha256(path)).toBe(name.slice(0, 64));
      }
    }
    // A process that died cannot clean up after itself.
    const cut = `${pathOfFile(backups, names[0] ?? '')}.tmp`;
    mkdirSync(dirname(cut), { recursive: true });
    writeFileSync(cut, 'ha');
    store.close();
    open();
    expect(existsSync(cut)).toBe(false);
  });

  it('prove complete for any mixture of whole, missing and damaged files on both sides', async () => {
    const state = fc.constantFrom('whole', 'missing', 'damaged');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(state, state), { maxLength: 6 }), async (cases) => {
        stores.cleanUp();
        stores = tempStores();
        backups = join(stores.dir, 'backups');
        const store = open();
        const names = cases.map((_, at) => addPaper(store, `Paper ${at}`, `text ${at}`));
        await store.backup();
        cases.forEach(([here, there], at) => {
          for (const [side, dir] of [
            [here, stores.dir],
            [there, backups],
          ] as const) {
            const path = pathOfFile(dir, names[at] ?? '');
            if (side === 'missing') rmSync(path);
            if (side === 'damaged') damage(path);
          }
        });
        const { file, files } = await store.backup();
        const lost = names.filter((_, at) => cases[at]?.every((side) => side !== 'whole'));
        expect(files?.missing.map(({ name }) => name).sort()).toEqual([...lost].sort());
        const { refs } = await proveBackup(backups, file, inspectHere, paperStructure.files ?? []);
        expect(refs.map(({ name }) => name).sort()).toEqual([...names].sort());
      }),
      { numRuns: 12 },
    );
  });
});
