import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeBaseline } from '#main/app/tracking/baselines.ts';
import type { TaskPatch } from '#shared/ipc/channels/plan.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let projectId: string;
beforeEach(async () => {
  t = await startTestApp();
  t.now = Date.parse('2026-11-02T01:00:00.000Z');
  ({ projectId } = await t.request('project.createWithCalendar', {
    client: { name: '华成建设' },
    values: { name: '机房改造', start_on: '2026-11-02' },
    calendar: 'standard',
    calendarName: '五天工作制',
  }));
});
afterEach(() => t.close());

const LAST = { where: 'end', id: null } as const;

async function addTask(name: string, patch: TaskPatch, into?: string): Promise<string> {
  const place = into === undefined ? LAST : ({ where: 'child', id: into } as const);
  const { id } = await t.request('plan.addTask', { projectId, place, name });
  await t.request('plan.editTask', { id, patch });
  return id;
}
const edit = (id: string, patch: TaskPatch) => t.request('plan.editTask', { id, patch });
const baselines = () => t.request('plan.baselines', { projectId });
const take = (name: string) => t.request('tracking.takeBaseline', { projectId, name, kind: 'manual' });
const table = () => t.request('tracking.deviations', { projectId });
const records = async () =>
  (await t.request('deviation.list', { where: { project_id: projectId } })).toSorted((x, y) => x.no - y.no);
const setStatus = (statusOn: string | null) => t.request('tracking.setStatusDate', { projectId, statusOn });

