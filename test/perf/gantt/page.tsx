/** The plan of the product as a page of the measuring folder, next to the other components. */
import '#renderer/styles/index.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { register } from 'gantt-bench/common';
import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '#renderer/client/hooks.ts';
import { shownTimeline } from '#renderer/features/plan/timeline/inspect.ts';
import { createI18n } from '#renderer/i18n/index.ts';
import { AppProviders } from '#renderer/shell/App.tsx';
import { setPreferences } from '#renderer/state/preferences.ts';
import type { PlanAnswer } from '#shared/ipc/channels/plan.ts';
import { networkOf } from '#test/support/planNetwork.ts';
import { Chart } from './Chart.tsx';
import { BENCH_PROJECT, planAnswer, rowId } from './plan.ts';

const host: typeof window.host = {
  // What is asked for beyond the data that is ready has no answer here.
  request: () => new Promise<string>(() => {}),
  subscribe: () => () => {},
  info: {
    kind: 'chromium',
    platform: 'linux',
    appVersion: '0',
    nativeMenus: false,
    nativeDialogs: false,
    preferredLanguages: ['en'],
  },
};
Object.defineProperty(window, 'host', { value: host });
setPreferences({ locale: 'en', theme: 'light', density: 'compact' });

const client = createQueryClient();
const i18n = createI18n('en');

/** Days by which the bar was moved last. */
let moved = 0;
let grip: { readonly x: number; readonly y: number; readonly perDay: number } | null = null;

/** Where a bar was drawn last, as an element would say it. The hand that asks comes over the bars before it takes one. */
function barOf(id: number): { getBoundingClientRect(): DOMRect } | null {
  const box = shownTimeline()?.barBox(rowId(id));
  if (box && !grip) {
    const bars = document.querySelector('[data-chart="bars"]');
    bars?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  }
  return box ? { getBoundingClientRect: () => box } : null;
}

const pointer = (type: string, target: EventTarget, x: number, y: number) =>
  target.dispatchEvent(
    new PointerEvent(type, {
      clientX: x,
      clientY: y,
      button: 0,
      buttons: 1,
      bubbles: true,
      cancelable: true,
    }),
  );

register({
  // Both answers of the core are data that is ready; what the screen makes of them is measured.
  prepare(data) {
    const answer = planAnswer(data);
    client.setQueryData(['plan.get', { projectId: BENCH_PROJECT }], answer);
    client.setQueryData(['plan.network', { projectId: BENCH_PROJECT }], networkOf(answer));
    return answer;
  },
  mount(root, answer: PlanAnswer) {
    createRoot(root).render(
      <QueryClientProvider client={client}>
        <AppProviders i18n={i18n} today={answer.today}>
          <Suspense fallback={null}>
            <div style={{ position: 'absolute', inset: 0 }}>
              <Chart />
            </div>
          </Suspense>
        </AppProviders>
      </QueryClientProvider>,
    );
  },
  // The first picture, all of it: sheet, axis and bars. It is handed over in one piece.
  ready: () => document.querySelector('[data-chart="opening"], [role="rowheader"]') !== null,
  bar: barOf,
  move(task, days) {
    // A bar that moves alone, because the plan behind it is not there yet, would be no move with rescheduling.
    if (moved !== 0 && !/tasks? moves?/.test(document.body.textContent))
      throw new Error('nothing was rescheduled');
    moved = days;
    const bar = barOf(task.id);
    if (!bar) throw new Error('the bar to move is not in view');
    if (!grip) {
      const box = bar.getBoundingClientRect();
      grip = { x: box.left + 2, y: box.top + box.height / 2, perDay: (box.width * 24) / (24 * task.d - 15) };
      pointer('pointerdown', document.querySelector('[data-chart="bars"]') ?? window, grip.x, grip.y);
    }
    pointer('pointermove', window, grip.x + days * grip.perDay, grip.y);
  },
  scroller: () => document.querySelector('[role="treegrid"]'),
  top: () => document.querySelector('[role="treegrid"]')?.scrollTop ?? 0,
});
