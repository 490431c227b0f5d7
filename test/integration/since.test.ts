import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toldDates } from '#shared/domain/report/told.ts';
import { fakePdf } from '#test/support/fakePdf.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let projectId: string;
let task: string;
let inner: string;

beforeEach(async () => {
  t = await startTestApp({ print: { toPdf: () => fakePdf() } });
  const { id: client } = await t.request('client.create', { values: { name: '华成建设' } });
  const values = { client_id: client, name: '三期厂房', start_on: '2026-11-23' };
  projectId = (await t.request('project.create', { values })).id;
  const add = async (name: string, patch: object) => {
    const { id } = await t.request('plan.addTask', { projectId, place: { where: 'end', id: null }, name });
    await t.request('plan.editTask', { id, patch });
    return id;
  };
  task = await add('浇筑', { duration: '3d', client_visible: true, client_text: '浇筑' });
  inner = await add('内部检查', { duration: '2d' });
});
afterEach(() => t.close());

const since = () => t.request('plan.since', { projectId });

async function frozenReport(): Promise<string> {
  const { id } = await t.request('report.create', {
    projectId,
    language: 'zh-CN',
    period: { from: '2026-11-16', to: '2026-11-22' },
  });
  await t.task('report.freeze', { reportId: id });
  return id;
}

describe('what changed since the last report', () => {
  test('nothing can be compared with before a report or a baseline', async () => {
    expect(await since()).toBeNull();
  });

  test('I9 a plan nobody reported on is compared with the newest baseline, as days', async () => {
    await t.request('tracking.takeBaseline', { projectId, name: '第一版', kind: 'manual' });
    await t.request('plan.editTask', { id: task, patch: { duration: '5d' } });
    await t.request('tracking.takeBaseline', { projectId, name: '第二版', kind: 'manual' });
    await t.request('plan.editTask', { id: task, patch: { duration: '9d' } });
    const found = await since();
    expect(found?.from).toEqual({ kind: 'baseline', name: '第二版', on: '2026-11-21' });
    const at = found?.rows.id.indexOf(task) ?? -1;
    expect([found?.rows.start[at], found?.rows.finish[at]]).toEqual(['2026-11-23', '2026-11-27']);
    expect(found?.rows.id).toContain(inner);
  });

  test('R2 a report counts once it is sent, with what the client was told and no more', async () => {
    await t.request('tracking.takeBaseline', { projectId, name: '第一版', kind: 'manual' });
    const reportId = await frozenReport();
    expect((await since())?.from.kind).toBe('baseline');
    await t.request('report.markSent', { reportId });
    await t.request('plan.editTask', { id: task, patch: { duration: '9d' } });
    const found = await since();
    expect(found?.from).toMatchObject({ kind: 'report', no: 1 });
    expect(found?.rows).toEqual({ id: [task], start: ['2026-11-23'], finish: ['2026-11-25'] });
  });
});

test('a milestone was told as it was reached, else as forecast, else as planned', () => {
  const of = (part: object) => ({
    id: 'm',
    name: '',
    days: 0,
    state: 'late' as const,
    planned_on: '2026-01-01',
    forecast_on: null,
    actual_on: null,
    ...part,
  });
  const told = (part: object) => toldDates({ bars: [], milestones: [of(part)] })[0]?.finish;
  expect(told({})).toBe('2026-01-01');
  expect(told({ forecast_on: '2026-01-05' })).toBe('2026-01-05');
  expect(told({ forecast_on: '2026-01-05', actual_on: '2026-01-04' })).toBe('2026-01-04');
});
