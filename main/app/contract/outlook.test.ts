import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CreateInput } from '#shared/model/registry.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let client: string;
let project: string;
let contract: string;
beforeEach(async () => {
  t = await startTestApp({ now: '2026-11-22T02:00:00Z', timeZone: 'Asia/Shanghai' });
  client = (await t.request('client.create', { values: { name: '华成建设' } })).id;
  project = (await t.request('project.create', { values: { client_id: client, name: '泵站改造' } })).id;
  const values = { project_id: project, title: '泵站改造工程合同', total_minor: 500_000_00 };
  contract = (await t.request('contract.create', { values })).id;
});
afterEach(() => t.close());

const addClause = async (values: Omit<CreateInput<'clause'>, 'contract_id'>) =>
  (await t.request('clause.create', { values: { contract_id: contract, ...values } })).id;
const addStage = async (values: Omit<CreateInput<'payment_stage'>, 'contract_id'>) =>
  (await t.request('payment_stage.create', { values: { contract_id: contract, ...values } })).id;
const money = () => t.request('money.project', { projectId: project });
const sign = () =>
  t.request('contract.sign', { id: contract, signedOn: '2026-11-20', reason: '补充协议另签' });

test('E3, D15, D16: the Today page lists payments that are owed, contracts to sign and rules to be kept', async () => {
  await addStage({ name: '预付款', percent: 30, due_rule: 'signing', due_days: 7 });
  await addStage({ name: '结算款', percent: 70, due_rule: 'date', due_on: '2027-06-30' });
  await t.request('contract.update', { id: contract, patch: { effective_on: '2026-11-25' } });
  await t.request('compliance_item.create', {
    values: { project_id: project, text: '安全生产许可证', due_on: '2026-11-30' },
  });
  const rows = async () =>
    (await t.request('today.get', {})).rows.map((row) => `${row.kind} ${row.title} ${row.due_on}`);
  expect(await rows()).toEqual(
    expect.arrayContaining([
      'contract_check 泵站改造工程合同 2026-11-25',
      'compliance 安全生产许可证 2026-11-30',
    ]),
  );
  await sign();
  const signed = await rows();
  expect(signed).toContain('payment 预付款 2026-11-27');
  expect(signed.join('\n')).not.toMatch(/contract_check|结算款/);
  const [stage] = (await money()).contracts[0]?.stages ?? [];
  await t.request('receipt.create', {
    values: {
      payment_stage_id: stage?.id ?? '',
      received_on: '2026-11-22',
      amount_minor: 150_000_00,
    },
  });
  expect((await rows()).join('\n')).not.toContain('预付款');
});

test('E2, E3: payment plan and receipts leave the app as tables', async () => {
  const stage = await addStage({ name: '预付款', percent: 30, due_rule: 'signing', due_days: 7 });
  await t.request('receipt.create', {
    values: { payment_stage_id: stage, received_on: '2026-11-20', amount_minor: 50_000_00, voucher: 'R-1' },
  });
  const save = (what: 'plan' | 'receipts' | 'costs') =>
    t.task('money.export', { projectId: project, what, format: 'csv', language: 'zh-TW' });
  expect((await save('plan'))?.name).toBe('泵站改造 付款計畫.csv');
  expect((await save('receipts'))?.name).toBe('泵站改造 收款紀錄.csv');
});

test('D14, D17, D18: a clause that was explained, annexes of a signed contract, benchmarks of all projects', async () => {
  const clause = await addClause({ kind: 'quality', title: '质量标准', standard: 'GB 50300' });
  const contact = (await t.request('contact.create', { values: { client_id: client, name: '李工' } })).id;
  const values = { clause_id: clause, contact_id: contact, explained_on: '2026-11-20', by: '王工' };
  await t.request('clause_briefing.create', { values: { ...values, understood: 'partly' } });
  await sign();
  // What was signed stays; that it was explained once more, and what hangs on it, can still be added.
  await t.request('clause_briefing.create', { values: { ...values, explained_on: '2026-11-22' } });
  await t.request('contract_annex.create', {
    values: { contract_id: contract, title: '预期目标确认书', number: '附件一' },
  });
  await t.request('benchmark.create', {
    values: { topic: '停水时间', industry_value: '8 h', own_value: '6 h' },
  });
  expect(await t.request('clause_briefing.list', { where: { clause_id: clause } })).toHaveLength(2);
  expect(await t.request('contract_annex.list', { where: { contract_id: contract } })).toMatchObject([
    { number: '附件一' },
  ]);
  expect(await t.request('benchmark.list', {})).toMatchObject([{ project_id: null, own_value: '6 h' }]);
});

test('E4, E5, V2: the comparison of budget and costs leaves as a table, with the variance in money and percent', async () => {
  const own = { project_id: project, category: 'material', text: '水泵' } as const;
  await t.request('budget_line.create', { values: { ...own, planned_minor: 100_000_00 } });
  await t.request('cost_entry.create', {
    values: { ...own, spent_on: '2026-11-21', amount_minor: 112_500_00, voucher: 'V-1' },
  });
  const unplanned = { project_id: project, category: 'travel', text: '车票' } as const;
  await t.request('cost_entry.create', {
    values: { ...unplanned, spent_on: '2026-11-21', amount_minor: 500_00 },
  });
  const saved = await t.task('money.export', {
    projectId: project,
    what: 'budget',
    format: 'csv',
    language: 'zh-CN',
  });
  const lines = readFileSync(join(t.dir, saved?.name ?? ''), 'utf8')
    .trim()
    .split(/\r?\n/);
  expect(lines.slice(1)).toEqual([
    '材料,100000.00,112500.00,12500.00,12.5',
    expect.stringMatching(/^[^,]+,0\.00,500\.00,500\.00,$/),
    expect.stringMatching(/^[^,]+,100000\.00,113000\.00,13000\.00,13\.0$/),
  ]);
});

test('D18: evidence for negotiating: the trade, our own measure, and what a similar project really reached', async () => {
  const { id } = await t.request('benchmark.create', {
    values: {
      topic: '停水时间',
      industry_value: '8 h',
      own_value: '6 h',
      similar_value: '5 h 40 min',
      source_project_id: project,
    },
  });
  expect(await t.request('benchmark.get', { id })).toMatchObject({ similar_value: '5 h 40 min' });
  expect((await t.request('record.links', { id: project })).map(({ entity }) => entity)).toContain(
    'benchmark',
  );
});
