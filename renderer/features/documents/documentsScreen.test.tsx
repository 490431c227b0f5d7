import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { request } from '#renderer/client/wire.ts';
import { ProjectsScreen } from '#renderer/features/projects/public.ts';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { DocumentsScreen } from './public.ts';

const PROJECT = 'Harbourside Dental: clinic fit-out and building services';

let ask: typeof request;
let projectId: string;

beforeEach(async () => {
  await page.viewport(1024, 700);
  ask = await startCore();
  ({ projectId } = await ask('project.createWithCalendar', {
    client: { name: 'Harbourside Dental Practice' },
    values: { name: PROJECT, start_on: '2026-11-02' },
    calendar: 'standard',
    calendarName: 'Five days',
  }));
});
afterEach(async () => {
  document.documentElement.style.removeProperty('--text-scale');
  await page.viewport(1366, 768);
  await stopCore();
});

it('a long title leaves room for the project it belongs to, in a narrow window with large text (Y)', async () => {
  const wanted = { subjectId: projectId, language: 'en', audience: 'client' } as const;
  await ask('document.issue', { kind: 'requirements', ...wanted });
  await showScreen(<DocumentsScreen />, 'en');
  document.documentElement.style.setProperty('--text-scale', '1.3');
  const title = page.getByRole('button', { name: `${PROJECT}: requirements` });
  await expect.element(title).toBeVisible();
  const row = title.element().closest('tr');
  const [, , project] = row?.cells ?? [];
  expect(project?.textContent).toContain(PROJECT);
  expect(project?.getBoundingClientRect().width).toBeGreaterThan(150);
  expect(row?.getBoundingClientRect().height).toBeLessThan(130);
});

it('the name of a list is not broken for the commands beside it', async () => {
  await showScreen(<ProjectsScreen />, 'en');
  document.documentElement.style.setProperty('--text-scale', '1.3');
  await page.viewport(640, 700);
  const title = page.getByRole('heading', { level: 1 });
  await expect.element(title).toBeVisible();
  const range = document.createRange();
  range.selectNodeContents(title.element());
  expect(new Set([...range.getClientRects()].map(({ top }) => top)).size).toBe(1);
  const grid = page.getByRole('grid').element().getBoundingClientRect();
  for (const button of document.querySelectorAll('button'))
    if (button.getBoundingClientRect().top < grid.top)
      expect(button.getBoundingClientRect().right, button.textContent ?? '').toBeLessThanOrEqual(641);
});
