import { QueryClientProvider } from '@tanstack/react-query';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import type { Locale } from '#shared/i18n/index.ts';
import { answerClientPage } from '#test/support/clientPage.ts';
import { type FakeHost, installFakeHost } from '#test/support/fakeHost.ts';
import { createQueryClient } from '../client/hooks.ts';
import { registerCommands } from '../commands/registry.ts';
import { createI18n } from '../i18n/index.ts';
import { setPreferences, type Theme } from '../state/preferences.ts';
import { navigate, resetRoute } from '../state/route.ts';
import { setName, setWorkStatus } from '../state/workStatus.ts';
import { showToast } from '../ui/index.ts';
import { AppProviders } from './App.tsx';
import { Shell } from './Shell.tsx';
import { RecoveryScreen, StartupProgress } from './startup/StartupScreens.tsx';

async function show(content: ReactNode, locale: Locale = 'zh-CN', theme: Theme = 'light') {
  setPreferences({ locale, theme, density: 'normal', sidebarOpen: true });
  const box = document.createElement('div');
  box.style.height = '100vh';
  document.body.append(box);
  return render(
    <QueryClientProvider client={createQueryClient()}>
      <AppProviders i18n={createI18n(locale)} today="2026-11-21">
        {content}
      </AppProviders>
    </QueryClientProvider>,
    { container: box },
  );
}

async function findings(): Promise<string[]> {
  const { violations } = await axe.run(document.body);
  return violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}

let undone = 0;
let core: FakeHost;
const shell = (
  <Shell
    mac={false}
    onUndo={() => {
      undone += 1;
    }}
    onRedo={() => {}}
  />
);
const nothing = () => {};

beforeEach(() => {
  undone = 0;
  core = installFakeHost();
  core.answers['client.rows'] = () => [];
  core.answers['project.rows'] = () => [];
  core.answers['today.get'] = () => ({ today: '2026-11-21', rows: [], cut: [] });
  resetRoute();
  setWorkStatus({ undoLabel: null, redoLabel: null, savedAt: null });
});
afterEach(async () => {
  await cleanup();
  document.body.replaceChildren();
});

