import { QueryClientProvider } from '@tanstack/react-query';
import axe from 'axe-core';
import { type ReactNode, Suspense } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createQueryClient } from '#renderer/client/hooks.ts';
import { createI18n } from '#renderer/i18n/index.ts';
import { AppProviders } from '#renderer/shell/App.tsx';
import { setPreferences, type Theme } from '#renderer/state/preferences.ts';
import { resetRoute, selectRoute, useRouteStore } from '#renderer/state/route.ts';
import type { Locale } from '#shared/i18n/index.ts';
import type { ImportReport } from '#shared/ipc/channels/import.ts';
import type { WireError } from '#shared/ipc/errors.ts';
import { compose } from '#test/support/compose.ts';
import { ImportReportView, ImportScreen } from './public.ts';

const report: ImportReport = {
  fileName: '滨江办公楼.xml',
  producer: 'msproject-2016',
  title: '滨江办公楼弱电改造',
  company: '华成建设',
  manager: '李工',
  start: '2026-11-02T08:00:00',
  finish: '2027-03-19T17:00:00',
  counts: {
    tasks: 361,
    milestones: 28,
    links: 296,
    calendars: 3,
    resources: 7,
    assignments: 250,
    baselines: 1,
    fields: 260,
  },
  warnings: [
    {
      code: 'ASSIGNMENT_DANGLING',
      place: 'Assignment 7',
      line: null,
      args: { place: 'Assignment 7', line: '—', task: 3 },
    },
    {
      code: 'LINK_DANGLING',
      place: 'Task 4',
      line: 90,
      args: { place: 'Task 4', line: 90, predecessor: 77 },
    },
    {
      code: 'NAME_TOO_LONG',
      place: '$t(common:verb.undo) {{line}}',
      line: 3,
      args: { place: '$t(common:verb.undo) {{line}}', line: 3, length: 300 },
    },
    { code: 'NAME_TOO_LONG', place: 'Task 9', line: 4, args: { place: 'Task 9', line: 4, length: 400 } },
  ],
  warningCounts: { ASSIGNMENT_DANGLING: 1, LINK_DANGLING: 1, NAME_TOO_LONG: 140 },
  leftOut: { links: 1, timephasedBlocks: 120, unknownElements: 2 },
  differences: [
    {
      uid: 5,
      name: '<script>alert(1)</script>',
      source: '2026-11-20T17:00:00',
      ours: '2026-11-23T17:00:00',
      reason: 'manual',
    },
    { uid: 6, name: '', source: null, ours: null, reason: 'noDates' },
  ],
  differenceCount: 2,
};

interface Asked {
  readonly channel: string;
  readonly input: Record<string, unknown>;
}

/** A core that answers what the screen asks for. */
class Core {
  asked: Asked[] = [];
  inspect: { ok: ImportReport } | { err: WireError } | 'never' = { ok: report };
  undoSeq = 7;
  clients = [
    { id: 'cli_1', name: '华成建设' },
    { id: 'cli_2', name: '城南医院' },
  ];
  #listener: (json: string) => void = () => {};
  #n = 0;

  push(event: Record<string, unknown>): void {
    this.#n += 1;
    this.#listener(JSON.stringify({ ...event, n: this.#n }));
  }

  subscribe = (listener: (json: string) => void) => {
    this.#listener = listener;
    return () => {};
  };

  inputs = (channel: string) => this.asked.filter((one) => one.channel === channel).map((one) => one.input);

