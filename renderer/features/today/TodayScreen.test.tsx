import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { request } from '#renderer/client/wire.ts';
import { resetRoute, selectRoute, useRouteStore } from '#renderer/state/route.ts';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { TodayScreen } from './TodayScreen.tsx';

let ask: typeof request;
let project: string;
let issue: string;
let step: string;

beforeEach(async () => {
  resetRoute();
  ask = await startCore();
});
afterEach(stopCore);

async function seed() {
  const client = await ask('client.create', { values: { name: '华成建设' } });
  const values = {
    client_id: client.id,
    name: '冷库改造',
    start_on: '2026-11-02',
    stage: 'execution' as const,
  };
  project = (await ask('project.create', { values })).id;
  const next = { next_step: '发报价', due_on: '2026-11-21' };
  step = (
    await ask('comm_log.create', {
      values: {
        client_id: client.id,
        project_id: project,
        happened_at: '2026-11-20T09:00:00',
        summary: '电话',
        ...next,
      },
    })
  ).id;
  issue = (
    await ask('issue.create', { values: { project_id: project, title: '漏水', due_on: '2026-11-18' } })
  ).id;
  await ask('decision.create', {
    values: { project_id: project, question: '墙面颜色', needed_on: '2026-12-03' },
  });
}

async function findings(): Promise<string[]> {
  const { violations } = await axe.run(document.body);
  return violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}

describe('the Today page', () => {
  it.each([
    ['zh-CN', 'light'],
    ['zh-TW', 'dark'],
    ['en', 'light'],
  ] as const)('is accessible in %s, %s, grouped by urgency', async (locale, theme) => {
    await seed();
    await showScreen(<TodayScreen />, locale, theme);
    await expect.element(page.getByText('漏水')).toBeVisible();
    const groups = [...document.querySelectorAll('section[data-bucket]')];
    expect(groups.map((group) => group.getAttribute('data-bucket'))).toEqual([
      'overdue',
      'today',
      'week',
      'fortnight',
    ]);
    expect(await findings()).toEqual([]);
  });

  it('says what it is for when nothing is due', async () => {
    await showScreen(<TodayScreen />);
    await expect.element(page.getByText(/两周内没有到期事项/)).toBeVisible();
  });

  it('opens the thing with Enter, moving with the arrow keys', async () => {
    await seed();
    await showScreen(<TodayScreen />);
    await expect.element(page.getByText('漏水')).toBeVisible();
    (page.getByRole('button', { name: /漏水/ }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    expect(selectRoute(useRouteStore.getState())).toEqual({
      name: 'risks',
      projectId: project,
      itemId: issue,
    });
  });

  it('ticks a next step off in place and takes it back', async () => {
    await seed();
    await showScreen(<TodayScreen />);
    const box = page.getByRole('checkbox', { name: '完成“发报价”' });
    await expect.element(box).toBeInTheDocument();
    (box.element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    await expect.element(box).not.toBeInTheDocument();
    expect((await ask('comm_log.get', { id: step }))?.done_at).not.toBeNull();
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.element(box).toBeInTheDocument();
  });

  it('narrows down to one kind', async () => {
    await seed();
    await showScreen(<TodayScreen />);
    await page.getByRole('button', { name: '待决策', exact: true }).click();
    await expect.element(page.getByText('墙面颜色')).toBeVisible();
    expect(document.querySelectorAll('[data-open]')).toHaveLength(1);
  });
});