describe('baselines', () => {
  test('hold dates, duration, progress and cost of every task, summaries included', async () => {
    const phase = await addTask('土建', {});
    const a = await addTask('拆除', { start: '2026-11-02', duration: '5d', percent: 40 }, phase);
    await addTask('砌筑', { start: '2026-11-09', duration: '3d' }, phase);
    await t.request('task.update', { id: a, patch: { cost_minor: 120_000 } });
    const { tasks } = await take('开工前');
    expect(tasks).toBe(3);
    const answer = await t.request('plan.baseline', { projectId });
    const row = (id: string) => {
      const i = answer?.rows.id.indexOf(id) ?? -1;
      return [answer?.rows.duration[i], answer?.rows.cost[i], answer?.rows.percent[i]];
    };
    expect(row(a)).toEqual([24_000, 120_000, 40]);
    expect(row(phase)).toEqual([38_400, null, 25]);
    expect(await baselines()).toMatchObject([
      { name: '开工前', cost: 120_000, seal: 'intact', reference: true },
    ]);
  });

  test('I9 freeze the same progress of a summary as the plan shows, what is left being the better witness', async () => {
    const phase = await addTask('土建', {});
    const a = await addTask('拆除', { duration: '10d', percent: 50 }, phase);
    await t.request('task.update', { id: a, patch: { remaining_tenths: 38_400 } });
    await take('开工前');
    const shown = (await t.request('plan.get', { projectId })).rows;
    const frozen = (await t.request('plan.baseline', { projectId }))?.rows;
    expect(shown.percent[shown.id.indexOf(phase)]).toBe(20);
    expect(frozen?.percent[frozen.id.indexOf(phase)]).toBe(20);
  });

  test('are as many as one likes, can be renamed, and go to the trash and back', async () => {
    await addTask('拆除', { start: '2026-11-02', duration: '5d' });
    for (let i = 0; i < 13; i++) await take(`第 ${i} 版`);
    const list = await baselines();
    expect(list.map(({ number }) => number)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    const newest = list[0]?.id ?? '';
    await t.request('baseline.update', { id: newest, patch: { name: '送审版' } });
    expect((await baselines())[0]).toMatchObject({ name: '送审版', seal: 'intact' });
    await t.request('baseline.remove', { id: newest });
    expect(await baselines()).toHaveLength(12);
    await t.request('trash.restore', { id: newest });
    expect((await baselines())[0]).toMatchObject({ id: newest, tasks: 1, seal: 'intact' });
  });

  test('that were altered behind their seal say so', async () => {
    const a = await addTask('拆除', { start: '2026-11-02', duration: '5d' });
    const { id } = await take('开工前');
    const [row] = await t.request('baseline_task.list', { where: { baseline_id: id, task_id: a } });
    await t.request('baseline_task.update', {
      id: row?.id ?? '',
      patch: { finish_at: '2026-11-30T17:00:00' },
    });
    expect(await baselines()).toMatchObject([{ seal: 'altered' }]);
  });

  test('one of the contract is taken by itself when the project leaves contracting, once', async () => {
    const stage = (value: 'contracting' | 'kickoff' | 'execution') =>
      t.request('project.update', { id: projectId, patch: { stage: value } });
    await stage('contracting');
    await stage('kickoff');
    expect(await baselines()).toEqual([]);
    await stage('contracting');
    await addTask('拆除', { start: '2026-11-02', duration: '5d' });
    await stage('execution');
    expect(await baselines()).toMatchObject([{ kind: 'contract', reference: true, taken_on: '2026-11-02' }]);
    await stage('contracting');
    await stage('kickoff');
    expect(await baselines()).toHaveLength(1);
    await t.request('undo.undo', {});
    await t.request('undo.undo', {});
    await t.request('undo.undo', {});
    expect(await baselines()).toEqual([]);
    expect(await t.request('project.get', { id: projectId })).toMatchObject({ stage: 'contracting' });
  });

  test('one of an approved change is taken inside the commit that applies it, and becomes the reference', async () => {
    const a = await addTask('拆除', { start: '2026-11-02', duration: '5d' });
    await take('开工前');
    const { log } = t.app.context()!;
    log.commit({ key: 'update', args: { entity: 'task', name: '拆除', field: 'name' } }, (tx) => {
      tx.update('task', a, { cost_minor: 500 });
      takeBaseline(tx, {
        projectId,
        name: '变更 1',
        kind: 'change',
        reason: '业主增项',
        today: '2026-11-03',
      });
    });
    expect(await baselines()).toMatchObject([
      { name: '变更 1', kind: 'change', reason: '业主增项', reference: true, cost: 500 },
      { name: '开工前', reference: false },
    ]);
    await take('草稿');
    expect((await baselines()).map(({ reference }) => reference)).toEqual([false, true, false]);
    await t.request('undo.undo', {});
    await t.request('undo.undo', {});
    expect(await baselines()).toMatchObject([{ name: '开工前', reference: true }]);
  });

  test('compared with today list what moved, came, went and got dearer', async () => {
    const a = await addTask('拆除', { start: '2026-11-02', duration: '5d' });
    const b = await addTask('砌筑', { start: '2026-11-09', duration: '3d' });
    const c = await addTask('清运', { start: '2026-11-09', duration: '1d' });
    const { id } = await take('开工前');
    expect(await t.request('tracking.compare', { projectId, fromId: id, toId: null })).toMatchObject({
      changes: [],
      unchanged: 3,
    });
    await edit(b, { start: '2026-11-12', duration: '4d' });
    await t.request('task.update', { id: a, patch: { cost_minor: 9_900 } });
    await t.request('plan.removeTasks', { ids: [c] });
    const d = await addTask('保洁', { start: '2026-11-20', duration: '1d' });
    const found = await t.request('tracking.compare', { projectId, fromId: id, toId: null });
    expect(found.changes).toMatchObject([
      { id: a, kinds: ['cost'], costChange: 9_900 },
      { id: b, kinds: ['moved', 'duration'], startDays: 3, finishDays: 4, durationDays: 1 },
      { id: d, kinds: ['added'] },
      { id: c, name: '清运', kinds: ['removed'] },
    ]);
    expect(found.finishDays).toBe(7);
    const later = await take('再版');
    const two = await t.request('tracking.compare', { projectId, fromId: id, toId: later.id });
    expect(two.changes.map((change) => change.id)).toEqual([a, b, d, c]);
  });

  test('of another project are refused', async () => {
    const { id } = await take('开工前');
    const other = await t.request('project.createWithCalendar', {
      client: { name: '乙' },
      values: { name: '乙项目' },
      calendar: 'standard',
      calendarName: '五天',
    });
    const foreign = { projectId: other.projectId, fromId: id, toId: null };
    await expect(t.request('tracking.compare', foreign)).rejects.toThrow('OTHER_PROJECT');
  });
});

describe('W1 deviations', () => {
  test('planned progress on the status date comes from the baseline, in working time', async () => {
    const a = await addTask('拆除', { start: '2026-11-02', duration: '10d' });
    await take('开工前');
    await edit(a, { duration: '20d' });
    await setStatus('2026-11-08');
    // Sunday after five of ten planned working days.
    expect((await table()).rows).toMatchObject([{ id: a, planned: 50, actual: 0, deviation: -100 }]);
  });

  test('the vectors of W1: −10.0 % is normal, −12.0 % opens a record, and only one', async () => {
    const a = await addTask('拆除', { start: '2026-11-02', duration: '10d' });
    await take('开工前');
    t.now = Date.parse('2026-11-06T09:00:00.000Z');
    await edit(a, { percent: 45 });
    await setStatus('2026-11-06');
    expect((await table()).total).toMatchObject({ planned: 50, actual: 45, deviation: -10, abnormal: false });
    expect(await records()).toEqual([]);
    await edit(a, { percent: 44 });
    const found = await records();
    expect(found.map(({ task_id, no }) => [task_id, no])).toEqual([
      [null, 1],
      [a, 2],
    ]);
    expect(found[1]).toMatchObject({
      title: '拆除',
      opened_on: '2026-11-06',
      planned_percent: 50,
      actual_percent: 44,
      deviation_percent: -12,
      threshold_percent: 10,
      status: 'open',
    });
    await edit(a, { percent: 40 });
    expect(await records()).toHaveLength(2);
    for (const { id } of found) await t.request('deviation.update', { id, patch: { status: 'closed' } });
    expect((await records()).map(({ closed_on }) => closed_on)).toEqual(['2026-11-06', '2026-11-06']);
    await edit(a, { percent: 55 });
    expect(await records()).toHaveLength(2);
    await edit(a, { percent: 60 });
    expect(await records()).toHaveLength(4);
  });

  test('an alarm is part of the step that caused it, and is undone with it', async () => {
    const a = await addTask('拆除', { start: '2026-11-02', duration: '10d' });
    await setStatus('2026-11-03');
    expect((await records()).map(({ task_id }) => task_id)).toEqual([null, a]);
    await t.request('undo.undo', {});
    expect(await records()).toEqual([]);
    expect(await t.request('project.get', { id: projectId })).toMatchObject({ status_on: null });
    await t.request('undo.redo', {});
    expect(await records()).toHaveLength(2);
  });

  test('the generic door of records rings the alarm as well', async () => {
    const a = await addTask('拆除', { start: '2026-11-02', duration: '10d' });
    await t.request('project.update', { id: projectId, patch: { deviation_threshold: 100 } });
    await t.request('project.update', { id: projectId, patch: { status_on: '2026-11-06' } });
    expect(await records()).toEqual([]);
    await t.request('project.update', { id: projectId, patch: { deviation_threshold: 10 } });
    await t.request('task.update', { id: a, patch: { percent: 10 } });
    expect(await records()).toHaveLength(2);
  });

  test('are measured per task, per phase and for the project, weighted as the project says', async () => {
    const phase = await addTask('土建', {});
    const a = await addTask('拆除', { start: '2026-11-02', duration: '5d', percent: 100 }, phase);
    const b = await addTask('砌筑', { start: '2026-11-02', duration: '5d' }, phase);
    await t.request('task.update', { id: a, patch: { cost_minor: 900 } });
    await t.request('task.update', { id: b, patch: { cost_minor: 100 } });
    await setStatus('2026-11-06');
    const actual = async () => (await table()).rows.map((row) => [row.id, row.actual]);
    expect(await actual()).toEqual([
      [phase, 50],
      [a, 100],
      [b, 0],
    ]);
    await t.request('project.update', { id: projectId, patch: { deviation_weight: 'cost' } });
    expect(await table()).toMatchObject({ weighting: 'cost', total: { actual: 90, deviation: -10 } });
  });

  test('a record can be opened by hand, once, and not where the plan is 0', async () => {
    const a = await addTask('拆除', { start: '2026-11-16', duration: '5d' });
    await setStatus('2026-11-06');
    expect((await table()).rows).toMatchObject([{ id: a, planned: 0, deviation: null, abnormal: false }]);
    await expect(t.request('tracking.openDeviation', { projectId, taskId: a })).rejects.toThrow(
      'DEVIATION_UNKNOWN',
    );
    t.now = Date.parse('2026-11-19T01:00:00.000Z');
    await setStatus(null);
    const [first] = await records();
    expect(await t.request('tracking.openDeviation', { projectId, taskId: null })).toEqual({
      id: first?.id,
      opened: false,
    });
    expect((await table()).total.recordId).toBe(first?.id);
  });

  test('milestones, buffers and inactive tasks are no work that could be late', async () => {
    await addTask('验收', { start: '2026-11-03', milestone: true });
    const buffer = await addTask('缓冲', { start: '2026-11-02', duration: '2d' });
    await t.request('task.update', { id: buffer, patch: { buffer_kind: 'risk' } });
    await addTask('取消的工作', { start: '2026-11-02', duration: '2d', active: false });
    await setStatus('2026-11-06');
    expect(await table()).toMatchObject({ rows: [], total: { planned: null, deviation: null } });
    expect(await records()).toEqual([]);
  });

  test('the report judges by the threshold and the weights of the project', async () => {
    const a = await addTask('拆除', { start: '2026-11-02', duration: '10d' });
    await edit(a, { percent: 40 });
    await t.request('project.update', {
      id: projectId,
      patch: { status_on: '2026-11-06', deviation_threshold: 20 },
    });
    const period = { from: '2026-11-02', to: '2026-11-08' };
    t.now = Date.parse('2026-11-06T09:00:00.000Z');
    const compose = () => t.request('report.compose', { projectId, period, language: 'zh-CN' });
    expect((await compose()).snapshot.progress).toMatchObject({ deviation: -20, abnormal: false, limit: 20 });
    await t.request('project.update', { id: projectId, patch: { deviation_threshold: 19.9 } });
    expect((await compose()).snapshot.progress).toMatchObject({ deviation: -20, abnormal: true });
  });
});

test('a table is saved for spreadsheets: Chinese readable, formulas harmless', async () => {
  const cells = [
    ['任务', '偏差'],
    ['拆除, 一层', '−12.0%'],
    ['=HYPERLINK("http://x")', '-5.0'],
  ];
  const saved = await t.request('tracking.saveTable', { name: '变更 1/2', cells });
  const text = readFileSync(join(t.dir, saved?.name ?? ''), 'utf8');
  expect(text.startsWith('\ufeff任务,偏差\r\n"拆除, 一层",−12.0%\r\n')).toBe(true);
  expect(text).toContain(`"'=HYPERLINK(""http://x"")",-5.0\r\n`);
});
