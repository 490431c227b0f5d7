import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreateInput } from '#shared/model/registry.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let client: string;
let project: string;

const DAY = 86_400_000;

beforeEach(async () => {
  t = await startTestApp({ now: '2026-03-02T08:00:00Z' });
  client = (await t.request('client.create', { values: { name: '华成建设', industry: '市政' } })).id;
  project = await newProject('泵站改造', client);
});
afterEach(() => t.close());

const newProject = async (name: string, client_id: string, values: object = {}) =>
  (
    await t.request('project.create', {
      values: { client_id, name, start_on: '2026-01-01', ...values },
    })
  ).id;
const expecting = async (text: string, values: Partial<CreateInput<'expectation'>> = {}) =>
  (await t.request('expectation.create', { values: { project_id: project, text, ...values } })).id;
const patch = (id: string, values: object) => t.request('expectation.update', { id, patch: values });
const radar = () => t.request('expectation.radar', { projectId: project });
const factOf = async (id: string) =>
  (await t.request('expectation.register', { projectId: project })).facts.find((fact) => fact.id === id);
const smart = { specific: 'a', measurable: 'b', achievable: 'c', relevant: 'd', time_bound: 'e' };

describe('G1, G2: an expectation', () => {
  it('keeps its channel, stage, aspect and who raised it, and counts up inside its project', async () => {
    const contact = await t.request('contact.create', { values: { client_id: client, name: '李工' } });
    const origin = {
      channel: 'site_visit',
      stage: 'presales',
      aspect: 'service',
      contact_id: contact.id,
      raised_on: '2026-03-01',
    } as const;
    const id = await expecting('一年内免费上门', origin);
    await expecting('第二条');
    expect(await t.request('expectation.get', { id })).toMatchObject({
      ...origin,
      no: 1,
      status: 'identified',
    });
    const { expectations } = await t.request('expectation.register', { projectId: project });
    expect(expectations.map(({ no }) => no).sort()).toEqual([1, 2]);
  });

  it('can come from a site visit, a market note or a concern of the client (G3)', async () => {
    const log = await t.request('comm_log.create', {
      values: {
        client_id: client,
        channel: 'site_visit',
        happened_at: '2026-03-01T09:00:00',
        summary: '看现场',
      },
    });
    const id = await expecting('夜间不施工', { channel: 'site_visit', comm_log_id: log.id });
    expect(await t.request('expectation.get', { id })).toMatchObject({ comm_log_id: log.id });
  });
});

describe('X8: the life of an expectation', () => {
  it('refuses each step until what it needs is there, and says what that is', async () => {
    const id = await expecting('汛期前运行', { aspect: 'time' });
    await expect(patch(id, { status: 'analysed' })).rejects.toMatchObject({
      err: { code: 'RULE_BROKEN', reason: 'ANALYSIS_MISSING', field: 'expectation.kano' },
    });
    await t.request('kano_answer.create', {
      values: { expectation_id: id, respondent: '李工', functional: 2, dysfunctional: 5 },
    });
    await patch(id, { status: 'analysed', reasonableness: 'high' });
    await expect(patch(id, { status: 'guided' })).rejects.toMatchObject({
      err: { reason: 'GUIDANCE_MISSING' },
    });
    await t.request('guidance.create', {
      values: { project_id: project, expectation_id: id, before: '四月', after: '五月底前两台泵先行' },
    });
    await patch(id, { status: 'guided' });
    await expect(patch(id, { status: 'goal_set' })).rejects.toMatchObject({
      err: { reason: 'CAPABILITY_MISSING' },
    });
    await t.request('capability_check.create', {
      values: { project_id: project, expectation_id: id, skills: 'yes', resources: 'yes', experience: 'yes' },
    });
    const goal = await t.request('goal.create', {
      values: { project_id: project, title: '两台泵 5-31 运行', expectation_id: id },
    });
    await expect(patch(id, { status: 'goal_set' })).rejects.toMatchObject({
      err: { reason: 'GOAL_NOT_SMART' },
    });
    await t.request('goal.update', { id: goal.id, patch: smart });
    await patch(id, { status: 'goal_set' });
    await expect(patch(id, { status: 'signed' })).rejects.toMatchObject({
      err: { reason: 'GOAL_NOT_SIGNED' },
    });
    expect(await t.request('expectation.get', { id })).toMatchObject({ status: 'goal_set' });
    expect(await factOf(id)).toMatchObject({
      answers: 1,
      guidances: 1,
      capability: 'can',
      goals: [{ id: goal.id, smart: true, signed: false }],
    });
  });

  it('cannot be skipped by creating or copying an expectation that is already signed', async () => {
    await expect(expecting('已签', { status: 'signed' })).rejects.toMatchObject({
      err: { code: 'RULE_BROKEN' },
    });
    expect((await t.request('expectation.register', { projectId: project })).expectations).toEqual([]);
  });

  it('ends with its outcome, and the end can be undone', async () => {
    const id = await expecting('低噪声');
    await expect(patch(id, { status: 'realised' })).rejects.toMatchObject({
      err: { reason: 'OUTCOME_MISSING' },
    });
    await patch(id, { status: 'realised', actual_text: '夜间 45 dB' });
    await t.request('undo.undo', {});
    expect(await t.request('expectation.get', { id })).toMatchObject({
      status: 'identified',
      actual_text: null,
    });
  });
});

