import axe from 'axe-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { request } from '#renderer/client/wire.ts';
import { selectRoute, useRouteStore } from '#renderer/state/route.ts';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { ResourcesScreen } from './ResourcesScreen.tsx';
import { TaskResources } from './TaskResources.tsx';

let ask: typeof request;
let project: string;
let first: string;

/** 张伟 is wanted for two tasks on Wednesday 2026-11-25. */
beforeEach(async () => {
  ask = await startCore();
  const client = await ask('client.create', { values: { name: '华成建设' } });
  const values = { client_id: client.id, name: '泵站改造', start_on: '2026-11-23' };
  project = (await ask('project.create', { values })).id;
  first = await addTask('水泵安装', '2026-11-23', '3d');
  const second = await addTask('系统调试', '2026-11-25', '2d');
  const person = { project_id: project, name: '张伟', role: '安装工', phone: '13800138000' };
  const { id } = await ask('resource.create', { values: person });
  await ask('resource.create', { values: { project_id: project, name: '汽车吊', kind: 'equipment' } });
  for (const taskId of [first, second]) await ask('resource.assign', { taskId, resource: { id } });
  await ask('material_need.create', {
    values: {
      project_id: project,
      task_id: second,
      name: '水泵',
      quantity: 3,
      unit: '台',
      expected_on: '2026-11-27',
    },
  });
});
afterEach(stopCore);

async function addTask(name: string, start: string, duration: string) {
  const { id } = await ask('plan.addTask', { projectId: project, place: { where: 'end', id: null }, name });
  await ask('plan.editTask', { id, patch: { start, duration } });
  return id;
}

const findings = async () =>
  (await axe.run(document.body)).violations.map(
    (v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`,
  );

it('J4: an overload is said in words, and its cell names the tasks and leads to the plan', async () => {
  await showScreen(<ResourcesScreen projectId={project} />, 'en');
  await page.getByRole('tab', { name: 'Load' }).click();
  await expect.element(page.getByText(/张伟 is over-allocated on 2026-11-25: 16 h/)).toBeVisible();
  await page.getByRole('button', { name: 'Show the worst day of 张伟' }).click();
  const cell = page.getByRole('button', { name: /张伟, 2026-11-25 Wed: 16 of 8 hours, over-allocated/ });
  await expect.element(cell).toBeVisible();
  (cell.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('button', { name: /张伟, 2026-11-26 Thu/ })).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}{Enter}');
  const causes = page.getByRole('list', { name: 'Tasks behind the load' });
  await expect.element(causes.getByRole('button', { name: '1 水泵安装' })).toBeVisible();
  expect(await findings()).toEqual([]);
  await causes.getByRole('button', { name: '1 水泵安装' }).click();
  expect(selectRoute(useRouteStore.getState())).toEqual({ name: 'plan', projectId: project, itemId: first });
});

it('J3: a need shows the day that follows from its task and warns of a late delivery', async () => {
  const [need] = await ask('material_need.list', {});
  await showScreen(<ResourcesScreen projectId={project} itemId={need?.id} />, 'zh-CN', 'dark');
  await expect.element(page.getByText('需要日期 2026-11-25 周三，跟随任务“系统调试”的开始。')).toBeVisible();
  await expect.element(page.getByText(/^预计到货日期晚于需要的日期/)).toBeVisible();
  expect(await findings()).toEqual([]);
});

it('J1: in the task panel units and work are edited, and a new name makes a new person', async () => {
  await showScreen(<TaskResources projectId={project} taskId={first} summary={false} />, 'en');
  const units = page.getByRole('textbox', { name: 'Units of 张伟' });
  await expect.element(units).toHaveValue('100%');
  await units.fill('half');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Write it as 50% or 100%.')).toBeVisible();
  await units.fill('50');
  await userEvent.keyboard('{Enter}');
  await expect.element(units).toHaveValue('50%');
  await page.getByRole('combobox', { name: 'Assign a person or machine' }).fill('李工');
  await userEvent.keyboard('{Enter}');
  await expect.poll(async () => (await ask('resource.assignments', { taskId: first })).length).toBe(2);
  // The list stays open for the next one.
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('textbox', { name: 'Units of 李工' })).toHaveValue('100%');
  const rows = await ask('resource.assignments', { taskId: first });
  // Records of one millisecond have no order.
  expect(Object.fromEntries(rows.map(({ name, units }) => [name, units]))).toEqual({ 张伟: 0.5, 李工: 1 });
  expect(await findings()).toEqual([]);
});
