import type { CreateInput } from '#shared/model/registry.ts';
import { startTestApp, type WireFailure } from './testApp.ts';

export const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: WireFailure) => error.err,
  );

export type ContractApp = Awaited<ReturnType<typeof startContractApp>>;

/** The core with one client, one project and one contract of 500 000.00, and short ways to what belongs to it. */
export async function startContractApp() {
  const t = await startTestApp({ now: '2026-11-22T02:00:00Z', timeZone: 'Asia/Shanghai' });
  const { id: client } = await t.request('client.create', { values: { name: '华成建设' } });
  const { id: project } = await t.request('project.create', {
    values: { client_id: client, name: '泵站改造', start_on: '2026-11-23' },
  });
  const { id: contract } = await t.request('contract.create', {
    values: { project_id: project, title: '泵站改造工程合同', total_minor: 500_000_00 },
  });
  return {
    t,
    client,
    project,
    contract,
    addClause: async (values: Omit<CreateInput<'clause'>, 'contract_id'>) =>
      (await t.request('clause.create', { values: { contract_id: contract, ...values } })).id,
    addStage: async (values: Omit<CreateInput<'payment_stage'>, 'contract_id'>) =>
      (await t.request('payment_stage.create', { values: { contract_id: contract, ...values } })).id,
    money: () => t.request('money.project', { projectId: project }),
    sign: () => t.request('contract.sign', { id: contract, signedOn: '2026-11-20', reason: '补充协议另签' }),
    addTask: async (name: string, milestone = false) =>
      (
        await t.request('plan.addTask', {
          projectId: project,
          place: { where: 'end', id: null },
          name,
          milestone,
        })
      ).id,
  };
}
