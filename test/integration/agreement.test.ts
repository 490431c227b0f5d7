import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakePdf } from '#test/support/fakePdf.ts';
import { draw, issue, signBoth } from '#test/support/signing.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let project: string;

beforeEach(async () => {
  t = await startTestApp({ print: { toPdf: () => fakePdf() } });
  const client = (await t.request('client.create', { values: { name: '华成医院' } })).id;
  project = (
    await t.request('project.create', { values: { client_id: client, name: '净化工程', currency: 'CNY' } })
  ).id;
});
afterEach(() => t.close());

const SMART = {
  specific: '换气 6 次/时',
  measurable: '风量罩实测',
  achievable: '同型机组达到过',
  relevant: '验收必查项',
  time_bound: '2026-11-30 前',
};
const makeGoal = async () =>
  (await t.request('goal.create', { values: { project_id: project, title: '换气次数', ...SMART } })).id;

describe('goals', () => {
  test('G17, X8: an expectation becomes a goal with its words and date, and is taken on to “goal set”; one undo', async () => {
    const { id: expectation } = await t.request('expectation.create', {
      values: {
        project_id: project,
        text: '手术室空气要干净',
        aspect: 'quality',
        quality_standard: 'GB 50333',
        key_date_on: '2026-11-30',
      },
    });
    const { id } = await t.request('goal.fromExpectation', { expectationId: expectation });
    expect(await t.request('goal.get', { id })).toMatchObject({
      no: 1,
      title: '手术室空气要干净',
      aspect: 'quality',
      expectation_id: expectation,
      measurable: 'GB 50333',
      due_on: '2026-11-30',
      status: 'draft',
    });
    expect(await t.request('expectation.get', { id: expectation })).toMatchObject({ status: 'goal_set' });
    await t.request('undo.undo', {});
    expect(await t.request('goal.list', {})).toEqual([]);
    expect(await t.request('expectation.get', { id: expectation })).toMatchObject({ status: 'identified' });
  });

  test('G18: nobody marks a goal as signed by hand, and a signed one does not become a draft again', async () => {
    const goal = await makeGoal();
    const set = (status: 'signed' | 'draft' | 'withdrawn') =>
      t.request('goal.update', { id: goal, patch: { status } });
    await expect(set('signed')).rejects.toMatchObject({ err: { code: 'RULE_BROKEN', reason: 'SIGN_FIRST' } });
    await signBoth(t, (await issue(t, 'goals', project)).id);
    await expect(set('draft')).rejects.toMatchObject({ err: { reason: 'SIGNED_STAYS' } });
    await set('withdrawn');
    const { state } = await t.request('signoff.state', { subjectId: project, kind: 'goals' });
    expect(state).toBe('outdated');
  });

  test('G19: judgements of conformity are read by goal and day', async () => {
    const goal = await makeGoal();
    for (const [judged_on, conformity] of [
      ['2026-11-20', 88],
      ['2026-11-06', 95],
    ] as const)
      await t.request('goal_status.create', { values: { goal_id: goal, judged_on, conformity } });
    expect(await t.request('goal.conformity', { projectId: project })).toMatchObject([
      { goal_id: goal, judged_on: '2026-11-06', conformity: 95 },
      { goal_id: goal, judged_on: '2026-11-20', conformity: 88 },
    ]);
    await t.request('goal.remove', { id: goal });
    expect(await t.request('goal.conformity', { projectId: project })).toEqual([]);
  });

  test('G18, V4: a goal the client does not see is in no confirmation, its links only as far as he sees them', async () => {
    await makeGoal();
    await t.request('goal.create', {
      values: { project_id: project, title: '内部利润目标', client_visible: false },
    });
    const { content } = await t.request('document.preview', {
      kind: 'goals',
      subjectId: project,
      language: 'zh-CN',
      audience: 'client',
    });
    const text = JSON.stringify(content);
    expect(text).toContain('换气 6 次/时');
    expect(text).not.toContain('内部利润目标');
  });

  test('H1: a project has one charter', async () => {
    const values = { project_id: project, purpose: '通过验收' };
    await t.request('charter.create', { values });
    await expect(t.request('charter.create', { values })).rejects.toThrow('CHARTER_EXISTS');
  });
});

