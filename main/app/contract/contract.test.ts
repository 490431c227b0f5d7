import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ContractApp, failure, startContractApp } from '#test/support/contractApp.ts';

let t: ContractApp['t'];
let client: ContractApp['client'];
let project: ContractApp['project'];
let contract: ContractApp['contract'];
let addClause: ContractApp['addClause'];
let addStage: ContractApp['addStage'];
let money: ContractApp['money'];
let sign: ContractApp['sign'];
let addTask: ContractApp['addTask'];
beforeEach(async () => {
  ({ t, client, project, contract, addClause, addStage, money, sign, addTask } = await startContractApp());
});
afterEach(() => t.close());

describe('MS-12 penalty exposure follows the plan', () => {
  let milestone: string;
  beforeEach(async () => {
    milestone = await addTask('通水', true);
    await t.request('plan.editTask', { id: milestone, patch: { start: '2026-12-01T08:00:00' } });
    await addClause({
      kind: 'liability',
      title: '逾期违约金',
      task_id: milestone,
      due_on: '2026-12-01',
      rate_percent: 0.1,
      cap_percent: 5,
      grace_days: 2,
    });
    await sign();
  });
  const move = (day: string) =>
    t.request('plan.editTask', { id: milestone, patch: { start: `${day}T08:00:00` } }, ['COMMITMENT_BROKEN']);

  test('MS-12: 9 days late cost 3 500, moving the milestone changes it at once, undo brings it back', async () => {
    expect(await money()).toMatchObject({ exposureMinor: 0, exposure: [{ lateDays: 0 }] });
    await move('2026-12-10');
    expect(await money()).toMatchObject({
      exposureMinor: 3_500_00,
      exposure: [
        { lateDays: 9, chargedDays: 7, capped: false, dueOn: '2026-12-01', expectedOn: '2026-12-10' },
      ],
    });
    await move('2027-06-01');
    expect(await money()).toMatchObject({ exposureMinor: 25_000_00, exposure: [{ capped: true }] });
    await t.request('undo.undo', {});
    expect((await money()).exposureMinor).toBe(3_500_00);
    await move('2026-12-03');
    expect((await money()).exposureMinor).toBe(0);
  });

  test('MS-12: an approved change that extends the date removes the exposure; one not approved does not', async () => {
    await move('2026-12-10');
    const fee = await t.request('extra_fee.create', {
      values: {
        contract_id: contract,
        kind: 'change',
        text: '增加一台备用泵',
        amount_minor: 12_000_00,
        extension_days: 9,
      },
    });
    expect((await money()).exposureMinor).toBe(3_500_00);
    await t.request('extra_fee.update', { id: fee.id, patch: { approved_on: '2026-11-22' } });
    expect(await money()).toMatchObject({
      exposureMinor: 0,
      exposure: [{ extensionDays: 9, extendedOn: '2026-12-10' }],
    });
  });

  test('MS-12: without a milestone the end of the plan counts against the finish of the contract', async () => {
    const other = await t.request('contract.create', {
      values: { project_id: project, title: '二期', total_minor: 100_000_00, finish_on: '2026-11-25' },
    });
    const clause = { contract_id: other.id, kind: 'liability', title: '逾期', rate_percent: 1 } as const;
    await t.request('clause.create', { values: clause });
    await t.request('contract.sign', { id: other.id, signedOn: '2026-11-20', reason: '急' });
    const { exposure } = await money();
    expect(exposure.find(({ contractId }) => contractId === other.id)).toMatchObject({
      task: null,
      lateDays: 6,
      amountMinor: 6_000_00,
    });
  });
});

