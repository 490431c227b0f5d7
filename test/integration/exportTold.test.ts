/** What an export tells: how far it is, and what the file does not hold. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PLAN_LOSSES } from '#main/app/export/losses.ts';
import { catalogues } from '#shared/i18n/index.ts';
import { EXPORT_LOSSES } from '#shared/interchange/gan/losses.ts';
import type { ExportFormat } from '#shared/ipc/channels/export.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
beforeEach(async () => {
  t = await startTestApp();
});
afterEach(() => t.close());

async function saved(projectId: string, format: ExportFormat) {
  const file = await t.task('export.file', { projectId, format });
  if (!file) throw new Error('nothing was saved');
  return { text: readFileSync(join(t.dir, file.name), 'utf8'), lost: file.lost };
}

it('says of a plan made here what no project file holds, and keeps the responsible as contact', async () => {
  const { id: client } = await t.request('client.create', { values: { name: '华成' } });
  const { id: project_id } = await t.request('project.create', {
    values: { client_id: client, name: '三期', start_on: '2026-11-23' },
  });
  const add = async (patch: object) => {
    const place = { where: 'end', id: null } as const;
    const { id } = await t.request('plan.addTask', { projectId: project_id, place, name: '浇筑' });
    await t.request('task.update', { id, patch });
    return id;
  };
  await add({ party: 'supplier', responsible: '王工', client_visible: true });
  await add({ commitment: 'promise', promised_on: '2026-12-31', payment_stage: '30 %' });
  const buffer = await add({ buffer_kind: 'risk', buffer_tenths: 4800, responsible: '李工' });
  await t.request('resource.assign', { taskId: buffer, resource: { name: '赵工' } });
  const counts = { buffers: 1, commitments: 1, parties: 1, terms: 1, clientTexts: 1, responsible: 1 };
  const { lost, text } = await saved(project_id, 'mspdi');
  expect(lost).toEqual(counts);
  expect([...text.matchAll(/<Contact>(.*?)<\/Contact>/g)].map(([, name]) => name)).toEqual(['王工']);
  expect((await saved(project_id, 'gan')).lost).toMatchObject({ ...counts, responsible: 2 });
});

it('says how far it is, from reading to writing, and never goes back', async () => {
  const { projectId } = await t.task('sample.create', { language: 'en' });
  t.events.length = 0;
  await saved(projectId, 'mspdi');
  const told = t.events.flatMap((e) =>
    e.type === 'task.progress' ? [{ at: e.fraction, stage: e.stage }] : [],
  );
  expect(told.map(({ at }) => at)).toEqual(told.map(({ at }) => at).sort((a, b) => a - b));
  expect(told.filter(({ stage }) => stage === 'read').length).toBeGreaterThan(3);
  expect(told.filter(({ stage }) => stage === 'write').length).toBeGreaterThan(1);
});

it('every loss that an export reports has its text', () => {
  for (const { export: texts } of Object.values(catalogues))
    expect(Object.keys(texts.lost).sort()).toEqual([...EXPORT_LOSSES, ...PLAN_LOSSES].sort());
});
