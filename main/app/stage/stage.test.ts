import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let projectId: string;
let clientId: string;
beforeEach(async () => {
  t = await startTestApp();
  ({ id: clientId } = await t.request('client.create', { values: { name: '华成建设' } }));
  ({ id: projectId } = await t.request('project.create', {
    values: { client_id: clientId, name: '泵站改造', manager: '王工' },
  }));
});
afterEach(() => t.close());

const gate = () => t.request('stage.gate', { projectId });
const met = async () => (await gate()).checks.filter((check) => check.met).map(({ id }) => id);
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { err: { code: string; args: { count: number } } }) => error.err,
  );

describe('X9: stage gates', () => {
  test('A7: a check is met by the records it asks for, and open again when they go', async () => {
    expect(await met()).toEqual([]);
    const { id } = await t.request('expectation.create', {
      values: { project_id: projectId, text: '汛期前通水' },
    });
    await t.request('contact.create', {
      values: { client_id: clientId, name: '李工', decision_role: 'decision_maker' },
    });
    expect(await met()).toEqual(['decider', 'expectationsNoted']);
    await t.request('expectation.remove', { id });
    expect(await met()).toEqual(['decider']);
  });

  test('going on with open checks needs a reason, which is kept with what was open; undo goes back', async () => {
    expect(await refusal(t.request('stage.move', { projectId, to: 'contracting' }))).toMatchObject({
      code: 'STAGE_CHECKS_OPEN',
      args: { count: 5 },
    });
    await t.request('stage.move', { projectId, to: 'contracting', reason: '老客户，已口头约定' });
    expect(await t.request('stage_change.list', { where: { project_id: projectId } })).toMatchObject([
      {
        from_stage: 'presales',
        to_stage: 'contracting',
        note: '老客户，已口头约定',
        open_checks: expect.stringContaining('已登记客户期望'),
      },
    ]);
    await t.request('undo.undo', {});
    expect((await gate()).stage).toBe('presales');
    expect(await t.request('stage_change.list', {})).toEqual([]);
  });

  test('X9: a stage set as one of the facts of a project is kept as a step through the gate all the same', async () => {
    await t.request('project.update', { id: projectId, patch: { stage: 'contracting', name: '泵站' } });
    expect(await t.request('stage_change.list', { where: { project_id: projectId } })).toMatchObject([
      {
        from_stage: 'presales',
        to_stage: 'contracting',
        note: null,
        open_checks: expect.stringContaining('已登记客户期望'),
      },
    ]);
    await t.request('project.update', { id: projectId, patch: { stage: 'contracting' } });
    expect(await t.request('stage_change.list', {})).toHaveLength(1);
    await t.request('undo.undo', {});
    expect(await t.request('stage_change.list', {})).toEqual([]);
    expect(await t.request('project.get', { id: projectId })).toMatchObject({
      stage: 'presales',
      name: '泵站改造',
    });
  });

  test('A7: the principles of expectation management are asked at the gate, as the next stage sees them', async () => {
    await t.request('stage.move', { projectId, to: 'contracting', reason: '补录' });
    expect((await gate()).principles).toEqual([{ principle: 'up_front', count: 0 }]);
    await t.request('expectation.create', { values: { project_id: projectId, text: '汛期前通水' } });
    expect((await gate()).principles).toEqual([{ principle: 'transparent', count: 1 }]);
    await t.request('stage.move', { projectId, to: 'kickoff', reason: '客户要求先开工' });
    const [, step] = (await t.request('stage_change.list', { where: { project_id: projectId } })).toSorted(
      (a, b) => (a.from_stage < b.from_stage ? 1 : -1),
    );
    expect(step?.open_checks).toContain('沟通透明: 项目已启动，仍有 1 条期望无人确认。');
    expect(await t.request('stage.move', { projectId, to: 'presales' })).toMatchObject({ open: 0 });
  });

  test('skipping stages asks for the checks of all that are left; going back asks for none', async () => {
    const all = await refusal(t.request('stage.move', { projectId, to: 'execution' }));
    expect(all?.args.count).toBeGreaterThan(15);
    await t.request('stage.move', { projectId, to: 'execution', reason: '补录项目' });
    expect(await t.request('stage.move', { projectId, to: 'kickoff' })).toMatchObject({ open: 0 });
  });

  test('WF7, WF8: what data cannot know is ticked off by hand; own checks count as well', async () => {
    await t.request('stage.move', { projectId, to: 'kickoff', reason: '补录' });
    await t.request('stage.tick', { projectId, check: 'clientTrained', done: true });
    expect(await met()).toContain('clientTrained');
    await t.request('stage.tick', { projectId, check: 'clientTrained', done: false });
    expect(await met()).not.toContain('clientTrained');
    await t.request('checklist_item.create', {
      values: { project_id: projectId, stage: 'kickoff', text: '办好进场手续' },
    });
    expect((await gate()).own).toMatchObject([{ text: '办好进场手续', met: false }]);
  });

  test('WF8: at the start the needs that the client does not state are looked for', async () => {
    await t.request('stage.move', { projectId, to: 'kickoff', reason: '补录' });
    expect(await met()).not.toContain('implicitNeedsFound');
    const need = {
      project_id: projectId,
      text: '以后要加泵',
      kind: 'implicit',
      topic: 'future_plan',
    } as const;
    await t.request('requirement.create', { values: need });
    expect(await met()).toContain('implicitNeedsFound');
  });

  test('A4, D2: a subcontract has a check for quality: each deliverable with its standard and condition', async () => {
    await t.request('project.update', { id: projectId, patch: { kind: 'subcontract' } });
    await t.request('stage.move', { projectId, to: 'contracting', reason: '补录' });
    expect(await met()).not.toContain('qualityAgreed');
    const { id } = await t.request('deliverable.create', {
      values: { project_id: projectId, name: '泵组', standard: 'GB/T 3216' },
    });
    expect(await met()).not.toContain('qualityAgreed');
    await t.request('deliverable.update', { id, patch: { acceptance_criteria: '连续运行 72 小时' } });
    expect(await met()).toContain('qualityAgreed');
  });

  test('C2, C4: two roles are needed, from the project or from its team', async () => {
    await t.request('stage.move', { projectId, to: 'kickoff', reason: '补录' });
    const roles = async () => (await gate()).checks.find(({ id }) => id === 'rolesNamed');
    expect(await roles()).toMatchObject({ met: false, open: 1 });
    await t.request('team_member.create', {
      values: { project_id: projectId, name: '王工', role: 'communication_owner' },
    });
    expect(await roles()).toMatchObject({ met: true, open: 0 });
  });
});

