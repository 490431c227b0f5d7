import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BUILTIN_TEMPLATES } from '#shared/domain/template/builtin/index.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let project: string;
let client: string;

const ALL = ['plan', 'resources', 'scope', 'risks'] as const;
const END = { where: 'end', id: null } as const;
const addTask = async (name: string, duration: string) => {
  const { id } = await t.request('plan.addTask', { projectId: project, place: END, name });
  await t.request('plan.editTask', { id, patch: { duration } });
  return id;
};
const plan = async (projectId: string) => (await t.request('plan.get', { projectId })).rows;
const tasks = (projectId: string) => t.request('task.list', { where: { project_id: projectId } });
const named = async (projectId: string, name: string) =>
  (await tasks(projectId)).find((task) => task.name === name);
const copy = (
  anchor: { from: 'start' | 'finish'; on: string },
  parts: readonly (typeof ALL)[number][] = ALL,
) =>
  t.request('template.create', {
    source: { project, parts: [...parts] },
    client: { name: '远大置业' },
    name: '二号泵站',
    code: 'P-02',
    anchor,
  });

/** Monday 2026-11-23: survey 3 d → design 5 d → approval; inspection on its own, pinned to 2026-12-01. */
beforeEach(async () => {
  t = await startTestApp();
  const made = await t.request('project.createWithCalendar', {
    client: { name: '华成建设' },
    values: { name: '一号泵站', start_on: '2026-11-23', currency: 'TWD' },
    calendar: 'standard',
    calendarName: '五天制',
  });
  ({ projectId: project, clientId: client } = made);
  const ids = [await addTask('踏勘', '3d'), await addTask('设计', '5d'), await addTask('认可', '0d')];
  await t.request('plan.linkChain', { ids });
  const other = await addTask('巡检', '1d');
  await t.request('plan.editTask', { id: other, patch: { start: '2026-12-01' } });
});
afterEach(() => t.close());

