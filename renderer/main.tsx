import './styles/index.css';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { matchLocale } from '#shared/i18n/index.ts';
import { createI18n } from './i18n/index.ts';
import { AppProviders } from './shell/App.tsx';
import { Shell } from './shell/Shell.tsx';
import { setPreferences } from './state/preferences.ts';

// zod otherwise probes `new Function`, which the content security policy reports.
z.config({ jitless: true });

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

const info = window.host?.info;
const locale = matchLocale(info?.preferredLanguages ?? navigator.languages);
setPreferences({ locale });
const i18n = createI18n(locale);

function App() {
  const today = useLocalDay();
  return (
    <AppProviders i18n={i18n} today={today}>
      <Shell mac={info?.platform === 'darwin'} onUndo={() => {}} onRedo={() => {}} />
    </AppProviders>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
