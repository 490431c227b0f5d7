import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let project: string;

const newProject = async (name: string) => {
  const { projectId } = await t.request('project.createWithCalendar', {
    client: { name: '华成建设' },
    values: { name, start_on: '2026-11-23' },
    calendar: 'standard',
    calendarName: '五天制',
  });
  return projectId;
};
const addTask = async (projectId: string, name: string, start: string, duration: string) => {
  const place = { where: 'end', id: null } as const;
  const { id } = await t.request('plan.addTask', { projectId, place, name });
  await t.request('plan.editTask', { id, patch: { start, duration } });
  return id;
};
const addPerson = async (projectId: string, values: object = {}) =>
  (await t.request('resource.create', { values: { project_id: projectId, name: '张伟', ...values } })).id;
const load = (across: boolean, unit: 'day' | 'week' = 'day') =>
  t.request('resource.load', { projectId: project, from: '2026-11-23', to: '2026-11-29', unit, across });
const hours = (tenths: readonly number[]) => tenths.map((value) => value / 600);

beforeEach(async () => {
  t = await startTestApp();
  project = await newProject('泵站改造');
});
afterEach(() => t.close());

describe('J4: load against capacity', () => {
  it('shows the days on which one person is wanted twice, and names the tasks', async () => {
    const person = await addPerson(project);
    const first = await addTask(project, '安装', '2026-11-23', '3d');
    const second = await addTask(project, '调试', '2026-11-25', '2d');
    await t.request('resource.assign', { taskId: first, resource: { id: person } });
    await t.request('resource.assign', { taskId: second, resource: { id: person } });
    const [row] = (await load(false)).resources;
    expect(hours(row?.load ?? [])).toEqual([8, 8, 16, 8, 0, 0, 0]);
    expect(hours(row?.capacity ?? [])).toEqual([8, 8, 8, 8, 8, 0, 0]);
    expect(row?.over.indexOf(true)).toBe(2);
    expect(row?.overload).toEqual({
      days: 1,
      firstOn: '2026-11-25',
      lastOn: '2026-11-25',
      worstOn: '2026-11-25',
      worstLoad: 9600,
      worstCapacity: 4800,
    });
    const [week] = (await load(false, 'week')).resources;
    // Within the week the capacity would do; the day is what it lacks on.
    expect(week).toMatchObject({ load: [40 * 600], capacity: [40 * 600], over: [true] });
    const days = { from: '2026-11-25', to: '2026-11-25', across: false };
    const causes = await t.request('resource.causes', { resourceId: person, ...days });
    expect(causes.map(({ name, load: part }) => [name, part])).toEqual([
      ['安装', 4800],
      ['调试', 4800],
    ]);
  });

  it('counts the same person in other projects only if asked, and not in closed ones', async () => {
    const person = await addPerson(project, { phone: '138-0013-8000' });
    const task = await addTask(project, '安装', '2026-11-23', '1d');
    await t.request('resource.assign', { taskId: task, resource: { id: person } });
    const other = await newProject('冷库');
    const same = await addPerson(other, { name: '张工', phone: '+86 13800138000' });
    const there = await addTask(other, '巡检', '2026-11-23', '1d');
    await t.request('resource.assign', { taskId: there, resource: { id: same } });
    expect((await load(false)).resources[0]).toMatchObject({ overload: null, projects: [] });
    const [row] = (await load(true)).resources;
    expect(row).toMatchObject({ projects: ['冷库'], overload: { days: 1, worstLoad: 9600 } });
    expect(hours(row?.elsewhere ?? [])[0]).toBe(8);
    await t.request('project.update', { id: other, patch: { stage: 'closed' } });
    expect((await load(true)).resources[0]).toMatchObject({ overload: null });
  });

  it('gives material no load', async () => {
    const cable = await addPerson(project, { name: '电缆', kind: 'material', unit: 'm' });
    const task = await addTask(project, '安装', '2026-11-23', '1d');
    const { id } = await t.request('resource.assign', { taskId: task, resource: { id: cable }, units: 120 });
    expect(await t.request('assignment.get', { id })).toMatchObject({ units: 120, work_tenths: null });
    expect((await load(false)).resources).toEqual([]);
  });
});

describe('J1: assignments', () => {
  it('have the work of the duration, and follow when a person changes the duration', async () => {
    const person = await addPerson(project);
    const task = await addTask(project, '安装', '2026-11-23', '3d');
    const { id } = await t.request('resource.assign', { taskId: task, resource: { id: person }, units: 0.5 });
    const effort = () => t.request('assignment.get', { id });
    expect(await effort()).toMatchObject({ units: 0.5, work_tenths: 3 * 2400 });
    await t.request('plan.editTask', { id: task, patch: { duration: '4d' } });
    expect(await effort()).toMatchObject({ units: 0.5, work_tenths: 4 * 2400 });
    await t.request('undo.undo', {});
    expect(await effort()).toMatchObject({ units: 0.5, work_tenths: 3 * 2400 });
    await t.request('task.update', { id: task, patch: { effort_type: 'fixed_work' } });
    await t.request('plan.editTask', { id: task, patch: { duration: '6d' } });
    expect(await effort()).toMatchObject({ units: 0.25, work_tenths: 3 * 2400 });
  });

  it('are refused on summaries and twice on one task', async () => {
    const person = await addPerson(project);
    const parent = await addTask(project, '安装', '2026-11-23', '3d');
    const child = await addTask(project, '就位', '2026-11-23', '3d');
    await t.request('plan.indent', { ids: [child] });
    await expect(t.request('resource.assign', { taskId: parent, resource: { id: person } })).rejects.toThrow(
      'SUMMARY_ASSIGNED',
    );
    await t.request('resource.assign', { taskId: child, resource: { id: person } });
    await expect(t.request('resource.assign', { taskId: child, resource: { id: person } })).rejects.toThrow(
      'ASSIGNED_TWICE',
    );
  });
});

describe('J3: material needs', () => {
  it('follow the start of their task into Today and warn when the supplier is late', async () => {
    const task = await addTask(project, '安装', '2026-12-01', '3d');
    const { id } = await t.request('material_need.create', {
      values: { project_id: project, task_id: task, name: '水泵', expected_on: '2026-12-01' },
    });
    const due = async () =>
      (await t.request('today.get', {})).rows.find((row) => row.kind === 'need' && row.id === id)?.due_on;
    const need = async () => (await t.request('resource.needs', { projectId: project }))[0];
    expect(await due()).toBe('2026-12-01');
    expect(await need()).toMatchObject({ neededOn: '2026-12-01', taskName: '安装', warnings: [] });
    await t.request('plan.shiftTasks', { ids: [task], days: -3 });
    expect(await due()).toBe('2026-11-26');
    expect(await need()).toMatchObject({ neededOn: '2026-11-26', warnings: ['late'] });
    await t.request('material_need.update', { id, patch: { needed_on: '2026-12-02' } });
    expect(await due()).toBe('2026-12-02');
    expect(await need()).toMatchObject({ warnings: ['late', 'afterTask'] });
    await t.request('material_need.update', { id, patch: { status: 'delivered' } });
    expect(await due()).toBeUndefined();
  });
});