describe('the frame', () => {
  it.each([
    ['zh-CN', 'light'],
    ['zh-TW', 'dark'],
    ['en', 'light'],
  ] as const)('has no accessibility finding in %s, %s', async (locale, theme) => {
    navigate({ name: 'plan', projectId: 'prj_1' });
    setName('prj_1', locale === 'en' ? 'Riverside office wiring' : '滨江办公楼弱电改造');
    setWorkStatus({
      savedAt: Date.UTC(2026, 10, 21, 6, 2),
      undoLabel: locale === 'en' ? 'Move task' : '移动任务',
    });
    await show(shell, locale, theme);
    await expect.element(page.getByRole('navigation').first()).toBeVisible();
    expect(await findings()).toEqual([]);
    expect(document.documentElement.lang).toBe(locale);
    await page.screenshot({ path: `../../test-results/shell-${locale}.png` });
  });

  it('says where one is in a narrow window, however long the name of the project is', async () => {
    await page.viewport(1024, 700);
    document.documentElement.style.setProperty('--text-scale', '1.3');
    setName('prj_1', 'Harbourside Dental: clinic fit-out and building services');
    await show(shell, 'en');
    for (const [name, text] of [
      ['expectations', 'Expectations'],
      ['goals', 'Goals and sign-off'],
      ['communication', 'Communication'],
    ] as const) {
      navigate({ name, projectId: 'prj_1' });
      const here = page.getByRole('navigation', { name: 'Location' }).getByText(text, { exact: true });
      await expect.element(here).toBeVisible();
      // A fraction of a pixel is enough for letters to give way to “…”.
      const element = here.element();
      const range = document.createRange();
      range.selectNodeContents(element);
      const room = element.getBoundingClientRect().width - 4;
      expect(range.getBoundingClientRect().width, text).toBeLessThanOrEqual(room + 0.001);
    }
    document.documentElement.style.removeProperty('--text-scale');
    await page.viewport(1366, 768);
  });

  it('marks the place one is at, whichever tab or record is open there', async () => {
    const marked = () => page.getByRole('button', { name: '目标与签署', exact: true });
    await show(shell);
    navigate({ name: 'goals', projectId: 'prj_1' });
    await expect.element(marked()).toHaveAttribute('aria-current', 'page');
    navigate({ name: 'goals', projectId: 'prj_1', section: 'charter', itemId: 'chr_1' });
    await expect.element(marked()).toHaveAttribute('aria-current', 'page');
    navigate({ name: 'plan', projectId: 'prj_1' });
    await expect.element(marked()).not.toHaveAttribute('aria-current');
  });

  it.each([true, false])('says how much feedback waits beside the place (sidebar open: %s)', async (open) => {
    core.answers['feedback.inbox'] = () => ({
      untriaged: 3,
      overdue: 1,
      clients: [],
      projects: [],
      people: [],
    });
    await show(shell);
    setPreferences({ sidebarOpen: open });
    await expect.element(page.getByRole('button', { name: '反馈 3', exact: true })).toBeVisible();
    expect(await findings()).toEqual([]);
  });

  it('goes back and forward with Alt and arrows, and finds commands by pinyin initials', async () => {
    await show(shell);
    await userEvent.keyboard('{Control>}3{/Control}');
    await expect.poll(() => document.title).toContain('项目');
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await expect.poll(() => document.title).toContain('今天');
    await userEvent.keyboard('{Control>}k{/Control}');
    await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('kh');
    await expect.element(page.getByRole('menuitem', { name: /客户/ })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.title).toContain('客户');
  });

  it('makes anything from one menu by keyboard; what needs a project waits for one', async () => {
    await show(shell);
    const made: string[] = [];
    const dispose = registerCommands([
      { id: 'new.client', title: () => '新建客户', run: () => void made.push('client') },
      { id: 'new.task', title: () => '新建任务', when: () => false, run: () => void made.push('task') },
    ]);
    const button = page.getByRole('button', { name: '新建', exact: true });
    await expect.element(button).toBeVisible();
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    const task = page.getByRole('menuitem', { name: '新建任务' });
    await expect.element(task).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => made).toEqual(['client']);
    await expect.element(button).toHaveFocus();
    dispose();
    await expect.poll(() => button.query()).toBeNull();
  });

  it('runs no shortcut while an input method composes', async () => {
    setWorkStatus({ undoLabel: '移动任务' });
    await show(shell);
    await cdp().send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      windowsVirtualKeyCode: 229,
      key: 'z',
      code: 'KeyZ',
      modifiers: 2,
    });
    expect(undone).toBe(0);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(undone).toBe(1);
  });

  it('refuses a shortcut that fits two commands, and says so', async () => {
    let runs = 0;
    const run = () => {
      runs += 1;
    };
    await show(shell);
    const dispose = registerCommands([
      { id: 'a.one', title: () => '甲', keys: ['F9'], run },
      { id: 'a.two', title: () => '乙', keys: ['F9'], run },
    ]);
    await userEvent.keyboard('{F9}');
    await expect.element(page.getByText(/对应多个命令/)).toBeVisible();
    expect(runs).toBe(0);
    dispose();
  });

  it('walks through the regions with F6, notifications included', async () => {
    await show(shell);
    showToast({ text: '已删除 3 项风险', tone: 'warn' });
    await expect.element(page.getByText('已删除 3 项风险')).toBeVisible();
    await userEvent.keyboard('{F6}');
    const region = () =>
      document.activeElement?.closest<HTMLElement>('[data-region], [role="region"]')?.dataset['region'] ??
      'toast';
    const seen = [region()];
    for (let n = 0; n < 3; n++) {
      await userEvent.keyboard('{F6}');
      seen.push(region());
    }
    expect(new Set(seen)).toEqual(new Set(['bar', 'nav', 'content', 'toast']));
  });

  it('keeps the failure of one screen inside the content', async () => {
    core.answers['client.rows'] = () => {
      throw { code: 'INTERNAL', args: {} };
    };
    await show(shell);
    navigate({ name: 'clients' });
    await expect.element(page.getByText('这一部分无法显示。')).toBeVisible();
    navigate({ name: 'projects' });
    await expect.element(page.getByRole('heading', { name: '项目' })).toBeVisible();
  });

  it('finds records by a few letters and opens them', async () => {
    answerClientPage(core);
    const id = core.put('client', { name: '华成建设' });
    core.answers['search.find'] = ({ text }: { text: string }) =>
      text === 'hc' ? [{ entity: 'client', id, title: '华成建设', project_id: null, context: '' }] : [];
    await show(shell);
    await userEvent.keyboard('{Control>}k{/Control}');
    await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('hc');
    await page.getByRole('menuitem', { name: /华成建设/ }).click();
    await expect.element(page.getByRole('heading', { name: '华成建设' })).toBeVisible();
  });
});

