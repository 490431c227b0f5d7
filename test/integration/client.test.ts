import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreateInput } from '#shared/model/registry.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let clientId: string;
let projectId: string;
beforeEach(async () => {
  t = await startTestApp({ now: '2026-03-02T04:00:00.000Z' });
  clientId = (await t.request('client.create', { values: { name: '江城水务', tier: 'regular' } })).id;
  projectId = (await t.request('project.create', { values: { client_id: clientId, name: '泵站改造' } })).id;
});
afterEach(() => t.close());

const overview = () => t.request('client.overview', { clientId });
const timeline = (filter: Parameters<typeof t.request<'client.timeline'>>[1]['filter'] = {}, limit = 50) =>
  t.request('client.timeline', { clientId, filter, limit });
async function exported(language: 'en' | 'zh-CN', what: 'card' | 'timeline'): Promise<string> {
  const saved = await t.request('client.export', { clientId, language, what });
  return readFileSync(join(t.dir, saved?.name ?? ''), 'utf8');
}
const log = (values: Partial<CreateInput<'comm_log'>>) =>
  t.request('comm_log.create', {
    values: { client_id: clientId, happened_at: '2026-03-01T09:00:00', summary: '电话', ...values },
  });

describe('the timeline of a client (B3, B4, demand 19)', () => {
  it('holds every contact over all projects, newest first, whatever kind it is', async () => {
    const contact_id = (await t.request('contact.create', { values: { client_id: clientId, name: '李娜' } }))
      .id;
    await log({
      summary: '商定停电时间',
      contact_id,
      project_id: projectId,
      next_step: '发通知',
      due_on: '2026-03-05',
    });
    await t.request('meeting.create', {
      values: { project_id: projectId, title: '周例会', held_at: '2026-03-01T14:00:00', mode: 'video' },
    });
    await t.request('meeting.create', {
      values: { project_id: projectId, title: '内部碰头', kind: 'internal', held_at: '2026-03-01T15:00:00' },
    });
    await t.request('feedback.create', {
      values: { client_id: clientId, received_on: '2026-02-27', text: '现场整洁', channel: 'hotline' },
    });
    await t.request('concern.create', {
      values: { client_id: clientId, raised_on: '2026-02-20', text: '担心停水时间' },
    });
    await t.request('care_task.create', {
      values: { client_id: clientId, text: '回访', done_on: '2026-02-25' },
    });
    await t.request('care_task.create', {
      values: { client_id: clientId, text: '还没做', due_on: '2026-04-01' },
    });
    await t.request('survey_response.create', {
      values: { client_id: clientId, answered_on: '2026-02-26', overall: 4 },
    });
    const { rows, more } = await timeline();
    expect(rows.map(({ kind, text }) => [kind, text])).toEqual([
      ['meeting', '周例会'],
      ['contact', '商定停电时间'],
      ['feedback', '现场整洁'],
      ['survey', ''],
      ['care', '回访'],
      ['concern', '担心停水时间'],
    ]);
    expect(more).toBe(false);
    expect(rows[1]).toMatchObject({
      project: '泵站改造',
      contact: '李娜',
      detail: '发通知',
      dueOn: '2026-03-05',
    });
    expect(rows[0]).toMatchObject({ channel: 'video', contactGone: false });
  });

  it('filters by kind, project, channel, contact and words, and pages', async () => {
    for (let i = 1; i <= 9; i++)
      await log({
        happened_at: `2026-02-0${i}T09:00:00`,
        summary: `第${i}次`,
        channel: i % 2 ? 'phone' : 'email',
        project_id: i > 5 ? projectId : null,
      });
    const texts = async (...args: Parameters<typeof timeline>) =>
      (await timeline(...args)).rows.map(({ text }) => text);
    expect(await texts({ projectId })).toEqual(['第9次', '第8次', '第7次', '第6次']);
    expect(await texts({ projectId, channel: 'email' })).toEqual(['第8次', '第6次']);
    expect(await texts({ text: '第3' })).toEqual(['第3次']);
    expect(await texts({ kinds: ['feedback'] })).toEqual([]);
    expect(await timeline({}, 4)).toMatchObject({ more: true, rows: [{}, {}, {}, { text: '第6次' }] });
    expect(await timeline({}, 9)).toMatchObject({ more: false });
  });

  it('shows nothing of another client, and nothing that was deleted', async () => {
    const other = (await t.request('client.create', { values: { name: 'B' } })).id;
    await log({ client_id: other });
    const { id } = await log({});
    expect((await timeline()).rows).toHaveLength(1);
    await t.request('comm_log.remove', { id });
    expect((await timeline()).rows).toEqual([]);
  });

  it('goes to a table with the names of the language (B14)', async () => {
    await log({ summary: '=1+1', channel: 'im', direction: 'in' });
    const text = await exported('zh-CN', 'timeline');
    expect(text).toContain('2026-03-01 09:00,沟通,');
    // Words of a client never run as a formula.
    expect(text).toContain("'=1+1");
  });

  it('exports the card with contacts, preferences and culture notes (B5, S4)', async () => {
    await t.request('client_preference.create', {
      values: { client_id: clientId, topic: '联系时间', value: '上午', evidence: '三次都上午回电' },
    });
    await t.request('culture_note.create', {
      values: { client_id: clientId, text: '重要决定集体会议', topic: 'decision_style' },
    });
    const text = await exported('en', 'card');
    expect(text).toContain('Name');
    expect(text).toContain('江城水务');
    expect(text).toContain('联系时间,上午,三次都上午回电');
    expect(text).toContain('Way of deciding,重要决定集体会议');
  });
});

