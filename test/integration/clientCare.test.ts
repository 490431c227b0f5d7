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
const log = (values: Partial<CreateInput<'comm_log'>>) =>
  t.request('comm_log.create', {
    values: { client_id: clientId, happened_at: '2026-03-01T09:00:00', summary: '电话', ...values },
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