describe('expectation adjustment (X2, G21–G23)', () => {
  const whole = {
    reason: '规范更新',
    after: '换气 8 次/时',
    impact_cost_minor: 1_200_000,
    impact_days: 3,
    impact_resource: '加一名调试员',
    new_due_on: '2026-12-03',
  };
  let goal: string;
  let adjustment: string;
  const patch = (values: Record<string, unknown>) =>
    t.request('adjustment.update', { id: adjustment, patch: values as never });
  const talk = () =>
    t.request('negotiation.create', {
      values: { project_id: project, adjustment_id: adjustment, held_on: '2026-11-21', said: '客户同意加钱' },
    });

  beforeEach(async () => {
    goal = await makeGoal();
    await signBoth(t, (await issue(t, 'goals', project)).id);
    ({ id: adjustment } = await t.request('adjustment.propose', { subjectId: goal, title: '提高换气次数' }));
  });

  test('starts as a proposal with what holds now, dated today', async () => {
    expect(await t.request('adjustment.get', { id: adjustment })).toMatchObject({
      no: 1,
      status: 'proposed',
      goal_id: goal,
      before: '换气 6 次/时',
      raised_on: '2026-11-21',
    });
  });

  test('X2: is negotiated only when reason, content and impact are there, and names the first that is not', async () => {
    await expect(patch({ status: 'negotiating' })).rejects.toMatchObject({
      err: { code: 'RULE_BROKEN', field: 'adjustment.reason', reason: 'REASON_MISSING' },
    });
    await patch({ ...whole, impact_cost_minor: null });
    await expect(patch({ status: 'negotiating' })).rejects.toMatchObject({ err: { reason: 'COST_MISSING' } });
    await patch({ impact_cost_minor: 0, status: 'negotiating' });
    await expect(patch({ status: 'confirmed' })).rejects.toMatchObject({
      err: { reason: 'NEGOTIATION_MISSING' },
    });
  });

  test('G22: is confirmed by both signatures and nothing else; the goal says what was signed, its document is outdated', async () => {
    await patch({ ...whole, status: 'negotiating' });
    const early = await issue(t, 'adjustment', adjustment);
    await expect(draw(t, early.id, 'client')).rejects.toMatchObject({
      err: { reason: 'NEGOTIATION_MISSING' },
    });
    await talk();
    await expect(patch({ status: 'confirmed' })).rejects.toMatchObject({
      err: { reason: 'SIGNATURES_MISSING' },
    });
    const { id } = await issue(t, 'adjustment', adjustment);
    await draw(t, id, 'client');
    expect(await t.request('adjustment.get', { id: adjustment })).toMatchObject({ status: 'negotiating' });
    await draw(t, id, 'own', '王经理');
    expect(await t.request('adjustment.get', { id: adjustment })).toMatchObject({
      status: 'confirmed',
      closed_on: '2026-11-21',
    });
    expect(await t.request('goal.get', { id: goal })).toMatchObject({
      specific: '换气 8 次/时',
      due_on: '2026-12-03',
      status: 'signed',
      signed_as: { specific: '换气 8 次/时', due_on: '2026-12-03' },
    });
    const goals = await t.request('signoff.state', { subjectId: project, kind: 'goals' });
    expect(goals).toMatchObject({ state: 'outdated', version: 1 });
    expect(await issue(t, 'goals', project)).toMatchObject({ version: 2 });
  });

  test('X2: what both have signed stays: its words are refused, its notes are not', async () => {
    await patch({ ...whole, status: 'negotiating' });
    await talk();
    await signBoth(t, (await issue(t, 'adjustment', adjustment)).id);
    await expect(patch({ after: '换气 10 次/时' })).rejects.toThrow('ADJUSTMENT_CONFIRMED');
    await expect(patch({ status: 'declined' })).rejects.toThrow('ADJUSTMENT_CONFIRMED');
    await patch({ strategy: 'proactive', strategy_actions: '加一台机组' });
    const { state } = await t.request('signoff.state', { subjectId: adjustment, kind: 'adjustment' });
    expect(state).toBe('signed');
  });

  test('G22: an expectation gets the agreed words as well', async () => {
    const { id: expectation } = await t.request('expectation.create', {
      values: { project_id: project, text: '十月交付', agreed_text: '10 月 31 日交付' },
    });
    ({ id: adjustment } = await t.request('adjustment.propose', { subjectId: expectation, title: '顺延' }));
    expect(await t.request('adjustment.get', { id: adjustment })).toMatchObject({
      before: '10 月 31 日交付',
    });
    await patch({ ...whole, after: '11 月 30 日\n交付', status: 'negotiating' });
    await talk();
    await signBoth(t, (await issue(t, 'adjustment', adjustment)).id);
    expect(await t.request('expectation.get', { id: expectation })).toMatchObject({
      agreed_text: '11 月 30 日 交付',
      status: 'adjusted',
      key_date_on: '2026-12-03',
    });
  });

  test('X2: a refusal is dated, and the client may come back to it', async () => {
    await patch({ ...whole, status: 'declined' });
    expect(await t.request('adjustment.get', { id: adjustment })).toMatchObject({ closed_on: '2026-11-21' });
    await patch({ status: 'negotiating' });
    expect(await t.request('adjustment.get', { id: adjustment })).toMatchObject({ closed_on: null });
  });

  test('G23: appeasement is written down beside the negotiations and does not count as one', async () => {
    await patch({ ...whole, strategy: 'appeasement', status: 'negotiating' });
    await t.request('negotiation.create', {
      values: {
        project_id: project,
        adjustment_id: adjustment,
        kind: 'appeasement',
        held_on: '2026-11-21',
        said: '登门致歉',
      },
    });
    await expect(patch({ status: 'confirmed' })).rejects.toMatchObject({
      err: { reason: 'NEGOTIATION_MISSING' },
    });
  });
});

