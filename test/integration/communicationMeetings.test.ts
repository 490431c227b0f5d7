import { describe, expect, it } from 'vitest';
import type { CreateInput } from '#shared/model/registry.ts';
import {
  clientId,
  contact,
  made,
  project,
  projectId,
  TODAY,
  t,
  undo,
  withClient,
} from '#test/support/communicationApp.ts';

withClient();

describe('from an entry of the log to what it makes necessary (B3)', () => {
  it('makes requirement, expectation, issue, decision and task, each in one step', async () => {
    const id = await contact('2026-11-20', { channel: 'meeting', summary: '想要隔音更好的门\n请报价' });
    for (const into of ['requirement', 'expectation', 'issue', 'decision', 'task'] as const) {
      const turned = await t.request('comm.turn', { id, into });
      expect(turned.entity).toBe(into);
    }
    const [expectation] = await t.request('expectation.list', { where: { project_id: projectId } });
    expect(expectation).toMatchObject({
      comm_log_id: id,
      raised_on: '2026-11-20',
      channel: 'meeting',
      no: 1,
    });
    expect(await t.request('requirement.list', { where: { project_id: projectId } })).toMatchObject([
      { source_kind: 'meeting', received_at: '2026-11-20T09:00:00' },
    ]);
    const [issue] = await t.request('issue.list', { where: { project_id: projectId } });
    expect(issue).toMatchObject({ title: '想要隔音更好的门', client_visible: false });
    await undo();
    expect(await t.request('task.list', { where: { project_id: projectId } })).toEqual([]);
  });

  it('asks for the project first', async () => {
    const id = await contact('2026-11-20', { project_id: null });
    await expect(t.request('comm.turn', { id, into: 'issue' })).rejects.toMatchObject({
      err: { code: 'RULE_BROKEN', reason: 'PROJECT_MISSING' },
    });
  });
});

describe('meetings (O2–O5, demand 27)', () => {
  const meetingOf = async (values: Partial<CreateInput<'meeting'>> = {}) =>
    (
      await t.request('meeting.create', {
        values: { project_id: projectId, title: '进度会', held_at: `${TODAY}T10:00:00`, ...values },
      })
    ).id;
  const lines = (id: string) => t.request('meeting_item.list', { where: { meeting_id: id } });

  it('get an agenda of what is open, each thing once, in the words for the client', async () => {
    await t.request('issue.create', {
      values: { project_id: projectId, title: '供货商扯皮', client_visible: true, client_text: '木门晚到' },
    });
    await t.request('issue.create', { values: { project_id: projectId, title: '内部返工' } });
    await t.request('decision.create', { values: { project_id: projectId, question: '选哪种石材？' } });
    await made({ due_on: '2026-11-25' });
    const id = await meetingOf();
    const { added } = await t.request('meeting.prefill', { id, language: 'zh-CN' });
    const found = await lines(id);
    expect(found).toHaveLength(added);
    expect(found.map(({ text }) => text)).toEqual([
      '问题：供货商扯皮',
      '问题：内部返工',
      '待决定：选哪种石材？',
      '到期承诺：下周三报价',
    ]);
    expect(found[0]).toMatchObject({ client_text: '问题：木门晚到', client_visible: true });
    expect(found[1]).toMatchObject({ client_visible: false });
    expect((await t.request('meeting.prefill', { id, language: 'zh-CN' })).added).toBe(0);
  });

  it('when held register decisions, take those that were open, and stand in the history of contacts (O5)', async () => {
    const open = await t.request('decision.create', {
      values: { project_id: projectId, question: '选哪种石材？' },
    });
    const id = await meetingOf({ client_opinion: '希望加快', expectation_effect: '无' });
    await t.request('meeting.prefill', { id, language: 'zh-CN' });
    await t.request('meeting_item.update', { id: (await lines(id))[0]!.id, patch: { result: '灰麻' } });
    await t.request('meeting_item.create', {
      values: { meeting_id: id, kind: 'decision', text: '周末施工', result: '同意' },
    });
    expect(await t.request('meeting.close', { id, language: 'zh-CN' })).toEqual({ decisions: 1 });
    expect(await t.request('decision.get', { id: open.id })).toMatchObject({
      status: 'decided',
      chosen: '灰麻',
      decided_on: TODAY,
    });
    const [entry] = await t.request('comm_log.list', { where: { client_id: clientId } });
    expect(entry).toMatchObject({ channel: 'meeting', happened_at: `${TODAY}T10:00:00` });
    expect(entry?.summary).toContain('希望加快');
    await undo();
    expect(await t.request('comm_log.list', { where: { client_id: clientId } })).toEqual([]);
    expect(await t.request('meeting.get', { id })).toMatchObject({ status: 'planned' });
  });

  it('bring open actions and requests for support to the next one (C11)', async () => {
    const before = await meetingOf({ kind: 'internal', held_at: '2026-11-14T10:00:00', status: 'held' });
    for (const kind of ['action', 'support'] as const)
      await t.request('meeting_item.create', { values: { meeting_id: before, kind, text: `${kind}!` } });
    const id = await meetingOf({ kind: 'internal' });
    await t.request('meeting.prefill', { id, language: 'en' });
    expect((await lines(id)).map(({ text }) => text)).toEqual([
      'Last action: action!',
      'Support needed: support!',
    ]);
  });
});

