import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let project: string;
beforeEach(async () => {
  t = await startTestApp();
  const client = await t.request('client.create', { values: { name: '华成建设' } });
  project = (await t.request('project.create', { values: { client_id: client.id, name: '泵站' } })).id;
});
afterEach(() => t.close());

const add = async (side: 'in' | 'out', text: string) =>
  (await t.request('scope.add', { projectId: project, side, text })).id;
const addTask = async (name: string) =>
  (await t.request('plan.addTask', { projectId: project, place: { where: 'end', id: null }, name })).id;
const scope = () => t.request('scope.get', { projectId: project });

test('H2: scope items keep the order they are put in, also across sides', async () => {
  const [a, b, c] = [await add('in', '水泵'), await add('in', '电缆'), await add('in', '控制柜')];
  await t.request('scope.place', { id: c, side: 'in', beforeId: a });
  expect((await scope()).items.map((item) => item.text)).toEqual(['控制柜', '水泵', '电缆']);
  await t.request('scope.place', { id: b, side: 'out', beforeId: null });
  expect((await scope()).items.map((item) => `${item.side} ${item.text}`)).toEqual([
    'in 控制柜',
    'in 水泵',
    'out 电缆',
  ]);
  await t.request('undo.undo', {});
  expect((await scope()).items.map((item) => item.text)).toEqual(['控制柜', '水泵', '电缆']);
});

test('H2: work without a scope item is counted, a summary links all its work in one step', async () => {
  const item = await add('in', '水泵');
  const out = await add('out', '土建');
  const [parent, child, other] = [await addTask('安装'), await addTask('就位'), await addTask('开挖')];
  await t.request('plan.indent', { ids: [child] });
  expect(await scope()).toMatchObject({ work: 2, covered: 0, without: 2, percent: 0 });
  expect(await t.request('scope.assign', { taskIds: [parent], scopeItemId: item })).toEqual({ count: 1 });
  expect(await scope()).toMatchObject({ covered: 1, without: 1, percent: 50 });
  await t.request('scope.assign', { taskIds: [other], scopeItemId: out });
  const found = await scope();
  expect(found).toMatchObject({ covered: 1, outside: 1, without: 0 });
  expect(found.tasks).toMatchObject([{ name: '就位', path: ['安装'], scopeItemId: item }, { name: '开挖' }]);
  // Work of an item that was deleted is work without scope, and comes back with it.
  await t.request('scope_item.remove', { id: item });
  expect(await scope()).toMatchObject({ without: 1 });
  await t.request('undo.undo', {});
  expect(await scope()).toMatchObject({ without: 0 });
});

test('H2: tasks of one project are not linked to the scope of another', async () => {
  const task = await addTask('安装');
  const client = await t.request('client.create', { values: { name: '别家' } });
  const other = (await t.request('project.create', { values: { client_id: client.id, name: '乙' } })).id;
  const { id } = await t.request('scope.add', { projectId: other, side: 'in', text: '别的' });
  await expect(t.request('scope.assign', { taskIds: [task], scopeItemId: id })).rejects.toThrow(
    'OTHER_PROJECT',
  );
});
