import { afterEach, beforeEach, expect, test } from 'vitest';
import { whyLines } from '#renderer/features/plan/why.ts';
import { createI18n, fixedT } from '#renderer/i18n/index.ts';
import { STANDARD_UNITS } from '#shared/domain/plan/duration.ts';
import { type Locale, locales } from '#shared/i18n/index.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let project: string;
beforeEach(async () => {
  t = await startTestApp();
  const { id: client } = await t.request('client.create', { values: { name: '华成建设' } });
  const values = { client_id: client, name: '三期厂房', start_on: '2026-11-23' };
  project = (await t.request('project.create', { values })).id;
});
afterEach(() => t.close());

type Patch = InputOf<'plan.editTask'>['patch'];
async function add(
  name: string,
  patch: Patch = {},
  place: InputOf<'plan.addTask'>['place'] = { where: 'end', id: null },
) {
  const { id } = await t.request('plan.addTask', { projectId: project, place, name });
  if (Object.keys(patch).length > 0) await t.request('plan.editTask', { id, patch });
  return id;
}
const said = async (id: string, locale: Locale = 'en') =>
  whyLines(fixedT(createI18n(locale)), await t.request('plan.why', { id }), STANDARD_UNITS).map(
    ({ text }) => text,
  );

test('a task says which link starts it, with its lag, and that it waits for Monday', async () => {
  const [a, b] = [await add('Dig', { duration: '4d' }), await add('Pour')];
  expect(await said(a)).toEqual(['Starts with the project, 2026-11-23 08:00']);
  await t.request('plan.setPredecessors', { id: b, text: '1+1d' });
  expect(await said(b)).toEqual([
    'Starts after “Dig” finishes + 1d',
    'Weekend from 2026-11-27 17:00; work begins 2026-11-30 08:00',
  ]);
  const { early } = await t.request('plan.why', { id: b });
  expect(early).toMatchObject({ kind: 'link', task: { id: a, number: '1', name: 'Dig' } });
  expect((await said(b, 'zh-CN'))[0]).toBe('在“Dig”完成（延隔 1d）后开始');
  expect((await said(b, 'zh-TW'))[1]).toContain('週末');
});

test('holidays, constraints, what they overrule, progress and hands are named', async () => {
  const week = (await t.request('plan.calendar.get', { projectId: project }).catch(() => null))?.week;
  expect(week).toBeDefined();
  const [a, b] = [await add('Dig', { duration: '2d' }), await add('Pour')];
  const off = { from: '2026-11-25', to: '2026-11-25', intervals: [], recurrence: null, occurrences: null };
  await t.request('plan.calendar.set', {
    projectId: project,
    week: week as never,
    exceptions: [{ name: 'Moving day', ...off }],
  });
  await t.request('plan.addLink', { fromId: a, toId: b });
  expect((await said(b))[1]).toContain('Holiday from 2026-11-24 17:00 (Moving day)');
  await t.request('plan.editTask', {
    id: b,
    patch: { constraint_type: 'snlt', constraint_on: '2026-11-23' },
  });
  expect(await said(b)).toEqual([
    'Starts not later than 2026-11-23 08:00 (constraint)',
    expect.stringContaining('after “Dig” it would be 2026-11-24 17:00'),
  ]);
  await t.request('plan.editTask', { id: b, patch: { constraint_type: 'asap', mode: 'manual' } });
  expect(await said(b)).toEqual(['Scheduled by hand: the dates were typed']);
  await t.request('plan.editTask', { id: a, patch: { percent: 50 } });
  expect(await said(a)).toEqual(['Began on 2026-11-23 08:00']);
  await t.request('plan.editTask', { id: a, patch: { active: false } });
  expect(await said(a)).toEqual(['Inactive and blank rows are not scheduled.']);
});

test('a summary names the subtask that begins first, and a link on it reaches the tasks below', async () => {
  const before = await add('Permit', { duration: '1d' });
  const phase = await add('Phase');
  const inner = await add('Dig', {}, { where: 'child', id: phase });
  await t.request('plan.addLink', { fromId: before, toId: phase });
  expect(await said(phase)).toEqual(['The first subtask to start is “Dig” (2026-11-24 08:00)']);
  expect(await said(inner)).toEqual([
    'Starts after “Permit” finishes (the link is on the summary task “Phase”)',
    expect.stringContaining('work begins 2026-11-24 08:00'),
  ]);
  for (const locale of locales) expect((await said(inner, locale)).join()).not.toContain('{{');
});
