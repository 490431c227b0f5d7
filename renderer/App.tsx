/** The whole window: providers, start-up, first run, frame. */
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { lazy, type ReactNode, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useReadyAnswer } from './client/hooks.ts';
import { useI18n } from './i18n/index.ts';
import { AppProviders } from './shell/App.tsx';
import { registerAppCommands } from './shell/appCommands.ts';
import { Shell } from './shell/Shell.tsx';
import { StartupGate } from './shell/startup/StartupGate.tsx';
import { StartupProgress } from './shell/startup/StartupScreens.tsx';
import {
  applyStored,
  stepHistory,
  useApplicationMenu,
  useOpenedFiles,
  usePlaceNames,
  useRemembered,
  useSavedAt,
  useUndoLabels,
} from './shell/useCoreState.ts';
import { useDialog } from './state/dialogs.ts';
import { recall } from './state/remember.ts';
import { ErrorBoundary } from './ui/index.ts';

const Onboarding = lazy(async () => ({
  default: (await import('./features/onboarding/public.ts')).Onboarding,
}));
const Dialogs = lazy(async () => ({ default: (await import('./features/search/public.ts')).Dialogs }));

function localDay(): string {
  const now = new Date();
  const part = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}

/** The calendar day, which changes while the window stays open over night. */
function useLocalDay(): string {
  const [day, setDay] = useState(localDay);
  useEffect(() => {
    const refresh = () => setDay(localDay());
    const timer = setInterval(refresh, 60_000);
    window.addEventListener('focus', refresh);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', refresh);
    };
  }, []);
  return day;
}

/** Dialogs are loaded when the first one opens. */
function DialogHost() {
  const shown = useDialog((state) => state.shown);
  const needed = useRef(false);
  needed.current ||= shown !== null;
  return needed.current ? (
    <Suspense fallback={null}>
      <Dialogs />
    </Suspense>
  ) : null;
}

function Frame() {
  const { t } = useI18n();
  useUndoLabels();
  usePlaceNames();
  useSavedAt();
  useApplicationMenu(t);
  useOpenedFiles();
  useRemembered();
  useEffect(() => registerAppCommands(t), [t]);
  return (
    <>
      <Shell
        mac={window.host.info.platform === 'darwin'}
        onUndo={() => void stepHistory('undo', t)}
        onRedo={() => void stepHistory('redo', t)}
      />
      <DialogHost />
    </>
  );
}

/** Follows the stored preferences; a computer that has seen nothing yet is asked three questions. */
function Opened() {
  const { prefs, hasData } = useReadyAnswer('app.state', {});
  const [recalled, setRecalled] = useState(false);
  const [asking, setAsking] = useState(!prefs.onboarded && !hasData);
  // Before the first picture, but not while rendering: what is recalled is state of components above this one.
  useLayoutEffect(() => {
    applyStored(prefs);
    if (recalled) return;
    recall(prefs.ui);
    setRecalled(true);
  }, [prefs, recalled]);
  if (!recalled) return null;
  if (asking) return <Onboarding onDone={() => setAsking(false)} />;
  return <Frame />;
}

export interface AppProps {
  readonly client: QueryClient;
  readonly i18n: i18n;
}

export function App({ client, i18n }: AppProps): ReactNode {
  const today = useLocalDay();
  return (
    <QueryClientProvider client={client}>
      <AppProviders i18n={i18n} today={today}>
        <ErrorBoundary name="app">
          <StartupGate>
            <Suspense fallback={<StartupProgress stage="" />}>
              <Opened />
            </Suspense>
          </StartupGate>
        </ErrorBoundary>
      </AppProviders>
    </QueryClientProvider>
  );
}
