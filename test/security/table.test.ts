import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createForkWorker } from '#main/services/worker/forkWorker.ts';
import { catalogues, locales } from '#shared/i18n/index.ts';
import { LIMITS, REFUSALS } from '#shared/interchange/table/model.ts';
import { workbookOf, workbookParts, zipOf } from '#test/support/tableFiles.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

/** The worker of the app: a process of its own with limits. */
const entry = fileURLToPath(new URL('../../main/services/worker/entry.ts', import.meta.url));
let t: TestApp;
beforeEach(async () => {
  t = await startTestApp({ worker: createForkWorker(entry) });
});
afterEach(() => t.close());

async function upload(bytes: Uint8Array, name = 'list.xlsx'): Promise<string> {
  const { token } = await t.request('file.begin', { name, size: bytes.length });
  for (let at = 0; at < bytes.length; at += 900_000)
    await t.request('file.chunk', {
      token,
      base64: Buffer.from(bytes.subarray(at, at + 900_000)).toString('base64'),
    });
  return token;
}

const history = () => t.request('history.recent', { limit: 5 });

it('a workbook that unpacks without end is refused by the worker, and nothing is written', async () => {
  const before = await history();
  const parts = workbookParts({ sheet: '' }).map((part) =>
    part.name === 'xl/worksheets/sheet1.xml'
      ? { ...part, content: new Uint8Array(LIMITS.partBytes + 1), claimed: 10 }
      : part,
  );
  const token = await upload(zipOf(parts));
  await expect(t.task('table.preview', { token, options: {} })).rejects.toMatchObject({
    err: { code: 'TABLE_REFUSED', reason: 'UNPACKS_TOO_LARGE' },
  });
  expect(await history()).toEqual(before);
});

it('the whole way through the worker: a workbook becomes a plan', async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = `<sheetData><row>${cell('Task')}${cell('Start')}</row><row>${cell('=cmd|calc')}${cell('2026-03-02')}</row><row>${cell('B')}${cell('2026-03-03')}</row></sheetData>`;
  const token = await upload(workbookOf({ sheet }));
  const into = { client: { name: 'C' }, name: 'P' };
  const { projectId } = await t.task('table.import', { token, options: {}, leaveOut: false, into });
  const tasks = await t.request('task.list', { where: { project_id: projectId } });
  expect(tasks.map(({ name }) => name).sort()).toEqual(['=cmd|calc', 'B']);
});

it('a file can be named anything: what it is, its content says', async () => {
  const text = new TextEncoder().encode('Task,Start\nA,2026-03-02\nB,2026-03-03\n');
  const preview = await t.task('table.preview', { token: await upload(text, 'a.xlsx'), options: {} });
  expect(preview).toMatchObject({ kind: 'text', counts: { tasks: 2 } });
});

it('every reason for a refusal has its words in every language', () => {
  for (const locale of locales)
    for (const code of REFUSALS) expect(catalogues[locale].tableImport.refusal[code]).toMatch(/\S/);
});