  #task(taskId: string, end: { ok: unknown } | { err: WireError } | 'never') {
    setTimeout(() => {
      this.push({ type: 'task.progress', taskId, fraction: 0.35, stage: 'read' });
      if (end === 'never') return;
      if ('ok' in end) this.push({ type: 'task.done', taskId, value: end.ok });
      else this.push({ type: 'task.failed', taskId, err: end.err });
    }, 20);
    return { taskId };
  }

  answer(channel: string, input: Record<string, unknown>): unknown {
    switch (channel) {
      case 'import.inspect':
        return this.#task('tsk_read', this.inspect);
      case 'import.project':
        return this.#task('tsk_write', {
          ok: { projectId: 'prj_9', clientId: 'cli_1', report },
        });
      case 'task.cancel':
        this.push({ type: 'task.failed', taskId: input['taskId'], err: { code: 'CANCELLED', args: {} } });
        return {};
      case 'file.begin':
        return { token: 'tok_upload' };
      case 'client.list':
        return this.clients;
      case 'import.report':
        return report;
      case 'undo.state':
        return { undo: { seq: this.undoSeq, label: { key: 'importProject', args: {} } }, redo: null };
      default:
        return {};
    }
  }

  request = async (json: string): Promise<string> => {
    const { channel, input } = JSON.parse(json) as Asked;
    this.asked.push({ channel, input });
    return JSON.stringify({ ok: true, value: this.answer(channel, input) });
  };
}

let core: Core;

async function show(content: ReactNode, locale: Locale = 'zh-CN', theme: Theme = 'light') {
  setPreferences({ locale, theme, density: 'normal' });
  const box = document.createElement('main');
  box.style.height = '100vh';
  box.style.overflow = 'auto';
  document.body.append(box);
  return render(
    <QueryClientProvider client={createQueryClient()}>
      <AppProviders i18n={createI18n(locale)} today="2026-11-21">
        <Suspense fallback="">{content}</Suspense>
      </AppProviders>
    </QueryClientProvider>,
    { container: box },
  );
}

const findings = async () =>
  (await axe.run(document.body)).violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );

async function composeInto(text: string) {
  const ime = await compose('zhong', text);
  await ime.press('Enter');
  await ime.finish();
}

beforeEach(() => {
  core = new Core();
  resetRoute();
  Object.assign(window, {
    host: {
      request: core.request,
      subscribe: core.subscribe,
      info: { kind: 'test', platform: 'linux', nativeDialogs: false, preferredLanguages: ['zh-CN'] },
    },
  });
});
afterEach(async () => {
  await cleanup();
  document.body.replaceChildren();
});

/** Drops a file as soon as the screen has a place for it. */
const drop = async (file: File) => {
  const data = new DataTransfer();
  data.items.add(file);
  const target = await vi.waitFor(() => {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('no file input');
    return input;
  }, 10_000);
  target.files = data.files;
  target.dispatchEvent(new Event('change', { bubbles: true }));
};

