import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp } from '#test/support/testApp.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'milepost-start-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function storeWithBackup(): Promise<void> {
  const t = await startTestApp({ dir });
  await t.request('client.create', { values: { name: '保存好的' } });
  await t.task('backup.now', {});
  await t.close();
}

test('a damaged store leaves the window with the reason, keeps its bytes, and a verified backup brings it back', async () => {
  await storeWithBackup();
  const db = join(dir, 'milepost.db');
  truncateSync(db, 5000);
  const damaged = readFileSync(db);
  const t = await startTestApp({ dir });
  expect(await t.request('startup.state', {})).toMatchObject({
    phase: 'failed',
    err: { code: 'STORE_CORRUPT' },
  });
  expect(readFileSync(db).equals(damaged)).toBe(true);
  await expect(t.request('client.list', {})).rejects.toThrow('UNKNOWN_CHANNEL');
  const [backup] = await t.request('startup.backups', {});
  expect(backup).toMatchObject({ clients: 1 });
  await t.task('startup.restore', { file: backup!.file });
  expect((await t.request('startup.state', {})).phase).toBe('ready');
  expect(await t.request('client.list', {})).toMatchObject([{ name: '保存好的' }]);
  await t.close();
});

test('a damaged store can be set aside on the user’s word, and its bytes are kept', async () => {
  await storeWithBackup();
  writeFileSync(join(dir, 'milepost.db'), 'not a database');
  const t = await startTestApp({ dir });
  expect((await t.request('startup.state', {})).phase).toBe('failed');
  await t.request('startup.startEmpty', {});
  expect((await t.request('startup.state', {})).phase).toBe('ready');
  expect(await t.request('client.list', {})).toEqual([]);
  const [aside] = readdirSync(join(dir, 'quarantine'));
  expect(readFileSync(join(dir, 'quarantine', aside!, 'milepost.db'), 'utf8')).toBe('not a database');
  await t.close();
});

test('a running store is never set aside', async () => {
  await storeWithBackup();
  const t = await startTestApp({ dir });
  await t.request('startup.startEmpty', {});
  expect(await t.request('client.list', {})).toHaveLength(1);
  expect(existsSync(join(dir, 'quarantine'))).toBe(false);
  await t.close();
});