describe('the client page (B1, B2, V3)', () => {
  it('suggests a stronger channel for a serious matter (B16)', async () => {
    await t.request('contact.create', {
      values: { client_id: clientId, name: '李娜', preferred_channel: 'im', decision_role: 'decision_maker' },
    });
    expect((await overview()).suggestion).toMatchObject({ channel: 'im', reason: 'preferred', matter: null });
    const { id } = await t.request('issue.create', {
      values: { project_id: projectId, title: '漏水', severity: 'high' },
    });
    expect((await overview()).suggestion).toEqual({
      channel: 'meeting',
      reason: 'severity',
      matter: { id, title: '漏水', projectId },
    });
  });

  it('counts repeat business and referrals, both ways (A10)', async () => {
    await t.request('project.create', { values: { client_id: clientId, name: '二期', stage: 'closed' } });
    const friend = (await t.request('client.create', { values: { name: '城北水厂' } })).id;
    await t.request('referral.create', {
      values: { client_id: clientId, to_client_id: friend, to_name: '城北水厂', outcome: 'won' },
    });
    await t.request('referral.create', { values: { client_id: clientId, to_name: '城南水厂' } });
    expect(await overview()).toMatchObject({
      projects: { open: 1, closed: 1 },
      repeat: { count: 1, referralsMade: 2, referralsWon: 1, referredBy: null },
    });
    expect((await t.request('client.overview', { clientId: friend })).repeat).toMatchObject({
      referredBy: { id: clientId, name: '江城水务' },
    });
  });

  it('shows the satisfaction of all answers, and when a strategy is looked at again (B15, B7)', async () => {
    for (const [answered_on, overall] of [
      ['2026-01-05', 3],
      ['2026-02-05', 5],
    ] as const)
      await t.request('survey_response.create', { values: { client_id: clientId, answered_on, overall } });
    await t.request('client_strategy.create', {
      values: { client_id: clientId, core_needs: '汛期前完工', review_on: '2026-04-01' },
    });
    expect(await overview()).toMatchObject({
      satisfaction: { last: 5, mean: 4, gap: 1, trend: 'rising' },
      strategyReviewOn: '2026-04-01',
    });
  });

  it('knows what they buy, change, complain about and how fast they pay (B6)', async () => {
    const contract_id = (
      await t.request('contract.create', {
        values: { project_id: projectId, title: '合同', total_minor: 100_000_00 },
      })
    ).id;
    await t.request('extra_fee.create', {
      values: {
        contract_id,
        kind: 'change',
        text: '增加阀门',
        amount_minor: 500_00,
        approved_on: '2026-02-01',
      },
    });
    await t.request('extra_fee.create', { values: { contract_id, text: '未同意', amount_minor: 900_00 } });
    const payment_stage_id = (
      await t.request('payment_stage.create', {
        values: { contract_id, name: '首付', amount_minor: 300_00, due_on: '2026-01-10' },
      })
    ).id;
    await t.request('contract.update', {
      id: contract_id,
      patch: { status: 'signed', signed_on: '2026-01-05', sign_reason: '先开工' },
    });
    await t.request('receipt.create', {
      values: { payment_stage_id, received_on: '2026-01-20', amount_minor: 300_00 },
    });
    await t.request('feedback.capture', { clientId, text: '太吵', sort: 'complaint' });
    await log({ direction: 'in', channel: 'im', happened_at: '2026-03-01T20:00:00' });
    await log({ direction: 'in', channel: 'im', happened_at: '2026-03-01T21:00:00' });
    await log({ direction: 'out', channel: 'phone' });
    expect(await t.request('client.habits', { clientId })).toEqual({
      bought: [{ kind: 'direct', currency: 'CNY', projects: 1, contractMinor: 100_000_00 }],
      changes: [{ currency: 'CNY', count: 1, amountMinor: 500_00 }],
      adjustments: 0,
      said: [{ sort: 'complaint', count: 1 }],
      paid: { receipts: 1, meanDays: 10, lateShare: 1 },
      channels: [{ channel: 'im', count: 2 }],
      hours: [{ part: 'evening', count: 2 }],
    });
  });
});

