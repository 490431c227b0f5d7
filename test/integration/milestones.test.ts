import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TaskPatch } from '#shared/ipc/channels/plan.ts';
import { fakePdf } from '#test/support/fakePdf.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let projectId: string;
let clientId: string;
beforeEach(async () => {
  t = await startTestApp({ print: { toPdf: () => fakePdf() } });
  t.now = Date.parse('2026-11-02T01:00:00.000Z');
  ({ projectId, clientId } = await t.request('project.createWithCalendar', {
    client: { name: '华成建设' },
    values: { name: '机房改造', start_on: '2026-11-02', stage: 'execution' },
    calendar: 'standard',
    calendarName: '五天工作制',
  }));
});
afterEach(() => t.close());

async function addTask(name: string, patch: TaskPatch): Promise<string> {
  const place = { where: 'end', id: null } as const;
  const { id } = await t.request('plan.addTask', { projectId, place, name });
  await t.request('plan.editTask', { id, patch });
  return id;
}
const milestone = (name: string, start: string, patch: TaskPatch = {}) =>
  addTask(name, { milestone: true, start, ...patch });

describe('G20, WF5 confirmation before a milestone', () => {
  const checks = () => t.request('tracking.checks', { projectId });
  const today = async () =>
    (await t.request('today.get', {})).rows.filter(({ kind }) => kind === 'premilestone');
  const confirm = (taskId: string, by: string | null, contactId: string | null = null) =>
    t.request('tracking.confirmMilestone', { taskId, on: '2026-11-03', by, contactId, note: '按样板验收' });

  test('is asked for milestones that are promised or shown to the client, five working days before', async () => {
    await milestone('内部检查', '2026-11-20');
    const shown = await milestone('竣工验收', '2026-11-20', { client_visible: true });
    const promised = await milestone('设备到场', '2026-11-11');
    await t.request('task.update', { id: promised, patch: { commitment: 'contract' } });
    expect((await checks()).map(({ taskId, dueOn, state }) => [taskId, dueOn, state])).toEqual([
      [promised, '2026-11-04', 'later'],
      [shown, '2026-11-13', 'later'],
    ]);
    expect((await today()).map(({ id, due_on }) => [id, due_on])).toEqual([
      [promised, '2026-11-04'],
      [shown, '2026-11-13'],
    ]);
    await t.request('project.update', { id: projectId, patch: { premilestone_days: 10 } });
    expect((await checks()).map(({ dueOn, state }) => [dueOn, state])).toEqual([
      ['2026-10-28', 'overdue'],
      ['2026-11-06', 'later'],
    ]);
  });

  test('follows the milestone while it is open', async () => {
    const id = await milestone('竣工验收', '2026-11-11', { client_visible: true });
    await t.request('plan.editTask', { id, patch: { start: '2026-11-18' } });
    expect(await checks()).toMatchObject([{ dueOn: '2026-11-11', milestoneOn: '2026-11-18' }]);
    expect((await today()).map(({ due_on }) => due_on)).toEqual(['2026-11-11']);
  });

  test('once given it leaves the Today page, survives a move, and says for which day it was given', async () => {
    const id = await milestone('竣工验收', '2026-11-11', { client_visible: true });
    await confirm(id, '李文博');
    expect(await today()).toEqual([]);
    expect(await checks()).toMatchObject([
      { state: 'confirmed', check: { by: '李文博', note: '按样板验收' } },
    ]);
    await t.request('plan.editTask', { id, patch: { start: '2026-11-18' } });
    expect(await checks()).toMatchObject([{ state: 'moved', check: { milestoneOn: '2026-11-11' } }]);
    await confirm(id, '周敏');
    expect(await checks()).toMatchObject([{ state: 'confirmed', check: { by: '周敏' } }]);
    expect(await t.request('premilestone_check.list', {})).toHaveLength(1);
    await t.request('undo.undo', {});
    await t.request('undo.undo', {});
    await t.request('undo.undo', {});
    expect((await today()).map(({ due_on }) => due_on)).toEqual(['2026-11-04']);
  });

  test('needs a person: a contact of this client, or a name', async () => {
    const id = await milestone('竣工验收', '2026-11-11', { client_visible: true });
    const { id: contactId } = await t.request('contact.create', {
      values: { client_id: clientId, name: '周敏' },
    });
    const other = await t.request('client.create', { values: { name: '别家' } });
    const foreign = await t.request('contact.create', { values: { client_id: other.id, name: '外人' } });
    await expect(confirm(id, null)).rejects.toThrow('VALIDATION premilestone_check.confirmed_by');
    await expect(confirm(id, null, foreign.id)).rejects.toThrow('VALIDATION premilestone_check.contact_id');
    await confirm(id, null, contactId);
    expect(await checks()).toMatchObject([{ check: { by: '周敏', contactId } }]);
  });

  test('of a milestone that was reached without it is missed, and no longer due', async () => {
    await milestone('竣工验收', '2026-11-11', { client_visible: true, percent: 100 });
    expect(await checks()).toMatchObject([{ state: 'missed' }]);
    expect(await today()).toEqual([]);
  });
});

