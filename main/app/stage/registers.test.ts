import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let projectId: string;
let clientId: string;
beforeEach(async () => {
  t = await startTestApp();
  ({ id: clientId } = await t.request('client.create', { values: { name: '华成建设', industry: '市政' } }));
  ({ id: projectId } = await t.request('project.create', {
    values: { client_id: clientId, name: '泵站改造' },
  }));
});
afterEach(() => t.close());

const linked = async (id: string) => (await t.request('record.links', { id })).map(({ entity }) => entity);
const inProject = { where: {} as { project_id: string } };
beforeEach(() => {
  inProject.where = { project_id: projectId };
});

describe('the client is the subject of every project', () => {
  test('A1: a project without a client is refused, and goes to the trash with its client', async () => {
    await expect(
      t.request('project.create', { values: { name: '无主项目' } as never }),
    ).rejects.toMatchObject({ err: { code: 'VALIDATION' } });
    await t.request('client.remove', { id: clientId });
    expect(await t.request('project.get', { id: projectId })).toBeNull();
    await t.request('trash.restore', { id: clientId });
    expect(await t.request('project.get', { id: projectId })).toMatchObject({ name: '泵站改造' });
  });

  test('B11: background, goals and trends of a client are kept with it and found by search', async () => {
    const patch = {
      background: '市属排水企业',
      development_goals: '三年内智慧泵站全覆盖',
      trends: '无人值守',
    };
    await t.request('client.update', { id: clientId, patch });
    expect(await t.request('client.get', { id: clientId })).toMatchObject(patch);
    expect(await t.request('search.find', { text: '智慧泵站', limit: 5 })).toMatchObject([{ id: clientId }]);
  });

  test('A8: every stage from presales to closed is reached, and each step is on record', async () => {
    const stages = ['contracting', 'kickoff', 'execution', 'acceptance', 'warranty', 'closed'] as const;
    for (const to of stages) await t.request('stage.move', { projectId, to, reason: '补录' });
    const steps = await t.request('stage_change.list', inProject);
    expect(new Set(steps.map(({ to_stage }) => to_stage))).toEqual(new Set(stages));
    expect(await t.request('stage.gate', { projectId })).toMatchObject({
      stage: 'closed',
      next: null,
      checks: [],
    });
  });

  test('A9: a project has checks of its own beside the standard ones, and modules of its own', async () => {
    await t.request('checklist_item.create', {
      values: { project_id: projectId, stage: 'presales', text: '查看地下管线图' },
    });
    await t.request('project.setModule', { projectId, module: 'resources', shown: true });
    expect((await t.request('stage.gate', { projectId })).own).toMatchObject([{ text: '查看地下管线图' }]);
    const modules = await t.request('project.modules', { projectId });
    expect(modules.find(({ id }) => id === 'resources')).toMatchObject({ shown: true, reason: 'chosen' });
  });
});

describe('parties and team', () => {
  test('C3, C9: a party of the directory appears wherever it takes part or is in conflict', async () => {
    const { id: party } = await t.request('party.create', { values: { name: '恒信机电' } });
    await t.request('party_link.create', {
      values: {
        project_id: projectId,
        party_id: party,
        name: '恒信机电',
        interest: 3,
        influence: 4,
        expectation: '按期付款',
      },
    });
    await t.request('coordination_issue.create', {
      values: { project_id: projectId, party_id: party, title: '电缆沟交叉施工', kind: 'conflict' },
    });
    expect(await linked(party)).toEqual(['party_link', 'coordination_issue']);
    expect(
      (await t.request('search.find', { text: '恒信', limit: 5 })).map(({ entity }) => entity),
    ).toContain('party');
  });

  test('I14: a delay between parties names its task, party and days, and is settled with its measure', async () => {
    const { id: party } = await t.request('party.create', { values: { name: '恒信机电' } });
    const { id: task } = await t.request('task.create', { values: { project_id: projectId, name: '吊装' } });
    const { id } = await t.request('coordination_issue.create', {
      values: {
        project_id: projectId,
        party_id: party,
        task_id: task,
        title: '吊车晚到',
        kind: 'delay',
        days: 3,
        raised_on: '2026-11-20',
      },
    });
    expect(await linked(task)).toEqual(['coordination_issue']);
    await t.request('coordination_issue.update', {
      id,
      patch: { status: 'settled', measure: '改用备用吊车', settled_on: '2026-11-21' },
    });
    expect(await t.request('coordination_issue.get', { id })).toMatchObject({
      days: 3,
      status: 'settled',
      measure: '改用备用吊车',
    });
    await t.request('undo.undo', {});
    expect(await t.request('coordination_issue.get', { id })).toMatchObject({
      status: 'open',
      measure: null,
    });
  });

  test('C7: a hand-over says what is still open and whether it was received', async () => {
    const { id } = await t.request('handover.create', {
      values: {
        project_id: projectId,
        text: '合同与承诺清单',
        open_points: '备用泵报价',
        from_department: 'sales',
      },
    });
    await t.request('handover.update', { id, patch: { received_by: '王工', received_on: '2026-03-03' } });
    expect(await t.request('handover.list', inProject)).toMatchObject([
      { open_points: '备用泵报价', to_department: 'implementation', received_on: '2026-03-03' },
    ]);
  });

  test('C10, C13: a member has skills and is tied to a resource; morale is a score with a line', async () => {
    const { id: resource } = await t.request('resource.create', {
      values: { project_id: projectId, name: '王工' },
    });
    await t.request('team_member.create', {
      values: { project_id: projectId, name: '王工', skills: '水泵调试', resource_id: resource },
    });
    expect(await linked(resource)).toEqual(['team_member']);
    const morale = { project_id: projectId, taken_on: '2026-03-09', score: 4, note: '士气不错' };
    await t.request('morale_pulse.create', { values: morale });
    await expect(t.request('morale_pulse.create', { values: { ...morale, score: 6 } })).rejects.toMatchObject(
      { err: { code: 'VALIDATION' } },
    );
    expect(await t.request('morale_pulse.list', inProject)).toHaveLength(1);
  });
});

