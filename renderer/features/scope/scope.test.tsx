import axe from 'axe-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { request } from '#renderer/client/wire.ts';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { ScopeScreen } from './ScopeScreen.tsx';

let ask: typeof request;
let project: string;

beforeEach(async () => {
  ask = await startCore();
  const client = await ask('client.create', { values: { name: '华成建设' } });
  project = (await ask('project.create', { values: { client_id: client.id, name: '泵站改造' } })).id;
});
afterEach(stopCore);

const add = async (side: 'in' | 'out', text: string) =>
  (await ask('scope.add', { projectId: project, side, text })).id;
const addTask = async (name: string) =>
  (await ask('plan.addTask', { projectId: project, place: { where: 'end', id: null }, name })).id;
const texts = async () => (await ask('scope.get', { projectId: project })).items.map((item) => item.text);
const field = (value: string) =>
  [...document.querySelectorAll<HTMLInputElement>('li input')].find((input) => input.value === value);

it('H2: items are added with Enter and ordered with Alt+Shift+arrows', async () => {
  await showScreen(<ScopeScreen projectId={project} />, 'en');
  const line = page.getByPlaceholder('Add what is included, then Enter');
  for (const text of ['Three pumps', 'Cables']) {
    await line.fill(text);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => field(text)).toBeTruthy();
  }
  field('Cables')?.focus();
  await userEvent.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');
  await expect.poll(texts).toEqual(['Cables', 'Three pumps']);
});

it('H2: Enter that ends a composition adds nothing', async () => {
  await showScreen(<ScopeScreen projectId={project} />, 'zh-CN');
  const line = page.getByPlaceholder('添加范围内的内容，按 Enter');
  await line.click();
  const client = cdp() as unknown as { send: (method: string, params: object) => Promise<unknown> };
  await client.send('Input.imeSetComposition', { text: 'shui', selectionStart: 4, selectionEnd: 4 });
  line
    .element()
    .dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true }),
    );
  await client.send('Input.insertText', { text: '水泵' });
  expect(await texts()).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await expect.poll(texts).toEqual(['水泵']);
});

it('H2: work without a scope item is listed and linked, several at once', async () => {
  await add('in', 'Three pumps');
  await addTask('Install');
  await addTask('Test');
  await showScreen(<ScopeScreen projectId={project} />, 'en');
  await expect.element(page.getByText('2 tasks without a scope item')).toBeVisible();
  await page.getByRole('rowheader', { name: 'Install' }).click();
  await userEvent.keyboard('{Control>}a{/Control}');
  await page.getByRole('button', { name: /Scope item/ }).click();
  await page.getByRole('option', { name: 'Three pumps' }).click();
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  await expect.element(page.getByText('All work is inside the scope')).toBeVisible();
  await expect.element(page.getByText('Every task has its scope item.')).toBeVisible();
});

it.each(['light', 'dark'] as const)('has no accessibility findings, %s', async (theme) => {
  const item = await add('in', '三台水泵及其电缆');
  await add('out', '土建由业主负责');
  const task = await addTask('水泵安装');
  await addTask('电缆敷设');
  await ask('scope.assign', { taskIds: [task], scopeItemId: item });
  await showScreen(<ScopeScreen projectId={project} />, 'zh-CN', theme);
  await expect.element(page.getByRole('rowheader', { name: '电缆敷设' })).toBeVisible();
  const { violations } = await axe.run(document.body);
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`)).toEqual(
    [],
  );
});
