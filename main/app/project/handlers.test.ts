import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
beforeEach(async () => {
  t = await startTestApp();
});
afterEach(() => t.close());

const create = (client: { id: string } | { name: string }, values: { name: string; code?: string }) =>
  t.request('project.createWithCalendar', {
    client,
    values,
    calendar: 'sixDay',
    calendarName: '六天工作制',
  });

test('a project, its new client and its calendar are one step of the undo history', async () => {
  const { projectId, clientId } = await create({ name: '华成建设' }, { name: '机房改造', code: 'P-01' });
  const project = await t.request('project.get', { id: projectId });
  expect(project).toMatchObject({ client_id: clientId, code: 'P-01', stage: 'presales' });
  const [calendar] = await t.request('calendar.list', { where: { project_id: projectId } });
  expect(calendar).toMatchObject({ id: project?.calendar_id, name: '六天工作制' });
  await t.request('undo.undo', {});
  expect(await t.request('client.list', {})).toEqual([]);
  expect(await t.request('calendar.list', {})).toEqual([]);
  await t.reopen();
  await t.request('undo.redo', {});
  expect(await t.request('project.get', { id: projectId })).toMatchObject({ name: '机房改造' });
});

test('a project is refused for a client in the trash, and nothing is left behind', async () => {
  const { id } = await t.request('client.create', { values: { name: '甲' } });
  await t.request('client.remove', { id });
  await expect(create({ id }, { name: '乙' })).rejects.toThrow('IN_TRASH');
  await expect(create({ name: '   ' }, { name: '乙' })).rejects.toThrow('VALIDATION');
  expect(await t.request('project.list', {})).toEqual([]);
});

test('lists show progress, status, the next milestone and the next report', async () => {
  const { projectId, clientId } = await create({ name: '华成建设' }, { name: '机房改造' });
  const task = (values: object) =>
    t.request('task.create', { values: { project_id: projectId, ...values } as never });
  await task({ name: '布线', duration_tenths: 14_400, percent: 50, finish_at: '2026-12-01T17:00:00' });
  await task({ name: '验收', milestone: true, finish_at: '2026-12-05T17:00:00' });
  await t.request('risk.create', {
    values: { project_id: projectId, title: '停电', probability: 3, impact: 4 },
  });
  const [row] = await t.request('project.rows', { client_id: clientId });
  expect(row).toMatchObject({
    clientName: '华成建设',
    tasks: 2,
    tasksLate: 0,
    progress: 50,
    openRisks: 1,
    highRisks: 1,
    status: 'attention',
    nextMilestone: { name: '验收', on: '2026-12-05' },
    nextReportOn: null,
  });
  t.now = Date.parse('2026-12-03T04:00:00.000Z');
  expect(await t.request('project.figures', { id: projectId })).toMatchObject({
    status: 'late',
    tasksLate: 1,
  });
  await t.request('project.remove', { id: projectId });
  expect(await t.request('project.figures', { id: projectId })).toBeNull();
});

test('R3: lists, the project and Today name the same day of the next report', async () => {
  const { projectId } = await create({ name: '华成建设' }, { name: '机房改造' });
  const said = async () => {
    const [row] = await t.request('project.rows', {});
    const figures = await t.request('project.figures', { id: projectId });
    const { rows } = await t.request('today.get', {});
    expect(figures?.nextReportOn).toBe(row?.nextReportOn);
    return [row?.nextReportOn, rows.find(({ kind }) => kind === 'report')?.due_on ?? null];
  };
  expect(await said()).toEqual([null, null]);
  await t.request('project.update', { id: projectId, patch: { start_on: '2026-11-02' } });
  const [listed, today] = await said();
  expect(listed).toBe('2026-11-27');
  expect(today).toBe(listed);
  await t.request('project.update', { id: projectId, patch: { stage: 'closed' } });
  expect(await said()).toEqual([null, null]);
});

test('the client list knows the last contact and the open next steps', async () => {
  const { id } = await t.request('client.create', { values: { name: '华成建设' } });
  const log = (happened_at: string, next: object) =>
    t.request('comm_log.create', { values: { client_id: id, happened_at, summary: '电话', ...next } });
  await log('2026-11-01T09:00:00', { next_step: '报价', due_on: '2026-11-25' });
  const late = await log('2026-11-10T09:00:00', { next_step: '寄样', due_on: '2026-11-12' });
  const row = async () => (await t.request('client.rows', {}))[0];
  expect(await row()).toMatchObject({
    lastContactAt: '2026-11-10T09:00:00',
    nextStepOn: '2026-11-12',
    openSteps: 2,
  });
  await t.request('comm_log.update', { id: late.id, patch: { done_at: '2026-11-21T04:00:00.000Z' } });
  expect(await row()).toMatchObject({ nextStepOn: '2026-11-25', openSteps: 1 });
});
