/** A large plan is written in slices: others are answered meanwhile, and it is one step all the same. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ImportFiles, importFiles, openContext } from '#test/support/importFiles.ts';
import { mspdiText } from '#test/support/mspdiFile.ts';
import { fingerprint } from '#test/support/storeState.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

const TASKS = 1500;

let t: TestApp;
let files: ImportFiles;
beforeEach(async () => {
  files = importFiles();
  t = await startTestApp();
});
afterEach(async () => {
  await t.close();
  files.remove();
});

const plan = (): string =>
  mspdiText({
    tasks: Array.from({ length: TASKS }, (_, i) => ({
      Name: `Task ${i + 1}`,
      ...(i === 0 ? {} : { links: [{ PredecessorUID: i, Type: 3 }] }),
    })),
  });

interface Running {
  readonly taskId: string;
  /** How it ended, or null. */
  end(): 'task.done' | 'task.failed' | null;
}

async function begin(): Promise<Running> {
  const { token } = openContext(t).files.fromPath(files.write(plan()));
  const { taskId } = (await t.request('import.project', { token, client: { name: '甲' } })) as never as {
    taskId: string;
  };
  const end = () =>
    t.events.flatMap((event) =>
      (event.type === 'task.done' || event.type === 'task.failed') && event.taskId === taskId
        ? [event.type]
        : [],
    )[0] ?? null;
  return { taskId, end };
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Until the transaction is open and part of the records are in it. */
async function untilWriting(): Promise<void> {
  const isWriting = () =>
    t.events.some(
      (event) => event.type === 'task.progress' && event.stage === 'write' && event.fraction > 0.8,
    );
  while (!isWriting()) await turn();
  expect(openContext(t).store.idle()).not.toBeNull();
}

async function untilOver({ end }: Running): Promise<void> {
  while (end() === null) await turn();
}

test('questions are answered in between, from what was there before; then everything is there', async () => {
  const running = await begin();
  await untilWriting();
  let asked = 0;
  while (running.end() === null && openContext(t).store.idle()) {
    expect(await t.request('project.list', {})).toEqual([]);
    asked += 1;
    await turn();
  }
  expect(asked).toBeGreaterThan(3);
  await untilOver(running);
  const [project] = await t.request('project.list', {});
  expect(await t.request('task.list', { where: { project_id: project?.id ?? '' } })).toHaveLength(TASKS);
  const fractions = t.events.flatMap((e) => (e.type === 'task.progress' ? [e.fraction] : []));
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
});

test('an edit meanwhile waits until the plan is in, and is a step of its own', async () => {
  const running = await begin();
  await untilWriting();
  await t.request('client.create', { values: { name: '乙' } });
  await untilOver(running);
  const names = async () => (await t.request('client.list', {})).map(({ name }) => name).sort();
  expect(await names()).toEqual(['乙', '甲'].sort());
  expect((await t.request('undo.undo', {})).label.key).toBe('create');
  expect(await names()).toEqual(['甲']);
  expect((await t.request('undo.undo', {})).label.key).toBe('importProject');
  expect(await names()).toEqual([]);
  expect(await t.request('task.list', {})).toEqual([]);
  await t.request('undo.redo', {});
  expect(await t.request('task.list', {})).toHaveLength(TASKS);
});

test('a write of another job meanwhile ends it first; neither loses anything', async () => {
  const running = await begin();
  await untilWriting();
  const { log } = openContext(t);
  log.commit({ key: 'create', args: {} }, (tx) => {
    expect(tx.db.prepare('SELECT count(*) FROM task').pluck().get()).toBe(TASKS);
    tx.create('client', { name: '乙' });
  });
  await untilOver(running);
  expect(running.end()).toBe('task.done');
  expect(await t.request('client.list', {})).toHaveLength(2);
});

test('given up in the middle it leaves the store as it was, byte by byte', async () => {
  const before = fingerprint(openContext(t).store);
  const running = await begin();
  await untilWriting();
  await t.request('task.cancel', { taskId: running.taskId });
  await untilOver(running);
  expect(running.end()).toBe('task.failed');
  expect(fingerprint(openContext(t).store)).toBe(before);
});

test('a plan that breaks a rule near the end leaves nothing behind either', async () => {
  const before = fingerprint(openContext(t).store);
  const { token } = openContext(t).files.fromPath(files.write(plan()));
  await expect(
    t.task('import.project', { token, client: { id: 'cli_00000000-0000-7000-8000-000000000001' } }),
  ).rejects.toMatchObject({ err: { code: 'NOT_FOUND' } });
  expect(fingerprint(openContext(t).store)).toBe(before);
});

test('closing the application in the middle leaves nothing of it', async () => {
  const before = fingerprint(openContext(t).store);
  await begin();
  await untilWriting();
  await t.reopen();
  expect(fingerprint(openContext(t).store)).toBe(before);
});