describe('C8, D18, E6, G11, G12: what stands beside an expectation', () => {
  it('is the feasibility reply, the trade-offs, the benchmark and the value, all deleted and restored with it', async () => {
    const benchmark = await t.request('benchmark.create', {
      values: { topic: '泵站改造工期', industry_value: '120 天', own_value: '110 天' },
    });
    const id = await expecting('两个月完工', { aspect: 'time' });
    await patch(id, {
      benchmark_id: benchmark.id,
      reasonableness: 'high',
      reasonableness_note: '行业 120 天',
    });
    const reply = await t.request('feasibility_reply.create', {
      values: { expectation_id: id, feasible: 'with_conditions', difficulty: 4, by: '技术部' },
    });
    const options = { project_id: project, expectation_id: id };
    await t.request('tradeoff.create', {
      values: { ...options, option: '两班施工', days: -20, cost_minor: 900_00 },
    });
    await t.request('value_statement.create', {
      values: { ...options, kind: 'efficiency', text: '少停一个汛期' },
    });
    await t.request('expectation.remove', { id });
    expect(await t.request('feasibility_reply.list', { where: { expectation_id: id } })).toEqual([]);
    expect(await t.request('tradeoff.list', { where: { expectation_id: id } })).toEqual([]);
    // A value statement stands for the project and stays.
    expect(await t.request('value_statement.list', { where: { project_id: project } })).toHaveLength(1);
    await t.request('undo.undo', {});
    expect(await t.request('feasibility_reply.get', { id: reply.id })).toMatchObject({ difficulty: 4 });
    expect(await t.request('expectation.get', { id })).toMatchObject({ benchmark_id: benchmark.id });
  });

  it('refuses an answer outside the scale (G6) and a trade-off of another project', async () => {
    const id = await expecting('x');
    await expect(
      t.request('kano_answer.create', {
        values: { expectation_id: id, respondent: '李工', functional: 6, dysfunctional: 1 },
      }),
    ).rejects.toMatchObject({ err: { code: 'VALIDATION', field: 'values.functional' } });
    const other = await newProject('另一项目', client);
    await expect(
      t.request('tradeoff.create', { values: { project_id: other, expectation_id: id, option: '两班' } }),
    ).rejects.toMatchObject({ err: { code: 'OTHER_PROJECT' } });
  });
});

describe('G13, G14: guidance', () => {
  it('keeps before and after, in the contract stage with the evidence it stood on, and the case that was shown', async () => {
    const id = await expecting('质保五年', { stage: 'contracting' });
    const shown = await t.request('case_study.create', { values: { title: '城东泵站', industry: '市政' } });
    const guidance = await t.request('guidance.create', {
      values: {
        project_id: project,
        expectation_id: id,
        stage: 'contracting',
        method: 'benchmark',
        case_study_id: shown.id,
        before: '质保五年',
        after: '按行业标准两年，泵体三年',
        phased_plan: '两年后按年续保',
        agreed: 'yes',
      },
    });
    expect(await t.request('guidance.list', { where: { expectation_id: id } })).toMatchObject([
      { id: guidance.id, stage: 'contracting', method: 'benchmark', case_study_id: shown.id, agreed: 'yes' },
    ]);
    expect(await factOf(id)).toMatchObject({ guidances: 1 });
    // Guidance without a result has not led anywhere yet.
    await t.request('guidance.update', { id: guidance.id, patch: { after: null } });
    expect(await factOf(id)).toMatchObject({ guidances: 0 });
  });
});

