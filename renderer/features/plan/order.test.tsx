/** Rows dragged by their handles, and the zoom slider, on a real core. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { request } from '#renderer/client/wire.ts';
import { planMemory, usePlanMemories } from '#renderer/state/planMemory.ts';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { findings } from '#test/support/screens.tsx';
import { PlanScreen } from './public.ts';

let ask: typeof request;
let projectId: string;

beforeEach(async () => {
  usePlanMemories.setState({ all: [] });
  ask = await startCore();
  ({ projectId } = await ask('project.createWithCalendar', {
    client: { name: '华成建设' },
    values: { name: '冷库改造', start_on: '2026-11-23' },
    calendar: 'standard',
    calendarName: '五天工作制',
  }));
  for (const name of ['甲', '乙', '丙'])
    await ask('plan.addTask', { projectId, place: { where: 'end', id: null }, name });
  await showScreen(<PlanScreen projectId={projectId} />, 'en');
  await expect.element(page.getByText('丙', { exact: true })).toBeVisible();
});
afterEach(stopCore);

const outline = async () => {
  const { rows } = await ask('plan.get', { projectId });
  return rows.id.map((_, i) => `${rows.number[i]} ${rows.name[i]}`);
};
const handleOf = (row: number): HTMLElement =>
  document.querySelector(`[data-cell="${row}:0"] [title="Drag to reorder"]`) ?? document.body;

function drag(row: number, { dx = 0, dy = 0 }, drop = true): void {
  const handle = handleOf(row);
  const { left, top, height } = handle.getBoundingClientRect();
  const at = (x: number, y: number) => ({
    bubbles: true,
    button: 0,
    pointerId: 1,
    clientX: left + 2 + x,
    clientY: top + height / 2 + y,
  });
  handle.dispatchEvent(new PointerEvent('pointerdown', at(0, 0)));
  window.dispatchEvent(new PointerEvent('pointermove', at(dx / 2, dy / 2)));
  window.dispatchEvent(new PointerEvent('pointermove', at(dx, dy)));
  if (drop) window.dispatchEvent(new PointerEvent('pointerup', at(dx, dy)));
}

it('a row that is dragged to the right goes inside the one above, to the left out again; each is one undo step', async () => {
  drag(1, { dx: 20 });
  await expect.poll(outline).toEqual(['1 甲', '1.1 乙', '2 丙']);
  await expect.element(page.getByRole('row', { name: /^1\.1 乙/ })).toBeVisible();
  drag(2, { dx: 20 });
  await expect.poll(outline).toEqual(['1 甲', '1.1 乙', '1.2 丙']);
  await expect.element(page.getByRole('row', { name: /^1\.2 丙/ })).toBeVisible();
  drag(1, { dx: -20 });
  await expect.poll(outline).toEqual(['1 甲', '2 乙', '2.1 丙']);
  await ask('undo.undo', {});
  expect(await outline()).toEqual(['1 甲', '1.1 乙', '1.2 丙']);
});

it('says where the row would go while it is dragged, and Esc leaves everything', async () => {
  drag(1, { dx: 20 }, false);
  await expect.element(page.getByText('Inside “甲”')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText('Inside “甲”')).not.toBeInTheDocument();
  expect(await outline()).toEqual(['1 甲', '2 乙', '3 丙']);
});

it('a row dropped behind the one it stands before changes places with it', async () => {
  drag(0, { dy: 44 });
  await expect.poll(outline).toEqual(['1 乙', '2 甲', '3 丙']);
});

it('the zoom slider has a name and words for its value, and keys move it', async () => {
  const slider = page.getByRole('slider', { name: 'Zoom' });
  await expect.element(slider).toBeVisible();
  slider.element().focus();
  await userEvent.keyboard('{End}');
  await expect.poll(() => planMemory(projectId).perDay).toBe(120);
  expect(slider.element().getAttribute('aria-valuetext')).toBe('Days');
  await userEvent.keyboard('{Home}');
  await expect.poll(() => slider.element().getAttribute('aria-valuetext')).toBe('Years');
  expect(await findings()).toEqual([]);
});
