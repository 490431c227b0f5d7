import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let project: string;
let task: string;
let milestone: string;
const END = { where: 'end', id: null } as const;

const FOUR_DAYS = [[], [[4800, 7200]], [[4800, 7200]], [[4800, 7200]], [[4800, 7200]], [], []] as const;
const definition = (week: typeof FOUR_DAYS | null = null) => {
  const preset = presetCalendar('standard', 'x', 'x');
  return week === null
    ? preset
    : { ...preset, week: week.map((day) => day.map(([a, b]) => [a, b] as const)) };
};

async function create(entity: 'calendar' | 'resource', values: object): Promise<string> {
  const { id } = await t.request(`${entity}.create` as 'task.create', { values } as never);
  return id;
}

beforeEach(async () => {
  t = await startTestApp();
  const { id: client } = await t.request('client.create', { values: { name: '华成建设' } });
  const values = { client_id: client, name: '三期厂房', start_on: '2026-11-23' };
  project = (await t.request('project.create', { values })).id;
  task = (await t.request('plan.addTask', { projectId: project, place: END, name: '浇筑' })).id;
  milestone = (await t.request('plan.addTask', { projectId: project, place: END, name: '验收' })).id;
  await t.request('plan.editTask', { id: task, patch: { duration: '3d' } });
  await t.request('plan.editTask', { id: milestone, patch: { milestone: true } });
  await t.request('plan.addLink', { fromId: task, toId: milestone });
  await t.request('task.update', {
    id: milestone,
    patch: { commitment: 'promise', promised_on: '2026-11-25' },
  });
});
afterEach(() => t.close());

/** Commands outside the plan that would make the milestone late; each sets up what it needs. */
const late: Readonly<Record<string, () => Promise<{ channel: string; input: object }>>> = {
  'the start of the project': async () => ({
    channel: 'project.update',
    input: { id: project, patch: { start_on: '2026-11-24' } },
  }),
  'a person who works less': async () => {
    const calendar_id = await create('calendar', {
      project_id: project,
      name: '半天',
      definition: definition(FOUR_DAYS),
    });
    const resource = await create('resource', { project_id: project, name: '王工', calendar_id });
    return { channel: 'resource.assign', input: { taskId: task, resource: { id: resource } } };
  },
  'the calendar of a person': async () => {
    const calendar_id = await create('calendar', {
      project_id: project,
      name: '半天',
      definition: definition(FOUR_DAYS),
    });
    const resource = await create('resource', { project_id: project, name: '王工' });
    await t.request('resource.assign', { taskId: task, resource: { id: resource } });
    return { channel: 'resource.update', input: { id: resource, patch: { calendar_id } } };
  },
  'the rules of a calendar': async () => {
    const stored = await t.request('calendar.list', { where: { project_id: project } });
    const patch = { definition: definition(FOUR_DAYS) };
    return { channel: 'calendar.update', input: { id: stored[0]?.id, patch } };
  },
  'a constraint': async () => ({
    channel: 'task.update',
    input: { id: task, patch: { constraint_type: 'snet', constraint_at: '2026-11-26T08:00:00' } },
  }),
  'dates written as they are': async () => ({
    channel: 'task.update',
    input: { id: milestone, patch: { start_at: '2026-11-27T17:00:00', finish_at: '2026-11-27T17:00:00' } },
  }),
  'a link': async () => {
    const other = (await t.request('plan.addTask', { projectId: project, place: END, name: '养护' })).id;
    await t.request('plan.editTask', { id: other, patch: { duration: '9d' } });
    return {
      channel: 'link.create',
      input: { values: { project_id: project, from_id: other, to_id: milestone } },
    };
  },
  'a task that comes back from the trash': async () => {
    const { id } = await t.request('plan.addTask', { projectId: project, place: END, name: '养护' });
    await t.request('plan.removeTasks', { ids: [id] });
    await t.request('undo.undo', {});
    await t.request('plan.editTask', { id, patch: { duration: '9d' } });
    await t.request('plan.addLink', { fromId: id, toId: milestone }, ['COMMITMENT_BROKEN']);
    await t.request('plan.removeTasks', { ids: [id] });
    return { channel: 'trash.restore', input: { id } };
  },
  'a buffer that is given back': async () => {
    const texts = { name: '雨季', kind: 'risk', reason: '雨季' } as const;
    const { id } = await t.request('tracking.addBuffer', {
      projectId: project,
      afterId: task,
      ...texts,
      duration: '5d',
    });
    const use = { id, on: '2026-11-21', reason: '雨', riskId: null, amount: '3d' };
    await t.request('tracking.useBuffer', { ...use, giveBack: false });
    await t.request('plan.addLink', { fromId: id, toId: milestone });
    return { channel: 'tracking.useBuffer', input: { ...use, giveBack: true } };
  },
};

const dates = async () =>
  (await t.request('task.list', { where: { project_id: project } })).map(
    ({ name, start_at, finish_at }) => `${name} ${start_at} ${finish_at}`,
  );

describe('I3 what was promised comes late only if that is accepted, whatever is changed', () => {
  test.each(Object.keys(late))('%s', async (what) => {
    const { channel, input } = (await late[what]?.()) ?? { channel: '', input: {} };
    const before = await dates();
    await expect(t.request(channel as 'task.update', input as never)).rejects.toMatchObject({
      err: { code: 'COMMITMENT_BROKEN', args: { name: '验收', promised: '2026-11-25', count: 1 } },
    });
    expect(await dates()).toEqual(before);
    await t.request(channel as 'task.update', input as never, ['COMMITMENT_BROKEN']);
    expect(await dates()).not.toEqual(before);
    await t.request('undo.undo', {});
    await t.request('undo.redo', {});
    expect(await dates()).not.toEqual(before);
  });

  test('consent to one request is none to the next, and a consent nobody knows is malformed', async () => {
    const later = (start_on: string) => ({ id: project, patch: { start_on } });
    await t.request('project.update', later('2026-11-24'), ['COMMITMENT_BROKEN']);
    await t.request('undo.undo', {});
    await expect(t.request('project.update', later('2026-11-24'))).rejects.toThrow('COMMITMENT_BROKEN');
    const raw = JSON.stringify({ channel: 'app.state', input: {}, accepts: ['VALIDATION'] });
    expect(JSON.parse(await t.raw(raw))).toMatchObject({ err: { code: 'MALFORMED_REQUEST' } });
  });

  test('what was late before, or gets another day to be due, is not asked about', async () => {
    await t.request('project.update', { id: project, patch: { start_on: '2026-11-24' } }, [
      'COMMITMENT_BROKEN',
    ]);
    await t.request('project.update', { id: project, patch: { start_on: '2026-11-25' } });
    await t.request('task.update', { id: milestone, patch: { promised_on: '2026-11-20' } });
    expect((await t.request('project.get', { id: project }))?.start_on).toBe('2026-11-25');
  });
});