describe('delay notice (G15)', () => {
  const milestone = async (name: string, promised_on: string, on: string, visible = true) =>
    (
      await t.request('task.create', {
        values: {
          project_id: project,
          name,
          milestone: true,
          finish_at: `${on}T17:00:00`,
          commitment: 'promise',
          promised_on,
          client_visible: visible,
        },
      })
    ).id;

  test('is prepared from a late milestone: days, recovery date, and the dates that follow as the client sees them', async () => {
    const late = await milestone('消防验收', '2026-12-18', '2026-12-25');
    await milestone('移交', '2026-12-28', '2027-01-04');
    await milestone('内部复盘', '2026-12-29', '2027-01-05', false);
    const punctual = await milestone('培训', '2027-01-11', '2027-01-11');
    expect(await t.request('delay_notice.late', { projectId: project })).toMatchObject([
      { id: late, days: 7, noticeId: null, following: [{ name: '移交' }, { name: '内部复盘' }] },
      { name: '移交', days: 7 },
      { name: '内部复盘', days: 7 },
    ]);
    const { id } = await t.request('delay_notice.prepare', { taskId: late, language: 'zh-CN' });
    expect(await t.request('delay_notice.get', { id })).toMatchObject({
      no: 1,
      task_id: late,
      days: 7,
      title: '消防验收将晚 7 天',
      recovery_on: '2026-12-25',
      revised_dates: '消防验收：2026-12-18 → 2026-12-25\n移交：2026-12-28 → 2027-01-04',
      cause: null,
      status: 'draft',
    });
    expect((await t.request('delay_notice.late', { projectId: project }))[0]).toMatchObject({ noticeId: id });
    await expect(t.request('delay_notice.prepare', { taskId: punctual, language: 'zh-CN' })).rejects.toThrow(
      'NOT_LATE',
    );
  });

  test('is issued only with cause, measures, recovery date and revised dates, and counts as issued by that', async () => {
    const { id } = await t.request('delay_notice.create', {
      values: { project_id: project, title: '消防验收延期', cause: '设备晚到' },
    });
    await expect(issue(t, 'delay_notice', id)).rejects.toMatchObject({
      err: { code: 'SIGN_NOT_READY', reason: 'DELAY_MEASURES' },
    });
    await expect(t.request('delay_notice.update', { id, patch: { status: 'issued' } })).rejects.toMatchObject(
      { err: { reason: 'DELAY_MEASURES', field: 'delay_notice.measures' } },
    );
    await t.request('delay_notice.update', {
      id,
      patch: { measures: '夜班', recovery_on: '2026-12-25', revised_dates: '移交：2027-01-04' },
    });
    await issue(t, 'delay_notice', id);
    expect(await t.request('delay_notice.get', { id })).toMatchObject({ status: 'issued' });
  });
});