describe('care after the work (B8, B9, Q1)', () => {
  it('offers the touch points once a project is under warranty, plans them once, and undo takes them back', async () => {
    await expect(t.request('care.plan', { projectId, language: 'en' })).rejects.toMatchObject({
      err: { code: 'CARE_TOO_EARLY' },
    });
    await t.request('project.update', { id: projectId, patch: { stage: 'warranty' } });
    await t.request('contract.create', {
      values: {
        project_id: projectId,
        title: '合同',
        warranty_start_on: '2026-03-01',
        warranty_end_on: '2027-02-28',
      },
    });
    expect((await overview()).unplanned).toEqual([{ id: projectId, name: '泵站改造', points: 5 }]);
    const { ids } = await t.request('care.plan', { projectId, language: 'zh-CN' });
    expect(ids).toHaveLength(5);
    expect(await overview()).toMatchObject({
      unplanned: [],
      care: { open: 5, overdue: 0, next: { text: '使用一周后电话回访：泵站改造', on: '2026-03-08' } },
    });
    expect((await t.request('care.plan', { projectId, language: 'zh-CN' })).ids).toEqual([]);
    await t.request('undo.undo', {});
    expect((await overview()).care).toMatchObject({ open: 0, next: null });
  });
});

describe('feedback (B4, B13, C5, C6)', () => {
  it('takes one line and finds the custodian of the project, else of any', async () => {
    await t.request('team_member.create', {
      values: { project_id: projectId, name: '周敏', role: 'feedback_custodian' },
    });
    const other = (await t.request('project.create', { values: { client_id: clientId, name: '二期' } })).id;
    await t.request('team_member.create', { values: { project_id: other, name: '吴刚', role: 'crm_owner' } });
    const custodian = async (input: { projectId?: string }) => {
      const { id } = await t.request('feedback.capture', { clientId, text: '很好', ...input });
      return (await t.request('feedback.get', { id }))?.custodian;
    };
    expect(await custodian({ projectId })).toBe('周敏');
    expect(await custodian({ projectId: other })).toBe('吴刚');
    expect(await custodian({})).toBe('周敏');
  });

  it('counts what nobody has looked at, over all clients, until it is sorted and passed on', async () => {
    const other = (await t.request('client.create', { values: { name: 'B' } })).id;
    await t.request('feedback.capture', { clientId: other, text: '不错' });
    const { id } = await t.request('feedback.capture', { clientId, projectId, text: '太吵' });
    expect(await t.request('feedback.inbox', {})).toMatchObject({
      untriaged: 2,
      overdue: 0,
      clients: { [clientId]: '江城水务', [other]: 'B' },
      projects: { [projectId]: '泵站改造' },
    });
    await t.request('feedback.route', { id, sort: 'complaint', assignee: '李工' });
    expect(await t.request('feedback.get', { id })).toMatchObject({
      sort: 'complaint',
      status: 'assigned',
      assignee: '李工',
      due_on: '2026-03-04',
    });
    expect((await t.request('feedback.inbox', {})).untriaged).toBe(1);
    // Sorting again does not throw it back, and keeps the day.
    await t.request('feedback.update', { id, patch: { status: 'measure', measure: '夜间停机' } });
    await t.request('feedback.route', { id, sort: 'suggestion' });
    expect(await t.request('feedback.get', { id })).toMatchObject({
      status: 'measure',
      due_on: '2026-03-04',
    });
  });

  it('becomes an expectation with its words, once (B4)', async () => {
    const { id } = await t.request('feedback.capture', { clientId, text: '希望晚上不施工' });
    await expect(t.request('client.toExpectation', { id })).rejects.toMatchObject({
      err: { code: 'EXPECTATION_NEEDS_PROJECT' },
    });
    const made = await t.request('client.toExpectation', { id, projectId });
    expect(await t.request('client.toExpectation', { id, projectId })).toEqual(made);
    expect(await t.request('expectation.list', { where: { project_id: projectId } })).toMatchObject([
      { id: made.id, no: 1, text: '希望晚上不施工' },
    ]);
  });
});