describe('MS-4, G24: the radar', () => {
  const milestone = async (name: string, finish: string) =>
    (
      await t.request('task.create', {
        values: {
          project_id: project,
          name,
          milestone: true,
          // On a Saturday: what is scheduled by hand stays on the day somebody named.
          mode: 'manual',
          start_at: `${finish}T17:00:00`,
          finish_at: `${finish}T17:00:00`,
        },
      })
    ).id;

  it('moves the time axis with the milestone in the same moment and names who waits for it', async () => {
    const task = await milestone('通水', '2026-04-11');
    const id = await expecting('四月十一日通水', {
      aspect: 'time',
      task_id: task,
      key_date_on: '2026-04-11',
    });
    await expecting('资料齐全', { aspect: 'deliverable', planned_percent: 100 });
    const before = await radar();
    expect(before.axes.find(({ aspect }) => aspect === 'time')).toMatchObject({ planned: 100, current: 100 });
    expect(before.late).toEqual([]);
    await t.request('task.update', {
      id: task,
      patch: { start_at: '2026-05-06T17:00:00', finish_at: '2026-05-06T17:00:00' },
    });
    const after = await radar();
    // A hundred days were there, a hundred and twenty-five are needed.
    expect(after.axes.find(({ aspect }) => aspect === 'time')).toMatchObject({ planned: 80, gap: -20 });
    expect(after.late).toMatchObject([{ id, task: '通水', days: 25, keyOn: '2026-04-11' }]);
    await t.request('undo.undo', {});
    expect((await radar()).late).toEqual([]);
  });

  it('is red with one unmet basic expectation, whatever the average', async () => {
    for (let i = 0; i < 19; i++) await expecting(`${i}`, { actual_percent: 100, agreed_percent: 100 });
    const id = await expecting('用电安全', {
      kano: 'basic',
      aspect: 'quality',
      actual_percent: 5,
      weight: 1,
    });
    const answer = await radar();
    expect(answer.average).toBe(99);
    expect(answer).toMatchObject({ status: 'bad', unmetBasics: [{ id }], unagreed: [{ id }] });
    await t.request('expectation.update', { id, patch: { actual_percent: 100 } });
    expect(await radar()).toMatchObject({ status: 'good', unmetBasics: [] });
  });

  it('knows the trend of each axis from what was recorded two weeks ago', async () => {
    const id = await expecting('合格率', { aspect: 'quality', actual_percent: 80 });
    expect((await radar()).axes[4]).toMatchObject({ current: 80, trend: null });
    t.now += 15 * DAY;
    expect((await radar()).axes[4]).toMatchObject({ trend: 'same' });
    await patch(id, { actual_percent: 90 });
    await patch(id, { actual_percent: 95 });
    expect((await radar()).axes[4]).toMatchObject({ current: 95, trend: 'better' });
    const other = await expecting('新的一条', { aspect: 'quality', actual_percent: 40 });
    expect((await radar()).axes[4]).toMatchObject({ trend: 'worse' });
    await t.request('expectation.remove', { id: other });
    t.now += 15 * DAY;
    expect((await radar()).axes[4]).toMatchObject({ current: 95, trend: 'same' });
  });

  it('keeps the deleted out and the restored in', async () => {
    const id = await expecting('x', { aspect: 'cost', planned_percent: 50 });
    await t.request('expectation.remove', { id });
    expect((await radar()).axes[7]).toMatchObject({ count: 0, current: null });
    await t.request('undo.undo', {});
    expect((await radar()).axes[7]).toMatchObject({ count: 1, current: 50 });
  });

  it('takes the task of the deliverable when the expectation names none', async () => {
    const task = await milestone('交付', '2026-05-11');
    const deliverable = await t.request('deliverable.create', {
      values: { project_id: project, name: '竣工图', task_id: task },
    });
    await expecting('竣工图', {
      aspect: 'deliverable',
      deliverable_id: deliverable.id,
      key_date_on: '2026-05-01',
    });
    expect((await radar()).late).toMatchObject([{ task: '交付', days: 10 }]);
  });
});

describe('A7: the four principles', () => {
  const kept = async () =>
    Object.fromEntries((await radar()).principles.map((check) => [check.principle, check.kept]));

  it('ask for expectations before kickoff, and for agreement after it', async () => {
    await t.request('project.update', { id: project, patch: { stage: 'kickoff' } });
    expect(await kept()).toMatchObject({ up_front: false, transparent: true });
    const id = await expecting('按图施工');
    expect(await kept()).toMatchObject({ up_front: true, transparent: false });
    await patch(id, { agreed_percent: 100 });
    expect(await kept()).toMatchObject({ transparent: true });
  });

  it('ask for an adjustment or a notice when a date slips', async () => {
    const task = await t.request('task.create', {
      values: {
        project_id: project,
        name: '通水',
        start_at: '2026-06-01T09:00:00',
        finish_at: '2026-06-01T17:00:00',
      },
    });
    const id = await expecting('五月通水', { aspect: 'time', task_id: task.id, key_date_on: '2026-05-01' });
    expect(await kept()).toMatchObject({ adjusted: false });
    await t.request('adjustment.create', {
      values: { project_id: project, title: '改期', expectation_id: id },
    });
    expect(await kept()).toMatchObject({ adjusted: true });
  });
});