describe('what must happen by a day', () => {
  const must = async (until: string, all = false) =>
    (await t.request('tracking.mustHappen', { until, projectId: all ? null : projectId })).rows.map(
      ({ kind, name, dueOn, expectedOn }) => [kind, name, dueOn, expectedOn],
    );

  test('lists what begins, ends and is delivered, needs, checks and promises, once each', async () => {
    const running = await addTask('布线', {
      start: '2026-11-02',
      duration: '5d',
      percent: 20,
      responsible: '张工',
    });
    await addTask('调试', { start: '2026-11-05', duration: '10d' });
    await addTask('图纸', { start: '2026-11-02', duration: '3d', deliverable: '竣工图' });
    await addTask('已完成', { start: '2026-11-02', duration: '1d', percent: 100 });
    await addTask('以后', { start: '2026-12-01', duration: '1d' });
    const shown = await milestone('验收', '2026-11-12', { client_visible: true });
    await t.request('task.update', {
      id: shown,
      patch: { commitment: 'promise', promised_on: '2026-11-06' },
    });
    const need = { project_id: projectId, name: '电缆', quantity: 200, unit: 'm', needed_on: '2026-11-05' };
    await t.request('material_need.create', { values: need });
    await t.request('material_need.create', { values: { ...need, name: '已到货', status: 'delivered' } });
    const rows = await must('2026-11-06');
    const order = (a: readonly unknown[], b: readonly unknown[]) => (`${a}` < `${b}` ? -1 : 1);
    expect(rows.toSorted(order)).toEqual([
      ['check', '验收', '2026-11-05', null],
      ['deliver', '图纸', '2026-11-04', null],
      ['finish', '布线', '2026-11-06', null],
      ['need', '电缆', '2026-11-05', null],
      ['promise', '验收', '2026-11-06', '2026-11-12'],
      ['start', '调试', '2026-11-05', null],
    ]);
    expect(await must('2026-11-02')).toEqual([['start', '图纸', '2026-11-02', null]]);
    await t.request('plan.editTask', { id: running, patch: { percent: 100 } });
    expect((await must('2026-11-06')).map(([, name]) => name)).not.toContain('布线');
  });

  test('leaves out summaries, buffers and closed projects', async () => {
    const parent = await addTask('阶段', {});
    const { id: child } = await t.request('plan.addTask', {
      projectId,
      place: { where: 'child', id: parent },
      name: '子任务',
    });
    await t.request('tracking.addBuffer', {
      projectId,
      afterId: null,
      name: '缓冲',
      kind: 'risk',
      duration: '2d',
      reason: null,
    });
    expect((await must('2026-12-31', true)).map(([, name]) => name)).toEqual(['子任务']);
    await t.request('project.update', { id: projectId, patch: { stage: 'closed' } });
    expect(await must('2026-12-31', true)).toEqual([]);
    expect(await must('2026-12-31')).toHaveLength(1);
    expect(child).toMatch(/^tsk_/);
  });
});

describe('milestone trend', () => {
  const trend = () => t.request('tracking.trend', { projectId });
  const record = () => t.request('tracking.recordForecast', { projectId });

  test('collects what was forecast on each status date; the same day counts once', async () => {
    const id = await milestone('验收', '2026-12-01');
    await t.request('tracking.takeBaseline', { projectId, name: '合同', kind: 'contract' });
    expect((await trend()).recorded).toBe(false);
    await record();
    await t.request('plan.editTask', { id, patch: { start: '2026-12-08' } });
    await record();
    await t.request('tracking.setStatusDate', { projectId, statusOn: '2026-11-16' });
    await t.request('plan.editTask', { id, patch: { start: '2026-12-15' } });
    expect(await record()).toEqual({ count: 1, on: '2026-11-16' });
    expect(await trend()).toMatchObject({
      reportOn: '2026-11-16',
      recorded: true,
      series: [
        {
          id,
          plannedOn: '2026-12-01',
          points: [
            { on: '2026-11-02', forecast: '2026-12-08', done: false },
            { on: '2026-11-16', forecast: '2026-12-15', done: false },
          ],
        },
      ],
    });
    await t.request('undo.undo', {});
    expect((await trend()).series[0]?.points).toHaveLength(1);
  });

  test('a report that is frozen records its point by itself', async () => {
    await milestone('验收', '2026-12-01', { client_visible: true });
    t.now = Date.parse('2026-11-09T01:00:00.000Z');
    const { id: reportId } = await t.request('report.create', {
      projectId,
      period: { from: '2026-11-02', to: '2026-11-08' },
      language: 'zh-CN',
    });
    await t.task('report.freeze', { reportId });
    expect((await trend()).series[0]?.points).toEqual([
      { on: '2026-11-08', forecast: '2026-12-01', done: false },
    ]);
  });
});

