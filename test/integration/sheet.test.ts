import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let project: string;
beforeEach(async () => {
  t = await startTestApp();
  const client = await t.request('client.create', { values: { name: '华成建设' } });
  project = (await t.request('project.create', { values: { client_id: client.id, name: '冷库改造' } })).id;
});
afterEach(() => t.close());

const add = async (name: string, inside: string | null = null) =>
  (
    await t.request('plan.addTask', {
      projectId: project,
      place: inside === null ? { where: 'end', id: null } : { where: 'child', id: inside },
      name,
    })
  ).id;
const codes = async () => {
  const [wbs] = await t.request('plan.fields', { projectId: project, fields: ['wbs'] });
  return Object.fromEntries(wbs?.id.map((id, i) => [id, wbs.value[i]]) ?? []);
};

test('renumbering writes codes from the outline, follows a new order, and is one step to undo', async () => {
  const phase = await add('土建');
  const dig = await add('开挖', phase);
  const pour = await add('浇筑', phase);
  await t.request('task.update', { id: dig, patch: { wbs: '客户-7' } });
  expect(await codes()).toEqual({ [dig]: '客户-7' });
  expect(await t.request('plan.renumber', { projectId: project, prefix: ' LK-' })).toEqual({ count: 3 });
  expect(await codes()).toEqual({ [phase]: 'LK-1', [dig]: 'LK-1.1', [pour]: 'LK-1.2' });
  await t.request('plan.moveTask', { ids: [pour], parentId: phase, beforeId: dig });
  expect(await t.request('plan.renumber', { projectId: project, prefix: 'LK-' })).toEqual({ count: 2 });
  expect(await codes()).toEqual({ [phase]: 'LK-1', [dig]: 'LK-1.2', [pour]: 'LK-1.1' });
  expect(await t.request('plan.renumber', { projectId: project, prefix: null })).toEqual({ count: 3 });
  expect(await codes()).toEqual({});
  await t.request('undo.undo', {});
  expect(await codes()).toEqual({ [phase]: 'LK-1', [dig]: 'LK-1.2', [pour]: 'LK-1.1' });
});

test('H2: the scope item of a task is read by its words, as long as it is there', async () => {
  const task = await add('安装');
  const scope = await t.request('scope_item.create', { values: { project_id: project, text: '制冷机组' } });
  await t.request('task.update', { id: task, patch: { scope_item_id: scope.id } });
  const read = () => t.request('plan.fields', { projectId: project, fields: ['scope'] });
  expect(await read()).toEqual([{ field: 'scope', id: [task], value: ['制冷机组'] }]);
  await t.request('scope_item.remove', { id: scope.id });
  expect(await read()).toEqual([{ field: 'scope', id: [], value: [] }]);
});

test('a saved view is kept over a restart, for one project or for all', async () => {
  const definition = { columns: [{ id: 'name', width: 200 }], group: 'responsible' };
  const view = { screen: 'plan', definition };
  await t.request('saved_view.create', { values: { ...view, name: '按人', project_id: project } });
  await t.request('saved_view.create', { values: { ...view, name: '通用', project_id: null } });
  await t.reopen();
  const views = await t.request('saved_view.list', {});
  expect(Object.fromEntries(views.map(({ name, project_id }) => [name, project_id]))).toEqual({
    按人: project,
    通用: null,
  });
  expect(views.map((kept) => kept.definition)).toEqual([definition, definition]);
});
