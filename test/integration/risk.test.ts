import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let project: string;
beforeEach(async () => {
  t = await startTestApp();
  const { id } = await t.request('client.create', { values: { name: '华成建设' } });
  project = (await t.request('project.create', { values: { client_id: id, name: '冷库改造' } })).id;
});
afterEach(() => t.close());

const GONE = 'rsk_00000000-0000-7000-8000-000000000000';
const risk = async (values: object) =>
  (await t.request('risk.create', { values: { project_id: project, title: '断供', ...values } })).id;
const register = () => t.request('risk.register', { project_id: project });
const steps = async () => (await t.request('history.recent', { limit: 500 })).length;

test('the register gives a project’s risks with actions and reviews, and nothing of other projects', async () => {
  const id = await risk({ probability: 3, impact: 3 });
  await t.request('risk_action.create', { values: { risk_id: id, text: '备选供应商' } });
  await t.request('risk.review', { id, probability: 2, impact: 3, note: null });
  const answer = await register();
  expect(answer.risks).toMatchObject([{ no: 1, title: '断供', probability: 2 }]);
  expect(answer.actions).toMatchObject([{ text: '备选供应商' }]);
  expect(answer.reviews).toMatchObject([{ probability: 2, impact: 3 }]);
  await t.request('risk.remove', { id });
  expect(await register()).toEqual({ risks: [], actions: [], reviews: [] });
  await expect(t.request('risk.register', { project_id: 'x' })).rejects.toThrow('VALIDATION');
});

test('a review keeps the scores of its day and sets the next one, in one step (K9, WF6)', async () => {
  const id = await risk({ probability: 4, impact: 4 });
  const before = await steps();
  expect(await t.request('risk.review', { id, probability: 2, impact: 3, note: '库存已备' })).toMatchObject({
    next_on: '2026-12-05',
  });
  expect(await steps()).toBe(before + 1);
  expect(await t.request('risk.get', { id })).toMatchObject({
    probability: 2,
    impact: 3,
    review_on: '2026-12-05',
  });
  expect((await register()).reviews).toMatchObject([{ reviewed_on: '2026-11-21', note: '库存已备' }]);
  await t.request('undo.undo', {});
  expect(await t.request('risk.get', { id })).toMatchObject({ probability: 4, impact: 4, review_on: null });
  expect((await register()).reviews).toEqual([]);
});

test('a review may set another date or none, and refuses scores off the scale and unknown risks', async () => {
  const id = await risk({});
  const review = { id, probability: 1, impact: 1, note: null };
  expect((await t.request('risk.review', { ...review, next_on: '2027-01-15' })).next_on).toBe('2027-01-15');
  expect((await t.request('risk.review', { ...review, next_on: null })).next_on).toBeNull();
  const before = await steps();
  await expect(t.request('risk.review', { ...review, probability: 6 })).rejects.toThrow('VALIDATION');
  await expect(t.request('risk.review', { ...review, next_on: '2026-02-30' })).rejects.toThrow('VALIDATION');
  await expect(t.request('risk.review', { ...review, id: GONE })).rejects.toThrow('NOT_FOUND');
  expect(await steps()).toBe(before);
});

test('the workflow refuses a status whose guards do not hold and says what is missing (X5, K7)', async () => {
  const id = await risk({});
  const to = (status: 'assessed' | 'planned' | 'open' | 'occurred' | 'closed') =>
    t.request('risk.update', { id, patch: { status } });
  await expect(to('assessed')).rejects.toMatchObject({
    err: { code: 'RULE_BROKEN', field: 'risk.probability', reason: 'RATING_MISSING' },
  });
  await t.request('risk.update', { id, patch: { probability: 5, impact: 4, status: 'assessed' } });
  await expect(to('planned')).rejects.toMatchObject({
    err: { field: 'risk.strategy', reason: 'RESPONSE_MISSING' },
  });
  await t.request('risk.update', { id, patch: { strategy: 'mitigate' } });
  await to('planned');
  await expect(to('open')).rejects.toMatchObject({
    err: { code: 'HIGH_RISK_NEEDS_PLAN', field: 'risk.owner' },
  });
  await t.request('risk.update', { id, patch: { owner: '张工' } });
  await expect(to('open')).rejects.toMatchObject({
    err: { code: 'HIGH_RISK_NEEDS_PLAN', field: 'risk_action' },
  });
  await t.request('risk_action.create', { values: { risk_id: id, text: '备选供应商' } });
  await to('open');
  await expect(to('occurred')).rejects.toMatchObject({ err: { reason: 'OCCUR_FIRST' } });
  await to('closed');
  await expect(risk({ status: 'planned' })).rejects.toMatchObject({ err: { reason: 'RATING_MISSING' } });
  expect((await register()).risks).toHaveLength(1);
});

