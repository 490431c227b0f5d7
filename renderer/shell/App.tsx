import type { i18n } from 'i18next';
import { type ReactNode, useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { switchLocale } from '../i18n/index.ts';
import { applyPreferences, usePreferences } from '../state/preferences.ts';
import { UiProvider } from '../ui/index.ts';
import { ConsentDialog } from './ConsentDialog.tsx';

export interface AppProvidersProps {
  readonly i18n: i18n;
  /** The user's current calendar day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly children: ReactNode;
}

/** Everything around the screens: language, look, the day. Follows the preferences at run time. */
export function AppProviders({ i18n, today, children }: AppProvidersProps) {
  const preferences = usePreferences();
  useEffect(() => applyPreferences(preferences, document.documentElement), [preferences]);
  useEffect(() => {
    void switchLocale(i18n, preferences.locale, document.documentElement);
  }, [i18n, preferences.locale]);
  return (
    <I18nextProvider i18n={i18n}>
      <UiProvider today={today} density={preferences.density}>
        {children}
        <ConsentDialog />
      </UiProvider>
    </I18nextProvider>
  );
}
