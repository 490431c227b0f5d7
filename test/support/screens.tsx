import { QueryClientProvider } from '@tanstack/react-query';
import axe from 'axe-core';
import { type ReactNode, Suspense } from 'react';
import { afterEach } from 'vitest';
import { cleanup, render } from 'vitest-browser-react';
import { createQueryClient, followChanges } from '#renderer/client/hooks.ts';
import { createI18n } from '#renderer/i18n/index.ts';
import { AppProviders } from '#renderer/shell/App.tsx';
import { useKeptViews } from '#renderer/state/keptViews.ts';
import { setPreferences, type Theme } from '#renderer/state/preferences.ts';
import type { Locale } from '#shared/i18n/index.ts';

let stop: (() => void) | null = null;

afterEach(async () => {
  await cleanup();
  stop?.();
  stop = null;
  document.body.replaceChildren();
  useKeptViews.setState({ byList: {} });
});

/** Shows a screen as the app does, on the fake core that is installed. Today is 2026-11-21. */
export async function show(content: ReactNode, locale: Locale = 'en', theme: Theme = 'light') {
  setPreferences({ locale, theme, density: 'normal', sidebarOpen: true });
  const client = createQueryClient();
  stop = followChanges(client);
  const box = document.createElement('div');
  box.style.height = '100vh';
  box.style.overflow = 'auto';
  document.body.append(box);
  document.title = 'Milepost';
  return render(
    <QueryClientProvider client={client}>
      <AppProviders i18n={createI18n(locale)} today="2026-11-21">
        <Suspense fallback={null}>{content}</Suspense>
      </AppProviders>
    </QueryClientProvider>,
    { container: box },
  );
}

/** What axe finds, one line each. */
export async function findings(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  return violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}
