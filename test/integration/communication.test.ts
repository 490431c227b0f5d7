import { beforeEach, describe, expect, it } from 'vitest';
import {
  clientId,
  contact,
  DAY,
  made,
  make,
  projectId,
  TODAY,
  t,
  withClient,
} from '#test/support/communicationApp.ts';

withClient();

describe('the communication plan (O1, O8)', () => {
  const rows = () => t.request('comm_plan_item.list', { where: { project_id: projectId } });

  it('gets its usual rows in one step that undo takes back', async () => {
    const { ids } = await t.request('comm.addStandard', { projectId, language: 'zh-TW' });
    const progress = (await rows()).find(({ standard }) => standard === 'progress');
    expect(progress).toMatchObject({ frequency: 'weekly', audience: '云栖医院', next_due_on: '2026-11-28' });
    expect(progress?.purpose).toContain('進度會');
    expect((await t.request('comm.addStandard', { projectId, language: 'zh-TW' })).ids).toEqual([]);
    expect(await rows()).toHaveLength(ids.length);
  });

  it('reports weekly for a project whose screening found it risky (WF1, A6)', async () => {
    await t.request('project.update', { id: projectId, patch: { report_frequency: 'monthly' } });
    await t.request('risk_screening.create', {
      values: {
        project_id: projectId,
        screened_on: TODAY,
        complexity: 5,
        time_pressure: 4,
        resource_gap: 4,
        expectation_pressure: 5,
        result: 'risky',
      },
    });
    await t.request('comm.addStandard', { projectId, language: 'en', only: ['report'] });
    expect(await rows()).toMatchObject([{ standard: 'report', frequency: 'weekly' }]);
  });

  it('is due again after a contact in the log, one that undo takes back with it (B3)', async () => {
    await t.request('comm.addStandard', { projectId, language: 'en', only: ['progress'] });
    await contact('2026-11-20', { channel: 'meeting' });
    expect(await rows()).toMatchObject([{ last_done_on: '2026-11-20', next_due_on: '2026-11-28' }]);
    await t.request('comm.planDone', { id: (await rows())[0]!.id, on: TODAY });
    expect(await rows()).toMatchObject([{ last_done_on: TODAY, next_due_on: '2026-11-28' }]);
    await contact('2026-11-13', { channel: 'meeting' });
    expect(await rows()).toMatchObject([{ last_done_on: TODAY }]);
  });

  it('counts a meeting that was held, for the row of its audience (O10, O11)', async () => {
    await t.request('comm.addStandard', { projectId, language: 'en', only: ['progress', 'team'] });
    const held = {
      project_id: projectId,
      title: '例会',
      held_at: `${TODAY}T09:00:00`,
      status: 'held',
    } as const;
    await t.request('meeting.create', { values: { ...held, kind: 'internal' } });
    const done = (await rows()).map(({ standard, last_done_on }) => [standard, last_done_on]);
    expect(done).toEqual(
      expect.arrayContaining([
        ['progress', null],
        ['team', TODAY],
      ]),
    );
  });
});

describe('the alarm of the last contact (WF3, WF4)', () => {
  const alarm = () => t.request('comm.lastContact', { clientId });

  it('rings a week after the last contact over all projects of the client', async () => {
    await contact('2026-11-15');
    expect(await alarm()).toMatchObject({
      state: 'soon',
      limit: 7,
      due_on: '2026-11-22',
      last: { on: '2026-11-15' },
    });
    t.now += DAY;
    expect((await alarm()).state).toBe('overdue');
    await contact('2026-11-22');
    expect((await alarm()).state).toBe('ok');
  });

  it('follows the communication plan, and expects nothing once all is closed', async () => {
    await t.request('comm_plan_item.create', {
      values: { project_id: projectId, audience: '王总', purpose: '例会', frequency: 'biweekly' },
    });
    await contact('2026-11-15');
    expect(await alarm()).toMatchObject({ state: 'ok', limit: 14 });
    await t.request('project.update', { id: projectId, patch: { stage: 'closed' } });
    expect((await alarm()).state).toBe('none_expected');
  });
});