describe('what the client has not been told (O14)', () => {
  const untold = () => t.request('comm.untold', { projectId });
  const issue = (values: Partial<CreateInput<'issue'>> = {}) =>
    t.request('issue.create', {
      values: {
        project_id: projectId,
        title: '漏水',
        client_visible: true,
        client_text: '三楼漏水',
        ...values,
      },
    });

  it('lists what he may see until it is marked as told, and again when his words change', async () => {
    const { id } = await issue();
    await issue({ client_visible: false });
    expect(await untold()).toMatchObject([{ kind: 'issue', id, reason: 'never', client_text: '三楼漏水' }]);
    await t.request('comm.markTold', { projectId, ids: [id], on: TODAY });
    expect(await untold()).toEqual([]);
    await t.request('issue.update', { id, patch: { owner: '李工' } });
    expect(await untold()).toEqual([]);
    t.now += 1000;
    await t.request('issue.update', { id, patch: { client_text: '三楼、四楼漏水' } });
    expect(await untold()).toMatchObject([{ id, reason: 'changed', informed_on: TODAY }]);
    t.now += 1000;
    await t.request('comm.markTold', { projectId, ids: [id], on: TODAY });
    expect(await untold()).toEqual([]);
  });

  it('refuses a day that has not come, and things of another project', async () => {
    const { id } = await issue();
    await expect(
      t.request('comm.markTold', { projectId, ids: [id], on: '2026-11-22' }),
    ).rejects.toMatchObject({ err: { code: 'VALIDATION', reason: 'IN_FUTURE' } });
    const other = await project();
    await expect(
      t.request('comm.markTold', { projectId: other, ids: [id], on: TODAY }),
    ).rejects.toMatchObject({
      err: { code: 'NOT_FOUND' },
    });
    expect((await untold()).map((row) => row.id)).toEqual([id]);
  });

  it('marks as told what stood in minutes that were sent', async () => {
    const { id } = await issue();
    const meeting = await t.request('meeting.create', {
      values: { project_id: projectId, title: '进度会', held_at: `${TODAY}T10:00:00` },
    });
    await t.request('meeting.prefill', { id: meeting.id, language: 'zh-CN' });
    await t.request('meeting.update', { id: meeting.id, patch: { status: 'minutes_sent' } });
    expect(await t.request('issue.get', { id })).toMatchObject({ client_informed_on: TODAY });
  });

  it('lists a milestone that moved away from the contract, until its new day was told', async () => {
    const { id } = await t.request('plan.addTask', {
      projectId,
      name: '样板间',
      milestone: true,
      place: { where: 'end', id: null },
    });
    await t.request('task.update', { id, patch: { client_visible: true } });
    await t.request('tracking.takeBaseline', { projectId, name: '合同', kind: 'contract' });
    expect(await untold()).toEqual([]);
    await t.request('plan.editTask', { id, patch: { constraint_type: 'snet', constraint_on: '2026-12-10' } });
    expect(await untold()).toMatchObject([{ kind: 'date', id, to_on: '2026-12-10' }]);
    await t.request('comm.markTold', { projectId, ids: [id], on: TODAY });
    expect(await untold()).toEqual([]);
  });
});

describe('the Today page and the next report', () => {
  const due = async () => (await t.request('today.get', {})).rows;

  it('show promises, planned contacts, meetings and their actions that are due (O1, P2)', async () => {
    await made({ text: '周五前报价', due_on: '2026-11-27' });
    await t.request('comm.addStandard', { projectId, language: 'zh-CN', only: ['team'] });
    const { id } = await t.request('meeting.create', {
      values: { project_id: projectId, title: '进度会', held_at: '2026-11-24T10:00:00' },
    });
    const action = await t.request('meeting_item.create', {
      values: { meeting_id: id, kind: 'action', text: '送样', due_on: '2026-11-26' },
    });
    const kinds = ['promise', 'comm_plan', 'meeting', 'meeting_action'];
    const rows = (await due()).filter(({ kind }) => kinds.includes(kind));
    expect(rows.map(({ kind, due_on, project_id }) => [kind, due_on, project_id])).toEqual([
      ['meeting', '2026-11-24', projectId],
      ['meeting_action', '2026-11-26', projectId],
      ['promise', '2026-11-27', projectId],
      ['comm_plan', '2026-11-28', projectId],
    ]);
    await t.request('today.done', { id: action.id, done: true });
    expect((await due()).map(({ kind }) => kind)).not.toContain('meeting_action');
  });

  it('the report carries the promise that is due, in the words for the client (MS-5)', async () => {
    await made({ text: '周五前报价', client_text: '周五前给您报价', due_on: '2026-11-27' });
    const composed = await t.request('report.compose', {
      projectId,
      period: { from: '2026-11-14', to: '2026-11-20' },
      language: 'zh-CN',
    });
    expect(composed.snapshot.promises).toMatchObject([{ text: '周五前给您报价', state: 'open' }]);
  });

  it('a client of a biweekly plan is not called after a week (O8)', async () => {
    await contact('2026-11-12');
    expect((await due()).map(({ kind }) => kind)).toContain('contact');
    await t.request('comm_plan_item.create', {
      values: { project_id: projectId, audience: '王总', purpose: '例会', frequency: 'biweekly' },
    });
    expect((await due()).map(({ kind }) => kind)).not.toContain('contact');
  });
});
