import axe from 'axe-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { request } from '#renderer/client/wire.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { RecurringDialog } from '../recurring/public.ts';
import { MakeProjectDialog, PlanFromDialog, SaveTemplateDialog } from './public.ts';

let ask: typeof request;
let project: string;
const close = () => {};

/** 踏勘 3 d → 设计 5 d, from Monday 2026-11-23. */
beforeEach(async () => {
  ask = await startCore();
  const { projectId } = await ask('project.createWithCalendar', {
    client: { name: '华成建设' },
    values: { name: '一号泵站', start_on: '2026-11-23' },
    calendar: 'standard',
    calendarName: '五天制',
  });
  project = projectId;
  const ids = [await addTask('踏勘', '3d'), await addTask('设计', '5d')];
  await ask('plan.linkChain', { ids });
});
afterEach(stopCore);

async function addTask(name: string, duration: string) {
  const { id } = await ask('plan.addTask', { projectId: project, place: { where: 'end', id: null }, name });
  await ask('plan.editTask', { id, patch: { duration } });
  return id;
}

const findings = async () =>
  (await axe.run(document.body, { rules: { region: { enabled: false } } })).violations.map(
    (v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`,
  );
const projects = async () => (await ask('project.list', {})).map(({ name }) => name).sort();

it('18: a copy is suggested with its dates and made with Ctrl+Enter', async () => {
  await showScreen(<MakeProjectDialog projectId={project} clientId={undefined} onClose={close} />, 'en');
  await expect.element(page.getByRole('textbox', { name: /^Name/ })).toHaveValue('一号泵站 (copy)');
  await expect.element(page.getByText('Starts 2026-11-23 Mon, finishes 2026-12-02 Wed')).toBeVisible();
  expect(await findings()).toEqual([]);
  (page.getByRole('textbox', { name: /^Name/ }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(projects).toHaveLength(2);
});

it.each(['zh-CN', 'zh-TW', 'en'] as const)(
  '18: a template needs a name, and is accessible in %s',
  async (locale) => {
    await showScreen(
      <MakeProjectDialog projectId={undefined} clientId={undefined} onClose={close} />,
      locale,
      'dark',
    );
    const words: Readonly<Record<Locale, string>> = {
      'zh-CN': '创建项目',
      'zh-TW': '建立專案',
      en: 'Create project',
    };
    const create = page.getByRole('button', { name: words[locale] });
    await expect.element(create).toBeVisible();
    await create.click();
    expect(await projects()).toEqual(['一号泵站']);
    expect(await findings()).toEqual([]);
  },
);

it('18: a project is kept as a template and offered', async () => {
  await showScreen(<SaveTemplateDialog projectId={project} onClose={close} />, 'en');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(async () => (await ask('template.list', { language: 'en' }))[0]?.name).toBe('一号泵站');
  expect(await findings()).toEqual([]);
});

it('a deadline that cannot be met is said before anything changes', async () => {
  await ask('project.update', { id: project, patch: { finish_on: '2026-11-27' } });
  await showScreen(<PlanFromDialog projectId={project} onClose={close} />, 'en');
  await expect.element(page.getByText('Starts 2026-11-18 Wed, finishes 2026-11-27 Fri')).toBeVisible();
  await expect
    .element(page.getByText(/It would have to start on 2026-11-18 Wed, which is past/))
    .toBeVisible();
  expect(await findings()).toEqual([]);
  await page.getByRole('button', { name: 'Plan', exact: true }).click();
  await expect.poll(async () => (await ask('project.get', { id: project }))?.schedule_from).toBe('finish');
});

it('a recurring task shows its days and is made', async () => {
  await showScreen(
    <RecurringDialog projectId={project} taskId={undefined} afterId={null} onClose={close} />,
    'en',
  );
  await expect.element(page.getByText('12 times')).toBeVisible();
  await expect.element(page.getByText(/^2026-11-23 Mon · 2026-11-30 Mon/)).toBeVisible();
  expect(await findings()).toEqual([]);
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect.poll(async () => (await ask('task.list', { where: { project_id: project } })).length).toBe(15);
});
