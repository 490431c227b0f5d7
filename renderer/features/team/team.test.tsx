import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { type FakeHost, installFakeHost } from '#test/support/fakeHost.ts';
import { show } from '#test/support/screens.tsx';
import { TeamScreen } from './public.ts';

const project_id = 'prj_00000000-0000-7000-8000-000000000001';
let core: FakeHost;
beforeEach(() => {
  core = installFakeHost();
});

const shown = () =>
  [...document.querySelectorAll('[role="gridcell"], [role="rowheader"]')].map((cell) => cell.textContent);

test('A3, C3: the list of parties names for whom each one works', async () => {
  const owner = core.put('party_link', { project_id, name: '市排水公司', role: 'owner' });
  core.put('party_link', { project_id, name: '华成建设', role: 'contractor', upstream_id: owner });
  await show(<TeamScreen projectId={project_id} section="parties" />);
  await expect.element(page.getByRole('rowheader', { name: '华成建设' })).toBeVisible();
  expect(shown().filter((text) => text === '市排水公司')).toHaveLength(2);
  expect(shown().join(' ')).not.toContain('plk_');
});

test('C9, I14: the list of conflicts names the firm', async () => {
  const party_id = core.put('party', { name: '钱江暖通' });
  core.put('coordination_issue', { project_id, title: '风管打架', party_id });
  await show(<TeamScreen projectId={project_id} section="coordination" />);
  await expect.element(page.getByRole('rowheader', { name: '风管打架' })).toBeVisible();
  expect(shown()).toContain('钱江暖通');
  expect(shown().join(' ')).not.toContain('pty_');
});