describe('the import', () => {
  it.each([
    ['zh-CN', 'light'],
    ['zh-TW', 'dark'],
    ['en', 'light'],
  ] as const)('reviews without an accessibility finding in %s, %s', async (locale, theme) => {
    await show(<ImportScreen token="tok_1" fileName="滨江办公楼.xml" />, locale, theme);
    await expect.element(page.getByRole('table')).toBeVisible();
    document.title = 'Milepost';
    expect(await findings()).toEqual([]);
    await page.screenshot({ path: `../../../test-results/import-review-${locale}.png` });
  });

  it('starts without an accessibility finding', async () => {
    await show(<ImportScreen />, 'zh-TW', 'dark');
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await findings()).toEqual([]);
    await page.screenshot({ path: '../../../test-results/import-choose.png' });
  });

  it('shows names of the file as text, whatever they contain', async () => {
    await show(<ImportScreen token="tok_1" fileName="a.xml" />);
    await expect.element(page.getByText('<script>alert(1)</script>')).toBeVisible();
    expect(document.querySelector('main script')).toBeNull();
    await expect.element(page.getByText(/^分配 7：/)).toBeVisible();
    await page.getByText('$t(common:verb.undo) {{line}}', { exact: false }).first().click();
    await expect.element(page.getByText(/另有 138 处未列出/)).toBeVisible();
  });

  it('hands a chosen file over piece by piece, and says line and column of what is wrong', async () => {
    core.inspect = {
      err: {
        code: 'IMPORT_REFUSED',
        reason: 'XML_MALFORMED',
        args: { name: 'x.xml', line: 12, column: 7, path: 'Project/Tasks/Task' },
      },
    };
    await show(<ImportScreen />, 'en');
    await drop(new File([new Uint8Array(1_500_000)], 'x.xml'));
    await expect.element(page.getByText(/line 12, column 7 \(Project\/Tasks\/Task\)/)).toBeVisible();
    await expect.element(page.getByText('Nothing in your data was changed.')).toBeVisible();
    expect(core.inputs('file.chunk')).toHaveLength(2);
    expect(core.inputs('file.release')).toEqual([{ token: 'tok_upload' }]);
    await page.screenshot({ path: '../../../test-results/import-refused.png' });
  });

  it('can be cancelled while it reads, without a complaint', async () => {
    core.inspect = 'never';
    await show(<ImportScreen token="tok_1" fileName="a.xml" />);
    await page.getByRole('button', { name: '取消' }).click();
    await expect.element(page.getByText('选择文件…')).toBeVisible();
    expect(core.inputs('task.cancel')).toEqual([{ taskId: 'tsk_read' }]);
    expect(document.querySelector('[role="alert"]')).toBeNull();
  });

  it('proposes the client of the same name, imports by keyboard, opens the plan and offers undo', async () => {
    await show(<ImportScreen token="tok_1" fileName="a.xml" />);
    await page.getByRole('textbox', { name: /项目名称/ }).click();
    await userEvent.keyboard('{End}二期{Enter}');
    await expect
      .poll(() => selectRoute(useRouteStore.getState()))
      .toEqual({ name: 'plan', projectId: 'prj_9' });
    expect(core.inputs('import.project')).toEqual([
      { token: 'tok_1', client: { id: 'cli_1' }, name: '滨江办公楼弱电改造二期' },
    ]);
    await page
      .getByRole('button', { name: '撤销' })
      .or(page.getByRole('button', { name: '撤消' }))
      .click();
    await expect.poll(() => core.inputs('undo.undo')).toHaveLength(1);
  });

  it('does not undo a later change in place of the import', async () => {
    await show(<ImportScreen token="tok_1" fileName="a.xml" />);
    await page.getByRole('button', { name: '导入', exact: true }).click();
    const undo = page.getByRole('button', { name: '撤销' }).last();
    await expect.element(undo).toBeVisible();
    core.undoSeq = 8;
    await undo.click();
    await expect.element(page.getByText(/导入之后又有其他改动/)).toBeVisible();
    expect(core.inputs('undo.undo')).toEqual([]);
  });

  it('takes composed text in the name; Enter of the composition does not import', async () => {
    await show(<ImportScreen token="tok_1" fileName="a.xml" />);
    const name = page.getByRole('textbox', { name: /项目名称/ });
    await name.fill('');
    await name.click();
    await composeInto('中');
    await expect.element(name).toHaveValue('中');
    expect(core.inputs('import.project')).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => core.inputs('import.project')).toHaveLength(1);
  });

  it('asks for the client where none is known', async () => {
    core.inspect = { ok: { ...report, company: null } };
    core.clients = [];
    await show(<ImportScreen token="tok_1" fileName="a.xml" />);
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await expect.element(page.getByText(/请选择或填写客户/)).toBeVisible();
    expect(core.inputs('import.project')).toEqual([]);
    await page.getByRole('textbox', { name: /客户名称/ }).fill('新客户甲');
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await expect.poll(() => core.inputs('import.project')).toMatchObject([{ client: { name: '新客户甲' } }]);
  });

  it('gives the file back when the screen is left', async () => {
    const shown = await show(<ImportScreen token="tok_1" fileName="a.xml" />);
    await expect.element(page.getByRole('table')).toBeVisible();
    await shown.unmount();
    await expect.poll(() => core.inputs('file.release')).toEqual([{ token: 'tok_1' }]);
  });

  it('keeps its report with the project', async () => {
    await show(<ImportReportView projectId="prj_9" />);
    await expect.element(page.getByText('Microsoft Project 2016 或更新版本')).toBeVisible();
  });
});
