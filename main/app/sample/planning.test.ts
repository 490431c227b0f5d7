import { afterEach, describe, expect, it, vi } from 'vitest';
import { getRecord } from '#db/queries/records.ts';
import { LOCALES } from '#shared/model/entities/client.ts';
import { buildSample } from '#shared/sample/sample.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';
import { PlanSchedule } from '../plan/schedule.ts';

vi.setConfig({ testTimeout: 30_000 });

let app: TestApp;
afterEach(() => app.close());

/** Days with holidays before, between and after, and a Sunday. */
const TODAYS = ['2026-11-20', '2026-02-22', '2026-12-27', '2027-04-30'];

async function sample(language: (typeof LOCALES)[number], today = '2026-11-20') {
  app = await startTestApp({ now: `${today}T04:00:00.000Z` });
  const { projectId } = await app.task('sample.create', { language });
  const tasks = await app.request('task.list', { where: { project_id: projectId } });
  const named = new Map(tasks.map((task) => [task.name, task]));
  return { projectId, tasks, named, data: buildSample(language, today) };
}

function scheduleOf(projectId: string): PlanSchedule {
  const read = app.app.context()?.store.read;
  if (!read) throw new Error('no store');
  const project = getRecord(read, 'project', projectId);
  if (!project) throw new Error('no project');
  return PlanSchedule.of(read, project);
}

describe.each(TODAYS)('I4: the plan of the sample made on %s', (today) => {
  it('is what the schedule engine computes, so that the first edit moves nothing', async () => {
    const { projectId, named, data } = await sample('zh-CN', today);
    const schedule = scheduleOf(projectId);
    expect(schedule.cycle).toEqual([]);
    expect(schedule.kept).toBe(false);
    expect([...schedule.moves().keys()]).toEqual([]);
    for (const record of data.records)
      if (record.type === 'task')
        expect(named.get(record.values.name ?? ''), record.key).toMatchObject({
          start_at: record.values.start_at,
          finish_at: record.values.finish_at,
          duration_tenths: record.values.duration_tenths,
        });
  });

  it('keeps every date when a person edits a name', async () => {
    const { projectId, tasks } = await sample('zh-TW', today);
    const dates = (rows: typeof tasks) =>
      rows.map(({ id, start_at, finish_at }) => [id, start_at, finish_at]);
    const [first] = tasks;
    await app.request('task.update', { id: first?.id ?? '', patch: { name: '改名' } });
    await app.request('project.update', { id: projectId, patch: { name: '改名' } });
    const after = await app.request('task.list', { where: { project_id: projectId } });
    expect(dates(after)).toEqual(dates(tasks));
  });

  it('has a critical path through the work that remains, down to the handover', async () => {
    const { projectId, tasks } = await sample('en', today);
    const schedule = scheduleOf(projectId);
    const critical = tasks.filter(
      (task) => task.percent < 100 && schedule.dates(schedule.indexOf(task.id))?.critical,
    );
    const names = critical.map(({ name }) => name);
    expect(critical.length).toBeGreaterThan(5);
    expect(names).toContain('Set, connect and test twelve chairs');
    expect(names).toContain('Practical completion, handover');
    expect(critical.length).toBeLessThan(tasks.filter(({ percent }) => percent < 100).length);
  });
});