describe('requirements', () => {
  test('F1, F7: a requirement names its session, and its source document with page', async () => {
    const { id: session } = await t.request('elicitation.create', {
      values: { project_id: projectId, topic: '运行人员访谈', held_on: '2026-03-02', method: 'interview' },
    });
    await t.request('requirement.create', {
      values: {
        project_id: projectId,
        text: '单泵流量不低于 120 m³/h',
        elicitation_id: session,
        source: '招标书',
        source_kind: 'tender',
        source_page: '第 12 页 3.2',
      },
    });
    expect(await linked(session)).toEqual(['requirement']);
    expect(
      (await t.request('search.find', { text: '招标书', limit: 5 })).map(({ entity }) => entity),
    ).toContain('requirement');
  });

  test('F9: a check in a stage belongs to its requirement and comes back with it', async () => {
    const { id } = await t.request('requirement.create', {
      values: { project_id: projectId, text: '噪声低于 65 dB' },
    });
    await t.request('requirement_check.create', {
      values: { requirement_id: id, checked_on: '2026-03-09', stage: 'kickoff', result: 'holds' },
    });
    await t.request('requirement.remove', { id });
    expect(await t.request('requirement_check.list', { where: { requirement_id: id } })).toEqual([]);
    await t.request('trash.restore', { id });
    expect(await t.request('requirement_check.list', { where: { requirement_id: id } })).toMatchObject([
      { stage: 'kickoff', result: 'holds' },
    ]);
  });

  test('F10: the problem behind a wish is found by search as well as the wish', async () => {
    const { id } = await t.request('requirement.create', {
      values: { project_id: projectId, text: '装两台备用泵', rationale: '去年汛期停电两次' },
    });
    expect(await t.request('search.find', { text: '停电', limit: 5 })).toMatchObject([{ id }]);
  });
});

describe('what a row of the domain names has a field of its own', () => {
  test('B7: a strategy also says what is offered to this client alone', async () => {
    const values = { client_id: clientId, core_needs: '不断水', promotion: '老客户质保延长一年' };
    const { id } = await t.request('client_strategy.create', { values });
    const { content } = await t.request('document.preview', {
      kind: 'client_sheet',
      subjectId: clientId,
      language: 'zh-CN',
      audience: 'internal',
    });
    expect(JSON.stringify(content)).toContain('老客户质保延长一年');
    expect(await t.request('client_strategy.get', { id })).toMatchObject(values);
  });

  test('F2, F3: a requirement is about scale, quality or time, or a preference, a habit or a plan', async () => {
    const own = { project_id: projectId };
    const topics = ['scale', 'quality', 'time', 'preference', 'industry_habit', 'future_plan'] as const;
    for (const topic of topics)
      await t.request('requirement.create', { values: { ...own, text: topic, topic } });
    const { content } = await t.request('document.preview', {
      kind: 'requirements',
      subjectId: projectId,
      language: 'zh-TW',
      audience: 'client',
    });
    const paper = JSON.stringify(content);
    for (const name of ['工程規模', '品質標準', '完成時間', '偏好', '行業習慣', '未來發展規劃'])
      expect(paper).toContain(name);
  });

  test('G16: an adjustment says which showing led to it, and is found from there', async () => {
    const own = { project_id: projectId };
    const demo = await t.request('demo.create', {
      values: { ...own, topic: '一号泵试运行', shown_on: '2026-11-20' },
    });
    await t.request('adjustment.create', { values: { ...own, title: '加装隔音罩', demo_id: demo.id } });
    expect(await t.request('adjustment.list', { where: { demo_id: demo.id } })).toMatchObject([
      { title: '加装隔音罩' },
    ]);
    expect(await linked(demo.id)).toContain('adjustment');
  });
});