describe('modules and intake', () => {
  const shown = async () =>
    (await t.request('project.modules', { projectId })).filter((one) => one.shown).map(({ id }) => id);

  test('A3, A4: a small job shows few modules, a subcontract its chain of parties, and records are never hidden', async () => {
    expect(await shown()).not.toContain('team');
    await t.request('project.update', { id: projectId, patch: { kind: 'subcontract' } });
    expect(await shown()).toEqual(expect.arrayContaining(['team', 'tracking', 'contract', 'communication']));
    await t.request('project.update', { id: projectId, patch: { kind: 'direct' } });
    await t.request('scope_item.create', { values: { project_id: projectId, text: '三台水泵' } });
    expect(await shown()).toContain('scope');
    await t.request('project.setModule', { projectId, module: 'scope', shown: false });
    expect(await shown()).not.toContain('scope');
    await t.request('project.setModule', { projectId, module: 'scope', shown: null });
    expect(await shown()).toContain('scope');
    expect((await t.request('project.get', { id: projectId }))?.modules).toBeNull();
  });

  test('A6: screening marks a project risky in one step, and undo takes all of it back', async () => {
    const factors = { complexity: 4, time_pressure: 4, resource_gap: 3, expectation_pressure: 3, note: null };
    await t.request('project.update', { id: projectId, patch: { report_frequency: 'monthly' } });
    expect(await t.request('project.screen', { projectId, ...factors })).toMatchObject({ result: 'risky' });
    expect(await t.request('project.get', { id: projectId })).toMatchObject({
      kind: 'risky',
      report_frequency: 'weekly',
      complexity: 4,
    });
    await t.request('undo.undo', {});
    expect(await t.request('project.get', { id: projectId })).toMatchObject({
      kind: 'direct',
      report_frequency: 'monthly',
      complexity: null,
    });
  });

  test('A2: health is suggested where there is something to judge by', async () => {
    await t.request('survey_response.create', {
      values: { client_id: clientId, project_id: projectId, answered_on: '2026-03-09', overall: 4 },
    });
    const { health } = await t.request('project.suggestions', { projectId });
    expect(health).toMatchObject({ satisfaction: 4, time: null, risk: null });
  });
});