describe.each(LOCALES)('planning content of the sample in %s', (language) => {
  it('I9: differs from a sealed contract baseline in days, both ways, and in cost', async () => {
    const { projectId } = await sample(language);
    const [baseline, ...others] = await app.request('plan.baselines', { projectId });
    expect(others).toEqual([]);
    expect(baseline).toMatchObject({ kind: 'contract', reference: true, seal: 'intact' });
    const { changes } = await app.request('tracking.compare', {
      projectId,
      fromId: baseline?.id ?? '',
      toId: null,
    });
    const late = (change: (typeof changes)[number]) =>
      (change.after?.finish ?? 0) - (change.before?.finish ?? 0);
    expect(changes.filter((change) => late(change) > 0).length).toBeGreaterThan(10);
    expect(changes.filter((change) => late(change) < 0).length).toBeGreaterThanOrEqual(1);
    const dearer = changes.filter(({ before, after }) => (after?.cost ?? 0) > (before?.cost ?? 0));
    expect(dearer.length).toBeGreaterThanOrEqual(3);
    expect(changes.some(({ before, after }) => (after?.cost ?? 0) < (before?.cost ?? 0))).toBe(true);
  });

  it('W1: has one open deviation whose figures are those of the table', async () => {
    const { projectId, data } = await sample(language);
    const records = await app.request('deviation.list', {});
    const table = await app.request('tracking.deviations', { projectId });
    const row = table.rows.find(({ recordId }) => recordId === records[0]?.id);
    expect(records.length).toBe(1);
    expect(row).toMatchObject({ abnormal: true, summary: false });
    expect(records[0]).toMatchObject({
      status: 'open',
      opened_on: table.statusOn,
      planned_percent: row?.planned,
      actual_percent: row?.actual,
      deviation_percent: row?.deviation,
      notes: data.deviation.notes,
      due_on: data.deviation.due,
    });
    expect(row?.deviation).toBeLessThan(-10);
    // The project as a whole is behind, but not beyond the threshold: no second alarm is owed for it.
    expect(table.total).toMatchObject({ abnormal: false, recordId: null });
    expect(table.total.deviation).toBeLessThan(0);
  });

  it('I6, I7: has a risk and a change buffer, each used once and not used up', async () => {
    const { projectId } = await sample(language);
    const { rows } = await app.request('tracking.buffers', { projectId });
    expect(rows.map(({ kind, uses }) => [kind, uses.length])).toEqual([
      ['risk', 1],
      ['change', 1],
    ]);
    for (const row of rows) {
      expect(row.left).toBeGreaterThan(0);
      expect(row.total).toBe(row.left + row.used);
      expect(row.reason).toBeTruthy();
      const task = await app.request('task.get', { id: row.id });
      expect(task?.buffer_tenths).toBe(row.total);
    }
    expect(rows[0]?.uses[0]?.risk).toBeTruthy();
  });

  it('J4: loads exactly one person beyond capacity, in work that is still to come', async () => {
    const { projectId, data } = await sample(language);
    const load = await app.request('resource.load', {
      projectId,
      from: '2026-09-01',
      to: '2027-01-31',
      unit: 'week',
      across: false,
    });
    const over = load.resources.filter(({ overload }) => overload !== null);
    const person = data.records.find(({ key }) => key === 'resource/services');
    expect(over.map(({ name }) => name)).toEqual([person?.type === 'resource' ? person.values.name : '']);
    expect((over[0]?.overload?.firstOn ?? '') > '2026-11-20').toBe(true);
    expect(new Set(load.resources.map(({ kind }) => kind))).toEqual(new Set(['work', 'equipment']));
    const kinds = (await app.request('resource.list', {})).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'material').length).toBeGreaterThanOrEqual(2);
  });

  it('J3: has needs in every state, one of them late for its task', async () => {
    const { projectId } = await sample(language);
    const rows = await app.request('resource.needs', { projectId });
    expect(rows.filter(({ warnings }) => warnings.length > 0).map(({ warnings }) => warnings)).toEqual([
      ['late'],
    ]);
    const stored = await app.request('material_need.list', {});
    expect(new Set(stored.map(({ status }) => status))).toEqual(new Set(['planned', 'ordered', 'delivered']));
  });

  it('G20, I3: has a check due today, confirmed ones, and none that was missed', async () => {
    const { projectId } = await sample(language);
    const checks = await app.request('tracking.checks', { projectId });
    const states = checks.map(({ state }) => state);
    expect(states.filter((state) => state === 'due').length).toBe(1);
    expect(states).toContain('confirmed');
    expect(states).not.toContain('missed');
    expect(states).not.toContain('overdue');
    for (const { check, dueOn } of checks) if (check) expect(check.on <= dueOn).toBe(true);
    const due = checks.find(({ state }) => state === 'due');
    expect(due).toMatchObject({ commitment: 'promise', dueOn: '2026-11-20' });
    expect(due?.promisedOn).toBe(due?.milestoneOn);
    expect(due?.expectation).toBeTruthy();
  });

  it('shows a milestone slipping from report to report, on days at which it was not yet past', async () => {
    const { projectId, named, data } = await sample(language);
    const { series } = await app.request('tracking.trend', { projectId });
    const key = data.records.find((record) => record.key === 'task/airUnitOk');
    const unit = series.find(
      ({ id }) => id === named.get(key?.type === 'task' ? (key.values.name ?? '') : '')?.id,
    );
    const forecasts = unit?.points.map(({ forecast }) => forecast) ?? [];
    expect(forecasts.length).toBeGreaterThanOrEqual(6);
    expect(forecasts).toEqual([...forecasts].sort());
    expect(new Set(forecasts).size).toBeGreaterThanOrEqual(3);
    expect(forecasts[0]).toBe(unit?.plannedOn);
    for (const { points } of series)
      for (const { on, forecast, done } of points) expect(done).toBe(forecast <= on);
    const reports = new Set(data.reports.map(({ frozenOn }) => frozenOn));
    expect(unit?.points.slice(-2).every(({ on }) => reports.has(on))).toBe(true);
  });

  it('H2: has scope in and out, and two pieces of work that belong to none', async () => {
    const { projectId, tasks } = await sample(language);
    const items = await app.request('scope_item.list', {});
    expect(new Set(items.map(({ side }) => side))).toEqual(new Set(['in', 'out']));
    const inside = new Set(items.filter(({ side }) => side === 'in').map(({ id }) => id));
    const parents = new Set(tasks.map(({ parent_id }) => parent_id));
    const work = tasks.filter(
      (task) => !parents.has(task.id) && !task.milestone && task.buffer_kind === null,
    );
    expect(work.filter(({ scope_item_id }) => scope_item_id === null).length).toBe(2);
    for (const { scope_item_id } of work) if (scope_item_id) expect(inside.has(scope_item_id)).toBe(true);
    expect(new Set(work.map(({ party }) => party))).toEqual(new Set(['own', 'subcontractor', 'supplier']));
    expect(tasks.some(({ party }) => party === 'client')).toBe(true);
    const project = await app.request('project.get', { id: projectId });
    const cost = work.reduce((sum, task) => sum + (task.cost_minor ?? 0), 0);
    expect(cost).toBeLessThan(project?.contract_minor ?? 0);
    expect(cost).toBeGreaterThan((project?.contract_minor ?? 0) * 0.8);
  });
});

it('takes everything about the plan away with it', async () => {
  await sample('zh-TW');
  const types = [
    'scope_item',
    'buffer_use',
    'deviation',
    'premilestone_check',
    'milestone_forecast',
    'material_need',
    'resource',
    'assignment',
    'baseline_task',
  ] as const;
  const counts = async () =>
    Promise.all(types.map(async (type) => (await app.request(`${type}.list`, {})).length));
  const full = await counts();
  expect(full.every((count) => count > 0)).toBe(true);
  await app.request('sample.remove', {});
  expect(await counts()).toEqual(types.map(() => 0));
  await app.request('undo.undo', {});
  expect(await counts()).toEqual(full);
});
