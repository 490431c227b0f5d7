/** Bad input around the client: refused with what is wrong and where, and nothing is half written. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { locales } from '#shared/i18n/index.ts';
import type { EntityType } from '#shared/model/registry.ts';
import { startTestApp, type TestApp, type WireFailure } from '#test/support/testApp.ts';

let t: TestApp;
let client: string;
let project: string;
beforeEach(async () => {
  t = await startTestApp({ now: '2026-11-22T02:00:00Z', timeZone: 'Asia/Shanghai' });
  client = (await t.request('client.create', { values: { name: '华成建设' } })).id;
  project = (await t.request('project.create', { values: { client_id: client, name: '泵站改造' } })).id;
});
afterEach(() => t.close());

const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: WireFailure) => error.err,
  );
const create = (entity: EntityType, values: object) =>
  t.request(`${entity}.create` as never, { values } as never);
const count = async (entity: EntityType) =>
  ((await t.request(`${entity}.list` as never, {} as never)) as readonly unknown[]).length;

describe('days in the wrong order', () => {
  const own = () => ({ project_id: project });
  const talk = () => ({ client_id: client });
  test.each([
    ['deliverable', () => ({ ...own(), name: 'x', delivered_on: '2026-11-20', accepted_on: '2026-11-10' })],
    [
      'promise',
      () => ({ ...talk(), text: 'x', made_on: '2026-11-20', settled_on: '2026-11-01', status: 'kept' }),
    ],
    [
      'requirement',
      () => ({ ...own(), text: 'x', received_at: '2026-11-20T09:00:00', answered_at: '2026-11-19T09:00:00' }),
    ],
    ['feedback', () => ({ ...talk(), text: 'x', received_on: '2026-11-20', told_on: '2026-11-01' })],
    ['handover', () => ({ ...own(), text: 'x', handed_on: '2026-11-20', received_on: '2026-11-01' })],
    ['rectification', () => ({ ...own(), text: 'x', raised_on: '2026-11-20', done_on: '2026-11-01' })],
    ['adjustment', () => ({ ...own(), title: 'x', raised_on: '2026-11-20', closed_on: '2026-11-01' })],
    [
      'coordination_issue',
      () => ({ ...own(), title: 'x', raised_on: '2026-11-20', settled_on: '2026-11-01' }),
    ],
  ] as const)(
    '%s: says which day lies before which, in three languages, and writes nothing (D2, P2, F6, C7, G4, G22, I14)',
    async (entity, values) => {
      const error = await refusal(create(entity, values()));
      expect(error).toMatchObject({ code: 'RULE_BROKEN', reason: 'DAYS_OUT_OF_ORDER' });
      expect(await count(entity)).toBe(0);
      for (const locale of locales) {
        const { t: say } = createI18n(locale);
        const words = errorText(say as never, error);
        expect(words).not.toContain('_');
        expect(words).not.toContain('{{');
      }
    },
  );

  test('a next step that was due before its talk was noted is kept and overdue (B3)', async () => {
    const happened_at = '2026-11-22T09:00:00';
    const values = { ...talk(), summary: 'x', happened_at, next_step: 'y', due_on: '2026-11-19' };
    expect(await refusal(create('comm_log', values))).toBeNull();
  });

  test('an edit is refused at the field that was typed; the same day is fine', async () => {
    const values = { project_id: project, text: '井盖', raised_on: '2026-11-20', done_on: '2026-11-20' };
    const { id } = await t.request('rectification.create', { values });
    const late = t.request('rectification.update', { id, patch: { raised_on: '2026-11-21' } });
    expect(await refusal(late)).toMatchObject({ field: 'rectification.raised_on' });
    const early = t.request('rectification.update', { id, patch: { done_on: '2026-11-19' } });
    expect(await refusal(early)).toMatchObject({ field: 'rectification.done_on' });
    await t.request('rectification.update', { id, patch: { text: '阀门井盖' } });
    expect(await t.request('rectification.get', { id })).toMatchObject({ ...values, text: '阀门井盖' });
  });
});

describe('people and projects of another client', () => {
  test('B3, B4: an entry of one client names neither a person nor a project of another', async () => {
    const other = (await t.request('client.create', { values: { name: '别家' } })).id;
    const contact = (await t.request('contact.create', { values: { client_id: other, name: '赵工' } })).id;
    const values = { client_id: client, happened_at: '2026-11-20T09:00:00', summary: 'x' };
    expect(await refusal(create('comm_log', { ...values, contact_id: contact }))).toMatchObject({
      reason: 'OTHER_CLIENT',
      field: 'comm_log.contact_id',
    });
    const strange = { client_id: other, received_on: '2026-11-20', text: 'x', project_id: project };
    expect(await refusal(create('feedback', strange))).toMatchObject({ field: 'feedback.project_id' });
    expect([await count('comm_log'), await count('feedback')]).toEqual([0, 0]);
  });
});

describe('sums', () => {
  test('E1, E3: a contract is not worth less than nothing, and nothing received is no receipt', async () => {
    const contract = (
      await t.request('contract.create', { values: { project_id: project, title: '合同', total_minor: 100 } })
    ).id;
    expect(
      await refusal(t.request('contract.update', { id: contract, patch: { total_minor: -5 } })),
    ).toMatchObject({
      reason: 'NEGATIVE_SUM',
      field: 'contract.total_minor',
    });
    const stage = (
      await t
        .request('payment_stage.create', { values: { contract_id: contract, name: '首付', percent: 120 } })
        .catch(() => null)
    )?.id;
    expect(stage).toBeUndefined();
    const { id } = await t.request('payment_stage.create', {
      values: { contract_id: contract, name: '首付', percent: 100 },
    });
    const nothing = { payment_stage_id: id, received_on: '2026-11-20', amount_minor: 0 };
    expect(await refusal(create('receipt', nothing))).toMatchObject({ reason: 'AMOUNT_ZERO' });
    await create('receipt', { ...nothing, amount_minor: 100 });
    await create('receipt', { ...nothing, amount_minor: -40 });
    expect((await t.request('money.project', { projectId: project })).in).toMatchObject({
      receivedMinor: 60,
    });
  });
});

describe('X10, D2: an instalment that waits for the acceptance', () => {
  test('is due as soon as the deliverable is accepted, by its status alone, and not any more once that is taken back', async () => {
    const contract = (
      await t.request('contract.create', {
        values: { project_id: project, title: '合同', total_minor: 100_00 },
      })
    ).id;
    const deliverable = (
      await t.request('deliverable.create', { values: { project_id: project, name: '泵组' } })
    ).id;
    await t.request('payment_stage.create', {
      values: {
        contract_id: contract,
        name: '验收款',
        percent: 100,
        due_rule: 'acceptance',
        deliverable_id: deliverable,
        due_days: 7,
      },
    });
    await t.request('contract.sign', { id: contract, signedOn: '2026-11-01', reason: '补签' });
    const stage = async () =>
      (await t.request('money.project', { projectId: project })).contracts[0]?.stages[0];
    expect(await stage()).toMatchObject({ state: 'planned', reached: false });
    await t.request('deliverable.update', { id: deliverable, patch: { status: 'accepted' } });
    expect(await stage()).toMatchObject({ state: 'due', reached: true, dueOn: '2026-11-29' });
    await t.request('undo.undo', {});
    expect(await stage()).toMatchObject({ state: 'planned', reached: false });
    await t.request('deliverable.update', { id: deliverable, patch: { status: 'accepted' } });
    await t.request('deliverable.update', { id: deliverable, patch: { status: 'rejected' } });
    expect(await stage()).toMatchObject({ state: 'planned', reached: false });
  });
});
