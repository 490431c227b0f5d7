import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let client: string;
let project: string;
beforeEach(async () => {
  t = await startTestApp();
  client = (await t.request('client.create', { values: { name: '华成建设' } })).id;
  project = (
    await t.request('project.create', {
      values: { client_id: client, name: '冷库改造', report_frequency: 'none' },
    })
  ).id;
});
afterEach(() => t.close());

const due = async () =>
  (await t.request('today.get', {})).rows.map((row) => [row.kind, row.title, row.due_on]);
const call = (values: object) =>
  t.request('comm_log.create', {
    values: { client_id: client, happened_at: '2026-11-21T09:00:00', summary: '电话', ...values },
  });

test('everything due shows up across projects, by day, with client and project', async () => {
  await call({ project_id: project, next_step: '发报价', due_on: '2026-11-25' });
  const inProject = { project_id: project };
  await t.request('task.create', {
    values: { ...inProject, name: '验收', milestone: true, finish_at: '2026-12-04T17:00:00' },
  });
  const risk = await t.request('risk.create', {
    values: { ...inProject, title: '断供', review_on: '2026-11-20' },
  });
  await t.request('risk_action.create', { values: { risk_id: risk.id, text: '备货', due_on: '2026-11-21' } });
  await t.request('issue.create', { values: { ...inProject, title: '漏水', due_on: '2026-11-22' } });
  await t.request('decision.create', { values: { ...inProject, question: '颜色', needed_on: '2026-12-03' } });
  const answer = await t.request('today.get', {});
  expect(await due()).toEqual([
    ['risk_review', '断供', '2026-11-20'],
    ['risk_action', '备货', '2026-11-21'],
    ['issue', '漏水', '2026-11-22'],
    ['next_step', '发报价', '2026-11-25'],
    ['decision', '颜色', '2026-12-03'],
    ['milestone', '验收', '2026-12-04'],
  ]);
  expect(answer).toMatchObject({ today: '2026-11-21', cut: [] });
  expect(answer.rows[1]).toMatchObject({ open_id: risk.id, client: '华成建设', project: '冷库改造' });
});

test('what is done, over, far away, in the trash or in a closed project stays away', async () => {
  await call({ next_step: '已办', due_on: '2026-11-20', done_at: '2026-11-20T01:00:00.000Z' });
  await call({ next_step: '以后', due_on: '2026-12-06' });
  const inProject = { project_id: project };
  const task = { ...inProject, milestone: true, finish_at: '2026-11-20T18:00:00' };
  await t.request('task.create', { values: { ...task, name: '完成', percent: 100 } });
  await t.request('task.create', { values: { ...task, name: '不是里程碑', milestone: false } });
  await t.request('task.create', { values: { ...task, name: '停用', active: false } });
  const closed = { ...inProject, title: '已关', review_on: '2026-11-20', status: 'closed' as const };
  await t.request('risk.create', { values: closed });
  const gone = await t.request('issue.create', {
    values: { ...inProject, title: '删', due_on: '2026-11-20' },
  });
  await t.request('issue.remove', { id: gone.id });
  expect(await due()).toEqual([]);
  await t.request('issue.create', { values: { ...inProject, title: '漏水', due_on: '2026-11-20' } });
  expect(await due()).toHaveLength(1);
  await t.request('project.update', { id: project, patch: { stage: 'closed' } });
  expect(await due()).toEqual([]);
});

test('a report is due once the work has started, at its rhythm, and not in arrears (R3)', async () => {
  await t.request('project.update', {
    id: project,
    patch: { report_frequency: 'weekly', report_weekday: 5 },
  });
  const reports = async () => (await due()).filter(([kind]) => kind === 'report');
  expect(await reports()).toEqual([]);
  await t.request('project.update', { id: project, patch: { start_on: '2026-03-02' } });
  expect(await reports()).toEqual([['report', '', '2026-11-27']]);
  await t.request('project.update', { id: project, patch: { start_on: '2026-12-01' } });
  expect(await reports()).toEqual([]);
});

test('a client shows up once nobody has been in touch for too long (WF3, WF4)', async () => {
  await call({ happened_at: '2026-11-21T09:00:00' });
  const contacts = async () => (await due()).filter(([kind]) => kind === 'contact');
  t.now += 6 * 86_400_000;
  expect(await contacts()).toEqual([]);
  t.now += 86_400_000;
  expect(await contacts()).toEqual([['contact', '华成建设', '2026-11-28']]);
  await t.request('project.update', { id: project, patch: { stage: 'warranty' } });
  expect(await contacts()).toEqual([]);
});

test('a next step and an action are ticked off in one step, reopened and undone', async () => {
  const step = await call({ next_step: '发报价', due_on: '2026-11-20' });
  const risk = await t.request('risk.create', { values: { project_id: project, title: '断供' } });
  const action = await t.request('risk_action.create', {
    values: { risk_id: risk.id, text: '备货', due_on: '2026-11-20' },
  });
  await t.request('today.done', { id: step.id, done: true });
  await t.request('today.done', { id: action.id, done: true });
  expect(await due()).toEqual([]);
  expect(await t.request('risk_action.get', { id: action.id })).toMatchObject({ done_on: '2026-11-21' });
  await t.request('undo.undo', {});
  expect(await due()).toEqual([['risk_action', '备货', '2026-11-20']]);
  await t.request('today.done', { id: step.id, done: false });
  expect(await due()).toHaveLength(2);
});

test('ticking twice keeps the first time, and only steps can be ticked', async () => {
  const step = await call({ next_step: '发报价', due_on: '2026-11-20' });
  await t.request('today.done', { id: step.id, done: true });
  const { done_at } = (await t.request('comm_log.get', { id: step.id }))!;
  t.now += 60_000;
  await t.request('today.done', { id: step.id, done: true });
  expect((await t.request('comm_log.get', { id: step.id }))?.done_at).toBe(done_at);
  const plain = await call({});
  await expect(t.request('today.done', { id: plain.id, done: true })).rejects.toThrow('NO_NEXT_STEP');
  await expect(t.request('today.done', { id: project, done: true })).rejects.toThrow('NOT_A_STEP');
  const gone = 'com_00000000-0000-7000-8000-000000000000';
  await expect(t.request('today.done', { id: gone, done: true })).rejects.toThrow('NOT_FOUND');
  await expect(t.request('today.get', { extra: 1 } as never)).rejects.toThrow('VALIDATION');
});

test('G4: what has to be put right is due, ticked off and undone', async () => {
  const { id } = await t.request('rectification.create', {
    values: { project_id: project, text: '栏杆补漆', due_on: '2026-11-24' },
  });
  expect(await due()).toEqual([['rectification', '栏杆补漆', '2026-11-24']]);
  await t.request('today.done', { id, done: true });
  expect(await t.request('rectification.get', { id })).toMatchObject({ done_on: '2026-11-21' });
  expect(await due()).toEqual([]);
  await t.request('undo.undo', {});
  expect(await due()).toHaveLength(1);
});
