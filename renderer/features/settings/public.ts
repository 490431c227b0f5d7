/** Settings, and the logo field for the first run. */
export { LogoField } from './LogoField.tsx';
export { SettingsScreen } from './SettingsScreen.tsx';
