import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { usePlanMemories } from '#renderer/state/planMemory.ts';
import { type FakeHost, installFakeHost } from '#test/support/fakeHost.ts';
import { networkOf } from '#test/support/planNetwork.ts';
import { findings, show } from '#test/support/screens.tsx';
import { EFFECT, PROJECT, ROWS, type TimelineRow, timelineAnswer } from '#test/support/timelinePlan.ts';
import { PlanScreen } from './public.ts';
import { END_SPACE, HEAD_HEIGHT } from './Timeline.tsx';
import { shownTimeline } from './timeline/inspect.ts';

let core: FakeHost;
let ids: string[];
const answer = (rows: readonly TimelineRow[]) => timelineAnswer(rows, ids);

beforeEach(() => {
  usePlanMemories.setState({ all: [] });
  core = installFakeHost();
  core.answers['plan.baseline'] = () => null;
  ids = ROWS.map((row) => core.put('task', { project_id: PROJECT, name: row.name }));
  core.answers['plan.get'] = () => answer(ROWS);
  core.answers['plan.network'] = () => networkOf(answer(ROWS));
  core.answers['plan.shiftTasks'] = () => ({ count: 1, effect: EFFECT });
  core.answers['plan.resizeTask'] = () => ({ changed: true, effect: EFFECT });
  core.answers['plan.editTask'] = () => ({ changed: true, effect: EFFECT });
  core.answers['plan.addLink'] = () => ({ id: 'lnk_9', effect: EFFECT });
  core.answers['plan.copyTasks'] = () => ({ ids: ['x'], effect: EFFECT });
});

const canvas = () => document.querySelector('[data-chart="bars"]');
/** The strips of the picture, from the top. */
const picture = () =>
  [...(canvas()?.querySelectorAll('canvas') ?? [])]
    .map((strip) => strip.getBoundingClientRect())
    .sort((a, b) => a.top - b.top);
const barBox = (row: number) => shownTimeline()?.barBox(ids[row] ?? '') ?? null;

async function open(locale: 'en' | 'zh-CN' | 'zh-TW' = 'en', theme: 'light' | 'dark' = 'light') {
  const screen = await show(<PlanScreen projectId={PROJECT} />, locale, theme);
  await expect.element(page.getByRole('treegrid')).toHaveAttribute('aria-busy', 'false');
  await expect.poll(() => barBox(1)).not.toBeNull();
  // Asked for once the first picture is there.
  await expect.poll(() => core.asked('plan.network').length).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 60));
  return screen;
}

/** Px of a day at the zoom the plan opened with: the bar of a two-day task, from 8:00 to 17:00 of the next day. */
const dayWidth = () => ((barBox(1)?.width ?? 0) * 24) / 33;

const PARTS = {
  move: (box: DOMRect) => box.left + box.width / 2,
  start: (box: DOMRect) => box.left + 1,
  finish: (box: DOMRect) => box.right - 1,
  link: (box: DOMRect) => box.right + 9,
} as const;

interface Gesture {
  readonly dx?: number;
  readonly dy?: number;
  readonly keys?: { readonly shiftKey?: boolean; readonly altKey?: boolean };
  readonly beforeDrop?: () => Promise<void>;
}

async function drag(
  row: number,
  part: keyof typeof PARTS,
  { dx = 0, dy = 0, keys = {}, beforeDrop }: Gesture,
) {
  const box = barBox(row);
  const target = canvas();
  if (!box || !target) throw new Error('nothing to drag');
  const [x, y] = [PARTS[part](box), box.top + box.height / 2];
  const mouse = (to: EventTarget, type: string, clientX: number, clientY: number, extra = {}) =>
    to.dispatchEvent(
      new PointerEvent(type, { clientX, clientY, button: 0, bubbles: true, cancelable: true, ...extra }),
    );
  mouse(target, 'pointerdown', x, y);
  mouse(window, 'pointermove', x + dx / 2, y + dy / 2, keys);
  mouse(window, 'pointermove', x + dx, y + dy, keys);
  await beforeDrop?.();
  mouse(window, 'pointerup', x + dx, y + dy, keys);
  await new Promise((resolve) => setTimeout(resolve, 30));
}

