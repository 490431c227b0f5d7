import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreateInput } from '#shared/model/registry.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let client: string;
let project: string;

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

describe('F8: what closed projects suggest', () => {
  const closedWith = async (name: string, owner: string, texts: readonly string[]) => {
    const id = await newProject(name, owner, { stage: 'closed' });
    for (const text of texts) await t.request('expectation.create', { values: { project_id: id, text } });
    return id;
  };

  it('comes from this client and from its industry, once per wish, without what is here already', async () => {
    const same = (await t.request('client.create', { values: { name: '城投', industry: '市政' } })).id;
    const other = (await t.request('client.create', { values: { name: '某诊所', industry: '医疗' } })).id;
    await closedWith('一期', client, ['每周五清场']);
    const peer = await closedWith('管网', same, ['每周五，清场', '雨天封路前告知']);
    await closedWith('诊所', other, ['无尘施工']);
    await t.request('requirement.create', {
      values: { project_id: peer, kind: 'implicit', text: '材料堆场不占人行道' },
    });
    await expecting('雨天封路前告知！');
    const { suggestions } = await t.request('expectation.suggest', { projectId: project });
    expect(suggestions.map(({ text, sameClient, times }) => [text, sameClient, times])).toEqual([
      ['每周五清场', true, 2],
      ['材料堆场不占人行道', false, 1],
    ]);
    const { ids } = await t.request('expectation.adopt', {
      projectId: project,
      ids: suggestions.map(({ id }) => id),
    });
    expect(ids).toHaveLength(2);
    expect((await t.request('expectation.suggest', { projectId: project })).suggestions).toEqual([]);
    await t.request('undo.undo', {});
    expect((await t.request('expectation.suggest', { projectId: project })).suggestions).toHaveLength(2);
  });

  it('does not take over what was not suggested', async () => {
    const running = await newProject('在建', client);
    const { id } = await t.request('expectation.create', { values: { project_id: running, text: '秘密' } });
    await expect(t.request('expectation.adopt', { projectId: project, ids: [id] })).rejects.toMatchObject({
      err: { code: 'NOT_FOUND' },
    });
  });
});

describe('G7, L4, L5: causes of a fishbone', () => {
  const causes = async (fishbone: string) =>
    (await t.request('cause.list', { where: { fishbone_id: fishbone } })).map(({ text }) => text);

  it('keep the order they are put in, level by level, and are taken back with one undo', async () => {
    const { id: fishbone } = await t.request('fishbone.create', {
      values: { project_id: project, problem: '到货延迟', branches: 'production' },
    });
    const add = async (text: string, parentId: string | null = null, afterId: string | null = null) =>
      (await t.request('cause.add', { fishboneId: fishbone, branch: 'material', parentId, afterId, text }))
        .id;
    const a = await add('涨价');
    const c = await add('排产已满');
    await add('压单', null, a);
    expect(await causes(fishbone)).toEqual(['涨价', '压单', '排产已满']);
    const child = await add('没有备选', c);
    await t.request('cause.move', { id: c, parentId: null, branch: 'method', beforeId: null });
    expect(await t.request('cause.get', { id: child })).toMatchObject({ parent_id: c });
    await expect(
      t.request('cause.move', { id: c, parentId: child, branch: 'method', beforeId: null }),
    ).rejects.toMatchObject({ err: { code: 'RULE_BROKEN', reason: 'CAUSE_LOOP' } });
    await t.request('cause.remove', { id: c });
    expect(await causes(fishbone)).toEqual(['涨价', '压单']);
    await t.request('undo.undo', {});
    expect(await causes(fishbone)).toContain('没有备选');
  });

  it('do not hang on causes of another fish', async () => {
    const fish = async (problem: string) =>
      (await t.request('fishbone.create', { values: { project_id: project, problem } })).id;
    const [one, other] = [await fish('一'), await fish('二')];
    const base = { branch: 'staff', afterId: null } as const;
    const { id } = await t.request('cause.add', { ...base, fishboneId: one, parentId: null, text: 'x' });
    await expect(
      t.request('cause.add', { ...base, fishboneId: other, parentId: id, text: 'y' }),
    ).rejects.toMatchObject({ err: { reason: 'OTHER_FISHBONE' } });
    expect(await causes(other)).toEqual([]);
  });
});
