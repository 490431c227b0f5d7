/** What tracking lends to the plan: buffers made of tasks, and the status date in the toolbar. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useAnswer } from '#renderer/client/hooks.ts';
import type { request } from '#renderer/client/wire.ts';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { findings } from '#test/support/screens.tsx';
import { StatusDateMenu, TaskBuffer } from './public.ts';

let ask: typeof request;
let projectId: string;
let id: string;

beforeEach(async () => {
  ask = await startCore();
  ({ projectId } = await ask('project.createWithCalendar', {
    client: { name: '华成建设' },
    values: { name: '冷库改造', start_on: '2026-11-02' },
    calendar: 'standard',
    calendarName: '五天工作制',
  }));
  ({ id } = await ask('plan.addTask', { projectId, place: { where: 'end', id: null }, name: '预留' }));
  await ask('plan.editTask', { id, patch: { duration: '4d', notes: '雨季' } });
});
afterEach(stopCore);

function Shown() {
  const task = useAnswer('task.get', { id }).data ?? null;
  return task && <TaskBuffer task={task} />;
}
const button = (name: string | RegExp) => page.getByRole('button', { name });

describe('a task in the panel', () => {
  it('I6: becomes a buffer with its kind and reason, and a task again', async () => {
    await showScreen(<Shown />, 'zh-CN', 'dark');
    await userEvent.click(button('设为缓冲…'));
    const reason = page.getByRole('textbox', { name: '预留原因' });
    await expect.element(reason).toHaveValue('雨季');
    await userEvent.clear(reason);
    await userEvent.click(button('保存缓冲'));
    await expect.element(page.getByText('请填写预留原因。')).toBeVisible();
    expect(await findings()).toEqual([]);
    await userEvent.fill(reason, '业主可能增加设备');
    await userEvent.click(page.getByText('变更缓冲'));
    await userEvent.click(button('保存缓冲'));
    await expect.element(page.getByText('变更缓冲：剩余 4 天，共 4 天')).toBeVisible();
    expect(await ask('task.get', { id })).toMatchObject({ buffer_kind: 'change', notes: '业主可能增加设备' });
    expect(await findings()).toEqual([]);
    await userEvent.click(button('恢复为任务'));
    await expect.element(button('设为缓冲…')).toBeVisible();
    expect(await ask('task.get', { id })).toMatchObject({ buffer_kind: null, notes: '业主可能增加设备' });
  });
});

describe('the status date in the toolbar', () => {
  it('I8: is shown, set and emptied', async () => {
    await showScreen(<StatusDateMenu projectId={projectId} />, 'en');
    await userEvent.click(button('Status date'));
    await expect.element(page.getByText(/No status date is set/)).toBeVisible();
    expect(await findings()).toEqual([]);
    await userEvent.fill(page.getByRole('textbox', { name: 'Status date' }), '2026-11-06');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(async () => (await ask('project.get', { id: projectId }))?.status_on)
      .toBe('2026-11-06');
    await userEvent.keyboard('{Escape}');
    await expect.element(button(/^Status .*2026/)).toBeVisible();
  });
});
