import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { printSetupOf, usePrintSetups } from '#renderer/state/printSetups.ts';
import type { PrintSetup } from '#shared/domain/plan/printSetup.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { type FakeHost, installFakeHost } from '#test/support/fakeHost.ts';
import { printPlan } from '#test/support/printPlan.ts';
import { findings, show } from '#test/support/screens.tsx';
import { PrintGanttDialog } from './public.ts';

const project = 'prj_00000000-0000-7000-8000-000000000001';
let core: FakeHost;
let closed: number;

beforeEach(() => {
  usePrintSetups.setState({ byProject: [] });
  closed = 0;
  core = installFakeHost();
  core.answers['planPrint.source'] = () => printPlan(5);
  core.answers['plan.baselines'] = () => [];
});

async function open(locale: Locale = 'en', theme: 'light' | 'dark' = 'light', selected: string[] = []) {
  await show(
    <PrintGanttDialog
      projectId={project}
      selectedIds={selected}
      visibleIds={[]}
      onClose={() => (closed += 1)}
    />,
    locale,
    theme,
  );
  await expect.element(page.getByRole('img').first()).toBeVisible();
}

const sheets = () => document.querySelectorAll('[data-number]').length;
const choose = async (field: RegExp, option: string) => {
  await page.getByRole('button', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};
/** Answers a task when it is asked for, as the core does: the id first, its end as an event. */
function answerTask(channel: string, end: Readonly<Record<string, unknown>> | null) {
  core.answers[channel] = () => {
    if (end) setTimeout(() => core.emit({ taskId: 'task-1', ...end }), 0);
    return { taskId: 'task-1' };
  };
}

describe('print preview', () => {
  it.each([
    ['en', 'light'],
    ['zh-CN', 'dark'],
    ['zh-TW', 'light'],
  ] as const)('has no accessibility problems (%s, %s)', async (locale, theme) => {
    await open(locale, theme);
    await expect.poll(findings).toEqual([]);
  });

  it('shows the pages with their breaks, and new ones when the setup changes', async () => {
    await open();
    const before = sheets();
    await expect.element(page.getByText(`${before} pages`, { exact: true })).toBeVisible();
    await expect.element(page.getByText(`1 wide × ${before} tall`)).toBeVisible();
    await choose(/Scaling/, 'Number of pages');
    await expect.poll(sheets).toBe(before * 2);
    await expect.element(page.getByText(`2 wide × ${before} tall`)).toBeVisible();
    await page.getByText('A3', { exact: true }).click();
    await expect.poll(sheets).toBeLessThan(before * 2);
  });

  it('I9 compares with the baseline that is chosen', async () => {
    const baselines = [
      'bas_00000000-0000-7000-8000-000000000001',
      'bas_00000000-0000-7000-8000-000000000002',
    ];
    core.answers['plan.baselines'] = () => baselines.map((id, i) => ({ id, name: `V${i + 1}` }));
    await open();
    await choose(/Baseline shown/, 'V1');
    await expect
      .poll(() => core.asked('planPrint.source'))
      .toEqual([
        { projectId: project, baselineId: null },
        { projectId: project, baselineId: baselines[0] },
      ]);
    expect(printSetupOf(project)?.baselineId).toBe(baselines[0]);
    await expect.element(page.getByRole('img').first()).toBeVisible();
  });

  it('keeps the setup of the project for the next time', async () => {
    await open();
    await page.getByText('Portrait', { exact: true }).click();
    await page.getByText('Print in grey', { exact: true }).click();
    await expect.poll(() => printSetupOf(project)).toMatchObject({ landscape: false, grey: true });
    await page.getByRole('button', { name: 'Reset to defaults' }).click();
    await expect.poll(() => printSetupOf(project)).toMatchObject({ landscape: true, grey: false });
  });

  it('draws in the language of the pages, which need not be that of the window', async () => {
    await open('en');
    await choose(/Language of the pages/, 'Simplified Chinese');
    await expect.element(page.getByText('关键任务', { exact: true }).first()).toBeInTheDocument();
  });

  it('says what it could not do as asked', async () => {
    await open();
    await choose(/Scaling/, 'Number of pages');
    await userEvent.fill(page.getByRole('textbox', { name: 'Pages tall at most' }), '1');
    await userEvent.tab();
    await expect.element(page.getByText(/Even with text of 7 pt this needs 2 pages/)).toBeVisible();
  });

  it('offers the selected tasks only where some are selected', async () => {
    answerTask('planPrint.pdf', { type: 'task.done', value: { name: 'Plan.pdf', pages: 1, bytes: 5 } });
    const id = printPlan(5).plan.rows.id[1] ?? '';
    // A row that stands for a group is no task.
    await open('en', 'light', [id, 'group:老王']);
    await choose(/Rows/, 'Selected tasks');
    await expect.poll(sheets).toBe(1);
    await page.getByRole('button', { name: 'Save PDF…' }).click();
    await expect.poll(() => core.asked('planPrint.pdf')).toMatchObject([{ rowIds: [id] }]);
  });

  it('saves as PDF what is shown, and offers to open it', async () => {
    answerTask('planPrint.pdf', { type: 'task.done', value: { name: 'Plan.pdf', pages: 2, bytes: 5 } });
    core.answers['planPrint.open'] = () => ({ opened: true });
    await open();
    await page.getByText('A3', { exact: true }).click();
    await page.getByRole('button', { name: 'Save PDF…' }).click();
    await expect.element(page.getByText('“Plan.pdf” saved, 2 pages')).toBeVisible();
    const [asked] = core.asked('planPrint.pdf') as { setup: PrintSetup; rowIds: null }[];
    expect(asked).toMatchObject({ projectId: project, rowIds: null, setup: { paper: 'a3' } });
    await page.getByRole('button', { name: 'Open' }).click();
    await expect.poll(() => core.asked('planPrint.open')).toHaveLength(1);
  });

  it('shows progress, and stops on Cancel and when it is closed', async () => {
    answerTask('planPrint.pdf', null);
    await open();
    await page.getByRole('button', { name: 'Save PDF…' }).click();
    core.emit({ type: 'task.progress', taskId: 'task-1', fraction: 0.4, stage: 'print' });
    await expect.element(page.getByRole('progressbar', { name: 'Making pages…' })).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => core.asked('task.cancel')).toEqual([{ taskId: 'task-1' }]);
    core.emit({ type: 'task.failed', taskId: 'task-1', err: { code: 'CANCELLED', args: {} } });
    await expect.element(page.getByRole('button', { name: 'Save PDF…' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => closed).toBe(1);
  });

  it('names characters that cannot be printed and prints a sign for them on the user’s word', async () => {
    answerTask('planPrint.pdf', {
      type: 'task.failed',
      err: { code: 'MISSING_GLYPHS', args: { characters: 'X', where: 'aXb', count: 1 } },
    });
    await open();
    await page.getByRole('button', { name: 'Save PDF…' }).click();
    await page.getByRole('button', { name: 'Print “〓” instead' }).click();
    await expect.poll(() => core.asked('planPrint.pdf').at(-1)).toMatchObject({ replaceMissing: true });
  });

  it.each([
    ['SVG，每页一个文件', 'svg', null],
    ['PNG，整张图一个文件', 'png', 1],
  ] as const)('draws pictures: %s', async (entry, format, files) => {
    const sent: string[] = [];
    core.answers['file.begin'] = () => ({ token: `t${core.asked('file.begin').length}` });
    core.answers['file.chunk'] = ({ base64 }: { base64: string }) => {
      sent.push(atob(base64));
      return {};
    };
    core.answers['planPrint.images'] = () => ({ name: `Plan.${format}`, pages: 1, bytes: 1 });
    await open('zh-CN');
    const pages = sheets();
    await page.getByRole('button', { name: '导出图片' }).click();
    await page.getByRole('menuitem', { name: entry }).click();
    await expect.poll(() => core.asked('planPrint.images'), { timeout: 30_000 }).toHaveLength(1);
    const count = files ?? pages;
    expect(core.asked('planPrint.images')[0]).toMatchObject({
      format,
      tokens: Array.from({ length: count }, (_, i) => `t${i + 1}`),
    });
    if (format === 'png') expect(sent[0]?.slice(1, 4)).toBe('PNG');
    else
      expect(new TextDecoder().decode(Uint8Array.from(sent[0] ?? '', (c) => c.charCodeAt(0)))).toContain(
        '工作 1.1',
      );
  });
});