describe('E2, W5, X10 instalments', () => {
  test('E2, X10: due when the milestone is reached, claimed, overdue, received; the day follows the plan', async () => {
    const milestone = await addTask('到货', true);
    await t.request('plan.editTask', { id: milestone, patch: { start: '2026-12-01T08:00:00' } });
    const stage = await addStage({
      name: '到货款',
      percent: 30,
      due_rule: 'milestone',
      task_id: milestone,
      due_days: 10,
    });
    const row = async () => (await money()).contracts[0]?.stages[0];
    expect(await row()).toMatchObject({
      amountMinor: 150_000_00,
      dueOn: '2026-12-11',
      state: 'planned',
      event: '到货',
    });
    await sign();
    await t.request('plan.editTask', { id: milestone, patch: { start: '2026-12-07T08:00:00' } });
    expect(await row()).toMatchObject({ dueOn: '2026-12-17', state: 'planned' });
    await t.request('plan.editTask', { id: milestone, patch: { percent: 100 } });
    expect(await row()).toMatchObject({ state: 'due', reached: true });
    await t.request('payment_stage.update', { id: stage, patch: { claimed_on: '2026-12-07' } });
    expect((await row())?.state).toBe('claimed');
    t.now += 40 * 86_400_000;
    expect(await row()).toMatchObject({ state: 'overdue' });
    expect((await money()).in).toMatchObject({ overdueCount: 1, overdueMinor: 150_000_00 });
    const part = { payment_stage_id: stage, received_on: '2026-12-30', amount_minor: 160_000_00 };
    await t.request('receipt.create', { values: part });
    // E3: more came in than agreed: told, not refused.
    expect(await row()).toMatchObject({ state: 'received', excessMinor: 10_000_00, outstandingMinor: 0 });
  });

  test('E1, W5, D4: the four parts and the difference; a fee billed with an instalment belongs to it', async () => {
    await addStage({ name: '预付款', percent: 30, due_rule: 'signing' });
    const last = await addStage({ name: '结算款', percent: 65, due_rule: 'date', due_on: '2027-01-31' });
    expect((await money()).contracts[0]).toMatchObject({ differenceMinor: -25_000_00, percent: 95 });
    await addStage({
      name: '质保金',
      kind: 'retention',
      percent: 5,
      due_rule: 'date',
      due_on: '2028-01-31',
    });
    await t.request('extra_fee.create', {
      values: {
        contract_id: contract,
        text: '备用泵',
        amount_minor: 12_000_00,
        approved_on: '2026-11-22',
        payment_stage_id: last,
      },
    });
    await t.request('extra_fee.create', {
      values: { contract_id: contract, kind: 'change', text: '夜间施工', amount_minor: 3_000_00 },
    });
    const found = await money();
    expect(found.contracts[0]).toMatchObject({
      instalmentsMinor: 500_000_00,
      extrasMinor: 12_000_00,
      changesMinor: 0,
      openFeesMinor: 3_000_00,
      differenceMinor: 0,
      retentionMinor: 25_000_00,
      stages: [
        {},
        { baseMinor: 325_000_00, feesMinor: 12_000_00, amountMinor: 337_000_00 },
        { kind: 'retention' },
      ],
    });
    expect(found.months).toEqual([
      { month: '2027-01', amountMinor: 337_000_00, count: 1 },
      { month: '2028-01', amountMinor: 25_000_00, count: 1 },
    ]);
    expect(await t.request('money.client', { clientId: client })).toMatchObject({
      currencies: [{ currency: 'CNY', dueMinor: 512_000_00, projects: [{ next: { name: '结算款' } }] }],
    });
  });

  test('A3: money of a contract with a subcontractor is not money of the client', async () => {
    const party = await t.request('party.create', { values: { name: '恒通机电', kind: 'subcontractor' } });
    const sub = await t.request('contract.create', {
      values: {
        project_id: project,
        title: '机电分包',
        direction: 'downstream',
        party_id: party.id,
        total_minor: 80_000_00,
      },
    });
    await t.request('payment_stage.create', {
      values: { contract_id: sub.id, name: '进度款', percent: 100 },
    });
    expect(await money()).toMatchObject({
      in: { dueMinor: 500_000_00, outstandingMinor: 0 },
      out: { dueMinor: 80_000_00, outstandingMinor: 80_000_00 },
    });
  });

  test('E4: budget, costs and variance by category', async () => {
    const values = { project_id: project, category: 'material', text: '水泵' } as const;
    await t.request('budget_line.create', { values: { ...values, planned_minor: 100_000_00 } });
    await t.request('cost_entry.create', {
      values: { ...values, spent_on: '2026-11-21', amount_minor: 112_500_00 },
    });
    expect(await money()).toMatchObject({
      budget: { varianceMinor: 12_500_00, variancePercent: 12.5 },
      categories: [{ category: 'material', variancePercent: 12.5 }],
    });
  });
});

