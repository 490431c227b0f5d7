import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { request } from '#renderer/client/wire.ts';
import { resetRoute, selectRoute, useRouteStore } from '#renderer/state/route.ts';
import { compose } from '#test/support/compose.ts';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { withMeaning } from './Columns.tsx';
import { TableImportScreen } from './public.ts';

let ask: typeof request;
let pump: ReturnType<typeof setInterval>;
beforeEach(async () => {
  resetRoute();
  ask = await startCore();
  // The core behind these tests hands its events over with answers: something has to ask while a task runs.
  pump = setInterval(() => void ask('startup.state', {}).catch(() => {}), 60);
  await ask('client.create', { values: { name: '华成建设' } });
});
afterEach(async () => {
  clearInterval(pump);
  await stopCore();
});

const LIST =
  '任务名称,开始日期,完成日期,前置任务\n土方开挖,2026-03-02,2026-03-06,\n垫层浇筑,2026-03-09,2026-03-10,1\n';
const OPEN = 'Task,Start,Finish,Duration\nDig,05/04/25,06/04/25,2d\nPour,07/04/25,08/04/25,soon\n';

/** Chooses a file as soon as the screen has a place for it. */
async function choose(name: string, text: string): Promise<void> {
  const data = new DataTransfer();
  data.items.add(new File([text], name));
  const target = await vi.waitFor(() => {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('no file input');
    return input;
  }, 10_000);
  target.files = data.files;
  target.dispatchEvent(new Event('change', { bubbles: true }));
}

const findings = async () =>
  (await axe.run(document.body)).violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );

const table = () => page.getByRole('table');

