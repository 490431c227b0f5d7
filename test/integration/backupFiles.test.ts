/** A backup is complete only with the files that rows name: issued PDFs, drawn signatures, vouchers. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { fileColumns } from '#db/schema/projection.ts';
import { entityOf, entityTypes } from '#shared/model/registry.ts';
import { seedDocuments } from '#test/support/documentFixture.ts';
import { fakePdf } from '#test/support/fakePdf.ts';
import { draw, issue, upload } from '#test/support/signing.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

const open: TestApp[] = [];
afterEach(async () => {
  for (const t of open.splice(0)) await t.close();
});

async function start(dir?: string): Promise<TestApp> {
  const t = await startTestApp({
    print: { toPdf: async () => fakePdf() },
    ...(dir === undefined ? {} : { dir }),
  });
  open.push(t);
  return t;
}

const filesIn = (dir: string): string[] =>
  existsSync(join(dir, 'files'))
    ? readdirSync(join(dir, 'files'), { recursive: true })
        .map(String)
        .filter((name) => name.includes('.'))
        .sort()
    : [];

/** A signed document with its PDFs and pictures, and a voucher: a file of every kind there is. */
async function filled(): Promise<{ t: TestApp; documentId: string; voucher: string }> {
  const t = await start();
  const { projectId } = await seedDocuments(t.request, 'zh-CN');
  await t.request('scope_item.create', { values: { project_id: projectId, side: 'in', text: '主屏安装' } });
  const { id: documentId } = await issue(t, 'scope', projectId);
  await t.task('document.pdf', { id: documentId, save: false });
  await draw(t, documentId, 'client');
  await t.task('document.pdf', { id: documentId, save: false });
  const fileToken = await upload(t, '付款凭证.jpg', Buffer.from('a photo of a receipt'));
  const { id: voucher } = await t.request('attachment.add', {
    subjectId: projectId,
    fileToken,
    kind: 'voucher',
  });
  return { t, documentId, voucher };
}

test('a backup carries every file that issued, signed and kept records name, and an empty machine gets all of it back (E3, MS-3)', async () => {
  const { t, documentId, voucher } = await filled();
  const here = filesIn(t.dir);
  expect(new Set(here.map((name) => name.split('.').at(-1)))).toEqual(new Set(['pdf', 'png', 'bin']));
  const made = await t.task('backup.now', {});
  expect(made).toMatchObject({ files: here.length, missing: [] });
  expect(filesIn(join(t.dir, 'backups'))).toEqual(here);

  // The disk is gone; the folder of backups was on another one.
  await t.app.close();
  for (const name of readdirSync(t.dir))
    if (name !== 'backups') rmSync(join(t.dir, name), { recursive: true });
  const again = await start(t.dir);
  expect(await again.request('startup.state', {})).toMatchObject({
    phase: 'failed',
    err: { code: 'STORE_CORRUPT' },
  });
  const [backup] = await again.request('startup.backups', {});
  expect(backup).toMatchObject({ files: here.length, missing: [] });
  expect(await again.task('startup.restore', { file: backup?.file ?? '' })).toEqual({ missing: [] });
  expect(filesIn(t.dir)).toEqual(here);
  expect(await again.request('document.verify', { id: documentId })).toEqual({ checked: 1, problems: [] });
  expect((await again.request('signoff.verify', { projectId: null })).problems).toEqual([]);
  expect(await again.request('attachment.open', { id: voucher })).toEqual({ opened: true });
});

test('a file that is gone or altered is named by the backup, by the list of backups and by the state of the app', async () => {
  const { t } = await filled();
  const names = filesIn(t.dir);
  const lost = names.find((name) => name.endsWith('.bin')) ?? '';
  const altered = names.find((name) => name.endsWith('.png')) ?? '';
  rmSync(join(t.dir, 'files', lost));
  writeFileSync(join(t.dir, 'files', altered), 'not the picture');
  const { missing, files } = await t.task('backup.now', {});
  const expected = [
    { entity: 'attachment', title: '付款凭证.jpg' },
    { entity: 'signoff', title: '李工' },
  ];
  const byEntity = (rows: typeof missing) => [...rows].sort((a, b) => (a.entity < b.entity ? -1 : 1));
  expect(byEntity(missing)).toEqual(expected);
  expect(files).toBe(names.length - 2);
  expect(byEntity((await t.request('startup.backups', {}))[0]?.missing ?? [])).toEqual(expected);
  expect(byEntity((await t.request('app.state', {})).lastBackup?.missing ?? [])).toEqual(expected);
});

test('a backup and a restore that are given up change nothing', async () => {
  const { t } = await filled();
  await t.task('backup.now', {});
  const [backup] = await t.request('startup.backups', {});
  await t.request('client.create', { values: { name: 'after the backup' } });
  const clients = (await t.request('client.list', {})).length;
  for (const [channel, input] of [
    ['backup.now', {}],
    ['startup.restore', { file: backup?.file ?? '' }],
  ] as const) {
    const { taskId } = (await t.request(channel, input)) as unknown as { taskId: string };
    await t.request('task.cancel', { taskId });
    const failed = () => t.events.find((event) => event.type === 'task.failed' && event.taskId === taskId);
    await expect.poll(failed).toMatchObject({ err: { code: 'CANCELLED' } });
  }
  expect(await t.request('startup.backups', {})).toHaveLength(1);
  expect(await t.request('client.list', {})).toHaveLength(clients);
});

test('every field that holds the hash of a kept file says so', () => {
  const named = fileColumns().map(({ table, column }) => `${table}.${column}`);
  const hashes = entityTypes.flatMap((type) =>
    Object.keys(entityOf(type).fields)
      .filter((field) => field.endsWith('sha256') && !/^(content|snapshot|seal)_/.test(field))
      .map((field) => `${type}.${field}`),
  );
  expect([...named].sort()).toEqual([...hashes].sort());
});
