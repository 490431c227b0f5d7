import { createContext, type ReactNode, useContext } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useI18n } from '#renderer/i18n/index.ts';
import { Announcer } from './Announcer.tsx';
import { ToastRegion } from './Toast.tsx';

const Today = createContext<string | null>(null);

/** The user's current calendar day, `YYYY-MM-DD`, from the nearest `UiProvider`. */
export function useToday(): string {
  const today = useContext(Today);
  if (today === null) throw new Error('useToday needs a UiProvider');
  return today;
}

export interface UiProviderProps {
  readonly today: string;
  readonly children: ReactNode;
}

/** What every component of the kit relies on: language, the day, live region and notifications. */
export function UiProvider({ today, children }: UiProviderProps) {
  const { locale } = useI18n();
  return (
    <I18nProvider locale={locale}>
      <Today value={today}>
        {children}
        <Announcer />
        <ToastRegion />
      </Today>
    </I18nProvider>
  );
}
