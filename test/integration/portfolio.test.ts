import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseLocal } from '#shared/schedule/calendar/instant.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
beforeEach(async () => {
  t = await startTestApp();
});
afterEach(() => t.close());

async function project(client: string, name: string, part: object = {}) {
  const owner = await t.request('client.create', { values: { name: client } });
  return (await t.request('project.create', { values: { client_id: owner.id, name, ...part } })).id;
}
const milestone = async (project_id: string, name: string, day: string | null, part: object = {}) =>
  (
    await t.request('task.create', {
      values: {
        project_id,
        name,
        milestone: true,
        // By hand: on the day that was named, a Sunday too, or on none.
        mode: 'manual',
        ...(day === null ? {} : { start_at: `${day}T17:00:00`, finish_at: `${day}T17:00:00` }),
        ...part,
      },
    })
  ).id;

test('I3: open milestones of all projects stand by day, with client, promise and what the baseline planned', async () => {
  const cold = await project('华成建设', '冷库改造');
  const hall = await project('宏达物流', '分拣大厅');
  const closed = await project('老客户', '旧项目', { stage: 'closed' });
  const accepted = await milestone(cold, '竣工验收', '2026-12-20', {
    commitment: 'contract',
    promised_on: '2026-12-15',
    payment_stage: '尾款 30%',
    client_visible: true,
  });
  await milestone(hall, '设备到场', '2026-12-01');
  await milestone(hall, '待定', null);
  await milestone(cold, '已完成', '2026-11-01', { percent: 100 });
  await milestone(cold, '停用', '2026-11-02', { active: false });
  await milestone(closed, '旧里程碑', '2026-11-03');
  const gone = await milestone(hall, '已删', '2026-11-04');
  await t.request('task.remove', { id: gone });
  const baseline = await t.request('baseline.create', {
    values: { project_id: cold, name: '合同', kind: 'contract', number: 1 },
  });
  await t.request('baseline_task.create', {
    values: { baseline_id: baseline.id, task_id: accepted, finish_at: '2026-12-10T17:00:00' },
  });
  const { rows, cut, today } = await t.request('milestones.list', {});
  expect([today, cut]).toEqual(['2026-11-21', false]);
  expect(rows.map((row) => [row.client, row.project, row.name, row.due_on])).toEqual([
    ['宏达物流', '分拣大厅', '设备到场', '2026-12-01'],
    ['华成建设', '冷库改造', '竣工验收', '2026-12-20'],
    ['宏达物流', '分拣大厅', '待定', null],
  ]);
  expect(rows[1]).toMatchObject({
    promised_on: '2026-12-15',
    planned_on: '2026-12-10',
    commitment: 'contract',
    payment_stage: '尾款 30%',
    client_visible: true,
  });
  expect(rows[0]?.planned_on).toBeNull();
});

test('the portfolio holds the phases and milestones of the chosen projects, each project rolled up', async () => {
  const cold = await project('华成建设', '冷库改造');
  const hall = await project('宏达物流', '分拣大厅');
  const add = async (project_id: string, name: string, parent_id: string | null, part: object = {}) =>
    (await t.request('task.create', { values: { project_id, name, parent_id, ...part } })).id;
  const dates = (from: string, to: string, days: number, percent: number) => ({
    start_at: `${from}T08:00:00`,
    finish_at: `${to}T17:00:00`,
    duration_tenths: days * 4800,
    percent,
  });
  const civil = await add(cold, '土建', null);
  await add(cold, '开挖', civil, dates('2026-11-23', '2026-11-24', 2, 100));
  await milestone(cold, '基础验收', '2026-11-25', { parent_id: civil });
  await add(cold, '安装', null, dates('2026-11-26', '2026-11-27', 2, 0));
  await add(hall, '设计', null, dates('2026-12-01', '2026-12-04', 4, 50));
  const both = await t.request('portfolio.get', {});
  expect(both.projects.map((one) => one.name).sort()).toEqual(['冷库改造', '分拣大厅'].sort());
  expect(both.rows).toHaveLength(6);
  const { rows } = await t.request('portfolio.get', { projectIds: [cold] });
  expect(rows.map((row) => [row.kind, row.depth, row.name])).toEqual([
    ['project', 1, '冷库改造'],
    ['phase', 2, '土建'],
    ['milestone', 3, '基础验收'],
    ['task', 2, '安装'],
  ]);
  expect(rows[0]).toMatchObject({
    start: parseLocal('2026-11-23T08:00:00'),
    finish: parseLocal('2026-11-27T17:00:00'),
    percent: 50,
  });
  expect(rows[1]).toMatchObject({ percent: 100 });
  expect((await t.request('portfolio.get', { projectIds: [] })).rows).toEqual([]);
});
