import axe from 'axe-core';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import type { Locale } from '#shared/i18n/index.ts';
import { registerCommands } from '../commands/registry.ts';
import { createI18n } from '../i18n/index.ts';
import { setPreferences, type Theme } from '../state/preferences.ts';
import { navigate, resetRoute } from '../state/route.ts';
import { setName, setWorkStatus } from '../state/workStatus.ts';
import { showToast } from '../ui/index.ts';
import { AppProviders } from './App.tsx';
import { AppearanceSettings } from './AppearanceSettings.tsx';
import { Shell } from './Shell.tsx';
import { registerScreen } from './screens.ts';
import { StartupProgress, type StoreProblem, StoreProblemScreen } from './startup/StartupScreens.tsx';

async function show(content: ReactNode, locale: Locale = 'zh-CN', theme: Theme = 'light') {
  setPreferences({ locale, theme, density: 'normal', sidebarOpen: true });
  const box = document.createElement('div');
  box.style.height = '100vh';
  document.body.append(box);
  return render(
    <AppProviders i18n={createI18n(locale)} today="2026-11-21">
      {content}
    </AppProviders>,
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

  it('goes back and forward with Alt and arrows, and finds commands by pinyin initials', async () => {
    await show(shell);
    await userEvent.keyboard('{Control>}3{/Control}');
    expect(document.title).toContain('项目');
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await expect.poll(() => document.title).toContain('今天');
    await userEvent.keyboard('{Control>}k{/Control}');
    await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('kh');
    await expect.element(page.getByRole('menuitem', { name: /客户/ })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.title).toContain('客户');
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
    registerScreen('reports', async () => ({
      default: () => {
        throw new Error('broken');
      },
    }));
    await show(shell);
    navigate({ name: 'reports' });
    await expect.element(page.getByText('这一部分无法显示。')).toBeVisible();
    navigate({ name: 'clients' });
    await expect.element(page.getByText('这里还没有内容。')).toBeVisible();
  });

  it('changes the language at run time', async () => {
    await show(
      <main>
        <h1>x</h1>
        <AppearanceSettings />
      </main>,
    );
    expect(await findings()).toEqual([]);
    setPreferences({ locale: 'en' });
    await expect.element(page.getByText('Row height')).toBeVisible();
    expect(document.documentElement.lang).toBe('en');
  });
});

describe('start-up screens', () => {
  const ways = {
    onRetry: nothing,
    onOpenFolder: nothing,
    onRestoreBackup: nothing,
    onExportReadable: nothing,
    onOpenOther: nothing,
    onViewOnly: nothing,
    onQuit: nothing,
  };
  const problems: readonly StoreProblem[] = [
    'STORE_LOCKED',
    'STORE_NEWER',
    'STORE_CORRUPT',
    'STORE_FULL',
    'STORE_READONLY',
    'STORE_IO',
  ];

  it.each(problems)('%s says what to do and is accessible', async (problem) => {
    await show(
      <StoreProblemScreen
        {...ways}
        problem={problem}
        dataPath="D:\\里程\\data.milepost"
        lastBackupAt="2026-11-20T08:00:00Z"
      />,
    );
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(await findings()).toEqual([]);
    if (problem === 'STORE_CORRUPT') await page.screenshot({ path: '../../test-results/startup.png' });
  });

  it('shows how far a migration is', async () => {
    await show(<StartupProgress kind="migrating" fraction={0.5} />);
    await expect.element(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '50');
    expect(await findings()).toEqual([]);
  });
});