describe('I6, I7, N7 buffers', () => {
  const buffers = async () => (await t.request('tracking.buffers', { projectId })).rows;
  const add = (duration = '10d') =>
    t.request('tracking.addBuffer', {
      projectId,
      afterId: null,
      name: '雨季缓冲',
      kind: 'risk',
      duration,
      reason: '六月多雨',
    });
  const take = (id: string, amount: string, giveBack = false) =>
    t.request('tracking.useBuffer', { id, amount, giveBack, on: '2026-11-10', reason: '暴雨', riskId: null });

  test('are tasks of the plan that get shorter as they are used, in one step each', async () => {
    const { id } = await add();
    await take(id, '3d');
    const [buffer] = await buffers();
    expect(buffer).toMatchObject({
      reason: '六月多雨',
      total: 48_000,
      used: 14_400,
      left: 33_600,
      usedPercent: 30,
      uses: [{ reason: '暴雨', tenths: 14_400 }],
    });
    const task = await t.request('task.get', { id });
    expect(task).toMatchObject({ duration_tenths: 33_600, buffer_tenths: 48_000, milestone: false });
    expect(task?.finish_at).toBe('2026-11-10T17:00:00');
    await t.request('undo.undo', {});
    expect(await buffers()).toMatchObject([{ used: 0, left: 48_000, uses: [], light: 'untouched' }]);
  });

  test('cannot give more than they have, nor get back more than was taken', async () => {
    const { id } = await add('2d');
    await expect(take(id, '3d')).rejects.toThrow('BUFFER_TOO_SHORT');
    await expect(take(id, '1d', true)).rejects.toThrow('BUFFER_NOT_TAKEN');
    await take(id, '2d');
    expect(await buffers()).toMatchObject([{ left: 0, light: 'empty', usedPercent: 100 }]);
    await take(id, '1d', true);
    expect(await buffers()).toMatchObject([{ left: 4_800, used: 4_800, total: 9_600 }]);
    await expect(take(id, '1ed')).rejects.toThrow('PLAN_TEXT_UNREADABLE');
  });

  test('a use that is taken back makes the buffer as long as it was', async () => {
    const { id } = await add();
    const use = await take(id, '4d');
    expect(await t.request('tracking.removeBufferUse', { id: use.id })).toMatchObject({ left: 48_000 });
    expect(await buffers()).toMatchObject([{ left: 48_000, used: 0, uses: [] }]);
  });

  test('can be made of a task and become one again, but not of a milestone or summary', async () => {
    const id = await addTask('预留', { start: '2026-11-02', duration: '4d' });
    await t.request('tracking.setBuffer', { id, kind: 'change', reason: '  业主可能增加设备 ' });
    expect(await buffers()).toMatchObject([
      { id, kind: 'change', total: 19_200, reason: '业主可能增加设备' },
    ]);
    await t.request('tracking.setBuffer', { id, kind: 'risk' });
    expect(await buffers()).toMatchObject([{ kind: 'risk', reason: '业主可能增加设备' }]);
    await t.request('tracking.setBuffer', { id, kind: null });
    expect(await buffers()).toEqual([]);
    await expect(take(id, '1d')).rejects.toThrow('NOT_A_BUFFER');
    const reached = await milestone('验收', '2026-11-20');
    await expect(t.request('tracking.setBuffer', { id: reached, kind: 'risk' })).rejects.toThrow(
      'BUFFER_NEEDS_DURATION',
    );
  });

  test('warn when they are used up faster than the time passes', async () => {
    const { id } = await addTask('施工', { start: '2026-11-02', duration: '20d' }).then(() => add());
    await t.request('plan.editTask', { id, patch: { start: '2026-11-30' } });
    await take(id, '5d');
    const [early] = await buffers();
    expect(early).toMatchObject({ usedPercent: 50, light: 'act' });
    await t.request('tracking.setStatusDate', { projectId, statusOn: '2026-11-27' });
    expect((await buffers())[0]?.light).toBe('calm');
  });
});