describe('start-up screens', () => {
  const backup = {
    file: 'a.db',
    createdAt: '2026-11-20T08:00:00.000Z',
    bytes: 1000,
    kind: 'daily',
    clients: 3,
    projects: 7,
    files: 12,
    missing: [],
  };
  const recovery = (code: string, acts: Partial<Parameters<typeof RecoveryScreen>[0]> = {}) => (
    <RecoveryScreen
      failure={{ code, args: {} }}
      dataDir="D:\\里程"
      backups={[backup]}
      busy={false}
      restoring={null}
      problem={null}
      onRetry={nothing}
      onRestore={nothing}
      onStartEmpty={nothing}
      onOpenFolder={nothing}
      onQuit={nothing}
      {...acts}
    />
  );

  it.each([
    'STORE_LOCKED',
    'STORE_NEWER',
    'STORE_CORRUPT',
    'STORE_FULL',
    'STORE_READONLY',
    'STORE_IO',
    'STORE_NOT_OURS',
    'STORE_MIGRATION',
  ])('%s says what to do and is accessible', async (code) => {
    await show(recovery(code));
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(page.getByRole('alert').element().textContent).not.toContain('程序内部出错');
    expect(await findings()).toEqual([]);
    if (code === 'STORE_CORRUPT') await page.screenshot({ path: '../../test-results/startup.png' });
  });

  it('shows how far a restore is, what a backup lacks, and lets the user give up', async () => {
    let given = 0;
    await show(
      recovery('STORE_CORRUPT', {
        busy: true,
        restoring: { fraction: 0.4, onCancel: () => void given++ },
        backups: [{ ...backup, missing: [{ entity: 'document', title: '目标确认书' }] }],
      }),
    );
    await expect.element(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '40');
    await expect.element(page.getByText('缺 1 个文件')).toBeVisible();
    await expect.element(page.getByRole('button', { name: '恢复此备份' })).toBeDisabled();
    await page.getByRole('button', { name: '取消' }).click();
    expect(given).toBe(1);
    expect(await findings()).toEqual([]);
  });

  it('restores a backup only after asking, with the safe answer first', async () => {
    const restored: string[] = [];
    await show(recovery('STORE_CORRUPT', { onRestore: (file) => void restored.push(file) }));
    await expect.element(page.getByText('3 位客户，7 个项目 · 12 个文件')).toBeVisible();
    await page.getByRole('button', { name: '恢复此备份' }).click();
    await expect.element(page.getByRole('button', { name: '取消' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(restored).toEqual([]);
    await page.getByRole('button', { name: '恢复此备份' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '恢复此备份' }).click();
    expect(restored).toEqual(['a.db']);
  });

  it('says that a migration is safe', async () => {
    await show(<StartupProgress stage="migrate" />);
    await expect.element(page.getByRole('progressbar')).toBeVisible();
    await expect.element(page.getByText(/已先完成备份|已先备份|备份/)).toBeVisible();
    expect(await findings()).toEqual([]);
  });
});
