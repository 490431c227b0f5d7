/** Browser side of `coreCommands`: a window with a real core behind it. */
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { commands } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createQueryClient, followChanges } from '#renderer/client/hooks.ts';
import { request } from '#renderer/client/wire.ts';
import { createI18n } from '#renderer/i18n/index.ts';
import { AppProviders } from '#renderer/shell/App.tsx';
import { useKeptViews } from '#renderer/state/keptViews.ts';
import { setPreferences, type Theme } from '#renderer/state/preferences.ts';
import type { Locale } from '#shared/i18n/index.ts';

interface CoreCommands {
  coreStart(key: string): Promise<void>;
  coreRequest(key: string, json: string): Promise<{ reply: string; events: readonly string[] }>;
  coreClose(key: string): Promise<void>;
}
const core = commands as unknown as CoreCommands;

const listeners = new Set<(json: string) => void>();
let key = '';
let client: QueryClient | null = null;
let stop = () => {};

const host: MilepostHost = {
  async request(json) {
    const { reply, events } = await core.coreRequest(key, json);
    for (const event of events) for (const listener of [...listeners]) listener(event);
    return reply;
  },
  subscribe(listener) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  info: {
    kind: 'test',
    platform: 'linux',
    appVersion: '0.0.0-test',
    nativeMenus: false,
    nativeDialogs: false,
    preferredLanguages: ['zh-CN'],
  },
};

/** Starts an empty core, on 2026-11-21 in Shanghai, and puts it behind `window.host`. */
export async function startCore(): Promise<typeof request> {
  key = crypto.randomUUID();
  await core.coreStart(key);
  Object.defineProperty(window, 'host', { value: host, configurable: true });
  client = createQueryClient();
  stop = followChanges(client);
  return request;
}

export async function stopCore(): Promise<void> {
  await cleanup();
  stop();
  client?.clear();
  document.body.replaceChildren();
  useKeptViews.setState({ byList: {} });
  await core.coreClose(key);
}

/** Shows a screen as the app does: language, look, day, cache. */
export async function showScreen(content: ReactNode, locale: Locale = 'zh-CN', theme: Theme = 'light') {
  if (client === null) throw new Error('startCore first');
  setPreferences({ locale, theme, density: 'normal', sidebarOpen: true });
  const box = document.createElement('main');
  box.style.height = '100vh';
  document.body.append(box);
  document.title = 'Milepost';
  return render(
    <AppProviders i18n={createI18n(locale)} today="2026-11-21">
      <QueryClientProvider client={client}>
        <Suspense fallback={null}>{content}</Suspense>
      </QueryClientProvider>
    </AppProviders>,
    { container: box },
  );
}
