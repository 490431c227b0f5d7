import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
beforeEach(async () => {
  t = await startTestApp();
});
afterEach(() => t.close());

async function seed() {
  const { id: client } = await t.request('client.create', { values: { name: '华成建设' } });
  const { id: project } = await t.request('project.create', {
    values: { client_id: client, name: '满意度提升' },
  });
  return { client, project };
}

test('a client, a contact and a call survive a restart', async () => {
  const { client } = await seed();
  await t.request('contact.create', {
    values: { client_id: client, name: '李工', email: 'li@example.com', decision_role: 'decision_maker' },
  });
  await t.request('comm_log.create', {
    values: {
      client_id: client,
      happened_at: '2026-11-21T09:00:00',
      summary: '电话',
      next_step: '报价',
      due_on: '2026-11-25',
    },
  });
  await t.reopen();
  expect(await t.request('contact.list', { where: { client_id: client } })).toMatchObject([{ name: '李工' }]);
  expect(await t.request('comm_log.list', { where: { client_id: client } })).toMatchObject([
    { next_step: '报价' },
  ]);
});

test('undo and redo work step by step, also after a restart, and a new action ends the redo', async () => {
  const { client } = await seed();
  await t.request('client.update', { id: client, patch: { name: '甲' } });
  await t.request('client.update', { id: client, patch: { name: '乙' } });
  await t.reopen();
  await t.request('undo.undo', {});
  expect((await t.request('client.get', { id: client }))?.name).toBe('甲');
  await t.request('undo.undo', {});
  expect((await t.request('client.get', { id: client }))?.name).toBe('华成建设');
  await t.reopen();
  await t.request('undo.redo', {});
  expect((await t.request('client.get', { id: client }))?.name).toBe('甲');
  await t.request('client.update', { id: client, patch: { phone: '1' } });
  expect((await t.request('undo.state', {})).redo).toBeNull();
  for (let i = 0; i < 4; i++) await t.request('undo.undo', {});
  expect(await t.request('client.list', {})).toEqual([]);
  await expect(t.request('undo.undo', {})).rejects.toThrow('NOTHING_TO_UNDO');
  expect(await t.request('trash.list', {})).toEqual([]);
  for (let i = 0; i < 4; i++) await t.request('undo.redo', {});
  expect((await t.request('client.list', {}))[0]).toMatchObject({ name: '甲', phone: '1' });
  expect(await t.request('project.list', {})).toHaveLength(1);
});

test('deleting a client takes its projects along, the trash shows one row and brings all back', async () => {
  const { client, project } = await seed();
  await t.request('task.create', { values: { project_id: project, name: '基础' } });
  await t.request('client.remove', { id: client });
  expect(await t.request('task.list', {})).toEqual([]);
  expect(await t.request('trash.list', {})).toMatchObject([
    // The task brought its plan a calendar.
    { entity: 'client', title: '华成建设', count: 4 },
  ]);
  await t.request('trash.restore', { id: client });
  expect(await t.request('task.list', { where: { project_id: project } })).toMatchObject([{ name: '基础' }]);
});

test('two-character Chinese words, pinyin initials and parts of Latin words are found', async () => {
  const { project } = await seed();
  await t.request('risk.create', {
    values: { project_id: project, title: '设计变更 Delay', probability: 3, impact: 4 },
  });
  const titles = async (text: string) =>
    (await t.request('search.find', { text, limit: 10 })).map((hit) => hit.title);
  expect(await titles('变更')).toEqual(['设计变更 Delay']);
  expect(await titles('满意')).toEqual(['满意度提升']);
  expect(await titles('sjbg')).toEqual(['设计变更 Delay']);
  expect(await titles('dela')).toEqual(['设计变更 Delay']);
  expect(await titles('变化')).toEqual([]);
  expect(await titles('" OR 1')).toEqual([]);
});

test('a high risk cannot become open without owner and plan (K7)', async () => {
  const { project } = await seed();
  const { id } = await t.request('risk.create', {
    values: { project_id: project, title: '断供', probability: 5, impact: 4 },
  });
  await expect(t.request('risk.update', { id, patch: { status: 'open' } })).rejects.toThrow(
    'HIGH_RISK_NEEDS_PLAN',
  );
  await t.request('risk.update', { id, patch: { owner: '张' } });
  await expect(t.request('risk.update', { id, patch: { status: 'open' } })).rejects.toThrow(
    'HIGH_RISK_NEEDS_PLAN',
  );
  const action = await t.request('risk_action.create', { values: { risk_id: id, text: '备选供应商' } });
  await t.request('risk.update', { id, patch: { status: 'open' } });
  await expect(t.request('risk_action.remove', { id: action.id })).rejects.toThrow('HIGH_RISK_NEEDS_PLAN');
  expect((await t.request('risk.get', { id }))?.no).toBe(1);
});

test('refused input names the field and leaves the store as it was', async () => {
  const { project } = await seed();
  const before = await t.request('history.recent', { limit: 100 });
  await expect(
    t.request('project.update', { id: project, patch: { start_on: '2026-02-30' } }),
  ).rejects.toMatchObject({
    err: { code: 'VALIDATION', field: 'patch.start_on', reason: 'DATE_OUT_OF_RANGE' },
  });
  await expect(
    t.request('project.update', { id: project, patch: { start_on: '2026-03-02', finish_on: '2026-03-01' } }),
  ).rejects.toMatchObject({
    err: { code: 'RULE_BROKEN', field: 'project.finish_on', reason: 'DATES_REVERSED' },
  });
  await expect(
    t.request('risk.create', { values: { project_id: project, title: 'x', no: 7 } as never }),
  ).rejects.toThrow('VALIDATION');
  expect(await t.request('history.recent', { limit: 100 })).toEqual(before);
});

test('a backup is told to the window, which shows its age', async () => {
  expect((await t.request('app.state', {})).lastBackup).toBeNull();
  const told = () => t.events.filter((event) => event.type === 'prefs.changed').length;
  const before = told();
  await t.task('backup.now', {});
  expect(told()).toBe(before + 1);
  expect((await t.request('app.state', {})).lastBackup).not.toBeNull();
});