describe('a drag of a bar', () => {
  it('moves over the weekend by working days, showing old and new dates, in one command', async () => {
    await open();
    await drag(1, 'move', {
      dx: 7 * dayWidth(),
      beforeDrop: async () => {
        await expect.element(page.getByText('→ 2026-11-30 to 2026-12-01')).toBeVisible();
        await expect.element(page.getByText('+5 working days')).toBeVisible();
      },
    });
    expect(core.asked('plan.shiftTasks')).toEqual([{ ids: [ids[1]], days: 5 }]);
  });

  it('takes its successors along before the drop, and says how many and what promise breaks', async () => {
    await open();
    const before = barBox(2)?.left ?? 0;
    await drag(1, 'move', {
      dx: dayWidth(),
      beforeDrop: async () => {
        await expect.element(page.getByText('3 tasks move, finish +1 d')).toBeVisible();
        await expect
          .element(page.getByText(/Breaks a promise: “验收” on 2026-11-27 instead of 2026-11-26/))
          .toBeVisible();
        expect((barBox(2)?.left ?? 0) - before).toBeCloseTo(dayWidth(), 0);
      },
    });
    expect(barBox(2)?.left).toBe(before);
    await expect.element(page.getByText('3 tasks moved, finish +1 d').first()).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Why' }).first()).toBeVisible();
  });

  it('moves the bar at once where nothing was ready for a drag, and its successors as soon as they are known', async () => {
    const network = Promise.withResolvers<ReturnType<typeof networkOf>>();
    core.answers['plan.network'] = () => network.promise;
    await open();
    const [day, own, next] = [dayWidth(), barBox(1)?.left ?? 0, barBox(2)?.left ?? 0];
    const by = (row: number, before: number) => Math.round(((barBox(row)?.left ?? 0) - before) / day);
    await drag(1, 'move', {
      dx: day,
      beforeDrop: async () => {
        await expect.poll(() => by(1, own)).toBe(1);
        expect(by(2, next)).toBe(0);
        network.resolve(networkOf(answer(ROWS)));
        await expect.poll(() => by(2, next)).toBe(1);
      },
    });
    expect(core.asked('plan.shiftTasks')).toEqual([{ ids: [ids[1]], days: 1 }]);
  });

  it('puts everything back on Esc, and does not take a shaking click for a drag', async () => {
    await open();
    const before = barBox(2)?.left;
    await drag(1, 'move', {
      dx: 3 * dayWidth(),
      beforeDrop: async () => {
        await userEvent.keyboard('{Escape}');
        expect(barBox(2)?.left).toBe(before);
      },
    });
    await drag(1, 'move', { dx: 3, dy: 1 });
    expect(core.asked('plan.shiftTasks')).toEqual([]);
  });

  it('leaves the links out of account with Shift: the task becomes a manual one, its successors stay', async () => {
    await open();
    await drag(2, 'move', {
      dx: -2 * dayWidth(),
      keys: { shiftKey: true },
      beforeDrop: async () => {
        await expect.element(page.getByText('Without its links: becomes a manual task')).toBeVisible();
        expect(barBox(2)?.left).toBeCloseTo(barBox(1)?.left ?? 0, 0);
      },
    });
    expect(core.asked('plan.editTask')).toEqual([
      { id: ids[2], patch: { mode: 'manual', start: '2026-11-23T08:00:00' } },
    ]);
  });

  it('is held by its predecessor without Shift', async () => {
    await open();
    await drag(2, 'move', {
      dx: -2 * dayWidth(),
      beforeDrop: async () => {
        await expect.element(page.getByText('→ 2026-11-25 to 2026-11-26')).toBeVisible();
      },
    });
  });

  it('copies with Alt', async () => {
    await open();
    await drag(1, 'move', { dx: dayWidth(), keys: { altKey: true } });
    expect(core.asked('plan.copyTasks')).toEqual([{ ids: [ids[1]], days: 1 }]);
    expect(core.asked('plan.shiftTasks')).toEqual([]);
  });

  it('changes the length at both edges', async () => {
    await open();
    await drag(2, 'finish', { dx: dayWidth() });
    await drag(2, 'start', { dx: -dayWidth() });
    expect(core.asked('plan.resizeTask')).toEqual([
      { id: ids[2], edge: 'finish', days: 1 },
      { id: ids[2], edge: 'start', days: -1 },
    ]);
  });

  it('links from the end dot, and names the circle of one that cannot be', async () => {
    await open();
    await drag(2, 'link', {
      dy: -32,
      beforeDrop: async () => {
        await expect.element(page.getByText('Would form a loop; cannot be linked')).toBeVisible();
        await expect.element(page.getByText('Would close a circle: 开挖 → 浇筑 → 开挖')).toBeVisible();
      },
    });
    expect(core.asked('plan.addLink')).toEqual([]);
    await drag(1, 'link', { dy: 64 });
    expect(core.asked('plan.addLink')).toEqual([{ fromId: ids[1], toId: ids[3] }]);
  });
});

