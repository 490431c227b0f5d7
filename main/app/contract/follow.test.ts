import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ContractApp, startContractApp } from '#test/support/contractApp.ts';

let t: ContractApp['t'];
let project: ContractApp['project'];
let contract: ContractApp['contract'];
let addClause: ContractApp['addClause'];
let addTask: ContractApp['addTask'];
beforeEach(async () => {
  ({ t, project, contract, addClause, addTask } = await startContractApp());
});
afterEach(() => t.close());

describe('D3, D10 what follows from clauses', () => {
  test('D3: days of the contract become milestones and the baseline of the contract, in one step', async () => {
    const known = await addTask('到货', true);
    await t.request('plan.editTask', { id: known, patch: { start: '2026-12-10T08:00:00' } });
    const linked = await addClause({ kind: 'schedule', title: '到货', due_on: '2026-12-12', task_id: known });
    const added = await addClause({ kind: 'schedule', title: '通水', due_on: '2027-01-20' });
    await addClause({ kind: 'schedule', title: '场地移交', due_on: '2026-12-01', obliged: 'client' });
    await t.request('contract.update', { id: contract, patch: { finish_on: '2027-03-01' } });
    const before = await t.request('contract.milestones', { id: contract });
    expect(before.rows.map(({ name, state }) => `${name} ${state}`)).toEqual([
      '到货 linked',
      '通水 new',
      '泵站改造工程合同 new',
    ]);
    const done = await t.request('contract.takeIntoPlan', { id: contract });
    expect(done).toMatchObject({ added: 2, linked: 1 });
    const after = await t.request('contract.milestones', { id: contract });
    expect(after).toMatchObject({ baseline: true, rows: [{}, {}, {}].map(() => ({ state: 'planned' })) });
    const task = (await t.request('clause.get', { id: added }))?.task_id ?? '';
    expect(await t.request('task.get', { id: task })).toMatchObject({
      milestone: true,
      commitment: 'contract',
      promised_on: '2027-01-20',
      finish_at: expect.stringMatching(/^2027-01-20/),
    });
    expect(await t.request('task.get', { id: known })).toMatchObject({ promised_on: '2026-12-12' });
    const baselines = await t.request('plan.baselines', { projectId: project });
    expect(baselines).toMatchObject([{ id: done.baselineId, number: 0, kind: 'contract', tasks: 3 }]);
    // Once: nothing is added twice, and the baseline of the contract stays the one.
    expect(await t.request('contract.takeIntoPlan', { id: contract })).toMatchObject({
      added: 0,
      linked: 0,
      baselineId: null,
    });
    await t.request('undo.undo', {});
    expect(await t.request('plan.baselines', { projectId: project })).toEqual([]);
    expect((await t.request('clause.get', { id: added }))?.task_id).toBeNull();
    expect((await t.request('clause.get', { id: linked }))?.task_id).toBe(known);
  });

  test('D10, O1: the row a reporting clause makes speaks the language of the client, not of this machine', async () => {
    const { client_id: id = '' } = (await t.request('project.get', { id: project })) ?? {};
    for (const [language, word] of [
      ['en', 'Client'],
      ['zh-TW', '客戶'],
    ] as const) {
      await t.request('client.update', { id, patch: { language } });
      const clause = await addClause({ kind: 'reporting', title: 'Report', report_frequency: 'weekly' });
      const rows = await t.request('comm_plan_item.list', { where: { project_id: project } });
      expect(rows.find(({ clause_id }) => clause_id === clause)?.audience).toBe(word);
    }
  });

  test('D3: a contract day off is kept: the milestone stands on the working day before it, or after it if wanted', async () => {
    const day = (date: string) => t.request('contract.day', { projectId: project, day: date });
    expect(await day('2027-01-20')).toEqual({ around: null });
    expect(await day('2027-01-23')).toEqual({ around: { before: '2027-01-22', after: '2027-01-25' } });
    const clause = await addClause({ kind: 'schedule', title: '通水', due_on: '2027-01-23' });
    const milestone = async () => {
      const id = (await t.request('clause.get', { id: clause }))?.task_id ?? '';
      return t.request('task.get', { id });
    };
    await t.request('contract.takeIntoPlan', { id: contract });
    expect(await milestone()).toMatchObject({
      finish_at: expect.stringMatching(/^2027-01-22/),
      deadline_at: expect.stringMatching(/^2027-01-23/),
      promised_on: '2027-01-23',
    });
    expect(await t.request('contract.milestones', { id: contract })).toMatchObject({
      rows: [{ state: 'planned', around: { before: '2027-01-22' } }],
    });
    await t.request('undo.undo', {});
    await t.request('contract.takeIntoPlan', { id: contract, freeDays: 'after' });
    expect(await milestone()).toMatchObject({ finish_at: expect.stringMatching(/^2027-01-25/) });
  });

  test('MS-12, D10: a bi-weekly reporting clause makes the row of the communication plan and leads it', async () => {
    const rows = () => t.request('comm_plan_item.list', { where: { project_id: project } });
    const clause = await addClause({ kind: 'reporting', title: '进度双周报', report_frequency: 'biweekly' });
    expect(await rows()).toMatchObject([
      { purpose: '进度双周报', frequency: 'biweekly', audience_kind: 'client', clause_id: clause },
    ]);
    await t.request('clause.update', { id: clause, patch: { report_frequency: 'monthly' } });
    expect(await rows()).toMatchObject([{ frequency: 'monthly' }]);
    await t.request('clause.update', { id: clause, patch: { report_frequency: null } });
    expect(await rows()).toEqual([]);
    await t.request('undo.undo', {});
    expect(await rows()).toMatchObject([{ frequency: 'monthly' }]);
    await t.request('clause.remove', { id: clause });
    expect(await rows()).toMatchObject([{ active: false }]);
  });
});
