import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { answerClientPage } from '#test/support/clientPage.ts';
import { type FakeHost, installFakeHost } from '#test/support/fakeHost.ts';
import { App } from './App.tsx';
import { createQueryClient, followChanges } from './client/hooks.ts';
import { createI18n } from './i18n/index.ts';
import { resetRoute } from './state/route.ts';

let core: FakeHost;
let stop = () => {};

const ready = { phase: 'ready', stage: '', err: null, dataDir: 'D:\\Milepost', language: null };

beforeEach(() => {
  document.title = '';
  resetRoute();
  core = installFakeHost();
  core.answers['startup.state'] = () => ready;
  core.answers['startup.backups'] = () => [];
  core.answers['client.rows'] = () => [];
  core.answers['project.rows'] = () => [];
  core.answers['today.get'] = () => ({ today: '2026-11-21', rows: [], cut: [] });
});
afterEach(async () => {
  await cleanup();
  stop();
});

function start() {
  const client = createQueryClient();
  stop = followChanges(client);
  return render(<App client={client} i18n={createI18n('en')} />);
}

/** Changes what the core says of the app. */
function state(change: object, prefs: object = {}) {
  const known = core.answers['app.state']?.({} as never) as { prefs: object };
  core.answers['app.state'] = () => ({ ...known, ...change, prefs: { ...known.prefs, ...prefs } });
}

describe('the window', () => {
  it('comes back to the place, look and language it was left with', async () => {
    answerClientPage(core);
    const id = core.put('client', { name: '华成建设' });
    const ui = JSON.stringify({ sidebarOpen: false, route: { name: 'client', clientId: id } });
    state({}, { ui, language: 'zh-TW', theme: 'dark' });
    await start();
    await expect.element(page.getByRole('heading', { name: '华成建设' })).toBeVisible();
    expect(document.documentElement.lang).toBe('zh-TW');
    expect(document.documentElement.dataset['theme']).toBe('dark');
    await expect.element(page.getByRole('button', { name: '展開側邊欄' })).toBeVisible();
  });

  it('starts at Today when what was remembered is damaged', async () => {
    state({}, { ui: '{"route":{"name":"client"}' });
    await start();
    await expect.poll(() => document.title).toContain('Today');
  });

  it('asks the first questions only where nothing is there yet', async () => {
    state({ hasData: false }, { onboarded: false });
    await start();
    await expect.element(page.getByRole('heading', { name: 'Welcome to Milepost' })).toBeVisible();
  });

  it('remembers where it is a little later', async () => {
    await start();
    await expect.poll(() => document.title).toContain('Today');
    await userEvent.keyboard('{Control>}2{/Control}');
    await expect
      .poll(() => core.asked('prefs.set').at(-1), { timeout: 3000 })
      .toMatchObject({ ui: expect.stringContaining('"clients"') });
  });

  it('undoes with the name of the act, and says what was left alone', async () => {
    const label = { key: 'update', args: { entity: 'client', name: 'Acme' } };
    core.answers['undo.state'] = () => ({ undo: { seq: 1, label }, redo: null });
    core.answers['undo.undo'] = () => ({ label, skipped: 2 });
    await start();
    await page.getByRole('button', { name: /^Undo: Change client .Acme./ }).click();
    await expect.element(page.getByText(/Undone: .*Acme.*2 values were changed since/)).toBeVisible();
  });

  it('opens a file that the system hands over', async () => {
    await start();
    await expect.poll(() => document.title).toContain('Today');
    core.emit({ type: 'file.opened', token: 'tok', name: 'plan.xml', size: 10 });
    await expect.poll(() => document.title).toContain('Import');
  });
});

it('shows why the data cannot be opened, and goes on once it can', async () => {
  core.answers['startup.state'] = () => ({
    ...ready,
    phase: 'failed',
    err: { code: 'STORE_LOCKED', args: {} },
  });
  core.answers['startup.retry'] = () => {
    core.answers['startup.state'] = () => ready;
    core.emit({ type: 'prefs.changed' });
    return {};
  };
  await start();
  await expect.element(page.getByRole('heading', { name: 'Your data is in use' })).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => document.title).toContain('Today');
});
