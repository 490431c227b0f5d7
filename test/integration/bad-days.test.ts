/** Full disks, folders that cannot be written, other processes, newer and damaged data: a reason, a way out, no loss. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { catalogues } from '#shared/i18n/index.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import { mspdiText } from '#test/support/mspdiFile.ts';
import { fingerprint } from '#test/support/storeState.ts';
import { sha256 } from '#test/support/tempStore.ts';
import { startTestApp, type TestApp, type WireFailure } from '#test/support/testApp.ts';

vi.setConfig({ testTimeout: 60_000 });

const script = fileURLToPath(new URL('../support/appChild.ts', import.meta.url));
let dir: string;
let apps: TestApp[];
let children: ChildProcess[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'milepost-bad-'));
  apps = [];
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const app of apps) await app.close();
  chmodSync(dir, 0o700);
  rmSync(dir, { recursive: true, force: true });
});

async function start(): Promise<TestApp> {
  const t = await startTestApp({ dir, log: () => {} });
  apps.push(t);
  return t;
}

function contextOf(t: TestApp) {
  const context = t.app.context();
  if (!context) throw new Error('the store is not open');
  return context;
}

interface Answer {
  readonly state: OutputOf<'startup.state'>;
  readonly clients: readonly string[];
}

async function second(as = ''): Promise<{ child: ChildProcess; answer: Answer }> {
  const child = spawn(process.execPath, [script, dir, as], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, answer: JSON.parse(String(line)) as Answer };
}

function expectText(code: string): void {
  for (const [locale, { errors }] of Object.entries(catalogues))
    expect((errors as Readonly<Record<string, string>>)[code], `${locale} errors:${code}`).toMatch(/.{12}/);
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no failure',
    (error: WireFailure) => error.err.code,
  );

describe('a full disk', () => {
  /** Lets the database grow no further, as a disk without room does; returns how to make room again. */
  function fill(t: TestApp): () => void {
    const { write } = contextOf(t).store;
    const pages = Number(write.pragma('page_count', { simple: true }));
    write.pragma(`max_page_count = ${pages}`);
    return () => void write.pragma('max_page_count = 1073741823');
  }

  it('during an edit: said in words, nothing half stored, and the same edit works when there is room', async () => {
    const t = await start();
    const { id } = await t.request('client.create', { values: { name: '甲' } });
    const before = fingerprint(contextOf(t).store);
    const room = fill(t);
    const patch = { notes: '长'.repeat(15_000) };
    expect(await codeOf(t.request('client.update', { id, patch }))).toBe('STORE_FULL');
    expectText('STORE_FULL');
    expect(fingerprint(contextOf(t).store)).toBe(before);
    // What is there can still be read.
    expect(await t.request('client.list', {})).toHaveLength(1);
    room();
    await t.request('client.update', { id, patch });
    await t.reopen();
    expect((await t.request('client.get', { id }))?.notes).toBe(patch.notes);
  });

  it('during an import: no client, no project, no task stays, and the same file can be imported later', async () => {
    const t = await start();
    await t.request('client.create', { values: { name: '甲' } });
    const before = fingerprint(contextOf(t).store);
    const path = join(dir, 'plan.xml');
    writeFileSync(path, mspdiText({ tasks: Array.from({ length: 400 }, (_, n) => ({ Name: `任务 ${n}` })) }));
    const { token } = contextOf(t).files.fromPath(path);
    const room = fill(t);
    expect(await codeOf(t.task('import.project', { token, client: { name: '乙' } }))).toBe('STORE_FULL');
    expect(fingerprint(contextOf(t).store)).toBe(before);
    expect((await t.request('undo.state', {})).undo?.label.key).toBe('create');
    room();
    const { report } = await t.task('import.project', { token, client: { name: '乙' } });
    expect(report.counts.tasks).toBe(400);
    await t.request('undo.undo', {});
    expect(await t.request('client.list', {})).toHaveLength(1);
  });

  it('again and again: every refused edit leaves the connection usable', async () => {
    const t = await start();
    const { id } = await t.request('client.create', { values: { name: '甲' } });
    for (let round = 0; round < 5; round++) {
      const room = fill(t);
      const patch = { notes: String(round).repeat(19_000) };
      expect(await codeOf(t.request('client.update', { id, patch }))).toBe('STORE_FULL');
      room();
      await t.request('client.update', { id, patch: { phone: String(round) } });
    }
    expect((await t.request('client.get', { id }))?.phone).toBe('4');
  });
});

describe('another process', () => {
  it('keeps us out with a reason; once it has ended, the same window goes on', async () => {
    const { child, answer } = await second();
    expect(answer.state.phase).toBe('ready');
    const t = await start();
    const state = await t.request('startup.state', {});
    expect(state).toMatchObject({ phase: 'failed', err: { code: 'STORE_LOCKED', args: { pid: child.pid } } });
    expectText('STORE_LOCKED');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await t.request('startup.retry', {});
    expect((await t.request('startup.state', {})).phase).toBe('ready');
  });

  it('is kept out by us and told so, and writes nothing', async () => {
    const t = await start();
    await t.request('client.create', { values: { name: '甲' } });
    const before = fingerprint(contextOf(t).store);
    const { answer } = await second();
    expect(answer.state).toMatchObject({ phase: 'failed', err: { code: 'STORE_LOCKED' } });
    expect(fingerprint(contextOf(t).store)).toBe(before);
  });
});

