import { afterEach, expect, test } from 'vitest';
import { contract } from '#shared/ipc/contract.ts';
import { seedReportProject } from '#test/support/reportFixture.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

const PERIOD = { from: '2026-11-09', to: '2026-11-20' };

let t: TestApp;
afterEach(() => t.close());

test('A7, O9, G12: a report says how the expectations stand and what the client gains, and hears of their changes', async () => {
  t = await startTestApp();
  const { projectId } = await seedReportProject(t.request, 'zh-CN');
  const own = { project_id: projectId };
  await t.request('expectation.create', { values: { ...own, text: '夜间不停诊', actual_percent: 80 } });
  await t.request('expectation.create', { values: { ...own, text: '内部担心', client_visible: false } });
  await t.request('value_statement.create', {
    values: { ...own, kind: 'economic', text: '每年省电 8 万元' },
  });
  const { id } = await t.request('report.create', { projectId, period: PERIOD, language: 'zh-CN' });
  const { snapshot } = await t.request('report.compose', { reportId: id });
  expect(snapshot.expectations).toMatchObject([{ text: '夜间不停诊', state: 'short', percent: 80 }]);
  expect(snapshot.values).toMatchObject([{ kind: 'economic', text: '每年省电 8 万元' }]);
  expect(contract['report.compose'].reads).toEqual(
    expect.arrayContaining(['expectation', 'value_statement', 'promise', 'milestone_forecast']),
  );
  await t.request('report.setWording', { reportId: id, wording: { hiddenSections: ['expectations'] } });
  expect((await t.request('report.compose', { reportId: id })).snapshot.hidden).toEqual(['expectations']);
});
