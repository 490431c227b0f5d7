import { createRef } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { PlanAnswer } from '#shared/ipc/channels/plan.ts';
import { planAnswer } from '#test/perf/gantt/plan.ts';
import { installFakeHost } from '#test/support/fakeHost.ts';
import { show } from '#test/support/screens.tsx';
import { type OverviewChart, OverviewGantt } from '../OverviewGantt.tsx';
import { placesIn, type SheetColumn } from './drawSheet.ts';

const PARTS = 60;
const ROW = 32;

/** A phase with tasks of ten days, one day apart. */
const plan: PlanAnswer = planAnswer({
  n: PARTS,
  T0: Date.UTC(2026, 0, 5),
  spanDays: 90,
  tasks: Array.from({ length: PARTS }, (_, i) => ({
    id: i + 1,
    parent: i === 0 ? 0 : 1,
    name: i === 0 ? '基础 Foundation' : `任务 Task ${i}`,
    kind: i === 0 ? 1 : 0,
    s: i === 0 ? 0 : i,
    d: i === 0 ? 80 : 10,
    p: 0,
  })),
  links: [],
});

const picture = () => document.querySelector<HTMLCanvasElement>('[data-chart="opening"] canvas');

interface Seen {
  readonly size: readonly [number, number];
  readonly rows: number;
  readonly busy: string | null;
  readonly dark: (x: number, y: number, width: number, height: number) => number;
}

/** What there is when the first picture has been drawn; watched, because it is there for a moment only. */
function firstPicture(): Promise<Seen> {
  return new Promise((resolve) => {
    const look = () => {
      const canvas = picture();
      const g = canvas?.getContext('2d');
      if (!canvas || !g || canvas.width < 400) return;
      observer.disconnect();
      const copy = g.getImageData(0, 0, canvas.width, canvas.height);
      resolve({
        size: [canvas.width, canvas.height],
        rows: document.querySelectorAll('[role="rowheader"]').length,
        busy: document.querySelector('[role="treegrid"]')?.getAttribute('aria-busy') ?? null,
        dark(x, y, width, height) {
          let count = 0;
          for (let at = y; at < y + height; at++)
            for (let across = x; across < x + width; across++)
              if ((copy.data[4 * (at * copy.width + across)] ?? 255) < 110) count += 1;
          return count;
        },
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}

async function open() {
  const chart = createRef<OverviewChart>();
  const seen = firstPicture();
  await show(
    <div style={{ position: 'absolute', inset: 0 }}>
      <OverviewGantt ref={chart} plan={plan} onOpen={() => {}} empty={null} />
    </div>,
  );
  return { chart, seen: await seen };
}

beforeEach(() => {
  installFakeHost();
});

describe('the first picture of a plan', () => {
  it('shows head and names of the sheet and the bars before there are any cells', async () => {
    const { seen } = await open();
    expect(seen.rows).toBe(0);
    expect(seen.busy).toBe('true');
    const [width, height] = seen.size;
    expect(width).toBeGreaterThan(1000);
    expect(height).toBeGreaterThan(500);
    const names = [0, 1, 2, 10].map((row) => seen.dark(40, 60 + row * ROW, 200, ROW - 2));
    expect(Math.min(...names)).toBeGreaterThan(20);
  });

  it('gives way to rows that can be reached, with the sheet in the same place', async () => {
    await open();
    const grid = page.getByRole('treegrid');
    await expect.element(grid).toHaveAttribute('aria-busy', 'false');
    expect(picture()).toBeNull();
    await expect.element(page.getByRole('rowheader', { name: /基础 Foundation/ })).toBeVisible();
    expect(document.querySelectorAll('[tabindex="0"][data-cell]')).toHaveLength(1);
  });
});

describe('columns in the picture', () => {
  const column = (id: string, width: number, grow = false): SheetColumn => ({
    id,
    header: id,
    width,
    grow,
    text: () => '',
  });

  it('share what is left over where they grow, as the cells do', () => {
    const places = placesIn([column('a', 60), column('b', 100, true), column('c', 40)], 300);
    expect(places.map(({ x, width }) => [x, width])).toEqual([
      [0, 60],
      [60, 200],
      [260, 40],
    ]);
  });

  it('end where the sheet does', () => {
    const places = placesIn([column('a', 60), column('b', 100, true), column('c', 40)], 150);
    expect(places.map(({ column: { id }, x, width }) => [id, x, width])).toEqual([
      ['a', 0, 60],
      ['b', 60, 100],
    ]);
  });
});