describe('a change that would break a promise', () => {
  beforeEach(() => {
    core.answers['plan.shiftTasks'] = ((_input: object, accepts: readonly string[]) => {
      if (accepts.includes('COMMITMENT_BROKEN')) return { count: 1, effect: EFFECT };
      throw {
        code: 'COMMITMENT_BROKEN',
        args: { id: ids[3], name: '验收', promised: '2026-11-26', finish: '2026-11-27', count: 2 },
      };
    }) as never;
  });

  it('changes nothing unless the user says so; the safe answer has the focus', async () => {
    await open();
    await drag(1, 'move', { dx: dayWidth() });
    await expect.element(page.getByRole('alertdialog')).toBeVisible();
    await expect.element(page.getByText('Promised: 2026-11-26. With this change: 2026-11-27.')).toBeVisible();
    await expect.element(page.getByText('1 more promise would be broken.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    expect(await findings()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.querySelector('[role="alertdialog"]')).toBeNull();
    expect(core.asked('plan.shiftTasks')).toEqual([{ ids: [ids[1]], days: 1 }]);
  });

  it('is sent again with the consent, also when a key asked for it', async () => {
    await open();
    document.querySelector<HTMLElement>('[data-cell="1:1"]')?.click();
    await userEvent.click(document.querySelector('[data-cell="1:1"]') ?? document.body);
    await userEvent.keyboard(']');
    await userEvent.click(page.getByRole('button', { name: 'Apply anyway' }));
    const sent = () => core.requests.filter((one) => one.channel === 'plan.shiftTasks');
    await expect.poll(() => sent().map((one) => one.accepts)).toEqual([[], ['COMMITMENT_BROKEN']]);
    expect(core.asked('plan.shiftTasks')[1]).toEqual({ ids: [ids[1]], days: 1 });
    await expect.element(page.getByText('3 tasks moved, finish +1 d').first()).toBeVisible();
  });
});

describe('what the timeline shows', () => {
  it('is chosen in one menu and stays so for the project', async () => {
    const screen = await open();
    await userEvent.click(page.getByRole('button', { name: 'Show' }));
    await expect.element(page.getByRole('checkbox', { name: 'Critical path' })).toBeChecked();
    await userEvent.click(page.getByText('Slack', { exact: true }));
    expect(await findings()).toEqual([]);
    await screen.unmount();
    await open();
    await userEvent.click(page.getByRole('button', { name: 'Show' }));
    await expect.element(page.getByRole('checkbox', { name: 'Slack' })).toBeChecked();
  });

  it('draws only what is in view of a long plan', async () => {
    core.answers['plan.get'] = () =>
      answer(Array.from({ length: 20_000 }, (_, i) => ({ name: `Task ${i}`, days: 1 + (i % 9) })));
    await open();
    expect(document.querySelectorAll('[role="row"]').length).toBeLessThan(80);
    expect(picture().reduce((sum, { height }) => sum + height, 0)).toBeLessThan(2 * window.innerHeight);
    await expect.element(page.getByRole('treegrid')).toHaveAttribute('aria-rowcount', '20001');
  });

  it('covers the whole view wherever a long plan is scrolled to', async () => {
    core.answers['plan.get'] = () =>
      answer(Array.from({ length: 2000 }, (_, i) => ({ name: `Task ${i}`, days: 1 + (i % 9) })));
    await open();
    const box = document.querySelector('[role="treegrid"]');
    if (!box) throw new Error('no chart');
    for (const top of [333, 20_000, 1e9, 0]) {
      box.scrollTop = top;
      const { top: from, bottom: to } = box.getBoundingClientRect();
      // What lies in view of the rows, below the head.
      const gaps = () => {
        let at = from + HEAD_HEIGHT;
        for (const strip of picture()) if (strip.top <= at + 1) at = Math.max(at, strip.bottom);
        return Math.max(0, to - END_SPACE - at);
      };
      await expect.poll(gaps).toBe(0);
      expect(picture().length).toBeLessThan(12);
    }
  });

  it('has an overview of a long plan that keys move, and passes axe with it', async () => {
    core.answers['plan.get'] = () =>
      answer(Array.from({ length: 300 }, (_, i) => ({ name: `Task ${i}`, days: 1 + (i % 9) })));
    await open('zh-CN', 'dark');
    const strip = page.getByRole('slider', { name: '计划总览' });
    await expect.element(strip).toBeVisible();
    expect(await findings()).toEqual([]);
    const box = document.querySelector('[role="treegrid"]');
    const element = strip.element();
    if (!(element instanceof HTMLElement)) throw new Error('no overview');
    element.focus();
    await userEvent.keyboard('{PageDown}');
    await expect.poll(() => box?.scrollTop ?? 0).toBeGreaterThan(100);
    expect(element.getAttribute('aria-valuetext')).toMatch(/共 300 行/);
  });

  it('has the plan alone in the window, and leaves that with Esc', async () => {
    await open();
    await userEvent.click(page.getByRole('button', { name: 'Plan only' }));
    await expect.element(page.getByRole('button', { name: 'Leave plan only' })).toBeVisible();
    await userEvent.click(document.querySelector('[data-cell="1:1"]') ?? document.body);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('button', { name: 'Plan only' })).toBeVisible();
  });

  it('moves the start with keys as with the mouse', async () => {
    await open();
    await userEvent.click(document.querySelector('[data-cell="1:1"]') ?? document.body);
    await userEvent.keyboard('{Alt>}[BracketRight]{/Alt}');
    expect(core.asked('plan.resizeTask')).toEqual([{ id: ids[1], edge: 'start', days: 1 }]);
  });

  it('opens where it was left: zoom, place and widths', async () => {
    core.answers['plan.get'] = () =>
      answer(Array.from({ length: 300 }, (_, i) => ({ name: `Task ${i}`, days: 1 + (i % 9) })));
    const screen = await open();
    await userEvent.click(page.getByRole('button', { name: 'Zoom in' }));
    const box = document.querySelector('[role="treegrid"]');
    box?.scrollTo({ top: 1600, left: 40 });
    await expect.poll(() => usePlanMemories.getState().all[0]?.look.topRow).toBe(50);
    await screen.unmount();
    await show(<PlanScreen projectId={PROJECT} />);
    await expect.poll(() => document.querySelector('[role="treegrid"]')?.scrollTop).toBe(1600);
  });
});
