/** G22, X2, MS-3: papers on goals and expectations that a signed adjustment has overtaken are never silently out of date. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakePdf } from '#test/support/fakePdf.ts';
import { issue, signBoth } from '#test/support/signing.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let project: string;
let goal: string;

beforeEach(async () => {
  t = await startTestApp({ print: { toPdf: () => fakePdf() } });
  const { id: client_id } = await t.request('client.create', { values: { name: '华成医院' } });
  project = (await t.request('project.create', { values: { client_id, name: '净化工程' } })).id;
  const { id: expectation_id } = await t.request('expectation.create', {
    values: { project_id: project, text: '手术室空气要干净', agreed_text: '换气 6 次/时' },
  });
  goal = (
    await t.request('goal.create', {
      values: {
        project_id: project,
        expectation_id,
        title: '换气次数',
        specific: '换气 6 次/时',
        measurable: '风量罩实测',
        achievable: '同型机组达到过',
        relevant: '验收必查项',
        time_bound: '2026-11-30 前',
      },
    })
  ).id;
});
afterEach(() => t.close());

/** Takes a change of the goal through its three steps, up to both signatures. */
async function adjust(after = '换气 8 次/时'): Promise<string> {
  const { id } = await t.request('adjustment.propose', { subjectId: goal, title: '提高换气次数' });
  const values = { reason: '规范更新', after, impact_cost_minor: 0, impact_days: 0, impact_resource: '无' };
  await t.request('adjustment.update', { id, patch: { ...values, status: 'negotiating' } });
  await t.request('negotiation.create', {
    values: { project_id: project, adjustment_id: id, held_on: '2026-11-21', said: '客户同意' },
  });
  await signBoth(t, (await issue(t, 'adjustment', id)).id);
  return id;
}

const outdated = () => t.request('document.outdated', { projectId: project });
const renewals = async () => (await t.request('today.get', {})).rows.filter(({ kind }) => kind === 'renewal');

test('every language of both papers is named with its adjustment, on Today too, until its next version is issued (G22)', async () => {
  const goals = await issue(t, 'goals', project);
  await signBoth(t, goals.id);
  const expectation = await issue(t, 'expectation', project);
  const english = await issue(t, 'expectation', project, 'en');
  await issue(t, 'scope', project);
  expect(await outdated()).toEqual([]);
  await adjust();
  const rows = await outdated();
  expect(rows.map(({ id }) => id).sort()).toEqual([goals.id, expectation.id, english.id].sort());
  expect(rows[0]).toMatchObject({ adjustment: '提高换气次数', adjustedOn: '2026-11-21', version: 1 });
  expect((await renewals()).map(({ open_id }) => open_id).sort()).toEqual(rows.map(({ id }) => id).sort());

  const { issued } = await t.request('document.renew', { ids: [goals.id] });
  expect(issued).toMatchObject([{ version: 2 }]);
  expect(await t.request('document.get', { id: goals.id })).toMatchObject({ state: 'superseded' });
  // The signatures stay with the old words; the new version is to be signed.
  expect(await t.request('signoff.state', { subjectId: project, kind: 'goals' })).toMatchObject({
    state: 'unsigned',
    version: 2,
    current: true,
    signedBefore: { documentId: goals.id, version: 1 },
  });
  expect(await renewals()).toHaveLength(2);
  await t.request('document.renew', { ids: [expectation.id, english.id] });
  expect([await outdated(), await renewals()]).toEqual([[], []]);
});

test('the order of the log decides, also when the clock was set back between paper and signature', async () => {
  const goals = await issue(t, 'goals', project);
  t.now -= 40 * 86_400_000;
  await adjust();
  expect((await outdated()).map(({ id }) => id)).toEqual([goals.id]);
  const { issued } = await t.request('document.renew', { ids: [goals.id] });
  expect(await outdated()).toEqual([]);
  expect(await t.request('document.get', { id: issued[0]?.id ?? '' })).toMatchObject({
    state: 'issued',
    version: 2,
  });
});

test('what says the same all the same, and what was issued afterwards, is not named', async () => {
  await t.request('goal.update', { id: goal, patch: { client_visible: false } });
  await issue(t, 'goals', project);
  await adjust('换气 8 次/时');
  expect(await outdated()).toEqual([]);
  await issue(t, 'expectation', project);
  expect(await outdated()).toEqual([]);
});

test('a paper that is no longer in force is not renewed, and of several none is then', async () => {
  const first = await issue(t, 'goals', project);
  const expectation = await issue(t, 'expectation', project);
  await adjust();
  await t.request('document.renew', { ids: [first.id] });
  await expect(t.request('document.renew', { ids: [expectation.id, first.id] })).rejects.toThrow('CONFLICT');
  expect((await outdated()).map(({ id }) => id)).toEqual([expectation.id]);
});