describe.runIf(process.platform !== 'win32')('a data folder that cannot be written', () => {
  it('is a state with a reason, and its bytes stay', async () => {
    const t = await start();
    await t.request('client.create', { values: { name: '甲' } });
    await t.app.close();
    const db = join(dir, 'milepost.db');
    const hash = sha256(db);
    if (process.getuid?.() === 0)
      for (const name of ['', ...readdirSync(dir)]) chownSync(join(dir, name), 65534, 65534);
    chmodSync(dir, 0o555);
    const { answer } = await second('nobody');
    expect(answer.state).toMatchObject({ phase: 'failed', err: { code: 'STORE_READONLY' } });
    expectText('STORE_READONLY');
    chmodSync(dir, 0o700);
    expect(sha256(db)).toBe(hash);
    const again = await second('nobody');
    expect(again.answer).toMatchObject({ state: { phase: 'ready' }, clients: ['甲'] });
  });
});

describe('data that this version must not open', () => {
  async function filled(): Promise<string> {
    const t = await start();
    await t.request('client.create', { values: { name: '甲' } });
    await t.task('backup.now', {});
    await t.app.close();
    return join(dir, 'milepost.db');
  }

  it('from a newer version: refused, byte for byte untouched, with the backups in reach', async () => {
    const db = await filled();
    const newer = new Database(db);
    newer.pragma('user_version = 99');
    newer.close();
    const hash = sha256(db);
    const t = await start();
    expect(await t.request('startup.state', {})).toMatchObject({
      phase: 'failed',
      err: { code: 'STORE_NEWER' },
    });
    expectText('STORE_NEWER');
    expect(sha256(db)).toBe(hash);
    expect(await t.request('startup.backups', {})).toMatchObject([{ clients: 1 }]);
    await t.request('startup.revealData', {});
    expect(t.opened).toEqual([dir]);
    await t.request('startup.retry', {});
    expect((await t.request('startup.state', {})).err?.code).toBe('STORE_NEWER');
    expect(sha256(db)).toBe(hash);
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, 6000)],
    [
      'with a page of garbage',
      (bytes: Buffer) =>
        Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(4096, 0xa5), bytes.subarray(8192)]),
    ],
    ['replaced by a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ])('%s: not opened, not changed, and a backup brings the clients back', async (_name, damage) => {
    const db = await filled();
    writeFileSync(db, damage(readFileSync(db)));
    const hash = sha256(db);
    const t = await start();
    const state = await t.request('startup.state', {});
    expect(state.phase).toBe('failed');
    expect(['STORE_CORRUPT', 'STORE_NOT_OURS']).toContain(state.err?.code);
    expectText(state.err?.code ?? '');
    expect(sha256(db)).toBe(hash);
    const [backup] = await t.request('startup.backups', {});
    await t.task('startup.restore', { file: backup?.file ?? '' });
    expect((await t.request('startup.state', {})).phase).toBe('ready');
    expect(await t.request('client.list', {})).toMatchObject([{ name: '甲' }]);
    // The damaged file is kept for whoever can read more of it.
    const [aside] = readdirSync(join(dir, 'quarantine'));
    expect(sha256(join(dir, 'quarantine', aside ?? '', 'milepost.db'))).toBe(hash);
  });

  it('a backup that is damaged too is not offered as one', async () => {
    await filled();
    const backups = join(dir, 'backups');
    for (const name of readdirSync(backups).filter((one) => one.endsWith('.db')))
      writeFileSync(join(backups, name), 'damaged');
    const t = await start();
    const listed = await t.request('startup.backups', {});
    for (const backup of listed)
      expect(await codeOf(t.task('startup.restore', { file: backup.file }))).toMatch(/^STORE_/);
    expect((await t.request('startup.state', {})).phase).toBe('ready');
  });
});

describe('a logo', () => {
  it.each([
    ['text that calls itself a picture', 'data:image/png;base64,bm90IGEgcGljdHVyZQ=='],
    ['a web page', 'data:text/html;base64,PHNjcmlwdD4='],
    ['an SVG, which may run scripts', 'data:image/svg+xml;base64,PHN2Zy8+'],
    ['an address on the network', 'https://example.com/logo.png'],
    ['a file of this computer', 'file:///etc/passwd'],
  ])('that is %s is refused by the core', async (_name, logo) => {
    const t = await start();
    const before = fingerprint(contextOf(t).store);
    const input = { values: { name: '我们', logo } };
    const reply = JSON.parse(await t.raw(JSON.stringify({ channel: 'company.create', input }))) as {
      ok: boolean;
      err?: { code: string };
    };
    expect(reply).toMatchObject({ ok: false, err: { code: 'VALIDATION' } });
    expect(fingerprint(contextOf(t).store)).toBe(before);
  });
});
