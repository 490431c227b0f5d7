/** Names that look like code, direction marks or more than a line: imported, kept and found as plain text. */

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createForkWorker } from '#main/services/worker/forkWorker.ts';
import { type ImportFiles, importFiles, importFrom } from '#test/support/importFiles.ts';
import { mspdiText } from '#test/support/mspdiFile.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

const workerEntry = join(import.meta.dirname, '../../main/services/worker/entry.ts');

let t: TestApp;
let files: ImportFiles;
beforeAll(async () => {
  files = importFiles();
  t = await startTestApp({ worker: createForkWorker(workerEntry) });
});
afterAll(async () => {
  await t.close();
  files.remove();
});

describe('names are text', () => {
  const names = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '\u202Eexe.fdp\u202C 合同',
    '👷🏽‍♀️🏗️ 施工 👨‍👩‍👧‍👦',
    "Robert'); DROP TABLE task;--",
    '=HYPERLINK("http://example.com")',
    '{{name}} $t(common:verb.delete)',
    '../../etc/passwd',
    '__proto__',
    'İstanbul ǅ ﬁ',
  ];

  it('stored as they are, found by search, and the same after a restart', async () => {
    const { projectId } = await importFrom(
      t,
      files.write(mspdiText({ tasks: names.map((Name) => ({ Name })) })),
    );
    const stored = async () =>
      (await t.request('task.list', { where: { project_id: projectId } })).map((task) => task.name);
    expect(await stored()).toEqual(names);
    for (const text of ['<script>alert(1)', 'DROP TABLE', '合同', '施工', '__proto__', 'HYPERLINK'])
      expect((await t.request('search.find', { text, limit: 50 })).length, text).toBeGreaterThan(0);
    await t.reopen();
    expect(await stored()).toEqual(names);
  });

  it('of ten thousand characters are kept whole; what one line cannot show stays beside it', async () => {
    const long = `${'长'.repeat(9_990)}needle结尾`;
    const longer = `${'x'.repeat(9_999)}👷 and more`;
    const lines = 'first\nsecond\tthird';
    const { projectId, report } = await importFrom(
      t,
      files.write(mspdiText({ tasks: [{ Name: long }, { Name: longer }, { Name: lines }] })),
    );
    const tasks = await t.request('task.list', { where: { project_id: projectId } });
    expect(tasks[0]?.name).toBe(long);
    expect(tasks[1]?.name).toBe('x'.repeat(9_999));
    expect(tasks[1]?.source?.['name']).toBe(longer);
    expect(tasks[2]?.name).toBe('first second third');
    expect(tasks[2]?.source?.['name']).toBe(lines);
    expect(report.warningCounts['NAME_TOO_LONG']).toBe(2);
    expect(await t.request('search.find', { text: 'needle', limit: 5 })).toMatchObject([
      { id: tasks[0]?.id },
    ]);
  });

  it('are refused by the store, not cut, when a form sends what cannot be kept', async () => {
    const { id } = await t.request('client.create', { values: { name: '甲' } });
    for (const name of ['\u0000', '\uD800', '   ', 'x'.repeat(100_000)])
      await expect(t.request('client.update', { id, patch: { name } })).rejects.toThrow('VALIDATION');
    expect((await t.request('client.get', { id }))?.name).toBe('甲');
  });
});