describe('the import of a task list', () => {
  it.each([
    ['zh-CN', 'light'],
    ['zh-TW', 'dark'],
    ['en', 'light'],
  ] as const)('begins and reviews without an accessibility finding in %s, %s', async (locale, theme) => {
    await showScreen(<TableImportScreen />, locale, theme);
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await findings()).toEqual([]);
    await choose('list.csv', OPEN);
    await expect.element(table()).toBeVisible();
    expect(await findings()).toEqual([]);
  });

  it('imports by keyboard into a new project, opens its plan at the first task, and offers undo', async () => {
    await showScreen(<TableImportScreen />);
    await choose('一期清单.csv', LIST);
    const name = page.getByRole('textbox', { name: /项目名称/ });
    await expect.element(name).toHaveValue('一期清单');
    await name.click();
    await userEvent.keyboard('{End}二{Enter}');
    await expect.poll(() => selectRoute(useRouteStore.getState()).name, { timeout: 10_000 }).toBe('plan');
    const [project] = await ask('project.list', {});
    expect(project?.name).toBe('一期清单二');
    const tasks = await ask('task.list', { where: { project_id: project?.id ?? '' } });
    expect(selectRoute(useRouteStore.getState())).toEqual({
      name: 'plan',
      projectId: project?.id,
      itemId: tasks.find((task) => task.name === '土方开挖')?.id,
    });
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => ask('project.list', {})).toEqual([]);
  });

  it('waits for the order of dates and for the word on unreadable cells', async () => {
    await showScreen(<TableImportScreen />, 'en');
    await choose('list.csv', OPEN);
    await expect.element(table()).toBeVisible();
    await expect.element(page.getByText('Row 3, column D (Duration)')).toBeVisible();
    const go = page.getByRole('button', { name: 'Import 2 tasks' });
    await go.click();
    await expect.element(page.getByText(/dates can be read in more than one way/).first()).toBeVisible();
    expect(await ask('project.list', {})).toEqual([]);
    await page
      .getByText(/^Day\/month\/year — /)
      .first()
      .click();
    await expect.element(page.getByText('→ 2025-04-05 Sat')).toBeVisible();
    // The other column follows.
    await expect.element(page.getByText('→ 2025-04-06 Sun')).toBeVisible();
    await go.click();
    await expect.element(page.getByText(/Correct the table first/)).toBeVisible();
    expect(await ask('project.list', {})).toEqual([]);
    await page.getByText(/without the 1 value/).click();
    await go.click();
    await expect.poll(async () => (await ask('project.list', {})).length, { timeout: 10_000 }).toBe(1);
  });

  it('shows both ends of a column of ranges, and what is no task', async () => {
    await showScreen(<TableImportScreen />, 'en');
    await choose(
      'list.csv',
      'Task,Period\nDig,2026-03-02 ~ 2026-03-06\nPour,2026-03-09 ~ 2026-03-10\nTotal,\n',
    );
    await expect.element(page.getByText('→ 2026-03-02 Mon – 2026-03-06 Fri')).toBeVisible();
    await expect
      .element(page.getByRole('button', { name: /Column B.*Start and finish|Start and finish.*Column B/ }))
      .toBeVisible();
    await expect.element(page.getByText('Row 4 “Total” is a total and no task.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Import 2 tasks' })).toBeVisible();
  });

  it('reads again when a column gets another meaning', async () => {
    await showScreen(<TableImportScreen />, 'en');
    await choose('list.csv', 'Task,Remark,Start\nDig,Crew A,2026-03-02\nPour,Crew B,2026-03-09\n');
    await page.getByRole('button', { name: /Column B/ }).click();
    await page.getByRole('option', { name: 'Responsible' }).click();
    await expect
      .element(page.getByRole('button', { name: /Column B.*Responsible|Responsible.*Column B/ }))
      .toBeVisible();
    await page.getByRole('button', { name: 'Import 2 tasks' }).click();
    await expect.poll(async () => (await ask('project.list', {})).length, { timeout: 10_000 }).toBe(1);
    const [project] = await ask('project.list', {});
    const tasks = await ask('task.list', { where: { project_id: project?.id ?? '' } });
    expect(tasks.map((task) => task.responsible).sort()).toEqual(['Crew A', 'Crew B']);
  });

  it('proposes the plan it was opened from, below its selected task', async () => {
    const { projectId } = await ask('project.createWithCalendar', {
      client: { name: 'B' },
      values: { name: 'Tower' },
      calendar: 'standard',
      calendarName: 'Standard',
    });
    const { id } = await ask('plan.addTask', {
      projectId,
      place: { where: 'end', id: null },
      name: 'Phase 1',
    });
    await showScreen(<TableImportScreen into={projectId} itemId={id} />, 'en');
    await choose('list.csv', LIST);
    await expect.element(page.getByRole('radio', { name: 'Below “Phase 1”' })).toBeChecked();
    await page.getByRole('button', { name: 'Import 2 tasks' }).click();
    await expect.poll(() => selectRoute(useRouteStore.getState()).name, { timeout: 10_000 }).toBe('plan');
    const tasks = await ask('task.list', { where: { project_id: projectId } });
    expect(tasks.filter((task) => task.parent_id === id).map((task) => task.name)).toEqual([
      '土方开挖',
      '垫层浇筑',
    ]);
  });

  it('says what is wrong with a file and what to do, and that nothing was changed', async () => {
    await showScreen(<TableImportScreen />, 'en');
    await choose('list.csv', 'a,b\n1,"2\n3,4\n');
    await expect.element(page.getByText(/opens in line 2 is never closed/)).toBeVisible();
    await expect.element(page.getByText('Nothing in your data was changed.')).toBeVisible();
  });

  it('takes composed text in the name; Enter of the composition does not import', async () => {
    await showScreen(<TableImportScreen />);
    await choose('a.csv', LIST);
    const name = page.getByRole('textbox', { name: /项目名称/ });
    await name.fill('');
    await name.click();
    const ime = await compose('zhong', '中');
    await ime.press('Enter');
    await ime.finish();
    await expect.element(name).toHaveValue('中');
    expect(await ask('project.list', {})).toEqual([]);
  });

  it('shows cells as text, whatever they contain', async () => {
    await showScreen(<TableImportScreen />, 'en');
    await choose('a.csv', 'Task,Start\n<script>alert(1)</script>,2026-03-02\nB,$t(common:verb.undo)\n');
    await expect.element(page.getByText('<script>alert(1)</script>')).toBeVisible();
    await expect.element(page.getByText(/“\$t\(common:verb\.undo\)” cannot be read/)).toBeVisible();
    expect(document.querySelector('main script')).toBeNull();
  });
});

describe('the meaning of a column', () => {
  it('moves: a field has one column, a column one field', () => {
    expect(withMeaning({ name: 0, start: 1 }, 2, 'name')).toEqual({ start: 1, name: 2 });
    expect(withMeaning({ name: 0, start: 1 }, 1, 'finish')).toEqual({ name: 0, finish: 1 });
    expect(withMeaning({ name: 0, start: 1 }, 1, 'none')).toEqual({ name: 0 });
    expect(withMeaning({ name: 0, start: 1 }, 2, 'range')).toEqual({ name: 0, start: 2, finish: 2 });
    expect(withMeaning({ start: 2, finish: 2 }, 2, 'start')).toEqual({ start: 2 });
  });
});
