import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { OutputOf } from '#shared/ipc/contract.ts';
import { parseLocal } from '#shared/schedule/calendar/instant.ts';
import { type FakeHost, installFakeHost } from '#test/support/fakeHost.ts';
import { findings, show } from '#test/support/screens.tsx';
import { DifferencesDialog } from './DifferencesDialog.tsx';

const project = 'prj_00000000-0000-7000-8000-000000000001';
const at = (text: string) => parseLocal(text) ?? 0;
const id = (n: number) => `tsk_00000000-0000-7000-8000-00000000000${n}`;

const answer: OutputOf<'plan.differences'> = {
  imported: true,
  count: 2,
  circle: [],
  rows: [1, 2].map((n) => ({
    id: id(n),
    number: String(n),
    name: `任务${n}`,
    start: at('2026-11-23T08:00:00'),
    finish: at('2026-11-23T17:00:00'),
    ourStart: at('2026-11-24T08:00:00'),
    ourFinish: at('2026-11-24T17:00:00'),
    cause: 'free' as const,
    driver: { kind: 'projectStart' as const, date: at('2026-11-24T08:00:00') },
  })),
};

let core: FakeHost;
beforeEach(() => {
  core = installFakeHost();
  core.answers['plan.differences'] = () => answer;
  core.answers['plan.setScheduling'] = () => ({
    effect: { moved: 1, finishBefore: null, finishAfter: null },
  });
});

describe('the dialog of differences', () => {
  it('holds the tasks that were marked and lets the others move; axe finds nothing', async () => {
    await show(<DifferencesDialog projectId={project} onClose={() => {}} />);
    await expect.element(page.getByRole('rowheader', { name: '2 任务2' })).toBeVisible();
    // The button fades in when the answer comes.
    await expect.poll(findings).toEqual([]);
    await page.getByRole('checkbox', { name: /2 任务2/ }).click({ force: true });
    await page.getByRole('button', { name: 'Schedule automatically' }).click();
    await expect
      .poll(() => core.asked('plan.setScheduling').at(-1))
      .toMatchObject({ projectId: project, scheduling: 'automatic', pin: [id(2)] });
  });

  it('keeps all dates on request', async () => {
    await show(<DifferencesDialog projectId={project} onClose={() => {}} />);
    await page.getByRole('button', { name: 'Keep all as they are' }).click();
    await expect.poll(() => core.asked('plan.setScheduling').at(-1)).toMatchObject({ scheduling: 'kept' });
  });
});
