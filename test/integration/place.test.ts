import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let contractId: string;
let projectId: string;

async function contract(title: string): Promise<string> {
  return (await t.request('contract.create', { values: { project_id: projectId, title } })).id;
}

beforeEach(async () => {
  t = await startTestApp();
  const client = await t.request('client.create', { values: { name: '华成建设' } });
  ({ id: projectId } = await t.request('project.create', {
    values: { client_id: client.id, name: '泵站改造' },
  }));
  contractId = await contract('施工合同');
});
afterEach(() => t.close());

const clause = async (title: string, owner = contractId): Promise<string> =>
  (await t.request('clause.create', { values: { contract_id: owner, title } })).id;
const order = async () =>
  (await t.request('clause.list', { where: { contract_id: contractId } })).map(({ title }) => title);

describe('D1: the order of clauses and of everything else that people put in order', () => {
  test('a record goes before another one or to the end; undo puts it back', async () => {
    const [a, , c] = [await clause('甲'), await clause('乙'), await clause('丙')];
    expect(await t.request('record.place', { id: c, beforeId: a })).toEqual({ changed: true });
    expect(await order()).toEqual(['丙', '甲', '乙']);
    await t.request('record.place', { id: a, beforeId: null });
    expect(await order()).toEqual(['丙', '乙', '甲']);
    await t.request('undo.undo', {});
    expect(await order()).toEqual(['丙', '甲', '乙']);
    expect(await t.request('record.place', { id: c, beforeId: a })).toEqual({ changed: false });
  });

  test('a hundred moves to the front stay in order', async () => {
    const titles = ['甲', '乙', '丙', '丁', '戊'];
    const ids: string[] = [];
    for (const title of titles) ids.push(await clause(title));
    let expected = [...titles];
    for (let i = 0; i < 100; i += 1) {
      const last = expected.at(-1) ?? '';
      const first = expected[0] ?? '';
      const idOf = (title: string) => ids[titles.indexOf(title)] ?? '';
      await t.request('record.place', { id: idOf(last), beforeId: idOf(first) });
      expected = [last, ...expected.slice(0, -1)];
    }
    expect(await order()).toEqual(expected);
  });

  test('a signed contract keeps its words, but its clauses can be put in order', async () => {
    const [a, b] = [await clause('甲'), await clause('乙')];
    await t.request('contract.sign', { id: contractId, signedOn: '2026-03-01', reason: '补签' });
    await t.request('record.place', { id: b, beforeId: a });
    expect(await order()).toEqual(['乙', '甲']);
  });

  test('D2: deliverables are handed over in the order that people choose, on screen and on paper', async () => {
    const add = async (name: string) =>
      (
        await t.request('deliverable.create', {
          values: { project_id: projectId, contract_id: contractId, name },
        })
      ).id;
    const [first, , last] = [await add('深化图'), await add('设备'), await add('竣工资料')];
    const names = async () =>
      (await t.request('deliverable.list', { where: { project_id: projectId } })).map(({ name }) => name);
    expect(await names()).toEqual(['深化图', '设备', '竣工资料']);
    await t.request('record.place', { id: last, beforeId: first });
    expect(await names()).toEqual(['竣工资料', '深化图', '设备']);
    const { content } = await t.request('document.preview', {
      kind: 'scope',
      subjectId: projectId,
      language: 'zh-CN',
      audience: 'client',
    });
    const printed = content.blocks.find(({ id }) => id === 'deliverables');
    expect(printed).toMatchObject({
      rows: ['竣工资料', '深化图', '设备'].map((name) => ({ cells: [name, '—', '—'] })),
    });
    await t.request('undo.undo', {});
    expect(await names()).toEqual(['深化图', '设备', '竣工资料']);
  });

  test('a clause is not put before one of another contract', async () => {
    const a = await clause('甲');
    const other = await clause('他', await contract('分包合同'));
    await expect(t.request('record.place', { id: a, beforeId: other })).rejects.toMatchObject({
      err: { code: 'VALIDATION' },
    });
  });
});