describe('concerns and market notes (B10, B12)', () => {
  it('makes the expectation behind a concern in one step, which one undo takes back', async () => {
    const { id } = await t.request('concern.create', {
      values: {
        client_id: clientId,
        text: '工期会不会拖',
        latent_expectation: '汛期前通水',
        raised_on: '2026-02-20',
      },
    });
    const made = await t.request('client.toExpectation', { id, projectId });
    expect(await t.request('expectation.get', { id: made.id })).toMatchObject({
      text: '汛期前通水',
      factors: '工期会不会拖',
      raised_on: '2026-02-20',
    });
    expect(await t.request('concern.get', { id })).toMatchObject({
      status: 'became_expectation',
      project_id: projectId,
    });
    await t.request('undo.undo', {});
    expect(await t.request('concern.get', { id })).toMatchObject({ status: 'open', expectation_id: null });
    expect(await t.request('expectation.list', {})).toEqual([]);
  });

  it('links what the market does to an expectation and a risk', async () => {
    const risk_id = (await t.request('risk.create', { values: { project_id: projectId, title: '阀门涨价' } }))
      .id;
    const { id } = await t.request('market_note.create', {
      values: { client_id: clientId, topic: '智慧泵站招标增多', implication: '客户会要远程监控', risk_id },
    });
    const made = await t.request('client.toExpectation', { id, projectId });
    expect(await t.request('market_note.get', { id })).toMatchObject({ risk_id, expectation_id: made.id });
    expect(await t.request('expectation.get', { id: made.id })).toMatchObject({
      text: '客户会要远程监控',
      channel: 'market_research',
    });
  });
});

describe('what is due for a client (B7, B8, C6)', () => {
  it('stands on the Today page, closed projects included, and a visit is ticked off there', async () => {
    await t.request('project.update', { id: projectId, patch: { stage: 'closed' } });
    const { id } = await t.request('care_task.create', {
      values: { client_id: clientId, project_id: projectId, text: '回访', due_on: '2026-03-03' },
    });
    await t.request('feedback.create', {
      values: { client_id: clientId, received_on: '2026-03-01', text: '太吵', due_on: '2026-03-01' },
    });
    await t.request('client_strategy.create', {
      values: { client_id: clientId, core_needs: '汛期前完工', review_on: '2026-03-05' },
    });
    const due = async () => (await t.request('today.get', {})).rows.map(({ kind, title }) => [kind, title]);
    expect(await due()).toEqual([
      ['feedback', '太吵'],
      ['care', '回访'],
      ['strategy', '汛期前完工'],
    ]);
    await t.request('today.done', { id, done: true });
    expect(await t.request('care_task.get', { id })).toMatchObject({ done_on: '2026-03-02' });
    expect((await due()).map(([kind]) => kind)).toEqual(['feedback', 'strategy']);
  });
});

describe('a contact or client who signed', () => {
  /** A document that a contact of the client has signed, as the core would have written it. */
  async function signed(): Promise<{ contact: string; document: string }> {
    const contact = (await t.request('contact.create', { values: { client_id: clientId, name: '李工' } })).id;
    const ctx = t.app.context();
    if (!ctx) throw new Error('the store did not open');
    const { value } = ctx.log.commit({ key: 'create', args: {} }, (tx) => {
      const document = tx.create('document', {
        client_id: clientId,
        project_id: projectId,
        kind: 'goals',
        subject_id: projectId,
        version: 1,
        title: '目标确认书',
        language: 'zh-CN',
        content: '{}',
        frame: '{}',
        content_sha256: 'a'.repeat(64),
        code: 'ABCD',
        issued_at: '2026-03-01T02:00:00.000Z',
      });
      tx.create('signoff', {
        document_id: document,
        content_sha256: 'a'.repeat(64),
        side: 'client',
        contact_id: contact,
        name: '李工',
        method: 'drawn',
        signed_at: '2026-03-01T03:00:00.000Z',
        seal_sha256: 'b'.repeat(64),
      });
      return document;
    });
    return { contact, document: value };
  }

  it('is asked about before it is deleted', async () => {
    const { contact, document } = await signed();
    const expected = { documents: [{ id: document, title: '目标确认书', on: '2026-03-01' }] };
    expect(await t.request('client.signed', { id: contact })).toEqual(expected);
    expect(await t.request('client.signed', { id: clientId })).toEqual(expected);
  });

  it('stays named on what was signed, and in the history, after the contact was deleted', async () => {
    const { contact, document } = await signed();
    await log({ contact_id: contact, summary: '确认目标' });
    await t.request('contact.remove', { id: contact });
    expect(await t.request('signoff.list', { where: { document_id: document } })).toMatchObject([
      { name: '李工' },
    ]);
    const { rows } = await timeline({ kinds: ['contact', 'document'] });
    expect(rows.map(({ kind, contact: name, contactGone }) => [kind, name, contactGone])).toEqual([
      ['document', null, false],
      ['contact', '李工', true],
    ]);
  });

  it('comes back whole: client, document and signature', async () => {
    const { document } = await signed();
    await t.request('client.remove', { id: clientId });
    await t.request('trash.restore', { id: clientId });
    expect(await t.request('signoff.list', { where: { document_id: document } })).toMatchObject([
      { name: '李工' },
    ]);
  });
});