describe('D15 signing', () => {
  test('D15: a contract with gaps is signed with a reason only, and not in the future', async () => {
    const { gaps } = await t.request('contract.check', { id: contract });
    expect(gaps).toHaveLength(14);
    const input = { id: contract, signedOn: '2026-11-20', reason: ' ' };
    expect(await failure(t.request('contract.sign', input))).toMatchObject({
      code: 'CONTRACT_GAPS',
      args: { count: 14 },
      field: 'contract.sign_reason',
    });
    const update = t.request('contract.update', {
      id: contract,
      patch: { status: 'signed', signed_on: '2026-11-20' },
    });
    expect(await failure(update)).toMatchObject({ code: 'CONTRACT_GAPS' });
    expect(await failure(t.request('contract.sign', { ...input, signedOn: '2026-11-23' }))).toMatchObject({
      code: 'VALIDATION',
      reason: 'SIGNED_IN_FUTURE',
    });
    expect(await t.request('contract.get', { id: contract })).toMatchObject({ status: 'draft' });
    expect(await t.request('contract.sign', { ...input, reason: '补充协议另签' })).toEqual({ gaps: 14 });
    expect(await t.request('contract.get', { id: contract })).toMatchObject({
      status: 'signed',
      sign_reason: '补充协议另签',
      sign_gaps: expect.stringContaining('dispute'),
    });
    expect(await t.request('project.get', { id: project })).toMatchObject({ contract_minor: 500_000_00 });
    expect(await failure(t.request('contract.sign', { ...input, reason: 'x' }))).toMatchObject({
      code: 'CONTRACT_SIGNED',
    });
  });

  test('E1: what was signed stays as it is; links, claims and fees go on; undo takes the signature back', async () => {
    const clause = await addClause({ kind: 'liability', title: '逾期违约金', rate_percent: 0.1 });
    const stage = await addStage({ name: '预付款', percent: 30, due_rule: 'signing' });
    const milestone = await addTask('通水', true);
    await sign();
    const refused = [
      t.request('contract.update', { id: contract, patch: { total_minor: 1 } }),
      t.request('contract.update', { id: contract, patch: { status: 'negotiating' } }),
      t.request('contract.remove', { id: contract }),
      t.request('clause.update', { id: clause, patch: { rate_percent: 0.5 } }),
      t.request('clause.remove', { id: clause }),
      addClause({ title: '新条款' }),
      t.request('payment_stage.update', { id: stage, patch: { percent: 40 } }),
      t.request('payment_stage.remove', { id: stage }),
      addStage({ name: '另加', percent: 10 }),
    ];
    for (const promise of refused) expect(await failure(promise)).toMatchObject({ code: 'CONTRACT_SIGNED' });
    await t.request('clause.update', { id: clause, patch: { task_id: milestone } });
    await t.request('payment_stage.update', { id: stage, patch: { claimed_on: '2026-11-22' } });
    const amendment = await addStage({ name: '变更费用', due_rule: 'date', due_on: '2027-01-31' });
    await t.request('extra_fee.create', {
      values: {
        contract_id: contract,
        kind: 'change',
        text: '夜间施工',
        amount_minor: 3_000_00,
        approved_on: '2026-11-22',
        payment_stage_id: amendment,
      },
    });
    expect((await money()).contracts[0]?.stages[1]).toMatchObject({ amountMinor: 3_000_00 });
    await t.request('contract.update', { id: contract, patch: { status: 'finished' } });
    for (let step = 0; step < 6; step += 1) await t.request('undo.undo', {});
    expect(await t.request('contract.get', { id: contract })).toMatchObject({
      status: 'draft',
      signed_on: null,
    });
    await t.request('contract.update', { id: contract, patch: { total_minor: 400_000_00 } });
  });

  test('D: a signed contract goes to the trash with its project, and comes back with it', async () => {
    await addClause({ title: '逾期违约金' });
    await sign();
    await t.request('project.remove', { id: project });
    await t.request('undo.undo', {});
    expect(await t.request('clause.list', { where: { contract_id: contract } })).toHaveLength(1);
  });
});