describe('18: a copied project', () => {
  it('begins on its new start, keeps links and working-day distances, and drops what has happened', async () => {
    const survey = await named(project, '踏勘');
    await t.request('plan.editTask', { id: survey?.id ?? '', patch: { percent: 100 } });
    await t.request('task.update', {
      id: (await named(project, '认可'))?.id ?? '',
      patch: { commitment: 'promise', promised_on: '2026-12-03' },
    });
    await t.request('baseline.create', { values: { project_id: project, name: 'B0' } });
    const { projectId, clientId, ...outcome } = await copy({ from: 'start', on: '2027-01-09' });
    expect(clientId).not.toBe(client);
    // The 9th is a Saturday: work begins on Monday.
    expect(outcome).toEqual({ startOn: '2027-01-11', finishOn: '2027-01-20', inPast: false, tooLate: false });
    expect(await named(projectId, '踏勘')).toMatchObject({
      start_at: '2027-01-11T08:00:00',
      percent: 0,
      actual_start_at: null,
      actual_finish_at: null,
    });
    expect(await named(projectId, '设计')).toMatchObject({ start_at: '2027-01-14T08:00:00' });
    // Six working days after the start, as before.
    expect(await named(projectId, '巡检')).toMatchObject({
      start_at: '2027-01-19T08:00:00',
      constraint_type: 'snet',
      constraint_at: '2027-01-19T08:00:00',
    });
    expect(await named(projectId, '认可')).toMatchObject({ commitment: null, promised_on: null });
    expect(await t.request('link.list', { where: { project_id: projectId } })).toHaveLength(2);
    expect(await t.request('baseline.list', { where: { project_id: projectId } })).toEqual([]);
    expect(await t.request('project.get', { id: projectId })).toMatchObject({
      currency: 'TWD',
      code: 'P-02',
      start_on: '2027-01-09',
    });
  });

  it('is one step of the undo history, new client included', async () => {
    const { projectId } = await copy({ from: 'start', on: '2027-01-11' });
    await t.request('undo.undo', {});
    expect(await t.request('project.get', { id: projectId })).toBeNull();
    expect(await t.request('client.list', {})).toHaveLength(1);
    expect(await tasks(projectId)).toEqual([]);
    await t.request('undo.redo', {});
    expect(await tasks(projectId)).toHaveLength(4);
  });

  it('takes resources, scope and risks along only if asked', async () => {
    const task = await named(project, '设计');
    await t.request('resource.assign', { taskId: task?.id ?? '', resource: { name: '张伟' }, units: 0.5 });
    const { id: scope } = await t.request('scope.add', { projectId: project, side: 'in', text: '水泵' });
    await t.request('scope.assign', { taskIds: [task?.id ?? ''], scopeItemId: scope });
    await t.request('material_need.create', {
      values: {
        project_id: project,
        task_id: task?.id ?? '',
        name: '水泵',
        status: 'ordered',
        needed_on: '2026-11-26',
      },
    });
    const { id: risk } = await t.request('risk.create', {
      values: { project_id: project, title: '断供', probability: 3, impact: 3, review_on: '2026-12-01' },
    });
    await t.request('risk_action.create', {
      values: { risk_id: risk, text: '备选供应商', due_on: '2026-11-26', status: 'done' },
    });
    const on = { from: 'start', on: '2027-01-11' } as const;
    const { projectId } = await copy(on);
    const where = { project_id: projectId };
    const [copied] = await t.request('scope_item.list', { where });
    const design = await named(projectId, '设计');
    expect(design?.scope_item_id).toBe(copied?.id);
    expect(await t.request('resource.assignments', { taskId: design?.id ?? '' })).toMatchObject([
      { name: '张伟', units: 0.5 },
    ]);
    expect(await t.request('material_need.list', { where })).toMatchObject([
      { task_id: design?.id, status: 'planned', needed_on: '2027-01-14' },
    ]);
    const [risks] = await t.request('risk.list', { where });
    expect(risks).toMatchObject({ title: '断供', no: 1, status: 'identified', review_on: null });
    expect(await t.request('risk_action.list', { where: { risk_id: risks?.id ?? '' } })).toMatchObject([
      { due_on: '2027-01-14', status: 'open' },
    ]);
    const bare = await copy(on, ['plan']);
    const bareWhere = { project_id: bare.projectId };
    for (const channel of ['resource.list', 'scope_item.list', 'risk.list', 'material_need.list'] as const)
      expect(await t.request(channel, { where: bareWhere }), channel).toEqual([]);
    expect((await named(bare.projectId, '设计'))?.scope_item_id).toBeNull();
  });
});

