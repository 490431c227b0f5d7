// First: whatever is imported after it declares schemas.
import './zod.ts';
import './trustedTypes.ts';
import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { matchLocale } from '#shared/i18n/index.ts';
import { App } from './App.tsx';
import { createQueryClient, followChanges } from './client/hooks.ts';
import { createI18n } from './i18n/index.ts';
import { setPreferences } from './state/preferences.ts';

const locale = matchLocale(window.host.info.preferredLanguages);
setPreferences({ locale });
const client = createQueryClient();
followChanges(client);

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App client={client} i18n={createI18n(locale)} />
    </StrictMode>,
  );
