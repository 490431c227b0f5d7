import { create } from 'zustand';
import type { Locale } from '#shared/i18n/index.ts';

export type Theme = 'light' | 'dark' | 'system';
export type Density = 'compact' | 'normal' | 'roomy';

export interface Preferences {
  readonly theme: Theme;
  readonly locale: Locale;
  readonly density: Density;
  /** Size of text in percent, 90–130. */
  readonly textSize: number;
  readonly sidebarOpen: boolean;
  readonly panelWidth: number;
}

const DEFAULTS: Preferences = {
  theme: 'system',
  locale: 'zh-CN',
  density: 'normal',
  textSize: 100,
  sidebarOpen: true,
  panelWidth: 380,
};

/** How this window looks. The settings feature stores it through the core and loads it at start. */
export const usePreferences = create<Preferences>(() => DEFAULTS);

export function setPreferences(change: Partial<Preferences>): void {
  usePreferences.setState({
    ...change,
    ...(change.textSize === undefined ? {} : { textSize: Math.min(130, Math.max(90, change.textSize)) }),
  });
}

export function toggleSidebar(): void {
  usePreferences.setState((state) => ({ sidebarOpen: !state.sidebarOpen }));
}

/** Puts the look onto the document; the style sheets read it from there. */
export function applyPreferences(preferences: Preferences, root: HTMLElement): void {
  if (preferences.theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = preferences.theme;
  root.dataset['density'] = preferences.density;
  root.style.setProperty('--text-scale', String(preferences.textSize / 100));
}
