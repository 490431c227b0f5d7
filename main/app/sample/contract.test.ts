import { expect, test } from 'vitest';
import { LOCALES } from '#shared/model/entities/client.ts';
import { startTestApp } from '#test/support/testApp.ts';

test.each(LOCALES)(
  'D15, W5, E3: the sample in %s has one gap, sums that add up, and money to wait for',
  async (language) => {
    const t = await startTestApp();
    const { projectId, clientId } = await t.task('sample.create', { language });
    const money = await t.request('money.project', { projectId });
    const [signed, sub] = money.contracts;
    expect(signed).toMatchObject({
      direction: 'upstream',
      status: 'signed',
      differenceMinor: 0,
      percent: 100,
    });
    expect(signed?.openFeesMinor).toBeGreaterThan(0);
    expect(signed?.stages.map(({ state }) => state)).toEqual([
      'received',
      'received',
      expect.stringMatching(/^(claimed|overdue)$/),
      'planned',
      'planned',
    ]);
    expect(sub).toMatchObject({ direction: 'downstream', status: 'negotiating' });
    expect(money.exposure).toHaveLength(2);
    expect(money.exposureMinor).toBeGreaterThan(0);
    expect(money.budget.spentMinor).toBeGreaterThan(0);
    const { gaps } = await t.request('contract.check', { id: signed?.id ?? '' });
    expect(gaps.map(({ clause }) => clause)).toEqual(['dispute']);
    expect(await t.request('money.client', { clientId })).toMatchObject({
      currencies: [{ projects: [{ projectId }] }],
    });
    await t.close();
  },
);