describe('promises (P2, X7, MS-5)', () => {
  const get = (id: string) => t.request('promise.get', { id });

  it('count as renegotiated when the day is moved in time, also in a list', async () => {
    const one = await made({ made_on: '2026-11-18', due_on: '2026-11-25' });
    await t.request('promise.renegotiate', { id: one, due_on: '2026-12-02', reason: '客户换石材' });
    expect(await get(one)).toMatchObject({
      status: 'renegotiated',
      first_due_on: '2026-11-25',
      reason: '客户换石材',
    });
    const two = await made({ made_on: '2026-11-18', due_on: '2026-11-25' });
    await t.request('promise.update', { id: two, patch: { due_on: '2026-12-02' } });
    expect(await get(two)).toMatchObject({ status: 'renegotiated', first_due_on: '2026-11-25' });
    expect(await t.request('promise.rate', { clientId })).toMatchObject({
      renegotiated: 2,
      broken: 0,
      rate: null,
    });
  });

  it('may be corrected on the day they are made, and are not moved after their day', async () => {
    const id = await made({ due_on: '2026-11-25' });
    await t.request('promise.update', { id, patch: { due_on: '2026-11-26' } });
    expect(await get(id)).toMatchObject({ status: 'made', first_due_on: null });
    t.now += 7 * DAY;
    await expect(t.request('promise.update', { id, patch: { due_on: '2026-12-26' } })).rejects.toMatchObject({
      err: { code: 'RULE_BROKEN', reason: 'PROMISE_OVERDUE', field: 'promise.due_on' },
    });
    await expect(
      t.request('promise.renegotiate', { id, due_on: '2026-12-26', reason: null }),
    ).rejects.toMatchObject({ err: { reason: 'PROMISE_OVERDUE' } });
    expect(await get(id)).toMatchObject({ status: 'made', due_on: '2026-11-26' });
  });

  it('have a kept-rate that equals the count by hand (P4)', async () => {
    const ids = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => made({ text: `承诺${n}`, due_on: '2026-11-25' })),
    );
    for (const id of ids.slice(0, 3)) await t.request('promise.settle', { id, to: 'kept', on: '2026-11-24' });
    await t.request('promise.settle', { id: ids[3]!, to: 'broken', reason: '材料没到' });
    const rate = await t.request('promise.rate', { clientId });
    expect(rate).toMatchObject({
      kept: 3,
      broken: 1,
      open: 1,
      rate: 0.75,
      byKind: [{ kind: 'date', kept: 3 }],
    });
    await t.request('promise.settle', { id: ids[3]!, to: 'made' });
    expect(await get(ids[3]!)).toMatchObject({ status: 'made', settled_on: null });
    await expect(t.request('promise.settle', { id: ids[0]!, to: 'withdrawn' })).rejects.toMatchObject({
      err: { reason: 'PROMISE_STEP' },
    });
  });

  it('are numbered, and never tied to another client’s project', async () => {
    const other = (await t.request('client.create', { values: { name: '另一家' } })).id;
    await expect(make({ client_id: other })).rejects.toMatchObject({ err: { reason: 'OTHER_CLIENT' } });
    await made({});
    expect(await get(await made({}))).toMatchObject({ no: 2 });
  });
});

describe('the guard against promising too much (MS-5, P3)', () => {
  let first: string;
  let second: string;

  beforeEach(async () => {
    const task = async (name: string, days: number) => {
      const { id } = await t.request('plan.addTask', {
        projectId,
        name,
        place: { where: 'end', id: null },
      });
      await t.request('plan.editTask', { id, patch: { duration: `${days}d` } });
      return id;
    };
    first = await task('深化图', 20);
    second = await task('木作', 5);
    await t.request('plan.addLink', { fromId: first, toId: second });
  });

  it('says no to a day before the earliest finish, with the path, and keeps its words when overruled', async () => {
    const values = { due_on: '2026-11-27', task_id: second, needs_days: 4 };
    const seq = (await t.request('history.recent', { limit: 1 }))[0]?.seq;
    const { id, warnings } = await make(values, false);
    expect(id).toBeNull();
    expect((await t.request('history.recent', { limit: 1 }))[0]?.seq).toBe(seq);
    const early = warnings.find(({ kind }) => kind === 'before_earliest');
    expect(early).toMatchObject({ earliest_on: '2026-12-04', days: 7 });
    expect(early?.kind === 'before_earliest' && early.path.map(({ name }) => name)).toEqual([
      '深化图',
      '木作',
    ]);
    expect(warnings.map(({ kind }) => kind)).toContain('over_slack');
    const kept = await t.request('promise.get', { id: (await make(values)).id ?? '' });
    expect(kept?.guard_note).toContain('2026-12-04');
    expect(kept?.guard_note).toContain('深化图');
  });

  it('is silent about a day after the earliest finish of a task with float', async () => {
    const long = await t.request('plan.addTask', {
      projectId,
      name: '采购',
      place: { where: 'end', id: null },
    });
    await t.request('plan.editTask', {
      id: long.id,
      patch: { duration: '60d' },
    });
    expect((await make({ due_on: '2027-01-20', task_id: second, needs_days: 4 }, false)).warnings).toEqual(
      [],
    );
  });

  it('knows the past of the kind', async () => {
    for (const to of ['kept', 'kept', 'kept', 'broken', 'broken'] as const)
      await t.request('promise.settle', { id: await made({ kind: 'quality' }), to });
    const { warnings } = await make({ kind: 'quality', due_on: '2026-12-31' }, false);
    expect(warnings).toEqual([{ kind: 'history', kept: 3, of: 5 }]);
  });
});