describe('18: templates', () => {
  it('hold working-day offsets and make the same plan at another time', async () => {
    const saved = { projectId: project, name: '泵站模板', description: '标准做法', parts: [...ALL] };
    const { id } = await t.request('template.save', saved);
    const [row] = await t.request('template.list', { language: 'zh-CN' });
    expect(row).toMatchObject({ name: '泵站模板', tasks: 4, days: 8 });
    const source = { template: id };
    const anchor = { from: 'start', on: '2027-01-11' } as const;
    const made = await t.request('template.create', {
      source,
      client: { id: client },
      name: '三号',
      code: null,
      anchor,
    });
    const [before, after] = [await plan(project), await plan(made.projectId)];
    expect(after.number).toEqual(before.number);
    expect(after.duration).toEqual(before.duration);
    // 2026-11-23 to 2027-01-11 are seven weeks: every instant moves by exactly that.
    const shift = 49 * 14_400;
    expect(after.start).toEqual(before.start.map((at) => (at === null ? null : at + shift)));
  });

  it('A9: know the trade they were made for: that of the client, unless another is named', async () => {
    await t.request('client.update', { id: client, patch: { industry: '市政' } });
    const saved = { projectId: project, name: '泵站模板', description: null, parts: [...ALL] };
    await t.request('template.save', saved);
    await t.request('template.save', { ...saved, name: '医院模板', industry: '医疗' });
    const rows = await t.request('template.list', { language: 'zh-CN' });
    expect(
      rows
        .filter(({ source }) => 'template' in source)
        .map((row) => [row.name, row.industry])
        .sort(),
    ).toEqual([
      ['医院模板', '医疗'],
      ['泵站模板', '市政'],
    ]);
  });

  it('are refused if their content is not understood', async () => {
    const { id } = await t.request('project_template.create', {
      values: { name: '坏的', definition: { version: 9 } },
    });
    const anchor = { from: 'start', on: '2027-01-11' } as const;
    await expect(t.request('template.preview', { source: { template: id }, anchor })).rejects.toThrow(
      'VALIDATION',
    );
  });

  it.each(BUILTIN_TEMPLATES)(
    '%s comes out in three languages with the dates its preview told',
    async (builtin) => {
      for (const language of ['zh-CN', 'zh-TW', 'en'] as const) {
        const source = { builtin, language };
        const anchor = { from: 'start', on: '2027-01-11' } as const;
        const told = await t.request('template.preview', { source, anchor });
        const made = await t.request('template.create', {
          source,
          client: { id: client },
          name: language,
          code: null,
          anchor,
        });
        expect({ startOn: made.startOn, finishOn: made.finishOn }).toEqual({
          startOn: told.startOn,
          finishOn: told.finishOn,
        });
        expect(told.startOn).toBe('2027-01-11');
        const rows = await plan(made.projectId);
        const span =
          rows.finish.reduce<number>((most, at) => Math.max(most, at ?? 0), 0) - (rows.start[0] ?? 0);
        // The offsets of the template are what the schedule finds.
        expect(told.days).toBeGreaterThan(25);
        expect(span / 14_400).toBeLessThan(130);
      }
      // A preview writes nothing.
      const names = (await t.request('project.list', {})).map(({ name }) => name).sort();
      expect(names).toEqual(['en', 'zh-CN', 'zh-TW', '一号泵站']);
    },
  );
});

describe('planning back from a deadline', () => {
  it('places every task as late as the links allow, and says when to begin', async () => {
    const source = { builtin: 'fitOut', language: 'en' } as const;
    const anchor = { from: 'finish', on: '2027-06-30' } as const;
    const told = await t.request('template.preview', { source, anchor });
    const made = await t.request('template.create', {
      source,
      client: { id: client },
      name: 'Shop',
      code: null,
      anchor,
    });
    expect(made).toMatchObject({
      startOn: told.startOn,
      finishOn: '2027-06-30',
      inPast: false,
      tooLate: false,
    });
    const stored = await t.request('project.get', { id: made.projectId });
    expect(stored).toMatchObject({
      schedule_from: 'finish',
      finish_on: '2027-06-30',
      start_on: told.startOn,
    });
  });

  it('tells that the start would lie in the past', async () => {
    const source = { builtin: 'fitOut', language: 'en' } as const;
    const told = await t.request('template.preview', {
      source,
      anchor: { from: 'finish', on: '2026-12-10' },
    });
    expect(told.inPast).toBe(true);
  });

  it('turns an existing plan round and back again as single steps', async () => {
    await t.request('plan.removeTasks', { ids: [(await named(project, '巡检'))?.id ?? ''] });
    const before = await plan(project);
    const anchor = { from: 'finish', on: '2027-01-29' } as const;
    const told = await t.request('template.planFromPreview', { projectId: project, anchor });
    expect(told).toEqual({ startOn: '2027-01-20', finishOn: '2027-01-29', inPast: false, tooLate: false });
    expect(await plan(project)).toEqual(before);
    const { effect, ...done } = await t.request('template.planFrom', { projectId: project, anchor });
    expect(done).toEqual(told);
    expect(effect.moved).toBe(3);
    expect(await named(project, '踏勘')).toMatchObject({ start_at: '2027-01-20T08:00:00' });
    await t.request('undo.undo', {});
    expect(await plan(project)).toEqual(before);
  });

  it('is refused while the dates of the plan are kept as imported', async () => {
    await t.request('project.update', { id: project, patch: { scheduling: 'kept' } });
    const anchor = { from: 'finish', on: '2027-01-29' } as const;
    await expect(t.request('template.planFrom', { projectId: project, anchor })).rejects.toThrow('PLAN_KEPT');
  });
});
