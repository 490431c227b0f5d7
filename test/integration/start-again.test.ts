import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Tasks } from '#main/ipc/tasks.ts';
import { FileTokens } from '#main/services/fileTokens.ts';
import { PrefsFile } from '#main/services/prefs.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { NewEvent } from '#shared/ipc/events.ts';
import { startTestApp } from '#test/support/testApp.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'milepost-again-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('a backup that is refused leaves the running store open and whole', async () => {
  const t = await startTestApp({ dir });
  await t.request('client.create', { values: { name: '甲' } });
  await expect(t.task('startup.restore', { file: 'no-such.db' })).rejects.toThrow(/^STORE_/);
  await expect(t.task('startup.restore', { file: '../../etc/passwd' })).rejects.toThrow(/^STORE_/);
  expect((await t.request('startup.state', {})).phase).toBe('ready');
  await t.request('client.create', { values: { name: '乙' } });
  expect(await t.request('client.list', {})).toHaveLength(2);
  await t.close();
});

test('a data folder that is a file is a state with a reason, not a crash', async () => {
  const file = join(dir, 'file');
  writeFileSync(file, '');
  const t = await startTestApp({ dir: file });
  const state = await t.request('startup.state', {});
  expect(state).toMatchObject({ phase: 'failed' });
  expect(state.err?.code).toMatch(/^STORE_/);
  await t.close();
});

test('a start that fails after the store was opened gives the lock back, so that the next attempt works', async () => {
  let fail = true;
  const t = await startTestApp({
    dir,
    log: () => {},
    random: (bytes) => {
      if (fail && bytes.length === 16) {
        fail = false;
        throw new Error('no random numbers yet');
      }
      bytes.fill(7);
    },
  });
  expect(await t.request('startup.state', {})).toMatchObject({ phase: 'failed', err: { code: 'INTERNAL' } });
  await t.request('startup.retry', {});
  expect((await t.request('startup.state', {})).phase).toBe('ready');
  expect(await t.request('client.list', {})).toEqual([]);
  await t.close();
});

test('a second start on the same folder says so and touches nothing', async () => {
  const first = await startTestApp({ dir });
  await first.request('client.create', { values: { name: '甲' } });
  const second = await startTestApp({ dir });
  expect((await second.request('startup.state', {})).err?.code).toBe('STORE_LOCKED');
  await expect(second.request('client.list', {})).rejects.toThrow('UNKNOWN_CHANNEL');
  await first.request('client.create', { values: { name: '乙' } });
  await first.close();
  await second.request('startup.retry', {});
  expect(await second.request('client.list', {})).toHaveLength(2);
  await second.close();
});

test('a window that is gone does not turn a saved edit into a failure', async () => {
  let gone = false;
  const t = await startTestApp({
    dir,
    onPush: () => {
      if (gone) throw new Error('Object has been destroyed');
    },
    log: () => {},
  });
  gone = true;
  await t.request('client.create', { values: { name: '甲' } });
  await t.request('prefs.set', { theme: 'dark' });
  gone = false;
  expect(await t.request('client.list', {})).toHaveLength(1);
  await t.close();
});

test('a job that throws before it awaits fails like any other', async () => {
  const events: NewEvent[] = [];
  const tasks = new Tasks(
    { emit: (event: NewEvent) => void events.push(event) } as never,
    () => 'id',
    () => new AppError('INTERNAL').toWire(),
  );
  tasks.start(() => {
    throw new Error('at once');
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(events).toMatchObject([{ type: 'task.failed', taskId: 'id' }]);
});

test('letting go of a chosen file never deletes it, wherever it lies', () => {
  const tokens = new FileTokens(dir);
  mkdirSync(join(dir, 'incoming-mine'));
  const own = join(dir, 'incoming-mine', 'plan.xml');
  writeFileSync(own, 'mine');
  tokens.release(tokens.fromPath(own).token);
  expect(readFileSync(own, 'utf8')).toBe('mine');
  const upload = tokens.begin('x.xml', 3);
  tokens.append(upload, Buffer.from('abc'));
  const { path } = tokens.get(upload);
  tokens.release(upload);
  expect(existsSync(path)).toBe(false);
});

test('one bad preference costs only itself', () => {
  writeFileSync(
    join(dir, 'prefs.json'),
    JSON.stringify({ language: 'zh-TW', theme: 'neon', userName: '王', from_the_future: 1 }),
  );
  expect(new PrefsFile(dir).value).toMatchObject({ language: 'zh-TW', theme: 'system', userName: '王' });
  for (const text of ['', 'null', '[]', '{"language":{"__proto__":1}}', '\u0000']) {
    writeFileSync(join(dir, 'prefs.json'), text);
    expect(new PrefsFile(dir).value).toMatchObject({ language: null, theme: 'system' });
  }
});

test('the trash names what the user deleted, even if it is younger than what went with it', async () => {
  const t = await startTestApp({ dir });
  const { id: client_id } = await t.request('client.create', { values: { name: 'C' } });
  const { id: project_id } = await t.request('project.create', { values: { client_id, name: 'P' } });
  const child = await t.request('task.create', { values: { project_id, name: 'old child' } });
  const parent = await t.request('task.create', { values: { project_id, name: 'young parent' } });
  await t.request('task.update', { id: child.id, patch: { parent_id: parent.id } });
  await t.request('task.remove', { id: parent.id });
  expect(await t.request('trash.list', {})).toMatchObject([{ title: 'young parent', count: 2 }]);
  await t.close();
});

test('a task that comes back from the trash never shares its place with a later one', async () => {
  const t = await startTestApp({ dir });
  const { id: client_id } = await t.request('client.create', { values: { name: 'C' } });
  const { id: project_id } = await t.request('project.create', { values: { client_id, name: 'P' } });
  const a = await t.request('task.create', { values: { project_id, name: 'a' } });
  await t.request('task.remove', { id: a.id });
  await t.request('task.create', { values: { project_id, name: 'b' } });
  await t.request('trash.restore', { id: a.id });
  const ranks = (await t.request('task.list', { where: { project_id } })).map((task) => task.rank);
  expect(new Set(ranks).size).toBe(2);
  await t.close();
});

test.each(['', ' ', '\t'])('a record cannot be named %j', async (name) => {
  const t = await startTestApp({ dir });
  await expect(t.request('client.create', { values: { name } })).rejects.toMatchObject({
    err: { code: 'VALIDATION', field: 'values.name' },
  });
  await t.close();
});

test('hostile menus and file chunks get a typed refusal', async () => {
  const t = await startTestApp({ dir });
  const deep = `${'[{"id":"a","label":"b","submenu":'.repeat(2000)}[]${'}]'.repeat(2000)}`;
  for (const json of ['', '{', '{}', '[{"id":1}]', deep])
    await expect(t.request('menu.set', { json })).rejects.toThrow('VALIDATION');
  const { token } = await t.request('file.begin', { name: 'a.xml', size: 10 });
  await expect(t.request('file.chunk', { token, base64: '€€€' })).rejects.toThrow('VALIDATION');
  await expect(t.request('file.chunk', { token: 'nope', base64: 'AAAA' })).rejects.toThrow(
    'FILE_TOKEN_UNKNOWN',
  );
  await t.close();
});