test('an occurred risk opens an issue and activates its contingency plan, and undo takes all back (K12)', async () => {
  const id = await risk({
    probability: 4,
    impact: 4,
    cause: '供应商停产',
    owner: '张工',
    client_visible: true,
    client_text: '材料可能晚到',
  });
  const add = (values: object) => {
    t.now += 1000;
    return t.request('risk_action.create', { values: { risk_id: id, text: '…', ...values } });
  };
  await add({ text: '提前备货' });
  await add({ kind: 'contingency', text: '启用第二供应商', client_text: '已换供应商' });
  await add({ kind: 'contingency', text: '空运', due_on: '2026-12-01' });
  await add({ kind: 'contingency', text: '作废', status: 'cancelled' });
  const before = await steps();
  const { issue_id, activated } = await t.request('risk.occur', { id });
  expect(activated).toBe(2);
  expect(await steps()).toBe(before + 1);
  expect(await t.request('issue.get', { id: issue_id })).toMatchObject({
    no: 1,
    title: '断供',
    risk_id: id,
    severity: 'high',
    status: 'raised',
    raised_on: '2026-11-21',
    owner: '张工',
    measure: '启用第二供应商\n空运',
    reason: '供应商停产',
    client_visible: true,
    client_text: '材料可能晚到',
    client_measure: '已换供应商',
  });
  expect(await t.request('risk.get', { id })).toMatchObject({
    status: 'occurred',
    occurred_on: '2026-11-21',
  });
  const plan = new Map((await register()).actions.map((a) => [a.text, [a.activated_on, a.due_on]]));
  expect(plan).toEqual(
    new Map([
      ['提前备货', [null, null]],
      ['启用第二供应商', ['2026-11-21', '2026-11-21']],
      ['空运', ['2026-11-21', '2026-12-01']],
      ['作废', [null, null]],
    ]),
  );
  await expect(t.request('risk.occur', { id })).rejects.toMatchObject({ err: { reason: 'RISK_IS_OVER' } });
  await t.request('undo.undo', {});
  expect(await t.request('risk.get', { id })).toMatchObject({ status: 'identified', occurred_on: null });
  expect(await t.request('issue.list', {})).toEqual([]);
  await expect(t.request('risk.occur', { id: GONE })).rejects.toThrow('NOT_FOUND');
});

test('several typical risks join the register in one step, in the language asked for (K4)', async () => {
  const before = await steps();
  const add = (keys: ('weather' | 'designChange')[], language: 'zh-TW' | 'en') =>
    t.request('risk.addFromChecklist', { project_id: project, keys, language });
  await add(['weather', 'designChange'], 'zh-TW');
  expect(await steps()).toBe(before + 1);
  expect((await register()).risks).toMatchObject([
    { no: 1, title: '設計變更', category: 'design_change', method: 'checklist', review_on: '2026-12-05' },
    { no: 2, title: '惡劣天氣', category: 'weather', cause: '梅雨、颱風、高溫或低溫' },
  ]);
  await t.request('undo.undo', {});
  expect((await register()).risks).toEqual([]);
  await expect(add([], 'en')).rejects.toThrow('VALIDATION');
  await expect(add(['nonsense' as 'weather'], 'en')).rejects.toThrow('VALIDATION');
  const gone = 'prj_00000000-0000-7000-8000-000000000000';
  await expect(
    t.request('risk.addFromChecklist', { project_id: gone, keys: ['weather'], language: 'en' }),
  ).rejects.toThrow('REFERENCE_BROKEN');
});

test('a copy of a risk has its actions, starts anew and is one step', async () => {
  const id = await risk({ probability: 2, impact: 2, status: 'assessed', owner: '张工' });
  await t.request('risk_action.create', { values: { risk_id: id, text: '备货', status: 'done' } });
  const before = await steps();
  const copy = await t.request('risk.duplicate', { id, title: '断供（副本）' });
  expect(await steps()).toBe(before + 1);
  expect(await t.request('risk.get', { id: copy.id })).toMatchObject({
    no: 2,
    title: '断供（副本）',
    status: 'identified',
    owner: '张工',
    probability: 2,
  });
  expect((await register()).actions.filter((a) => a.risk_id === copy.id)).toMatchObject([
    { text: '备货', status: 'open' },
  ]);
  await expect(t.request('risk.duplicate', { id: GONE, title: 'x' })).rejects.toThrow('NOT_FOUND');
  await expect(t.request('risk.duplicate', { id, title: '' })).rejects.toThrow('VALIDATION');
});

test('several records go to the trash in one step and come back with one undo', async () => {
  const ids = [await risk({}), await risk({ title: '停电' })];
  const before = await steps();
  expect(await t.request('register.remove', { ids: [...ids, ids[0]!] })).toEqual({ removed: 2 });
  expect(await steps()).toBe(before + 1);
  expect((await register()).risks).toEqual([]);
  await t.request('undo.undo', {});
  expect((await register()).risks).toHaveLength(2);
  await expect(t.request('register.remove', { ids: [ids[0]!, project] })).rejects.toMatchObject({
    err: { reason: 'MIXED_TYPES' },
  });
  await expect(t.request('register.remove', { ids: [ids[0]!, GONE] })).rejects.toThrow('NOT_FOUND');
  await expect(t.request('register.remove', { ids: [] })).rejects.toThrow('VALIDATION');
  expect((await register()).risks).toHaveLength(2);
});
