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

export type Density = 'compact' | 'normal' | 'roomy';

/** Pixels of one row; the same numbers stand in `styles/tokens.css`. */
export const rowHeights: Readonly<Record<Density, number>> = { compact: 28, normal: 32, roomy: 40 };

const RowHeight = createContext(rowHeights.normal);

/** Row height in pixels at the current density. */
export function useRowHeight(): number {
  return useContext(RowHeight);
}

export interface UiProviderProps {
  readonly today: string;
  readonly density?: Density;
  readonly children: ReactNode;
}

/** What every component of the kit relies on: language, the day, live region and notifications. */
export function UiProvider({ today, density = 'normal', children }: UiProviderProps) {
  const { locale } = useI18n();
  return (
    <I18nProvider locale={locale}>
      <Today value={today}>
        <RowHeight value={rowHeights[density]}>
          {children}
          <Announcer />
          <ToastRegion />
        </RowHeight>
      </Today>
    </I18nProvider>
  );
}
