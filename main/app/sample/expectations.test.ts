import { afterEach, beforeEach, expect, it } from 'vitest';
import { LOCALES } from '#shared/model/entities/client.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
beforeEach(async () => {
  t = await startTestApp();
});
afterEach(() => t.close());

it.each(LOCALES)(
  'G, MS-4: the sample in %s shows expectations in every state of knowledge',
  async (language) => {
    const { projectId } = await t.task('sample.create', { language });
    const radar = await t.request('expectation.radar', { projectId });
    expect(radar.axes.filter(({ count }) => count > 0).map(({ aspect }) => aspect)).toEqual([
      'goal',
      'deliverable',
      'time',
      'quality',
      'acceptance',
      'service',
      'cost',
    ]);
    expect(radar.unagreed.length).toBeGreaterThan(0);
    const { facts } = await t.request('expectation.register', { projectId });
    expect(facts.some(({ kano }) => kano.respondents >= 2 && kano.kind !== null)).toBe(true);
    // The late handover endangers the opening, which goes without saying.
    expect(radar.late.map(({ days }) => days > 0)).toContain(true);
    expect(radar).toMatchObject({ status: 'bad', unmetBasics: [{ aspect: 'time' }] });
  },
);

it('the cases of the sample go and come back with it (U8)', async () => {
  await t.task('sample.create', { language: 'zh-CN' });
  expect(await t.request('case_study.list', {})).toHaveLength(1);
  await t.request('sample.remove', {});
  expect(await t.request('case_study.list', {})).toEqual([]);
  await t.request('undo.undo', {});
  expect(await t.request('case_study.list', {})).toHaveLength(1);
});
