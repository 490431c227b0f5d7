import { afterEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let app: TestApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

async function lastLabel(t: TestApp) {
  const [last] = await t.request('history.recent', { limit: 1 });
  return last?.label;
}

test('the history names a record by its new name, shortened but never by half a character, whatever wrote it', async () => {
  const t = await startTestApp();
  app = t;
  const long = `${'名'.repeat(79)}🏗${'名'.repeat(20)}`;
  const client = await t.request('client.create', { values: { name: '华成建设' } });
  const project = await t.request('project.create', { values: { client_id: client.id, name: long } });
  expect(await lastLabel(t)).toEqual({ key: 'create', args: { entity: 'project', name: '名'.repeat(79) } });
  const { id } = await t.request('plan.addTask', {
    projectId: project.id,
    place: { where: 'end', id: null },
    name: long,
  });
  expect(await lastLabel(t)).toEqual({ key: 'create', args: { entity: 'task', name: '名'.repeat(79) } });
  await t.request('plan.editTask', { id, patch: { name: '基坑' } });
  expect(await lastLabel(t)).toEqual({
    key: 'update',
    args: { entity: 'task', name: '基坑', field: 'name' },
  });
  const risk = await t.request('risk.create', { values: { project_id: project.id, title: '暴雨' } });
  await t.request('risk.update', { id: risk.id, patch: { owner: '张工' } });
  expect(await lastLabel(t)).toEqual({
    key: 'update',
    args: { entity: 'risk', name: '暴雨', field: 'owner' },
  });
  await t.request('client.update', { id: client.id, patch: { name: '华成集团' } });
  expect(await lastLabel(t)).toEqual({
    key: 'update',
    args: { entity: 'client', name: '华成集团', field: 'name' },
  });
});
